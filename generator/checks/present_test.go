package checks_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"casusboek/generator/checks/browser"
)

// What a trainer does with the page that shows a case to a table, by keyboard and clicker alone.

const (
	presented = "casussen/nadira/presenteren/index.html"
	projector = 1024 // the narrowest there still are
)

// shown tells what the page shows.
type shown struct {
	Place  string // in the bar
	At     string // the slide's own place
	Slides int    // how many are seen
	Beads  int    // events on the line
	Cards  int    // events that the slide says are on the table
	Clock  string
	Over   bool // the time is up
	Votes  string
	Open   string // the dialog that is open
	Said   string // to who cannot see
}

const showing = `(() => {
	const seen = s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility({visibilityProperty: true}))
	const slide = seen(".slide")[0]
	return {
		Place: document.querySelector(".bar__place").innerText, At: slide.dataset.place, Slides: seen(".slide").length, Beads: document.querySelectorAll(".bead:not([hidden])").length,
		Cards: Number(slide.dataset.card), Clock: document.querySelector(".clock__time").innerText, Over: seen(".clock__over").length > 0,
		Votes: [...slide.querySelectorAll("input[data-choice]")].map(e => e.value).join(" "), Open: document.querySelector("dialog[open]")?.className ?? "", Said: document.querySelector("main > [role=status]").innerText,
	}
})()`

// presenter is a page of a case to present in a tab.
type presenter struct {
	*testing.T
	tab *browser.Tab
}

// presenting opens a page in a browser that remembers nothing, and leaves none behind.
func presenting(t *testing.T, address string) presenter {
	t.Helper()
	p := presenter{t, tab(t)}
	must(t, p.tab.Open(address, browser.View{Width: projector, Height: 768}))
	p.do(`localStorage.clear()`)
	t.Cleanup(func() { p.do(`localStorage.clear()`) })
	must(t, p.tab.Open(address, browser.View{Width: projector, Height: 768}))
	return p
}

func (p presenter) do(script string) {
	p.Helper()
	if _, err := browser.Eval[bool](p.tab, "("+script+", true)"); err != nil {
		p.Fatal(err)
	}
}

func (p presenter) press(keys ...string) shown {
	p.Helper()
	for _, key := range keys {
		must(p.T, p.tab.Press(key))
	}
	return p.now()
}

func (p presenter) now() shown {
	p.Helper()
	s, err := browser.Eval[shown](p.tab, showing)
	must(p.T, err)
	return s
}

// to turns the page until it is at a place.
func (p presenter) to(place string) shown {
	p.Helper()
	for range 80 {
		if s := p.now(); s.At == place {
			return s
		}
		p.press(kb.PageDown)
	}
	p.Fatalf("no way to %q", place)
	return shown{}
}

// later lets time pass for the page.
func (p presenter) later(seconds string) shown {
	p.Helper()
	p.do(`Date.now = (then => () => then + 1000 * ` + seconds + `)(Date.now()), document.dispatchEvent(new Event("visibilitychange"))`)
	return p.now()
}

// From disk, a trainer leads a whole case with whatever key the clicker sends.
func TestPresenterLeadsACaseByKeys(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	p := presenting(t, fromDisk(e.dir, presented))
	want, err := browser.Eval[[]string](p.tab, `[...document.querySelectorAll(".slide")].map(s => s.dataset.place)`)
	must(t, err)
	keys := []string{kb.PageDown, kb.ArrowRight, " ", kb.Enter, kb.ArrowDown}
	places := []string{p.now().At}
	for i := 0; len(places) < len(want) && i < 3*len(want); i++ {
		s := p.press(keys[len(places)%len(keys)])
		if s.At == places[len(places)-1] && len(places)%len(keys) == 4 {
			s = p.press(kb.PageDown) // a slide that goes on below is scrolled by its own arrow keys
		}
		if s.At != places[len(places)-1] {
			places = append(places, s.At)
		}
		if s.Slides != 1 || s.Beads != s.Cards || !strings.HasPrefix(s.Place, s.At) || !strings.HasPrefix(s.Said, s.At) && i > 0 && s.At != places[max(0, len(places)-2)] {
			t.Errorf("at %q: %+v", s.At, s)
		}
	}
	if !slices.Equal(places, want) {
		t.Errorf("went to\n%s\nwant\n%s", strings.Join(places, "\n"), strings.Join(want, "\n"))
	}
	last := len(want) - 1
	if s := p.press(kb.PageUp); s.At != want[last-1] {
		t.Errorf("PageUp comes to %q", s.At)
	}
	if s := p.press(kb.ArrowLeft); s.At != want[last-2] {
		t.Errorf("the left arrow comes to %q", s.At)
	}
	must(t, p.tab.Open(fromDisk(e.dir, presented), browser.View{Width: projector, Height: 768}))
	if s := p.now(); s.At != want[last-2] {
		t.Errorf("when it is opened again it is at %q, not where it was", s.At)
	}
	if s := p.press(kb.Home); s.At != want[0] {
		t.Errorf("Home comes to %q", s.At)
	}
	untroubled(t, p.tab, presented, "file://")
}

// Black, and nothing lost; the overview names only the cards that were on the table.
func TestPresenterGoesBlackAndBack(t *testing.T) {
	needsBrowser(t)
	p := presenting(t, fromDisk(editions(t)[0].dir, presented))
	here := p.to("ronde 1 · kaart 2 van 6")
	for _, key := range []string{"b", "."} {
		if s := p.press(key); s.Open != "blank" {
			t.Errorf("%q does not blank the screen: %+v", key, s)
		}
		if s := p.press(kb.PageDown); s.Open != "" || s.At != here.At {
			t.Errorf("after %q a clicker brings back %+v", key, s)
		}
		if s := p.press(key, key); s.Open != "" || s.At != here.At {
			t.Errorf("%q twice: %+v", key, s)
		}
	}
	p.press("o")
	links, err := browser.Eval[[]string](p.tab, `[...document.querySelectorAll(".jump a")].filter(a => a.checkVisibility()).map(a => a.innerText)`)
	must(t, err)
	cards := slices.DeleteFunc(slices.Clone(links), func(l string) bool { return !strings.HasPrefix(l, "kaart") })
	if len(cards) != 2 || len(links) != 5+3+1+1+1 {
		t.Errorf("the overview shows %q", links)
	}
	for range 2 { // past the button that closes it, and the start
		must(t, p.tab.Tabulate())
	}
	must(t, p.tab.Enter())
	if s := p.now(); s.Open != "" || s.At != "ronde 0 · het verhaal" {
		t.Errorf("from the overview Enter comes to %+v", s)
	}
	p.press("o")
	p.do(`document.querySelector("#_letters").click(), document.querySelector(".overview").close()`)
	for _, key := range []string{"b", "o", ".", "t"} {
		if s := p.press(key); s.Open != "" || s.Said == "De klok loopt. 5:00" {
			t.Errorf("keys of one letter are off, and %q does something: %+v", key, s)
		}
	}
}

func TestPresenterCountsDownQuietly(t *testing.T) {
	needsBrowser(t)
	p := presenting(t, fromDisk(editions(t)[0].dir, presented))
	p.do(`Date.now = (then => () => then)(Date.now())`)
	p.to("ronde 1 · kaart 1 van 6")
	check := func(what string, s shown, clock string, over bool, said string) {
		t.Helper()
		if s.Clock != clock || s.Over != over || !strings.Contains(s.Said, said) {
			t.Errorf("%s: %+v, want %s, %v, %q", what, s, clock, over, said)
		}
	}
	check("before it starts", p.now(), "10:00", false, "")
	check("started", p.press("t"), "10:00", false, "De klok loopt.")
	check("a minute later", p.later("60"), "9:00", false, "De klok loopt.")
	check("at a card of the round before", p.press(kb.Home), "9:00", false, "")
	p.to("ronde 1 · kaart 3 van 6")
	check("stopped", p.press("t"), "9:00", false, "De klok staat stil.")
	check("while it stands", p.later("300"), "9:00", false, "")
	check("a minute more", p.press("+"), "10:00", false, "10:00")
	p.press("t")
	check("near the end", p.later("545"), "0:55", false, "Nog één minuut.")
	check("after the end", p.later("60"), "0:00", true, "de tijd is om")
	check("one more at the end", p.press("+"), "1:00", false, "De klok loopt.")
	p.later("20")
	must(t, p.tab.Open(fromDisk(editions(t)[0].dir, presented), browser.View{Width: projector, Height: 768}))
	if s := p.now(); s.Clock == "0:00" || s.Clock > "1:00" {
		t.Errorf("opened again, the clock is at %s", s.Clock)
	}
	check("in the next round", p.to("ronde 2"), "15:00", false, "")
}

// bars are the lengths and numbers of the first vote chart that is seen.
const bars = `[...[...document.querySelectorAll("svg.votes")].find(s => s.checkVisibility()).querySelectorAll("rect, text")]
	.filter(e => !e.closest("[visibility=hidden]")).map(e => e.tagName + " " + ["x", "y", "width", "height"].map(a => Math.round(10 * e.getAttribute(a))).join(" ") + " " + e.textContent)`

// A tally that is counted on the screen gives the chart of the session's page, and the lines of its file.
func TestPresenterCountsVotesAsASessionHasThem(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	p := presenting(t, fromDisk(e.dir, presented))
	p.to("ronde 0 · stemmen")
	if s := p.press("1", "1", "2", "!"); s.Votes != "1 1 0 0" {
		t.Errorf("by digits the votes are %s, want 1 1 0 0", s.Votes)
	}
	for _, table := range []struct{ place, votes string }{
		{"ronde 0 · stemmen", "7 3 1 1"},
		{"ronde 1 · stemmen", "8 3 1 0"},
		{"ronde 2 · stemmen", "3 7 1 1"},
		{"ronde 3 · stemmen", "0 9 1 2"},
	} {
		p.to(table.place)
		p.do(`[...document.querySelectorAll(".slide")].find(s => s.checkVisibility()).querySelector("input").focus()`)
		for _, n := range strings.Fields(table.votes) {
			p.do(`document.activeElement.select()`)
			must(t, p.tab.Insert(n))
			for range 3 { // more of this, less of the next, and its field
				must(t, p.tab.Tabulate())
			}
		}
		if s := p.now(); s.Votes != table.votes {
			t.Errorf("%s: the votes are %s, want %s", table.place, s.Votes, table.votes)
		}
	}
	p.to("afronden · eerst en nu")
	counted, err := browser.Eval[[]string](p.tab, bars)
	must(t, err)
	p.do(`document.querySelector("[data-do=take]").focus()`)
	must(t, p.tab.Enter())
	p.do(`document.querySelector("#_table").focus()`)
	must(t, p.tab.Insert("Tafel Vuurtoren"))
	lines, err := browser.Eval[string](p.tab, `document.querySelector("#_tallies").value`)
	must(t, err)
	const file = "sessies/herfstcongres-2026.md"
	written := string(copyOf(t, exampleContent())[file].Data)
	for _, line := range strings.SplitAfter(strings.TrimSpace(lines), "\n") {
		if !strings.Contains(written, strings.TrimRight(line, "\n")+"\n") {
			t.Errorf("the line %q is not in %s", line, file)
		}
	}
	if n := strings.Count(lines, "\n"); n != 5 {
		t.Errorf("%d lines: %s", n, lines)
	}
	must(t, p.tab.Open(fromDisk(e.dir, "sessies/herfstcongres-2026/index.html"), browser.View{Width: projector, Height: 768}))
	typed, err := browser.Eval[[]string](p.tab, bars)
	must(t, err)
	if !slices.Equal(counted, typed) {
		t.Errorf("on the screen\n%s\non the session's page\n%s", strings.Join(counted, "\n"), strings.Join(typed, "\n"))
	}
	must(t, p.tab.Open(fromDisk(e.dir, presented), browser.View{Width: projector, Height: 768}))
	p.do(`document.querySelector("[data-do=take]").click(), document.querySelector(".take [data-do=sure]").click(), document.querySelector("[data-do=wipe]").click()`)
	if cells, err := browser.Eval[string](p.tab, `[...document.querySelectorAll("td[data-choice]")].map(e => e.innerText).join("")`); err != nil || cells != "" {
		t.Errorf("after wiping the table holds %q, %v", cells, err)
	}
}

// A browser that keeps nothing says so, and everything works until the page is left.
func TestPresenterWithoutStorage(t *testing.T) {
	needsBrowser(t)
	files := http.FileServer(http.Dir(editions(t)[0].dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "sandbox allow-scripts") // a page of nowhere may keep nothing
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p := presenter{t, tab(t)}
	must(t, p.tab.Open(server.URL+"/"+presented, browser.View{Width: projector, Height: 768}))
	p.to("ronde 0 · stemmen")
	if s := p.press("2", "2", "3"); s.Votes != "0 2 1 0" {
		t.Errorf("the votes are %s", s.Votes)
	}
	if blocked, err := browser.Eval[bool](p.tab, `(() => { try { localStorage.length; return false } catch { return !document.querySelector(".kept-not").hidden } })()`); err != nil || !blocked {
		t.Errorf("the page does not say that nothing is kept: %v", err)
	}
}

// Without scripts the page is a list, and what comes later is folded away until somebody opens it.
func TestPresenterReadsWithoutScripts(t *testing.T) {
	needsBrowser(t)
	lent := tab(t)
	must(t, lent.Open(fromDisk(editions(t)[0].dir, presented), browser.View{Width: projector, NoScript: true}))
	const cards = `[...document.querySelectorAll(".card")].filter(e => e.checkVisibility()).length + " " + [...document.querySelectorAll(".bar, dialog")].filter(e => e.checkVisibility()).length`
	folded, err := browser.Eval[string](lent, cards)
	must(t, err)
	opened, err := browser.Eval[string](lent, `document.querySelectorAll("details").forEach(d => d.open = true), `+cards)
	must(t, err)
	if folded != "0 0" || opened != "16 0" {
		t.Errorf("cards and controls seen: %s, and %s when all is unfolded; want 0 0 and 16 0", folded, opened)
	}
}

// Each state of the page is one that axe accepts, light and dark.
func TestPresenterIsAccessibleInEveryState(t *testing.T) {
	needsBrowser(t)
	script, err := axe()
	must(t, err)
	p := presenting(t, fromDisk(editions(t)[1].dir, presented))
	states := []struct{ place, do string }{
		{"ronde 0 · het verhaal", ``},
		{"ronde 1 · kaart 2 van 6", `document.querySelector("#_notes").click()`},
		{"ronde 1 · kaart 2 van 6", `document.querySelector("[data-do=overview]").click()`},
		{"ronde 1 · kaart 2 van 6", `document.querySelector(".overview").close(), document.querySelector("[data-do=blank]").click()`},
		{"ronde 1 · het leven tot nu toe", `document.querySelector(".blank").close(), document.querySelector("#_dark").click()`},
		{"ronde 3 · stemmen", `document.querySelector("[data-step='1']").click()`},
		{"afronden · levenskaart", `document.querySelector("#_dark").click()`},
		{"afronden · eerst en nu", `document.querySelector("[data-do=take]").click(), document.querySelector(".take [data-do=sure]").click()`},
	}
	for _, state := range states {
		p.do(`document.querySelector(".blank").close()`)
		if p.now().Open == "" {
			p.to(state.place)
		}
		if state.do != "" {
			p.do(state.do)
		}
		found, err := p.tab.Axe(script)
		must(t, err)
		for _, line := range found {
			t.Errorf("at %s after %s: %s", state.place, state.do, line)
		}
	}
}

// A finger turns the page, F fills the screen, and neither loses the place.
func TestPresenterFillsTheScreenAndFeelsFingers(t *testing.T) {
	needsBrowser(t)
	p := presenting(t, fromDisk(editions(t)[0].dir, presented))
	const swipe = `((from, to) => {
		const stage = document.querySelector(".stage"), touch = x => [new Touch({identifier: 1, target: stage, clientX: x, clientY: 200})]
		stage.dispatchEvent(new TouchEvent("touchstart", {touches: touch(from), changedTouches: touch(from)}))
		stage.dispatchEvent(new TouchEvent("touchend", {changedTouches: touch(to)}))
	})`
	for _, step := range []struct{ fingers, at string }{{"(300, 200)", "ronde 0 · het verhaal"}, {"(300, 280)", "ronde 0 · het verhaal"}, {"(100, 300)", "ronde 0 · begin"}} {
		p.do(swipe + step.fingers)
		if s := p.now(); s.At != step.at {
			t.Errorf("after a swipe %s it is at %q, want %q", step.fingers, s.At, step.at)
		}
	}
	for _, full := range []string{"true", "false"} {
		p.press("f")
		is, err := browser.Eval[bool](p.tab, `new Promise(done => { let looks = 0; const look = () => !!document.fullscreenElement === `+full+` ? done(true) : ++looks < 40 ? setTimeout(look, 50) : done(false); look() })`)
		must(t, err)
		if !is {
			t.Errorf("after F it is not %s that the page fills the screen", full)
		}
	}
}
