// Package sheettest returns a [sheet.Maker] for tests, without going through the guard.
package sheettest

import (
	"html/template"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/overlay"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
	"casusboek/templates"
)

// Run returns a run over a book with the built-in templates.
func Run(t *testing.T, b *casebook.Book, edition guard.Edition) *page.Run {
	t.Helper()
	words, set, problems, err := overlay.Load(templates.Files, nil, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return page.NewRun(b, edition, page.Options{Words: words, Templates: set, Version: "1.0"})
}

// Cards returns card fronts with title and text only.
func Cards(c *casebook.Case) sheet.Cards {
	cards := map[*casebook.Event]template.HTML{}
	for _, e := range c.Events {
		cards[e] = template.HTML("<b>" + e.Title.V + "</b> " + e.Text.Plain) //nolint:gosec // a test's own words
	}
	return func(*page.Page) map[*casebook.Event]template.HTML { return cards }
}

// Maker returns the context of one page, with the cards of the first case.
func Maker(t *testing.T, b *casebook.Book, at address.Path) sheet.Maker {
	t.Helper()
	run := Run(t, b, guard.Public)
	return sheet.Maker{Page: run.Page(at, ""), Press: &sheet.Press{Run: run, Cards: Cards(b.Cases[0])}}
}
