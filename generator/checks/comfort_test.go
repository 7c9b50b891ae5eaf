package checks_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"casusboek/generator/checks/browser"
	"casusboek/templates"
)

// dark and light are the colours of the paper in casusboek.css.
const (
	ground = `getComputedStyle(document.body).backgroundColor`
	dark   = "rgb(25, 23, 20)"
	light  = "rgb(251, 248, 242)"
	white  = "rgb(255, 255, 255)"
)

// TestComfortStays chooses larger type and a dark page by keyboard: other pages have them from the start, paper never has.
func TestComfortStays(t *testing.T) {
	needsBrowser(t)
	lent := caseTab(t)
	openPage(t, lent, "casussen/index.html", laptop)
	is(t, lent, ground, light)
	tabTo(t, lent, ".comfort summary")
	must(t, lent.Enter())
	tabTo(t, lent, "[name=size]")
	must(t, lent.Press(kb.ArrowRight+kb.ArrowRight+kb.ArrowRight))
	tabTo(t, lent, "[name=theme]")
	must(t, lent.Press(kb.ArrowDown+kb.ArrowDown))
	is(t, lent, ground, dark)
	is(t, lent, `getComputedStyle(document.documentElement).fontSize`, "24px")
	sound(t, lent, "dark by choice, large type, panel open", ".comfort", "main")
	must(t, lent.Press(kb.Escape))
	is(t, lent, `document.activeElement.matches(".comfort:not([open]) summary")`, "true")

	openPage(t, lent, "casussen/nadira/handout/index.html", laptop)
	is(t, lent, ground+` !== "`+light+`" && document.querySelector("[name=theme]:checked").value`, "dark")
	for _, width := range []int{320, 1024} {
		openPage(t, lent, "casussen/nadira/ronde-2/index.html", browser.View{Width: width})
		is(t, lent, ground, dark)
		is(t, lent, narrow, "")
		is(t, lent, `document.querySelector("script").src.endsWith("/comfort.js") && !document.querySelector("script").defer`, "true") // before anything is drawn
	}
	must(t, lent.Look(browser.View{Width: 794, Print: true}))
	is(t, lent, ground, white)
	is(t, lent, `getComputedStyle(document.documentElement).fontSize`, "16px")

	must(t, lent.Look(browser.View{Width: 1280, Dark: true}))
	do(t, lent, `document.querySelector("[name=theme][value=light]").click()`)
	is(t, lent, ground, light)
	sound(t, lent, "light by choice", ".table", ".network")
	do(t, lent, `document.querySelector("[name=theme][value='']").click()`)
	must(t, lent.Look(browser.View{Width: 1280, Dark: true}))
	is(t, lent, ground, dark)
}

// A link to a card is copied; a browser that does not allow that gives it to be copied by hand.
func TestCopyALinkToACard(t *testing.T) {
	needsBrowser(t)
	lent := caseTab(t)
	openPage(t, lent, "casussen/nadira/levenskaart/index.html", laptop)
	is(t, lent, `document.querySelector("#samir .copy button").ariaLabel`, "Kopieer de link naar ‘Neef Samir trekt in’")
	do(t, lent, `Object.defineProperty(navigator, "clipboard", {configurable: true, value: {writeText: async text => { window.copied = text }}})`)
	do(t, lent, `document.querySelector("#samir .copy button").click()`)
	comes(t, lent, `document.querySelector("#samir .copy [role=status]").textContent`, "Gekopieerd")
	is(t, lent, `copied === document.querySelector("link[rel=canonical]").href + "#samir"`, "true") // a path of a disk is of no use to anybody else
	do(t, lent, `Object.defineProperty(navigator, "clipboard", {value: undefined})`)
	do(t, lent, `document.querySelector("#sloop .copy button").click()`)
	comes(t, lent, `document.activeElement.value?.endsWith("/levenskaart/#sloop")`, "true")
	is(t, lent, `getSelection().toString() === document.activeElement.value`, "true")
	sound(t, lent, "copy by hand", "#sloop")
}

// What is dark by choice is what is dark because the system is.
func TestDarkIsOne(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "casusboek.css")
	must(t, err)
	tokens := func(selector string) string {
		_, rest, found := strings.Cut(string(css), selector+" {")
		block, _, closed := strings.Cut(rest, "}")
		if !found || !closed || !strings.Contains(block, "--paper") {
			t.Fatalf("%s has no colours", selector)
		}
		return strings.Join(strings.Fields(strings.Replace(block, "color-scheme: dark;", "", 1)), " ")
	}
	if system, choice := tokens(`:root:where(:not([data-theme="light"]))`), tokens(`:root:where([data-theme="dark"])`); system != choice {
		t.Errorf("dark by the system is\n%s\nand dark by choice is\n%s", system, choice)
	}
}
