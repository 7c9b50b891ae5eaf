package printing

import (
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// knowingView is the view of who knew what, and when: a row per event in order of time, and
// a column per party.
type knowingView struct {
	*page.Page
	Heading  string
	Case     page.Link
	Lead     string
	Parties  []party
	Rows     []row
	Together *together   // nil if the case has too little to compute it
	Links    []page.Link // to the life map, the sheets and the cards by role
}

// Threads returns the classes of the cells below the row, which continue the threads
// without marks.
func (r row) Threads() []string {
	threads := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		threads[i] = cell{Begun: c.Begun || c.Knew, Self: c.Self}.Class()
	}
	return threads
}

// party is the head of a column. Knew is the number of events that the party knew.
type party struct {
	Name     string
	Resident bool // whether this is the person whose life it is
	Knew     int
}

// row is one event, with what each party knew of it.
type row struct {
	When, Title string
	Href        string // to the event on the life map
	Mark        string // happening, signal, contact, help, strength, or missed
	Kind        string // for readers; empty for a plain happening
	Domains     []page.Domain
	Piece       string // "signal 2 of 4"; empty if it is not one of the counted signals
	Nobody      bool   // whether the case names no party who knew it
	Turn        bool   // whether this is the conversation that took place in the end
	Cells       []cell
	Moment      string // text below the row from which some party knew each signal; else empty
}

// cell holds what a party knew of an event.
type cell struct {
	Knew  bool
	Begun bool // whether it knew an earlier event
	Self  bool // whether the thread is the resident's
	Gap   bool // whether that thread is interrupted here, because no conversation took place
}

// Class returns the classes for the thread of the cell: "on" if it continues, "start" if it
// begins here. The thread of the resident is drawn thick over its whole length, except for
// its gaps.
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

// together describes the moment from which each signal was known to some party, while no
// party knew all of them.
type together struct {
	When     string
	Every    string // "all four signals are known, but to different people"
	Gap      string // how much later the conversation took place
	Turn     page.Link
	TurnWhen string
	Shares   []share
	Nobody   string // that no party knew all of them, or only the resident did
	How      string // how this was computed
	Care     string // what may not be concluded from it
}

// share is how many of the signals one party knew.
type share struct {
	Name  string
	Marks []bool // by signal: whether the party knew it
	Count string // "3 of 4"
}

// KnowingView returns the view of who knew what.
func KnowingView(p sheets.Base, c *casebook.Case) any {
	p.SpeakFor(c)
	p.Section, p.BodyClass = "cases", "p-knowing"
	p.Title = p.T("page.knowing.title") + " – " + c.Title.V
	p.Description = p.T("page.knowing.description", "case", c.Title.V)
	name := casebook.ResidentName(c, p.Words)
	parties := casebook.Parties(c, p.Site().Roles)
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
	found, ok := casebook.TogetherKnown(c, parties)
	begun := make([]bool, len(parties))
	for _, e := range casebook.KnownAfter(c, c.LastRound()).Events {
		r := newRow(p, e)
		for i, k := range parties {
			r.Cells = append(r.Cells, cell{
				Knew: k.Holds(e), Begun: begun[i], Self: k.Resident, Gap: k.Resident && casebook.MarkerOf(e).Gap(),
			})
			begun[i] = begun[i] || k.Holds(e)
		}
		if ok {
			annotateRow(p, &r, e, found)
		}
		v.Rows = append(v.Rows, r)
	}
	if ok {
		v.Together = newTogether(p, c, found)
	}
	return v
}

func newRow(p sheets.Base, e *casebook.Event) row {
	return row{
		When: e.When.Label(p.Words), Title: e.Title.V, Href: p.Link(p.At.LifeMap(e.Case)) + "#" + e.ID.V,
		Mark: rowMark(e), Kind: casebook.KindText(e, e.Case.LastRound(), p.Words), Domains: domainsOf(e), Nobody: len(e.KnownBy) == 0,
	}
}

// annotateRow fills in the fields of r that depend on the moment found: its signal number,
// its turn, and the text below it.
func annotateRow(p sheets.Base, r *row, e *casebook.Event, found casebook.Together) {
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
		r.Moment = p.T(key, "count", p.Words.Spelled(n), "name", casebook.ResidentName(e.Case, p.Words))
	}
}

func newTogether(p sheets.Base, c *casebook.Case, found casebook.Together) *together {
	n := len(found.Pieces)
	last, turn := found.Moment().When, found.Turn
	count, name := p.Words.Spelled(n), casebook.ResidentName(c, p.Words)
	v := &together{
		When: casebook.Capitalize(last.Label(p.Words)), Every: p.T("page.knowing.every", "count", count),
		Gap: p.T("page.knowing.gap", "span",
			page.Span(p.Page, turn.When.Start-last.Start, page.Vague(last) || page.Vague(turn.When))),
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
