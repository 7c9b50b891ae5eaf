package casebook

import (
	"testing"
)

func TestTiesComeWithTheCardThatSpeaksOfThem(t *testing.T) {
	event := func(id string, round int, title, text string) *Event {
		return &Event{ID: Text{V: id}, Round: round, Title: Text{V: title}, Text: Prose{Plain: text}}
	}
	c := &Case{Deck: []*Event{
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
		tie := &Tie{Who: Text{V: who}, Round: 2}
		if got := IntroducedBy(c, tie); got == nil || got.ID.V != want {
			t.Errorf("%s comes with %v, want %s", who, got, want)
		}
	}
	if got := IntroducedBy(c, &Tie{Who: Text{V: "zus"}, Round: 3}); got != nil {
		t.Errorf("a round without cards gives %s", got.ID.V)
	}
}
