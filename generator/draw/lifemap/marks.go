package lifemap

import (
	"casusboek/generator/casebook"
)

// event draws the marker of an event and its label.
func (p *picture) event(place *Place) {
	y := p.Rows[place.Row].Y
	p.Put(`<g class="event event--` + place.Event.Kind.String() + ` d-`)
	if domains := place.Event.Domains; len(domains) > 0 && domains[0].To != nil {
		p.Int(domains[0].To.N)
	} else {
		p.Int(place.Lane)
	}
	p.Put(`"`)
	p.Of(place.Event.ID.V)
	p.Put(`>`)
	p.uncertainty(place, y)
	p.leader(place, y)
	p.mark(place, y)
	p.label(place)
	p.Put(`</g>`)
}

func (p *picture) mark(place *Place, y float64) {
	x := place.X
	switch place.Mark {
	case casebook.Pennant:
		p.Put(`<path class="m-pole" d="M@ @v-27"/><path class="m-signal" d="M@ @l19 6.5-19 6.5z"/>`, x+9, y, x+9, y-27)
		p.Put(`<circle class="m-dot" cx="@" cy="@" r="5"/>`, x, y)
		if casebook.Ignored(place.Event, p.Round) { // a short line with a cross bar: it ended here
			p.Put(`<path class="m-dead" d="M@ @h20m0-8v16"/>`, max(x+7, place.End+2), y)
		}
	case casebook.Missed, casebook.Doubtful:
		p.Put(`<g class="quotes">`)
		p.Quotes(x, y, 20, 6, 1.25)
		p.Put(`</g><rect class="void`)
		if place.Mark == casebook.Doubtful {
			p.Put(` void--doubtful`)
		}
		l := &place.Label
		p.Put(`" x="@" y="@" width="@" height="@"/>`, l.X0, l.Y0, l.X1-l.X0, l.Y1-l.Y0)
	case casebook.Held:
		p.Put(`<circle class="m-held" cx="@" cy="@" r="15"/><g class="quotes--held">`, x, y)
		p.Quotes(x, y, 9.5, 4, .78)
		p.Put(`</g>`)
	case casebook.Triangle:
		p.Put(`<path class="m-dot" d="M@ @l8.5 15h-17z"/>`, x, y-9)
	case casebook.Square:
		p.Put(`<path class="m-dot" d="M@ @h12v12h-12z"/>`, x-6, y-6)
	default:
		p.Put(`<circle class="m-dot" cx="@" cy="@" r="6.5"/>`, x, y)
	}
}

// spans draws the bars of durations. They are below the causes, so that an arrow into a
// marker on a bar is visible.
func (p *picture) spans() {
	p.Put(`<g class="spans">`)
	for i := range p.Places {
		place := &p.Places[i]
		if place.Mark.OnLife() || place.End <= place.X {
			continue // the thick line shows it
		}
		top, height := p.Rows[place.Row].Y-4, 8.
		if place.Track != Whole {
			height = 3.4
		}
		if place.Track == Lower {
			top += 4.6
		}
		p.Put(`<rect`)
		p.Of(place.Event.ID.V)
		p.Put(` x="@" y="@" width="@" height="@"/>`, place.X, top, place.End-place.X, height)
	}
	p.Put(`</g>`)
}

// uncertainty draws the dots of a time that is not exactly known.
func (p *picture) uncertainty(place *Place, y float64) {
	if place.Mark.OnLife() {
		return // the thick line shows it
	}
	before, behind := casebook.UncertainEnds(place.Event.When)
	if !before && !behind {
		return
	}
	p.Put(`<g class="m-about">`)
	if before {
		p.dots(place.X, y, -1, place.Reach)
	}
	if behind {
		p.dots(place.End, y, 1, place.Reach)
	}
	p.Put(`</g>`)
}

// dots draws five dots that shrink away from x over the given reach; forth is 1 to the
// right, -1 to the left.
func (p *picture) dots(x, y, forth, reach float64) {
	const start, steps = 9., 5
	for i := 1.; i <= steps; i++ {
		p.Put(`<circle cx="@" cy="@" r="@"/>`, x+forth*(start+(reach-start)*i/steps), y, 2.6-(i-1)*.475)
	}
}

// leader draws the thin line from a marker to a lowered label: to its first line, or to the
// edge of its box.
func (p *picture) leader(place *Place, y float64) {
	if !place.Label.Lowered {
		return
	}
	end := place.Label.Y0 + 15.5
	if place.Mark.Gap() {
		end = place.Label.Y0
	}
	p.Put(`<path class="leader" d="M@ @V@"/>`, place.X, y+8, end)
}

// partClasses are the classes of the lines of a label.
var partClasses = [...]string{
	Title:  "event__title",
	Kind:   "event__meta event__kind",
	When:   "event__meta",
	Change: "event__meta",
}

// label draws the lines of the label.
func (p *picture) label(place *Place) {
	l := &place.Label
	x, anchor := l.X0, ""
	switch l.Side {
	case Left:
		x, anchor = l.X1, ` text-anchor="end"`
	case Centre:
		x, anchor = (l.X0+l.X1)/2, ` text-anchor="middle"`
	}
	for _, line := range l.Lines {
		p.Put(`<text class="`+partClasses[line.Part]+`" x="@" y="@"`+anchor+`>`, x, line.Y)
		p.Text(line.Text)
		p.Put(`</text>`)
	}
}
