package printing

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// guide is the facilitator's guide to a case (_guide.html): what to know and prepare, a
// page per round, the closing, and the whole life in an appendix.
type guide struct {
	sheets.Section
	ID       string // prefix of the ids of its parts, as a page may hold several guides
	Name     string // title in a list of guides
	Kicker   string // text at the top of all pages but the first
	Lead     string
	Size     string // minutes, rounds and cards
	Question string
	Goals    []string
	Clock    bool // whether the rounds have times of day, not minutes from the start of the case
	Ready    []string
	Say      []string // what to tell at the start
	Rounds   []guideRound
	Outcome  string
	Insights []string
	Pitfalls []string
	Debrief  []string
	Life     life
	Foot     sheets.Foot
}

// guideRound holds the new cards of one round, and the questions to ask.
type guideRound struct {
	N           int
	Label, Name string // "round 1", and the author's name for it
	Time, Until string // time of day or minutes from the start of the case; empty if not known
	Minutes     int
	Remark      string // the author's note for the facilitator
	Intro       string // to read aloud
	Cards       []guideCard
	Count       string   // number of cards, as text
	People      []string // of the network, introduced in this round
	Questions   []string
	Choices     []string
	Dilemmas    []guideDilemma
	Turned      []guideTurn
	Split       bool // whether the cards and the questions have a sheet each
	Roomy       bool // whether the first sheet has space for notes
}

// guideCard is a card of the round.
type guideCard struct {
	N                                 int
	When, Title, Kind, Changes, Known string
}

// guideDilemma is a question without a right answer, with the arguments for and against
// each option.
type guideDilemma struct {
	Question string
	Options  []guideOption
}

type guideOption struct{ Text, For, Against string }

// guideTurn is a reflection that refers to a card of the round as its turning point. It
// leaves out the speaker, who does not matter during the session.
type guideTurn struct {
	Card                   int
	Headline, First, Later string
}

type guideView struct {
	*page.Page
	Back  page.Link
	Guide guide
}

// GuideView returns the view of the guide to a case.
func GuideView(p sheets.Base, c *casebook.Case) any {
	p.SetCasePage(c, "paper.guide", "guide")
	return &guideView{Page: p.Page, Back: p.CaseLink(c), Guide: newGuide(p, c, nil, "_guide")}
}

// newGuide returns the guide to a case. If x is nil, it is for a page of its own; otherwise
// it has the times and the foot of session x, for a page with other guides. id is the
// prefix of its ids.
func newGuide(p sheets.Base, c *casebook.Case, x *casebook.Session, id string) guide {
	g := guide{
		Section: sheets.Section{Page: p.Page, Title: c.Title.V, Top: x == nil},
		ID:      id, Name: p.T("paper.guide.title", "case", c.Title.V),
		Kicker: sheets.JoinWithDots(c.Title.V, p.T("paper.guide.short")), Size: caseSizeText(p, c, x == nil),
		Lead: c.Summary.V, Question: c.MainQuestion.V, Goals: casebook.Strings(c.Goals),
		Ready: preparations(p, c), Say: openingRemarks(p, c),
		Life: newLife(p, c, id), Foot: p.FootOf(c, casebook.Date{}),
	}
	var remarks []casebook.Text
	if f := c.Facilitation; f != nil {
		g.Outcome, g.Insights, g.Pitfalls, g.Debrief = f.Outcome.V, casebook.Strings(f.Insights),
			casebook.Strings(f.Pitfalls), casebook.Strings(f.Debrief)
		remarks = f.Rounds
	}
	for _, r := range c.Rounds {
		round := newGuideRound(p, c, r)
		if r.N < len(remarks) {
			round.Remark = remarks[r.N].V
		}
		round.chooseLayout()
		g.Rounds = append(g.Rounds, round)
	}
	g.setTimes(p, c, x)
	return g
}

// caseSizeText returns the numbers of rounds and cards as text, with the duration of the
// case if minutes is true. It is false for a session, whose programme has the duration.
func caseSizeText(p sheets.Base, c *casebook.Case, minutes bool) string {
	size := []string{p.N("page.count.rounds", len(c.Rounds)), p.N("page.count.cards", len(c.Deck))}
	if m := c.Minutes(); m > 0 && minutes {
		size = append([]string{p.N("paper.minutes", m)}, size...)
	}
	return strings.Join(size, ", ")
}

// setTimes fills in the times of the rounds: times of day if the session has them,
// otherwise minutes from the start of the case.
func (g *guide) setTimes(p sheets.Base, c *casebook.Case, x *casebook.Session) {
	var times map[int]minuteSpan
	if x != nil && x.Begin >= 0 {
		g.Foot = p.FootOf(c, x.Date)
		times = roundTimes(x, c)
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

// RoundID returns the id of a round's heading on the page.
func (g guide) RoundID(r guideRound) string { return g.ID + "-round-" + strconv.Itoa(r.N) }

func newGuideRound(p sheets.Base, c *casebook.Case, r casebook.Round) guideRound {
	v := guideRound{
		N: r.N, Label: p.T("paper.round", "n", r.N), Name: r.Name.V, Minutes: r.Minutes, Intro: r.Intro.V,
		Questions: casebook.Strings(r.Questions), Choices: casebook.Strings(r.Choices),
	}
	for _, e := range c.CardsIn(r.N) {
		v.Cards = append(v.Cards, newGuideCard(p, c, e))
		for _, t := range e.TurnedFor {
			v.Turned = append(v.Turned, guideTurn{
				Card: e.Card, Headline: t.Headline.V, First: t.FirstImpression.V, Later: t.LaterJudgement.V,
			})
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

func newGuideCard(p sheets.Base, c *casebook.Case, e *casebook.Event) guideCard {
	return guideCard{
		N: e.Card, When: e.When.Label(p.Words), Title: e.Title.V, Kind: casebook.KindText(e, c.LastRound(), p.Words),
		Changes: changesText(p, e), Known: knownByText(e),
	}
}

// preparations returns what to put on the table before the first round.
func preparations(p sheets.Base, c *casebook.Case) []string {
	ready := []string{p.T("paper.guide.ready-sheets")}
	var stacks []string
	for _, r := range c.Rounds {
		if n := len(c.CardsIn(r.N)); n > 0 {
			stacks = append(stacks, p.T("paper.guide.stack", "cards", n, "n", r.N))
		}
	}
	if len(stacks) > 0 {
		ready = append(ready, p.T("paper.guide.ready-cards",
			"cards", p.N("paper.cards.count", len(c.Deck)), "stacks", casebook.ListText(stacks, p.Words)))
	}
	return append(ready, p.T("paper.guide.ready-rest"))
}

// openingRemarks returns what to say at the start: how far the case is real, and how the
// session works.
func openingRemarks(p sheets.Base, c *casebook.Case) []string {
	return []string{
		p.T("paper.guide.say-origin." + c.Origin.String()), p.T("paper.guide.say-facts"),
		p.T("paper.guide.say-write"), p.T("paper.guide.say-stays"),
	}
}

// guideClock is the time of a round: its begin, in large type, and its end, in small type.
type guideClock struct{ Time, Until string }

// ClockOf returns the time of a round; empty if it is not known.
func (g guide) ClockOf(r guideRound) guideClock {
	switch {
	case r.Time == "":
		return guideClock{}
	case g.Clock:
		return guideClock{r.Time, g.T("paper.guide.until-clock", "until", r.Until)}
	}
	return guideClock{r.Time, g.T("paper.guide.until-minute", "until", r.Until)}
}

// RoundHeading returns the heading of the page of a round.
func (g guide) RoundHeading(r guideRound) sheets.Head {
	h := g.Heading(2, r.Label)
	h.More = r.Name
	return h
}
