package page_test

import (
	"errors"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/generator/page"
	"casusboek/generator/theme"
	"casusboek/templates"
)

func runOf(t *testing.T, book *casebook.Book, edition guard.Edition) *page.Renderer {
	t.Helper()
	words, set, problems, err := theme.Load(templates.Files, nil, "nl")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return page.NewRenderer(book, edition, page.Options{Words: words, Templates: set, Updated: book.Sessions[0].Date.Time})
}

func text(s string) casebook.Text { return casebook.Text{V: s} }

func TestAMenuThatNamesListsIsTheWholeMenu(t *testing.T) {
	for asked, want := range map[string]string{
		"":                      "casussen reflecties sessies themas",
		"over":                  "casussen reflecties sessies themas over",
		"signalen over nergens": "signalen over",
		"themes over":           "themas over",
	} {
		book := sample.Book(4)
		book.Pages = []*casebook.Page{{Doc: casebook.Doc{Kind: casebook.KindPage, ID: "over"}, Title: text("Over dit boek")}}
		book.Themes = []*casebook.Theme{{Doc: casebook.Doc{Kind: casebook.KindTheme, ID: "rust"}, Title: text("Rust")}}
		for _, name := range strings.Fields(asked) {
			book.Site.Menu = append(book.Site.Menu, text(name))
		}
		p := runOf(t, book, guard.Public).Page(address.Home, "home.html")
		var names []string
		for _, l := range p.Menu() {
			names = append(names, strings.TrimSuffix(l.Href, "/index.html"))
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("menu %q gives %q, want %q", asked, got, want)
		}
		if all := len(p.Menu()) + len(p.FooterLinks()); all != 8 {
			t.Errorf("menu %q: %d of 8 pages can be found", asked, all)
		}
	}
}

func TestMissingLinksFromTheRoot(t *testing.T) {
	run := runOf(t, sample.Book(1), guard.Public)
	for at, want := range map[address.Path]string{
		address.Home:        "signalen/index.html",
		"casussen/mo/":      "../../signalen/index.html",
		address.Missing:     "/casusboek/signalen/index.html",
		run.At.Signals():    "../signalen/index.html",
		"casussen/mo/gids/": "../../../signalen/index.html",
	} {
		if got := run.Page(at, "").Link(run.At.Signals()); got != want {
			t.Errorf("from %q: %s, want %s", at, got, want)
		}
	}
}

func TestAddressesAreForThePublicEdition(t *testing.T) {
	book := sample.Book(1)
	at := address.Path("casussen/mo/")
	if p := runOf(t, book, guard.Public).Page(at, ""); p.Canonical() != "https://voorbeeld.nl/casusboek/casussen/mo/" || p.Feed() != "../../feed.xml" {
		t.Errorf("public: %q and %q", p.Canonical(), p.Feed())
	}
	if p := runOf(t, book, guard.Facilitator).Page(at, ""); p.Canonical() != "" || p.Feed() != "" {
		t.Errorf("facilitator: %q and %q", p.Canonical(), p.Feed())
	}
}

// TestProseKeepsALaterEventToItself links to an event of round 2 from a page that knows less, as much, and from another
// case.
func TestProseKeepsALaterEventToItself(t *testing.T) {
	book := sample.Book(4)
	c := book.Cases[0]
	late := c.Events[3]
	prose := casebook.Prose{Parts: []casebook.Part{{Link: &casebook.Link{Wiki: true, Event: late, Doc: &c.Doc, Title: c.Title.V}}}}
	run := runOf(t, book, guard.Public)
	p := run.Page(run.At.Round(c, 1), "round.html")
	for _, at := range []struct {
		round int
		of    *casebook.Case
		knows bool
	}{{1, c, false}, {2, c, true}, {0, nil, false}} {
		html := string(page.ProseAt(p, prose, at.round, at.of))
		if knows := strings.Contains(html, late.Title.V) && strings.Contains(html, `"#`+late.ID.V+`"`); knows != at.knows {
			t.Errorf("round %d: %s", at.round, html)
		}
		if hidden := strings.Contains(html, "ronde-2/index.html") && !strings.Contains(html, late.ID.V); hidden == at.knows {
			t.Errorf("round %d: %s", at.round, html)
		}
	}
}

func TestAFailedViewStopsItsPage(t *testing.T) {
	run := runOf(t, sample.Book(1), guard.Public)
	first := errors.New("first")
	_, err := run.Make(page.Spec{Address: address.Missing, Template: "404.html", View: func(p *page.Page) any {
		p.Fail(first)
		p.Fail(errors.New("second"))
		return p
	}})
	if !errors.Is(err, first) || !strings.Contains(err.Error(), "404.html") {
		t.Errorf("%v, want the first error and the page", err)
	}
	if html, err := run.Make(page.Spec{Address: address.Missing, Template: "404.html", View: func(p *page.Page) any { return p }}); err != nil || !strings.Contains(string(html), "<h1") {
		t.Errorf("%v: %s", err, html)
	}
}

// A masthead or foot that was made for one page stands on another only when it would be the same.
func TestFramesFitTheirPages(t *testing.T) {
	framesFit(t, sample.Book(4))
	nowhere := sample.Book(4) // without a public address the page for what is not there stands where the home page does
	nowhere.Site.Base = casebook.Text{}
	framesFit(t, nowhere)
}

func framesFit(t *testing.T, book *casebook.Book) {
	t.Helper()
	book.Pages = []*casebook.Page{{Doc: casebook.Doc{Kind: casebook.KindPage, ID: "over"}, Title: text("Over dit boek")}}
	book.Cases[0].Origin = casebook.Fictional
	run := runOf(t, book, guard.Public)
	about := run.At.Of(&book.Pages[0].Doc)
	seen := map[string]bool{}
	for _, at := range []address.Path{address.Home, "casussen/mo/", "casussen/mo/ronde-1/", run.At.List(casebook.KindCase), run.At.Signals(), about, address.Missing, "themas/rust/"} {
		for _, section := range []string{"", "cases", "signals", "page:over"} {
			for _, open := range []bool{false, true} {
				for _, c := range []*casebook.Case{nil, book.Cases[0]} {
					p := run.Page(at, "round.html")
					p.Section, p.OpenLine = section, open
					p.SpeakFor(c)
					if got, want := p.Masthead(), page.Partial(p, "_masthead.html", p); got != want {
						t.Fatalf("%q, %q, %v: a masthead of another page: %s", at, section, open, got)
					}
					if got, want := p.Colophon(), page.Partial(p, "_footer.html", p); got != want {
						t.Fatalf("%q, %q, %v: a foot of another page: %s", at, section, c != nil, got)
					}
					seen[string(p.Masthead()+p.Colophon())] = true
				}
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d pages differ, so this tests little", len(seen))
	}
}
