package roles

import (
	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/knowing"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
	"casusboek/generator/paper/table"
)

// handsView is a sheet for each role with what it knew, round by round, and a sheet for who deals them.
type handsView struct {
	*page.Page
	Back   page.Link
	Case   string
	Rounds []int // that bring cards, for the table of who gets how many
	Hands  []hand
	Unheld []string // the cards that are in no hand, with their rounds
	Foot   sheet.Foot
}

// hand is what one role knew.
type hand struct {
	Role   string // as a heading
	Name   string // as authors write it
	Kicker string
	Lead   string
	Dense  bool  // whether it is set small, to stay on one sheet
	Counts []int // by round
	Rounds []handRound
}

// handRound is what a role adds in one round: a strip to cut off.
type handRound struct {
	Title string // round 2: what the others know
	Facts []table.Card
}

// HandsView is the page of the hands of all roles of a case.
func HandsView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.roles", "sheet")
	v := &handsView{Page: p.Page, Back: p.BackTo(c), Case: c.Title.V, Foot: p.FootOf(c, casebook.Date{})}
	for n := range c.Rounds {
		if len(c.CardsIn(n)) > 0 {
			v.Rounds = append(v.Rounds, n)
		}
	}
	for _, k := range knowing.Parties(c, p.Site().Roles) {
		v.Hands = append(v.Hands, handOf(p, c, k, v.Rounds))
	}
	for _, e := range knowing.Unheld(c) {
		v.Unheld = append(v.Unheld, p.T("paper.roles.unheld-card", "n", e.Round, "card", e.Card, "title", e.Title.V))
	}
	return v
}

// Heights in mm: of what stands above the rounds and at the foot, and of the head of a round.
const (
	headRoom  = 45.
	roundRoom = 20.
)

func handOf(p sheet.Maker, c *casebook.Case, k *knowing.Party, rounds []int) hand {
	h := hand{Role: facts.Capital(k.Role), Name: k.Role, Kicker: sheet.Dotted(c.Title.V, p.T("paper.roles.kicker")), Lead: p.T("paper.roles.lead", "role", k.Role)}
	var all []table.Card
	for _, n := range rounds {
		cards := k.Hand(n)
		h.Counts = append(h.Counts, len(cards))
		if len(cards) == 0 {
			continue
		}
		r := handRound{Title: p.T("paper.round", "n", n)}
		if name := c.Rounds[n].Name.V; name != "" {
			r.Title += ": " + name
		}
		for _, e := range cards {
			r.Facts = append(r.Facts, table.CardOf(p, e).Own())
		}
		h.Rounds = append(h.Rounds, r)
		all = append(all, r.Facts...)
	}
	h.Dense = !table.FitsAmple(all, headRoom+roundRoom*float64(len(h.Rounds)))
	return h
}
