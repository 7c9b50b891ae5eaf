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
func sheets(pdf []byte) ([]sheet, error) {
	dir, err := os.MkdirTemp("", "casusboek-paper-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "blad.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		return nil, err
	}
	words, err := poppler("pdftotext", "-raw", file, "-")
	if err != nil {
		return nil, err
	}
	if _, err := poppler("pdftoppm", "-gray", "-r", "25", file, filepath.Join(dir, "blad")); err != nil {
		return nil, err
	}
	pictures, err := filepath.Glob(filepath.Join(dir, "blad-*.pgm")) // numbered with leading zeros, so in order
	if err != nil {
		return nil, err
	}
	pages := strings.Split(strings.TrimSuffix(string(words), "\f"), "\f")
	if len(pages) != len(pictures) {
		return nil, fmt.Errorf("pdftotext sees %d pages, pdftoppm %d", len(pages), len(pictures))
	}
	var found []sheet
	for i, name := range pictures {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		inked, err := inkedPGM(data)
		if err != nil {
			return nil, err
		}
		found = append(found, sheet{pages[i], inked})
	}
	return found, nil
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

// visibleText is all text that can be seen: not what is kept for screen readers alone, in a box of one pixel.
const visibleText = `(() => {
	const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	const tiny = e => e && (e.getBoundingClientRect().width < 2 && getComputedStyle(e).position === "absolute" || tiny(e.parentElement))
	while (walk.nextNode()) {
		const text = walk.currentNode, e = text.parentElement
		if (text.data.trim() && e.checkVisibility({visibilityProperty: true}) && !(e instanceof SVGElement) && !tiny(e)) texts.push(text.data)
	}
	return texts
})()`

// onPaper prints a page: what it says in print stands on the paper, word for word, and no sheet is empty.
func onPaper(tab *browser.Tab, address string) ([]string, error) {
	if err := tab.Open(address, browser.View{Width: 794, Print: true}); err != nil {
		return nil, err
	}
	said, err := browser.Eval[[]string](tab, visibleText)
	if err != nil {
		return nil, err
	}
	pdf, err := tab.PDF()
	if err != nil {
		return nil, err
	}
	printed, err := sheets(pdf)
	if err != nil {
		return nil, err
	}
	var found, lost []string
	var all strings.Builder
	for i, s := range printed {
		all.WriteString(letters(s.text))
		if !s.inked {
			found = append(found, fmt.Sprintf("sheet %d of %d is empty", i+1, len(printed)))
		}
	}
	for _, text := range said {
		for word := range strings.FieldsSeq(text) {
			if !strings.Contains(all.String(), letters(word)) {
				lost = append(lost, word)
			}
		}
	}
	if len(lost) > 0 {
		found = append(found, "not on the paper: "+strings.Join(lost, " "))
	}
	return found, nil
}

// cutOff finds boxes that hide what does not fit in them on paper.
func cutOff(tab *browser.Tab, address string) ([]string, error) {
	if err := tab.Open(address, browser.View{Width: 794, Print: true}); err != nil {
		return nil, err
	}
	return browser.Eval[[]string](tab, whatIsCutOff)
}

// whatIsCutOff finds boxes that hide a part of what is in them, in the page as it now looks.
const whatIsCutOff = `[...document.body.querySelectorAll("*")].filter(e => {
		const style = getComputedStyle(e)
		return e.checkVisibility() && !(e instanceof SVGElement) && !e.closest("[aria-hidden=true]") && e.clientWidth > 1 && e.clientHeight > 1 &&
			/hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY) && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
	}).map(e => e.scrollWidth + " x " + e.scrollHeight + " px in a box of " + e.clientWidth + " x " + e.clientHeight + ": " + e.outerHTML.slice(0, 120))`

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
