package roles

import (
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/knowing"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// knowingView is who knew what of a life, and when: a row for each event in order of time, a column for each party.
type knowingView struct {
	*page.Page
	Heading  string
	Case     page.Link
	Lead     string
	Parties  []party
	Rows     []row
	Together *together   // nil where the case does not bear it out
	Links    []page.Link // to the life map, the sheets and the cards by role
}

// Threads are the classes of the cells below the row, where threads go on and there is nothing to know.
func (r row) Threads() []string {
	threads := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		threads[i] = cell{Begun: c.Begun || c.Knew, Self: c.Self}.Class()
	}
	return threads
}

// party is the head of a column, with what it knew of the whole life.
type party struct {
	Name     string
	Resident bool // the life is theirs
	Knew     int
}

// row is an event, and what of it each party knew.
type row struct {
	When, Title string
	Href        string // to the event on the life map
	Mark        string // happening, signal, contact, help, strength, or missed
	Kind        string // in words; empty for a plain happening
	Domains     []page.Domain
	Piece       string // "signal 2 of 4"; empty for what is none of those that were counted
	Nobody      bool   // whether the case names nobody who knew it
	Turn        bool   // whether this is the conversation that was held at last
	Cells       []cell
	Moment      string // what stands below the row from which every signal was known to somebody; else empty
}

// cell is what a party knew of an event.
type cell struct {
	Knew  bool
	Begun bool // whether it knew something of what came before
	Self  bool // whether the thread is the resident's
	Gap   bool // whether that thread has a hole here: nobody spoke
}

// Class is how the cell's thread is drawn: on, or from here; the resident's is thick all the way, but for its holes.
func (c cell) Class() string {
	var classes []string
	switch {
	case c.Begun:
		classes = append(classes, "on")
	case c.Knew:
		classes = append(classes, "start")
	}
	if c.Self {
		classes = append(classes, "self")
	}
	if c.Gap {
		classes = append(classes, "gap")
	}
	return strings.Join(classes, " ")
}

// together is the moment from which every signal was known to somebody, and all of them to nobody.
type together struct {
	When     string
	Every    string // all four signals are known to somebody ...
	Gap      string // the conversation came so much later
	Turn     page.Link
	TurnWhen string
	Shares   []share
	Nobody   string // and all to nobody, or to the resident alone
	How      string // how it was worked out
	Care     string // and what it does not say
}

// share is what one party knew of the signals.
type share struct {
	Name  string
	Marks []bool // by signal
	Count string // 3 of 4
}

// KnowingView is the page of who knew what.
func KnowingView(p sheet.Maker, c *casebook.Case) any {
	p.SpeakFor(c)
	p.Section, p.BodyClass = "cases", "p-knowing"
	p.Title = p.T("page.knowing.title") + " – " + c.Title.V
	p.Description = p.T("page.knowing.description", "case", c.Title.V)
	name := facts.NameOf(c, p.Words)
	parties := knowing.Parties(c, p.Site().Roles)
	v := &knowingView{
		Page: p.Page, Heading: p.T("page.knowing.heading"), Case: page.Link{Href: p.Href(c), Text: c.Title.V},
		Lead: p.T("page.knowing.lead", "name", name),
		Links: []page.Link{
			{Href: p.Link(p.At.LifeMap(c)), Text: p.T("page.lifemap.title", "name", name)},
			{Href: p.Link(p.At.Roles(c)), Text: p.T("page.paper.roles")},
			{Href: p.Link(p.At.RoleCards(c)), Text: p.T("page.paper.role-cards")},
		},
	}
	for _, k := range parties {
		v.Parties = append(v.Parties, party{k.Role, k.Resident, len(k.Knows)})
	}
	found, ok := knowing.TogetherOf(c, parties)
	begun := make([]bool, len(parties))
	for _, e := range facts.After(c, c.LastRound()).Events {
		r := rowOf(p, e)
		for i, k := range parties {
			r.Cells = append(r.Cells, cell{Knew: k.Holds(e), Begun: begun[i], Self: k.Resident, Gap: k.Resident && facts.MarkOf(e).Gap()})
			begun[i] = begun[i] || k.Holds(e)
		}
		if ok {
			mark(p, &r, e, found)
		}
		v.Rows = append(v.Rows, r)
	}
	if ok {
		v.Together = togetherOf(p, c, found)
	}
	return v
}

func rowOf(p sheet.Maker, e *casebook.Event) row {
	return row{
		When: e.When.Label(p.Words), Title: e.Title.V, Href: p.Link(p.At.LifeMap(e.Case)) + "#" + e.ID.V,
		Mark: markOf(e), Kind: facts.Kind(e, e.Case.LastRound(), p.Words), Domains: domainsOf(e), Nobody: len(e.KnownBy) == 0,
	}
}

// mark marks the rows of what was found.
func mark(p sheet.Maker, r *row, e *casebook.Event, found knowing.Together) {
	n := len(found.Pieces)
	for i, piece := range found.Pieces {
		if piece == e {
			r.Piece = p.T("page.knowing.piece", "n", i+1, "total", n)
		}
	}
	r.Turn = e == found.Turn
	if e == found.Moment() {
		key := "page.knowing.moment"
		if found.Resident != nil {
			key = "page.knowing.moment-resident"
		}
		r.Moment = p.T(key, "count", p.Words.Spelled(n), "name", facts.NameOf(e.Case, p.Words))
	}
}

func togetherOf(p sheet.Maker, c *casebook.Case, found knowing.Together) *together {
	n := len(found.Pieces)
	last, turn := found.Moment().When, found.Turn
	count, name := p.Words.Spelled(n), facts.NameOf(c, p.Words)
	v := &together{
		When: facts.Capital(last.Label(p.Words)), Every: p.T("page.knowing.every", "count", count),
		Gap:      p.T("page.knowing.gap", "span", page.Span(p.Page, turn.When.Start-last.Start, page.Vague(last) || page.Vague(turn.When))),
		Turn:     page.Link{Href: p.Link(p.At.LifeMap(c)) + "#" + turn.ID.V, Text: turn.Title.V},
		TurnWhen: turn.When.Label(p.Words), Care: p.T("page.knowing.care"),
	}
	how := "page.knowing.how-first"
	if len(turn.Answers) > 0 {
		how = "page.knowing.how-answer"
	}
	v.How = p.T(how, "turn", turn.Title.V, "name", name)
	v.Nobody = p.T("page.knowing.none", "count", count)
	if found.Resident != nil {
		v.Nobody = p.T("page.knowing.resident", "count", count, "name", name)
	}
	for _, s := range found.Shares {
		v.Shares = append(v.Shares, share{s.Party.Role, s.Holds, p.T("page.knowing.share", "n", s.N, "total", n)})
	}
	return v
}
