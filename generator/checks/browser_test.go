package checks_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"casusboek/generator/checks"
	"casusboek/generator/checks/browser"
)

// tabs are the tabs of the one browser of this test binary, one per core that the machines we test on have.
const tabs = 2

var started struct {
	once    sync.Once
	browser *browser.Browser
	free    chan *browser.Tab
	err     error
}

// closeBrowser ends the browser if a test has started it.
func closeBrowser() {
	if started.browser != nil {
		started.browser.Close()
	}
}

func startBrowser() {
	if started.browser, started.err = browser.Start(); started.err != nil {
		return
	}
	started.free = make(chan *browser.Tab, tabs)
	for range tabs {
		tab, err := started.browser.Tab()
		if err != nil {
			started.err = err
			return
		}
		started.free <- tab
	}
}

// tab lends a tab until the test ends. Without a browser the test fails: a check that did not run must not look like one that passed.
func tab(t *testing.T) *browser.Tab {
	t.Helper()
	started.once.Do(startBrowser)
	if started.err != nil {
		t.Fatal(started.err)
	}
	lent := <-started.free
	t.Cleanup(func() { started.free <- lent })
	return lent
}

// fromDisk is the file:// address of a page of a site in a folder.
func fromDisk(dir, page string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, page))}).String()
}

// eachType runs a test for the representatives of all page types of both editions, two at a time.
func eachType(t *testing.T, test func(t *testing.T, tab *browser.Tab, address string)) {
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
	for _, b := range editions(t) {
		for _, p := range b.site.Representatives() {
			if b.facilitator && !ofFacilitator(p) {
				continue // looks as in the public edition
			}
			t.Run(p.Path, func(t *testing.T) {
				t.Parallel()
				test(t, tab(t), fromDisk(b.dir, p.Path))
			})
		}
	}
}

// ofFacilitator reports whether a page is of a type that only the facilitator edition has.
func ofFacilitator(p *checks.Page) bool {
	return strings.Contains(p.Type(), "/gids") || strings.Contains(p.Type(), "/draaiboek")
}

// views are how every page type is looked at: phone and laptop, light and dark, and paper.
var views = []browser.View{
	{Width: 360}, {Width: 360, Dark: true}, {Width: 1440}, {Width: 1440, Dark: true}, {Width: 794, Print: true},
}

func TestAccessible(t *testing.T) {
	axe, err := browser.ReadAxe(filepath.Join("..", ".."))
	if err != nil && !testing.Short() {
		t.Fatal(err)
	}
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, views[0]))
		for _, v := range views {
			must(t, tab.Look(v))
			broken, err := tab.Axe(axe)
			must(t, err)
			for _, line := range broken {
				t.Errorf("%s: %s", v, line)
			}
		}
	})
}

// A check that finds nothing may be one that does not look: axe must find what is wrong with a bad page, in the view in which it is wrong.
func TestAxeFindsABadPage(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
	axe, err := browser.ReadAxe(filepath.Join("..", ".."))
	must(t, err)
	dir := t.TempDir()
	page := `<!doctype html><html lang="nl"><title>x</title><style>@media (prefers-color-scheme: dark) { p { color: #eee } } @media print { h1 { color: #eee } }</style>
<main><h1>Kop</h1><p>Tekst</p></main></html>`
	must(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte(page), 0o600))
	lent := tab(t)
	must(t, lent.Open(fromDisk(dir, "index.html"), views[0]))
	for _, v := range views {
		must(t, lent.Look(v))
		broken, err := lent.Axe(axe)
		must(t, err)
		found := slices.ContainsFunc(broken, func(line string) bool { return strings.HasPrefix(line, "color-contrast") })
		if want := v.Dark || v.Print; found != want {
			t.Errorf("%s: contrast broken: %v, want %v (%v)", v, found, want, broken)
		}
	}
}

func TestNothingSticksOutAt320(t *testing.T) {
	const widest = `(() => {
		const wide = document.documentElement.scrollWidth
		if (wide <= innerWidth) return ""
		const out = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
		return wide + " px wide: " + out.slice(-3).map(e => e.outerHTML.slice(0, 120)).join(" | ")
	})()`
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, browser.View{Width: 320}))
		what, err := browser.Eval[string](tab, widest)
		must(t, err)
		if what != "" {
			t.Error(what)
		}
	})
}

func TestFromDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
	for _, b := range editions(t) {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			lent := tab(t)
			for _, p := range b.site.Pages {
				must(t, lent.Open(fromDisk(b.dir, p.Path), browser.View{Width: 1024}))
				untroubled(t, lent, p.Path, "file://"+filepath.ToSlash(b.dir)+"/")
			}
		})
	}
}

// A site must work in any folder of any host.
func TestServedInASubfolder(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
	b := editions(t)[0]
	const folder = "/een/twee/drie/"
	host := http.NewServeMux()
	host.Handle(folder, http.StripPrefix(folder, http.FileServer(http.Dir(b.dir))))
	host.HandleFunc("/favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }) // a browser's own idea
	server := httptest.NewServer(host)
	t.Cleanup(server.Close)
	lent := tab(t)
	for _, p := range b.site.Representatives() {
		must(t, lent.Open(server.URL+folder+strings.TrimSuffix(p.Path, "index.html"), browser.View{Width: 1024}))
		untroubled(t, lent, p.Path, server.URL+folder)
		addresses, err := browser.Eval[[]string](lent, `[...document.links].map(a => a.href.split("#")[0]).filter(a => a.startsWith(location.origin))`)
		must(t, err)
		for _, address := range addresses {
			page, inside := strings.CutPrefix(address, server.URL+folder)
			if _, there := b.site.Files[page]; !inside || !there && !strings.HasSuffix(page, "/") {
				t.Errorf("%s: the link to %s leads out of the site", p.Path, address)
			}
		}
	}
}

// untroubled holds that a page has loaded all it asked for, and nothing from anywhere else.
func untroubled(t *testing.T, tab *browser.Tab, page, home string) {
	t.Helper()
	for _, trouble := range tab.Trouble() {
		t.Errorf("%s: %s", page, trouble)
	}
	for _, address := range tab.Asked() {
		if !strings.HasPrefix(address, home) && !strings.HasSuffix(address, "/favicon.ico") {
			t.Errorf("%s asks for %s, which is not of this site", page, address)
		}
	}
}

// What scripts show must be there without them: same words to read, same links to follow. Scripts may add controls.
func TestWithoutScripts(t *testing.T) {
	const seen = `(() => {
		const shown = e => e.checkVisibility({visibilityProperty: true})
		const control = "button, input, select, label, output, [role=status], dialog"
		const words = [...document.querySelectorAll("h1,h2,h3,h4,p,li,td,th,dd,dt,blockquote,figcaption")]
			.filter(e => shown(e) && !e.closest(control) && !e.querySelector(control)).map(e => e.innerText.trim())
		const links = [...document.querySelectorAll("a[href]")].filter(shown).map(a => "link to " + a.getAttribute("href"))
		return words.concat(links)
	})()`
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, browser.View{Width: 1024}))
		with, err := browser.Eval[[]string](tab, seen)
		must(t, err)
		must(t, tab.Open(address, browser.View{Width: 1024, NoScript: true}))
		without, err := browser.Eval[[]string](tab, seen)
		must(t, err)
		if len(without) < 3 {
			t.Errorf("without scripts the page shows only %q", without)
		}
		for _, what := range with {
			if !slices.Contains(without, what) {
				t.Errorf("only scripts show %q", what)
			}
		}
		must(t, tab.Look(browser.View{Width: 1024}))
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", t.Name(), err))
	}
}
