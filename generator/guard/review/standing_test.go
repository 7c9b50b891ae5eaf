package review

import (
	"testing"
	"time"

	"casusboek/generator/casebook"
)

// TestOf holds when a seal counts: the same bytes, and not past its day.
func TestOf(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 3, d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		until int
		sum   string
		want  State
	}{{13, "ab", Good}, {12, "ab", Good}, {11, "ab", Expired}, {13, "ac", Changed}, {13, "AB", Good}} {
		seal := casebook.Review{Sum: casebook.Text{V: "ab"}, Until: casebook.Date{Time: day(c.until)}}
		if got := StateOf(seal, c.sum, day(12)); got != c.want {
			t.Errorf("until the %dth, %s: %v, want %v", c.until, c.sum, got, c.want)
		}
	}
	if got := StateOf(casebook.Review{Sum: casebook.Text{V: "ab"}}, "ab", day(12)); got != Expired {
		t.Errorf("without an end: %v", got)
	}
}
