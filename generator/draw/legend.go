package draw

import (
	"casusboek/generator/casebook"
	"casusboek/generator/lang"
)

// Legend explains the marks of the life map after a round as a list, and only those that occur in it. It is empty where LifeMap is.
func Legend(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) string {
	k := knownAfter(c, round)
	if len(k.events) == 0 || len(k.events) > maxEvents {
		return ""
	}
	occurs := k.marksThatOccur(site)
	p := &pen{}
	p.put(`<ul class="legend legend--map" aria-hidden="true">`)
	for _, entry := range legend {
		if !occurs[entry.key] {
			continue
		}
		p.put(`<li><svg class="event event--` + entry.key + `" viewBox="0 0 44 24">`)
		entry.draw(p)
		p.put(`</svg>`)
		p.text(words.T("draw.legend." + entry.key))
		p.put(`</li>`)
	}
	p.put(`</ul>`)
	return string(p.b)
}

func (k *known) marksThatOccur(site *casebook.Site) map[string]bool {
	keys := [...]string{disc: "happening", pennant: "signal", missed: "missed", doubtful: "doubtful", held: "held", triangle: "strength", square: "help"}
	occurs := map[string]bool{"cause": len(k.causes) > 0}
	for _, e := range k.events {
		m := markOf(e)
		occurs[keys[m]] = true
		if m.onLife() {
			continue
		}
		before, behind := vague(e.When)
		if before || behind {
			occurs["vague"] = true
		}
		if e.When.Stretch && !e.When.OpenEnd {
			occurs["span"] = true
		}
		if m == pennant && signalState(e, k.round) == "signal-ignored" {
			occurs["ignored"] = true
		}
		if _, others := lanesOf(site, e); len(others) > 0 {
			occurs["joined"] = true
		}
	}
	return occurs
}

// legend lists the marks in the order of explaining.
var legend = []struct {
	key  string
	draw func(p *pen)
}{
	{"happening", func(p *pen) { p.put(`<circle class="m-dot" cx="22" cy="12" r="6.5"/>`) }},
	{"span", func(p *pen) {
		p.put(`<rect class="m-span" x="8" y="8" width="34" height="8"/><circle class="m-dot" cx="8" cy="12" r="6.5"/>`)
	}},
	{"vague", func(p *pen) {
		p.put(`<g class="m-about">`)
		for _, dot := range [...]struct{ far, size float64 }{{11, 2.6}, {17, 1.8}, {21, 1}} {
			p.put(`<circle cx="@" cy="12" r="@"/><circle cx="@" cy="12" r="@"/>`, 22-dot.far, dot.size, 22+dot.far, dot.size)
		}
		p.put(`</g><circle class="m-dot" cx="22" cy="12" r="6"/>`)
	}},
	{"signal", func(p *pen) {
		p.put(`<path class="m-pole" d="M14 24V2"/><path class="m-signal" d="M14 2l19 6.5-19 6.5z"/>`)
	}},
	{"ignored", func(p *pen) { p.put(`<path class="m-dead" d="M10 12h20m0-8v16"/>`) }},
	{"missed", drawLegendGap},
	{"doubtful", drawLegendGap},
	{"held", func(p *pen) {
		p.put(`<path class="life__line" d="M0 12h44"/><circle class="m-held" cx="22" cy="12" r="11.5"/><g class="quotes--held">`)
		p.quotes(22, 12, 7.5, 3, .62)
		p.put(`</g>`)
	}},
	{"strength", func(p *pen) { p.put(`<path class="m-dot" d="M22 4l8.5 15h-17z"/>`) }},
	{"help", func(p *pen) { p.put(`<path class="m-dot" d="M16 6h12v12H16z"/>`) }},
	{"joined", func(p *pen) {
		p.put(`<g class="joins"><path d="M22 5V19"/><circle cx="22" cy="19" r="4"/></g><circle class="m-dot" cx="22" cy="6" r="5"/>`)
	}},
	{"cause", func(p *pen) {
		p.put(`<g class="causes"><path d="M2 12h33"/><path class="tip" d="M42 12l-8-4v8z"/></g>`)
	}},
}

func drawLegendGap(p *pen) {
	p.put(`<path class="life__line" d="M0 12h6M38 12h6"/><g class="quotes">`)
	p.quotes(22, 12, 13, 4, .9)
	p.put(`</g>`)
}
