package checks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"casusboek/generator/checks/browser"
)

// These tests go through a case of the example as a reader alone does (reader.js), from disk.

// laptop is how they look at it.
var laptop = browser.View{Width: 1280}

// caseTab lends a tab in which nobody has read anything yet, and leaves it so. The pages of a disk share what they keep, so these tests do not
// run beside each other.
func caseTab(t *testing.T) *browser.Tab {
	t.Helper()
	lent := tab(t)
	must(t, lent.Open(fromDisk(editions(t)[0].dir, "index.html"), laptop))
	do(t, lent, `localStorage.clear()`)
	t.Cleanup(func() { do(t, lent, `try { localStorage.clear() } catch {}`) })
	return lent
}

// openPage opens a page of the example.
func openPage(t *testing.T, lent *browser.Tab, page string, v browser.View) {
	t.Helper()
	must(t, lent.Open(fromDisk(editions(t)[0].dir, page), v))
}

// do runs a script in the page.
func do(t *testing.T, lent *browser.Tab, script string) {
	t.Helper()
	_, err := browser.Eval[bool](lent, script+"\n;true")
	must(t, err)
}

// is holds that a script gives a text; numbers and the like are written as text.
func is(t *testing.T, lent *browser.Tab, script, want string) {
	t.Helper()
	got, err := browser.Eval[string](lent, `String(`+script+`)`)
	must(t, err)
	if got != want {
		t.Fatalf("%s gives %q, want %q", script, got, want)
	}
}

// sound holds that axe finds nothing in parts of the page, in light and dark, on a phone and on a laptop, in the state that the page is in. (Whole pages are
// looked at by TestInBrowser.)
func sound(t *testing.T, lent *browser.Tab, state string, parts ...string) {
	t.Helper()
	script, err := axe()
	must(t, err)
	for _, v := range []browser.View{{Width: 360, Dark: true}, laptop} {
		must(t, lent.Look(v))
		broken, err := lent.Axe(script, parts...)
		must(t, err)
		for _, line := range broken {
			t.Errorf("%s, %s: %s", state, v, line)
		}
		is(t, lent, narrow, "")
	}
}

// narrow is what makes the page wider than the window.
const narrow = `document.documentElement.scrollWidth <= innerWidth ? "" : document.documentElement.scrollWidth + " px: " +
	[...document.body.querySelectorAll("*")].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth && !e.ownerSVGElement).map(e => e.outerHTML.slice(0, 120)).pop()`

// given is what a page shows of cards that lie face down: their titles, anywhere in its visible text.
const given = `(() => {
	const titles = [...document.querySelectorAll(".table article.is-down h3")].map(e => e.textContent.trim())
	const shown = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
	while (shown.nextNode()) {
		const text = shown.currentNode.data
		if (shown.currentNode.parentElement.checkVisibility({visibilityProperty: true})) found.push(...titles.filter(title => text.includes(title)))
	}
	const letters = text => text.replace(/[^\p{L}]/gu, ""), drawn = e => e.getClientRects().length && getComputedStyle(e).visibility === "visible" // checkVisibility says of parts of a drawing that they are seen
	const labels = [...document.querySelectorAll(".lifemap g.event")].filter(drawn).map(e => letters([...e.querySelectorAll(".event__title")].map(line => line.textContent).join("")))
	found.push(...titles.filter(title => labels.includes(letters(title))))
	const down = new Set([...document.querySelectorAll(".table article.is-down")].map(e => e.dataset.event))
	const marks = [...document.querySelectorAll("main [data-event]:not(.life__mend)")].filter(e => down.has(e.dataset.event) && drawn(e))
	return [...found, ...marks.map(e => e.outerHTML.slice(0, 80))].join(", ")
})()`

// onTheTable counts the cards on the table.
const onTheTable = `[...document.querySelectorAll(".table article")].filter(e => e.checkVisibility({visibilityProperty: true})).length`

// mend closes a hole in her line as long as the card of the missed conversation lies face down.
const mend = `getComputedStyle(document.querySelector(".life__mend")).display`

// at is the address and state of the page.
func at(round string) string {
	return fmt.Sprintf(`location.pathname.endsWith("/%s/index.html") && document.readyState === "complete" && !document.documentElement.matches(".is-opening")`, round)
}

// TestThroughACaseByKeyboard goes through a whole case without a mouse.
func TestThroughACaseByKeyboard(t *testing.T) {
	needsBrowser(t)
	lent := caseTab(t)
	openPage(t, lent, "casussen/nadira/index.html", laptop)

	tabTo(t, lent, "#_impression")
	must(t, lent.Insert("Zij wil niet.\nOf zij kan niet."))
	tabTo(t, lent, "[name=choice-0]")
	must(t, lent.Press(" "+kb.ArrowDown)) // the second: Praten
	sound(t, lent, "first impression", ".answer", ".choices", ".keep")

	tabTo(t, lent, ".onward a")
	must(t, lent.Enter())
	comes(t, lent, at("ronde-1"), "true")
	is(t, lent, onTheTable, "1")
	is(t, lent, given, "")
	turnByKeyboard(t, lent)

	tabTo(t, lent, ".onward a")
	must(t, lent.Enter())
	comes(t, lent, at("ronde-2"), "true")
	is(t, lent, onTheTable, "1")
	tabTo(t, lent, "[data-do=all]")
	must(t, lent.Press(" "))
	is(t, lent, onTheTable+` === document.querySelectorAll(".table article").length`, "true")
	is(t, lent, `document.activeElement.dataset.do`, "again") // the focus is not lost with the button that it was on
	is(t, lent, `document.querySelector(".table-bar [role=status]").textContent`, "Alle 4 kaarten liggen op tafel.")

	tabTo(t, lent, ".onward a")
	must(t, lent.Enter())
	comes(t, lent, at("ronde-3"), "true")
	is(t, lent, mend, "inline")
	tabTo(t, lent, ".onward a") // a round may be skipped
	must(t, lent.Enter())
	comes(t, lent, at("levenskaart"), "true")
	is(t, lent, mend, "none")
	endByKeyboard(t, lent)
}

// turnByKeyboard turns the six cards of the first round, and chooses between two of them.
func turnByKeyboard(t *testing.T, lent *browser.Tab) {
	t.Helper()
	tabTo(t, lent, ".pile")
	must(t, lent.Enter())
	is(t, lent, onTheTable, "2")
	is(t, lent, given, "")
	is(t, lent, `document.activeElement === document.querySelectorAll(".table article")[1]`, "true")
	is(t, lent, `document.querySelector(".table-bar [role=status]").textContent`, "Kaart 2 van 6")
	sound(t, lent, "two cards of six", ".table", ".choices", ".keep", ".network")

	tabTo(t, lent, "[name=choice-1]")
	must(t, lent.Press(" "+kb.ArrowRight))
	is(t, lent, `document.querySelector("[name=choice-1]:checked").value`, "Praten") // the arrow is the field's
	is(t, lent, onTheTable, "2")

	do(t, lent, `document.activeElement.blur()`)
	for n := 3; n <= 6; n++ {
		must(t, lent.Press(kb.ArrowRight))
		is(t, lent, onTheTable, fmt.Sprint(n))
		is(t, lent, given, "")
		is(t, lent, `document.activeElement.dataset.event === document.querySelectorAll(".table article")[`+fmt.Sprint(n-1)+`].dataset.event`, "true")
	}
	must(t, lent.Press(kb.ArrowRight+kb.ArrowLeft))
	is(t, lent, `document.activeElement === document.querySelectorAll(".table article")[4]`, "true")
	is(t, lent, `document.querySelector(".pile") ?? document.querySelector(".is-down")`, "null")
	sound(t, lent, "all cards", ".table")
}

// endByKeyboard writes what the reader thinks now, comes back to it, and wipes all.
func endByKeyboard(t *testing.T, lent *browser.Tab) {
	t.Helper()
	is(t, lent, `document.querySelector(".ending blockquote").textContent`, "Zij wil niet.\nOf zij kan niet.")
	is(t, lent, `[...document.querySelectorAll(".ending__choices span")].map(e => e.textContent)`, "Praten,Praten,geen keuze,geen keuze")
	tabTo(t, lent, "#_turning")
	must(t, lent.Press(kb.ArrowDown+kb.ArrowDown))
	tabTo(t, lent, "#_later")
	must(t, lent.Insert("Niemand vroeg het haar."))
	sound(t, lent, "then and now", ".ending")
	wrote := `[document.querySelector("#_later").value, document.querySelector("#_turning").value]`
	openPage(t, lent, "casussen/nadira/levenskaart/index.html", laptop)
	is(t, lent, wrote, "Niemand vroeg het haar.,sloop")

	openPage(t, lent, "casussen/nadira/ronde-3/index.html", laptop)
	is(t, lent, onTheTable+` === document.querySelectorAll(".table article").length`, "true") // who has read it all is not onTheTable to again
	openPage(t, lent, "casussen/nadira/levenskaart/index.html", laptop)
	do(t, lent, `localStorage.setItem("casusboek/" + document.documentElement.dataset.book + "/case/nadira-twee", "{}")`)
	tabTo(t, lent, "[data-do=ask]")
	must(t, lent.Enter())
	sound(t, lent, "about to wipe", ".keep")
	is(t, lent, `document.activeElement.dataset.do`, "leave") // what cannot be undone is not under the finger
	must(t, lent.Untabulate())
	must(t, lent.Enter())
	is(t, lent, `document.querySelector(".keep [role=status]").textContent`, "Alles is gewist.")
	is(t, lent, wrote, ",")
	is(t, lent, `Object.keys(localStorage).map(k => k.split("/").slice(2).join("/")).join()`, "case/nadira-twee") // another case stays
	is(t, lent, `document.querySelector(".ending__choices").hidden`, "true")
}

// A link to a card shows it, also to who has not come so far; and a link on the page to one that lies face down turns it.
func TestALinkToACardShowsIt(t *testing.T) {
	needsBrowser(t)
	lent := caseTab(t)
	openPage(t, lent, "casussen/nadira/index.html", laptop)
	do(t, lent, `location = "ronde-2/index.html#samir"`)
	comes(t, lent, at("ronde-2"), "true")
	is(t, lent, `document.querySelector("#samir").checkVisibility()`, "true")
	is(t, lent, `document.querySelector(".pile")`, "null")

	do(t, lent, `localStorage.clear()`)
	openPage(t, lent, "casussen/nadira/ronde-2/index.html", laptop)
	is(t, lent, `document.querySelector("#samir").checkVisibility()`, "false")
	do(t, lent, `location.hash = "samir"`)
	comes(t, lent, `document.querySelector("#samir").checkVisibility()`, "true")
}

// TestCardsTurnByHand swipes and presses, with and without motion, and takes a pause between two cards.
func TestCardsTurnByHand(t *testing.T) {
	needsBrowser(t)
	lent := caseTab(t)
	phone := browser.View{Width: 360, Height: 740, Motion: true}
	openPage(t, lent, "casussen/nadira/ronde-3/index.html", phone)
	swipe := func(dx, dy int) string {
		return fmt.Sprintf(`(() => {
			const card = document.querySelector(".table article"), touch = (x, y) => new Touch({identifier: 1, target: card, clientX: x, clientY: y})
			card.dispatchEvent(new TouchEvent("touchstart", {bubbles: true, touches: [touch(200, 200)], changedTouches: [touch(200, 200)]}))
			card.dispatchEvent(new TouchEvent("touchend", {bubbles: true, touches: [], changedTouches: [touch(%d, %d)]}))
		})()`, 200+dx, 200+dy)
	}
	do(t, lent, swipe(-20, -180))
	is(t, lent, onTheTable, "1") // reads on
	do(t, lent, swipe(-120, 10))
	is(t, lent, onTheTable, "2")
	is(t, lent, `document.querySelector("article.is-new").getAnimations().length`, "1")
	comes(t, lent, `(b => b.top >= 0 && b.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())`, "true")
	do(t, lent, `scrollBy(0, -300)`)
	is(t, lent, `document.querySelector(".table-bar").getBoundingClientRect().top >= 0`, "true")

	openPage(t, lent, "casussen/nadira/ronde-3/index.html", browser.View{Width: 360, Height: 740})
	is(t, lent, onTheTable, "2") // where the reader left it
	do(t, lent, `document.querySelector(".pile").click()`)
	is(t, lent, onTheTable, "3")
	is(t, lent, `document.querySelector("article.is-new").getAnimations().length`, "0")

	must(t, lent.Look(browser.View{Width: 794, Print: true}))
	is(t, lent, onTheTable+` === document.querySelectorAll(".table article").length`, "true") // paper has all
	is(t, lent, `document.querySelector(".pile").checkVisibility() || document.querySelector(".table-bar").checkVisibility()`, "false")
}

// What only scripts can do does not show without them, and what they hide does.
func TestCaseWithoutScripts(t *testing.T) {
	needsBrowser(t)
	lent := caseTab(t)
	for _, page := range []string{"index.html", "ronde-2/index.html", "levenskaart/index.html"} {
		openPage(t, lent, "casussen/nadira/"+page, browser.View{Width: 1280, NoScript: true})
		is(t, lent, `[...document.querySelectorAll("form, button, textarea, .table-bar, .comfort, .ending")].filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80)).join()`, "")
		is(t, lent, `[...document.querySelectorAll(".table article, .rail-list > li")].filter(e => !e.checkVisibility()).length`, "0")
	}
}

// With a storage that is full or blocked a case works as long as a page is open, and the page says that it keeps nothing.
func TestWithoutStorage(t *testing.T) {
	needsBrowser(t)
	for name, spoil := range map[string]string{
		"full":    `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }`,
		"blocked": `Object.defineProperty(window, "localStorage", {get() { throw new DOMException("blocked", "SecurityError") }})`,
	} {
		t.Run(name, func(t *testing.T) {
			lent := caseTab(t)
			undo, err := lent.Before(spoil)
			must(t, err)
			t.Cleanup(func() { must(t, undo()) })
			openPage(t, lent, "casussen/nadira/index.html", laptop)
			is(t, lent, `document.querySelector(".keep__lost").checkVisibility() && !document.querySelector(".keep__kept").checkVisibility()`, "true")
			tabTo(t, lent, "#_impression")
			must(t, lent.Insert("Zij wil niet."))
			tabTo(t, lent, "[name=choice-0]")
			must(t, lent.Press(" "))
			do(t, lent, `dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}))`) // a reader comes back to the page as it was
			is(t, lent, `[document.querySelector("#_impression").value, document.querySelector("[name=choice-0]:checked").value]`, "Zij wil niet.,Ingrijpen")
			do(t, lent, `document.querySelector("[name=theme][value=dark]").click()`)
			is(t, lent, `document.documentElement.dataset.theme`, "dark")

			openPage(t, lent, "casussen/nadira/ronde-1/index.html", laptop)
			do(t, lent, `document.querySelector(".pile").click()`)
			is(t, lent, onTheTable, "2")
			if trouble := strings.Join(lent.Trouble(), "\n"); trouble != "" {
				t.Error(trouble)
			}
		})
	}
}
