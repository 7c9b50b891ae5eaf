package checks_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"casusboek/generator/checks/browser"
	"casusboek/generator/guard"
)

// searchPage is the page to search on.
const searchPage = "zoeken/index.html"

// What a search page shows, for comes.
const (
	foundTitles = `[...document.querySelectorAll(".found__title")].map(p => p.innerText).join("|")`
	foundCount  = `document.querySelector("[role=status]").innerText`
	focusedOn   = `(document.activeElement.name || document.activeElement.innerText)`
)

// toThe presses Tab until the element has the focus.
func toThe(t *testing.T, tab *browser.Tab, selector string) {
	t.Helper()
	for range 40 {
		must(t, tab.Tabulate())
		there, err := browser.Eval[bool](tab, `document.activeElement?.matches("`+selector+`") ?? false`)
		must(t, err)
		if there {
			return
		}
	}
	t.Fatalf("Tab never comes to %s", selector)
}

// A reader without a mouse searches from the first page of the site, from disk: the field in the masthead leads to the
// search page, which answers, refines, opens a result, and finds the query again on the way back.
func TestSearchingByKeyboard(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	tab := tab(t)
	must(t, tab.Open(fromDisk(e.dir, "index.html"), browser.View{Width: 1024}))
	toThe(t, tab, ".search-field input")
	must(t, tab.Press("gemiste gesprek"))
	must(t, tab.Enter())
	comes(t, tab, `location.pathname.endsWith("/zoeken/index.html") && new URLSearchParams(location.search).get("q")`, "gemiste gesprek")
	comes(t, tab, `document.querySelector(".found__title")?.innerText`, "Het gemiste gesprek")
	comes(t, tab, `document.querySelector(".found mark")?.innerText`, "gemiste")

	toThe(t, tab, ".seek input")
	must(t, tab.Press(kb.Escape))
	comes(t, tab, foundTitles+` + document.querySelector(".seek input").value + `+foundCount, "")
	comes(t, tab, `String(document.querySelector(".unsought").hidden)`, "false")

	must(t, tab.Press("signalerin"))
	comes(t, tab, foundTitles, "Vroegsignalering")
	comes(t, tab, foundCount, "1 resultaat")
	comes(t, tab, `decodeURIComponent(location.search)`, "?q=signalerin")
	must(t, tab.Press(kb.ArrowDown))
	comes(t, tab, focusedOn, "Vroegsignalering")
	must(t, tab.Press(kb.ArrowUp))
	comes(t, tab, focusedOn, "q")
	must(t, tab.Enter())
	comes(t, tab, focusedOn, "Vroegsignalering")
	untroubled(t, tab, searchPage, "file://"+filepath.ToSlash(e.dir)+"/")
	must(t, tab.Enter())
	comes(t, tab, `document.querySelector("h1").innerText`, "Vroegsignalering")

	must(t, tab.Open(fromDisk(e.dir, searchPage)+"?q=vroeg-signaleering", browser.View{Width: 360}))
	comes(t, tab, foundTitles, "Vroegsignalering")
	comes(t, tab, `document.querySelector(".seek input").value`, "vroeg-signaleering")
}

// The arrows go through all results and stop at the last; more of a kind come when they are asked for.
func TestSearchResultsByKeyboard(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	tab := tab(t)
	must(t, tab.Open(fromDisk(e.dir, searchPage), browser.View{Width: 1024}))
	readAll(t, tab, "nadira", "betty", "marcel")
	must(t, tab.Open(fromDisk(e.dir, searchPage)+"?q=huur", browser.View{Width: 1024}))
	comes(t, tab, `String(document.querySelectorAll(".found a").length > 3)`, "true")
	toThe(t, tab, ".seek input")
	must(t, tab.Press(kb.ArrowDown+kb.ArrowDown))
	comes(t, tab, `String([...document.querySelectorAll(".found a")].indexOf(document.activeElement))`, "1")
	must(t, tab.Press(kb.End+kb.ArrowDown))
	comes(t, tab, `String([...document.querySelectorAll(".found a")].at(-1) === document.activeElement)`, "true")
	must(t, tab.Press(kb.Escape))
	comes(t, tab, focusedOn, "q")
	toThe(t, tab, ".found button")
	must(t, tab.Enter())
	comes(t, tab, `String([...document.querySelector(".found ol").querySelectorAll("a")].indexOf(document.activeElement))`, "3")
	counts, err := browser.Eval[[]int](tab, `[+document.querySelector(".found h2 span").innerText, document.querySelector(".found ol").children.length]`)
	must(t, err)
	if counts[0] != counts[1] || counts[0] < 4 {
		t.Errorf("the heading counts %d, and %d are shown", counts[0], counts[1])
	}
}

// readAll lets the reader have read all of some cases.
func readAll(t *testing.T, tab *browser.Tab, cases ...string) {
	t.Helper()
	for _, id := range cases {
		progressed(t, tab, id, `{"all": true}`)
	}
}

// progressed keeps what a reader did in a case, as the scripts keep it.
func progressed(t *testing.T, tab *browser.Tab, id, progress string) {
	t.Helper()
	_, err := browser.Eval[bool](tab, fmt.Sprintf("localStorage.setItem(`casusboek/${document.documentElement.dataset.book}/case/%s`, `%s`), true", id, progress))
	must(t, err)
}

// searched is a casebook with a fact and a reflection of round 3 of four.
var searched = map[string]string{
	"casussen/zoekproef.md": `---
titel: De proef op de som
pseudoniem: Proef
herkomst: fictief
rondes: [{naam: Eerst}, {naam: Dan}, {naam: Daarna}, {naam: Later}, {naam: Slot}]
gebeurtenissen:
  - {id: begin, ronde: 1, wanneer: 40 jaar, titel: Een rustig begin, domein: wonen}
  - {id: kern, ronde: 3, wanneer: 41 jaar, titel: De zzkanariezz zingt, domein: wonen, tekst: Dat hoort iedereen.}
  - {id: einde, ronde: 4, wanneer: 42 jaar, titel: Een rustig einde, domein: wonen}
---
Het is stil.
`,
	"reflecties/zoekproef.md": "---\nkop: Ik hoorde het pas later\ntoestemming: {gegeven: 2026-11-01}\ncasussen: [zoekproef]\nna_ronde: 3\n---\nDe zzkanariezz had ik niet verwacht.\n",
}

// A fact of round 3 is found by who has reached round 3 or reads everything, and by nobody else; until then nothing tells
// that it is there.
func TestSearchGivesNothingAway(t *testing.T) {
	needsBrowser(t)
	content := copyOf(t, exampleContent())
	plant(content, searched)
	files, err := build(content, guard.Public)
	must(t, err)
	dir := t.TempDir()
	must(t, save(dir, files))
	tab := tab(t)
	for _, at := range []struct{ progress, titles, link string }{
		{"", "", ""},
		{`{"reached": 2}`, "", ""},
		{`{"reached": 3}`, "De zzkanariezz zingt|Ik hoorde het pas later", "casussen/zoekproef/ronde-3/index.html#kern"},
		{`{"reached": 4}`, "De zzkanariezz zingt|Ik hoorde het pas later", "casussen/zoekproef/levenskaart/index.html#kern"},
		{`{"all": true}`, "De zzkanariezz zingt|Ik hoorde het pas later", "casussen/zoekproef/levenskaart/index.html#kern"},
		{`{"reached": 1}`, "", ""},
	} {
		must(t, tab.Open(fromDisk(dir, searchPage), browser.View{Width: 1024}))
		if at.progress != "" {
			progressed(t, tab, "zoekproef", at.progress)
		}
		for _, query := range []string{"zzkanariezz", "zzkanari", "zzkanariezx"} {
			must(t, tab.Open(fromDisk(dir, searchPage)+"?q="+query, browser.View{Width: 1024}))
			if at.titles == "" {
				comes(t, tab, `String(`+foundCount+`.startsWith("Niets gevonden"))`, "true")
			}
			comes(t, tab, foundTitles, at.titles)
		}
		comes(t, tab, `document.querySelector(".found a")?.getAttribute("href").replace("../", "") ?? ""`, at.link)
		if at.link != "" {
			_, err := browser.Eval[bool](tab, `document.querySelector(".found a").click(), true`)
			must(t, err)
			comes(t, tab, `String(document.querySelector(":target")?.innerText.includes("De zzkanariezz zingt"))`, "true")
		}
	}
	if len(places(files, "zzkanariezz")) < 5 {
		t.Error("the canary is in too few files to prove anything")
	}
}

// Every state of the page is fit for all readers, and fits a phone.
func TestSearchStatesAreAccessible(t *testing.T) {
	needsBrowser(t)
	script, err := axe()
	must(t, err)
	e := editions(t)[0]
	tab := tab(t)
	must(t, tab.Open(fromDisk(e.dir, searchPage), browser.View{Width: 1024}))
	readAll(t, tab, "nadira", "betty", "marcel", "fenna", "willemien")
	for query, want := range map[string]string{"huur": "resultaten", "qqqqqq": "Niets gevonden", "vroegsignalring": "1 resultaat"} {
		must(t, tab.Open(fromDisk(e.dir, searchPage)+"?q="+query, views[0]))
		comes(t, tab, `String(`+foundCount+`.includes("`+want+`"))`, "true")
		for _, v := range []browser.View{views[0], views[3]} { // the page without a query is looked at in all of them
			must(t, tab.Look(v))
			lines, err := tab.Axe(script)
			must(t, err)
			for _, line := range lines {
				t.Errorf("%s, %s: %s", query, v, line)
			}
			wide, err := browser.Eval[int](tab, `document.documentElement.scrollWidth - innerWidth`)
			must(t, err)
			if wide > 0 {
				t.Errorf("%s, %s: %d px too wide", query, v, wide)
			}
		}
	}
}

// Without scripts there is a link to a page that says so, and no field that nothing would answer.
func TestSearchWithoutScripts(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	tab := tab(t)
	fields := `[...document.querySelectorAll("form, input")].filter(f => f.checkVisibility()).length`
	must(t, tab.Open(fromDisk(e.dir, "index.html"), browser.View{Width: 1440, NoScript: true}))
	comes(t, tab, `String(`+fields+`) + document.querySelector(".search-link a").checkVisibility()`, "0true")
	must(t, tab.Open(fromDisk(e.dir, searchPage), browser.View{Width: 1440, NoScript: true}))
	comes(t, tab, `String(`+fields+`) + document.querySelector(".unscripted").checkVisibility() + document.querySelectorAll(".unsought a").length`, "0true5")
	must(t, tab.Open(fromDisk(e.dir, searchPage), browser.View{Width: 1440}))
	comes(t, tab, `String(`+fields+` > 0) + document.querySelector(".unscripted")`, "truenull")
}

// A file of the index that does not load is told of, and asked for again by the next query.
func TestSearchWithoutItsIndex(t *testing.T) {
	needsBrowser(t)
	files := map[string][]byte{}
	for name, data := range editions(t)[0].site.Files {
		if !strings.HasPrefix(name, "zoeken/index/words-") {
			files[name] = data
		}
	}
	dir := t.TempDir()
	must(t, save(dir, files))
	tab := tab(t)
	must(t, tab.Open(fromDisk(dir, searchPage)+"?q=zus", browser.View{Width: 1024}))
	comes(t, tab, `String(`+foundCount+`.startsWith("Zoeken lukt nu niet"))`, "true")
	must(t, save(dir, editions(t)[0].site.Files))
	toThe(t, tab, ".seek input")
	must(t, tab.Enter())
	comes(t, tab, `String(document.querySelectorAll(".found a").length > 0)`, "true")
}

// The engine of the search page is small, and no other page loads it.
func TestTheSearchScriptIsLight(t *testing.T) {
	const most = 7_000 // bytes, compressed
	site := editions(t)[0].site
	if size := compressed(t, site.Files["search.js"]); size > most || size < 500 {
		t.Errorf("search.js has %d bytes, compressed; want at most %d", size, most)
	}
	for _, p := range site.Pages {
		if bytes.Contains(p.Source, []byte(`search.js"`)) != (p.Path == searchPage) {
			t.Errorf("%s loads search.js", p.Path)
		}
	}
}
