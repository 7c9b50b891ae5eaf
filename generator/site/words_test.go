package site

import (
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/guard"
	"casusboek/generator/page"
)

func TestASpanReadsAsPeopleSayIt(t *testing.T) {
	p := maker{Page: &page.Page{Options: Options{Words: langtest.Words("nl")}}}
	for _, row := range []struct {
		years float64
		about bool
		want  string
	}{
		{0, false, "binnen een maand"},
		{0, true, "binnen een jaar"},
		{1.0 / 12, false, "een maand"},
		{9.0 / 12, false, "negen maanden"},
		{1, true, "ongeveer een jaar"},
		{2, false, "twee jaar"},
		{2.25, false, "ongeveer twee jaar"},
		{25, true, "ongeveer 25 jaar"},
	} {
		if got := page.Span(p.Page, row.years, row.about); got != row.want {
			t.Errorf("span(%v, %v) = %q, want %q", row.years, row.about, got, row.want)
		}
	}
}

func TestSignalsAreCountedAndNeverNamed(t *testing.T) {
	html := made(t, testBook("nl"), guard.Public)["signalen/index.html"]
	for _, want := range []string{"1 signaal, 1 opgepakt", "corporatie, zus", "eerste echte gesprek: ongeveer twee jaar"} {
		if !strings.Contains(html, want) {
			t.Errorf("the overview does not say %q", want)
		}
	}
	for _, e := range testBook("nl").Cases[0].Events {
		if strings.Contains(html, e.Title.V) {
			t.Errorf("the overview names %q", e.Title.V)
		}
	}
}
