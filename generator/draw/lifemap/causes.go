package lifemap

import (
	"math"

	"casusboek/generator/casebook"
)

// Dimensions of the lines between causes and effects, in px.
const (
	corner  = 12. // radius of a turn
	tipSize = 8.  // length of an arrow tip; half its width is half of that
)

// writeEvents writes the data-event attribute of a cause, with both of its events.
func (p *picture) writeEvents(r *route) { p.Of(r.from.Event.ID.V + " " + r.to.Event.ID.V) }

// route is the path of one cause: along the lane of its source, and at the moment of its
// effect straight to it.
type route struct {
	from, to *Place
	y, stop  float64 // of the row of its source, and of the arrow tip
	forth    float64 // 1 to the right, -1 to the left
	passes   bool    // whether there are markers of other events along the lane
	over     float64 // how far above the lane it runs to pass these markers, else 0
}

// causes draws a line from each cause to its effect. It leaves the lane of its source only
// at the moment of the effect, so that lines from one source share a part and cross others
// at right angles.
func (p *picture) causes() {
	if len(p.Causes) == 0 {
		return
	}
	routes := p.routes()
	p.Put(`<g class="causes">`)
	for i := range routes {
		p.cause(&routes[i])
	}
	for i := range routes {
		p.tip(&routes[i])
	}
	p.Put(`</g>`)
}

// routes returns the paths of all causes.
func (p *picture) routes() []route {
	routes := make([]route, len(p.Causes))
	for i, c := range p.Causes {
		from, to := &p.Places[c.From], &p.Places[c.To]
		routes[i] = route{
			from: from, to: to, y: p.Rows[from.Row].Y, stop: p.arrival(from, to),
			forth: forth(from.X, to.CauseX()), passes: p.passes(from, to),
		}
	}
	lift(routes)
	return routes
}

// forth returns the direction from one coordinate to another: 1 or -1.
func forth(from, to float64) float64 {
	if to < from {
		return -1
	}
	return 1
}

// arrival returns the y of the tip of a line that comes from another row.
func (p *picture) arrival(from, to *Place) float64 {
	y := p.Rows[to.Row].Y
	switch {
	case to.Mark.Gap():
		return to.Label.Y1 + 1
	case from.Row > to.Row && to.Mark == casebook.Held:
		return y + 17
	case from.Row > to.Row:
		return y + 8
	}
	return y - 8
}

// cause draws one line, without its tip.
func (p *picture) cause(r *route) {
	start, x := r.from.X+r.forth*edge(r.from), r.to.CauseX()
	if r.from.Row == r.to.Row {
		p.along(r, start, r.to.X-r.forth*(half(r.to)+1.5))
		return
	}
	bend := min(corner, math.Abs(x-start))
	if (x-start)*r.forth < 0 {
		bend, start = 0, x
	}
	p.start(r, start)
	y := r.y
	if r.passes {
		p.rise(start, r)
		y -= r.over
	}
	down := forth(y, r.stop)
	p.Put(`H@Q@ @ @ @V@"/>`, x-r.forth*bend, x, y, x, y+down*min(bend, math.Abs(r.stop-y)), r.stop-down)
}

// along draws a line to an effect in the same row.
func (p *picture) along(r *route, start, end float64) {
	if !r.passes || math.Abs(end-start) < 40 {
		p.start(r, start)
		p.Put(`H@"/>`, end)
		return
	}
	p.start(r, start)
	p.rise(start, r)
	x, y, top := end, r.y, r.y-r.over
	p.Put(`H@Q@ @ @ @Q@ @ @ @"/>`, x-r.forth*12, x-r.forth*7, top, x-r.forth*6, y-r.over/2, x-r.forth*5, y, x, y)
}

// start opens the path of a cause at x.
func (p *picture) start(r *route, x float64) {
	p.Put(`<path`)
	p.writeEvents(r)
	p.Put(` d="M@ @`, x, r.y)
}

// rise draws the bend at the start of a line, up to the height at which it passes markers
// in the lane.
func (p *picture) rise(x float64, r *route) {
	top := r.y - r.over
	p.Put(`Q@ @ @ @Q@ @ @ @`, x+r.forth*5, r.y, x+r.forth*6, r.y-r.over/2, x+r.forth*7, top, x+r.forth*12, top)
}

// tip draws the arrow tip at the effect.
func (p *picture) tip(r *route) {
	if r.from.Row == r.to.Row {
		x := r.to.X - r.forth*(half(r.to)+.5)
		p.Put(`<path`)
		p.writeEvents(r)
		p.Put(` class="tip`)
		if p.onBar(x-r.forth*tipSize/2, r.to.Row) {
			p.Put(` tip--bar`)
		}
		p.Put(`" d="M@ @l@ -4v8z"/>`, x, r.y, -r.forth*tipSize)
		return
	}
	p.Put(`<path`)
	p.writeEvents(r)
	p.Put(` class="tip" d="M@ @l-4 @h8z"/>`, r.to.CauseX(), r.stop, -tipSize*forth(r.y, r.stop))
}

// onBar reports whether the bar of a duration covers x in a row.
func (p *picture) onBar(x float64, row int) bool {
	for _, i := range p.Rows[row].Places {
		if place := &p.Places[i]; !place.Mark.OnLife() && place.X < x && x < place.End {
			return true
		}
	}
	return false
}

// edge returns the distance from the middle of a marker to the start of a line.
func edge(p *Place) float64 {
	if p.Mark.Gap() {
		return gapHalf
	}
	return 7
}

// half returns the distance from the middle of a marker to the tip of a line in its own
// row.
func half(p *Place) float64 {
	switch {
	case p.Mark == casebook.Held:
		return 17
	case p.Mark.Gap():
		return gapHalf
	}
	return 7.5
}
