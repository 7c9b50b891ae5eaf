package parse_test

import (
	"reflect"
	"testing"

	"casusboek/generator/casebook"
)

func TestPaperIsReadInBothLanguages(t *testing.T) {
	want := casebook.Paper{
		Cards: []casebook.CardSize{casebook.A7, casebook.A6Small, casebook.Large}, Sides: casebook.Folded, Colour: true,
		Shift: casebook.Shift{Right: 1.5, Down: -10}, NoGuides: true, NoRoundCards: true, Tables: 6,
	}
	for _, text := range []string{
		"papier:\n  kaarten: [a7, a6-klein, groot]\n  zijden: vouwen\n  kleur: ja\n  verschuiving:\n    rechts: 1,5\n    omlaag: -10\n  snijlijnen: nee\n  rondekaarten: nee\n  tafels: 6\n",
		"paper: {cards: [a7, a6-small, large], sides: fold, colour: yes, offset: {right: 1.5, down: -10}, cut_guides: no, round_cards: no, tables: 6}\n",
	} {
		if got := one[*casebook.Site](t, casebook.KindSite, "---\ntitel: x\n"+text+"---\n").Paper; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", text, got)
		}
	}
	for _, text := range []string{"", "papier: {snijlijnen: ja, rondekaarten: ja}\n"} {
		got := one[*casebook.Site](t, casebook.KindSite, "---\ntitel: x\n"+text+"---\n").Paper
		if !reflect.DeepEqual(got, casebook.Paper{}) || !reflect.DeepEqual(got.Sizes(), []casebook.CardSize{casebook.A6}) {
			t.Errorf("a site that says nothing of paper has %+v", got)
		}
	}
}
