package roles

import (
	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/knowing"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
	"casusboek/generator/paper/table"
)

// roleSheetsView is the view of the sheets by role: an overview for the facilitator, then a
// sheet per role with what it knew, round by round.
type roleSheetsView struct {
	*page.Page
	Back   page.Link
	Case   string
	Rounds []int // rounds that have cards, for the table of card counts
	Hands  []roleSheet
	Unheld []string // cards that no role knew, with their rounds
	Foot   sheet.Foot
}

// roleSheet holds what one role knew.
type roleSheet struct {
	Role   string // as a heading
	Name   string // as the author wrote it
	Kicker string
	Lead   string
	Dense  bool  // whether it is set in small type, to fit on one sheet
	Counts []int // by round
	Rounds []roleSheetRound
}

// roleSheetRound holds the facts that a role learns in one round: a strip to cut off.
type roleSheetRound struct {
	Title string // such as "round 2: what the others know"
	Facts []table.Card
}

// HandsView returns the view of the sheets of all roles of a case.
func HandsView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.roles", "sheet")
	v := &roleSheetsView{Page: p.Page, Back: p.BackTo(c), Case: c.Title.V, Foot: p.FootOf(c, casebook.Date{})}
	for n := range c.Rounds {
		if len(c.CardsIn(n)) > 0 {
			v.Rounds = append(v.Rounds, n)
		}
	}
	for _, k := range knowing.Parties(c, p.Site().Roles) {
		v.Hands = append(v.Hands, newRoleSheet(p, c, k, v.Rounds))
	}
	for _, e := range knowing.Unheld(c) {
		v.Unheld = append(v.Unheld, p.T("paper.roles.unheld-card", "n", e.Round, "card", e.Card, "title", e.Title.V))
	}
	return v
}

// Heights in mm: of the text above the rounds and at the foot, and of the heading of a
// round.
const (
	roleHeadHeight  = 45.
	roleRoundHeight = 20.
)

func newRoleSheet(p sheet.Maker, c *casebook.Case, k *knowing.Party, rounds []int) roleSheet {
	h := roleSheet{
		Role: facts.Capital(k.Role), Name: k.Role,
		Kicker: sheet.Dotted(c.Title.V, p.T("paper.roles.kicker")), Lead: p.T("paper.roles.lead", "role", k.Role),
	}
	var all []table.Card
	for _, n := range rounds {
		cards := k.Hand(n)
		h.Counts = append(h.Counts, len(cards))
		if len(cards) == 0 {
			continue
		}
		r := roleSheetRound{Title: p.T("paper.round", "n", n)}
		if name := c.Rounds[n].Name.V; name != "" {
			r.Title += ": " + name
		}
		for _, e := range cards {
			r.Facts = append(r.Facts, table.CardOf(p, e).Own())
		}
		h.Rounds = append(h.Rounds, r)
		all = append(all, r.Facts...)
	}
	h.Dense = !table.FitsAmple(all, roleHeadHeight+roleRoundHeight*float64(len(h.Rounds)))
	return h
}
