package casebook

import "casusboek/generator/diag"

// Axis is the kind of time that a case is told in. One case uses one axis.
type Axis uint8

// The axes. An offset takes the axis of the event that it counts from.
const (
	NoAxis    Axis = iota
	AgeAxis        // 41 jaar
	StoryAxis      // jaar 3
	DateAxis       // 2014-05
	Offset         // 14 maanden na sloop
)

// String gives the English name, which is also the catalogue key under "axis".
func (a Axis) String() string { return [...]string{"none", "age", "story", "date", "offset"}[a] }

// Precision is the unit in which a time was said, from fine to coarse.
type Precision uint8

// The precisions.
const (
	Day Precision = iota
	Month
	Season
	Year
	Decade
)

// When is a moment or a stretch of time as people know it: often about, sometimes open at an end. It sorts, prints
// in the site's language and draws on an axis. The grammar stands at ParseWhen.
//
// Start and End count in years from the zero of the axis (birth, the start of the story, the year 0), End exclusive: "41 jaar" is
// [41, 42), "2014-05" is [2014+4/12, 2014+5/12). An unknown end of an open stretch equals Start plus one unit of Precision.
type When struct {
	Pos        diag.Pos
	Written    string
	Axis       Axis
	Start, End float64
	Precision  Precision
	Stretch    bool // a duration: 41-43 jaar, 2014/2016
	About      bool // rond 41 jaar, 2014~
	Uncertain  bool // 2014?
	OpenStart  bool // ../2016
	OpenEnd    bool // 2014/..

	// An offset: how long after (or, negative, before) which event. Link sets Start and End from it and changes Axis to that event's.
	OffsetYears float64
	OffsetFrom  Text // the event's id
}
