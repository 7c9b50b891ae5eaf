package checks_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/browser"
	"casusboek/generator/guard"
	"casusboek/generator/printing/cards"
)

var cardSizes = []casebook.CardSize{casebook.A6, casebook.A6Small, casebook.A7, casebook.Poker, casebook.Large}

// deckContent is a casebook of cases with few cards and with many, in every size.
func deckContent(settings string, cards ...[]int) fstest.MapFS {
	content := fstest.MapFS{"index.md": {Data: []byte("---\ntitel: Proef\nbasis: https://voorbeeld.nl/boek/\npapier: {kaarten: [a6, a6-klein, a7, poker, groot]" + settings + "}\n---\nx\n")}}
	for n, rounds := range cards {
		var front strings.Builder
		fmt.Fprintf(&front, "---\ntitel: Leven %d\nherkomst: fictief\nsamenvatting: Iemand verhuist.\nrondes:\n  - {naam: Eerste indruk}\n", n)
		for r := range rounds {
			fmt.Fprintf(&front, "  - {naam: Stap%d}\n", r+1)
		}
		front.WriteString("gebeurtenissen:\n")
		for r, count := range rounds {
			for i := range count {
				fmt.Fprintf(&front, "  - {id: f-%d-%d, ronde: %d, wanneer: %d jaar, titel: KAART%d, domein: %s, bekend_bij: [familie], tekst: Een brief.}\n",
					r, i, r+1, 20+i, i, []string{"wonen", "zorg", "werk"}[i%3])
			}
		}
		content[fmt.Sprintf("casussen/leven-%d.md", n)] = &fstest.MapFile{Data: []byte(front.String() + "---\nEen leven.\n")}
	}
	return content
}

// deckSite builds such a casebook on disk, and gives where the deck of a case in a size stands.
func deckSite(t *testing.T, settings string, cards ...[]int) (page func(n int, size casebook.CardSize) string) {
	t.Helper()
	files, err := build(deckContent(settings, cards...), guard.Public)
	must(t, err)
	dir := t.TempDir()
	must(t, save(dir, files))
	at := address.In("nl")
	return func(n int, size casebook.CardSize) string {
		c := &casebook.Case{Doc: casebook.Doc{Kind: casebook.KindCase, ID: fmt.Sprintf("leven-%d", n)}}
		path := at.CardsOf(c, size)
		if size == casebook.A6 {
			path = at.Cards(c)
		}
		return fromDisk(dir, path.File())
	}
}

// spot is something that lies on a side of a sheet, in mm from the corner of that side. Turned is upside down.
type spot struct {
	X, Y, Width, Height float64
	Round               string
	Turned              bool
}

func (s spot) at(b cards.Box) bool {
	const near = .3
	return math.Abs(s.X-b.X) < near && math.Abs(s.Y-b.Y) < near && math.Abs(s.Width-b.Width) < near && math.Abs(s.Height-b.Height) < near
}

// printedSheet is what lies on both sides of a sheet; Fronts has an empty Round in empty places.
type printedSheet struct{ Fronts, Backs []spot }

// choose ticks a choice of the toolbar, as a reader would.
func choose(t *testing.T, tab *browser.Tab, id string, on bool) {
	t.Helper()
	_, err := browser.Eval[bool](tab, fmt.Sprintf("document.getElementById(%q).checked = %v", id, on))
	must(t, err)
}

// dealt measures the open page.
const dealt = `(() => {
	const mm = 25.4 / 96
	const spots = section => [...section.querySelectorAll(".place")].map(place => {
		const page = section.getBoundingClientRect(), r = place.getBoundingClientRect()
		const card = place.querySelector(".card"), said = card && card.querySelector(".card__round, .round-card__n, .back__round strong")
		const top = card && card.firstElementChild.getBoundingClientRect()
		return {X: (r.x - page.x) * mm, Y: (r.y - page.y) * mm, Width: r.width * mm, Height: r.height * mm,
			Round: said ? said.textContent.trim().toLowerCase() : "", Turned: !!card && top.y + top.height / 2 > r.y + r.height / 2}
	})
	return [...document.querySelectorAll(".cards:not(.cards--backs)")].map(front => ({Fronts: spots(front), Backs: spots(front.nextElementSibling)}))
})()`

// misplaced says which cards have no back of their own behind them when the paper turns over an edge.
func misplaced(l cards.Layout, sheets []printedSheet, edge casebook.Sides) []string {
	var found []string
	for n, s := range sheets {
		filled := 0
		for i, front := range s.Fronts {
			if !front.at(l.Place(i)) {
				found = append(found, fmt.Sprintf("sheet %d: place %d is at %+v, not %+v", n, i, front, l.Place(i)))
			}
			if front.Round == "" {
				continue
			}
			filled++
			want, turned, _ := l.Behind(i, edge)
			there := false
			for _, back := range s.Backs {
				there = there || back.Round == front.Round && back.at(want) && back.Turned == turned
			}
			if !there {
				found = append(found, fmt.Sprintf("sheet %d: place %d has no back at %+v", n, i, want))
			}
		}
		for _, back := range s.Backs {
			if back.Round != "" {
				filled--
			}
		}
		if filled != 0 {
			found = append(found, fmt.Sprintf("sheet %d: %d backs too few", n, filled))
		}
	}
	return found
}

// Every card has its own back behind it, in every size and over both edges, for one card to ten in one round and several;
// and when the printer turns the paper over the other edge, the check says so.
func TestBacksLieBehindTheirFronts(t *testing.T) {
	needsBrowser(t)
	var cases [][]int
	for n := 1; n <= 10; n++ {
		cases = append(cases, []int{n})
	}
	cases = append(cases, []int{3, 1, 4}, []int{4, 8, 9, 1})
	page := deckSite(t, "", cases...)
	lent := tab(t)
	for _, size := range cardSizes {
		l := cards.LayoutFor(size)
		for n, rounds := range cases {
			must(t, lent.Open(page(n, size), browser.View{Width: 794, Print: true}))
			for _, edge := range []casebook.Sides{casebook.ShortEdge, casebook.LongEdge} {
				choose(t, lent, "_"+edge.String(), true)
				sheets, err := browser.Eval[[]printedSheet](lent, dealt)
				must(t, err)
				for _, what := range misplaced(l, sheets, edge) {
					t.Errorf("%v, %v, %v: %s", size, rounds, edge, what)
				}
				if len(misplaced(l, sheets, casebook.LongEdge+casebook.ShortEdge-edge)) == 0 {
					t.Errorf("%v, %v, %v: the other edge is not noticed", size, rounds, edge)
				}
			}
		}
	}
}

// The stack for several tables is dealt as it should, also where tables share a sheet unevenly.
func TestBacksOfPilesLieBehindTheirFronts(t *testing.T) {
	needsBrowser(t)
	page := deckSite(t, ", tafels: 6, zijden: korte-kant", []int{2, 3})
	lent := tab(t)
	for _, size := range cardSizes {
		must(t, lent.Open(page(0, size), browser.View{Width: 794, Print: true}))
		sheets, err := browser.Eval[[]printedSheet](lent, dealt)
		must(t, err)
		if cards := count(sheets); cards != 6*(5+2) {
			t.Errorf("%v: %d cards for six tables", size, cards)
		}
		for _, what := range misplaced(cards.LayoutFor(size), sheets, casebook.ShortEdge) {
			t.Errorf("%v: %s", size, what)
		}
	}
}

func count(sheets []printedSheet) (cards int) {
	for _, s := range sheets {
		for _, front := range s.Fronts {
			if front.Round != "" {
				cards++
			}
		}
	}
	return cards
}

// What is set in index.md is how the page opens, and backs move as far as is chosen.
func TestBacksMoveAsFarAsIsSaid(t *testing.T) {
	needsBrowser(t)
	page := deckSite(t, ", verschuiving: {rechts: -6.5, omlaag: 0.5}", []int{4})
	lent := tab(t)
	must(t, lent.Open(page(0, casebook.A6), browser.View{Width: 794, Print: true}))
	for _, test := range []struct{ choose, right, down string }{
		{"", "-6.5", "0.5"},
		{`document.getElementById("_right").value = "1.5"; document.getElementById("_short").checked = true;`, "1.5", "0.5"},
		{`document.getElementById("_down").value = "-4"`, "1.5", "-4"},
	} {
		got, err := browser.Eval[string](lent, "(() => {"+test.choose+`
			const back = document.querySelector(".cards--backs"), moved = back.querySelector(".cards__sheet").getBoundingClientRect(), from = back.getBoundingClientRect()
			return [moved.x - from.x, moved.y - from.y].map(px => Math.round(px * 25.4 / 96 * 10) / 10).join(" ")
		})()`)
		must(t, err)
		if got != test.right+" "+test.down {
			t.Errorf("after %q backs are moved by %s mm, want %s and %s", test.choose, got, test.right, test.down)
		}
	}
}

// Front and back of a card to fold lie beside each other, or below each other and upside down where the card is as wide as
// the paper.
func TestFoldedBacksLieBesideTheirFronts(t *testing.T) {
	needsBrowser(t)
	page := deckSite(t, ", zijden: vouwen", []int{3, 1, 4})
	lent := tab(t)
	type pair struct{ X, Y, Width, Height, BackX, BackY, BackWidth, BackHeight float64 }
	for _, size := range cardSizes {
		l := cards.LayoutFor(size)
		must(t, lent.Open(page(0, size), browser.View{Width: 794, Print: true}))
		pairs, err := browser.Eval[[]pair](lent, `[...document.querySelectorAll(".cards:not(.cards--backs) .place:not(.place--empty)")].map(p => {
			const mm = 25.4 / 96, [f, b] = [...p.querySelectorAll(":scope > .card")].map(c => c.getBoundingClientRect())
			return {X: f.x * mm, Y: f.y * mm, Width: f.width * mm, Height: f.height * mm, BackX: b.x * mm, BackY: b.y * mm, BackWidth: b.width * mm, BackHeight: b.height * mm}
		})`)
		must(t, err)
		if len(pairs) != 8+3 {
			t.Errorf("%v: %d pairs", size, len(pairs))
		}
		for i, p := range pairs {
			right, down := l.Width, 0.0
			if l.Columns == 1 {
				right, down = 0, l.Height
			}
			front, back := spot{X: p.X, Y: p.Y, Width: p.Width, Height: p.Height}, spot{X: p.BackX, Y: p.BackY, Width: p.BackWidth, Height: p.BackHeight}
			if !front.at(cards.Box{X: p.X, Y: p.Y, Width: l.Width, Height: l.Height}) || !back.at(cards.Box{X: p.X + right, Y: p.Y + down, Width: l.Width, Height: l.Height}) {
				t.Errorf("%v: pair %d is %+v", size, i, p)
			}
		}
	}
}
