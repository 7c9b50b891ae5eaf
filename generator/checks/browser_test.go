package checks_test

import (
	"maps"
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

// tabs are the tabs of the one browser of this test binary, one per core of the machines that we test on.
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

func needsBrowser(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
}

// fromDisk is the file:// address of a page of a site in a folder.
func fromDisk(dir, page string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, page))}).String()
}

// inBrowser is one check of a page in a browser; it gives what is wrong.
type inBrowser struct {
	name   string
	find   func(tab *browser.Tab, address string) ([]string, error)
	broken []bad
}

// bad is a page that turns a check red, and what the check then must say.
type bad struct{ page, says string }

var inBrowsers = []inBrowser{
	{"accessible", accessible, []bad{
		{`<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style><main><h1>Kop</h1><p>Tekst</p></main>`, "color-contrast"},
		{`<style>@media print { p { color: #eee } }</style><main><h1>Kop</h1><p>Tekst</p></main>`, "print"},
		{`<style>@media (max-width: 400px) { p { color: #eee } }</style><main><h1>Kop</h1><p>Tekst</p></main>`, "360 px"},
	}},
	{"nothing sticks out", sticksOut, []bad{{`<main><h1>Kop</h1><p>` + strings.Repeat("x", 200) + `</p></main>`, "px wide"}}},
	{"keyboard", keyboard, []bad{
		{skip + `<main id="m"><a href="#m">een</a><a href="#m" tabindex="-1">twee</a></main>`, "never comes to"},
		{skip + `<style>main a { outline: none }</style><main id="m"><a href="#m">een</a></main>`, "cannot see"},
		{`<main id="m"><a href="x.html">een</a></main>`, "skips to the content"},
	}},
	{"skip link", skipLink, []bad{{`<a href="#weg">naar de inhoud</a><nav><a href="x.html">menu</a></nav><main id="m"></main>`, "comes to"}}},
	{"without scripts", withoutScripts, []bad{
		{`<main><h1>Kop</h1><p id="p"></p></main><script>document.getElementById("p").innerText = "geheim"</script>`, "only scripts show"},
	}},
	{"on paper", onPaper, []bad{
		{`<style>@media print { p { position: absolute; left: -9999px } }</style><main><h1>Kop</h1><p>Verdwenen</p></main>`, "not on the paper"},
		{`<style>footer { break-before: page; height: 9px }</style><main><h1>Kop</h1></main><footer></footer>`, "is empty"},
	}},
	{"nothing cut off", cutOff, []bad{{`<style>p { height: 9px; overflow: hidden }</style><main><p>Een<br>twee<br>drie</p></main>`, "in a box of"}}},
}

const skip = `<a href="#m">naar de inhoud</a>`

// All checks over the representatives of all page types of both editions. What is wrong on many pages is said once.
func TestInBrowser(t *testing.T) {
	needsBrowser(t)
	for _, c := range inBrowsers {
		t.Run(c.name, func(t *testing.T) {
			pages := map[string][]string{} // by what is wrong
			var mu sync.Mutex
			t.Run("pages", func(t *testing.T) {
				for name, address := range representatives(t) {
					t.Run(name, func(t *testing.T) {
						t.Parallel()
						found, err := c.find(tab(t), address)
						must(t, err)
						mu.Lock()
						defer mu.Unlock()
						for _, what := range found {
							pages[what] = append(pages[what], name)
						}
					})
				}
			})
			for _, what := range slices.Sorted(maps.Keys(pages)) {
				slices.Sort(pages[what])
				t.Errorf("%s, and %d more: %s", pages[what][0], len(pages[what])-1, what)
			}
		})
	}
}

// representatives are the pages to look at, by edition and path, with their addresses.
func representatives(t *testing.T) map[string]string {
	found := map[string]string{}
	for _, e := range editions(t) {
		for _, p := range e.site.Representatives() {
			if !e.facilitator || ofFacilitator(p) { // the others look as in the public edition
				found[p.Path] = fromDisk(e.dir, p.Path)
				if p.Path == missing {
					found[p.Path] = atItsAddress(t, e.dir) + "/casussen/nergens/"
				}
			}
		}
	}
	return found
}

// missing is the one page that is made for the site's own address: a host shows it at any depth.
const missing = "404.html"

// atItsAddress serves a site as its host does, with 404.html for what is not there.
func atItsAddress(t *testing.T, dir string) string {
	t.Helper()
	site := http.Dir(dir)
	files := http.FileServer(site)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if file, err := site.Open(r.URL.Path); err == nil {
			_ = file.Close()
			files.ServeHTTP(w, r)
			return
		}
		page, err := os.ReadFile(filepath.Join(dir, missing))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// ofFacilitator reports whether a page is of a type that only the facilitator edition has.
func ofFacilitator(p *checks.Page) bool {
	return strings.Contains(p.Type(), "/gids") || strings.Contains(p.Type(), "/draaiboek") || strings.Contains(p.Type(), "/pakket-begeleider")
}

// A check that finds nothing may be one that does not look.
func TestBrowserChecksTurnRed(t *testing.T) {
	needsBrowser(t)
	for _, c := range inBrowsers {
		for _, b := range c.broken {
			t.Run(c.name+" "+b.says, func(t *testing.T) {
				file := filepath.Join(t.TempDir(), "page.html")
				page := `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title><body>` + b.page + `</body></html>`
				must(t, os.WriteFile(file, []byte(page), 0o600))
				found, err := c.find(tab(t), fromDisk("", file))
				must(t, err)
				if !slices.ContainsFunc(found, func(what string) bool { return strings.Contains(what, b.says) }) {
					t.Errorf("on %s it should say %q, got %q", b.page, b.says, found)
				}
			})
		}
	}
}

// Straight from disk every page loads all it asks for, nothing else, and its policy lets it.
func TestFromDisk(t *testing.T) {
	needsBrowser(t)
	for _, e := range editions(t) {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			lent := tab(t)
			for _, p := range e.site.Pages {
				if p.Path == missing {
					continue
				}
				must(t, lent.Open(fromDisk(e.dir, p.Path), browser.View{Width: 1024}))
				untroubled(t, lent, p.Path, "file://"+filepath.ToSlash(e.dir)+"/")
			}
		})
	}
}

// A site works in any folder of any host: loads, and links to itself only.
func TestServedInASubfolder(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	const folder = "/een/twee/drie/"
	host := http.NewServeMux()
	host.Handle(folder, http.StripPrefix(folder, http.FileServer(http.Dir(e.dir))))
	host.HandleFunc("/favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }) // a browser's own idea
	server := httptest.NewServer(host)
	t.Cleanup(server.Close)
	home := server.URL + folder
	lent := tab(t)
	for _, p := range e.site.Representatives() {
		if p.Path == missing {
			continue
		}
		must(t, lent.Open(home+strings.TrimSuffix(p.Path, "index.html"), browser.View{Width: 1024}))
		untroubled(t, lent, p.Path, home)
		addresses, err := browser.Eval[[]string](lent, `[...document.links].map(a => a.href.split("#")[0]).filter(a => a.startsWith(location.origin))`)
		must(t, err)
		for _, address := range addresses {
			page, inside := strings.CutPrefix(address, home)
			if _, there := e.site.Files[page]; !inside || !there && page != "" && !strings.HasSuffix(page, "/") {
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

// Trouble is heard: a picture that is not there, a policy that is broken, a script that fails, a word in the console.
func TestTroubleIsHeard(t *testing.T) {
	needsBrowser(t)
	for body, want := range map[string]string{
		`<img src="weg.png" alt="">`: "was not loaded",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><img src="page.html" alt="">`: "Content Security Policy",
		`<script>weg()</script>`:          "a script failed",
		`<script>console.log(1)</script>`: "console.log",
	} {
		file := filepath.Join(t.TempDir(), "page.html")
		must(t, os.WriteFile(file, []byte("<!doctype html><title>Proef</title>"+body), 0o600))
		t.Run(want, func(t *testing.T) {
			lent := tab(t)
			must(t, lent.Open(fromDisk("", file), browser.View{Width: 500}))
			if heard := strings.Join(lent.Trouble(), "\n"); !strings.Contains(heard, want) {
				t.Errorf("%s: heard %q", body, heard)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
