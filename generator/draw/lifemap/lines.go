package lifemap

import (
	"casusboek/generator/draw"
)

// ticks draws the time axis: a line and a name where something happened, a short tick
// elsewhere.
func (p *picture) ticks() {
	p.Put(`<g class="years">`)
	for i, tick := range p.Ticks {
		if !tick.Full {
			if i > 0 {
				p.Put(`<path d="M@ 37v4"/>`, tick.X)
			}
			continue
		}
		p.Put(`<path d="M@ 32V@"/>`, tick.X, p.Height-12)
		if tick.Name != "" {
			p.Put(`<text x="@" y="24">`, tick.X)
			p.Text(tick.Name)
			p.Put(`</text>`)
		}
	}
	p.Put(`</g>`)
}

// drawLanes draws lanes with their icons and names.
func drawLanes(p *draw.SVG, lanes []Row) {
	for i := range lanes {
		lane := &lanes[i]
		n := lane.Domain.N
		p.Put(`<g class="lane d-`)
		p.Int(n)
		p.Put(`"><rect class="ribbon" x="162" y="@" width="1158" height="12"/><path class="rail" d="M162 @H1320"/>`, lane.Y-6, lane.Y)
		for edge := 1; edge < draw.Edges(n); edge++ {
			p.Put(`<path class="rail" d="M162 @H1320M162 @H1320"/>`, lane.Y-8-2*float64(edge-1), lane.Y+8+2*float64(edge-1))
		}
		p.Put(`<use href="#i-d`)
		p.Int(n)
		p.Put(`" x="0" y="@" width="24" height="24"/>`, lane.Y-12)
		laneName(p, lane)
		p.Put(`</g>`)
	}
}

// laneName draws a domain's name in lines beside its icon, smaller when a word does not
// fit.
func laneName(p *draw.SVG, lane *Row) {
	const x = 34
	if lane.Scale == 1 {
		p.TextLines("lane__name", lane.Name, x, lane.Y+5, NameStep)
		return
	}
	p.OpenScaled(x, lane.Y, lane.Scale)
	p.TextLines("lane__name", lane.Name, 0, 5, NameStep)
	p.Put(`</g>`)
}

// gapHalf is half the width of a gap in the person's line.
const gapHalf = 27.

// life draws the person's own line, with a gap at each missed conversation, and the name.
func (p *picture) life(name string) {
	p.Put(`<g class="life"><path class="life__line" d="M162 44`)
	x := Start
	for _, i := range p.Rows[0].Places {
		hole := &p.Places[i]
		if !hole.Mark.Gap() {
			continue
		}
		if hole.X-gapHalf > x {
			p.Put(`H@`, hole.X-gapHalf)
		}
		x = hole.X + gapHalf
		p.Put(`M@ 44`, x)
	}
	p.Put(`H1320"/>`)
	p.drawClosedGaps()
	lifeName(p.SVG, name)
	p.Put(`</g>`)
}

// drawClosedGaps draws the lines that close the gaps until their cards are shown. They are
// hidden unless a script shows them.
func (p *picture) drawClosedGaps() {
	for _, i := range p.Rows[0].Places {
		if hole := &p.Places[i]; hole.Mark.Gap() {
			p.Put(`<path class="life__line life__mend" display="none"`)
			p.Of(hole.Event.ID.V)
			p.Put(` d="M@ 44H@"/>`, hole.X-gapHalf, hole.X+gapHalf)
		}
	}
}

// lifeName draws the pseudonym left of the line, wrapped and smaller when it is long.
func lifeName(p *draw.SVG, name string) {
	const room, size = 150., 22.
	lines, width := draw.WrapLines(name, size, room)
	p.OpenScaled(0, LifeY, min(1, room/width, 2.2/float64(len(lines))))
	p.TextLines("life__name", lines, 0, 6, 25)
	p.Put(`</g>`)
}

// joins draws thin lines from events to their other domains.
func (p *picture) joins() {
	for i := range p.Places {
		place := &p.Places[i]
		if len(place.Others) == 0 || place.Mark.OnLife() {
			continue
		}
		p.Put(`<g class="joins"`)
		p.Of(place.Event.ID.V)
		p.Put(`>`)
		low, high := place.Span()
		p.Put(`<path d="M@ @V@"/>`, place.X, p.Rows[low].Y, p.Rows[high].Y)
		for _, o := range place.Others {
			p.Put(`<circle cx="@" cy="@" r="4.5"/>`, place.X, p.Rows[o].Y)
		}
		p.Put(`</g>`)
	}
}

// drops draws the dashed lines from missed conversations to the lanes that should have
// spoken.
func (p *picture) drops() {
	p.Put(`<g class="drops">`)
	for i := range p.Places {
		if hole := &p.Places[i]; hasDrop(hole) {
			_, high := hole.Span()
			p.Put(`<path`)
			p.Of(hole.Event.ID.V)
			p.Put(` d="M@ @V@"/>`, hole.X, hole.Label.Y1+1, p.Rows[high].Y-9)
		}
	}
	p.Put(`</g>`)
}

// hasDrop reports whether a place has such a dashed line: it is a gap and its domains are
// known.
func hasDrop(place *Place) bool { return place.Mark.Gap() && len(place.Event.Domains) > 0 }

// dropEnds draws the dashed circles at the ends of the drops, on top of everything.
func (p *picture) dropEnds() {
	for i := range p.Places {
		hole := &p.Places[i]
		if !hasDrop(hole) {
			continue
		}
		p.Put(`<g class="drops"`)
		p.Of(hole.Event.ID.V)
		p.Put(`><circle cx="@" cy="@" r="7"/>`, hole.X, p.Rows[hole.Lane].Y)
		for _, o := range hole.Others {
			p.Put(`<circle cx="@" cy="@" r="7"/>`, hole.X, p.Rows[o].Y)
		}
		p.Put(`</g>`)
	}
}
