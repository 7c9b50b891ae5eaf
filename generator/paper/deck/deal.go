package deck

import "casusboek/generator/casebook"

// item is what lies in one place of a sheet: a card, the card that lies on top of a round, or nothing.
type item struct {
	event *casebook.Event // nil for a round card
	round *casebook.Round // nil for an empty place
}

func (i item) empty() bool     { return i.round == nil }
func (i item) roundCard() bool { return i.round != nil && i.event == nil }

// dealt is a sheet with what lies in its places. tables are the first and the last of those that get it, from 1; zero
// where there is one table.
type dealt struct {
	items  []item
	tables [2]int
}

// onlyRoundCards reports whether a sheet is of no use to who leaves out the round cards.
func (d dealt) onlyRoundCards() bool {
	for _, i := range d.items {
		if !i.empty() && !i.roundCard() {
			return false
		}
	}
	return true
}

// dealRounds deals one deck. Rounds have sheets of their own, so that a facilitator can print one round again. Round cards
// cost no paper where they need not: each takes the empty place behind the cards of its round, or the first that there
// is on any sheet; only when all sheets are full they have sheets of their own, at the end.
func dealRounds(c *casebook.Case, places int) []dealt {
	var sheets []dealt
	var homeless []item
	for r := range c.Rounds {
		round := &c.Rounds[r]
		cards := c.CardsIn(round.N)
		if len(cards) == 0 {
			continue
		}
		var items []item
		for _, e := range cards {
			items = append(items, item{e, round})
		}
		if len(items)%places == 0 {
			homeless = append(homeless, item{round: round})
		} else {
			items = append(items, item{round: round})
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

// dealPiles deals a deck for each of several tables, so that the whole stack of sheets is cut at once: what lies in one place of
// all its sheets is one pile, in order, round cards and all. As many tables as there are places share sheets; where
// fewer are left, each has several piles, to lay on each other from left to right.
func dealPiles(c *casebook.Case, places, tables int) []dealt {
	var deck []item
	for r := range c.Rounds {
		round := &c.Rounds[r]
		if cards := c.CardsIn(round.N); len(cards) > 0 {
			deck = append(deck, item{round: round})
			for _, e := range cards {
				deck = append(deck, item{e, round})
			}
		}
	}
	var sheets []dealt
	for first := 1; first <= tables; {
		served := min(tables-first+1, places)
		piles := places / served // of each table
		height := (len(deck) + piles - 1) / piles
		for s := range height {
			d := dealt{items: make([]item, places), tables: [2]int{first, first + served - 1}}
			for place := range served * piles {
				if at := place%piles*height + s; at < len(deck) {
					d.items[place] = deck[at]
				}
			}
			sheets = append(sheets, d)
		}
		first += served
	}
	return sheets
}
