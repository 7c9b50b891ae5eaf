package resolve

import (
	"cmp"
	"slices"

	"casusboek/generator/casebook"
)

// index fills the lists that the model keeps on each document. Everything is appended in the order of the book, so no list is sorted again.
func index(b *casebook.Book) {
	for _, c := range b.Cases {
		indexEvents(c)
		for _, ref := range c.Themes {
			addOnce(&ref.To.Cases, c)
		}
	}
	for _, reflection := range b.Reflections {
		indexReflection(reflection)
	}
	indexSessions(b)
	for _, o := range b.Organisations {
		if next := o.Successor.To; next != nil {
			addOnce(&next.Predecessors, o)
		}
	}
	chain(b.Cases, func(c *casebook.Case) neighbours[casebook.Case] { return neighbours[casebook.Case]{&c.Prev, &c.Next} })
	chain(b.Themes, func(t *casebook.Theme) neighbours[casebook.Theme] {
		return neighbours[casebook.Theme]{&t.Prev, &t.Next}
	})
	chain(b.Organisations, func(o *casebook.Organisation) neighbours[casebook.Organisation] {
		return neighbours[casebook.Organisation]{&o.Prev, &o.Next}
	})
}

// indexEvents makes the other ends of causes and answers, in order of time.
func indexEvents(c *casebook.Case) {
	for _, e := range c.Events {
		for _, ref := range e.LeadsTo {
			addOnce(&ref.To.CausedBy, e)
		}
		if e.AnsweredBy.To != nil {
			addOnce(&e.AnsweredBy.To.Answers, e)
		}
	}
}

func indexReflection(reflection *casebook.Reflection) {
	for _, ref := range reflection.Cases {
		addOnce(&ref.To.Reflections, reflection)
	}
	for _, ref := range reflection.Themes {
		addOnce(&ref.To.Reflections, reflection)
	}
	if s := reflection.Session.To; s != nil {
		addOnce(&s.Reflections, reflection)
	}
	if o := reflection.Organisation.To; o != nil {
		addOnce(&o.Reflections, reflection)
	}
	if other := reflection.RepliesTo.To; other != nil {
		addOnce(&other.Replies, reflection)
	}
	if card := reflection.TurningCard.To; card != nil {
		addOnce(&card.TurnedFor, reflection)
	}
}

// addOnce appends a document unless it was the last one appended: documents come one after the other, so a second mention follows
// the first.
func addOnce[T any](list *[]*T, document *T) {
	if n := len(*list); n == 0 || (*list)[n-1] != document {
		*list = append(*list, document)
	}
}

// indexSessions lists sessions with their cases, themes and organisers, and chains their reflections. The previous session is the one before in time.
func indexSessions(b *casebook.Book) {
	rank := make(map[*casebook.Theme]int, len(b.Themes))
	for i, t := range b.Themes {
		rank[t] = i
	}
	for i, s := range b.Sessions {
		seen := map[*casebook.Theme]bool{}
		for _, ref := range s.Cases {
			addOnce(&ref.To.Sessions, s)
			see(seen, ref.To.Themes)
		}
		for _, reflection := range s.Reflections {
			see(seen, reflection.Themes)
		}
		s.Themes = inOrder(seen, rank)
		for _, t := range s.Themes {
			t.Sessions = append(t.Sessions, s)
		}
		if s.OrganisedBy != nil {
			s.OrganisedBy.Sessions = append(s.OrganisedBy.Sessions, s)
		}
		if i+1 < len(b.Sessions) {
			s.Prev, b.Sessions[i+1].Next = b.Sessions[i+1], s
		}
		chain(s.Reflections, reflectionNeighbours)
	}
	var loose []*casebook.Reflection
	for _, reflection := range b.Reflections {
		if reflection.Session.To == nil {
			loose = append(loose, reflection)
		}
	}
	chain(loose, reflectionNeighbours)
}

func reflectionNeighbours(reflection *casebook.Reflection) neighbours[casebook.Reflection] {
	return neighbours[casebook.Reflection]{&reflection.Prev, &reflection.Next}
}

func see(seen map[*casebook.Theme]bool, themes []casebook.Ref[casebook.Theme]) {
	for _, ref := range themes {
		seen[ref.To] = true
	}
}

// inOrder lists the themes of a set in the order of the book.
func inOrder(set map[*casebook.Theme]bool, rank map[*casebook.Theme]int) []*casebook.Theme {
	themes := make([]*casebook.Theme, 0, len(set))
	for t := range set {
		themes = append(themes, t)
	}
	slices.SortFunc(themes, func(a, b *casebook.Theme) int { return cmp.Compare(rank[a], rank[b]) })
	return themes
}

// neighbours are the two fields of a document that name the one before and the one after it.
type neighbours[T any] struct{ prev, next **T }

// chain makes each document of a list know its neighbours.
func chain[T any](documents []*T, of func(*T) neighbours[T]) {
	for i := 1; i < len(documents); i++ {
		*of(documents[i]).prev, *of(documents[i-1]).next = documents[i-1], documents[i]
	}
}
