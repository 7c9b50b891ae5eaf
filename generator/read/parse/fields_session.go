package parse

import (
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

var sessionBlock = newBlock("session", Names{"sessie", "session"}, block[casebook.Session]{
	fresh: func() casebook.Session { return casebook.Session{Begin: -1} },
	after: checkSession,
	fields: []field[casebook.Session]{
		{
			"titel", "title", text(func(s *casebook.Session) *casebook.Text { return &s.Title }), required, public,
			Names{"De naam van de sessie.", "The name of the session."},
			"Congres De derde stoel",
		},
		{
			"kop", "headline", text(func(s *casebook.Session) *casebook.Text { return &s.Headline }), optional, public,
			Names{"De kop boven het artikel; zonder kop de titel.", "The headline of the article; the title if not said."},
			"Twee tafels, één vraag",
		},
		{
			"datum", "date", date(func(s *casebook.Session) *casebook.Date { return &s.Date }), required, public,
			Names{"De dag, als jaar-maand-dag.", "The day, as year-month-day."},
			"2026-03-12",
		},
		{
			"begin", "start", clock(func(s *casebook.Session) *casebook.Clock { return &s.Begin }), optional, public,
			Names{"Hoe laat het begint.", "When it starts."},
			"13.30",
		},
		{
			"plaats", "place", text(func(s *casebook.Session) *casebook.Text { return &s.Place }), optional, public,
			Names{"Waar het is.", "Where it is."},
			"Utrecht",
		},
		{
			"organisator", "organiser", text(func(s *casebook.Session) *casebook.Text { return &s.Organiser }), optional, public,
			Names{"Wie het organiseert.", "Who organises it."},
			"Leernetwerk De Derde Stoel",
		},
		{
			"reeks", "series", text(func(s *casebook.Session) *casebook.Text { return &s.Series }), optional, public,
			Names{"De reeks waar de sessie bij hoort.", "The series that the session belongs to."},
			"Leergang 2026",
		},
		{
			"casussen", "cases", references(func(s *casebook.Session) *[]casebook.Ref[casebook.Case] { return &s.Cases }), optional, public,
			Names{"De casussen die besproken zijn.", "The cases that were discussed."},
			"[nadira, marcel]",
		},
		{
			"groepen", "groups", list(func(s *casebook.Session) *[]casebook.Group { return &s.Groups }, groupBlock), optional, public,
			Names{"De tafels, elk met een casus.", "The tables, each with a case."},
			"[{naam: Tafel 1, casus: nadira}]",
		},
		{
			"programma", "programme", list(func(s *casebook.Session) *[]casebook.Item { return &s.Programme }, itemBlock), optional, public,
			Names{"De onderdelen in hun volgorde.", "The parts in their order."},
			"",
		},
		{
			"stellingen", "statements", texts(func(s *casebook.Session) *[]casebook.Text { return &s.Statements }), optional, public,
			Names{"Stellingen om over te praten.", "Statements to talk about."},
			"[Bellen is beter dan schrijven]",
		},
		{
			"tellingen", "tallies", list(func(s *casebook.Session) *[]casebook.Tally { return &s.Tallies }, tallyBlock), optional, public,
			Names{"De stemmen op papier: per ronde, en per keuze het aantal.", "The votes on paper: per round, and per choice the number."},
			"[{groep: Tafel 1, ronde: 0, praten: 5, wachten: 3}]",
		},
		{
			"opbrengst", "results", texts(func(s *casebook.Session) *[]casebook.Text { return &s.Results }), optional, public,
			Names{"Wat de sessie opleverde.", "What the session brought."},
			"[Eén telefoonnummer per wijk]",
		},
		{
			"volgorde", "order", references(func(s *casebook.Session) *[]casebook.Ref[casebook.Reflection] { return &s.Order }), optional, public,
			Names{"De volgorde van de reflecties; de andere volgen op naam.", "The order of the reflections; others follow by name."},
			"[els, karim]",
		},
	},
})

var groupBlock = newBlock("group", Names{"groepen", "groups"}, block[casebook.Group]{
	place: func(g *casebook.Group, pos diag.Pos) { g.Pos = pos },
	fields: []field[casebook.Group]{
		{
			"naam", "name", text(func(g *casebook.Group) *casebook.Text { return &g.Name }), required, public,
			Names{"Hoe de tafel heet.", "What the table is called."},
			"Tafel 1",
		},
		{
			"casus", "case", reference(func(g *casebook.Group) *casebook.Ref[casebook.Case] { return &g.Case }), optional, public,
			Names{"De casus van deze tafel.", "The case of this table."},
			"nadira",
		},
	},
})

var itemBlock = newBlock("item", Names{"programma", "programme"}, block[casebook.Item]{
	fresh: func() casebook.Item { return casebook.Item{Round: -1} },
	place: func(i *casebook.Item, pos diag.Pos) { i.Pos = pos },
	fields: []field[casebook.Item]{
		{
			"minuten", "minutes", number(func(i *casebook.Item) *int { return &i.Minutes }, nil), optional, public,
			Names{"Hoe lang het duurt.", "How long it takes."},
			"10",
		},
		{
			"ronde", "round", number(func(i *casebook.Item) *int { return &i.Round }, nil), optional, public,
			Names{"De ronde die dan aan de beurt is.", "The round that is then played."},
			"0",
		},
		{
			"onderdeel", "part", text(func(i *casebook.Item) *casebook.Text { return &i.Part }), optional, public,
			Names{"Wat er gebeurt.", "What happens."},
			"Eerste indruk",
		},
		{
			"werkvorm", "method", text(func(i *casebook.Item) *casebook.Text { return &i.Method }), optional, public,
			Names{"Hoe dat gaat.", "How it is done."},
			"in tweetallen",
		},
	},
})

var tallyBlock = newBlock("tally", Names{"tellingen", "tallies"}, block[casebook.Tally]{
	place: func(t *casebook.Tally, pos diag.Pos) { t.Pos = pos },
	rest:  tallyCount, others: &Type{Name: "number"},
	fields: []field[casebook.Tally]{
		{
			"groep", "group", text(func(t *casebook.Tally) *casebook.Text { return &t.Group }), optional, public,
			Names{"De tafel; zonder groep de hele zaal.", "The table; the whole room if not said."},
			"Tafel 1",
		},
		{
			"ronde", "round", number(func(t *casebook.Tally) *int { return &t.Round }, nil), required, public,
			Names{"De ronde waarna geteld is. Elke andere sleutel is een keuze, met het aantal stemmen.", "The round after which votes were counted. Every other key is a choice, with its votes."},
			"0",
		},
	},
})

func checkSession(d *decoder, s *casebook.Session, _ whereKey) {
	var names []casebook.Text
	for _, g := range s.Groups {
		names = append(names, g.Name)
	}
	d.sameNames(names)
}

// tallyCount takes every other key of a tally for a choice with its votes, unless it is a field with one slip in it.
func tallyCount(d *decoder, t *casebook.Tally, key, votes *yaml.Node) bool {
	slip := func(field string) bool { return lang.WithinEdits(strings.ToLower(key.Value), field, 1) }
	if key.Kind != yaml.ScalarNode || slices.ContainsFunc([]string{"groep", "group", "ronde", "round"}, slip) {
		return false
	}
	for _, c := range t.Counts {
		if strings.EqualFold(c.Choice.V, key.Value) {
			d.add(diag.KeyDuplicate, d.Span(key), "key", key.Value, "place", c.Choice.Pos.String())
			return true
		}
	}
	if n, ok := d.count(votes, key.Value); ok {
		t.Counts = append(t.Counts, casebook.Count{Choice: casebook.Text{V: key.Value, Pos: d.Span(key)}, N: n})
	}
	return true
}
