package draw

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestLinesBreakWhereAnEditorWould(t *testing.T) {
	for _, tc := range []struct {
		text string
		room float64
		want []string
	}{
		{"Sociale zekerheid", 300, []string{"Sociale zekerheid"}},
		{"Sociale zekerheid", 100, []string{"Sociale", "zekerheid"}},
		{"Een klein nabestaanden\u00ADpensioen", 140, []string{"Een klein", "nabestaanden-", "pensioen"}},
		{"Een klein nabestaanden\u00ADpensioen", 400, []string{"Een klein nabestaandenpensioen"}},
		{"Oud-Beijerland", 80, []string{"Oud-", "Beijerland"}},
		{"Lang ziek, dan zonder werk", 150, []string{"Lang ziek,", "dan zonder werk"}},
		{"", 100, nil},
	} {
		got, width := WrapLines(tc.text, 15, tc.room)
		if !slices.Equal(got, tc.want) {
			t.Errorf("%q in %v: %q, want %q", tc.text, tc.room, got, tc.want)
		}
		for _, line := range got {
			if TextWidth(line, 15) > width+1e-6 {
				t.Errorf("%q is wider than %v", line, width)
			}
		}
	}
}

func TestAWordWiderThanItsRoomIsCutAndWhole(t *testing.T) {
	word := strings.Repeat("w", 60)
	w := Wrap(word, 15, 200)
	lines, ok := w.Wrap(nil, 3, w.Widest())
	if !ok || w.Widest() > 200 {
		t.Fatalf("widest %v, wrapped %v", w.Widest(), ok)
	}
	joined := ""
	for _, l := range lines {
		if l.Width > 200 || l.Section != 3 {
			t.Errorf("a line of %v px in section %d", l.Width, l.Section)
		}
		joined += strings.TrimSuffix(w.Text(l), "-")
	}
	if joined != word {
		t.Errorf("became %s", joined)
	}
}

func TestWrapFailsRatherThanCutsOff(t *testing.T) {
	w := Wrap("kort schuldhulpverlening", 15, 400)
	kept := []TextLine{{Section: 9}}
	if lines, ok := w.Wrap(kept, 0, w.Widest()-1); ok || len(lines) != 1 {
		t.Errorf("%v, %v", lines, ok)
	}
	if _, ok := w.Wrap(nil, 0, w.Widest()); !ok {
		t.Error("does not fit in the width of its widest word")
	}
}

func TestWidthSeesNoInvisibleLetters(t *testing.T) {
	if a, b := TextWidth("schuld\u00ADhulp", 15), TextWidth("schuldhulp", 15); a != b {
		t.Errorf("%v with a soft hyphen, %v without", a, b)
	}
	if a, b := TextWidth("e\u0301", 15), TextWidth("e", 15); a != b {
		t.Errorf("%v with a loose accent, %v without", a, b)
	}
}

func TestSerifIsNarrowerAndSeesNoInvisibleLetters(t *testing.T) {
	const text = "De huurtoeslag wordt stopgezet, zegt ze ’s avonds."
	if serif, sans := SerifWidth(text, 14), TextWidth(text, 14); serif > sans || serif < .7*sans {
		t.Errorf("%v wide in a serif, at most %v in a sans-serif", serif, sans)
	}
	if a, b := SerifWidth("schuld\u00ADhulp", 15), SerifWidth("schuldhulp", 15); a != b {
		t.Errorf("%v with a soft hyphen, %v without", a, b)
	}
	if got := SerifWidth("Wie?", 100); math.Abs(got-221) > 1e-9 {
		t.Errorf("Wie? is %v wide, want 100, 29, 48 and 44", got)
	}
}
