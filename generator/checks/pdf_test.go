package checks_test

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator"
	"casusboek/generator/checks"
	"casusboek/generator/checks/browser"
	"casusboek/generator/guard"
	"casusboek/generator/pdf"
	"casusboek/generator/printing"
)

// printedPDF is one finished PDF with the page that it was made of.
type printedPDF struct {
	sheet printing.Sheet
	name  string
	html  string
	doc   *checks.PDF
	pdf   []byte
	tight []pdf.Tight
}

// printAll prints what pick takes of a casebook's pages to print: the first page of every product with all its choices, the others as
// they open, and with claim all of them, for a validator, as files that say that they conform to PDF/UA.
func printAll(t *testing.T, content fs.FS, edition guard.Edition, claim bool, pick func(printing.Sheet) bool) []printedPDF {
	t.Helper()
	needsBrowser(t)
	program, err := browser.Find()
	must(t, err)
	pages := &pdf.Pages{}
	in := generator.Input{Content: content, Edition: edition, Today: today, Version: "test"}
	sheets, result, err := generator.Print(context.Background(), in, pick, pages)
	must(t, err)
	if result.Failed() {
		t.Fatal(result.Problems)
	}
	press, err := pdf.OpenPrinter(t.Context(), pdf.Options{Browser: program, Date: today, Creator: "casusboek test", Limit: 2 * time.Minute, Claim: claim})
	must(t, err)
	defer press.Close()
	var documents []pdf.Document
	var made []printedPDF
	seen := map[printing.Product]bool{}
	for _, s := range sheets {
		html, err := pages.ReadFile(s.Address.File())
		must(t, err)
		for _, p := range s.Prints {
			if len(p.IDs) > 0 && seen[s.Product] && !claim {
				continue
			}
			documents = append(documents, pdf.Document{Page: p.Page.File(), Ticks: p.IDs})
			made = append(made, printedPDF{sheet: s, name: p.Name, html: string(html)})
		}
		seen[s.Product] = true
	}
	must(t, press.Print(t.Context(), pages, documents, func(i int, p pdf.Printed) error {
		doc, err := checks.ReadPDF(p.PDF)
		made[i].doc, made[i].pdf, made[i].tight = doc, p.PDF, p.Tight
		return err
	}))
	return made
}

// Every product of the example casebook, in the edition in which it first is.
func TestPrintedExample(t *testing.T) {
	all := printAll(t, exampleContent(), guard.Public, false, func(printing.Sheet) bool { return true })
	public := map[printing.Product]bool{}
	for _, p := range all {
		public[p.sheet.Product] = true
	}
	all = append(all, printAll(t, exampleContent(), guard.Facilitator, false, func(s printing.Sheet) bool { return !public[s.Product] })...)
	names := map[string]bool{}
	products := map[printing.Product]int{}
	for _, p := range all {
		products[p.sheet.Product]++
		for _, fault := range p.doc.Faults() {
			t.Errorf("%s: %s", p.name, fault)
		}
		for _, card := range p.tight {
			t.Errorf("%s: the text of card %s runs off it by %d lines", p.name, card.Event, card.Lines)
		}
		if names[p.name] {
			t.Errorf("two PDFs are called %s", p.name)
		}
		names[p.name] = true
		if !strings.HasSuffix(p.doc.Title, " – Wat niemand vroeg") {
			t.Errorf("%s has the title %q", p.name, p.doc.Title)
		}
		for _, word := range []string{"Leernetwerk De Derde Stoel", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"} {
			if !slices.Contains(p.doc.Mentions(word), "XMP") {
				t.Errorf("the metadata of %s do not say %s", p.name, word)
			}
		}
	}
	for _, product := range []printing.Product{printing.Handout, printing.Cards, printing.Worksheet, printing.Pack, printing.Blank, printing.Guide, printing.RunSheet, printing.Knowing, printing.Roles, printing.RoleCards} {
		if products[product] == 0 {
			t.Errorf("there is no PDF of the product %s", product)
		}
	}
}

// A PDF knows no more than its page, also in metadata, bookmarks and descriptions: words of the facilitator and of
// later rounds are in it only if they are on that page, which the tests of pages hold.
func TestPrintedKnowsNoMoreThanItsPage(t *testing.T) {
	content := copyOf(t, exampleContent())
	const nadira = "casussen/nadira.md"
	last := 0
	content[nadira].Data = edit(t, nadira, content[nadira].Data, func(front *yaml.Node) {
		last = markRounds(front, "nadira")
		markAll(under(front, "begeleiding"))
	})
	words := []string{"zzbegeleidingzz"}
	for round := 1; round <= last; round++ {
		words = append(words, mark("nadira", round))
	}
	heard := map[string]bool{}
	for _, kind := range []guard.Edition{guard.Public, guard.Facilitator} {
		for _, p := range printAll(t, content, kind, false, func(s printing.Sheet) bool {
			return strings.Contains(string(s.Address), "nadira") || s.Product == printing.Pack
		}) {
			for _, word := range words {
				places := p.doc.Mentions(word)
				onPage := strings.Contains(strings.ToLower(p.html), strings.ToLower(word))
				if len(places) > 0 && (!onPage || word == "zzbegeleidingzz" && kind == guard.Public) {
					t.Errorf("%s knows %s, from %v", p.name, word, places)
				}
				heard[word] = heard[word] || slices.Contains(places, "page text")
			}
		}
	}
	for _, word := range words {
		if !heard[word] {
			t.Errorf("%s is in no PDF, so that its absence proves nothing", word)
		}
	}
	if last < 2 {
		t.Error("nadira has no later rounds")
	}
}
