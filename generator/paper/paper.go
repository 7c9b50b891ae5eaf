// Package paper makes the pages that are made to be printed: for the table the handout, cards and worksheet of every
// case, the pack of every session and blank sheets; for the facilitator a guide to every case and a run sheet for every
// session.
//
//	for _, spec := range paper.Pages(run, cards) {
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

// Cards gives the fronts of all cards of a case, as HTML for the page that asks.
type Cards func(p *page.Page, c *casebook.Case) map[*casebook.Event]template.HTML

// press is what all sheets of a run are made with.
type press struct {
	*page.Run
	cards Cards
}

// maker makes the view of one page.
type maker struct {
	*page.Page
	*press
}

// Pages lists all pages of paper. cards makes the fronts of the deck.
func Pages(run *page.Run, cards Cards) []page.Spec {
	s := &press{run, cards}
	var all []page.Spec
	add := func(at address.Path, template string, view func(maker) any) {
		all = append(all, page.Spec{Address: at, Template: template, View: func(p *page.Page) any { return view(maker{p, s}) }})
	}
	for _, c := range s.Book.Cases {
		add(s.At.Handout(c), "handout.html", func(p maker) any { return p.handoutView(c) })
		add(s.At.Cards(c), "cards.html", func(p maker) any { return p.deckView(c) })
		add(s.At.Worksheet(c), "worksheet.html", func(p maker) any { return p.worksheetView(c) })
	}
	for _, x := range s.Book.Sessions {
		add(s.At.Pack(x), "pack.html", func(p maker) any { return p.packView(x) })
	}
	add(s.At.Blank(), "blank.html", maker.blankView)
	if s.Edition != guard.Facilitator {
		return all
	}
	for _, c := range s.Book.Cases {
		add(s.At.Guide(c), "guide.html", func(p maker) any { return p.guideView(c) })
	}
	for _, x := range s.Book.Sessions {
		add(s.At.RunSheet(x), "runsheet.html", func(p maker) any { return p.runSheetView(x) })
	}
	return all
}
