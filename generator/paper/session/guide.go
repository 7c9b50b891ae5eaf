package session

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// guide is what a facilitator knows of a case.
type guide struct {
	sheet.Part
	Lead     string
	Facts    []sheet.Fact
	Question string
	Goals    []string
	Rounds   []guideRound
	Outcome  string
	Insights []string
	Pitfalls []string
	Debrief  []string
}

// guideRound is what one round adds, and what to ask.
type guideRound struct {
	Name      string // round 1 · what the landlord knows
	Time      string // minutes 5 to 15
	Remark    string // the author's, for the facilitator alone
	Intro     string
	Cards     []guideCard
	People    []string // of the network, who become known in this round
	Questions []string
	Choices   []string
	Dilemmas  []guideDilemma
}

// guideCard is a card that comes on the table.
type guideCard struct {
	N                        int
	When, Title, Kind, Known string
}

// guideDilemma is a question without a right answer, with what speaks for and against each way out.
type guideDilemma struct {
	Question string
	Options  []guideOption
}

type guideOption struct{ Text, For, Against string }

type guideView struct {
	*page.Page
	Back  page.Link
	Guide guide
	Foot  sheet.Foot
}

// GuideView is the page of the guide to a case.
func GuideView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.guide", "guide")
	return &guideView{Page: p.Page, Back: p.BackTo(c), Guide: guideOf(p, c, true), Foot: p.FootOf(c, casebook.Date{})}
}

func guideOf(p sheet.Maker, c *casebook.Case, top bool) guide {
	g := guide{Part: sheet.Part{Page: p.Page, Title: c.Title.V, Top: top}, Lead: c.Summary.V, Question: c.MainQuestion.V, Goals: casebook.Strings(c.Goals)}
	g.Facts = []sheet.Fact{
		{Name: p.T("paper.guide.time"), Value: p.N("paper.minutes", c.Minutes())},
		{Name: p.T("paper.guide.rounds"), Value: strconv.Itoa(len(c.Rounds))},
		{Name: p.T("paper.guide.cards"), Value: strconv.Itoa(len(c.Deck))},
	}
	var remarks []casebook.Text
	if f := c.Facilitation; f != nil {
		g.Outcome, g.Insights, g.Pitfalls, g.Debrief = f.Outcome.V, casebook.Strings(f.Insights), casebook.Strings(f.Pitfalls), casebook.Strings(f.Debrief)
		remarks = f.Rounds
	}
	passed := 0
	for _, r := range c.Rounds {
		round := guideRoundOf(p, c, r)
		if r.Minutes > 0 {
			round.Time = p.T("paper.guide.from-to", "from", passed, "to", passed+r.Minutes)
		}
		if r.N < len(remarks) {
			round.Remark = remarks[r.N].V
		}
		passed += r.Minutes
		g.Rounds = append(g.Rounds, round)
	}
	return g
}

func guideRoundOf(p sheet.Maker, c *casebook.Case, r casebook.Round) guideRound {
	v := guideRound{
		Name: sheet.Dotted(p.T("paper.round", "n", r.N), r.Name.V), Intro: r.Intro.V,
		Questions: casebook.Strings(r.Questions), Choices: casebook.Strings(r.Choices),
	}
	for _, e := range c.CardsIn(r.N) {
		v.Cards = append(v.Cards, guideCard{
			N: e.Card, When: e.When.Label(p.Words), Title: e.Title.V,
			Kind: facts.Kind(e, c.LastRound(), p.Words), Known: strings.Join(casebook.Strings(e.KnownBy), ", "),
		})
	}
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

// runSheetView is a session from minute to minute, with the guides of its cases behind it.
type runSheetView struct {
	*page.Page
	Back       page.Link
	Kicker     string
	Heading    string
	Facts      []sheet.Fact
	Programme  []programmeRow
	Groups     []sheet.Fact // each table with its case
	Bring      []string
	Statements []string
	Guides     []guide
	Foot       sheet.Foot
}

// RunSheetView is the page of a session from minute to minute.
func RunSheetView(p sheet.Maker, x *casebook.Session) any {
	p.MarkSession(x, "paper.runsheet")
	p.BodyClass = "p-guide"
	v := &runSheetView{
		Page: p.Page, Back: page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}, Kicker: p.T("paper.runsheet.kicker"), Heading: x.Title.V,
		Facts: sessionFacts(p, x), Programme: programme(p, x), Statements: casebook.Strings(x.Statements),
		Foot: sheet.Foot{What: x.Title.V, Who: p.Imprint(x.Date)},
	}
	for _, g := range x.Groups {
		f := sheet.Fact{Name: g.Name.V}
		if g.Case.To != nil {
			f.Value = g.Case.To.Title.V
		}
		v.Groups = append(v.Groups, f)
	}
	v.Bring = append(v.Bring, p.T("paper.runsheet.bring-pack"))
	for _, c := range sessionCases(x) {
		v.Guides = append(v.Guides, guideOf(p, c, false))
		v.Bring = append(v.Bring, p.T("paper.runsheet.bring-cards", "case", c.Title.V, "cards", p.N("paper.cards.count", len(c.Deck))))
	}
	return v
}
