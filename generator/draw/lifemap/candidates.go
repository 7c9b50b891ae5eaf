package lifemap

import (
	"slices"

	"casusboek/generator/casebook"
	"casusboek/generator/draw"
)

// widths are the widths to which labels are wrapped, in px. A missed conversation starts at
// the second. A label with a wider word is wrapped to the width of that word.
var widths = [...]float64{172, 150, 128, 108, 92}

// Limits to the number of lines of a title.
const (
	maxLines = 4
	anyLines = 1000
)

var (
	bothSides   = [...]Side{Right, Left}
	inTheMiddle = [...]Side{Centre, centreLeft, centreRight}
)

// candidate is a wrapping and a side of one label. Its shelf is chosen separately.
type candidate struct {
	x0, x1, cost float64
	under        bool // another marker of the row is above it
	side         Side
	from, to     int // its lines in search.lines
}

// addCandidates adds the candidates of the label of place i, at least one. When no width
// fits, it is the widest with as many lines as needed.
func (s *search) addCandidates(i int) {
	p := &s.m.Places[i]
	first, start := len(s.candidates), 0
	sides := bothSides[:]
	switch {
	case p.Mark.Gap():
		sides, start = inTheMiddle[:], 1
	case p.Mark == casebook.Held:
		sides = sides[:1]
	}
	for w := start; w < len(widths); w++ {
		s.addWrapped(i, first, widths[w], maxLines, sides)
	}
	if len(s.candidates) > first {
		return
	}
	if !p.Mark.Gap() {
		sides = bothSides[:]
	}
	width := widths[0]
	for part := range p.text {
		width = max(width, p.text[part].Widest())
	}
	s.addWrapped(i, first, width, anyLines, sides)
}

// addWrapped adds the candidates of place i at one width, unless the lines are the same as
// at the width before. first is the index of the first candidate of place i.
func (s *search) addWrapped(i, first int, width float64, maxTitle int, sides []Side) {
	p := &s.m.Places[i]
	from := len(s.lines)
	for part := range parts {
		before, ok := len(s.lines), false
		s.lines, ok = p.text[part].Wrap(s.lines, uint8(part), width)
		if !ok || part == Title && len(s.lines)-before > maxTitle {
			s.lines = s.lines[:from]
			return
		}
	}
	if n := len(s.candidates); n > first &&
		slices.Equal(s.lines[s.candidates[n-1].from:s.candidates[n-1].to], s.lines[from:]) {
		s.lines = s.lines[:from]
		return
	}
	for _, side := range sides {
		s.add(i, side, from)
	}
}

// add adds one candidate with the lines from index from on, if it is within the drawing.
func (s *search) add(i int, side Side, from int) {
	p := &s.m.Places[i]
	lines := s.lines[from:]
	c := candidate{side: side, from: from, to: len(s.lines), cost: costHeight*p.height(lines) + p.ragged(lines)}
	if side == Left || side == centreLeft || side == centreRight {
		c.cost += costLeft
	}
	c.x0, c.x1 = p.across(side, lines)
	if c.x0 < labelStart || c.x1 > Width {
		return
	}
	for _, v := range s.verticals {
		if v.from <= p.Row && p.Row < v.to && c.x0-crossMargin < v.x && v.x < c.x1+crossMargin &&
			!(side >= Centre && v.owner == i) {
			c.cost += costCrossed
		}
	}
	for _, j := range s.items {
		if x := s.m.Places[j].X; j != i && c.x0 < x && x < c.x1 {
			c.under = true
		}
	}
	s.candidates = append(s.candidates, c)
}

// across returns the left and right edge of a label with these lines. A box under a gap is
// moved to stay within the drawing.
func (p *Place) across(side Side, lines []draw.TextLine) (x0, x1 float64) {
	width := 0.0
	for _, l := range lines {
		width = max(width, l.Width)
	}
	if side >= Centre {
		width += 2 * voidPad
	}
	switch side {
	case Left:
		x0 = p.X - markGap - width
		return x0, x0 + width
	case Centre:
		x0 = p.X - width/2
	case centreLeft:
		x0 = p.X - width + voidPad + 8
	case centreRight:
		x0 = p.X - voidPad - 8
	default:
		x0 = p.X + markGap
		return x0, x0 + width
	}
	x0 = min(max(x0, labelStart), Width-width)
	return x0, x0 + width
}

// ragged returns the cost of badly balanced lines in a title: a short last line, very short
// lines.
func (p *Place) ragged(lines []draw.TextLine) (cost float64) {
	longest, last := 0.0, 0.0
	for _, l := range lines {
		if Part(l.Section) != Title {
			continue
		}
		longest, last = max(longest, l.Width), l.Width
		if p.text[Title].Bytes(l) < 4 {
			cost += costStub
		}
	}
	if last < .45*longest {
		cost += costShort
	}
	return cost
}
