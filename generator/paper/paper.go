// Package paper makes the pages that are made to be printed: for the table the handout, cards and worksheet of every
// case, the pack of every session and blank sheets; for the facilitator a guide to every case and a run sheet for every
// session.
//
//	for _, spec := range slices.Concat(paper.Pages(run), paper.PagesOf(run, c, cards)) {
//		html, err := run.Make(spec)
//	}
//
// What lies on the table knows round 0 alone; only the deck holds the whole life, and what is the facilitator's is in
// that edition alone. Sizes are those of A4 and A6, and the texts are counted so that they fit: how it looks is in
// templates/paper.css.
package paper

import (
	"html/template"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/page"
)

// Cards gives the fronts of all cards of the case, as HTML for the page that asks.
type Cards func(p *page.Page) map[*casebook.Event]template.HTML

// press makes the sheets of one case, or those that are of none.
type press struct {
	*page.Run
	cards Cards // nil where there is no case
}

// maker makes the view of one page.
type maker struct {
	*page.Page
	*press
}

// PagesOf lists the pages of paper of one case. cards makes the fronts of its deck.
func PagesOf(run *page.Run, c *casebook.Case, cards Cards) []page.Spec {
	s := &press{run, cards}
	pages := []page.Spec{
		s.page(run.At.Handout(c), "handout.html", func(p maker) any { return p.handoutView(c) }),
		s.page(run.At.Cards(c), "cards.html", func(p maker) any { return p.deckView(c) }),
		s.page(run.At.Worksheet(c), "worksheet.html", func(p maker) any { return p.worksheetView(c) }),
	}
	if run.Edition == guard.Facilitator {
		pages = append(pages, s.page(run.At.Guide(c), "guide.html", func(p maker) any { return p.guideView(c) }))
	}
	return pages
}

// Pages lists the pages of paper that are not of one case.
func Pages(run *page.Run) []page.Spec {
	s := &press{Run: run}
	pages := []page.Spec{s.page(run.At.Blank(), "blank.html", maker.blankView)}
	for _, x := range run.Book.Sessions {
		pages = append(pages, s.page(run.At.Pack(x), "pack.html", func(p maker) any { return p.packView(x) }))
		if run.Edition == guard.Facilitator {
			pages = append(pages, s.page(run.At.RunSheet(x), "runsheet.html", func(p maker) any { return p.runSheetView(x) }))
		}
	}
	return pages
}

// page is one page to be made, with the maker of its view.
func (s *press) page(at address.Path, template string, view func(maker) any) page.Spec {
	return page.Spec{Address: at, Template: template, View: func(p *page.Page) any { return view(maker{p, s}) }}
}
