package draw

import (
	"casusboek/generator/casebook"
)

// CardLane returns the SVG of the strip on top of an event's card: a piece of its lane in
// the pattern of its domain, so that domains can be told apart without colour, with the
// event's marker on it. A contact has a piece of the person's own line instead. The strip
// is at the same height on every card, so that cards placed side by side join. It is 60 px
// high and as wide as the card. The page needs the pattern of the domain (see Sprite).
func CardLane(e *casebook.Event) string {
	p := NewSVG(600)
	p.Put(`<svg class="card__lane" aria-hidden="true">`)
	switch m := casebook.MarkerOf(e); {
	case m.Gap():
		p.Put(`<path class="life" d="M0 40H26M86 40H2000"/><g class="quotes">`)
		p.Quotes(56, 40, 24, 7, 1.5)
		p.Put(`</g>`)
	case m == casebook.Held:
		p.Put(`<path class="life" d="M0 40H2000"/><circle class="held" cx="38" cy="40" r="18"/><g class="held-quotes">`)
		p.Quotes(38, 40, 11.5, 5, .95)
		p.Put(`</g>`)
	default:
		drawRibbon(p, e)
		drawCardMark(p, e, m)
	}
	p.Put(`</svg>`)
	return p.String()
}

// drawRibbon draws the patterned strip with its edges.
func drawRibbon(p *SVG, e *casebook.Event) {
	n := 1
	if len(e.Domains) > 0 && e.Domains[0].To != nil {
		n = e.Domains[0].To.N
	}
	p.Put(`<rect class="strip" y="32" width="100%" height="16"/><g transform="translate(0 32)"><rect class="weave" width="100%" height="16" fill="url(#w-`)
	p.Int(n)
	p.Put(`)"/></g><path d="M0 32H2000M0 48H2000"/>`)
	for edge := 1; edge < Edges(n); edge++ {
		p.Put(`<path d="M0 @H2000M0 @H2000"/>`, 32-3*float64(edge), 48+3*float64(edge))
	}
}

// drawCardMark draws the marker, the bar of a duration and the dots of an uncertain time.
func drawCardMark(p *SVG, e *casebook.Event, m casebook.Marker) {
	x, end := 30., 30.
	before, behind := casebook.UncertainEnds(e.When)
	if before {
		x, end = 58, 58
	}
	if casebook.HasDuration(e.When) {
		end = x + 84
		p.Put(`<rect class="span" x="@" y="35" width="84" height="10"/>`, x)
	}
	if before || behind {
		p.Put(`<g class="about">`)
		for i := range 4 {
			size, far := 3.8-.8*float64(i), 16+8*float64(i)
			if before {
				p.Put(`<circle cx="@" cy="40" r="@"/>`, x-far, size)
			}
			if behind {
				p.Put(`<circle cx="@" cy="40" r="@"/>`, end+far, size)
			}
		}
		p.Put(`</g>`)
	}
	switch m {
	case casebook.Pennant:
		p.Put(`<path class="flag" d="M@ 4l24 8-24 8z"/><path class="pole" d="M@ 32V3"/><circle class="dot" cx="@" cy="40" r="9"/>`, x+12, x+12, x)
	case casebook.Triangle:
		p.Put(`<path class="dot" d="M@ 28l12 21h-24z"/>`, x)
	case casebook.Square:
		p.Put(`<path class="dot" d="M@ 31.5h17v17h-17z"/>`, x-8.5)
	default:
		p.Put(`<circle class="dot" cx="@" cy="40" r="9"/>`, x)
	}
}
