package casebook

import (
	"slices"
)

// Together is the moment from which all parties together knew of every signal that went unheard, while none of them knew of them all.
type Together struct {
	Turn   *Event   // the conversation that was held at last
	Pieces []*Event // the signals before it that it does not answer, in order of time; two or more
	Shares []Share  // who knew of how many, most first
	// Resident is the one whose life it is when that person did know of all pieces, and nobody else; else nil.
	Resident *Party
}

// Share is what one party knew of the pieces.
type Share struct {
	Party *Party
	Holds []bool // by piece
	N     int    // how many of them
}

// Moment is the last piece: its time is the moment.
func (t Together) Moment() *Event { return t.Pieces[len(t.Pieces)-1] }

// TogetherKnown finds that moment. It says nothing, and ok is false, when the case does not bear it out:
//
//   - there is no turn: no conversation that was held after a signal;
//   - fewer than two signals came before the turn, beside those that it answers. Those are left out, since they are what made
//     somebody pick up the telephone: the question is what there was to see without them;
//   - of one of these signals the author does not say who knew it;
//   - somebody other than the resident knew of all of them: then the pieces were together.
//
// The resident counts among those who together knew, but not as somebody who had the pieces together: it is their life, and nobody
// asked. Times are taken as they are told: what came at the same time stays in the order of the case.
func TogetherKnown(c *Case, parties []*Party) (t Together, ok bool) {
	t.Turn = turnOf(c)
	if t.Turn == nil {
		return Together{}, false
	}
	for _, e := range c.Events[:slices.Index(c.Events, t.Turn)] {
		if e.Kind == Signal && !slices.Contains(t.Turn.Answers, e) {
			t.Pieces = append(t.Pieces, e)
		}
	}
	if len(t.Pieces) < 2 || slices.ContainsFunc(t.Pieces, func(e *Event) bool { return len(e.KnownBy) == 0 }) {
		return Together{}, false
	}
	for _, p := range parties {
		s := Share{Party: p, Holds: make([]bool, len(t.Pieces))}
		for i, e := range t.Pieces {
			if p.Holds(e) {
				s.Holds[i] = true
				s.N++
			}
		}
		switch {
		case s.N == len(t.Pieces) && !p.Resident:
			return Together{}, false
		case s.N == len(t.Pieces):
			t.Resident = p
		}
		if s.N > 0 {
			t.Shares = append(t.Shares, s)
		}
	}
	slices.SortStableFunc(t.Shares, func(a, b Share) int { return b.N - a.N })
	return t, others(t.Shares) > 1
}

// others counts the parties other than the resident.
func others(shares []Share) int {
	n := 0
	for _, s := range shares {
		if !s.Party.Resident {
			n++
		}
	}
	return n
}

// turnOf is the first conversation held that answers a signal, or where none does, the first that was held after a signal.
func turnOf(c *Case) *Event {
	var after *Event
	signal := false
	for _, e := range c.Events {
		held := e.Kind == Contact && e.Held == Yes
		if held && len(e.Answers) > 0 {
			return e
		}
		if held && signal && after == nil {
			after = e
		}
		signal = signal || e.Kind == Signal
	}
	return after
}
