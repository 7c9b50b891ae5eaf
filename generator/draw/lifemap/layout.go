// Package layout places everything on a life map: where the years, lanes, marks and labels come, in numbers.
//
// Drawing comes afterwards and is free of choice, so that tests can measure a map without reading SVG. Three things are weighed here. The
// time axis is uneven: an empty year is narrow, a full one wide (axis). Labels never touch and hardly ever stand on a line: a beam search
// over widths, sides and shelves finds their places (search). Lanes are as high as the labels below them ask for (heights).
//
//	m := lifemap.NewLayout(casebook.KnownAfter(c, 3), site, words)
//	for i := range m.Places {
//		p := &m.Places[i]          // p.X, m.Rows[p.Row].Y: the middle of its mark; p.Label: where its words stand
//	}
//
// All measures are in px of a drawing Width wide. The same life gives the same numbers.
package lifemap

import (
	"casusboek/generator/casebook"

	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// MaxEvents is the number of events up to which a life map can be laid out.
const MaxEvents = 24

// Measures that the drawing needs too.
const (
	Width    = 1320.
	Start    = 162. // lanes and the person's own line run from here to the right edge
	LifeY    = 44.  // of the person's own line
	NameStep = 17.  // between the lines of a domain's name
)

const (
	axisStart  = 190.
	axisEnd    = 1236.
	labelStart = 164. // labels stay right of this
)

// Layout is the layout of a life map.
type Layout struct {
	casebook.Known
	Ticks  []Tick
	Rows   []Row   // the person's own line, then the lanes from top to bottom
	Places []Place // of the events, in the same order
	Height float64
	axis   axis
}

// Row is the person's own line or a lane, with the label area below it.
type Row struct {
	Domain  *casebook.Domain // nil for the person's own line
	Name    []string         // of the domain, in lines
	Scale   float64          // at which the name fits left of the lane, at most 1
	Y       float64
	Places  []int // the events that stand on it
	pennant bool  // a flag rises above it
}

// Place is where an event stands, with its label.
type Place struct {
	Event  *casebook.Event
	Mark   casebook.Marker
	Row    int   // where mark and label stand
	Lane   int   // the row of its main domain; the same as Row unless it stands on the person's line
	Others []int // rows of its other domains
	X      float64
	End    float64 // of the bar of a duration; X without one
	Reach  float64 // of the dots that say that a time is not known, from the mark or the end of the bar
	Track  Track
	Label  Label
	text   [parts]draw.WrappedText
}

// Track is the part of a lane that the bar of a duration takes, so that two that overlap stay two.
type Track uint8

// The tracks.
const (
	Whole Track = iota
	Upper
	Lower
)

// vertical is a line that runs down through the label areas of the rows from, including, to, excluding.
type vertical struct {
	x        float64
	from, to int
	owner    int // the place that it belongs to
}

// NewLayout places everything. The events must be 1 to MaxEvents.
func NewLayout(life casebook.Known, site *casebook.Site, words *lang.Catalogue) *Layout {
	m := &Layout{Known: life, Rows: append(make([]Row, 1, len(site.Domains)+1), rowsOf(site)...)}
	var xs []float64
	m.axis, xs = newAxis(life.Events, axisStart, axisEnd)
	m.Ticks = m.axis.ticks(words)
	for i, e := range life.Events {
		m.put(i, e, xs[i], site, words)
	}
	m.setTracks()
	search := newSearch(m)
	for r := range m.Rows {
		search.place(r)
	}
	m.setHeights()
	for i := range m.Places {
		m.Places[i].setLines()
	}
	return m
}

// BlankRows gives the lanes of a map without a life, evenly from one height down to another.
func BlankRows(site *casebook.Site, from, to float64) []Row {
	rows := rowsOf(site)
	for i := range rows {
		rows[i].Y = from + (to-from)/float64(len(rows))*float64(i)
	}
	return rows
}

// rowsOf gives the lanes of a site, without heights.
func rowsOf(site *casebook.Site) []Row {
	const room, size = 122., 15.
	rows := make([]Row, len(site.Domains))
	for i := range site.Domains {
		name, width := draw.WrapLines(casebook.Capitalize(site.Domains[i].Name.V), size, room)
		rows[i] = Row{Domain: &site.Domains[i], Name: name, Scale: min(1, room/width)}
	}
	return rows
}

// put adds the place of an event, without a label.
func (m *Layout) put(i int, e *casebook.Event, x float64, site *casebook.Site, words *lang.Catalogue) {
	p := Place{Event: e, Mark: casebook.MarkerOf(e), X: x, End: x, Reach: m.axis.reach(e.When.Start)}
	if casebook.HasDuration(e.When) {
		p.End = max(x, m.axis.x(e.When.End-spanEnd*m.axis.unit))
	}
	main, others := casebook.Lanes(site, e)
	p.Lane = min(main+1, len(m.Rows)-1)
	for _, o := range others {
		p.Others = append(p.Others, o+1)
	}
	if p.Row = p.Lane; casebook.OnLifeMap(e) {
		p.Row = 0
	}
	p.setText(Title, e.Title.V)
	p.setText(Kind, casebook.KindText(e, m.Round, words))
	p.setText(When, e.When.Label(words))
	p.setText(Change, casebook.ChangeText(e.Change))
	m.Places = append(m.Places, p)
	row := &m.Rows[p.Row]
	row.Places = append(row.Places, i)
	row.pennant = row.pennant || p.Mark == casebook.Pennant
}

// setTracks gives durations that overlap in one lane a half of it each.
func (m *Layout) setTracks() {
	for r := 1; r < len(m.Rows); r++ {
		for n, i := range m.Rows[r].Places {
			for _, j := range m.Rows[r].Places[:n] {
				before, p := &m.Places[j], &m.Places[i]
				if before.End == before.X || p.End == p.X || before.End <= p.X {
					continue
				}
				if before.Track == Whole {
					before.Track = Upper
				}
				p.Track = Upper + Lower - before.Track
			}
		}
	}
}

// verticals lists the lines that labels had better not stand on: causes where they turn to their effect, drops of missed conversations,
// and the connections of an event to its other domains.
func (m *Layout) verticals() []vertical {
	var all []vertical
	add := func(x float64, a, b, owner int) {
		if a != b {
			all = append(all, vertical{x, min(a, b), max(a, b), owner})
		}
	}
	for _, c := range m.Causes {
		from, to := &m.Places[c.From], &m.Places[c.To]
		add(to.CauseX(), from.Row, to.Row, c.To)
	}
	for i := range m.Places {
		p := &m.Places[i]
		low, high := p.Span()
		switch {
		case p.Mark.Gap():
			add(p.X, 0, high, i)
		case p.Mark != casebook.Held:
			add(p.X, low, high, i)
		}
	}
	return all
}

// Span gives the first and last row of an event's domains.
func (p *Place) Span() (low, high int) {
	low, high = p.Lane, p.Lane
	for _, o := range p.Others {
		low, high = min(low, o), max(high, o)
	}
	return low, high
}

// CauseX is where a line that leads to the event arrives: beside the dashed drop of a missed conversation.
func (p *Place) CauseX() float64 {
	if p.Mark.Gap() {
		return p.X - 16
	}
	return p.X
}
