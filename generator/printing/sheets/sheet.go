// Package sheet holds what all pages to print share: the context for building a view, the
// foot, the headings, QR codes, and an author's text without links.
//
//	func Handout(p importing.Base, c *casebook.Case) any {
//		p.Mark(c, "paper.handout", "sheet")
//		return &handoutView{Page: p.Page, Back: p.BackTo(c), Foot: p.FootOf(c, casebook.Date{})}
//	}
package sheets

import (
	"html/template"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// CardTexts returns the fronts of all cards of a case, as HTML for page p.
type CardTexts func(p *page.Page) map[*casebook.Event]template.HTML

// Printer is the context of the pages of one case, or of those that belong to none.
type Printer struct {
	*page.Renderer
	Cards CardTexts // nil if there is no case
}

// Base is the context for building the view of one page.
type Base struct {
	*page.Page
	*Printer
}
