package printing

import (
	"casusboek/generator/casebook"

	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
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
	Foot   sheets.Foot
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
	Facts []Card
}

// RoleSheetsView returns the view of the sheets of all roles of a case.
func RoleSheetsView(p sheets.Base, c *casebook.Case) any {
	p.SetCasePage(c, "paper.roles", "sheet")
	v := &roleSheetsView{Page: p.Page, Back: p.CaseLink(c), Case: c.Title.V, Foot: p.FootOf(c, casebook.Date{})}
	for n := range c.Rounds {
		if len(c.CardsIn(n)) > 0 {
			v.Rounds = append(v.Rounds, n)
		}
	}
	for _, k := range casebook.Parties(c, p.Site().Roles) {
		v.Hands = append(v.Hands, newRoleSheet(p, c, k, v.Rounds))
	}
	for _, e := range casebook.UnheldContacts(c) {
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

func newRoleSheet(p sheets.Base, c *casebook.Case, k *casebook.Party, rounds []int) roleSheet {
	h := roleSheet{
		Role: casebook.Capitalize(k.Role), Name: k.Role,
		Kicker: sheets.JoinWithDots(c.Title.V, p.T("paper.roles.kicker")), Lead: p.T("paper.roles.lead", "role", k.Role),
	}
	var all []Card
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
			r.Facts = append(r.Facts, CardFor(p, e).ForRole())
		}
		h.Rounds = append(h.Rounds, r)
		all = append(all, r.Facts...)
	}
	h.Dense = !FitsLargeType(all, roleHeadHeight+roleRoundHeight*float64(len(h.Rounds)))
	return h
}
