// Package wall makes the pages to hang on the wall: a poster per reflection, and a page
// with the quotes of a session.
//
//	printing.PosterView(p, reflection)
//	printing.QuotesView(p, session)
//
// The speaker is named as consented, see [page.PersonOf]. A text that reveals a later round
// says so at its top. On screen, such a poster opens its text on request only. On the page
// of a session such quotes are hidden until a box is ticked, so that the others can be hung
// up from the start.
package printing

import (
	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// byline names the speaker of a reflection and the cases it is about.
type byline struct {
	Name, Line string   // as consented
	Cases      []string // titles
}

func newByline(p sheets.Base, r *casebook.Reflection) byline {
	who := page.PersonOf(p.Page, r)
	return byline{who.Name, who.Line(), caseTitles(r)}
}

// caseTitles returns the titles of the published cases that a reflection is about.
func caseTitles(r *casebook.Reflection) []string {
	var titles []string
	for _, c := range r.Cases {
		if c.To != nil {
			titles = append(titles, c.To.Title.V)
		}
	}
	return titles
}

// spoilerNote returns a text that says which round of which case a reflection reveals;
// empty if it reveals none.
func spoilerNote(p sheets.Base, key string, r *casebook.Reflection) string {
	if r.AfterRound == 0 {
		return ""
	}
	title := r.Headline.V
	if c := spoiledCase(r); c != nil {
		title = c.Title.V
	}
	return p.T(key, "n", r.AfterRound, "case", title)
}

// spoiledCase returns the case whose round a reflection reveals: that of its turning card,
// or else its first case. It returns nil if that is not published.
func spoiledCase(r *casebook.Reflection) *casebook.Case {
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
