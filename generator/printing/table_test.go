package printing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/printing/sheets"
	"casusboek/generator/printing/sheetstest"
)

func makerOf(t *testing.T, b *casebook.Book) (sheets.Base, *casebook.Case) {
	t.Helper()
	return sheetstest.Maker(t, b, address.Path("casussen/mo/handout/ronde-1/")), b.Cases[0]
}

func TestARoundHandoutTellsItsRoundInFullAndTheOthersInShort(t *testing.T) {
	p, c := makerOf(t, sample.Book(6))
	h := NewRoundHandoutData(p, c, 2, casebook.Date{}, true)
	var cards, life, fresh []string
	for _, k := range h.Cards {
		cards = append(cards, fmt.Sprintf("%d %s", k.N, k.Title))
	}
	for _, m := range h.Life {
		life = append(life, m.Title)
		if m.New {
			fresh = append(fresh, m.Title)
		}
	}
	if want := []string{"4 GEBEURTENIS4", "5 GEBEURTENIS5", "6 GEBEURTENIS6"}; !slices.Equal(cards, want) {
		t.Errorf("cards %q, want %q", cards, want)
	}
	if len(life) != 6 || !slices.Equal(fresh, []string{"GEBEURTENIS4", "GEBEURTENIS5", "GEBEURTENIS6"}) {
		t.Errorf("the life so far is %q, of which new %q", life, fresh)
	}
	if len(h.Dilemmas) != 1 || len(h.Questions) != 1 || h.Name != "Wat hij zelf vertelt" {
		t.Errorf("round 2 is %+v", h)
	}
	if want := []circle{{"Familie", "zus (sterk: praktisch)"}}; !slices.Equal(h.Network, want) {
		t.Errorf("network %q, want %q", h.Network, want)
	}
	if before := NewRoundHandoutData(p, c, 1, casebook.Date{}, true); len(before.Life) != 3 || len(before.Network)+len(before.Dilemmas) > 0 {
		t.Errorf("round 1 knows %+v", before)
	}
}

func TestCodeOfAHandoutLeadsToItsOwnRound(t *testing.T) {
	b := sample.Book(4)
	p, c := makerOf(t, b)
	for n, want := range []string{"voorbeeld.nl/casusboek/casussen/mo", "voorbeeld.nl/casusboek/casussen/mo/ronde-1", "voorbeeld.nl/casusboek/casussen/mo/ronde-2"} {
		code := NewHandoutData(p, c, casebook.Date{}, true).Code
		if n > 0 {
			code = NewRoundHandoutData(p, c, n, casebook.Date{}, true).Code
		}
		if code == nil || code.Address != want {
			t.Errorf("round %d: %+v, want %s", n, code, want)
		}
	}
	b.Site.Base = casebook.Text{}
	if h := NewRoundHandoutData(p, c, 1, casebook.Date{}, true); h.Code != nil {
		t.Error("a site without an address has codes")
	}
}

func TestWhatLiesOnTheTableAtTheStartHasASheet(t *testing.T) {
	b := sample.Book(2)
	p, c := makerOf(t, b)
	if h := NewHandoutData(p, c, casebook.Date{}, true); h.Known != nil {
		t.Errorf("nothing is known in round 0, and %+v", h.Known)
	}
	c.Events[0].Round = 0
	h := NewHandoutData(p, c, casebook.Date{}, true)
	if h.Known == nil || len(h.Known.Cards) != 1 || h.Known.TitleHeading().Level != 2 {
		t.Errorf("a card of round 0 gives %+v", h.Known)
	}
}

func TestAHandoutChoosesItsTypeByWhatStandsOnIt(t *testing.T) {
	for cards, want := range map[int]string{2: "ample", 6: "dense", 9: "long", 30: "full"} {
		h := RoundHandoutData{}
		for i := range cards {
			h.Cards = append(h.Cards, Card{Title: fmt.Sprintf("Kaart %d", i), When: "41 jaar", plain: strings.Repeat("Mo zegt niets. ", 16)})
			h.Life = append(h.Life, moment{When: "41 jaar", Title: fmt.Sprintf("Kaart %d", i)})
		}
		if h.fit(); h.Size != want {
			t.Errorf("%d cards: %s, want %s", cards, h.Size, want)
		}
	}
}

func TestAWorksheetEndsWithWhoDoesWhatOnMonday(t *testing.T) {
	p, c := makerOf(t, sample.Book(2))
	w := NewWorksheetData(p, c, casebook.Date{}, true)
	var names []string
	for _, s := range slices.Concat(w.Pages...) {
		names = append(names, s.Name)
	}
	if want := []string{"Ronde 0", "Ronde 1", "Ronde 2", "De kaart", "Het gesprek", "Advies", "Maandag"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	last := w.Pages[len(w.Pages)-1]
	if steps := last[len(last)-1]; steps.Kind != "steps" || len(steps.Columns) != 3 {
		t.Errorf("the last thing is %+v", steps)
	}
}

func TestWorksheetHasAFrontAndABack(t *testing.T) {
	rounds := func(n int) []stage {
		return slices.Repeat([]stage{{Name: "Ronde 1", Ask: strings.Repeat("Wat nu? ", 10), Choices: []string{"praten", "wachten"}}}, n)
	}
	for n, want := range map[int][]int{1: {5}, 3: {3, 4}, 5: {5, 4}, 11: {4, 3, 4, 4}} {
		var got []int
		for _, page := range worksheetPages(rounds(n), rounds(4)) {
			got = append(got, len(page))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d rounds: %v, want %v", n, got, want)
		}
	}
}

func TestALifeTooFullForAMapIsAList(t *testing.T) {
	for events, want := range map[int]bool{6: true, 30: false} {
		p, c := makerOf(t, sample.Book(events))
		v := MapSheetView(p, c).(*mapSheet)
		if mapped := v.Map != ""; mapped != want || mapped == (len(v.Life) > 0) || !mapped && len(v.Life) != events {
			t.Errorf("%d events: a map %v, a list of %d", events, mapped, len(v.Life))
		}
	}
}
