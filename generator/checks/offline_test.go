package checks_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"casusboek/generator/checks/browser"
	"casusboek/generator/guard"
)

// Who has been on a hosted site that asks for it, reads on without a connection: what was opened, the rounds of a case that was opened, and the lists. A new
// version takes the place of the old one.
func TestReadingWithoutAConnection(t *testing.T) {
	needsBrowser(t)
	first := offlineSite(t, "Even wachten")
	second := offlineSite(t, "Nu anders")
	const folder = "/boek/"
	var site atomic.Value
	var down atomic.Bool
	site.Store(first)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("If-Modified-Since") // both sites are made within a second, and times in HTTP have no smaller parts
		if down.Load() {
			panic(http.ErrAbortHandler) // the connection breaks off
		}
		dir, _ := site.Load().(string)
		if !strings.HasPrefix(r.URL.Path, folder) {
			w.WriteHeader(http.StatusNoContent) // a browser's own idea, such as a picture for its tab
			return
		}
		switch strings.TrimPrefix(r.URL.Path, folder) { // not of the casebook, below the same address
		case "intern/geheim.html":
			fmt.Fprint(w, "<title>intern</title>geheim")
			return
		case "casussen/marcel/":
			w.Header().Set("Cache-Control", "private, no-store")
		case "casussen/willemien/index.html": // as if somebody has to sign in first
			http.Redirect(w, r, folder+"intern/geheim.html", http.StatusFound)
			return
		case "levenskaart/":
			http.NotFound(w, r)
			return
		}
		http.StripPrefix(folder, http.FileServer(http.Dir(dir))).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	home := server.URL + folder
	lent := tab(t)
	must(t, lent.Open(home+"casussen/nadira/", browser.View{Width: 1024}))
	untroubled(t, lent, "casussen/nadira/", home)
	keeps := func(path string) string {
		return `await caches.match("` + home + path + `").then(kept => kept ? "kept" : "not kept")`
	}
	for _, path := range []string{"index.html", "casussen/index.html", "casussen/nadira/index.html", "casussen/nadira/ronde-3/index.html", "casussen/nadira/levenskaart/index.html", "offline/index.html"} {
		arrives(t, lent, keeps(path), "kept")
	}
	arrives(t, lent, keeps("casussen/mo/index.html"), "not kept")
	arrives(t, lent, keeps("casusboek.json"), "not kept")

	// What is not the casebook's, or what the host says must not be kept, is read and not kept.
	for path, says := range map[string]string{"intern/geheim.html": "geheim", "casussen/willemien/index.html": "geheim", "casussen/marcel/index.html": "Marcel"} {
		must(t, lent.Open(home+path, browser.View{Width: 1024})) // from the host, through the worker
		comes(t, lent, `String(document.documentElement.innerHTML.includes("`+says+`"))`, "true")
		// What is kept of a page is kept after it was shown: the page after it is kept later still.
		must(t, lent.Open(home+"casussen/betty/ronde-1/index.html", browser.View{Width: 1024}))
		arrives(t, lent, keeps("casussen/betty/ronde-1/index.html"), "kept")
		arrives(t, lent, keeps(path), "not kept")
		_, err := browser.Eval[bool](lent, `caches.keys().then(async ([name]) => (await caches.open(name)).delete("`+home+`casussen/betty/ronde-1/index.html"))`)
		must(t, err)
	}
	// What was kept goes when the host has it no longer.
	_, err := browser.Eval[bool](lent, `caches.keys().then(async ([name]) => { await (await caches.open(name)).put("`+home+`levenskaart/index.html", new Response("old")); return true })`)
	must(t, err)
	arrives(t, lent, keeps("levenskaart/index.html"), "kept")
	must(t, lent.Open(home+"levenskaart/", browser.View{Width: 1024}))
	arrives(t, lent, keeps("levenskaart/index.html"), "not kept")

	down.Store(true)
	for path, title := range map[string]string{
		"casussen/nadira/": "Een duurder huis", "casussen/nadira/ronde-3/index.html": "", "": "", "casussen/": "Casussen", "casussen/nadira/levenskaart/": "De levenskaart van Nadira", "casussen/marcel/": "Even geen verbinding",
	} {
		must(t, lent.Open(home+path, browser.View{Width: 1024}))
		got, err := browser.Eval[string](lent, `document.querySelector("h1").textContent.trim() + (getComputedStyle(document.body).fontFamily.includes("Palatino") ? "" : ", without its style")`)
		must(t, err)
		if title != "" && got != title || strings.Contains(got, "without") {
			t.Errorf("without a connection %s shows %q, want %q", path, got, title)
		}
	}
	down.Store(false)

	site.Store(second)
	must(t, lent.Open(home, browser.View{Width: 1024}))
	comes(t, lent, `document.head.innerHTML.includes("Nu anders")`, "true") // at once: what is kept is only for when there is nothing else
	arrives(t, lent, `(await caches.keys()).length + " " + ((await (await caches.match("`+home+`index.html"))?.text())?.includes("Nu anders"))`, "1 true")
	_, err = browser.Eval[bool](lent, `(async () => { // so that no other test meets it
		for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
		for (const one of await caches.keys()) await caches.delete(one)
		return true })()`)
	must(t, err)
}

// arrives waits until what a promise in the page gives is what it must be.
func arrives(t *testing.T, lent *browser.Tab, script, want string) {
	t.Helper()
	_, err := browser.Eval[bool](lent, `(window.asked = "", (async () => { for (;;) { try { window.asked = String(`+script+`) } catch (e) { window.asked = String(e) } await new Promise(r => setTimeout(r, 50)) } })(), true)`)
	must(t, err)
	comes(t, lent, `window.asked`, want)
}

// offlineSite is the example with a subtitle of its own, as a site that browsers may keep; it gives its folder.
func offlineSite(t *testing.T, subtitle string) string {
	t.Helper()
	content := copyOf(t, exampleContent())
	index := content["index.md"]
	index.Data = bytes.Replace(index.Data, []byte("ondertitel: Levens van huurders, om samen van te leren\n"), []byte("ondertitel: "+subtitle+"\noffline: ja\n"), 1)
	files, err := build(content, guard.Public)
	must(t, err)
	if len(files["sw.js"]) == 0 {
		t.Fatal("the site has no worker")
	}
	dir := t.TempDir()
	must(t, save(dir, files))
	return dir
}
