package facts

import (
	"testing"

	"casusboek/generator/casebook"
)

func TestTiesComeWithTheCardThatSpeaksOfThem(t *testing.T) {
	event := func(id string, round int, title, text string) *casebook.Event {
		return &casebook.Event{ID: casebook.Text{V: id}, Round: round, Title: casebook.Text{V: title}, Text: casebook.Prose{Plain: text}}
	}
	c := &casebook.Case{Deck: []*casebook.Event{
		event("vroeg", 1, "De huisarts belt", "Haar zus neemt op."),
		event("flat", 2, "Een nieuw huis", "De zustersflat is leeg."),
		event("zus", 2, "Haar Zus wordt ziek", ""),
		event("buren", 2, "Donderdag", "Alle buren eten mee."),
	}}
	for who, want := range map[string]string{
		"zus":                 "zus", // the whole word, and not of an earlier round
		"buren van de flat":   "buren",
		"mentor":              "buren", // nobody speaks of the mentor: the last card
		"huisarts (van haar)": "buren", // spoken of in another round
	} {
		tie := &casebook.Tie{Who: casebook.Text{V: who}, Round: 2}
		if got := CameWith(c, tie); got == nil || got.ID.V != want {
			t.Errorf("%s comes with %v, want %s", who, got, want)
		}
	}
	if got := CameWith(c, &casebook.Tie{Who: casebook.Text{V: "zus"}, Round: 3}); got != nil {
		t.Errorf("a round without cards gives %s", got.ID.V)
	}
}
