package link

import (
	"casusboek/generator/casebook"
)

// text is a piece of prose and from when it may be read.
type text struct {
	prose    *casebook.Prose
	document casebook.Document // in which it stands
	round    int               // the round of the case below from which it is known; 0 is everybody
	of       *casebook.Case    // nil at round 0
	audience casebook.Audience
}

// texts gives the prose of a document in the order in which readers get to know it. A new field of type Prose must be added here, or
// its links lead nowhere; a test holds this against the model.
func texts(document casebook.Document) []text {
	body := text{prose: &document.Document().Body, document: document}
	switch d := document.(type) {
	case *casebook.Case:
		all := []text{body}
		for _, e := range d.Deck {
			t := text{prose: &e.Text, document: document}
			if e.Round > 0 {
				t.round, t.of = e.Round, d
			}
			all = append(all, t)
		}
		return all
	case *casebook.Reflection:
		if d.AfterRound > 0 {
			body.round, body.of = d.AfterRound, turnedIn(d)
		}
	}
	return []text{body}
}

// turnedIn is the case that a reflection looks back on: that of its turning card, or else its first. It is nil when none is known.
func turnedIn(reflection *casebook.Reflection) *casebook.Case {
	if card := reflection.TurningCard.To; card != nil {
		return card.Case
	}
	for _, ref := range reflection.Cases {
		if ref.To != nil {
			return ref.To
		}
	}
	return nil
}

// knows is the last round of a case that a reader of the text has reached.
func (t text) knows(c *casebook.Case) int {
	if t.of == c {
		return t.round
	}
	if reflection, ok := t.document.(*casebook.Reflection); ok {
		for _, ref := range reflection.Cases {
			if ref.To == c {
				return reflection.AfterRound
			}
		}
	}
	return 0
}
