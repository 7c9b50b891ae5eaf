package casebook

import (
	"cmp"
	"slices"
)

// Passage is a piece of prose, with the round from which it may be read.
type Passage struct {
	Prose *Prose
	In    Document // the document that holds it
	Case  *Case    // the case whose round that is; nil at round 0, or when no case is known
	Round int      // 0: it may be read from the beginning
}

// Passages gives the prose of a document in the order in which readers get to know it; prose of the same round stands as the events do.
// A new field of type Prose must be added here, or its links lead nowhere; a test holds this against the model.
func Passages(document Document) []Passage {
	body := Passage{Prose: &document.Document().Body, In: document}
	switch d := document.(type) {
	case *Case:
		all := make([]Passage, 0, len(d.Events)+1)
		all = append(all, body)
		for _, e := range d.Events {
			p := Passage{Prose: &e.Text, In: document}
			if e.Round > 0 {
				p.Round, p.Case = e.Round, d
			}
			all = append(all, p)
		}
		slices.SortStableFunc(all, func(a, b Passage) int { return cmp.Compare(a.Round, b.Round) })
		return all
	case *Reflection:
		if d.AfterRound > 0 {
			body.Round, body.Case = d.AfterRound, d.lookedBackOn()
		}
	}
	return []Passage{body}
}

// lookedBackOn is the case that a reflection looks back on: that of its turning card, or else its first. It is nil when none is known.
func (r *Reflection) lookedBackOn() *Case {
	if card := r.TurningCard.To; card != nil {
		return card.Case
	}
	for _, ref := range r.Cases {
		if ref.To != nil {
			return ref.To
		}
	}
	return nil
}

// Knows is the last round of a case that a reader of the passage has reached.
func (p Passage) Knows(c *Case) int {
	if p.Case == c {
		return p.Round
	}
	if r, ok := p.In.(*Reflection); ok {
		for _, ref := range r.Cases {
			if ref.To == c {
				return r.AfterRound
			}
		}
	}
	return 0
}
