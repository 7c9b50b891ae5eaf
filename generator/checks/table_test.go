package checks_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/checks/browser"
	"casusboek/generator/guard"
)

// printed is one way to print a page: what is ticked first, and how many sheets come out; 0 is any number.
type printed struct {
	page, tick string
	sheets     int
}

// What lies on the table and hangs on the wall, of the example and of a book that is hard on paper: the number of sheets is right, none is
// empty, nothing is cut off, no heading stands alone at the foot of a page, and large print is large.
func TestTableOnPaper(t *testing.T) {
	needsBrowser(t)
	hard := t.TempDir()
	files, err := build(hardBook(), guard.Public)
	must(t, err)
	must(t, save(hard, files))
	for dir, pages := range map[string][]printed{
		editions(t)[0].dir: {
			{"casussen/nadira/handout", "", 1},
			{"casussen/nadira/handout", "_large", 0},
			{"casussen/nadira/handout/ronde-1", "", 1},
			{"casussen/nadira/handout/ronde-1", "_large", 0},
			{"casussen/nadira/handout/ronde-3", "", 2},
			{"casussen/nadira/werkblad", "", 2},
			{"casussen/nadira/werkblad", "_large", 3},
			{"casussen/betty/werkblad", "", 1},
			{"casussen/nadira/levenskaart/vel", "", 1},
			{"casussen/nadira/levenskaart/vel", "_a3", 1},
			{"casussen/nadira/rollen", "", 11},
			{"casussen/marcel/rollen", "", 0},
			{"casussen/nadira/rollen", "_large", 0},
			{"casussen/nadira/wie-wist-wat", "", 2},
			{"casussen/willemien/wie-wist-wat", "", 2},
			{"casussen/betty/wie-wist-wat", "", 1},
			{"levenskaart", "", 3},
			{"reflecties/twaalf-jaar-brieven/poster", "", 1},
			{"sessies/herfstcongres-2026/citaten", "", 1},
			{"sessies/herfstcongres-2026/citaten", "_later", 1},
		},
		hard: {
			{"casussen/een/handout/ronde-1", "", 1},
			{"casussen/vol/handout", "", 2},
			{"casussen/vol/handout/ronde-2", "", 2},
			{"casussen/vol/handout/ronde-3", "", 2},
			{"casussen/vol/handout/ronde-2", "_large", 0},
			{"casussen/dertig/handout/ronde-1", "", 4},
			{"casussen/kaal/werkblad", "", 1},
			{"casussen/vol/werkblad", "", 2},
			{"casussen/vol/werkblad", "_large", 3},
			{"casussen/vol/levenskaart/vel", "", 1},
			{"casussen/vol/levenskaart/vel", "_a3", 1},
			{"casussen/dertig/levenskaart/vel", "", 1},
			{"reflecties/r0/poster", "", 1},
			{"reflecties/r3/poster", "", 1},
			{"reflecties/r4/poster", "", 1},
			{"reflecties/r5/poster", "", 2},
			{"sessies/dag/citaten", "", 0},
			{"sessies/dag/citaten", "_later", 0},
		},
	} {
		for _, p := range pages {
			t.Run(p.page+p.tick, func(t *testing.T) {
				t.Parallel()
				for _, fault := range printPages(t, fromDisk(dir, p.page+"/index.html"), p) {
					t.Error(fault)
				}
			})
		}
	}
}

// printPages gives what is wrong with a print.
func printPages(t *testing.T, address string, p printed) (faults []string) {
	lent := tab(t)
	must(t, lent.Open(address, browser.View{Width: 794, Print: true}))
	if p.tick != "" {
		ticked, err := browser.Eval[bool](lent, `(() => { const box = document.getElementById("`+p.tick+`"); return box ? (box.checked = true) : false })()`)
		must(t, err)
		if !ticked {
			return []string{"it has no choice " + p.tick}
		}
	}
	cut, err := browser.Eval[[]string](lent, whatIsCutOff)
	must(t, err)
	faults = append(faults, cut...)
	if p.tick == "_large" {
		small, err := browser.Eval[[]string](lent, tooSmall)
		must(t, err)
		faults = append(faults, small...)
	}
	headings, err := browser.Eval[[]string](lent, `[...document.querySelectorAll(".sheet :is(h2, h3, h4):not(.fact *, .stage *)")].filter(h => h.checkVisibility()).map(h => h.textContent)`)
	must(t, err)
	pdf, err := lent.PDF()
	must(t, err)
	pages, err := sheets(pdf)
	must(t, err)
	if p.sheets != 0 && len(pages) != p.sheets {
		faults = append(faults, fmt.Sprintf("%d sheets, want %d", len(pages), p.sheets))
	}
	for i, s := range pages {
		if !s.inked || len(strings.Fields(s.text)) < 20 && len(pages) > 1 {
			faults = append(faults, fmt.Sprintf("sheet %d of %d is empty but for %q", i+1, len(pages), s.text))
		}
	}
	alone, err := lonely(pdf, headings)
	must(t, err)
	return append(faults, alone...)
}

// tooSmall finds words in large print that are smaller than 14 points, and running text that is smaller than 18.
const tooSmall = `[...document.querySelectorAll(".sheet :is(h1, h2, h3, h4, p, li, span, small, b)")].flatMap(e => {
	const size = parseFloat(getComputedStyle(e).fontSize) * .75
	const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
	const text = e.matches(".text p, .lead, .fact > p:not(.fact__meta), .stage :is(h2, h3), li.moment, .asks li, .handout__talk :is(p, li), .handout__dilemma p, .question")
	return own && e.checkVisibility() && size < (text ? 17.9 : 13.9) ? [size + " pt: " + e.outerHTML.slice(0, 90)] : []
})`

// lonely finds headings with nothing below them on their page.
func lonely(pdf []byte, headings []string) ([]string, error) {
	file, err := os.CreateTemp("", "casusboek-*.pdf")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	if err := os.WriteFile(file.Name(), pdf, 0o600); err != nil {
		return nil, err
	}
	data, err := poppler("pdftotext", "-bbox", filepath.Clean(file.Name()), "-")
	if err != nil {
		return nil, err
	}
	type word struct {
		X0   float64 `xml:"xMin,attr"`
		X1   float64 `xml:"xMax,attr"`
		Y0   float64 `xml:"yMin,attr"`
		Y1   float64 `xml:"yMax,attr"`
		Text string  `xml:",chardata"`
	}
	var document struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&document); err != nil {
		return nil, err
	}
	var found []string
	for n, p := range document.Pages[:max(0, len(document.Pages)-1)] {
		for _, h := range headings {
			want := strings.Fields(h)
			for i := 0; i+len(want) <= len(p.Words); i++ {
				here := p.Words[i : i+len(want)]
				if !slices.EqualFunc(here, want, func(w word, s string) bool { return letters(w.Text) == letters(s) }) || !sameCapital(here[0].Text, want[0]) {
					continue
				}
				last := here[len(here)-1]
				if !slices.ContainsFunc(p.Words, func(w word) bool {
					return w.Y0 > last.Y1-2 && w.Y0 < last.Y1+90 && w.X0 < here[0].X0+200 && w.X1 > here[0].X0-10
				}) {
					found = append(found, fmt.Sprintf("%q stands alone at the foot of page %d", h, n+1))
				}
			}
		}
	}
	return found, nil
}

// sameCapital tells a heading of one word from the same word in a sentence.
func sameCapital(a, b string) bool {
	first := func(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
	return unicode.IsUpper(first(a)) == unicode.IsUpper(first(b))
}

// The checks of prints themselves: each finds what is wrong on a page that is.
func TestPrintChecksTurnRed(t *testing.T) {
	needsBrowser(t)
	for want, body := range map[string]string{
		"stands alone at the foot of page 1": `<p style="height: 265mm; margin: 0">Een</p><h2>Een kop alleen</h2><p style="break-before: page">` + strings.Repeat("woord ", 30) + `</p>`,
		"sheets, want 1":                     `<p style="break-after: page">Een</p><p>Twee</p>`,
		"is empty but for":                   `<p style="break-after: page">` + strings.Repeat("woord ", 30) + `</p><p>Voet</p>`,
		"9 pt":                               `<input type="checkbox" id="_large"><p style="font-size: 9pt">Klein</p>`,
		"px in a box of":                     `<div style="height: 9px; overflow: hidden">Een<br>twee<br>drie</div>`,
	} {
		t.Run(want, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "page.html")
			page := `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title><style>@page { size: A4; margin: 10mm } h2 { margin: 0; font-size: 12pt }</style><main class="sheet">` + body + `</main></html>`
			must(t, os.WriteFile(file, []byte(page), 0o600))
			p := printed{sheets: 1}
			if strings.Contains(body, "_large") {
				p.tick = "_large"
			}
			if found := printPages(t, fromDisk("", file), p); !strings.Contains(strings.Join(found, "\n"), want) {
				t.Errorf("it should say %q, got %q", want, found)
			}
		})
	}
}
