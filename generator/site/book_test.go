package site

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/theme"
	"casusboek/templates"
)

// today is the day on which the books of these tests are cleared.
var today = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

// Words that stand in one place of the model each: where they come out shows what a page gives away.
const (
	canaryTitle  = "Kanarietitel"  // title of an event of round 2
	canaryText   = "kanarietekst"  // its text
	canaryID     = "kanarie-id"    // its id
	canaryQuote  = "kanariecitaat" // text of a reflection that gives away round 2
	canaryAdvice = "kanarieadvies" // its advice
	canaryStep   = "kanariestap"   // and its next step
	canaryLine   = "kanariezin"    // the sentence of a mention in the round-2 event
)

func text(s string) casebook.Text { return casebook.Text{V: s} }

func textsOf(s ...string) []casebook.Text {
	out := make([]casebook.Text, len(s))
	for i := range s {
		out[i] = text(s[i])
	}
	return out
}

func prose(plain string) casebook.Prose {
	return casebook.Prose{Parts: []casebook.Part{{HTML: "<p>" + plain + "</p>"}}, Plain: plain}
}

func age(years float64) casebook.When {
	return casebook.When{Axis: casebook.AgeAxis, Start: years, End: years + 1, Precision: casebook.Year, Written: fmt.Sprint(years, " jaar")}
}

// testBook is a small linked casebook with one of everything that pages treat in a way of its own.
func testBook(language string) *casebook.Book {
	b := &casebook.Book{Site: casebook.Site{
		Title: text("Wie belt er aan?"), Subtitle: text("Levens om van te leren"), Lang: language, Organiser: text("Leerkring <Thuis> & co"),
		Licence: text("CC-BY-SA-4.0"), Offline: true, Doc: casebook.Doc{Kind: casebook.KindSite, Body: prose("Een casus past in een uur.")},
		Domains: []casebook.Domain{{ID: "wonen", Name: text("Wonen"), N: 1}, {ID: "zorg", Name: text("Zorg"), N: 2}},
	}}
	theme := &casebook.Theme{Doc: casebook.Doc{Kind: casebook.KindTheme, ID: "zelfregie", Body: prose("Wie beslist?")}, Title: text("Zelfregie"), Poles: textsOf("zelfregie", "bemoeizorg")}
	plain := &casebook.Theme{Doc: casebook.Doc{Kind: casebook.KindTheme, ID: "netwerk"}, Title: text("Netwerk"), Implied: true}
	org := &casebook.Organisation{Doc: casebook.Doc{Kind: casebook.KindOrganisation, ID: "lindewater"}, Title: text("Woonstichting Lindewater"), Type: text("corporatie"), Place: text("Oosterzijl")}
	c := testCase(b, theme, plain)
	short := &casebook.Case{
		Doc: casebook.Doc{Kind: casebook.KindCase, ID: "kort", Body: prose("Eén ronde, meer niet.")}, Title: text("Een korte casus"), Pseudonym: text("Betty"),
		Origin: casebook.Composite, Summary: text("Kort & goed <samen>."), Rounds: []casebook.Round{{Questions: textsOf("Wat nu?")}},
	}
	short.Events = []*casebook.Event{{ID: text("bel"), When: age(70), Title: text("De bel doet het niet"), Case: short, Domains: []casebook.Ref[casebook.Domain]{{To: &b.Site.Domains[0]}}, Text: prose("Al een jaar."), Card: 1}}
	short.Deck = short.Events
	b.Cases = []*casebook.Case{c, short}
	b.Themes, b.Organisations = []*casebook.Theme{plain, theme}, []*casebook.Organisation{org}
	b.Pages = []*casebook.Page{{Doc: casebook.Doc{Kind: casebook.KindPage, ID: "over", Body: casebook.Prose{Plain: "Over", Parts: []casebook.Part{
		{HTML: "<p>Zie "},
		{Link: &casebook.Link{Wiki: true, Event: c.Events[2], Doc: &c.Doc, Title: c.Title.V}},
		{HTML: " en "},
		{Link: &casebook.Link{Outside: "https://voorbeeld.nl/?a=1&b=2", Text: "buiten"}},
		{HTML: ".</p>"},
	}}}, Title: text("Over dit boek")}}
	testSession(b, c, theme, org)
	theme.Cases, plain.Cases = []*casebook.Case{c}, []*casebook.Case{c}
	theme.Backlinks = []casebook.Backlink{{From: &c.Doc, Title: c.Title.V, Sentence: canaryLine, Round: 2, Case: c}, {From: &b.Pages[0].Doc, Title: "Over dit boek", Sentence: "Lees over zelfregie."}}
	c.Backlinks = []casebook.Backlink{{From: &short.Doc, Title: short.Title.V, Sentence: canaryLine, Round: 2, Case: c}}
	theme.Prev, plain.Next = plain, theme
	return b
}

func testCase(b *casebook.Book, themes ...*casebook.Theme) *casebook.Case {
	c := &casebook.Case{
		Doc: casebook.Doc{Kind: casebook.KindCase, ID: "nadira", Body: prose("Wie bij Nadira aanbelt, hoort eerst de kinderen.")}, Title: text("Een duurder huis"), Pseudonym: text("Nadira"),
		Origin: casebook.Fictional, Summary: text("Een vrouw verhuist uit een sloopwoning."), MainQuestion: text("Wie had wanneer met haar moeten praten?"), Axis: casebook.AgeAxis,
		Rounds: []casebook.Round{
			{N: 0, Name: text("Eerste indruk"), Minutes: 5, Questions: textsOf("Wat is hier aan de hand?"), Choices: textsOf("ingrijpen", "praten")},
			{N: 1, Name: text("Uit het dossier"), Minutes: 10, Questions: textsOf("Wat weegt?")},
			{N: 2, Name: text("Wat zij zelf vertelt"), Intro: text("Nu zij.")},
		},
		Network:  []*casebook.Tie{{Who: text("Zus"), Circle: casebook.Family, Bond: casebook.Strong, Support: []casebook.Support{casebook.Practical}}, {Who: text(canaryTitle), Circle: casebook.Neighbours, Round: 2}},
		Dilemmas: []casebook.Dilemma{{Question: text("Bellen?"), Round: 1, Options: []casebook.Option{{Text: text("Ja"), For: text("Snel"), Against: text("Schrik")}, {Text: text("Nee")}}}},
	}
	for _, t := range themes {
		c.Themes = append(c.Themes, casebook.Ref[casebook.Theme]{ID: text(t.ID), To: t})
	}
	home := casebook.Ref[casebook.Domain]{ID: text("wonen"), To: &b.Site.Domains[0]}
	care := casebook.Ref[casebook.Domain]{ID: text("zorg"), To: &b.Site.Domains[1]}
	c.Events = []*casebook.Event{
		{
			ID: text("sloop"), Round: 1, When: age(41), Title: text("Verhuisd uit de sloopwoning"), Domains: []casebook.Ref[casebook.Domain]{home}, Text: prose("Groter en duurder."),
			KnownBy: textsOf("corporatie"), Source: casebook.FromFile, Change: &casebook.Change{What: text("huur"), From: text("520"), To: text("690"), Unit: text("EUR/maand")},
		},
		{ID: text("aanmaning"), Round: 1, Kind: casebook.Signal, PickedUp: casebook.Yes, When: age(43), Title: text("Tweede aanmaning"), Domains: []casebook.Ref[casebook.Domain]{home, care}, Text: prose("Geen antwoord."), KnownBy: textsOf("corporatie", "zus")},
		{ID: text(canaryID), Round: 2, Kind: casebook.Contact, Held: casebook.Yes, When: age(45), Title: text(canaryTitle), Domains: []casebook.Ref[casebook.Domain]{home}, Text: prose(canaryText)},
		{ID: text("gemist"), Round: 2, Kind: casebook.Contact, Held: casebook.No, When: age(46), Title: text("Niemand vraagt iets"), Domains: []casebook.Ref[casebook.Domain]{care}, Text: prose("Niemand.")},
	}
	e := c.Events
	e[0].LeadsTo = []casebook.Ref[casebook.Event]{{ID: e[1].ID, To: e[1]}, {ID: e[2].ID, To: e[2]}}
	e[1].CausedBy, e[2].CausedBy = []*casebook.Event{e[0]}, []*casebook.Event{e[0]}
	e[1].AnsweredBy = casebook.Ref[casebook.Event]{ID: e[2].ID, To: e[2]}
	e[2].Answers = []*casebook.Event{e[1]}
	e[0].Text.Parts = append(e[0].Text.Parts, casebook.Part{Link: &casebook.Link{Wiki: true, Event: e[2], Doc: &c.Doc, Title: c.Title.V}})
	for i, event := range e {
		event.Case, event.Card = c, i+1
	}
	c.Deck = e
	return c
}

func testSession(b *casebook.Book, c *casebook.Case, theme *casebook.Theme, org *casebook.Organisation) {
	s := &casebook.Session{
		Doc: casebook.Doc{Kind: casebook.KindSession, ID: "congres", Body: prose("Om half twee lagen de werkbladen klaar.")}, Title: text("Congres"), Headline: text("Dertig mensen, één keukentafel"),
		Date: casebook.Date{Time: time.Date(2026, 11, 14, 0, 0, 0, 0, time.UTC)}, Begin: 13*60 + 30, Place: text("Oosterzijl"), Organiser: text("Leerkring"),
		Cases: []casebook.Ref[casebook.Case]{{To: c}}, Groups: []casebook.Group{{Name: text("Tafel 1"), Case: casebook.Ref[casebook.Case]{To: c}}},
		Programme: []casebook.Item{{Minutes: 90, Round: -1}}, Results: textsOf("Eerst bellen."), Statements: textsOf("Een brief is geen gesprek."),
		Tallies: []casebook.Tally{{Round: 0, Counts: []casebook.Count{{Choice: text("ingrijpen"), N: 17}, {Choice: text("praten"), N: 8}}}, {Round: 2, Counts: []casebook.Count{{Choice: text("ingrijpen"), N: 4}, {Choice: text("praten"), N: 21}}}},
	}
	who := casebook.Person{First: text("Hilde"), Infix: text("van"), Last: text("Oostermeer")}
	safe := &casebook.Reflection{
		Doc: casebook.Doc{Kind: casebook.KindReflection, ID: "hilde", Body: prose("Een brief stelt geen vraag terug.")}, Headline: text("We hadden de brief"), Participant: who, Role: text("woonconsulent"),
		Organisation: casebook.Ref[casebook.Organisation]{To: org}, Display: casebook.ShowName, PullQuotes: textsOf("Een brief stelt geen vraag terug."), FirstImpression: text("Ingrijpen"), LaterJudgement: text("Praten"), Advice: text("Reken het voor."),
	}
	spoils := &casebook.Reflection{
		Doc: casebook.Doc{Kind: casebook.KindReflection, ID: "stil", Body: prose(canaryQuote)}, Headline: text("Het werd stil"), Participant: who, Role: text("mentor"), Display: casebook.ShowRole,
		AfterRound: 2, TurningCard: casebook.Ref[casebook.Event]{To: c.Events[2]}, Advice: text(canaryAdvice), NextStep: text(canaryStep), RepliesTo: casebook.Ref[casebook.Reflection]{To: safe}, PullQuotes: textsOf(canaryQuote),
	}
	for _, r := range []*casebook.Reflection{safe, spoils} {
		r.Consent.Given = casebook.Date{Time: s.Date.Time}
		r.Session, r.Cases, r.Themes = casebook.Ref[casebook.Session]{To: s}, []casebook.Ref[casebook.Case]{{To: c}}, []casebook.Ref[casebook.Theme]{{To: theme}}
	}
	safe.Replies, safe.Next, spoils.Prev = []*casebook.Reflection{spoils}, spoils, safe
	c.Events[2].TurnedFor = []*casebook.Reflection{spoils}
	b.Reflections, b.Sessions = []*casebook.Reflection{safe, spoils}, []*casebook.Session{s}
	s.Reflections, c.Reflections, theme.Reflections, org.Reflections = b.Reflections, b.Reflections, b.Reflections, []*casebook.Reflection{safe}
	s.Themes, c.Sessions, theme.Sessions, s.OrganisedBy, org.Sessions = []*casebook.Theme{theme}, b.Sessions, b.Sessions, org, b.Sessions
}

// made renders a book and gives its files by path.
func made(t *testing.T, b *casebook.Book, edition guard.Edition) map[string]string {
	t.Helper()
	words, set, problems, err := theme.Load(templates.Files, nil, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	cleared := guard.Check(b, edition, today)
	if cleared.IsZero() {
		t.Fatal("not cleared")
	}
	files := map[string]string{}
	var mu sync.Mutex
	problems, err = Render(context.Background(), cleared, Options{Words: words, Templates: set, Updated: time.Date(2026, 11, 14, 0, 0, 0, 0, time.UTC), Version: "test"}, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if _, twice := files[path]; twice {
			t.Errorf("%s is made twice", path)
		}
		files[path] = string(data)
		return nil
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return files
}

var _ = diag.Pos{}
