package site

import "casusboek/generator/casebook"

// roundCards are the cards of one round, of which a reader names the one that turned it.
type roundCards struct {
	N     int
	Label string // "Ronde 2"
	Cards []choice
}

// roundCards lists the rounds of a case, each with its cards in the order of the deck.
func (p maker) roundCards(c *casebook.Case) []roundCards {
	rounds := make([]roundCards, len(c.Rounds))
	for i := range c.Rounds {
		rounds[i].N, rounds[i].Label = c.Rounds[i].N, p.T("page.round.n", "n", c.Rounds[i].N)
	}
	for _, e := range c.Deck {
		rounds[e.Round].Cards = append(rounds[e.Round].Cards, choice{e.ID.V, e.Title.V})
	}
	return rounds
}
