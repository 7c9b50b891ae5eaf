package lifemap

import (
	"slices"

	"casusboek/generator/draw"
)

// beam is the number of states that the search keeps.
const beam = 64

// Costs of a position for a label, chosen by eye on thirty lives.
const (
	costShelf    = 55.
	costHeight   = .5 // per px
	costLeft     = 18.
	costCrossed  = 150. // per vertical line through it
	costShort    = 9.   // last line of a title under 45% of the longest
	costStub     = 14.  // per line of a title under four letters
	costLeader   = 300. // per line to a lower label through one
	costUnder    = 25.  // on the first shelf below another mark
	crossMargin  = 6.
	leaderMargin = 4.
)

// search places the labels of a row by beam search from right to left: of all ways to place
// the labels so far it keeps the best. Of equal costs the earlier candidate wins, so that
// the result is deterministic.
type search struct {
	m          *Layout
	verticals  []vertical
	items      []int // indexes of the row's places, from left to right
	lines      []draw.TextLine
	candidates []candidate
	states     [2][beam]state
}

// state is one way to place the first labels of a row, from the right.
type state struct {
	cost  float64
	picks [MaxEvents]pick
}

// pick is the chosen candidate and shelf of one label.
type pick struct {
	candidate uint16
	shelf     uint16
}

func newSearch(m *Layout) *search { return &search{m: m, verticals: m.verticals()} }

// item returns the index of the place of the nth label from the right.
func (s *search) item(n int) int { return s.items[len(s.items)-1-n] }

// place sets the labels of a row, except their heights.
func (s *search) place(r int) {
	s.items, s.lines, s.candidates = s.m.Rows[r].Places, s.lines[:0], s.candidates[:0]
	now, next := &s.states[0], &s.states[1]
	now[0] = state{}
	size := 1
	for n := range s.items {
		first := len(s.candidates)
		s.addCandidates(s.item(n))
		size = s.extend(now[:size], next, n, first)
		now, next = next, now
	}
	for n := range s.items {
		pick := now[0].picks[n]
		c := s.candidates[pick.candidate]
		s.m.Places[s.item(n)].Label = Label{
			X0: c.x0, X1: c.x1, Side: min(c.side, Centre), wrapped: slices.Clone(s.lines[c.from:c.to]), shelf: int(pick.shelf),
		}
	}
}

// extend adds label n to all states in all ways, stores the best in next and returns their
// number. The candidates of the label are those from first on. Each is tried on the two
// highest shelves on which it overlaps nothing.
func (s *search) extend(now []state, next *[beam]state, n, first int) int {
	size := 0
	for si := range now {
		st := &now[si]
		for ci := first; ci < len(s.candidates); ci++ {
			taken := s.taken(st, n, ci)
			for shelf, tries := 0, 0; tries < 2; shelf++ {
				if taken&(1<<shelf) != 0 {
					continue
				}
				tries++
				cost := st.cost + s.cost(st, n, ci, shelf)
				if size == beam && cost >= next[size-1].cost {
					continue
				}
				at := size
				for at > 0 && next[at-1].cost > cost {
					at--
				}
				size = min(size+1, beam)
				copy(next[at+1:size], next[at:size-1])
				next[at].cost = cost
				next[at].picks = st.picks
				next[at].picks[n] = pick{uint16(ci), uint16(shelf)}
			}
		}
	}
	return size
}

// taken returns the bit set of shelves on which a candidate would overlap a label of the
// state.
func (s *search) taken(st *state, n, ci int) (shelves uint32) {
	c := &s.candidates[ci]
	for j := range n {
		o := &s.candidates[st.picks[j].candidate]
		if o.x0 < c.x1+labelGap && c.x0 < o.x1+labelGap {
			shelves |= 1 << st.picks[j].shelf
		}
	}
	return shelves
}

// cost returns the cost of candidate ci for label n on a shelf, given the labels of a
// state.
func (s *search) cost(st *state, n, ci, shelf int) float64 {
	c := &s.candidates[ci]
	cost := c.cost + costShelf*float64(shelf)
	if shelf == 0 && c.under {
		cost += costUnder
	}
	x := s.m.Places[s.item(n)].X
	for j := range n {
		p := st.picks[j]
		o := &s.candidates[p.candidate]
		if int(p.shelf) < shelf && o.x0-leaderMargin < x && x < o.x1+leaderMargin {
			cost += costLeader
		}
		if int(p.shelf) > shelf {
			if ox := s.m.Places[s.item(j)].X; c.x0-leaderMargin < ox && ox < c.x1+leaderMargin {
				cost += costLeader
			}
		}
	}
	return cost
}
