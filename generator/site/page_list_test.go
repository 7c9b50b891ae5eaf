package site

import (
	"fmt"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

// manyPages is the test book with a number of free pages.
func manyPages(language string, n int) *casebook.Book {
	b := testBook(language)
	for i := len(b.Pages); i < n; i++ {
		b.Pages = append(b.Pages, &casebook.Page{Doc: casebook.Doc{Kind: casebook.KindPage, ID: fmt.Sprintf("blad-%d", i)}, Title: text(fmt.Sprintf("Blad %d", i))})
	}
	return b
}

// TestTheFootOfAPageNamesAFewPages holds that a page does not grow with the number of other pages, and that all of them can still be found.
func TestTheFootOfAPageNamesAFewPages(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		few, some, many := made(t, manyPages(language, 12), guard.Public), made(t, manyPages(language, 40), guard.Public), made(t, manyPages(language, 400), guard.Public)
		list := map[string]string{"nl": "paginas/index.html", "en": "pages/index.html"}[language]
		if few[list] != "" {
			t.Errorf("%s: twelve pages have a list, and stand in the foot", language)
		}
		for i := 1; i < 12; i++ {
			if !strings.Contains(few["index.html"], fmt.Sprintf(`href="blad-%d/index.html"`, i)) {
				t.Errorf("%s: page %d of twelve is not in the foot", language, i)
			}
		}
		for _, path := range []string{"index.html", "over/index.html", "blad-39/index.html"} {
			if is, more := strings.Count(some[path], "<a "), strings.Count(many[path], "<a "); is != more || is == 0 {
				t.Errorf("%s: %s has %d links with 40 pages, and %d with 400", language, path, is, more)
			}
			if !strings.Contains(many[path], list+`"`) {
				t.Errorf("%s: %s does not link to %s", language, path, list)
			}
		}
		for i := 1; i < 400; i++ {
			if link := fmt.Sprintf(`href="../blad-%d/index.html"`, i); !strings.Contains(many[list], link) {
				t.Errorf("%s: the list has no %s", language, link)
			}
		}
		if !strings.Contains(many[list], `aria-current="page"`) {
			t.Errorf("%s: the list does not say in its foot that it is the current page", language)
		}
		for _, path := range pagesOf(some) {
			for _, m := range hrefs.FindAllStringSubmatch(some[path], -1) {
				checkLink(t, some, path, strings.ReplaceAll(m[1], "&amp;", "&"))
			}
		}
	}
}

// TestPagesShareTheirFrames holds that masthead and foot are kept for the pages that differ in them, and not for each page of the author's.
func TestPagesShareTheirFrames(t *testing.T) {
	frames := func(n int) int {
		s := siteOf(t, manyPages("nl", n), guard.Public)
		for p := range s.pages() {
			if _, err := s.Make(p); err != nil {
				t.Fatal(err)
			}
		}
		return s.Frames()
	}
	if is, more := frames(40), frames(120); is != more {
		t.Errorf("%d frames with 40 pages, %d with 120", is, more)
	}
}
