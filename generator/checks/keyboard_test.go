package checks_test

import (
	"slices"
	"testing"

	"casusboek/generator/checks/browser"
)

// focus describes what has the focus: enough to know it again, and whether a reader can see it.
type focus struct {
	N       int    // its number among all elements; -1: nothing has the focus
	What    string // how it is written
	Href    string
	Visible bool // in the window and marked by an outline or a shadow
}

const focused = `(() => {
	const e = document.activeElement
	if (!e || e === document.body) return {N: -1, What: "", Href: "", Visible: false}
	const style = getComputedStyle(e), box = e.getBoundingClientRect()
	const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none"
	const there = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
	return {N: [...document.querySelectorAll("*")].indexOf(e), What: e.outerHTML.slice(0, 120), Href: e.getAttribute("href") ?? "", Visible: marked && there}
})()`

// reachable are all elements that a reader without a mouse must be able to come to.
const reachable = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
	.filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}) && !e.closest("[inert]"))
	.filter(e => !(e.type === "radio" && !e.checked && document.querySelector("input[type=radio][name='" + e.name + "']") !== e))
	.map(e => ({N: [...document.querySelectorAll("*")].indexOf(e), What: e.outerHTML.slice(0, 120), Href: e.getAttribute("href") ?? "", Visible: true}))`

func TestKeyboard(t *testing.T) {
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, browser.View{Width: 1440}))
		want, err := browser.Eval[[]focus](tab, reachable)
		must(t, err)
		reached := map[int]bool{}
		for i := range len(want) + 2 {
			must(t, tab.Tabulate())
			at, err := browser.Eval[focus](tab, focused)
			must(t, err)
			if i == 0 && (len(at.Href) < 2 || at.Href[0] != '#') {
				t.Errorf("the first Tab comes to %q, not to a link that skips to the content", at.What)
			}
			if at.N < 0 {
				break // round: the browser's own controls
			}
			if !at.Visible && !reached[at.N] {
				t.Errorf("a reader cannot see that this has the focus: %s", at.What)
			}
			reached[at.N] = true
		}
		for _, w := range want {
			if !reached[w.N] {
				t.Errorf("Tab never comes to %s", w.What)
			}
		}
	})
}

func TestSkipLink(t *testing.T) {
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, browser.View{Width: 1024}))
		must(t, tab.Tabulate())
		skip, err := browser.Eval[focus](tab, focused)
		must(t, err)
		must(t, tab.Enter())
		hash, err := browser.Eval[string](tab, `location.hash`)
		must(t, err)
		if hash == "" || hash != skip.Href {
			t.Fatalf("the link %q leads to %q", skip.What, hash)
		}
		// From there Tab goes on in the content, past the menu.
		must(t, tab.Tabulate())
		where, err := browser.Eval[[]string](tab, `(() => {
			const e = document.activeElement
			return [e.closest("main") ? "main" : e.closest("footer") ? "footer" : e === document.body ? "" : "head", e.outerHTML.slice(0, 120)]
		})()`)
		must(t, err)
		if !slices.Contains([]string{"main", "footer", ""}, where[0]) {
			t.Errorf("after the skip link Tab comes to %s", where[1])
		}
	})
}
