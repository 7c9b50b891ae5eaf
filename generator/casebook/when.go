package casebook

import (
	"cmp"
	"math"
	"strconv"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// Axis is the kind of time in which a case is told. A case uses one axis.
type Axis uint8

// The axes. An offset gets the axis of the event from which it counts.
const (
	NoAxis    Axis = iota
	AgeAxis        // 41 jaar
	StoryAxis      // jaar 3
	DateAxis       // 2014-05
	Offset         // 14 maanden na sloop
)

// String returns the English name, which is also the catalogue key under "axis".
func (a Axis) String() string { return [...]string{"none", "age", "story", "date", "offset"}[a] }

// Precision is the unit in which a time was given, from fine to coarse.
type Precision uint8

// The precisions.
const (
	Day Precision = iota
	Month
	Season
	Year
	Decade
)

// When is a moment or a stretch of time as people remember it: often approximate, sometimes
// open at an end. ParseWhen documents the syntax.
//
// Start and End are in years from the zero of the axis (birth, the start of the story, the
// year 0); End is exclusive. "41 jaar" is [41, 42), "jaar 3" is [3, 4), "2014-05" is
// [2014+4/12, 2014+5/12). Every month is 1/12 year and a day is a fraction of its month, so
// that the borders of months agree. Winter 2014 is December 2014 to February 2015. An open
// stretch has the length of one unit of Precision at its known end.
type When struct {
	Pos        diag.Pos
	Written    string
	Axis       Axis
	Start, End float64
	Precision  Precision // of both ends of a stretch
	Stretch    bool      // a duration: 41-43 jaar, 2014/2016
	About      bool      // rond 41 jaar, 2014~
	Uncertain  bool      // 2014?
	OpenStart  bool      // ../2016
	OpenEnd    bool      // 2014/..

	// Of an offset: its distance in years from the event OffsetFrom, negative when before
	// it. Axis is Offset until Resolve.
	OffsetYears float64
	OffsetFrom  Text // the event's id
}

// Resolve returns an offset as a time on the axis of base, the time of the event from which
// it counts. It returns w unchanged when w is no offset or base is itself unresolved.
func (w When) Resolve(base When) When {
	if w.Axis != Offset || base.Axis == Offset || base.Axis == NoAxis {
		return w
	}
	w.Axis, w.Precision = base.Axis, base.Precision
	w.Start, w.End = base.Start+w.OffsetYears, base.End+w.OffsetYears
	return w
}

// Compare orders times of one axis by start, then by end. Of equal starts an open one sorts
// first, of equal ends an open one last.
func (w When) Compare(v When) int {
	return cmp.Or(cmp.Compare(w.Start, v.Start), compareBool(v.OpenStart, w.OpenStart),
		cmp.Compare(w.End, v.End), compareBool(w.OpenEnd, v.OpenEnd))
}

// Before reports whether w sorts before v.
func (w When) Before(v When) bool { return w.Compare(v) < 0 }

func compareBool(a, b bool) int {
	if a == b {
		return 0
	}
	if b {
		return -1
	}
	return 1
}

// Label returns the time in words: "rond 41 jaar", "mei 2014", "vanaf 2014". A resolved
// offset is rounded to years ("rond 42 jaar"; to months below the age of two), since its
// base is often an estimate. Label returns "" only for the zero When.
func (w When) Label(c *lang.Catalogue) string {
	switch {
	case w.Axis == NoAxis:
		return ""
	case w.Axis == Offset:
		return w.Written
	case !w.OffsetFrom.IsZero():
		return w.coarse().Label(c)
	}
	label := w.stretch(c)
	if w.About {
		label = c.T("when.about."+w.Axis.String(), "when", label)
	}
	if w.Uncertain {
		label = c.T("when.uncertain", "when", label)
	}
	return label
}

// coarse returns the time rounded to years, as approximate.
func (w When) coarse() When {
	w.OffsetFrom, w.About, w.Stretch = Text{}, true, false
	w.OpenStart, w.OpenEnd = false, false
	w.Precision = Year
	if w.Axis == AgeAxis && w.Start < 2 {
		w.Precision = Month
	}
	return w
}

func (w When) stretch(c *lang.Catalogue) string {
	last := w.End - w.unit()
	switch {
	case w.OpenEnd:
		return c.T("when.from", "when", w.point(c, w.Start))
	case w.OpenStart:
		return c.T("when.until", "when", w.point(c, last))
	case !w.Stretch:
		return w.point(c, w.Start)
	case w.Axis == AgeAxis && w.Precision == Month:
		return c.T("when.months-range", "from", wholeText(w.Start*12), "to", wholeText(last*12))
	case w.Axis == AgeAxis:
		return c.T("when.years-range", "from", wholeText(w.Start), "to", wholeText(last))
	case w.Axis == StoryAxis:
		return c.T("when.story-range", "from", wholeText(w.Start), "to", wholeText(last))
	case w.Precision == Year:
		return c.T("when.range", "from", w.point(c, w.Start), "to", w.point(c, last))
	}
	return c.T("when.range-wide", "from", w.point(c, w.Start), "to", w.point(c, last))
}

// point returns the label of the unit of time that begins at `at` on the axis.
func (w When) point(c *lang.Catalogue, at float64) string {
	switch {
	case w.Axis == AgeAxis && w.Precision == Month:
		return c.N("when.months", floor(at*12))
	case w.Axis == AgeAxis:
		return c.N("when.years", floor(at))
	case w.Axis == StoryAxis:
		return c.T("when.story", "n", wholeText(at))
	}
	year, month := floor(at), min(floor((at-float64(floor(at)))*12)+1, 12)
	switch w.Precision {
	case Decade:
		return c.T("when.decade", "n", strconv.Itoa(year))
	case Year:
		return strconv.Itoa(year)
	case Season:
		return c.T("when.season."+seasonOf(month), "year", strconv.Itoa(year))
	}
	name := c.T("when.month.m" + strconv.Itoa(month))
	if w.Precision == Month {
		return c.T("when.month-year", "month", name, "year", strconv.Itoa(year))
	}
	share := (at-float64(year))*12 - float64(month-1)
	day := min(floor(share*float64(daysIn(year, month)))+1, daysIn(year, month))
	return c.T("when.day", "day", strconv.Itoa(day), "month", name, "year", strconv.Itoa(year))
}

// unit returns the length in years of a unit of Precision. That of a day is approximate,
// but good enough to find the last day of a stretch.
func (w When) unit() float64 {
	switch w.Precision {
	case Day:
		return 1.0 / 12 / 31
	case Month:
		return 1.0 / 12
	case Season:
		return 3.0 / 12
	case Decade:
		return 10
	}
	return 1
}

// floor rounds down, but tolerates a floating point error just below a whole number.
func floor(x float64) int { return int(math.Floor(x + 1e-6)) }

func wholeText(x float64) string { return strconv.Itoa(floor(x)) }

func seasonOf(month int) string {
	return [...]string{"winter", "spring", "summer", "autumn"}[month%12/3]
}
