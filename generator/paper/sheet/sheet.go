// Package sheet is what all pages to print have: their frame, their foot, their headings, and an author's prose as it
// stands on paper.
//
//	func Handout(p sheet.Maker, c *casebook.Case) any {
//		p.Mark(c, "paper.handout", "sheet")
//		return &handoutView{Page: p.Page, Back: p.BackTo(c), Foot: p.FootOf(c, casebook.Date{})}
//	}
package sheet

import (
	"html/template"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// Cards gives the fronts of all cards of a case, as HTML for the page that asks.
type Cards func(p *page.Page) map[*casebook.Event]template.HTML

// Press makes the sheets of one case, or those that are of none.
type Press struct {
	*page.Run
	Cards Cards // nil where there is no case
}

// Maker makes the view of one page.
type Maker struct {
	*page.Page
	*Press
}
