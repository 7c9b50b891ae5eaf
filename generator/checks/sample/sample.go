// Package sample is a small casebook for the tests of rooms that make something of a whole book, so that each need not
// think up a life.
package sample

import (
	"fmt"
	"strings"
	"time"

	"casusboek/generator/casebook"
)

// Private are words that stand only in fields of the facilitator or in private ones: none of them may come out in the
// public edition.
var Private = []string{"KANARIEAFLOOP", "KANARIEINZICHT", "KANARIEVALKUIL", "KANARIERONDE", "KANARIENAGESPREK", "KANARIENAAM", "KANARIEFUNCTIE", "KANARIEPERSOON"}

func text(v string) casebook.Text { return casebook.Text{V: v} }

func lines(values ...string) []casebook.Text {
	var all []casebook.Text
	for _, v := range values {
		all = append(all, text(v))
	}
	return all
}

// Body is prose of plain paragraphs.
func Body(paragraphs ...string) casebook.Prose {
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

// Book is one case of three rounds with as many cards as events says, a session and two reflections, linked as link
// leaves them. The facilitation is in it, so it is what the guard has not seen yet. Every call makes another book.
func Book(events int) *casebook.Book {
	b := &casebook.Book{Site: casebook.Site{
		Doc: doc(casebook.KindSite, "index", Body("Een boek met verzonnen levens.")), Title: text("Wie belt er aan?"), Lang: "nl",
		Base: text("https://voorbeeld.nl/casusboek"), Organiser: text("Leerkring Thuis"), Licence: text("CC-BY-SA-4.0"),
		Domains: []casebook.Domain{{ID: "wonen", Name: text("Wonen"), N: 1}, {ID: "werk", Name: text("Werk"), N: 3}},
	}}
	c := life()
	fillEvents(c, &b.Site, events)
	x := session(c)
	org := &casebook.Organisation{Doc: doc(casebook.KindOrganisation, "kring", casebook.Prose{}), Title: text("Woonkring")}
	named := &casebook.Reflection{
		Doc: doc(casebook.KindReflection, "els", Body("Ik had niet gebeld.")), Headline: text("Niet gebeld"),
		Participant: casebook.Person{First: text("Els"), Infix: text("van der"), Last: text("Veld")}, Role: text("wijkconsulent"),
		Organisation: casebook.Ref[casebook.Organisation]{ID: text("kring"), To: org}, Display: casebook.ShowName,
		Session: casebook.Ref[casebook.Session]{To: x}, Cases: x.Cases, AfterRound: 1,
	}
	hidden := &casebook.Reflection{
		Doc: doc(casebook.KindReflection, "anoniem", Body("Het bleef stil.")), Headline: text("Stil"),
		Participant: casebook.Person{First: text("KANARIEPERSOON")}, Role: text("KANARIEFUNCTIE"), Display: casebook.ShowAnonymous,
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

// life is the case without its events.
func life() *casebook.Case {
	return &casebook.Case{
		Doc: doc(casebook.KindCase, "mo", Body("Mo doet open in zijn jas. Binnen is het koud.", "Op tafel ligt een stapel post.")), Title: text("De stapel post"),
		Pseudonym: text("Mo"), Origin: casebook.Fictional, Summary: text("Een man alleen betaalt zijn huur opeens niet meer."),
		MainQuestion: text("Wie had het kunnen zien?"), Goals: lines("Kijken voor je handelt"), Names: lines("KANARIENAAM"), Axis: casebook.AgeAxis,
		Rounds: []casebook.Round{
			{N: 0, Name: text("Eerste indruk"), Minutes: 5, Questions: lines("Wat is hier aan de hand?"), Choices: lines("ingrijpen", "praten", "wachten")},
			{N: 1, Name: text("Wat de verhuurder weet"), Minutes: 10, Questions: lines("Welke kaart telt het zwaarst?"), Choices: lines("ingrijpen", "praten", "wachten")},
			{N: 2, Name: text("Wat hij zelf vertelt"), Minutes: 15, Questions: lines("Wat deed je kantelen?")},
		},
		Dilemmas: []casebook.Dilemma{{Question: text("Wel of niet aanbellen?"), Round: 2, Options: []casebook.Option{{Text: text("Nu"), For: text("Het is dichtbij"), Against: text("Het overvalt")}}}},
		Network:  []*casebook.Tie{{Who: text("zus"), Circle: casebook.Family, Bond: casebook.Strong, Support: []casebook.Support{casebook.Practical}, Round: 2}},
		Facilitation: &casebook.Facilitation{
			Outcome: text("KANARIEAFLOOP"), Insights: lines("KANARIEINZICHT"), Pitfalls: lines("KANARIEVALKUIL"),
			Rounds: lines("KANARIERONDE0", "KANARIERONDE1"), Debrief: lines("KANARIENAGESPREK"),
		},
	}
}

// session is the day on which the case was discussed.
func session(c *casebook.Case) *casebook.Session {
	return &casebook.Session{
		Doc: doc(casebook.KindSession, "dag", Body("Een middag in de bibliotheek.")), Title: text("Middag over post"),
		Date: casebook.Date{Time: time.Date(2026, 11, 14, 0, 0, 0, 0, time.UTC)}, Begin: 13*60 + 30, Place: text("Utrecht"), Organiser: text("Leerkring Thuis"),
		Cases: []casebook.Ref[casebook.Case]{{ID: text("mo"), To: c}},
		Programme: []casebook.Item{
			{Minutes: 10, Round: -1, Part: text("Welkom"), Method: text("kring")},
			{Minutes: 15, Round: 0, Part: text("Eerste indruk")},
			{Minutes: 40, Round: 1, Part: text("Kaarten leggen")},
		},
		Tallies: []casebook.Tally{{Round: 0, Counts: []casebook.Count{{Choice: text("praten"), N: 7}}}},
	}
}

// fillEvents gives the case n events, half of them known in round 1 and half in round 2.
func fillEvents(c *casebook.Case, site *casebook.Site, n int) {
	for i := range n {
		e := &casebook.Event{
			ID: text(fmt.Sprintf("e%d", i+1)), Round: 1 + 2*i/max(n, 1), When: aged(float64(40+i), float64(41+i)), Title: text(fmt.Sprintf("GEBEURTENIS%d", i+1)),
			Domains: []casebook.Ref[casebook.Domain]{{To: &site.Domains[i%2]}}, Text: Body(fmt.Sprintf("FEIT%d, en meer niet.", i+1)),
			Source: casebook.FromFile, KnownBy: lines("corporatie"), Case: c, Card: i + 1,
		}
		switch i % 4 {
		case 1:
			e.Kind, e.PickedUp = casebook.Signal, casebook.No
			e.Change = &casebook.Change{What: text("huur"), From: text("520"), To: text("690"), Unit: text("EUR/maand")}
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
