package session

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// guide is what a facilitator leads from: what to know and have ready, a page for every round, the closing, and the whole
// life behind it (_guide.html).
type guide struct {
	sheet.Part
	ID       string // what the ids of its parts begin with: a page may hold several guides
	Name     string // among other guides
	Kicker   string // at the top of all pages but the first
	Lead     string
	Size     string // minutes, rounds and cards
	Question string
	Goals    []string
	Clock    bool // the rounds have times of day, not minutes from the start of the case
	Ready    []string
	Say      []string // at the start
	Rounds   []guideRound
	Outcome  string
	Insights []string
	Pitfalls []string
	Debrief  []string
	Life     life
	Foot     sheet.Foot
}

// guideRound is what one round adds, and what to ask.
type guideRound struct {
	N           int
	Label, Name string // round 1, and what the author calls it
	Time, Until string // of day, or minutes from the start of the case; empty when not known
	Minutes     int
	Remark      string // the author's, for the facilitator alone
	Intro       string // to be read aloud
	Cards       []guideCard
	Count       string   // how many cards
	People      []string // of the network, who become known in this round
	Questions   []string
	Choices     []string
	Dilemmas    []guideDilemma
	Turned      []guideTurn
	Split       bool // what is put down and what is asked have a sheet each
	Roomy       bool // the first of them has room for notes
}

// guideCard is a card that comes on the table.
type guideCard struct {
	N                                 int
	When, Title, Kind, Changes, Known string
}

// guideDilemma is a question without a right answer, with what speaks for and against each way out.
type guideDilemma struct {
	Question string
	Options  []guideOption
}

type guideOption struct{ Text, For, Against string }

// guideTurn is a reflection that a card of the round brought about. Who said it is no help at the table, so it is not here.
type guideTurn struct {
	Card                   int
	Headline, First, Later string
}

type guideView struct {
	*page.Page
	Back  page.Link
	Guide guide
}

// GuideView is the page of the guide to a case.
func GuideView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.guide", "guide")
	return &guideView{Page: p.Page, Back: p.BackTo(c), Guide: guideOf(p, c, nil, "_guide")}
}

// guideOf is the guide to a case: on a page of its own, or with the times and the foot of a session on a page with
// others.
func guideOf(p sheet.Maker, c *casebook.Case, x *casebook.Session, id string) guide {
	g := guide{
		Part: sheet.Part{Page: p.Page, Title: c.Title.V, Top: x == nil}, ID: id, Name: p.T("paper.guide.title", "case", c.Title.V),
		Kicker: sheet.Dotted(c.Title.V, p.T("paper.guide.short")), Size: sizeOf(p, c, x == nil),
		Lead: c.Summary.V, Question: c.MainQuestion.V, Goals: casebook.Strings(c.Goals), Ready: readyFor(p, c), Say: sayFor(p, c),
		Life: lifeOf(p, c, id), Foot: p.FootOf(c, casebook.Date{}),
	}
	var remarks []casebook.Text
	if f := c.Facilitation; f != nil {
		g.Outcome, g.Insights, g.Pitfalls, g.Debrief = f.Outcome.V, casebook.Strings(f.Insights), casebook.Strings(f.Pitfalls), casebook.Strings(f.Debrief)
		remarks = f.Rounds
	}
	for _, r := range c.Rounds {
		round := guideRoundOf(p, c, r)
		if r.N < len(remarks) {
			round.Remark = remarks[r.N].V
		}
		round.layOut()
		g.Rounds = append(g.Rounds, round)
	}
	g.setTimes(p, c, x)
	return g
}

// sizeOf says how much there is to a case. In a session its programme says how long it takes.
func sizeOf(p sheet.Maker, c *casebook.Case, minutes bool) string {
	size := []string{p.N("page.count.rounds", len(c.Rounds)), p.N("page.count.cards", len(c.Deck))}
	if m := c.Minutes(); m > 0 && minutes {
		size = append([]string{p.N("paper.minutes", m)}, size...)
	}
	return strings.Join(size, ", ")
}

// setTimes gives the rounds their times: those of the session where they are known, and otherwise minutes from the
// start of the case.
func (g *guide) setTimes(p sheet.Maker, c *casebook.Case, x *casebook.Session) {
	var times map[int]span
	if x != nil && x.Begin >= 0 {
		g.Foot = p.FootOf(c, x.Date)
		times = timesIn(x, c)
	}
	g.Clock = times != nil
	passed := 0
	for i := range g.Rounds {
		r := &g.Rounds[i]
		at, known := times[r.N]
		switch {
		case known:
			r.Time, r.Until, r.Minutes = timeAfter(p, x, at.From), timeAfter(p, x, at.To), at.To-at.From
		case !g.Clock && r.Minutes > 0:
			r.Time, r.Until = strconv.Itoa(passed), strconv.Itoa(passed+r.Minutes)
		}
		passed += r.Minutes
	}
}

// RoundID is the place of a round on the page.
func (g guide) RoundID(r guideRound) string { return g.ID + "-round-" + strconv.Itoa(r.N) }

func guideRoundOf(p sheet.Maker, c *casebook.Case, r casebook.Round) guideRound {
	v := guideRound{
		N: r.N, Label: p.T("paper.round", "n", r.N), Name: r.Name.V, Minutes: r.Minutes, Intro: r.Intro.V,
		Questions: casebook.Strings(r.Questions), Choices: casebook.Strings(r.Choices),
	}
	for _, e := range c.CardsIn(r.N) {
		v.Cards = append(v.Cards, guideCardOf(p, c, e))
		for _, t := range e.TurnedFor {
			v.Turned = append(v.Turned, guideTurn{Card: e.Card, Headline: t.Headline.V, First: t.FirstImpression.V, Later: t.LaterJudgement.V})
		}
	}
	v.Count = p.N("paper.cards.count", len(v.Cards))
	for _, t := range c.Network {
		if t.Round == r.N {
			circle, bond := p.T("circle."+t.Circle.String()), p.T("bond."+t.Bond.String())
			v.People = append(v.People, p.T("paper.guide.tie", "who", t.Who.V, "circle", circle, "bond", bond))
		}
	}
	for _, d := range c.Dilemmas {
		if d.Round != r.N {
			continue
		}
		dilemma := guideDilemma{Question: d.Question.V}
		for _, o := range d.Options {
			dilemma.Options = append(dilemma.Options, guideOption{o.Text.V, o.For.V, o.Against.V})
		}
		v.Dilemmas = append(v.Dilemmas, dilemma)
	}
	return v
}

func guideCardOf(p sheet.Maker, c *casebook.Case, e *casebook.Event) guideCard {
	return guideCard{
		N: e.Card, When: e.When.Label(p.Words), Title: e.Title.V, Kind: facts.Kind(e, c.LastRound(), p.Words),
		Changes: changesOf(p, e), Known: knownTo(e),
	}
}

// readyFor lists what lies on the table before the first round.
func readyFor(p sheet.Maker, c *casebook.Case) []string {
	ready := []string{p.T("paper.guide.ready-sheets")}
	var stacks []string
	for _, r := range c.Rounds {
		if n := len(c.CardsIn(r.N)); n > 0 {
			stacks = append(stacks, p.T("paper.guide.stack", "cards", n, "n", r.N))
		}
	}
	if len(stacks) > 0 {
		ready = append(ready, p.T("paper.guide.ready-cards", "cards", p.N("paper.cards.count", len(c.Deck)), "stacks", facts.Listed(stacks, p.Words)))
	}
	return append(ready, p.T("paper.guide.ready-rest"))
}

// sayFor lists what is good to say at the start: how true the case is, and how the table works.
func sayFor(p sheet.Maker, c *casebook.Case) []string {
	return []string{p.T("paper.guide.say-origin." + c.Origin.String()), p.T("paper.guide.say-facts"), p.T("paper.guide.say-write"), p.T("paper.guide.say-stays")}
}

// guideClock is when a round is played: a time in large letters, and until when in small.
type guideClock struct{ Time, Until string }

// ClockOf says when a round is played.
func (g guide) ClockOf(r guideRound) guideClock {
	switch {
	case r.Time == "":
		return guideClock{}
	case g.Clock:
		return guideClock{r.Time, g.T("paper.guide.until-clock", "until", r.Until)}
	}
	return guideClock{r.Time, g.T("paper.guide.until-minute", "until", r.Until)}
}

// RoundHeading is the heading of a round's page.
func (g guide) RoundHeading(r guideRound) sheet.Head {
	h := g.Heading(2, r.Label)
	h.More = r.Name
	return h
}
