// Package lifemap draws a whole life on one sheet: the person's own thick line with its holes and conversations, one lane per life
// domain of the site, events on an uneven time axis, causes as lines.
//
// It has three line languages, never mixed: solid is what happened, dashed is what should have happened, dots that shrink say that nobody
// knows exactly when. Where everything comes is decided in layout; here it is only drawn. A map shows what is known after a round, and no
// byte of it depends on anything later: not a title, not a cause that leads to a later event, not the length of the axis.
//
//	svg := lifemap.Draw(c, site, c.LastRound(), words)   // "" above 24 events: show the list alone
//	list := lifemap.Legend(c, site, c.LastRound(), words) // the marks that occur in it
//	sheet := lifemap.Blank(site, words)                  // without a life, to fill in by hand
package lifemap

import (
	"strconv"

	"casusboek/generator/casebook"

	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// picture is a map that is being drawn.
type picture struct {
	*Layout
	*draw.SVG
}

// Picture is a life map with its size in px. It is zero when there is nothing to draw that can be read.
type Picture struct {
	SVG           string
	Width, Height float64
}

// Draw draws what is known of a life after a round. The picture is 1320 px wide and meant from 1100 px up; the list beside it
// (draw.Rail) carries the same facts. It is empty when nothing is known yet and above 24 events, where only the list can be read. The
// whole life is the map after c.LastRound().
func Draw(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) string {
	return PictureOf(c, site, round, words).SVG
}

// PictureOf draws as Draw does, and tells how large it is.
func PictureOf(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) Picture {
	life := casebook.KnownAfter(c, round)
	if !fits(life) {
		return Picture{}
	}
	p := picture{NewLayout(life, site, words), draw.NewSVG(24 << 10)}
	name := casebook.ResidentName(c, words)
	title := words.T("draw.lifemap.title", "name", name)
	if round < c.LastRound() {
		title = words.T("draw.lifemap.title-until", "name", name, "n", strconv.Itoa(round))
	}
	p.Open("lifemap__svg", draw.ViewBox(0, 0, Width, p.Height), "lifemap", title, describe(life, site, words))
	p.ticks()
	drawLanes(p.SVG, p.Rows[1:])
	p.life(c.Pseudonym.V)
	p.joins()
	p.spans()
	p.causes()
	p.drops()
	for i := range p.Places {
		p.event(&p.Places[i])
	}
	p.dropEnds()
	p.Put(`</svg>`)
	return Picture{p.String(), Width, p.Height}
}

// fits reports whether there is something to draw that can be read.
func fits(life casebook.Known) bool { return len(life.Events) > 0 && len(life.Events) <= MaxEvents }

// describe tells the map in a few sentences.
func describe(life casebook.Known, site *casebook.Site, words *lang.Catalogue) string {
	first, last := life.Events[0], life.Events[len(life.Events)-1]
	out := words.T("draw.lifemap.desc",
		"events", casebook.Capitalize(casebook.CountText("draw.count.events", len(life.Events), words)),
		"from", first.When.Label(words), "to", last.When.Label(words),
		"lanes", casebook.CountText("draw.count.lanes", len(site.Domains), words), "names", casebook.DomainsText(site, words))
	if counts := countMarks(life, words); len(counts) > 0 {
		out += " " + casebook.Capitalize(casebook.ListText(counts, words)) + "."
	}
	return out + " " + words.T("draw.lifemap.list")
}

// countMarks counts the marks that a reader looks for: signals, conversations, strengths, help.
func countMarks(life casebook.Known, words *lang.Catalogue) (counts []string) {
	for _, kind := range []struct {
		mark casebook.Marker
		key  string
	}{
		{casebook.Pennant, "signals"},
		{casebook.Missed, "missed"},
		{casebook.Doubtful, "doubtful"},
		{casebook.Held, "held"},
		{casebook.Triangle, "strengths"},
		{casebook.Square, "help"},
	} {
		n := 0
		for _, e := range life.Events {
			if casebook.MarkerOf(e) == kind.mark {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, casebook.CountText("draw.count."+kind.key, n, words))
		}
	}
	return counts
}

// Blank draws a map without a life, to fill in by hand on landscape A4: the thick line with room for a name and for what was said, a lane
// per domain of the site, ticks for years.
func Blank(site *casebook.Site, words *lang.Catalogue) string {
	p := &draw.SVG{}
	p.Open("lifemap__svg", draw.ViewBox(0, 0, Width, 860), "blank_lifemap",
		words.T("draw.lifemap.blank"), words.T("draw.lifemap.blank-desc", "names", casebook.DomainsText(site, words)))
	p.Put(`<g class="years">`)
	for x := 206.; x < 1310; x += 48 {
		p.Put(`<path d="M@ 30V852"/>`, x)
	}
	p.Put(`</g>`)
	drawLanes(p, BlankRows(site, 190, 860))
	p.Put(`<g class="life"><path class="life__line" d="M162 44H1320"/><path class="leader" d="M0 54H148"/></g></svg>`)
	return p.String()
}
