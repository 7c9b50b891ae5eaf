package checks_test

import (
	"strings"
	"testing"

	"casusboek/generator/checks/browser"
)

// filtered is what a reader sees of a filtered list.
type filtered struct {
	Left    int    // items that are shown
	All     int    // of so many
	Status  string // what is said of it
	Hash    string
	Faded   int // events of the picture
	Button  bool
	Focused string // the name or type of what has the focus
}

const look = `(() => {
	const form = document.querySelector("form.filter"), items = [...document.querySelectorAll(form.dataset.of)], e = document.activeElement
	return {
		Left: items.filter(i => i.checkVisibility()).length, All: items.length, Status: form.querySelector("[role=status]").textContent, Hash: location.hash,
		Faded: document.querySelectorAll(".lifemap .event.is-faded").length, Button: form.querySelector("button").checkVisibility(), Focused: e.name || e.type || "",
	}
})()`

// see gives what a reader sees once whatever was done has taken effect.
func see(t *testing.T, lent *browser.Tab) filtered {
	t.Helper()
	_, err := browser.Eval[bool](lent, `new Promise(done => setTimeout(() => done(true), 30))`)
	must(t, err)
	v, err := browser.Eval[filtered](lent, look)
	must(t, err)
	return v
}

// tabTo presses Tab until something has the focus.
func tabTo(t *testing.T, lent *browser.Tab, selector string) {
	t.Helper()
	for range 200 {
		must(t, lent.Tabulate())
		there, err := browser.Eval[bool](lent, `document.activeElement?.matches(`+"`"+selector+"`"+`) ?? false`)
		must(t, err)
		if there {
			return
		}
	}
	t.Fatalf("the Tab key never comes to %s", selector)
}

// A reader with a keyboard alone narrows the events of a life down, links what is chosen, and shows all again. From disk.
func TestFilterOfALife(t *testing.T) {
	needsBrowser(t)
	t.Parallel()
	lent := tab(t)
	page := fromDisk(editions(t)[0].dir, "casussen/willemien/levenskaart/index.html")
	must(t, lent.Open(page, browser.View{Width: 1440}))
	v := see(t, lent)
	if v.Left != v.All || v.All < 10 || v.Status != "" || v.Hash != "" || v.Faded != 0 || v.Button {
		t.Fatalf("before anything is chosen: %+v", v)
	}
	tabTo(t, lent, "select[name=known]")
	must(t, lent.Press("wijkv")) // as people choose in a menu: by its first letters
	v = see(t, lent)
	if v.Left != 4 || v.Status != "4 van de 16 gebeurtenissen" || v.Hash != "#known=wijkverpleging" || v.Faded != 12 || !v.Button {
		t.Errorf("what the district nurse knew: %+v", v)
	}
	lines(t, lent, "with something chosen")
	tabTo(t, lent, "form.filter button")
	must(t, lent.Enter())
	if v = see(t, lent); v.Left != v.All || v.Status != "" || v.Hash != "" || v.Faded != 0 || v.Button || v.Focused != "domains" {
		t.Errorf("all again: %+v", v)
	}
	if trouble := lent.Trouble(); len(trouble) > 0 {
		t.Error(trouble)
	}
}

// A link to a filtered view shows it, one with nonsense shows all, one to an event that is filtered out shows that event.
func TestFilteredViewsCanBeLinked(t *testing.T) {
	needsBrowser(t)
	t.Parallel()
	lent := tab(t)
	for _, tc := range []struct {
		page, hash string
		left       int // 0: all
		status     string
	}{
		{"casussen/index.html", "#themes=zelfregie&rounds=4", 2, "2 van de 5 casussen"},
		{"casussen/index.html", "#minutes=30", 1, "1 van de 5 casussen"},
		{"casussen/index.html", "#rounds=2&domains=pensioen", -1, "past"},
		{"casussen/index.html", "#rounds=900", 0, ""},
		{"casussen/index.html", "#=%zz", 0, ""},
		{"casussen/willemien/levenskaart/index.html", "#kinds=missed&source=file", 1, "1 van de 16"},
		{"casussen/willemien/levenskaart/index.html", "#kinds=ignored", 3, "3 van de 16"},
	} {
		must(t, lent.Open("about:blank", browser.View{Width: 360}))
		must(t, lent.Open(fromDisk(editions(t)[0].dir, tc.page)+tc.hash, browser.View{Width: 360}))
		v := see(t, lent)
		want := tc.left
		if want == 0 {
			want = v.All
		}
		if v.Left != max(want, 0) || tc.status == "" && v.Status != "" || !strings.Contains(v.Status, tc.status) {
			t.Errorf("%s%s: %+v", tc.page, tc.hash, v)
		}
	}
	_, err := browser.Eval[bool](lent, `(location.hash = "#aow", true)`)
	must(t, err)
	if v := see(t, lent); v.Left != v.All || v.Status != "" {
		t.Errorf("a link to an event that was filtered out: %+v", v)
	}
	there, err := browser.Eval[bool](lent, `(() => { const box = document.getElementById("aow").getBoundingClientRect(); return box.top > -5 && box.top < innerHeight })()`)
	must(t, err)
	if !there {
		t.Error("the event is shown, and not come to")
	}
	lines(t, lent, "with all shown again")
}

// lines holds that axe finds nothing in the page as it stands.
func lines(t *testing.T, lent *browser.Tab, when string) {
	t.Helper()
	script, err := axe()
	must(t, err)
	found, err := lent.Axe(script)
	must(t, err)
	for _, line := range found {
		t.Errorf("%s: %s", when, line)
	}
}
