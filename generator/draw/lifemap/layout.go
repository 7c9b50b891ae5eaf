package lifemap

import (
	"casusboek/generator/casebook"

	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// MaxEvents is the greatest number of events that a life map can show.
const MaxEvents = 24

// Dimensions that the drawing needs too, in px.
const (
	Width    = 1320.
	Start    = 162. // x from which lanes and the person's own line run to the right edge
	LifeY    = 44.  // y of the person's own line
	NameStep = 17.  // between the lines of a domain's name
)

const (
	axisStart  = 190.
	axisEnd    = 1236.
	labelStart = 164. // left limit of labels
)

// Layout holds the positions of everything on a life map, in px. It is separate from the
// drawing, so that tests can measure a map without parsing SVG. Three steps make it:
//
//   - newAxis: the time axis is uneven; empty years are narrow, full ones wide.
//   - search: a beam search over widths, sides and shelves of labels, so that they do not
//     overlap and are rarely crossed by lines.
//   - setHeights: a lane is as high as its labels need.
//
// The same life gives the same numbers.
//
//	m := lifemap.NewLayout(casebook.KnownAfter(c, 3), site, words)
//	for i := range m.Places {
//		p := &m.Places[i]  // its marker is at p.X, m.Rows[p.Row].Y; its text at p.Label
//	}
type Layout struct {
	casebook.Known
	Ticks  []Tick
	Rows   []Row   // the person's own line, then the lanes from top to bottom
	Places []Place // of the events, in the same order
	Height float64
	axis   axis
}

// Row is the person's own line or a lane, including the labels below it.
type Row struct {
	Domain  *casebook.Domain // nil for the person's own line
	Name    []string         // of the domain, in lines
	Scale   float64          // scale at which the name fits left of the lane, at most 1
	Y       float64
	Places  []int // indexes in Layout.Places
	pennant bool  // a marker of the row is a pennant, which needs room above
}

// Place is the position of an event and its label.
type Place struct {
	Event  *casebook.Event
	Mark   casebook.Marker
	Row    int   // row of marker and label
	Lane   int   // row of its main domain; differs from Row if the event is on the person's line
	Others []int // rows of its other domains
	X      float64
	End    float64 // x of the end of the bar of a duration; X without one
	Reach  float64 // length of the dots of an uncertain time, from the marker or the end of the bar
	Track  Track
	Label  Label
	text   [parts]draw.WrappedText
}

// Track is the part of a lane that the bar of a duration covers. Bars that overlap in time
// are in different halves.
type Track uint8

// The tracks.
const (
	Whole Track = iota
	Upper
	Lower
)

// vertical is a vertical line through the label areas of the rows from (inclusive) to to
// (exclusive).
type vertical struct {
	x        float64
	from, to int
	owner    int // index of its place
}

// NewLayout returns the layout of 1 to MaxEvents events.
func NewLayout(life casebook.Known, site *casebook.Site, words *lang.Catalogue) *Layout {
	m := &Layout{Known: life, Rows: append(make([]Row, 1, len(site.Domains)+1), rowsOf(site)...)}
	var xs []float64
	m.axis, xs = newAxis(life.Events, axisStart, axisEnd)
	m.Ticks = m.axis.ticks(words)
	for i, e := range life.Events {
		m.addPlace(i, e, xs[i], site, words)
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

// BlankRows returns the lanes of a map without a life, evenly spaced between two heights.
func BlankRows(site *casebook.Site, from, to float64) []Row {
	rows := rowsOf(site)
	for i := range rows {
		rows[i].Y = from + (to-from)/float64(len(rows))*float64(i)
	}
	return rows
}

// rowsOf returns the lanes of a site, without heights.
func rowsOf(site *casebook.Site) []Row {
	const room, size = 122., 15.
	rows := make([]Row, len(site.Domains))
	for i := range site.Domains {
		name, width := draw.WrapLines(casebook.Capitalize(site.Domains[i].Name.V), size, room)
		rows[i] = Row{Domain: &site.Domains[i], Name: name, Scale: min(1, room/width)}
	}
	return rows
}

// addPlace adds the place of event i, without a label.
func (m *Layout) addPlace(i int, e *casebook.Event, x float64, site *casebook.Site, words *lang.Catalogue) {
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

// setTracks puts durations that overlap in one lane in different halves of it.
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

// verticals returns the lines that labels should avoid: causes where they turn to their
// effect, drops of missed conversations, and the lines from an event to its other domains.
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

// Span returns the first and last row of an event's domains.
func (p *Place) Span() (low, high int) {
	low, high = p.Lane, p.Lane
	for _, o := range p.Others {
		low, high = min(low, o), max(high, o)
	}
	return low, high
}

// CauseX returns the x at which lines to the event arrive: beside the dashed drop of a
// missed conversation.
func (p *Place) CauseX() float64 {
	if p.Mark.Gap() {
		return p.X - 16
	}
	return p.X
}
