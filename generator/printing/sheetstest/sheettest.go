// Package sheettest returns a [importing.Maker] for tests, without going through the guard.
package sheetstest

import (
	"html/template"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
	"casusboek/generator/theme"
	"casusboek/templates"
)

// Run returns a run over a book with the built-in templates.
func Run(t *testing.T, b *casebook.Book, edition guard.Edition) *page.Renderer {
	t.Helper()
	words, set, problems, err := theme.Load(templates.Files, nil, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return page.NewRenderer(b, edition, page.Options{Words: words, Templates: set, Version: "1.0"})
}

// Cards returns card fronts with title and text only.
func Cards(c *casebook.Case) sheets.CardTexts {
	cards := map[*casebook.Event]template.HTML{}
	for _, e := range c.Events {
		cards[e] = template.HTML("<b>" + e.Title.V + "</b> " + e.Text.Plain) // a test's own words
	}
	return func(*page.Page) map[*casebook.Event]template.HTML { return cards }
}

// Maker returns the context of one page, with the cards of the first case.
func Maker(t *testing.T, b *casebook.Book, at address.Path) sheets.Base {
	t.Helper()
	run := Run(t, b, guard.Public)
	return sheets.Base{Page: run.Page(at, ""), Printer: &sheets.Printer{Renderer: run, Cards: Cards(b.Cases[0])}}
}
