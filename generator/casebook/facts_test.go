package casebook_test

import (
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"

	"casusboek/generator/checks/sample"
)

func TestAfterKnowsNothingOfLaterRounds(t *testing.T) {
	c := sample.NadiraLife(sample.SixDomains())
	known, causes := []int{0, 4, 8, 17}, []int{0, 2, 5, 9}
	for round := range known {
		life := casebook.KnownAfter(c, round)
		if len(life.Events) != known[round] || len(life.Causes) != causes[round] {
			t.Errorf("round %d: %d events and %d causes, want %d and %d", round, len(life.Events), len(life.Causes), known[round], causes[round])
		}
		for i, e := range life.Events {
			if e.Round > round || i > 0 && life.Events[i-1].When.Compare(e.When) > 0 {
				t.Errorf("round %d holds %q at place %d", round, e.Title.V, i)
			}
		}
	}
}

func TestASignalTellsOnlyWhatIsKnown(t *testing.T) {
	s, w := sample.SixDomains(), langtest.Words("nl")
	answer := sample.LifeEvent(s, "answer", 2, "43 jaar", "Belt aan", 1)
	signal := func(when string, picked casebook.Tri, answered bool) *casebook.Event {
		e := sample.LifeEvent(s, "signal", 1, when, "Schrijft niet terug", 1)
		e.Kind, e.PickedUp = casebook.Signal, picked
		if answered {
			e.AnsweredBy = casebook.Ref[casebook.Event]{ID: answer.ID, To: answer}
		}
		return e
	}
	for _, tc := range []struct {
		event   *casebook.Event
		round   int
		kind    string
		ignored bool
	}{
		{signal("43 jaar", casebook.No, false), 1, "Signaal, niet opgepakt", true},
		{signal("43 jaar", casebook.Yes, false), 1, "Signaal, opgepakt", false},
		{signal("41 jaar", casebook.No, true), 1, "Signaal", false},
		{signal("41 jaar", casebook.Yes, true), 2, "Signaal, laat opgepakt", false},
		{answer, 2, "", false},
	} {
		if got := casebook.KindText(tc.event, tc.round, w); got != tc.kind {
			t.Errorf("%s after round %d: %q, want %q", tc.event.When.Written, tc.round, got, tc.kind)
		}
		if got := casebook.Ignored(tc.event, tc.round); got != tc.ignored {
			t.Errorf("%s after round %d: ignored is %v", tc.event.When.Written, tc.round, got)
		}
	}
}

func TestWords(t *testing.T) {
	w := langtest.Words("nl")
	for got, want := range map[string]string{
		casebook.ListText([]string{"wonen", "zorg", "werk"}, w):                   "wonen, zorg en werk",
		casebook.CountText("draw.count.signals", 2, w):                            "twee signalen",
		casebook.CountText("draw.count.signals", 21, w):                           "21 signalen",
		casebook.Capitalize("één"):                                                "Eén",
		casebook.Capitalize("iPad"):                                               "iPad",
		casebook.DomainsText(sample.DomainSite("AOW", "Werk", "Sociale zorg"), w): "AOW, werk en sociale zorg",
		casebook.ChangeText(&casebook.Change{From: casebook.Text{V: "520"}, To: casebook.Text{V: "690"}, Unit: casebook.Text{V: "EUR/maand"}}): "520 → 690 euro",
		casebook.ChangeText(nil): "",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
