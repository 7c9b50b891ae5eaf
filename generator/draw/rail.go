package draw

import (
	"math"

	"casusboek/generator/casebook"

	"casusboek/generator/lang"
)

// RailItem is one event of the list.
type RailItem struct {
	Event *casebook.Event
	// 92 px wide and as high as the list item; hidden from screen readers, which read the
	// text
	SVG   string
	Pause string // "veertien jaar later", between this event and the next; often empty
}

// Dimensions of the list, in px.
const (
	railLife  = 10.  // x of the person's own line
	railFirst = 30.5 // x of the first lane
	railLast  = 85.5
	// y of the markers: a pennant is above its marker and must not stick out of the item,
	// or it would be printed on the page before
	railY    = 19.
	railStep = 11. // between lanes, when there is enough room
)

// pauseFrom is the number of empty years, or of months in a life told in months, from which
// a pause is shown.
const pauseFrom = 3

// Rail returns what is known of a life after a round as a vertical list: one item per
// event, in order of time and not to scale. The person's own line is on the left, beside it
// one thin line per domain. A cause starts in its column, passes the items between and
// turns into its effect.
func Rail(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) []RailItem {
	life := casebook.KnownAfter(c, round)
	items := make([]RailItem, len(life.Events))
	r := rail{Known: life, site: site, step: railStep}
	if n := len(site.Domains); n > 6 {
		r.step = (railLast - railFirst) / float64(n-1)
	}
	r.size = min(5, r.step*.55+1.5)
	for i, e := range life.Events {
		items[i] = RailItem{Event: e, SVG: r.item(i)}
		if i+1 < len(life.Events) {
			items[i].Pause = pauseText(e.When, life.Events[i+1].When, words)
		}
	}
	return items
}

// pauseText returns the time between two events in words, or "" when it is short.
func pauseText(from, to casebook.When, words *lang.Catalogue) string {
	unit := 1.
	if from.Precision < casebook.Season {
		unit = 1. / 12
	}
	last := from.End
	if !from.OpenEnd {
		last = max(from.Start, from.End-unit)
	}
	gap := to.Start - last + 1e-6
	if years := int(math.Floor(gap)); years >= pauseFrom {
		return casebook.CountText("draw.pause.years", years, words)
	}
	if fine := from.Precision < casebook.Season && to.Precision < casebook.Season; fine && gap*12 >= pauseFrom {
		if years := gap; years >= 2 {
			return casebook.CountText("draw.pause.years", int(years), words)
		}
		return casebook.CountText("draw.pause.months", int(gap*12), words)
	}
	return ""
}

// rail is the state that all items share.
type rail struct {
	casebook.Known
	site *casebook.Site
	step float64 // between lanes
	size float64 // radius of a disc
}

func (r *rail) laneX(lane int) float64 { return railFirst + r.step*float64(lane) }

// x returns the x of an event's marker.
func (r *rail) x(e *casebook.Event) float64 {
	if casebook.OnLifeMap(e) {
		return railLife
	}
	main, _ := casebook.Lanes(r.site, e)
	return r.laneX(main)
}

// item returns the SVG of one event and the lines that pass it.
func (r *rail) item(i int) string {
	p := NewSVG(1500)
	e := r.Events[i]
	p.Put(`<svg class="rail-list__svg" aria-hidden="true">`)
	for lane := range r.site.Domains {
		drawDown(p, "ln", r.laneX(lane), 0)
	}
	top := 0.
	if i == 0 {
		top = railY
	}
	if casebook.MarkerOf(e).Gap() {
		if i > 0 {
			p.Put(`<line class="life" x1="10" x2="10" y1="0" y2="10"/>`)
		}
		drawDown(p, "life", railLife, 46)
	} else {
		drawDown(p, "life", railLife, top)
	}
	r.drawPassing(p, i)
	for _, c := range r.Causes {
		if c.To == i && c.From < i {
			r.drawArrival(p, r.Events[c.From], e)
		}
	}
	r.drawMarker(p, e)
	p.Put(`</svg>`)
	return p.String()
}

// drawDown draws a line from y to the bottom edge.
func drawDown(p *SVG, class string, x, y float64) {
	p.Put(`<line class="`+class+`" x1="@" x2="@" y1="@" y2="100%"/>`, x, x, y)
}

// drawPassing draws the causes that pass item i or start in it, once per column. Causes of
// events on the person's own line are hidden behind it and not drawn.
func (r *rail) drawPassing(p *SVG, i int) {
	// y by lane; a cause that starts in this item starts below the marker
	starts := map[int]float64{}
	causes := map[int][]string{}
	for _, c := range r.Causes {
		from := r.Events[c.From]
		if c.To <= i || c.From > i || casebook.OnLifeMap(from) {
			continue
		}
		lane, _ := casebook.Lanes(r.site, from)
		y, there := starts[lane]
		if !there {
			y = railY
		}
		if c.From < i {
			y = 0
		}
		starts[lane] = y
		causes[lane] = append(causes[lane], from.ID.V+" "+r.Events[c.To].ID.V)
	}
	for lane := range r.site.Domains {
		if of := causes[lane]; of != nil {
			p.Put(`<line class="cause"`)
			p.Of(of...)
			p.Put(` x1="@" x2="@" y1="@" y2="100%"/>`, r.laneX(lane), r.laneX(lane), starts[lane])
		}
	}
}

// drawArrival draws the end of a cause, from the column of its source to the marker of its
// effect.
func (r *rail) drawArrival(p *SVG, from, e *casebook.Event) {
	p.Put(`<g`)
	p.Of(from.ID.V + " " + e.ID.V)
	p.Put(`>`)
	r.drawTurn(p, r.x(from), r.x(e), e)
	p.Put(`</g>`)
}

// drawTurn draws a line that turns from column x to the marker of e in column to.
func (r *rail) drawTurn(p *SVG, x, to float64, e *casebook.Event) {
	if math.Abs(x-to) < 1 {
		p.Put(`<line class="cause" x1="@" x2="@" y1="0" y2="13"/><path class="tip" d="M@ 15l-3.5-7h7z"/>`, x, x, to)
		return
	}
	if math.Abs(x-to) < 9 {
		p.Put(`<path class="cause" d="M@ 0V8L@ 12"/>`, x, to)
		p.Put(`<path class="tip" d="M@ 15l-3-6h6z"/>`, to)
		return
	}
	forth := 1.0
	if x > to {
		forth = -1
	}
	keep := r.size + 1 // distance from the middle of the marker to the tip
	if m := casebook.MarkerOf(e); m.Gap() {
		keep = 8.5
	} else if m == casebook.Held {
		keep = 11.5
	}
	tip := min(7, math.Abs(x-to)-keep-.5)
	turn := min(6, max(math.Abs(x-to)-keep-tip, .5))
	p.Put(`<path class="cause" d="M@ 0V@Q@ 19 @ 19H@"/>`, x, railY-6, x, x+forth*turn, to-forth*(keep+tip-1))
	p.Put(`<path class="tip" d="M@ 19l@ -3.5v7z"/>`, to-forth*keep, -forth*tip)
}

// drawMarker draws the event's marker.
func (r *rail) drawMarker(p *SVG, e *casebook.Event) {
	x, m := r.x(e), casebook.MarkerOf(e)
	if m.Gap() {
		p.Put(`<g class="quotes"><use href="#i-quote" transform="translate(4 14)"/><use href="#i-quote" transform="translate(16 41) scale(-1)"/></g>`)
		return
	}
	if m == casebook.Held {
		p.Put(`<circle class="held" cx="10" cy="19" r="10"/><g class="held-quotes">`)
		p.Quotes(railLife, railY, 6, 2.5, .5)
		p.Put(`</g>`)
		return
	}
	if _, others := casebook.Lanes(r.site, e); len(others) > 0 {
		for _, o := range others {
			p.Put(`<g class="joins"><path d="M@ 19H@"/><circle cx="@" cy="19" r="@"/></g>`, x, r.laneX(o), r.laneX(o), min(3, r.size-1))
		}
	}
	if casebook.HasDuration(e.When) {
		p.Put(`<line class="span" x1="@" x2="@" y1="19" y2="53"/>`, x, x)
	}
	r.drawUncertain(p, x, e.When)
	s := r.size
	switch m {
	case casebook.Pennant:
		p.Put(`<path class="pole" d="M@ 19v-17"/><path class="flag" d="M@ 2l12 4.5-12 4.5z"/><circle class="dot" cx="@" cy="19" r="@"/>`, x, x, x, s)
	case casebook.Triangle:
		p.Put(`<path class="dot" d="M@ @l@ @h@z"/>`, x, railY-1.4*s, 1.4*s, 2.4*s, -2.8*s)
	case casebook.Square:
		p.Put(`<path class="dot" d="M@ @h@v@h@z"/>`, x-.95*s, railY-.95*s, 1.9*s, 1.9*s, -1.9*s)
	default:
		p.Put(`<circle class="dot" cx="@" cy="19" r="@"/>`, x, s)
	}
}

// drawUncertain draws the dots of an uncertain time.
func (r *rail) drawUncertain(p *SVG, x float64, w casebook.When) {
	before, behind := casebook.UncertainEnds(w)
	if !before && !behind {
		return
	}
	start := railY
	if casebook.HasDuration(w) {
		start = 53 - 5
	}
	p.Put(`<g class="about">`)
	for i := range 4 {
		size, far := 2.1-.5*float64(i), 8+3.5*float64(i)
		if before {
			p.Put(`<circle cx="@" cy="@" r="@"/>`, x, railY-far, size)
		}
		if behind {
			p.Put(`<circle cx="@" cy="@" r="@"/>`, x, start+far, size)
		}
	}
	p.Put(`</g>`)
}
