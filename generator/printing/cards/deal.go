package cards

import (
	"casusboek/generator/casebook"
)

// cardPile is a group of cards that are kept together on sheets: those of a round, or those
// of a role.
type cardPile struct {
	round *casebook.Round // nil in a deck by role
	party *casebook.Party // nil in a deck by round
	cards []*casebook.Event
}

// pilesByRound returns a pile for each round that has cards.
func pilesByRound(c *casebook.Case) []*cardPile {
	var piles []*cardPile
	for r := range c.Rounds {
		if cards := c.CardsIn(r); len(cards) > 0 {
			piles = append(piles, &cardPile{round: &c.Rounds[r], cards: cards})
		}
	}
	return piles
}

// pilesByRole returns a pile for each role, with the cards it knew, round by round. A card
// that several roles knew is in the pile of each; a card without a known role is in none.
func pilesByRole(c *casebook.Case, roles []casebook.Text) []*cardPile {
	var piles []*cardPile
	for _, party := range casebook.Parties(c, roles) {
		hand := &cardPile{party: party}
		for n := range c.Rounds {
			hand.cards = append(hand.cards, party.Hand(n)...)
		}
		piles = append(piles, hand)
	}
	return piles
}

// item is the content of one place on a sheet: a card, the top card of a pile, or nothing.
type item struct {
	event *casebook.Event // nil for a top card
	pile  *cardPile       // nil for an empty place
}

func (i item) empty() bool   { return i.pile == nil }
func (i item) topCard() bool { return i.pile != nil && i.event == nil }

// filledSheet is a sheet with the items in its places. tables holds the first and the last
// table that the sheet is for, counted from 1; both are 0 if there is one table.
type filledSheet struct {
	items  []item
	tables [2]int
}

// onlyTopCards reports whether a sheet holds top cards only, and can be left out when these
// are not printed.
func (d filledSheet) onlyTopCards() bool {
	for _, i := range d.items {
		if !i.empty() && !i.topCard() {
			return false
		}
	}
	return true
}

// fillSheets places the piles of one deck on sheets with the given number of places. Each
// pile starts on a new sheet, so that a facilitator can print one round again. Top cards
// use empty places to save paper: the place after the cards of their own pile, or else the
// first empty place on any sheet. Those left over get sheets of their own at the end.
func fillSheets(piles []*cardPile, places int) []filledSheet {
	var sheets []filledSheet
	var remaining []item
	for _, p := range piles {
		var items []item
		for _, e := range p.cards {
			items = append(items, item{e, p})
		}
		if len(items)%places == 0 {
			remaining = append(remaining, item{pile: p})
		} else {
			items = append(items, item{pile: p})
		}
		sheets = append(sheets, splitIntoSheets(items, places)...)
	}
	for s := range sheets {
		for i := range sheets[s].items {
			if len(remaining) > 0 && sheets[s].items[i].empty() {
				sheets[s].items[i], remaining = remaining[0], remaining[1:]
			}
		}
	}
	return append(sheets, splitIntoSheets(remaining, places)...)
}

// splitIntoSheets fills as many sheets as the items need.
func splitIntoSheets(items []item, places int) []filledSheet {
	var sheets []filledSheet
	for from := 0; from < len(items); from += places {
		s := filledSheet{items: make([]item, places)}
		copy(s.items, items[from:])
		sheets = append(sheets, s)
	}
	return sheets
}

// fillSheetsForTables places a deck for each of several tables, so that the whole stack of
// sheets can be cut at once: the cards cut from one place of all sheets form a stack in
// order, with the top card before the cards of its pile. As many tables as there are places
// share sheets. When fewer tables are left, each gets several stacks, to be put together
// from left to right.
func fillSheetsForTables(piles []*cardPile, places, tables int) []filledSheet {
	var deck []item
	for _, p := range piles {
		deck = append(deck, item{pile: p})
		for _, e := range p.cards {
			deck = append(deck, item{e, p})
		}
	}
	var sheets []filledSheet
	for first := 1; first <= tables; {
		served := min(tables-first+1, places)
		stacks := places / served // per table
		height := (len(deck) + stacks - 1) / stacks
		for s := range height {
			d := filledSheet{items: make([]item, places), tables: [2]int{first, first + served - 1}}
			for place := range served * stacks {
				if at := place%stacks*height + s; at < len(deck) {
					d.items[place] = deck[at]
				}
			}
			sheets = append(sheets, d)
		}
		first += served
	}
	return sheets
}
