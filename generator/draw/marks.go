package draw

// draw draws the mark of an event and its label.
func (m *placedMark) draw(p *pen, a *axis, y float64, round int) {
	p.put(`<g class="event event--` + m.e.Kind.String() + ` d-`)
	if len(m.e.Domains) > 0 && m.e.Domains[0].To != nil {
		p.int(m.e.Domains[0].To.N)
	} else {
		p.int(m.lane)
	}
	p.put(`">`)
	m.drawTime(p, a, y)
	m.drawLeader(p, y)
	switch m.mark {
	case pennant:
		p.put(`<path class="m-pole" d="M@ @v-27"/><path class="m-signal" d="M@ @l19 6.5-19 6.5z"/>`, m.x+9, y, m.x+9, y-27)
		p.put(`<circle class="m-dot" cx="@" cy="@" r="5"/>`, m.x, y)
		if signalState(m.e, round) == "signal-ignored" {
			m.drawDeadEnd(p, y)
		}
	case missed, doubtful:
		p.put(`<g class="quotes">`)
		p.quotes(m.x, y, 20, 6, 1.25)
		p.put(`</g><rect class="void`)
		if m.mark == doubtful {
			p.put(` void--doubtful`)
		}
		l := &m.label
		p.put(`" x="@" y="@" width="@" height="@"/>`, l.x0, l.y0, l.x1-l.x0, l.y1-l.y0)
	case held:
		p.put(`<circle class="m-held" cx="@" cy="@" r="15"/><g class="quotes--held">`, m.x, y)
		p.quotes(m.x, y, 9.5, 4, .78)
		p.put(`</g>`)
	case triangle:
		p.put(`<path class="m-dot" d="M@ @l8.5 15h-17z"/>`, m.x, y-9)
	case square:
		p.put(`<path class="m-dot" d="M@ @h12v12h-12z"/>`, m.x-6, y-6)
	default:
		p.put(`<circle class="m-dot" cx="@" cy="@" r="6.5"/>`, m.x, y)
	}
	m.drawLabel(p)
	p.put(`</g>`)
}

// drawTime draws what is not a moment: the bar of a duration, the dots of a time that nobody knows exactly.
func (m *placedMark) drawTime(p *pen, a *axis, y float64) {
	if m.mark.onLife() {
		return // the thick line is already there
	}
	if m.end > m.x {
		top, height := y-4, 8.
		if m.track != whole {
			height = 3.4
		}
		if m.track == lower {
			top = y + .6
		}
		p.put(`<rect class="m-span" x="@" y="@" width="@" height="@"/>`, m.x, top, m.end-m.x, height)
	}
	before, behind := vague(m.e.When)
	if !before && !behind {
		return
	}
	p.put(`<g class="m-about">`)
	reach := a.reach(m.e.When.Start)
	if before {
		p.dots(m.x, y, -reach)
	}
	if behind {
		p.dots(m.end, y, reach)
	}
	p.put(`</g>`)
}

// dots draws five dots that shrink away from x over the given reach, to the left when it is negative.
func (p *pen) dots(x, y, reach float64) {
	forth := 1.0
	if reach < 0 {
		forth, reach = -1, -reach
	}
	const start, steps = 9., 5
	for i := 1.; i <= steps; i++ {
		p.put(`<circle cx="@" cy="@" r="@"/>`, x+forth*(start+(reach-start)*i/steps), y, 2.6-(i-1)*.475)
	}
}

// drawDeadEnd draws the short line with a cross bar behind a signal on which nobody acted.
func (m *placedMark) drawDeadEnd(p *pen, y float64) {
	p.put(`<path class="m-dead" d="M@ @h20m0-8v16"/>`, max(m.x+7, m.end+2), y)
}

// drawLeader draws the thin line from a mark to a label that stands lower than the first shelf.
func (m *placedMark) drawLeader(p *pen, y float64) {
	l := &m.label
	if l.y0 <= y+m.top()+.01 {
		return
	}
	if m.mark.gap() {
		p.put(`<path class="leader" d="M@ @V@"/>`, m.x, y+8, l.y0)
		return
	}
	p.put(`<path class="leader" d="M@ @V@"/>`, m.x, y+8, l.y0+titleStep-2)
}

// drawLabel writes the lines of the label.
func (m *placedMark) drawLabel(p *pen) {
	l := &m.label
	x, anchor := l.x0, ""
	switch l.side {
	case left:
		x, anchor = l.x1, ` text-anchor="end"`
	case centre, centreLeft, centreRight:
		x, anchor = (l.x0+l.x1)/2, ` text-anchor="middle"`
	}
	y := l.y0 + 14
	if m.mark.gap() {
		y += 5
	}
	for i, line := range l.lines {
		s := &m.text[line.section]
		if i > 0 {
			y += s.step
		}
		p.put(`<text class="`+s.class+`" x="@" y="@"`+anchor+`>`, x, y)
		p.text(lineText(s.frags, line))
		p.put(`</text>`)
	}
}
