package checks_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/browser"
	"casusboek/generator/guard"
	"casusboek/generator/printing/cards"
)

// The styles say of every size what the table of layouts says, type and all.
func TestStylesKeepTheLayouts(t *testing.T) {
	needsBrowser(t)
	page := deckSite(t, "", []int{2})
	lent := tab(t)
	for _, size := range cardSizes {
		l := cards.LayoutFor(size)
		must(t, lent.Open(page(0, size), browser.View{Width: 794, Print: true}))
		for step := range cards.Steps {
			type measured struct{ Text, Title, Label, From, Leading, Top, Lane, Gap, Safe float64 }
			got, err := browser.Eval[measured](lent, fmt.Sprintf(`(() => {
				const place = document.querySelector(".place:not(.place--empty)"), px = (q, what) => parseFloat(getComputedStyle(place.querySelector(q))[what])
				place.className = "place place--%d"
				const pt = (q, what) => px(q, what) * 72 / 96, mm = (q, what) => px(q, what) * 25.4 / 96, card = place.querySelector(".card").getBoundingClientRect()
				return {Text: pt(".card__text", "fontSize"), Title: pt(".card__title", "fontSize"), Label: pt(".card__when", "fontSize"), From: pt(".card__from", "fontSize"),
					Leading: px(".card__text", "lineHeight") / px(".card__text", "fontSize"), Top: (place.querySelector(".card__lane").getBoundingClientRect().y - card.y) * 25.4 / 96,
					Lane: place.querySelector(".card__lane").getBoundingClientRect().height * 25.4 / 96, Safe: mm(".card__body", "paddingLeft"),
					Gap: (place.querySelector(".card__text").getBoundingClientRect().y - place.querySelector(".card__title").getBoundingClientRect().bottom) * 25.4 / 96}
			})()`, step))
			must(t, err)
			want := measured{l.Text[step], l.Title[step], l.Label, l.Label, l.Leading, l.Top, l.Lane, l.Gap, l.Safe}
			for _, pair := range [][2]float64{
				{got.Text, want.Text},
				{got.Title, want.Title},
				{got.Label, want.Label},
				{got.From, want.From},
				{got.Leading, want.Leading},
				{got.Top, want.Top},
				{got.Lane, want.Lane},
				{got.Gap, want.Gap},
				{got.Safe, want.Safe},
			} {
				if math.Abs(pair[0]-pair[1]) > .06 {
					t.Errorf("%v, step %d: the styles say %+v, the layout %+v", size, step, got, want)
					break
				}
			}
		}
	}
}

// No letter and no mark on either side comes within 5 mm of a cut, and A6 and large print are never smaller than was promised.
func TestNothingNearACut(t *testing.T) {
	needsBrowser(t)
	e := editions(t)[0]
	lent := tab(t)
	smallest := map[string]float64{"kaarten": 12, "kaarten/a6-klein": 12, "kaarten/a7": 9.5, "kaarten/poker": 8.5, "kaarten/groot": 18}
	for _, p := range e.site.Pages {
		least, isDeck := smallest[strings.TrimPrefix(p.Type(), "casussen/*/")]
		if !isDeck || !strings.HasPrefix(p.Type(), "casussen/*/") {
			continue
		}
		must(t, lent.Open(fromDisk(e.dir, p.Path), browser.View{Width: 794, Print: true}))
		found, err := browser.Eval[[]string](lent, fmt.Sprintf(`(() => {
			const found = [], mm = 25.4 / 96
			for (const place of document.querySelectorAll(".cards .place:not(.place--empty)")) {
				const cut = place.getBoundingClientRect(), walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
				const look = (r, side, high, what) => { if (r.width > 2 && Math.min(r.left + side - cut.left, r.top + high - cut.top, cut.right - r.right + side, cut.bottom - r.bottom + high) * mm < 4.95) found.push(what) }
				while (walk.nextNode()) {
					const text = walk.currentNode, range = document.createRange()
					if (!text.data.trim() || !text.parentElement.checkVisibility() || text.parentElement.closest(".visually-hidden")) continue
					range.selectNodeContents(text)
					const px = parseFloat(getComputedStyle(text.parentElement).fontSize), size = px * 72 / 96
					for (const r of range.getClientRects()) look(r, 0, (r.height - px) / 2, "near a cut: " + text.data.trim()) // letters fill their size, not their line
					if (size < %v - .01) found.push(size + " points: " + text.data.trim())
				}
				for (const icon of place.querySelectorAll(".icon, .kind svg")) look(icon.getBoundingClientRect(), 0, 0, "an icon is near a cut")
				for (const code of place.querySelectorAll(".back__code")) look(code.getBoundingClientRect(), 2 / mm, 2 / mm, "a code is near a cut") // in its quiet zone
			}
			return [...new Set(found)].slice(0, 5)
		})()`, least))
		must(t, err)
		for _, what := range found {
			t.Errorf("%s: %s", p.Path, what)
		}
	}
}

// Long names of cases and rounds fit on backs and round cards too, of which no author is told.
func TestLongNamesFitOnBacksAndRoundCards(t *testing.T) {
	needsBrowser(t)
	content := deckContent("", []int{2, 1})
	life := content["casussen/leven-0.md"]
	life.Data = []byte(strings.NewReplacer("titel: Leven 0", "titel: Een lange titel van een leven dat in geen enkele map paste", "naam: Stap1", "naam: Wat de verhuurder en de gemeente en de huisarts samen wisten").Replace(string(life.Data)))
	files, err := build(content, guard.Public)
	must(t, err)
	dir := t.TempDir()
	must(t, save(dir, files))
	lent := tab(t)
	for _, size := range []string{"", "a6-klein/", "a7/", "poker/", "groot/"} {
		must(t, lent.Open(fromDisk(dir, "casussen/leven-0/kaarten/"+size+"index.html"), browser.View{Width: 794, Print: true}))
		over, err := browser.Eval[[]string](lent, `[...document.querySelectorAll(".cards .card")].filter(c => c.checkVisibility() && c.scrollHeight > c.clientHeight).map(c => c.className + " by " + (c.scrollHeight - c.clientHeight) + " px")`)
		must(t, err)
		if len(over) > 0 {
			t.Errorf("%s: too much on %v", size, over)
		}
	}
}

// As many sheets come out of the printer as the first one says, none of them empty, whichever way they are printed.
func TestAsManySheetsAsIsSaid(t *testing.T) {
	needsBrowser(t)
	page := deckSite(t, "", []int{3, 4, 1, 5})
	lent := tab(t)
	for _, size := range cardSizes {
		must(t, lent.Open(page(0, size), browser.View{Width: 794, Print: true}))
		for _, rounds := range []bool{true, false} {
			choose(t, lent, "_rounds", rounds)
			for sides := casebook.LongEdge; sides <= casebook.Folded; sides++ {
				choose(t, lent, "_"+sides.String(), true)
				lead, err := browser.Eval[string](lent, `[...document.querySelectorAll(".lead")].filter(e => e.checkVisibility()).map(e => e.textContent).join()`)
				must(t, err)
				said := regexp.MustCompile(`^13 kaarten, (\d+) vel(?:len)?, 100%$`).FindStringSubmatch(lead)
				if said == nil {
					t.Fatalf("%v, %v: the instruction says %q", size, sides, lead)
				}
				want, _ := strconv.Atoi(said[1])
				if sides <= casebook.ShortEdge {
					want *= 2
				}
				pdf, err := lent.PDF()
				must(t, err)
				printed, err := sheets(pdf)
				must(t, err)
				if len(printed) != 2+want {
					t.Errorf("%v, %v, round cards %v: %d pages, want 2 and %d", size, sides, rounds, len(printed), want)
				}
				for i, s := range printed {
					if !s.inked {
						t.Errorf("%v, %v, round cards %v: page %d is empty", size, sides, rounds, i+1)
					}
				}
			}
		}
	}
}

// What Chromium prints lies where it should: each back's round stands behind the card, measured on the paper itself.
func TestPrintedBacksLieBehindTheirFronts(t *testing.T) {
	needsBrowser(t)
	page := deckSite(t, ", rondekaarten: nee", []int{3, 1, 5})
	lent := tab(t)
	for _, size := range []casebook.CardSize{casebook.A6, casebook.A7, casebook.Poker} {
		l := cards.LayoutFor(size)
		for _, edge := range []casebook.Sides{casebook.LongEdge, casebook.ShortEdge} {
			must(t, lent.Open(page(0, size), browser.View{Width: 794, Print: true}))
			choose(t, lent, "_"+edge.String(), true)
			pdf, err := lent.PDF()
			must(t, err)
			pages := wordsOn(t, pdf)
			cards := 0
			for n := 2; n+1 < len(pages); n += 2 {
				for i := range l.Places() {
					behind, _, _ := l.Behind(i, edge)
					front, back := pages[n].in(l.Place(i), "KAART"), pages[n+1].in(behind, "Ronde")
					if front != back {
						t.Errorf("%v, %v, page %d, place %d: a front %v, a back %v", size, edge, n+1, i, front, back)
					}
					if front {
						cards++
					}
				}
			}
			if cards != 9 {
				t.Errorf("%v, %v: %d cards are printed", size, edge, cards)
			}
		}
	}
}

// printedWord is a word on paper, by its middle in mm.
type printedWord struct {
	X, Y float64
	Text string
}

type printedPage []printedWord

func (p printedPage) in(b cards.Box, prefix string) bool {
	for _, w := range p {
		if strings.HasPrefix(w.Text, prefix) && w.X > b.X && w.X < b.X+b.Width && w.Y > b.Y && w.Y < b.Y+b.Height {
			return true
		}
	}
	return false
}

// wordsOn reads where the words of a PDF stand, with poppler.
func wordsOn(t *testing.T, pdf []byte) []printedPage {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kaarten.pdf")
	must(t, os.WriteFile(file, pdf, 0o600))
	boxes, err := poppler("pdftotext", "-bbox", file, "-")
	must(t, err)
	var pages []printedPage
	for _, page := range strings.Split(string(boxes), "<page ")[1:] {
		var words printedPage
		for _, m := range regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<`).FindAllStringSubmatch(page, -1) {
			var at [4]float64
			for i := range at {
				at[i], _ = strconv.ParseFloat(m[i+1], 64)
			}
			const mm = 25.4 / 72
			words = append(words, printedWord{(at[0] + at[2]) / 2 * mm, (at[1] + at[3]) / 2 * mm, m[5]})
		}
		pages = append(pages, words)
	}
	return pages
}
