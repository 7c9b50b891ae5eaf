// Package lifemap draws a whole life on one page: the person's own thick line with gaps and
// conversations, one lane per life domain of the site, events on an uneven time axis,
// causes as lines.
//
// Solid lines are what happened, dashed lines what should have happened, and shrinking dots
// mark a time that is not exactly known. NewLayout decides all positions; the other files
// only draw. A map shows what is known after a round, and no byte of it depends on a later
// round: no title, no cause of a later event, not the length of the axis.
//
//	svg := lifemap.Draw(c, site, c.LastRound(), words)    // "" above 24 events: show the list alone
//	list := lifemap.Legend(c, site, c.LastRound(), words) // the markers that occur in it
//	sheet := lifemap.Blank(site, words)                   // without a life, to fill in by hand
package lifemap

import (
	"strconv"

	"casusboek/generator/casebook"

	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// picture is a map while it is drawn.
type picture struct {
	*Layout
	*draw.SVG
}

// Picture is a life map with its size in px. It is zero when there is no map (see Draw).
type Picture struct {
	SVG           string
	Width, Height float64
}

// Draw returns the SVG of what is known of a life after a round; the whole life is the map
// after c.LastRound(). The map is 1320 px wide and meant for screens from 1100 px; the list
// beside it (draw.Rail) has the same facts. Draw returns "" when nothing is known yet and
// above MaxEvents events, where only the list is readable.
func Draw(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) string {
	return PictureOf(c, site, round, words).SVG
}

// PictureOf returns the map of Draw with its size.
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

// fits reports whether there are events, and not more than MaxEvents.
func fits(life casebook.Known) bool { return len(life.Events) > 0 && len(life.Events) <= MaxEvents }

// describe returns a description of the map in a few sentences.
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

// countMarks returns the numbers of markers in words: signals, conversations, strengths,
// help.
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

// Blank returns the SVG of a map without a life, to fill in by hand on landscape A4: the
// thick line with room for a name and notes, a lane per domain of the site, ticks for
// years.
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
