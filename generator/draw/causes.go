package draw

import "math"

// Measures of the lines between causes and effects.
const (
	corner  = 12. // radius of a turn
	tipSize = 8.  // length of an arrow tip, half its width being half of that
	detour  = 10. // how far above its lane a line passes a foreign mark
)

// drawCauses draws a line from every cause to its effect. It runs along the source's lane and leaves it only at the moment of the
// effect, so that lines from one source share a trunk and cross others at right angles.
func (m *lifeMap) drawCauses(p *pen) {
	if len(m.causes) == 0 {
		return
	}
	p.put(`<g class="causes">`)
	for _, c := range m.causes {
		m.drawCause(p, &m.marks[c.from], &m.marks[c.to])
	}
	for _, c := range m.causes {
		m.drawTip(p, &m.marks[c.from], &m.marks[c.to])
	}
	p.put(`</g>`)
}

// drawCause draws one line, without its tip.
func (m *lifeMap) drawCause(p *pen, from, to *placedMark) {
	y, x := m.rows[from.row].y, causeX(to)
	forth := 1.0
	if x < from.x {
		forth = -1
	}
	start := from.x + forth*from.edge()
	over := m.passes(from, to)
	if from.row == to.row {
		m.drawAlong(p, start, to, y, forth, over)
		return
	}
	bend := min(corner, math.Abs(x-start))
	if (x-start)*forth < 0 {
		bend, start = 0, x
	}
	end := x - forth*bend
	p.put(`<path d="M@ @`, start, y)
	if over {
		p.put(`Q@ @ @ @Q@ @ @ @`, start+forth*5, y, start+forth*6, y-detour/2, start+forth*7, y-detour, start+forth*12, y-detour)
		y -= detour
	}
	stop := m.arrival(from, to)
	down := 1.0
	if stop < y {
		down = -1
	}
	p.put(`H@Q@ @ @ @V@"/>`, end, x, y, x, y+down*min(bend, math.Abs(stop-y)), stop-down)
}

// drawAlong draws a line to an effect in the same lane, or on the person's own line.
func (m *lifeMap) drawAlong(p *pen, start float64, to *placedMark, y, forth float64, over bool) {
	end := to.x - forth*(to.half()+1.5)
	if !over || math.Abs(end-start) < 40 {
		p.put(`<path d="M@ @H@"/>`, start, y, end)
		return
	}
	p.put(`<path d="M@ @Q@ @ @ @Q@ @ @ @`, start, y, start+forth*5, y, start+forth*6, y-detour/2, start+forth*7, y-detour, start+forth*12, y-detour)
	p.put(`H@Q@ @ @ @Q@ @ @ @"/>`, end-forth*12, end-forth*7, y-detour, end-forth*6, y-detour/2, end-forth*5, y, end, y)
}

// drawTip draws the arrow tip at an effect.
func (m *lifeMap) drawTip(p *pen, from, to *placedMark) {
	y := m.rows[to.row].y
	if from.row == to.row {
		forth := 1.0
		if to.x < from.x {
			forth = -1
		}
		p.put(`<path class="tip" d="M@ @l@ -4v8z"/>`, to.x-forth*(to.half()+.5), y, -forth*tipSize)
		return
	}
	stop := m.arrival(from, to)
	if m.rows[from.row].y < stop {
		p.put(`<path class="tip" d="M@ @l-4 -8h8z"/>`, causeX(to), stop)
		return
	}
	p.put(`<path class="tip" d="M@ @l-4 8h8z"/>`, causeX(to), stop)
}

// edge is the distance from the middle of a mark to where a line starts.
func (p *placedMark) edge() float64 {
	if p.mark.gap() {
		return 27
	}
	return 7
}

// half is the distance from the middle of a mark to where a tip in its own lane stops.
func (p *placedMark) half() float64 {
	switch {
	case p.mark == held:
		return 17
	case p.mark.gap():
		return 27
	}
	return 7.5
}

// arrival is the y at which the tip of a line from another row stops.
func (m *lifeMap) arrival(from, to *placedMark) float64 {
	y := m.rows[to.row].y
	switch {
	case to.mark.gap():
		return to.label.y1 + 1
	case from.row > to.row && to.mark == held:
		return y + 17
	case from.row > to.row:
		return y + 8
	}
	return y - 8
}

// passes reports whether a line along the lane of from meets the mark of another event before it turns.
func (m *lifeMap) passes(from, to *placedMark) bool {
	if from.row == 0 {
		return false // hidden under the thick line
	}
	low, high := min(from.x, to.x)+2, max(from.x, to.x)-2
	for _, i := range m.rows[from.row].items {
		if x := m.marks[i].x; low < x && x < high {
			return true
		}
	}
	for i := range m.marks {
		mk := &m.marks[i]
		for _, o := range mk.others {
			if o == from.row && low < mk.x && mk.x < high {
				return true
			}
		}
		if mk.mark.gap() && mk.lane == from.row && low < mk.x && mk.x < high {
			return false
		}
	}
	return false
}
