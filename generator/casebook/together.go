package casebook

import (
	"slices"
)

// Together is the moment from which all parties together knew of every unanswered signal,
// while no party knew of all of them.
type Together struct {
	Turn   *Event   // the conversation that took place in the end
	Pieces []*Event // the signals before Turn that it does not answer, in order of time; two or more
	Shares []Share  // how many each party knew, most first
	// Resident is set when the resident knew of all pieces; else nil.
	Resident *Party
}

// Share is what one party knew of the pieces.
type Share struct {
	Party *Party
	Holds []bool // by index in Pieces
	N     int    // the number of true values in Holds
}

// Moment returns the last piece; its time is the moment.
func (t Together) Moment() *Event { return t.Pieces[len(t.Pieces)-1] }

// TogetherKnown returns that moment. ok is false when the case does not support the claim:
//
//   - no conversation took place after a signal, so there is no turn;
//   - fewer than two signals came before the turn, not counting those that it answers (they
//     caused the conversation; the question is what could be known without them);
//   - one of these signals has no KnownBy;
//   - a party other than the resident knew of all of them;
//   - fewer than two parties other than the resident knew of any.
//
// The resident counts as one of those who together knew, but may know all pieces: it is
// their own life. Events at the same time are taken in the order of the case.
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

// others returns the number of parties other than the resident.
func others(shares []Share) int {
	n := 0
	for _, s := range shares {
		if !s.Party.Resident {
			n++
		}
	}
	return n
}

// turnOf returns the first conversation that took place and answers a signal; or else the
// first that took place after a signal; or else nil.
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
