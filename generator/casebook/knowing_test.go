package casebook_test

import (
	"fmt"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

// life makes a case of lines "kind year role role", in order of time: "s 41 school huisarts" is a signal of which two knew, "h" a
// conversation that was held, "m" one that was not, "e" an event. "h 43 > 0 2" answers events 0 and 2; a round stands as "/2".
func life(t *testing.T, lines ...string) *casebook.Case {
	t.Helper()
	c := &casebook.Case{Pseudonym: casebook.Text{V: "Nadira"}, Rounds: make([]casebook.Round, 4)}
	for i, line := range lines {
		told, answers, _ := strings.Cut(line, " > ")
		e := &casebook.Event{ID: casebook.Text{V: fmt.Sprint("e", i)}, Round: 1, Card: i + 1, Case: c}
		for n, word := range strings.Fields(told) {
			switch {
			case n == 0:
				e.Kind = map[string]casebook.EventKind{"s": casebook.Signal, "h": casebook.Contact, "m": casebook.Contact, "e": casebook.Happening}[word]
				e.Held = map[string]casebook.Tri{"h": casebook.Yes, "m": casebook.No}[word]
			case n == 1:
				_, _ = fmt.Sscan(word, &e.When.Start)
				e.When.Axis, e.When.End = casebook.AgeAxis, e.When.Start+1
			case word[0] == '/':
				_, _ = fmt.Sscan(word[1:], &e.Round)
			default:
				e.KnownBy = append(e.KnownBy, casebook.Text{V: word})
			}
		}
		for word := range strings.FieldsSeq(answers) {
			var n int
			_, _ = fmt.Sscan(word, &n)
			signal := c.Events[n]
			e.Answers, signal.AnsweredBy.To = append(e.Answers, signal), e
		}
		c.Events, c.Deck = append(c.Events, e), append(c.Deck, e)
	}
	return c
}

func TestPartiesComeInTheOrderInWhichTheyFirstKnew(t *testing.T) {
	c := life(t, "e 40 school buren", "e 41 gemeente school", "e 42 bewoner corporatie corporatie", "e 43")
	var got []string
	for _, p := range casebook.Parties(c, []casebook.Text{{V: "bewoner"}, {V: "buren"}, {V: "school"}}) {
		got = append(got, fmt.Sprintf("%s %d %v", p.Role, len(p.Knows), p.Resident))
	}
	want := "bewoner 1 true; buren 1 false; school 2 false; gemeente 1 false; corporatie 1 false"
	if strings.Join(got, "; ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "; "), want)
	}
	if unheld := casebook.UnheldContacts(c); len(unheld) != 1 || unheld[0] != c.Events[3] {
		t.Errorf("nobody knew %v", unheld)
	}
}

func TestAResidentIsCalledByManyNames(t *testing.T) {
	for role, resident := range map[string]bool{"Bewoner": true, "huurder": true, "tenant": true, "nadira": true, "buren": false, "medebewoner": false} {
		if got := casebook.Parties(life(t, "e 40 "+role), nil)[0].Resident; got != resident {
			t.Errorf("%s is the resident: %v", role, got)
		}
	}
}

func TestAHandHoldsItsOwnCardsOfOneRound(t *testing.T) {
	c := life(t, "e 40 /2 school", "e 41 /1 school", "e 42 /2 gemeente", "e 43 /2 gemeente school")
	c.Events[0].Card, c.Events[3].Card = 4, 3 // the deck has another order than time
	school := casebook.Parties(c, nil)[0]
	for round, want := range map[int]string{0: "", 1: "e1", 2: "e3 e0", 3: ""} {
		var got []string
		for _, e := range school.Hand(round) {
			got = append(got, e.ID.V)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("round %d: %v, want %s", round, got, want)
		}
	}
}

func TestTheMomentIsTheLastSignalBeforeTheConversation(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		life       []string
	}{
		{"what the conversation answers is not counted", "e2 of 2 at e4: school 1 huisarts 1", []string{"e 40 corporatie", "s 40 school", "s 41 huisarts", "s 42 corporatie", "h 43 bewoner > 3"}},
		{"without an answer it is the first conversation after a signal", "e2 of 2 at e3: gemeente 1 school 1", []string{"h 39 gemeente", "s 40 gemeente", "s 41 school", "h 43 school", "h 44 school"}},
		{"a conversation that answers goes before an earlier one that does not", "e3 of 3 at e5: school 2 huisarts 1", []string{"s 40 school", "h 40 school", "s 41 school", "s 42 huisarts", "s 43 corporatie", "h 43 corporatie > 4"}},
		{"most first", "e2 of 3 at e3: huisarts 2 school 1", []string{"s 40 school", "s 40 huisarts", "s 41 huisarts", "h 43 school"}},
		{"the resident may know them all", "e1 of 2 at e2: bewoner 2 school 1 huisarts 1, all to bewoner", []string{"s 40 bewoner school", "s 41 bewoner huisarts", "h 43 bewoner"}},
		{"no conversation held", "", []string{"s 40 school", "s 41 huisarts", "m 43 school"}},
		{"no signal before it", "", []string{"h 40 school", "s 41 huisarts", "s 41 school"}},
		{"one signal is no pieces", "", []string{"s 40 school", "s 41 corporatie", "h 43 school > 1"}},
		{"one party had them together", "", []string{"s 40 school huisarts", "s 41 huisarts", "h 43 school"}},
		{"of one nobody is said to have known", "", []string{"s 40 school", "s 41", "s 42 huisarts", "h 43 school"}},
		{"nobody but the resident and one more", "", []string{"s 40 bewoner", "s 41 school", "h 43 school"}},
		{"what comes after the conversation is too late", "e1 of 2 at e2: school 1 huisarts 1", []string{"s 40 school", "s 41 huisarts", "h 42 school", "s 43 school huisarts"}},
	} {
		c := life(t, tc.life...)
		got := ""
		if found, ok := casebook.TogetherKnown(c, casebook.Parties(c, nil)); ok {
			got = fmt.Sprintf("%s of %d at %s:", found.Moment().ID.V, len(found.Pieces), found.Turn.ID.V)
			for _, s := range found.Shares {
				got += fmt.Sprintf(" %s %d", s.Party.Role, s.N)
			}
			if found.Resident != nil {
				got += ", all to " + found.Resident.Role
			}
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}
