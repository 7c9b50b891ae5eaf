package draw

import "slices"

// widths are the widths at which a label may be wrapped, in px. A missed conversation starts at the second.
var widths = [...]float64{172, 150, 128, 108, 92}

// widestWord is the width above which a word is cut. A title with a word wider than widths[0] is wrapped at that word's width.
const widestWord = 270.

// Costs of a place for a label. They were weighed by eye on thirty lives.
const (
	costShelf    = 55.
	costHeight   = .5 // per px
	costLeft     = 18.
	costCrossed  = 150. // per vertical that passes through it
	costShort    = 9.   // a last line of under 45%
	costStub     = 14.  // per line of under four letters
	costLeader   = 300.
	costUnder    = 25. // on the first shelf below another mark
	crossMargin  = 6.
	beam         = 64
	maxLines     = 4 // of a title
	anyLines     = 1000
	leaderMargin = 4.
)

// candidate is a way to set one label, apart from its shelf.
type candidate struct {
	x0, x1, cost float64
	under        bool // another mark of the row stands above it
	side         side
	from, to     int // its lines
}

// search finds places for the labels of a row by beam search from right to left: of all ways to place the labels so far it keeps
// the best. Ties go to the earlier candidate, so that the same life always gives the same map.
type search struct {
	m         *lifeMap
	verticals []vertical
	lines     []textLine
	cands     []candidate
	states    [2][beam]state
}

// state is one way to place the first labels of a row.
type state struct {
	cost  float64
	picks [maxEvents]pick
}

// pick is the place of one label: a candidate, and the shelf on which it stands.
type pick struct {
	cand  uint16
	shelf uint16
}

func newSearch(m *lifeMap, verticals []vertical) *search {
	return &search{m: m, verticals: verticals}
}

// place sets the labels of a row, all but their heights.
func (s *search) place(r int) {
	items := s.m.rows[r].items
	now, next := &s.states[0], &s.states[1]
	now[0] = state{}
	size := 1
	s.cands = s.cands[:0]
	for n := range items {
		i := items[len(items)-1-n]
		first := len(s.cands)
		s.candidates(i, items)
		size = s.extend(now[:size], next, n, first, items)
		now, next = next, now
	}
	for n := range items {
		mk := &s.m.marks[items[len(items)-1-n]]
		p := now[0].picks[n]
		c := s.cands[p.cand]
		mk.label = label{x0: c.x0, x1: c.x1, lines: slices.Clone(s.lines[c.from:c.to]), side: c.side, shelf: int(p.shelf)}
	}
}

// extend places label n in all ways on all states, keeps the best in next and gives their number.
func (s *search) extend(now []state, next *[beam]state, n, first int, items []int) int {
	size := 0
	for si := range now {
		st := &now[si]
		for ci := first; ci < len(s.cands); ci++ {
			taken := s.taken(st, n, ci)
			for shelf, tries := 0, 0; tries < 2; shelf++ {
				if taken&(1<<shelf) != 0 {
					continue
				}
				tries++
				cost := st.cost + s.cost(st, n, ci, shelf, items)
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

// taken is the set of shelves on which a candidate would touch a label that stands.
func (s *search) taken(st *state, n, ci int) (shelves uint32) {
	c := &s.cands[ci]
	for j := range n {
		o := &s.cands[st.picks[j].cand]
		if o.x0 < c.x1+labelGap && c.x0 < o.x1+labelGap {
			shelves |= 1 << st.picks[j].shelf
		}
	}
	return shelves
}

// cost is that of candidate ci on a shelf, beside the labels of a state.
func (s *search) cost(st *state, n, ci, shelf int, items []int) float64 {
	c := &s.cands[ci]
	cost := c.cost + costShelf*float64(shelf)
	if shelf == 0 && c.under {
		cost += costUnder
	}
	x := s.m.marks[items[len(items)-1-n]].x
	for j := range n {
		p := st.picks[j]
		o := &s.cands[p.cand]
		if int(p.shelf) < shelf && o.x0-leaderMargin < x && x < o.x1+leaderMargin {
			cost += costLeader
		}
		if int(p.shelf) > shelf {
			if ox := s.m.marks[items[len(items)-1-j]].x; c.x0-leaderMargin < ox && ox < c.x1+leaderMargin {
				cost += costLeader
			}
		}
	}
	return cost
}

var (
	bothSides   = [...]side{right, left}
	inTheMiddle = [...]side{centre, centreLeft, centreRight}
)

// candidates adds the ways to set the label of mark i. There is always one: when no width will do, the widest with as many lines as
// it takes.
func (s *search) candidates(i int, items []int) {
	mk := &s.m.marks[i]
	first, start := len(s.cands), 0
	sides := bothSides[:]
	switch {
	case mk.mark.gap():
		sides, start = inTheMiddle[:], 1
	case mk.mark == held:
		sides = sides[:1]
	}
	for w := start; w < len(widths); w++ {
		s.wrapped(i, items, first, widths[w], maxLines, sides)
	}
	if len(s.cands) > first {
		return
	}
	if !mk.mark.gap() {
		sides = bothSides[:]
	}
	width := widths[0]
	for k := range mk.text {
		width = max(width, widest(mk.text[k].frags, mk.text[k].size))
	}
	s.wrapped(i, items, first, width, anyLines, sides)
}

// wrapped adds the candidates of mark i at one width, unless the lines are the same as at the width before.
func (s *search) wrapped(i int, items []int, first int, width float64, maxTitle int, sides []side) {
	mk := &s.m.marks[i]
	from := len(s.lines)
	for k := range mk.text {
		before, ok := len(s.lines), false
		s.lines, ok = wrap(s.lines, k, mk.text[k].frags, mk.text[k].size, width)
		if !ok || k == 0 && len(s.lines)-before > maxTitle {
			s.lines = s.lines[:from]
			return
		}
	}
	if n := len(s.cands); n > first && slices.Equal(s.lines[s.cands[n-1].from:s.cands[n-1].to], s.lines[from:]) {
		s.lines = s.lines[:from]
		return
	}
	for _, sd := range sides {
		s.add(i, items, sd, from)
	}
}

// add adds one candidate if it stays in the drawing.
func (s *search) add(i int, items []int, sd side, from int) {
	mk := &s.m.marks[i]
	lines := s.lines[from:]
	width := 0.0
	for _, l := range lines {
		width = max(width, l.width)
	}
	c := candidate{side: sd, from: from, to: len(s.lines), x0: mk.x + markGap, cost: costHeight*mk.height(lines) + ragged(mk, lines)}
	switch sd {
	case left:
		c.x0 = mk.x - markGap - width
		c.cost += costLeft
	case centre, centreLeft, centreRight:
		width += 2 * voidPad
		c.x0 = mk.x - width/2
		if sd != centre {
			c.cost += costLeft
			c.x0 += width/2 - voidPad - 8
		}
		if sd == centreLeft {
			c.x0 = 2*mk.x - c.x0 - width
		}
		c.x0 = min(max(c.x0, labelStart), mapWidth-width)
	}
	c.x1 = c.x0 + width
	if c.x0 < labelStart || c.x1 > mapWidth {
		return
	}
	for _, v := range s.verticals {
		if v.from <= mk.row && mk.row < v.to && c.x0-crossMargin < v.x && v.x < c.x1+crossMargin && !(sd >= centre && v.owner == i) {
			c.cost += costCrossed
		}
	}
	for _, j := range items {
		if x := s.m.marks[j].x; j != i && c.x0 < x && x < c.x1 {
			c.under = true
		}
	}
	s.cands = append(s.cands, c)
}

// ragged is the cost of how the lines fall: a short last line of the title, lines of a few letters.
func ragged(mk *placedMark, lines []textLine) (cost float64) {
	longest, last := 0.0, 0.0
	for _, l := range lines {
		if l.section == 0 {
			longest, last = max(longest, l.width), l.width
		}
		letters := 0
		for _, f := range mk.text[l.section].frags[l.from:l.to] {
			letters += len(f.text)
		}
		if letters < 4 && l.section == 0 {
			cost += costStub
		}
	}
	if last < .45*longest {
		cost += costShort
	}
	return cost
}
