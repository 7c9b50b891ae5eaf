// Package wall makes what hangs on the wall of a hall: a poster of every reflection, and a page with those of a session.
//
//	wall.PosterView(p, reflection)
//	wall.QuotesView(p, session)
//
// Who said it stands there as they consented, by [page.PersonOf]. What gives a later round away says so at its top: on a
// poster the text opens on the screen only when it is asked for, and on the page of a session it is there only for who
// ticks a box, so that one can hang what may hang from the start.
package wall

import (
	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// byline is who said a reflection, and about what.
type byline struct {
	Name, Line string   // as consented
	Cases      []string // titles
}

func bylineOf(p sheet.Maker, r *casebook.Reflection) byline {
	who := page.PersonOf(p.Page, r)
	return byline{who.Name, who.Line(), casesOf(r)}
}

// casesOf are the titles of the published cases that a reflection is about.
func casesOf(r *casebook.Reflection) []string {
	var titles []string
	for _, c := range r.Cases {
		if c.To != nil {
			titles = append(titles, c.To.Title.V)
		}
	}
	return titles
}

// laterOf says that a text gives a round away, and of which case; empty when it gives nothing away.
func laterOf(p sheet.Maker, key string, r *casebook.Reflection) string {
	if r.AfterRound == 0 {
		return ""
	}
	of := r.Headline.V
	if c := spoiledBy(r); c != nil {
		of = c.Title.V
	}
	return p.T(key, "n", r.AfterRound, "case", of)
}

// spoiledBy is the case whose round a reflection gives away: that of its turning card, or else its first.
func spoiledBy(r *casebook.Reflection) *casebook.Case {
	if e := r.TurningCard.To; e != nil {
		return e.Case
	}
	for _, c := range r.Cases {
		if c.To != nil {
			return c.To
		}
	}
	return nil
}
