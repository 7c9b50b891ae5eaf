package printing

import (
	"html/template"
	"slices"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// RoundHandoutData is the handout of one round: its new cards in full, a summary of the life
// and the network so far, and the questions. It shows what is known after that round, and
// nothing of a later one.
type RoundHandoutData struct {
	sheets.Section
	N         int
	Kicker    string
	Name      string // of the round
	Intro     string
	Size      string // ample or dense; or longer than a page: long, in large type, or full, in columns
	Lines     int    // least number of ruled lines on a second page; 0 if unknown
	Beside    bool   // whether the questions are beside the cards
	Cards     []Card
	Life      []moment
	Network   []circle
	Questions []string
	Choices   []string
	Dilemmas  []dilemma
	Code      *sheets.Code // to the page of the round; nil if the site has no address
	Foot      sheets.Foot
}

// Card is an event on a sheet.
type Card struct {
	*page.Page
	N       int // number in the deck
	When    string
	Title   string
	Mark    string // as on the website: happening, signal, contact, help, strength, or missed
	Kind    string // for readers; empty for a plain happening
	Domains []page.Domain
	Change  *change
	Text    template.HTML
	From    string // who knew it, and the source
	plain   string // the text without markup, to count characters
	source  string // the source, without who knew it
}

// change is the change of a value by an event.
type change struct{ From, To, What string }

// moment is one event of the life so far.
type moment struct {
	When, Title, Kind string
	Mark              string
	New               bool // whether it is new in this round
}

// circle lists the people of the network in one circle.
type circle struct {
	Name   string
	People string
}

type dilemma struct {
	Question string
	Options  []option
}

type option struct{ Text, For, Against string }

type roundHandoutView struct {
	*page.Page
	Back    page.Link // to the round
	Handout RoundHandoutData
}

// RoundHandoutView returns the view of the handout of a round, from 1.
func RoundHandoutView(p sheets.Base, c *casebook.Case, round int) any {
	p.SetCasePage(c, "paper.handout", "sheet")
	p.Title = p.T("paper.handout.round-title", "n", round, "case", c.Title.V)
	p.Description = p.T("paper.handout.round-description", "n", round, "case", c.Title.V)
	back := page.Link{
		Href: p.Link(p.At.Round(c, round)),
		Text: p.T("paper.back", "title", p.T("paper.handout.round", "n", round)),
	}
	return &roundHandoutView{Page: p.Page, Back: back, Handout: NewRoundHandoutData(p, c, round, casebook.Date{}, true)}
}

// NewRoundHandoutData returns the handout of a round, from 1: as a page of its own if top,
// otherwise for a page with other sheets. A zero day means the date of the newest
// content.
func NewRoundHandoutData(p sheets.Base, c *casebook.Case, round int, day casebook.Date, top bool) RoundHandoutData {
	h := knownAfter(p, c, round)
	r := &c.Rounds[round]
	h.Section, h.Foot = sheets.Section{Page: p.Page, Title: c.Title.V, Top: top}, p.FootOf(c, day)
	h.Kicker, h.Name, h.Intro = sheets.JoinWithDots(c.Title.V, p.T("paper.handout.round", "n", round)), r.Name.V, r.Intro.V
	if h.Name == "" {
		h.Name = p.T("paper.round", "n", round)
	}
	h.Code = p.CodeTo(p.At.Round(c, round))
	h.Questions, h.Choices = casebook.Strings(r.Questions), casebook.Strings(r.Choices)
	h.fit()
	return h
}

// TitleHeading returns the name of the round, or on the second sheet of round 0 a title for
// its cards.
func (h RoundHandoutData) TitleHeading() sheets.Head { return h.Titled(h.Name) }

// knownAfter returns a handout with the facts of a case up to a round, and no texts of its
// own.
func knownAfter(p sheets.Base, c *casebook.Case, round int) RoundHandoutData {
	h := RoundHandoutData{N: round, Life: lifeAfter(p, c, round), Network: networkAfter(p, c, round)}
	for _, e := range c.CardsIn(round) {
		h.Cards = append(h.Cards, CardFor(p, e))
	}
	for _, d := range c.Dilemmas {
		if d.Round != round {
			continue
		}
		v := dilemma{Question: d.Question.V}
		for _, o := range d.Options {
			v.Options = append(v.Options, option{o.Text.V, o.For.V, o.Against.V})
		}
		h.Dilemmas = append(h.Dilemmas, v)
	}
	return h
}

// lifeAfter returns the events up to a round in order of time.
func lifeAfter(p sheets.Base, c *casebook.Case, round int) []moment {
	var life []moment
	for _, e := range casebook.KnownAfter(c, round).Events {
		life = append(life, moment{
			When: e.When.Label(p.Words), Title: e.Title.V, Kind: casebook.KindText(e, round, p.Words),
			Mark: cardMark(e), New: e.Round == round,
		})
	}
	return life
}

// CardFor returns an event as it is known in its own round.
func CardFor(p sheets.Base, e *casebook.Event) Card {
	v := Card{
		Page: p.Page, N: e.Card, When: e.When.Label(p.Words), Title: e.Title.V,
		Mark: cardMark(e), Kind: casebook.KindText(e, e.Round, p.Words),
		Text: p.PaperProseAfter(e.Text, e.Case, e.Round), plain: e.Text.Plain,
	}
	for _, d := range e.Domains {
		if d.To != nil {
			v.Domains = append(v.Domains, page.Domain{Name: casebook.Capitalize(d.To.Name.V), N: d.To.N})
		}
	}
	if x := e.Change; x != nil {
		v.Change = &change{x.From.V, x.To.V, casebook.MeasureText(x, p.Words)}
	}
	known := ""
	if len(e.KnownBy) > 0 {
		known = p.T("page.event.known", "who", strings.Join(casebook.Strings(e.KnownBy), ", "))
	}
	if e.Source != casebook.SourceUnsaid {
		v.source = p.T("page.event.source", "source", p.T("source."+e.Source.String()))
	}
	v.From = sheets.JoinWithDots(known, v.source)
	return v
}

// Own returns the event for the sheet of a role: without who else knew it, and without the
// outcome of a signal.
func (v Card) ForRole() Card {
	v.From = v.source
	if v.Mark == casebook.Signal.String() {
		v.Kind = v.T("page.kind.signal")
	}
	return v
}

func cardMark(e *casebook.Event) string {
	if casebook.MarkerOf(e).Gap() {
		return "missed"
	}
	return e.Kind.String()
}

// networkAfter returns the network up to a round as text, by circle from near to far:
// "family: sister (strong: practical)".
func networkAfter(p sheets.Base, c *casebook.Case, round int) []circle {
	var circles []circle
	for near := casebook.Household; near <= casebook.Professionals; near++ {
		var people []string
		for _, t := range c.Network {
			if t.Circle == near && t.Round <= round {
				people = append(people, tieText(p, t))
			}
		}
		if len(people) > 0 {
			circles = append(circles,
				circle{casebook.Capitalize(p.T("circle." + near.String())), strings.Join(people, ", ")})
		}
	}
	return circles
}

func tieText(p sheets.Base, t *casebook.Tie) string {
	bond := p.T("bond." + t.Bond.String())
	if len(t.Support) == 0 {
		return p.T("paper.handout.tie", "who", t.Who.V, "bond", bond)
	}
	var support []string
	for _, s := range slices.Sorted(slices.Values(t.Support)) {
		support = append(support, p.T("support."+s.String()))
	}
	return p.T("paper.handout.tie-support",
		"who", t.Who.V, "bond", bond, "support", strings.Join(support, ", "))
}
