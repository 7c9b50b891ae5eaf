package render

import (
	"flag"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/templates"
)

var update = flag.Bool("update", false, "accept what the tests made as golden")

// siteOf gives the inside of a run over a book, without the guard.
func siteOf(t *testing.T, b *casebook.Book, edition guard.Edition) *site {
	t.Helper()
	words, set, problems, err := Load(templates.Files, fstest.MapFS{}, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	s := &site{Options: Options{Words: words, Templates: set, Version: "1.0"}, book: b, edition: edition, at: address.In(b.Site.Lang)}
	s.prepare()
	return s
}

// madeOf makes the pages of a book that has not passed the guard, and gives them by path.
func madeOf(t *testing.T, b *casebook.Book, edition guard.Edition) map[string]string {
	t.Helper()
	s := siteOf(t, b, edition)
	files := map[string]string{}
	for p := range s.pages() {
		if err := s.make(p, func(path string, data []byte) error { files[path] = string(data); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestAllFilesAreThere(t *testing.T) {
	files := made(t, sample.Book(5), guard.Public)
	for _, want := range []string{"beelden/flat.png", "casusboek.css", "casusboek.js", "casusboek.json", "feed.xml", "paper.css", "robots.txt", "sitemap.xml"} {
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
