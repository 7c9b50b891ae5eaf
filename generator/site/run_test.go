package site

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/theme"
	"casusboek/templates"
)

var update = flag.Bool("update", false, "accept what the tests made as golden")

// siteOf gives the inside of a run over a book, without the guard.
func siteOf(t *testing.T, b *casebook.Book, edition guard.Edition) *site {
	t.Helper()
	words, set, problems, err := theme.Load(templates.Files, nil, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return newSite(b, edition, Options{Words: words, Templates: set, Updated: b.Sessions[0].Date.Time, Version: "1.0"})
}

// madeOf makes the pages of a book that has not passed the guard, and gives them by path.
func madeOf(t *testing.T, b *casebook.Book, edition guard.Edition) map[string]string {
	t.Helper()
	s := siteOf(t, b, edition)
	files := map[string]string{}
	for p := range s.pages() {
		html, err := s.Make(p)
		if err != nil {
			t.Fatal(err)
		}
		files[p.Address.File()] = string(html)
	}
	return files
}

// TestPrivateStaysPrivate leaves the facilitation in the book on purpose: pages must not rely on the guard alone.
func TestPrivateStaysPrivate(t *testing.T) {
	for path, data := range madeOf(t, sample.Book(4), guard.Public) {
		for _, canary := range sample.Private {
			if strings.Contains(data, canary) {
				t.Errorf("%s holds %s", path, canary)
			}
		}
	}
}

func TestAllFilesAreThere(t *testing.T) {
	files := made(t, sample.Book(5), guard.Public)
	for _, want := range []string{"beelden/flat.png", "casusboek.css", "filter.js", "casusboek.json", "feed.xml", "paper.css", "robots.txt", "sitemap.xml"} {
		if files[want] == "" {
			t.Errorf("%s is missing in %v", want, slices.Sorted(maps.Keys(files)))
		}
	}
	for _, page := range pagesOf(files) {
		address := strings.TrimSuffix("https://voorbeeld.nl/casusboek/"+page, "index.html")
		if in := strings.Contains(files["sitemap.xml"], "<loc>"+address+"</loc>"); in == (page == "404.html") {
			t.Errorf("the sitemap has %s: %v", page, in)
		}
	}
}

// TestProblemsOfAllPagesOnce makes a whole site with templates that ask for what is not there: one for every page, one
// piece for the cards of a case.
func TestProblemsOfAllPagesOnce(t *testing.T) {
	event, err := fs.ReadFile(templates.Files, "_event.html")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		override fstest.MapFS
		want     string
	}{
		"base":  {fstest.MapFS{"base.html": {Data: []byte("<p>\n{{.Nope}}")}}, "templates/base.html:2:3 template-field"},
		"piece": {fstest.MapFS{"_event.html": {Data: bytes.Replace(event, []byte("{{.Name}}</h3>"), []byte("{{.Naam}}</h3>"), 1)}}, "templates/_event.html:"},
	} {
		words, set, problems, err := theme.Load(templates.Files, test.override, "nl")
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		cleared := guard.Check(sample.Book(3), guard.Public, today)
		problems, err = Render(context.Background(), cleared, Options{Words: words, Templates: set}, func(string, []byte) error { return nil })
		if err != nil || len(problems) != 1 {
			t.Errorf("%s: %v %v", name, problems, err)
			continue
		}
		if got := problems[0].Pos.String() + " " + string(problems[0].Rule); !strings.HasPrefix(got, test.want) || problems[0].Rule != diag.TemplateField {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

// The preview makes the search index when somebody searches, and then it is that of the site.
func TestThePreviewSearchesTheSameIndex(t *testing.T) {
	site := made(t, sample.Book(5), guard.Public)
	words, set, problems, err := theme.Load(templates.Files, nil, "nl")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	book := sample.Book(5)
	cleared := guard.Check(book, guard.Public, today)
	pages, err := OnDemand(cleared, Options{Words: words, Templates: set, Updated: book.Sessions[0].Date.Time, Version: "1.0"})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := pages.File("zoeken/index.html"); err != nil || pages.index != nil {
		t.Error("the index is made before anybody searches", err)
	}
	files := 0
	for path, want := range site {
		if strings.HasPrefix(path, "zoeken/index/") {
			files++
			if got, _, err := pages.File(path); err != nil || string(got) != want {
				t.Errorf("%s differs in the preview (%v)", path, err)
			}
		}
	}
	if files < 5 {
		t.Errorf("%d files of the index", files)
	}
	if _, _, err := pages.File("zoeken/index/words-99.js"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of the index that is not there gives %v", err)
	}
}
