// Package deck makes the event cards of a case, to print and cut.
package deck

import (
	"html/template"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// deckView is the whole life as cards to cut: a sheet of instructions with a list on its back, then a sheet of cards
// and a sheet of their backs, and again. Rounds have sheets of their own, so that a facilitator can print and hand out
// one round.
type deckView struct {
	*page.Page
	Back   page.Link
	Case   string
	Lead   string // how many cards on how many sheets
	Rounds []deckRound
	Sheets []deckSheet
	Foot   sheet.Foot
}

// deckRound lists the cards of one round.
type deckRound struct {
	Name  string
	Cards []deckLine
}

// deckLine is one card in the list.
type deckLine struct {
	N           int
	When, Title string
}

// deckSheet is one sheet of paper.
type deckSheet struct {
	Name   string // sheet 2: round 1, what the landlord knows
	Fronts []deckFront
	Backs  []deckBack // in the places behind their fronts when the paper turns over its long edge
}

// deckFront is a card, or an empty place: HTML is then empty.
type deckFront struct {
	HTML template.HTML
	Size string // long or longest: smaller type for a text that does not fit otherwise
}

// deckBack is the back of a card. It shows case and round only, so that nobody can tell by it what a card is about. In
// an empty place Case is empty.
type deckBack struct{ Case, Round, Name string }

// A6, four on a sheet of A4.
const (
	deckColumns = 2
	deckPlaces  = 4
)

// The longest texts of a card, in characters, that fit in type of 14 and of 12 points.
const (
	cardText = 260
	longText = 400
)

// View is the page of the deck of a case.
func View(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.cards", "sheet")
	v := &deckView{Page: p.Page, Back: p.BackTo(c), Case: c.Title.V, Foot: p.FootOf(c, casebook.Date{})}
	fronts := p.Cards(p.Page)
	for _, r := range c.Rounds {
		cards := c.CardsIn(r.N)
		if len(cards) == 0 {
			continue
		}
		name := p.T("paper.round", "n", r.N)
		list := deckRound{Name: sheet.Dotted(name, r.Name.V)}
		for _, e := range cards {
			list.Cards = append(list.Cards, deckLine{e.Card, e.When.Label(p.Words), e.Title.V})
		}
		v.Rounds = append(v.Rounds, list)
		for from := 0; from < len(cards); from += deckPlaces {
			on := cards[from:min(from+deckPlaces, len(cards))]
			sheet := deckSheet{Name: p.T("paper.cards.sheet", "n", len(v.Sheets)+1, "round", r.N), Fronts: make([]deckFront, deckPlaces)}
			backs := make([]deckBack, deckPlaces)
			for i, e := range on {
				sheet.Fronts[i] = deckFront{fronts[e], cardSize(e)}
				backs[i] = deckBack{c.Title.V, name, r.Name.V}
			}
			sheet.Backs = behind(backs, deckColumns)
			v.Sheets = append(v.Sheets, sheet)
		}
	}
	v.Lead = p.T("paper.cards.lead", "cards", p.N("paper.cards.count", len(c.Deck)), "sheets", p.N("paper.cards.sheets", len(v.Sheets)))
	return v
}

func cardSize(e *casebook.Event) string {
	length := utf8.RuneCountInString(e.Text.Plain)
	if e.Change != nil {
		length += 60
	}
	if utf8.RuneCountInString(e.Title.V) > 32 {
		length += 30
	}
	switch {
	case length <= cardText:
		return ""
	case length <= longText:
		return "long"
	}
	return "longest"
}

// behind puts backs in the places behind their fronts on paper that turns over its long edge: each row runs the other
// way. Empty places move along, so that they stay behind empty places. The number of backs is a multiple of columns.
func behind[T any](backs []T, columns int) []T {
	out := make([]T, len(backs))
	for i, b := range backs {
		row, column := i/columns, i%columns
		out[row*columns+columns-1-column] = b
	}
	return out
}
