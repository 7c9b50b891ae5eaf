package checks_test

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"casusboek/generator/checks/browser"
)

// The checks of this file are what a reader meets: someone with a phone, a dark screen, a screen reader, a keyboard, or without scripts.

// views are how every page type is looked at: phone and laptop, light and dark, and paper.
var views = []browser.View{
	{Width: 360}, {Width: 360, Dark: true}, {Width: 1440}, {Width: 1440, Dark: true}, {Width: 794, Print: true},
}

var axe = sync.OnceValues(func() (string, error) { return browser.ReadAxe(filepath.Join("..", "..")) })

// accessible runs axe-core in all views, and says of each rule in which views it is broken.
func accessible(tab *browser.Tab, address string) ([]string, error) {
	script, err := axe()
	if err != nil {
		return nil, err
	}
	if err := tab.Open(address, views[0]); err != nil {
		return nil, err
	}
	var rules []string
	broken := map[string][]string{}
	for _, v := range views {
		if err := tab.Look(v); err != nil {
			return nil, err
		}
		lines, err := tab.Axe(script)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			rule, _, _ := strings.Cut(line, " ")
			if v.Print && rule == "target-size" {
				continue // nobody presses on paper
			}
			if broken[rule] == nil {
				rules = append(rules, line)
			}
			broken[rule] = append(broken[rule], v.String())
		}
	}
	for i, line := range rules {
		rule, _, _ := strings.Cut(line, " ")
		rules[i] = line + " (" + strings.Join(broken[rule], ", ") + ")"
	}
	return rules, nil
}

// tightest are the widths in CSS pixels at which a page has least room: the narrowest phone, and where the margin column has just come.
var tightest = [...]int{320, 1024}

// sticksOut says what makes a page wider than the window where it has least room, or runs into the menu there.
func sticksOut(tab *browser.Tab, address string) (found []string, err error) {
	for _, width := range tightest {
		if err := tab.Open(address, browser.View{Width: width}); err != nil {
			return nil, err
		}
		more, err := browser.Eval[[]string](tab, outside)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

const outside = `(() => {
	const found = [], wide = document.documentElement.scrollWidth
	const [name, menu] = [".masthead__name a", ".masthead nav"].map(s => document.querySelector(s)?.getBoundingClientRect())
	if (name && menu && name.right > menu.left && name.bottom > menu.top) found.push("at " + innerWidth + " px the name of the site runs into the menu")
	const drawn = [...document.querySelectorAll("main svg :is(circle, text)")].find(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
	if (drawn) found.push("at " + innerWidth + " px a drawing runs off the page: " + drawn.outerHTML.slice(0, 120)) // which no scroll width tells
	if (wide <= innerWidth) return found
	const boxed = e => e && (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX) || boxed(e.parentElement))
	const out = [...document.body.querySelectorAll("*")]
		.filter(e => e.getBoundingClientRect().right > innerWidth && !e.ownerSVGElement && !boxed(e.parentElement))
	return [...found, wide + " px wide: " + out.slice(-3).map(e => e.outerHTML.slice(0, 120)).join(" | ")]
})()`

// focus describes what has the focus: enough to know it again, and whether a reader can see it.
type focus struct {
	N       int    // its number among all elements; -1: nothing has the focus
	What    string // how it is written
	Href    string
	Visible bool // in the window, and marked by an outline or a shadow
}

const focused = `(() => {
	const e = document.activeElement
	if (!e || e === document.body) return {N: -1, What: "", Href: "", Visible: false}
	const style = getComputedStyle(e), box = e.getBoundingClientRect()
	const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none"
	const there = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
	return {N: [...document.querySelectorAll("*")].indexOf(e), What: e.outerHTML.slice(0, 120), Href: e.getAttribute("href") ?? "", Visible: marked && there}
})()`

// reachable are all elements that a reader without a mouse must be able to come to; of a group of radio buttons that is the chosen or first one.
const reachable = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
	.filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}) && !e.closest("[inert]"))
	.filter(e => e.type !== "radio" || e.checked || ![...document.getElementsByName(e.name)].some(o => o.checked) && document.getElementsByName(e.name)[0] === e)
	.map(e => ({N: [...document.querySelectorAll("*")].indexOf(e), What: e.outerHTML.slice(0, 120), Href: e.getAttribute("href") ?? "", Visible: true}))`

// keyboard goes through the page with the Tab key: first to the skip link, then to everything, and the reader always sees where.
func keyboard(tab *browser.Tab, address string) ([]string, error) {
	if err := tab.Open(address, browser.View{Width: 1440}); err != nil {
		return nil, err
	}
	want, err := browser.Eval[[]focus](tab, reachable)
	if err != nil {
		return nil, err
	}
	var found []string
	reached := map[int]bool{}
	for i := range len(want) + 2 {
		if err := tab.Tabulate(); err != nil {
			return nil, err
		}
		at, err := browser.Eval[focus](tab, focused)
		if err != nil {
			return nil, err
		}
		if i == 0 && !strings.HasPrefix(at.Href, "#") {
			found = append(found, "the first Tab comes to "+at.What+", not to a link that skips to the content")
		}
		if at.N < 0 {
			break // round: the browser's own controls
		}
		if !at.Visible && !reached[at.N] {
			found = append(found, "a reader cannot see that this has the focus: "+at.What)
		}
		reached[at.N] = true
	}
	for _, w := range want {
		if !reached[w.N] {
			found = append(found, "Tab never comes to "+w.What)
		}
	}
	return found, nil
}

// skipLink follows the first link of the page: from there Tab goes on in the content, past the menu.
func skipLink(tab *browser.Tab, address string) ([]string, error) {
	if err := tab.Open(address, browser.View{Width: 1024}); err != nil {
		return nil, err
	}
	for _, press := range []func() error{tab.Tabulate, tab.Enter, tab.Tabulate} {
		if err := press(); err != nil {
			return nil, err
		}
	}
	where, err := browser.Eval[[]string](tab, `(() => {
		const e = document.activeElement
		return [location.hash, e === document.body || e.closest("main, footer") ? "content" : "menu", e.outerHTML.slice(0, 120)]
	})()`)
	if err != nil {
		return nil, err
	}
	if where[0] == "" || where[1] != "content" {
		return []string{"after the skip link " + where[0] + " Tab comes to " + where[2]}, nil
	}
	return nil, nil
}

// seen is all that a page gives to read and to follow, apart from what belongs to a control.
const seen = `(() => {
	const shown = e => e.checkVisibility({visibilityProperty: true})
	const control = "button, input, select, label, output, form, [role=status], dialog"
	const words = [...document.querySelectorAll("h1,h2,h3,h4,p,li,td,th,dd,dt,blockquote,figcaption")]
		.filter(e => shown(e) && !e.closest(control) && !e.querySelector(control)).map(e => e.innerText.trim())
	const links = [...document.querySelectorAll("a[href]")].filter(shown).map(a => "link to " + a.getAttribute("href"))
	return words.concat(links)
})()`

// withoutScripts holds that what scripts show is there without them: the same words to read, the same links to follow. Scripts may add controls.
func withoutScripts(tab *browser.Tab, address string) ([]string, error) {
	var shown [2][]string
	for i, noScript := range []bool{false, true} {
		if err := tab.Open(address, browser.View{Width: 1024, NoScript: noScript}); err != nil {
			return nil, err
		}
		var err error
		if shown[i], err = browser.Eval[[]string](tab, seen); err != nil {
			return nil, err
		}
	}
	var found []string
	for _, what := range shown[0] {
		if !slices.Contains(shown[1], what) {
			found = append(found, "only scripts show "+what)
		}
	}
	if len(shown[1]) == 0 {
		found = append(found, "without scripts the page is empty")
	}
	return found, nil
}
