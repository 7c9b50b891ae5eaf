package deck

import (
	"slices"
	"testing"

	"casusboek/generator/checks/sample"
	"casusboek/generator/paper/sheet/sheettest"
)

func TestBacksLieBehindTheirFronts(t *testing.T) {
	for cards := 1; cards <= 9; cards++ {
		b := sample.Book(cards)
		for _, e := range b.Cases[0].Events {
			e.Round = 1
		}
		v := View(sheettest.Maker(t, b, "casussen/mo/kaarten/"), b.Cases[0]).(*deckView)
		if want := (cards + deckPlaces - 1) / deckPlaces; len(v.Sheets) != want {
			t.Errorf("%d cards: %d sheets, want %d", cards, len(v.Sheets), want)
		}
		n := 0
		for _, sheet := range v.Sheets {
			for i, front := range sheet.Fronts {
				row, column := i/2, i%2
				back := sheet.Backs[2*row+(1-column)] // a mirror: the paper turns over its long edge
				if (front.HTML == "") != (back.Case == "") {
					t.Errorf("%d cards: place %d has a front or a back alone", cards, i)
				}
				if front.HTML != "" {
					n++
				}
			}
		}
		if n != cards {
			t.Errorf("%d cards: %d are printed", cards, n)
		}
	}
	if got := behind([]int{1, 2, 3, 4, 5, 6}, 3); !slices.Equal(got, []int{3, 2, 1, 6, 5, 4}) {
		t.Errorf("three columns: %v", got)
	}
}
