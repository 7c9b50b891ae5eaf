package render

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/templates"
)

// Words that stand only in fields of the facilitator or in private ones: none may come out in the public edition.
var privateCanaries = []string{"KANARIEAFLOOP", "KANARIEINZICHT", "KANARIEVALKUIL", "KANARIERONDE", "KANARIENAGESPREK", "KANARIENAAM", "KANARIEFUNCTIE", "KANARIEPERSOON"}

func txt(v string) casebook.Text { return casebook.Text{V: v} }

func lines(values ...string) []casebook.Text {
	var all []casebook.Text
	for _, v := range values {
		all = append(all, txt(v))
	}
	return all
}

func bodyOf(paragraphs ...string) casebook.Prose {
	return casebook.Prose{
		Parts: []casebook.Part{{HTML: "<p>" + strings.Join(paragraphs, "</p>\n<p>") + "</p>"}},
		Plain: strings.Join(paragraphs, "\n"),
	}
}

func doc(kind casebook.Kind, id string, body casebook.Prose) casebook.Doc {
	return casebook.Doc{Kind: kind, ID: id, Body: body}
}

func aged(from, to float64) casebook.When {
	return casebook.When{Written: fmt.Sprintf("%g jaar", from), Axis: casebook.AgeAxis, Start: from, End: to, Precision: casebook.Year}
}

// smallBook is one case of three rounds with events cards, a session and two reflections, linked as link leaves them.
func smallBook(events int) *casebook.Book {
	site := casebook.Site{
		Doc: doc(casebook.KindSite, "index", bodyOf("Een boek met verzonnen levens.")), Title: txt("Wie belt er aan?"), Lang: "nl",
		Base: txt("https://voorbeeld.nl/casusboek"), Organiser: txt("Leerkring Thuis"), Licence: txt("CC-BY-SA-4.0"),
		Domains: []casebook.Domain{{ID: "wonen", Name: txt("Wonen"), N: 1}, {ID: "werk", Name: txt("Werk"), N: 3}},
	}
	b := &casebook.Book{Site: site}
	c := &casebook.Case{
		Doc: doc(casebook.KindCase, "mo", bodyOf("Mo doet open in zijn jas. Binnen is het koud.", "Op tafel ligt een stapel post.")), Title: txt("De stapel post"),
		Pseudonym: txt("Mo"), Origin: casebook.Fictional, Summary: txt("Een man alleen betaalt zijn huur opeens niet meer."),
		MainQuestion: txt("Wie had het kunnen zien?"), Goals: lines("Kijken voor je handelt"), Names: lines("KANARIENAAM"), Axis: casebook.AgeAxis,
		Rounds: []casebook.Round{
			{N: 0, Name: txt("Eerste indruk"), Minutes: 5, Questions: lines("Wat is hier aan de hand?"), Choices: lines("ingrijpen", "praten", "wachten")},
			{N: 1, Name: txt("Wat de verhuurder weet"), Minutes: 10, Questions: lines("Welke kaart telt het zwaarst?"), Choices: lines("ingrijpen", "praten", "wachten")},
			{N: 2, Name: txt("Wat hij zelf vertelt"), Minutes: 15, Questions: lines("Wat deed je kantelen?")},
		},
		Dilemmas: []casebook.Dilemma{{Question: txt("Wel of niet aanbellen?"), Round: 2, Options: []casebook.Option{{Text: txt("Nu"), For: txt("Het is dichtbij"), Against: txt("Het overvalt")}}}},
		Network:  []*casebook.Tie{{Who: txt("zus"), Circle: casebook.Family, Bond: casebook.Strong, Support: []casebook.Support{casebook.Practical}, Round: 2}},
		Facilitation: &casebook.Facilitation{
			Outcome: txt("KANARIEAFLOOP"), Insights: lines("KANARIEINZICHT"), Pitfalls: lines("KANARIEVALKUIL"),
			Rounds: lines("KANARIERONDE0", "KANARIERONDE1"), Debrief: lines("KANARIENAGESPREK"),
		},
	}
	fillEvents(c, &b.Site, events)
	x := &casebook.Session{
		Doc: doc(casebook.KindSession, "dag", bodyOf("Een middag in de bibliotheek.")), Title: txt("Middag over post"),
		Date: casebook.Date{Time: time.Date(2026, 11, 14, 0, 0, 0, 0, time.UTC)}, Begin: 13*60 + 30, Place: txt("Utrecht"), Organiser: txt("Leerkring Thuis"),
		Cases: []casebook.Ref[casebook.Case]{{ID: txt("mo"), To: c}},
		Programme: []casebook.Item{
			{Minutes: 10, Round: -1, Part: txt("Welkom"), Method: txt("kring")},
			{Minutes: 15, Round: 0, Part: txt("Eerste indruk")},
			{Minutes: 40, Round: 1, Part: txt("Kaarten leggen")},
		},
		Tallies: []casebook.Tally{{Round: 0, Counts: []casebook.Count{{Choice: txt("praten"), N: 7}}}},
	}
	org := &casebook.Organisation{Doc: doc(casebook.KindOrganisation, "kring", casebook.Prose{}), Title: txt("Woonkring")}
	named := &casebook.Reflection{
		Doc: doc(casebook.KindReflection, "els", bodyOf("Ik had niet gebeld.")), Headline: txt("Niet gebeld"),
		Participant: casebook.Person{First: txt("Els"), Infix: txt("van der"), Last: txt("Veld")}, Role: txt("wijkconsulent"),
		Organisation: casebook.Ref[casebook.Organisation]{ID: txt("kring"), To: org}, Display: casebook.ShowName,
		Session: casebook.Ref[casebook.Session]{To: x}, Cases: x.Cases, AfterRound: 1,
	}
	hidden := &casebook.Reflection{
		Doc: doc(casebook.KindReflection, "anoniem", bodyOf("Het bleef stil.")), Headline: txt("Stil"),
		Participant: casebook.Person{First: txt("KANARIEPERSOON")}, Role: txt("KANARIEFUNCTIE"), Display: casebook.ShowAnonymous,
	}
	c.Sessions, c.Reflections, x.Reflections = []*casebook.Session{x}, []*casebook.Reflection{named}, []*casebook.Reflection{named}
	b.Cases, b.Sessions, b.Organisations = []*casebook.Case{c}, []*casebook.Session{x}, []*casebook.Organisation{org}
	b.Reflections = []*casebook.Reflection{named, hidden}
	for _, r := range b.Reflections {
		r.Consent.Given = x.Date
	}
	b.Images = []casebook.Image{{Path: "flat.png", Read: func() ([]byte, error) { return []byte("PNG"), nil }}}
	return b
}

// fillEvents gives the case n events, half of them known in round 1 and half in round 2.
func fillEvents(c *casebook.Case, site *casebook.Site, n int) {
	for i := range n {
		e := &casebook.Event{
			ID: txt(fmt.Sprintf("e%d", i+1)), Round: 1 + 2*i/max(n, 1), When: aged(float64(40+i), float64(41+i)), Title: txt(fmt.Sprintf("GEBEURTENIS%d", i+1)),
			Domains: []casebook.Ref[casebook.Domain]{{To: &site.Domains[i%2]}}, Text: bodyOf(fmt.Sprintf("FEIT%d, en meer niet.", i+1)),
			Source: casebook.FromFile, KnownBy: lines("corporatie"), Case: c, Card: i + 1,
		}
		switch i % 4 {
		case 1:
			e.Kind, e.PickedUp = casebook.Signal, casebook.No
			e.Change = &casebook.Change{What: txt("huur"), From: txt("520"), To: txt("690"), Unit: txt("EUR/maand")}
		case 2:
			e.Kind, e.Held = casebook.Contact, casebook.No
		case 3:
			e.Kind = casebook.Strength
		}
		if i > 0 {
			last := c.Events[i-1]
			last.LeadsTo = []casebook.Ref[casebook.Event]{{ID: e.ID, To: e}}
			e.CausedBy = []*casebook.Event{last}
		}
		c.Events, c.Deck = append(c.Events, e), append(c.Deck, e)
	}
}

// siteOf gives the inside of a run over a book, without the guard.
func siteOf(t *testing.T, b *casebook.Book, edition guard.Edition) *site {
	t.Helper()
	words, set, problems, err := Load(templates.Files, fstest.MapFS{}, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	s := &site{Options: Options{Words: words, Templates: set, Version: "1.0"}, book: b, edition: edition, at: address.In(b.Site.Lang)}
	s.prepare()
	return s
}

// filesOf makes the files that are no pages.
func filesOf(t *testing.T, s *site) map[string]string {
	t.Helper()
	out := map[string]string{}
	if err := s.files(func(path string, data []byte) error { out[path] = string(data); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}
