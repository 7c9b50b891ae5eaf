// Package paper lists the pages that are made to be printed, each with the files that are
// printed from it. Every case has handouts, cards and a worksheet; every session has a
// pack; blank sheets belong to neither. The facilitator edition adds a guide per case and a
// run sheet per session.
//
//	for _, s := range slices.Concat(printing.Pages(run), printing.CasePages(run, c, cards)) {
//		html, err := run.Make(s.Spec)
//		names := s.Prints // nadira-kaarten-a6
//	}
//
// [Problems] lists what does not fit on paper and is called when a site is checked.
//
// A page for participants holds round 0 only, unless its title names a later round. The
// exceptions are the decks, the life map and the page of who knew what, which hold all
// rounds, and the sheets by role, which hold what one role knew in all rounds. Pages for
// the facilitator exist in that edition only. The styles are in templates/paper.css and
// cards.css.
package printing

import (
	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"

	"casusboek/generator/lang"
	"casusboek/generator/page"
	"casusboek/generator/printing/cards"

	"casusboek/generator/printing/sheets"
)

// Sheet is the specification of one page to print, with the files that are printed from it.
type Sheet struct {
	page.Spec
	Product Product
	Of      casebook.Document // the case, session or reflection it belongs to; nil for blank sheets
	Prints  []Print           // at least one
}

// CasePages returns the pages to print of one case. cards returns the fronts of its deck.
func CasePages(run *page.Renderer, c *casebook.Case, fronts sheets.CardTexts) []Sheet {
	s := builder{&sheets.Printer{Renderer: run, Cards: fronts}}
	pages := append(s.handouts(c), []Sheet{
		s.sheet(Worksheet, c, run.At.Worksheet(c), "worksheet.html",
			func(p sheets.Base) any { return WorksheetView(p, c) }, s.large()),
	}...)
	if len(c.Events) > 0 {
		pages = append(pages, s.sheet(LifeMap, c, run.At.MapSheet(c), "mapsheet.html",
			func(p sheets.Base) any { return MapSheetView(p, c) }, Choice{ID: "_a3", Name: "a3"}))
	}
	if casebook.RecordsWhoKnew(c) {
		pages = append(pages,
			s.sheet(Knowing, c, run.At.Knowing(c), "knowing.html",
				func(p sheets.Base) any { return KnowingView(p, c) }),
			s.sheet(Roles, c, run.At.Roles(c), "roles.html",
				func(p sheets.Base) any { return RoleSheetsView(p, c) }, s.large()),
			s.sheet(RoleCards, c, run.At.RoleCards(c), "cards.html",
				func(p sheets.Base) any { return cards.RoleDeckView(p, c) }))
	}
	for i, size := range run.Book.Site.Paper.Sizes() {
		pages = append(pages, s.deck(c, size, i == 0))
	}
	if run.Edition == guard.Facilitator {
		pages = append(pages, s.sheet(Guide, c, run.At.Guide(c), "guide.html",
			func(p sheets.Base) any { return GuideView(p, c) }))
	}
	return pages
}

// handouts returns one handout for each round of a case.
func (s builder) handouts(c *casebook.Case) []Sheet {
	pages := []Sheet{s.sheet(Handout, c, s.At.Handout(c), "handout.html",
		func(p sheets.Base) any { return HandoutView(p, c) }, s.large())}
	for n := 1; n <= c.LastRound(); n++ {
		pages = append(pages, s.sheet(Handout, c, s.At.HandoutOf(c, n), "roundhandout.html",
			func(p sheets.Base) any { return RoundHandoutView(p, c, n) }, s.large()))
	}
	return pages
}

// large returns the choice of large print: type of 18 points.
func (s builder) large() Choice { return Choice{ID: "_large", Name: s.At.Large()} }

// quotes returns the page with the reflections of a session. If any of them reveals a later
// round, the page is printed twice: without those texts and with them.
func (s builder) quotes(x *casebook.Session) Sheet {
	var choices []Choice
	if RevealsAny(x) {
		choices = append(choices, Choice{ID: "_later", Name: s.At.Whole()})
	}
	return s.sheet(Quotes, x, s.At.Quotes(x), "quotes.html",
		func(p sheets.Base) any { return QuotesView(p, x) }, choices...)
}

// Pages returns the pages to print that do not belong to one case.
func Pages(run *page.Renderer) []Sheet {
	s := builder{&sheets.Printer{Renderer: run}}
	pages := []Sheet{
		s.sheet(Blank, nil, run.At.Blank(), "blank.html", BlankView),
		s.sheet(TestSheet, nil, run.At.TestSheet(), "test-sheet.html", cards.TestSheetView),
	}
	for _, x := range run.Book.Sessions {
		pages = append(pages, s.sheet(Pack, x, run.At.Pack(x), "pack.html",
			func(p sheets.Base) any { return PackView(p, x) }))
		if run.Edition == guard.Facilitator {
			pages = append(pages,
				s.sheet(RunSheet, x, run.At.RunSheet(x), "runsheet.html",
					func(p sheets.Base) any { return RunSheetView(p, x) }),
				s.sheet(FacilitatorPack, x, run.At.FacilitatorPack(x), "pack.html",
					func(p sheets.Base) any { return FacilitatorPackView(p, x) }))
		}
		if len(x.Reflections) > 0 {
			pages = append(pages, s.quotes(x))
		}
	}
	for _, r := range run.Book.Reflections {
		pages = append(pages, s.sheet(Poster, r, run.At.Poster(r), "poster.html",
			func(p sheets.Base) any { return PosterView(p, r) }))
	}
	return pages
}

// Problems returns the problems of the printed pages that an author must correct: cards
// whose text does not fit.
func Problems(b *casebook.Book, words *lang.Catalogue) diag.List {
	var problems diag.List
	for _, c := range b.Cases {
		problems.Join(cards.TooLongCards(c, b.Site.Paper.Sizes(), words))
	}
	return problems
}

// builder makes the specifications of the pages.
type builder struct{ *sheets.Printer }

// deck returns the page of the deck of a case in one card size. The address of the first
// size does not contain the size, but the names of the printed files always do.
func (s builder) deck(c *casebook.Case, size casebook.CardSize, first bool) Sheet {
	at := s.At.CardsOf(c, size)
	name := printsOf(at, nil)[0].Name
	if first {
		at = s.At.Cards(c)
	}
	deckPage := s.sheet(Cards, c, at, "cards.html", func(p sheets.Base) any { return cards.DeckView(p, c, size) })
	deckPage.Prints[0].Name = name
	return deckPage
}

// sheet returns the specification of one page. The page is printed once as it opens, and
// once more for each of the choices.
func (s builder) sheet(
	product Product, of casebook.Document, at address.Path, template string,
	view func(sheets.Base) any, choices ...Choice,
) Sheet {
	return Sheet{
		Spec: page.Spec{
			Address: at, Template: template,
			View: func(p *page.Page) any { return view(sheets.Base{Page: p, Printer: s.Printer}) },
		},
		Product: product, Of: of, Prints: printsOf(at, choices),
	}
}
