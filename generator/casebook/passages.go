package casebook

import (
	"cmp"
	"slices"
)

// Passage is a piece of prose and the round from which it may be read.
type Passage struct {
	Prose *Prose
	In    Document // the document that contains it
	Case  *Case    // the case of Round; nil at round 0, or when no case is known
	Round int      // 0: always readable
}

// Passages returns the prose of a document by round; within a round in the order of the
// events. A new field of type Prose must be added here, or its links are not resolved; a
// test compares this function with the model.
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
			body.Round, body.Case = d.AfterRound, d.mainCase()
		}
	}
	return []Passage{body}
}

// mainCase returns the case that a reflection is about: that of its turning card, else its
// first published case, else nil.
func (r *Reflection) mainCase() *Case {
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

// Knows returns the last round of c that a reader of the passage has reached.
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
