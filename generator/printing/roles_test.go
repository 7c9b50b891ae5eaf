package printing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/printing/sheetstest"
)

// knownBy says for each event of the sample life who knew it.
func knownBy(t *testing.T, roles ...string) (*casebook.Book, *casebook.Case) {
	t.Helper()
	b := sample.Book(len(roles))
	c := b.Cases[0]
	for i, e := range c.Events {
		e.KnownBy = nil
		for role := range strings.FieldsSeq(roles[i]) {
			e.KnownBy = append(e.KnownBy, casebook.Text{V: role})
		}
	}
	return b, c
}

func TestAHandHoldsItsOwnFactsAndNoOther(t *testing.T) {
	b, c := knownBy(t, "school", "school buren", "", "buren", "gemeente school")
	v := RoleSheetsView(sheetstest.Maker(t, b, "casussen/mo/rollen/"), c).(*roleSheetsView)
	var got []string
	for _, h := range v.Hands {
		for _, r := range h.Rounds {
			for _, f := range r.Facts {
				got = append(got, fmt.Sprintf("%s %s %s", h.Name, r.Title[:len("Ronde 1")], f.Title))
				for _, other := range v.Hands {
					if other.Name != h.Name && strings.Contains(f.From+string(f.Text), other.Name) {
						t.Errorf("the hand of %s says that %s knew %s too", h.Role, other.Role, f.Title)
					}
				}
			}
		}
	}
	want := []string{
		"school Ronde 1 GEBEURTENIS1", "school Ronde 1 GEBEURTENIS2", "school Ronde 2 GEBEURTENIS5", "buren Ronde 1 GEBEURTENIS2",
		"buren Ronde 2 GEBEURTENIS4", "gemeente Ronde 2 GEBEURTENIS5",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, h := range v.Hands {
		for _, r := range h.Rounds {
			for _, f := range r.Facts {
				if f.Title == "GEBEURTENIS2" && f.Kind != "Signaal" {
					t.Errorf("the hand of %s says of a signal: %s", h.Role, f.Kind)
				}
			}
		}
	}
	if len(v.Unheld) != 1 || !strings.Contains(v.Unheld[0], "GEBEURTENIS3") {
		t.Errorf("in no hand: %v", v.Unheld)
	}
	for _, h := range v.Hands {
		if h.Name == "school" && fmt.Sprint(h.Counts) != "[2 1]" || h.Name == "gemeente" && fmt.Sprint(h.Counts) != "[0 1]" {
			t.Errorf("%s gets %v", h.Role, h.Counts)
		}
	}
}

// classes are the threads of a table: a letter a cell, capital where something was known.
func classes(v *knowingView) []string {
	var rows []string
	for _, r := range v.Rows {
		line := ""
		for _, c := range r.Cells {
			letter := map[string]string{"": ".", "start": "s", "on": "o", "self": "z", "start self": "z", "on self": "z", "self gap": "g", "start self gap": "g", "on self gap": "g"}[c.Class()]
			if c.Knew {
				letter = strings.ToUpper(letter)
			}
			line += letter
		}
		rows = append(rows, line)
	}
	return rows
}

func TestAThreadBeginsWhereSomebodyFirstKnows(t *testing.T) {
	b, c := knownBy(t, "school", "buren", "bewoner", "school", "bewoner buren")
	v := KnowingView(sheetstest.Maker(t, b, "casussen/mo/wie-wist-wat/"), c).(*knowingView)
	// columns bewoner, school, buren; the third event is a conversation that was not held
	if got, want := strings.Join(classes(v), " "), "zS. zoS Goo zOo ZoO"; got != want {
		t.Errorf("the threads are %s, want %s", got, want)
	}
	if got := v.Rows[2].Threads(); !slices.Equal(got, []string{"on self", "on", "on"}) {
		t.Errorf("below the third row threads are %q", got)
	}
	if v.Together != nil {
		t.Errorf("one signal makes a moment: %+v", v.Together)
	}
}

func TestTheMomentIsToldWhereItIsBorneOut(t *testing.T) {
	// of the sample's events the second and the sixth are signals
	b, c := knownBy(t, "school", "school buren", "school", "school", "school", "huisarts", "school")
	held := c.Events[6]
	held.Kind, held.Held = casebook.Contact, casebook.Yes
	maker := sheetstest.Maker(t, b, "casussen/mo/wie-wist-wat/")
	v := KnowingView(maker, c).(*knowingView)
	if v.Together == nil {
		t.Fatal("no moment is told")
	}
	for i, r := range v.Rows {
		if (r.Moment != "") != (i == 5) || (r.Piece != "") != (i == 1 || i == 5) || r.Turn != (i == 6) {
			t.Errorf("row %d says moment %q, piece %q, turn %v", i, r.Moment, r.Piece, r.Turn)
		}
	}
	said := v.Together.When + "|" + v.Together.Gap + "|" + v.Together.Turn.Text + "|" + v.Together.TurnWhen
	if said != "45 jaar|Het gesprek kwam ongeveer een jaar daarna:|GEBEURTENIS7|46 jaar" {
		t.Errorf("it says %s", said)
	}
	if !strings.Contains(v.Together.How, "eerste gesprek na een signaal") || v.Together.Nobody != "Niemand kende ze alle twee." {
		t.Errorf("it was worked out so: %s %s", v.Together.How, v.Together.Nobody)
	}
	var shares []string
	for _, s := range v.Together.Shares {
		shares = append(shares, fmt.Sprint(s.Name, s.Marks, s.Count))
	}
	if got, want := strings.Join(shares, " "), "school[true false]1 van de 2 buren[true false]1 van de 2 huisarts[false true]1 van de 2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	c.Events[5].KnownBy = append(c.Events[5].KnownBy, casebook.Text{V: "school"})
	if v := KnowingView(maker, c).(*knowingView); v.Together != nil {
		t.Error("school knew both, and the page says that nobody did")
	}
	c.Events[5].KnownBy, c.Events[1].KnownBy = []casebook.Text{{V: "huisarts"}, {V: "bewoner"}}, []casebook.Text{{V: "school"}, {V: "bewoner"}}
	if v := KnowingView(maker, c).(*knowingView); v.Together == nil || v.Together.Nobody != "Alle twee kende alleen Mo zelf." {
		t.Errorf("the resident knew both, and the page does not say so: %+v", v.Together)
	}
}
