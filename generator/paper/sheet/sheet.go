// Package sheet holds what all pages to print share: the context for building a view, the
// foot, the headings, QR codes, and an author's text without links.
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

// Cards returns the fronts of all cards of a case, as HTML for page p.
type Cards func(p *page.Page) map[*casebook.Event]template.HTML

// Press is the context of the pages of one case, or of those that belong to none.
type Press struct {
	*page.Run
	Cards Cards // nil if there is no case
}

// Maker is the context for building the view of one page.
type Maker struct {
	*page.Page
	*Press
}
