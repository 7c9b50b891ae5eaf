package pdf_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"casusboek/generator/checks"
	"casusboek/generator/pdf"
	"casusboek/generator/pdf/chrome"
)

// files are pages in memory.
type files map[string]string

func (f files) ReadFile(path string) ([]byte, error) {
	text, ok := f[path]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

// page is a whole page around a body.
func page(body string) string {
	return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Blad – Boek</title><meta name="author" content="Kring &amp; Co">
<link rel="stylesheet" href="stijl.css"><link rel="license" href="https://voorbeeld.nl/licentie" title="CC BY"></head><body>` + body + `</body></html>`
}

var day = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

// open starts a browser with a temporary folder of its own, which must be empty when the test is over.
func open(t *testing.T, o pdf.Options) *pdf.Printer {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
	program, err := chrome.Find(os.Getenv("CHROME"))
	if err != nil {
		t.Fatal(err)
	}
	dir := temporary(t)
	o.Browser, o.Creator = program, "casusboek proef"
	if o.Date.IsZero() {
		o.Date = day
	}
	if o.Limit == 0 {
		o.Limit = 2 * time.Minute
	}
	press, err := pdf.OpenPrinter(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		press.Close()
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left on disk: %v, %v", left, err)
		}
	})
	return press
}

// temporary sets a folder for temporary files. Its path is short: a browser's socket must fit behind it.
func temporary(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "cb")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	t.Setenv("TMPDIR", dir)
	return dir
}

// one prints one document.
func one(t *testing.T, press *pdf.Printer, f files, d pdf.Document) pdf.Printed {
	t.Helper()
	var made pdf.Printed
	if err := press.Print(t.Context(), f, []pdf.Document{d}, func(_ int, p pdf.Printed) error {
		made = p
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return made
}

func check(t *testing.T, made pdf.Printed) *checks.PDF {
	t.Helper()
	doc, err := checks.ReadPDF(made.PDF)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range doc.Faults() {
		t.Error(fault)
	}
	return doc
}

// hard is a page with all that Chromium is known to do wrong: a heading that wraps, one that moves to the next page, emphasis,
// links over two lines, lists, empty cells, words with an outline, an aside, a margin box.
const hard = `<h1>Huisbezoek met een wijkagent die nog nooit van het huis had gehoord, en terug</h1>
<p>Een <em>nadruk</em> en <strong>meer</strong>, naar <a href="ander.html#plek">een andere bladzijde van deze site, die lang is</a> of <a href="#eind">het eind</a>.</p>
<ul><li>los</li><li>met <b>vet</b><p>alinea</p></li></ul><aside><p>Terzijde</p></aside>
<table><tr><th scope="col">Een</th><th scope="col">Twee</th></tr><tr><th scope="row">a</th><td></td></tr></table>
<svg role="img" aria-label="Tekening" width="200" height="40"><path d="M0 20H200" stroke="#000"/><text x="9" y="25" stroke="#fff" stroke-width="4" paint-order="stroke">woorden</text></svg>
<div class="vol"></div><section><h2>Draaiboek</h2><p>Een<br>twee<br>drie</p></section><h2 id="eind">Eind</h2><p>Dat was het.</p>`

const style = `@page { size: A5; margin: 15mm; @bottom-right { content: counter(page) } }
body { font: 12pt sans-serif; margin: 0 } h1 { width: 60mm } p a { display: inline-block; width: 40mm }
.vol { height: 95mm } h2 { break-after: avoid } p { break-inside: avoid } .n:checked ~ p { font-size: 30pt }`

func TestWhatChromiumLeavesUndoneIsDone(t *testing.T) {
	press := open(t, pdf.Options{})
	made := one(t, press, files{"map/blad.html": page(hard), "map/stijl.css": style}, pdf.Document{Page: "map/blad.html"})
	doc := check(t, made)
	want := []string{"Huisbezoek met een wijkagent die nog nooit van het huis had gehoord, en terug", "Draaiboek", "Eind"}
	if got := doc.Bookmarks(); !slices.Equal(got, want) {
		t.Errorf("bookmarks %q", got)
	}
	if doc.Title != "Blad – Boek" || len(doc.Pages) < 2 {
		t.Errorf("title %q, %d pages", doc.Title, len(doc.Pages))
	}
	for word, place := range map[string]string{
		"Kring & Co": "XMP", "CC BY": "XMP", "https://voorbeeld.nl/licentie": "XMP", "2026-12-01T00:00:00Z": "XMP", "D:20261201000000": "/ModDate", "het eind": "/Contents",
	} {
		if !slices.Contains(doc.Mentions(word), place) {
			t.Errorf("%s is not in %s but in %v", word, place, doc.Mentions(word))
		}
	}
	for _, word := range []string{"casusboek.invalid", "HeadlessChrome", "Mozilla"} {
		if places := doc.Mentions(word); len(places) > 0 {
			t.Errorf("%s is in %v", word, places)
		}
	}
	if want := []string{"map/blad.html", "map/stijl.css"}; !slices.Equal(made.Files, want) {
		t.Errorf("made of %v", made.Files)
	}
}

func TestLinksLeadToThePublicSite(t *testing.T) {
	press := open(t, pdf.Options{})
	public := strings.Replace(page(hard), "<title>", `<link rel="canonical" href="https://voorbeeld.nl/boek/map/"><title>`, 1)
	doc := check(t, one(t, press, files{"map/index.html": strings.ReplaceAll(public, "ander.html", "../ander/index.html"), "map/stijl.css": style}, pdf.Document{Page: "map/index.html"}))
	if places := doc.Mentions("https://voorbeeld.nl/boek/ander/#plek"); !slices.Contains(places, "/URI") {
		t.Errorf("the link's place on the public site is in %v", places)
	}
	if !slices.Contains(doc.Mentions("een andere bladzijde van deze site, die lang is"), "/Contents") {
		t.Error("the link has no description")
	}
}

func TestTwoRunsAreTheSameBytes(t *testing.T) {
	f := files{"a.html": page(hard), "b.html": page("<h1>Kort</h1>"), "stijl.css": style}
	docs := []pdf.Document{{Page: "a.html"}, {Page: "b.html"}, {Page: "a.html"}, {Page: "b.html"}}
	var first [][]byte
	for range 2 {
		press := open(t, pdf.Options{})
		made := make([][]byte, len(docs))
		err := press.Print(t.Context(), f, docs, func(i int, p pdf.Printed) error {
			made[i] = p.PDF
			return nil
		})
		press.Close()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(made[0], made[2]) || !bytes.Equal(made[1], made[3]) {
			t.Error("the same page printed twice by one browser differs")
		}
		if first != nil && !slices.EqualFunc(first, made, bytes.Equal) {
			t.Error("another browser makes other bytes")
		}
		first = made
	}
	press := open(t, pdf.Options{Date: day.AddDate(0, 0, 1)})
	if bytes.Equal(one(t, press, f, docs[0]).PDF, first[0]) {
		t.Error("another date makes the same bytes")
	}
}

// The numbers of a contents list are those of the pages, also when they take room that moves things.
func TestContentsListHasPageNumbers(t *testing.T) {
	var body strings.Builder
	body.WriteString(`<h1>Pakket</h1><ul class="contents">`)
	for i := range 12 {
		fmt.Fprintf(&body, `<li><a href="#deel-%d">Deel %[1]d, bladzijde <span class="page-number"></span></a></li>`, i)
	}
	body.WriteString(`</ul>`)
	for i := range 12 {
		fmt.Fprintf(&body, `<section style="break-before:page"><h2 id="deel-%d">Deel %[1]d</h2><p style="height:%dmm">tekst</p><p>meer</p></section>`, i, 20+i*20)
	}
	press := open(t, pdf.Options{})
	doc := check(t, one(t, press, files{"p.html": page(body.String()), "stijl.css": style}, pdf.Document{Page: "p.html"}))
	number := map[string]int{}
	for _, tag := range doc.Tags {
		if tag.Kind == "H2" {
			number[strings.Join(strings.Fields(tag.Text), "")] = tag.Page
		}
	}
	listed := strings.Join(strings.Fields(doc.Pages[0].Text), "")
	if number["Deel11"] < 15 {
		t.Fatalf("the parts stand on %v", number)
	}
	for name, n := range number {
		if !strings.Contains(listed, fmt.Sprintf("%s,bladzijde%d", name, n)) {
			t.Errorf("%s is on page %d, and the list says %s", name, n, listed)
		}
	}
	err := press.Print(t.Context(), files{"p.html": page(`<p class="contents"><a href="#weg">x <span class="page-number"></span></a></p>`)}, []pdf.Document{{Page: "p.html"}}, nil)
	if err == nil || !strings.Contains(err.Error(), "#weg") || !strings.Contains(err.Error(), "p.html") {
		t.Errorf("a contents list that points nowhere: %v", err)
	}
}

func TestChoicesAreTicked(t *testing.T) {
	f := files{"p.html": page(`<input class="n" type="checkbox" id="groot" hidden><h1>Blad</h1>` + strings.Repeat("<p>Een regel tekst.</p>", 10)), "stijl.css": style}
	press := open(t, pdf.Options{})
	plain := check(t, one(t, press, f, pdf.Document{Page: "p.html"}))
	large := check(t, one(t, press, f, pdf.Document{Page: "p.html", Ticks: []string{"groot"}}))
	if len(plain.Pages) != 1 || len(large.Pages) < 2 {
		t.Errorf("%d pages, and %d in large type", len(plain.Pages), len(large.Pages))
	}
	err := press.Print(t.Context(), f, []pdf.Document{{Page: "p.html", Ticks: []string{"reus"}}}, nil)
	if err == nil || !strings.Contains(err.Error(), "reus") {
		t.Errorf("a choice that is not there: %v", err)
	}
}

// The browser may ask for what it wants: it gets the given files and nothing else.
func TestNothingElseIsLoaded(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	secret := t.TempDir() + "/geheim.html"
	if err := os.WriteFile(secret, []byte("ZZGEHEIMZZ"), 0o600); err != nil {
		t.Fatal(err)
	}
	body := fmt.Sprintf(`<h1 id="k">Kop</h1><img alt="x" src="%[1]s/a.png"><iframe title="x" src="file://%[2]s"></iframe><link rel="stylesheet" href="%[1]s/b.css"><link rel="preconnect" href="%[1]s">
<img alt="weg" src="weg.png"><script>document.getElementById("k").textContent = "Gehackt"; fetch("%[1]s/c")</script>`, server.URL, secret)
	press := open(t, pdf.Options{})
	made := one(t, press, files{"p.html": page(body), "stijl.css": style}, pdf.Document{Page: "p.html"})
	doc, err := checks.ReadPDF(made.PDF)
	if err != nil {
		t.Fatal(err)
	}
	if asked.Load() > 0 {
		t.Errorf("the browser asked a server %d times", asked.Load())
	}
	if places := doc.Mentions("ZZGEHEIMZZ"); len(places) > 0 {
		t.Errorf("a file of this machine is in the PDF: %v", places)
	}
	if len(doc.Mentions("Gehackt")) > 0 || len(doc.Mentions("Kop")) == 0 {
		t.Error("a script of the page has run")
	}
	if want := []string{"p.html", "stijl.css", "weg.png"}; !slices.Equal(made.Files, want) {
		t.Errorf("made of %v, want %v: also what is not there counts", made.Files, want)
	}
}

func TestAPageThatIsNotThere(t *testing.T) {
	press := open(t, pdf.Options{})
	err := press.Print(t.Context(), files{}, []pdf.Document{{Page: "weg.html"}}, nil)
	if err == nil || !strings.Contains(err.Error(), "weg.html") {
		t.Errorf("%v", err)
	}
}
