// Package paper lists the pages that are made to be printed, each with the products that come out of it: for the table
// the handouts, cards and worksheet of every case, the pack of every session and blank sheets; for the facilitator a
// guide to every case and a run sheet for every session.
//
//	for _, s := range slices.Concat(paper.Pages(run), paper.PagesOf(run, c, cards)) {
//		html, err := run.Make(s.Spec)
//		names := s.Prints // nadira-kaarten-a6
//	}
//
// What lies on the table knows round 0 alone, unless it says its round; only the decks, the life map and who knew what hold the
// whole life, the sheets by role what a role knew of all rounds, and what is the facilitator's is in that edition alone. How it looks is in templates/paper.css and cards.css.
package paper

import (
	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/knowing"
	"casusboek/generator/lang"
	"casusboek/generator/page"
	"casusboek/generator/paper/deck"
	"casusboek/generator/paper/roles"
	"casusboek/generator/paper/session"
	"casusboek/generator/paper/sheet"
	"casusboek/generator/paper/table"
	"casusboek/generator/paper/wall"
)

// Sheet is one page to be made, and what is printed of it.
type Sheet struct {
	page.Spec
	Product Product
	Of      casebook.Document // the case, session or reflection; nil for blank sheets
	Prints  []Print           // at least one
}

// PagesOf lists the pages of paper of one case. cards makes the fronts of its deck.
func PagesOf(run *page.Run, c *casebook.Case, cards sheet.Cards) []Sheet {
	s := press{&sheet.Press{Run: run, Cards: cards}}
	pages := append(s.handouts(c), []Sheet{
		s.sheet(Worksheet, c, run.At.Worksheet(c), "worksheet.html", func(p sheet.Maker) any { return table.WorksheetView(p, c) }, s.large()),
	}...)
	if len(c.Events) > 0 {
		pages = append(pages, s.sheet(LifeMap, c, run.At.MapSheet(c), "mapsheet.html", func(p sheet.Maker) any { return table.MapSheetView(p, c) }, Choice{ID: "_a3", Name: "a3"}))
	}
	if knowing.Told(c) {
		pages = append(pages,
			s.sheet(Knowing, c, run.At.Knowing(c), "knowing.html", func(p sheet.Maker) any { return roles.KnowingView(p, c) }),
			s.sheet(Roles, c, run.At.Roles(c), "roles.html", func(p sheet.Maker) any { return roles.HandsView(p, c) }, s.large()),
			s.sheet(RoleCards, c, run.At.RoleCards(c), "cards.html", func(p sheet.Maker) any { return deck.HandsView(p, c) }))
	}
	for i, size := range run.Book.Site.Paper.Sizes() {
		pages = append(pages, s.deck(c, size, i == 0))
	}
	if run.Edition == guard.Facilitator {
		pages = append(pages, s.sheet(Guide, c, run.At.Guide(c), "guide.html", func(p sheet.Maker) any { return session.GuideView(p, c) }))
	}
	return pages
}

// handouts are one for every round of a case.
func (s press) handouts(c *casebook.Case) []Sheet {
	pages := []Sheet{s.sheet(Handout, c, s.At.Handout(c), "handout.html", func(p sheet.Maker) any { return table.HandoutView(p, c) }, s.large())}
	for n := 1; n <= c.LastRound(); n++ {
		pages = append(pages, s.sheet(Handout, c, s.At.HandoutOf(c, n), "roundhandout.html", func(p sheet.Maker) any { return table.RoundHandoutView(p, c, n) }, s.large()))
	}
	return pages
}

// large is large print: 18 points.
func (s press) large() Choice { return Choice{ID: "_large", Name: s.At.Large()} }

// quotes are the reflections of a session for the wall: without what gives a later round away, and with it.
func (s press) quotes(x *casebook.Session) Sheet {
	var choices []Choice
	if wall.SpoilsAny(x) {
		choices = append(choices, Choice{ID: "_later", Name: s.At.Whole()})
	}
	return s.sheet(Quotes, x, s.At.Quotes(x), "quotes.html", func(p sheet.Maker) any { return wall.QuotesView(p, x) }, choices...)
}

// Pages lists the pages of paper that are not of one case.
func Pages(run *page.Run) []Sheet {
	s := press{&sheet.Press{Run: run}}
	pages := []Sheet{
		s.sheet(Blank, nil, run.At.Blank(), "blank.html", table.BlankView),
		s.sheet(TestSheet, nil, run.At.TestSheet(), "test-sheet.html", deck.TestView),
	}
	for _, x := range run.Book.Sessions {
		pages = append(pages, s.sheet(Pack, x, run.At.Pack(x), "pack.html", func(p sheet.Maker) any { return session.PackView(p, x) }))
		if run.Edition == guard.Facilitator {
			pages = append(pages,
				s.sheet(RunSheet, x, run.At.RunSheet(x), "runsheet.html", func(p sheet.Maker) any { return session.RunSheetView(p, x) }),
				s.sheet(FacilitatorPack, x, run.At.FacilitatorPack(x), "pack.html", func(p sheet.Maker) any { return session.FacilitatorPackView(p, x) }))
		}
		if len(x.Reflections) > 0 {
			pages = append(pages, s.quotes(x))
		}
	}
	for _, r := range run.Book.Reflections {
		pages = append(pages, s.sheet(Poster, r, run.At.Poster(r), "poster.html", func(p sheet.Maker) any { return wall.PosterView(p, r) }))
	}
	return pages
}

// Problems are what an author must know of what is printed: the cards whose text does not fit.
func Problems(b *casebook.Book, words *lang.Catalogue) diag.List {
	var problems diag.List
	for _, c := range b.Cases {
		problems.Join(deck.TooLong(c, b.Site.Paper.Sizes(), words))
	}
	return problems
}

type press struct{ *sheet.Press }

// deck is the deck of a case in one size. All files are named by their size, also those of the first, whose page has none
// in its address.
func (s press) deck(c *casebook.Case, size casebook.CardSize, first bool) Sheet {
	at := s.At.CardsOf(c, size)
	name := printsOf(at, nil)[0].Name
	if first {
		at = s.At.Cards(c)
	}
	made := s.sheet(Cards, c, at, "cards.html", func(p sheet.Maker) any { return deck.View(p, c, size) })
	made.Prints[0].Name = name
	return made
}

// sheet is one page to be made. It is printed as it opens, and once more with each of the choices.
func (s press) sheet(product Product, of casebook.Document, at address.Path, template string, view func(sheet.Maker) any, choices ...Choice) Sheet {
	return Sheet{
		Spec:    page.Spec{Address: at, Template: template, View: func(p *page.Page) any { return view(sheet.Maker{Page: p, Press: s.Press}) }},
		Product: product, Of: of, Prints: printsOf(at, choices),
	}
}
