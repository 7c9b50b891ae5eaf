package deck

import (
	"casusboek/generator/casebook"
	"casusboek/generator/knowing"
)

// pile is a part of a deck that belongs together: the cards of a round, or those of a role.
type pile struct {
	round *casebook.Round // nil for a role's
	hand  *knowing.Party  // nil for a round's
	cards []*casebook.Event
}

// byRound makes a pile of every round that brings cards.
func byRound(c *casebook.Case) []*pile {
	var piles []*pile
	for r := range c.Rounds {
		if cards := c.CardsIn(r); len(cards) > 0 {
			piles = append(piles, &pile{round: &c.Rounds[r], cards: cards})
		}
	}
	return piles
}

// byRole makes a pile of every hand: what a role knew, round by round. A card that several knew is in each of their hands, and one
// that nobody knew in none.
func byRole(c *casebook.Case, roles []casebook.Text) []*pile {
	var piles []*pile
	for _, party := range knowing.Parties(c, roles) {
		hand := &pile{hand: party}
		for n := range c.Rounds {
			hand.cards = append(hand.cards, party.Hand(n)...)
		}
		piles = append(piles, hand)
	}
	return piles
}

// item is what lies in one place of a sheet: a card, the card that lies on top of its pile, or nothing.
type item struct {
	event *casebook.Event // nil for the card on top
	pile  *pile           // nil for an empty place
}

func (i item) empty() bool   { return i.pile == nil }
func (i item) topCard() bool { return i.pile != nil && i.event == nil }

// dealt is a sheet with what lies in its places. tables are the first and the last of those that get it, from 1; zero
// where there is one table.
type dealt struct {
	items  []item
	tables [2]int
}

// onlyTopCards reports whether a sheet is of no use to who leaves out the cards on top.
func (d dealt) onlyTopCards() bool {
	for _, i := range d.items {
		if !i.empty() && !i.topCard() {
			return false
		}
	}
	return true
}

// dealOne deals one deck. Piles have sheets of their own, so that a facilitator can print one round again. The cards on top cost no
// paper where they need not: each takes the empty place behind the cards of its pile, or the first that there is on any sheet; only
// when all sheets are full they have sheets of their own, at the end.
func dealOne(piles []*pile, places int) []dealt {
	var sheets []dealt
	var homeless []item
	for _, p := range piles {
		var items []item
		for _, e := range p.cards {
			items = append(items, item{e, p})
		}
		if len(items)%places == 0 {
			homeless = append(homeless, item{pile: p})
		} else {
			items = append(items, item{pile: p})
		}
		sheets = append(sheets, onSheets(items, places)...)
	}
	for s := range sheets {
		for i := range sheets[s].items {
			if len(homeless) > 0 && sheets[s].items[i].empty() {
				sheets[s].items[i], homeless = homeless[0], homeless[1:]
			}
		}
	}
	return append(sheets, onSheets(homeless, places)...)
}

func onSheets(items []item, places int) []dealt {
	var sheets []dealt
	for from := 0; from < len(items); from += places {
		s := dealt{items: make([]item, places)}
		copy(s.items, items[from:])
		sheets = append(sheets, s)
	}
	return sheets
}

// dealTables deals a deck for each of several tables, so that the whole stack of sheets is cut at once: what lies in one place of
// all its sheets is one stack, in order, with the cards on top of their piles and all. As many tables as there are places share
// sheets; where fewer are left, each has several stacks, to lay on each other from left to right.
func dealTables(piles []*pile, places, tables int) []dealt {
	var deck []item
	for _, p := range piles {
		deck = append(deck, item{pile: p})
		for _, e := range p.cards {
			deck = append(deck, item{e, p})
		}
	}
	var sheets []dealt
	for first := 1; first <= tables; {
		served := min(tables-first+1, places)
		stacks := places / served // of each table
		height := (len(deck) + stacks - 1) / stacks
		for s := range height {
			d := dealt{items: make([]item, places), tables: [2]int{first, first + served - 1}}
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
