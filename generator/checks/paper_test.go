package checks_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"casusboek/generator/checks/browser"
)

// sheet is one printed page.
type sheet struct {
	text  string
	inked bool // something stands between the margins, not only a running head or foot
}

// sheets reads a PDF with poppler.
func sheets(t *testing.T, pdf []byte) []sheet {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "blad.pdf")
	must(t, os.WriteFile(file, pdf, 0o600))
	words, err := poppler("pdftotext", "-raw", file, "-")
	must(t, err)
	_, err = poppler("pdftoppm", "-gray", "-r", "25", file, filepath.Join(dir, "blad"))
	must(t, err)
	pictures, err := filepath.Glob(filepath.Join(dir, "blad-*.pgm")) // numbered with leading zeros, so in order
	must(t, err)
	pages := strings.Split(strings.TrimSuffix(string(words), "\f"), "\f")
	if len(pages) != len(pictures) {
		t.Fatalf("pdftotext sees %d pages, pdftoppm %d", len(pages), len(pictures))
	}
	var found []sheet
	for i, name := range pictures {
		data, err := os.ReadFile(name)
		must(t, err)
		inked, err := inkedPGM(data)
		must(t, err)
		found = append(found, sheet{pages[i], inked})
	}
	return found
}

func poppler(command string, args ...string) ([]byte, error) {
	if _, err := exec.LookPath(command); err != nil {
		return nil, fmt.Errorf("%s is not there: install poppler-utils (make needs does it on Debian and Ubuntu)", command)
	}
	var complaint bytes.Buffer
	c := exec.Command(command, args...)
	c.Stderr = &complaint
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", command, err, complaint.String())
	}
	return out, nil
}

// inkedPGM reports whether a grey picture of a page has anything dark in the middle nine tenths of its height.
func inkedPGM(data []byte) (bool, error) {
	var width, height, white int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &width, &height, &white); err != nil {
		return false, fmt.Errorf("a page picture: %w", err)
	}
	pixels := data[len(data)-width*height:]
	margin := height / 20 // 15 mm on A4
	for _, grey := range pixels[margin*width : (height-margin)*width] {
		if int(grey) < white*9/10 {
			return true, nil
		}
	}
	return false, nil
}

// letters keeps what counts when text on screen and paper are compared: no spaces, hyphens, ligatures or capitals.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// Everything that the page says in print stands on the paper, word for word, and no sheet is empty.
func TestPaper(t *testing.T) {
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, browser.View{Width: 794, Print: true}))
		said, err := browser.Eval[string](tab, `document.body.innerText`)
		must(t, err)
		pdf, err := tab.PDF()
		must(t, err)
		printed := sheets(t, pdf)
		var all strings.Builder
		for i, s := range printed {
			all.WriteString(letters(s.text))
			if !s.inked {
				t.Errorf("sheet %d of %d is empty", i+1, len(printed))
			}
		}
		for word := range strings.FieldsSeq(said) {
			if word := letters(word); !strings.Contains(all.String(), word) {
				t.Errorf("%q is not on the paper", word)
			}
		}
	})
}

// Nothing is cut off on paper: no box hides what does not fit in it.
func TestNothingCutOffOnPaper(t *testing.T) {
	const cut = `[...document.body.querySelectorAll("*")].filter(e => {
		const style = getComputedStyle(e)
		return e.checkVisibility() && !(e instanceof SVGElement) && e.clientWidth > 1 && e.clientHeight > 1 &&
			/hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY) && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
	}).map(e => e.scrollWidth + " x " + e.scrollHeight + " px in a box of " + e.clientWidth + " x " + e.clientHeight + ": " + e.outerHTML.slice(0, 120))`
	eachType(t, func(t *testing.T, tab *browser.Tab, address string) {
		must(t, tab.Open(address, browser.View{Width: 794, Print: true}))
		boxes, err := browser.Eval[[]string](tab, cut)
		must(t, err)
		for _, what := range boxes {
			t.Error(what)
		}
	})
}

func TestEmptySheetIsSeen(t *testing.T) {
	white := bytes.Repeat([]byte{255}, 20*40)
	empty := append([]byte("P5\n20 40\n255\n"), white...)
	foot := bytes.Clone(empty)
	foot[len(foot)-5] = 0 // in the lowest row
	text := bytes.Clone(empty)
	text[len(text)-400] = 0
	for name, c := range map[string]struct {
		page []byte
		want bool
	}{"white": {empty, false}, "only a foot": {foot, false}, "text": {text, true}} {
		got, err := inkedPGM(c.page)
		must(t, err)
		if got != c.want {
			t.Errorf("%s: inked %v, want %v", name, got, c.want)
		}
	}
}
