package guard

import (
	"slices"
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
)

func said(v string) casebook.Text { return casebook.Text{V: v} }

// lives is a book as parse leaves it, in which every text tells what it is.
func lives() *casebook.Book {
	day := func(y int) casebook.Date { return casebook.Date{Time: time.Date(y, 6, 1, 0, 0, 0, 0, time.UTC)} }
	person := casebook.Person{First: said("Els"), Last: said("Veld")}
	return &casebook.Book{
		Cases: []*casebook.Case{
			{
				Doc: casebook.Doc{ID: "open"}, Title: said("open titel"), Names: []casebook.Text{said("privé naam")},
				Facilitation: &casebook.Facilitation{Outcome: said("afloop")},
				Events: []*casebook.Event{{Text: casebook.Prose{Plain: "zie daar het feit", Parts: []casebook.Part{
					{HTML: "<p>zie <em>da</em>ar &amp; "},
					{Link: &casebook.Link{Text: "het <b>nieuws</b>", Outside: "https://krant.nl/"}},
					{Image: &casebook.Picture{Alt: "een deur"}},
				}}}},
			},
			{Doc: casebook.Doc{ID: "concept"}, Title: said("concept titel"), Draft: true},
		},
		Reflections: []*casebook.Reflection{
			{Doc: casebook.Doc{ID: "rol"}, Headline: said("rol kop"), Consent: casebook.Consent{Given: day(2026)}, Participant: person, Role: said("rol"), Display: casebook.ShowRole},
			{Doc: casebook.Doc{ID: "weg"}, Headline: said("weg kop"), Consent: casebook.Consent{Given: day(2024), Withdrawn: day(2025)}, Participant: person, Role: said("weg rol"), Display: casebook.ShowName},
		},
	}
}

func TestTexts(t *testing.T) {
	today := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		edition Edition
		drafts  bool
		withhel string
		open    string // some of them
	}{
		{Public, false, "privé naam|afloop|concept|concept titel|Els Veld|weg|Els Veld|weg rol|weg kop", "open|open titel|een deur|zie daar & |het  nieuws |https://krant.nl/|zie daar het feit|rol kop|rol"},
		{Facilitator, false, "privé naam|concept|concept titel|Els Veld|weg|Els Veld|weg rol|weg kop", "afloop"},
		{Public, true, "privé naam|afloop|Els Veld|weg|Els Veld|weg rol|weg kop", "concept|concept titel"},
	} {
		withheld, open := Texts(lives(), test.edition, test.drafts, today)
		var got []string
		for _, w := range withheld {
			got = append(got, w.Text)
			if !w.Name && w.Revoked != strings.HasPrefix(w.Text, "weg") {
				t.Errorf("%q is revoked: %v", w.Text, w.Revoked)
			}
		}
		slices.Sort(got)
		want := strings.Split(test.withhel, "|")
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("edition %d, drafts %v: withheld\n%q, want\n%q", test.edition, test.drafts, got, want)
		}
		for _, text := range strings.Split(test.open, "|") {
			if !slices.ContainsFunc(open, func(o string) bool { return strings.TrimSpace(o) == strings.TrimSpace(text) }) {
				t.Errorf("edition %d, drafts %v: %q is not open: %q", test.edition, test.drafts, text, open)
			}
		}
	}
}
