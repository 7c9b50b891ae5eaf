package lifemap

import (
	"casusboek/generator/casebook"

	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// Legend returns the HTML list that explains the markers in the life map after a round. It
// is "" where Draw is, and hidden from screen readers, which read the list of events.
func Legend(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) string {
	life := casebook.KnownAfter(c, round)
	if !fits(life) {
		return ""
	}
	occurs := marksThatOccur(life, site)
	p := &draw.SVG{}
	p.Put(`<ul class="legend legend--map" aria-hidden="true">`)
	for _, entry := range legend {
		if !occurs[entry.key] {
			continue
		}
		p.Put(`<li><svg class="event event--` + entry.key + `" viewBox="0 0 44 24">`)
		entry.draw(p)
		p.Put(`</svg>`)
		p.Text(words.T("draw.legend." + entry.key))
		p.Put(`</li>`)
	}
	p.Put(`</ul>`)
	return p.String()
}

// marksThatOccur returns the keys of the legend entries that a map needs.
func marksThatOccur(life casebook.Known, site *casebook.Site) map[string]bool {
	keys := [...]string{
		casebook.Disc: "happening", casebook.Pennant: "signal",
		casebook.Missed: "missed", casebook.Doubtful: "doubtful", casebook.Held: "held",
		casebook.Triangle: "strength", casebook.Square: "help",
	}
	occurs := map[string]bool{"cause": len(life.Causes) > 0}
	for _, e := range life.Events {
		m := casebook.MarkerOf(e)
		occurs[keys[m]] = true
		if m.OnLife() {
			continue
		}
		before, behind := casebook.UncertainEnds(e.When)
		if before || behind {
			occurs["vague"] = true
		}
		if casebook.HasDuration(e.When) {
			occurs["span"] = true
		}
		if casebook.Ignored(e, life.Round) {
			occurs["ignored"] = true
		}
		if _, others := casebook.Lanes(site, e); len(others) > 0 {
			occurs["joined"] = true
		}
	}
	return occurs
}

// legend holds all entries, in their order.
var legend = []struct {
	key  string
	draw func(p *draw.SVG)
}{
	{"happening", func(p *draw.SVG) { p.Put(`<circle class="m-dot" cx="22" cy="12" r="6.5"/>`) }},
	{"span", func(p *draw.SVG) {
		p.Put(`<rect class="spans" x="8" y="8" width="34" height="8"/><circle class="m-dot" cx="8" cy="12" r="6.5"/>`)
	}},
	{"vague", func(p *draw.SVG) {
		p.Put(`<g class="m-about">`)
		for _, dot := range [...]struct{ far, size float64 }{{11, 2.6}, {17, 1.8}, {21, 1}} {
			p.Put(`<circle cx="@" cy="12" r="@"/><circle cx="@" cy="12" r="@"/>`, 22-dot.far, dot.size, 22+dot.far, dot.size)
		}
		p.Put(`</g><circle class="m-dot" cx="22" cy="12" r="6"/>`)
	}},
	{"signal", func(p *draw.SVG) {
		p.Put(`<path class="m-pole" d="M14 24V2"/><path class="m-signal" d="M14 2l19 6.5-19 6.5z"/>`)
	}},
	{"ignored", func(p *draw.SVG) { p.Put(`<path class="m-dead" d="M10 12h20m0-8v16"/>`) }},
	{"missed", drawLegendGap},
	{"doubtful", drawLegendGap},
	{"held", func(p *draw.SVG) {
		p.Put(`<path class="life__line" d="M0 12h44"/><circle class="m-held" cx="22" cy="12" r="11.5"/><g class="quotes--held">`)
		p.Quotes(22, 12, 7.5, 3, .62)
		p.Put(`</g>`)
	}},
	{"strength", func(p *draw.SVG) { p.Put(`<path class="m-dot" d="M22 4l8.5 15h-17z"/>`) }},
	{"help", func(p *draw.SVG) { p.Put(`<path class="m-dot" d="M16 6h12v12H16z"/>`) }},
	{"joined", func(p *draw.SVG) {
		p.Put(`<g class="joins"><path d="M22 5V19"/><circle cx="22" cy="19" r="4"/></g><circle class="m-dot" cx="22" cy="6" r="5"/>`)
	}},
	{"cause", func(p *draw.SVG) {
		p.Put(`<g class="causes"><path d="M2 12h33"/><path class="tip" d="M42 12l-8-4v8z"/></g>`)
	}},
}

func drawLegendGap(p *draw.SVG) {
	p.Put(`<path class="life__line" d="M0 12h6M38 12h6"/><g class="quotes">`)
	p.Quotes(22, 12, 13, 4, .9)
	p.Put(`</g>`)
}
