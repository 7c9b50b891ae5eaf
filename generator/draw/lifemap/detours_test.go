package lifemap

import (
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"

	"casusboek/generator/checks/sample"
)

func TestLinesThatPassMarksGoBesideEachOther(t *testing.T) {
	at := func(row int, x float64) *Place { return &Place{Row: row, X: x} }
	long, inner, innermost, crowded, elsewhere := at(1, 100), at(1, 200), at(1, 300), at(1, 50), at(2, 100)
	routes := []route{
		{from: long, to: at(1, 500), passes: true},
		{from: long, to: at(1, 900), passes: true},
		{from: long, to: at(1, 150)},
		{from: inner, to: at(3, 700), passes: true},
		{from: innermost, to: at(3, 600), passes: true},
		{from: crowded, to: at(3, 950), passes: true},
		{from: elsewhere, to: at(3, 700), passes: true},
		{from: at(1, 950), to: at(1, 990), passes: true},
	}
	lift(routes)
	for i, want := range []float64{18, 18, 0, 14, 10, 18, 10, 10} {
		if routes[i].over != want {
			t.Errorf("line %d passes at %v, want %v", i, routes[i].over, want)
		}
	}
}

func TestNoLinesRunOverEachOther(t *testing.T) {
	words, pairs, same := langtest.Words("nl"), 0, 0
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) {
		if len(s.Domains) == 1 {
			return // a whole life in one lane is more crowded than three heights can hold
		}
		p := picture{Layout: NewLayout(casebook.KnownAfter(c, 3), s, words)}
		routes := p.routes()
		for i := range routes {
			for j := range i {
				a, b := &routes[i], &routes[j]
				if !a.passes || !b.passes || a.from == b.from || a.from.Row != b.from.Row {
					continue
				}
				if min(a.from.X, a.to.X) < max(b.from.X, b.to.X) && min(b.from.X, b.to.X) < max(a.from.X, a.to.X) {
					pairs++
					if a.over == b.over {
						same++
					}
				}
			}
		}
	})
	if pairs == 0 || same > 0 {
		t.Errorf("%d of %d lines that run side by side lie on each other", same, pairs)
	}
}
