package site

import (
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/guard"
)

// bothSites are the test book's pages in both languages and editions.
func bothSites(t *testing.T, check func(t *testing.T, files map[string]string)) {
	t.Helper()
	for _, language := range []string{"nl", "en"} {
		for name, edition := range map[string]guard.Edition{"public": guard.Public, "facilitator": guard.Facilitator} {
			t.Run(language+" "+name, func(t *testing.T) { check(t, made(t, testBook(language), edition)) })
		}
	}
}

func pagesOf(files map[string]string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(p string) bool { return path.Ext(p) != ".html" })
}

var (
	hrefs = regexp.MustCompile(` (?:href|src)="([^"]*)"`)
	ids   = regexp.MustCompile(` id="([^"]*)"`)
)

func TestEveryLinkLeadsToAPageAndAnId(t *testing.T) {
	bothSites(t, func(t *testing.T, files map[string]string) {
		for _, from := range pagesOf(files) {
			for _, m := range hrefs.FindAllStringSubmatch(files[from], -1) {
				checkLink(t, files, from, strings.ReplaceAll(m[1], "&amp;", "&"))
			}
		}
	})
}

func checkLink(t *testing.T, files map[string]string, from, href string) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil || u.IsAbs() {
		return
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	page, ok := files[to]
	switch {
	case !ok:
		t.Errorf("%s: link %q leads nowhere", from, href)
	case u.Fragment != "" && !strings.Contains(page, ` id="`+u.Fragment+`"`):
		t.Errorf("%s: link %q: no such id", from, href)
	}
}

func TestPagesAreWellMade(t *testing.T) {
	bothSites(t, func(t *testing.T, files map[string]string) {
		for _, name := range pagesOf(files) {
			html := files[name]
			if n := strings.Count(html, "<h1"); n != 1 {
				t.Errorf("%s: %d h1", name, n)
			}
			seen := map[string]bool{}
			for _, m := range ids.FindAllStringSubmatch(html, -1) {
				if seen[m[1]] {
					t.Errorf("%s: id %q twice", name, m[1])
				}
				seen[m[1]] = true
			}
			for _, bad := range []string{" style=", "<script>", "&amp;amp;", "&amp;lt;", "&amp;#", "ZgotmplZ", "<!--sprite-->", "<no value>"} {
				if strings.Contains(html, bad) {
					t.Errorf("%s holds %q", name, bad)
				}
			}
			if m := regexp.MustCompile(`\?[a-z]+(\.[a-z0-9-]+)+\?`).FindString(html); m != "" {
				t.Errorf("%s: no word %s", name, m)
			}
			checkHeadings(t, name, html)
		}
	})
}

var headings = regexp.MustCompile(`<h([1-6])`)

func checkHeadings(t *testing.T, name, html string) {
	t.Helper()
	last := 0
	for _, m := range headings.FindAllStringSubmatch(html, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 {
			t.Errorf("%s: h%d after h%d", name, level, last)
		}
		last = level
	}
}

func TestNoPageGivesALaterRoundAway(t *testing.T) {
	bothSites(t, func(t *testing.T, files map[string]string) {
		// A facilitator's guide, run sheet and pack are for somebody who knows how it ends.
		whole := regexp.MustCompile(`^(casussen|cases)/nadira/((handout/)?(ronde|round)-2|levenskaart|life-map|kaarten|cards|wie-wist-wat|who-knew-what|rollen|roles|presenteren|present|eigen-reflectie|own-reflection|gids|guide)/|^(sessies|sessions)/congres/(draaiboek|run-sheet|pakket-begeleider|facilitator-pack)/`)
		reflection := regexp.MustCompile(`^(reflecties|reflections)/stil/`)
		wall := regexp.MustCompile(`^(sessies|sessions)/congres/(citaten|quotes)/`) // where it is shown to who asks
		found := map[string]bool{}
		for _, name := range pagesOf(files) {
			for _, canary := range []string{canaryTitle, canaryText, canaryID, canaryLine, canaryQuote, canaryAdvice, canaryStep} {
				if !strings.Contains(files[name], canary) {
					continue
				}
				found[canary] = true
				own := whole
				if canary == canaryQuote || canary == canaryAdvice || canary == canaryStep {
					own = reflection
				}
				if canary == canaryQuote && wall.MatchString(name) && strings.Contains(files[name], `id="_later"`) {
					continue
				}
				if !own.MatchString(name) {
					t.Errorf("%s gives away %q", name, canary)
				}
			}
		}
		if len(found) != 7 {
			t.Errorf("only %v came out at all", found)
		}
	})
}

func TestATextThatGivesAwayARoundIsBehindDetails(t *testing.T) {
	html := made(t, testBook("nl"), guard.Public)["reflecties/stil/index.html"]
	open, close := strings.Index(html, "<details>"), strings.LastIndex(html, "</details>")
	for _, canary := range []string{canaryQuote, canaryAdvice, canaryStep} {
		if strings.Count(html, canary) != 1 || strings.Index(html, canary) < open || strings.Index(html, canary) > close {
			t.Errorf("%q stands outside <details>", canary)
		}
	}
	if notice := strings.Index(html, "verklapt een kaart uit ronde 2"); notice < 0 || notice > open {
		t.Error("the notice is not above the text")
	}
}

func TestASignalIsAnsweredOnlyWhenTheAnswerIsKnown(t *testing.T) {
	files := made(t, testBook("nl"), guard.Public)
	first := files["casussen/nadira/ronde-1/index.html"]
	if !strings.Contains(first, "nog niet opgepakt") || strings.Contains(strings.ReplaceAll(first, "nog niet opgepakt", ""), "opgepakt") {
		t.Error("round 1 says what became of a signal that round 2 answers")
	}
	if !strings.Contains(files["casussen/nadira/ronde-2/index.html"], "laat opgepakt") {
		t.Error("round 2 does not say that the signal was answered late")
	}
}

func TestAPersonIsShownAsConsented(t *testing.T) {
	files := made(t, testBook("nl"), guard.Public)
	for name, html := range files {
		if path.Ext(name) == ".html" && strings.Contains(html, "mentor") && !strings.Contains(html, "Op verzoek zonder naam") {
			t.Errorf("%s shows a role without the words for an unnamed person", name)
		}
	}
	if html := files["reflecties/stil/index.html"]; strings.Contains(html, "Oostermeer") {
		t.Error("a person who asked for a role alone is named")
	}
	if html := files["reflecties/hilde/index.html"]; !strings.Contains(html, "Hilde van Oostermeer") {
		t.Error("a person who asked to be named is not")
	}
}

func TestEditionsSayWhatTheyAre(t *testing.T) {
	for name, html := range made(t, testBook("nl"), guard.Facilitator) {
		if path.Ext(name) == ".html" && (!strings.Contains(html, "noindex") || !strings.Contains(html, "niet voor publicatie")) {
			t.Errorf("%s of the facilitator edition is not marked", name)
		}
	}
	for name, html := range made(t, testBook("nl"), guard.Public) {
		if path.Ext(name) == ".html" && (strings.Contains(html, "noindex") || strings.Contains(html, "niet voor publicatie")) {
			t.Errorf("%s of the public edition is marked as private", name)
		}
	}
}

func TestOriginIsSaidPerCaseUnlessAllAreInvented(t *testing.T) {
	book := testBook("nl")
	files := made(t, book, guard.Public)
	if strings.Contains(files["index.html"], "zijn verzonnen") || !strings.Contains(files["casussen/kort/index.html"], "samengesteld uit meer levens") {
		t.Error("a book with a composite case says that everything is invented")
	}
	book = testBook("nl")
	book.Cases[1].Origin = book.Cases[0].Origin
	if !strings.Contains(made(t, book, guard.Public)["index.html"], "zijn verzonnen") {
		t.Error("a book of invented cases does not say so")
	}
}

func TestAddressesFollowTheBase(t *testing.T) {
	book := testBook("nl")
	if html := made(t, book, guard.Public)["index.html"]; strings.Contains(html, "canonical") || strings.Contains(html, "feed.xml") {
		t.Error("a site without an address has a canonical link or a feed")
	}
	book = testBook("nl")
	book.Site.Base = text("https://voorbeeld.nl/boek")
	files := made(t, book, guard.Public)
	if !strings.Contains(files["casussen/nadira/index.html"], `rel="canonical" href="https://voorbeeld.nl/boek/casussen/nadira/"`) {
		t.Error("no canonical link")
	}
	if !strings.Contains(files["404.html"], `href="/boek/casusboek.css"`) {
		t.Error("404.html has relative links, which lead astray on a host")
	}
}

func TestTheSameBookGivesTheSameBytes(t *testing.T) {
	first, second := made(t, testBook("nl"), guard.Public), made(t, testBook("nl"), guard.Public)
	if !maps.Equal(first, second) {
		t.Error("two runs differ")
	}
}
