package draw

import (
	"math"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/lang"
)

// describeTies names everybody by the kind of tie.
func describeTies(ties []*casebook.Tie, words *lang.Catalogue) string {
	var out strings.Builder
	for _, bond := range [...]casebook.Bond{casebook.Strong, casebook.Ordinary, casebook.Weak, casebook.Tense, casebook.Broken} {
		var who []string
		for _, t := range ties {
			if t.Bond == bond {
				who = append(who, t.Who.V)
			}
		}
		if len(who) > 0 {
			out.WriteString(words.T("draw.network.group", "bond", words.T("bond."+bond.String()), "who", listed(who, words)) + " ")
		}
	}
	return upperFirst(out.String() + words.T("draw.network.table"))
}

func (n *network) draw(p *pen, name string, words *lang.Catalogue) {
	mid := n.size / 2
	for _, r := range n.rings {
		p.put(`<circle class="ring" cx="@" cy="@" r="@"/>`, mid, mid, r.radius)
	}
	for i := range n.people {
		n.people[i].drawTie(p, mid)
	}
	for _, r := range n.rings {
		p.ringName(r, words)
	}
	p.put(`<circle class="self" cx="@" cy="@" r="32"/>`, mid, mid)
	p.selfName(name, mid)
	for i := range n.people {
		n.people[i].draw(p)
	}
}

// selfName writes the name in the disc in the middle, smaller and in lines when it is long.
func (p *pen) selfName(name string, mid float64) {
	lines, width := wrapText(name, 14.5, 56)
	if textWidth(name, 14.5) <= 58 {
		lines, width = []string{name}, 56
	}
	scale := min(1, 54/width, 50/(17*float64(len(lines))))
	p.put(`<g transform="translate(@ @) scale(`, mid, mid)
	p.b = strconv.AppendFloat(p.b, scale, 'f', 3, 64)
	p.put(`)">`)
	for i, line := range lines {
		p.put(`<text class="self-name" x="0" y="@">`, 5+17*(float64(i)-float64(len(lines)-1)/2))
		p.text(line)
		p.put(`</text>`)
	}
	p.put(`</g>`)
}

func (p *pen) ringName(r ring, words *lang.Catalogue) {
	p.put(`<text class="ring-name" x="@" y="@">`, (r.name.x0+r.name.x1)/2, r.name.y0+9)
	p.text(words.T("circle." + r.circle.String()))
	p.put(`</text>`)
}

// drawTie draws the line to a person: thick, thin, dotted, jagged, or broken in the middle.
func (o *person) drawTie(p *pen, mid float64) {
	dx, dy := (o.x-mid)/math.Hypot(o.x-mid, o.y-mid), (o.y-mid)/math.Hypot(o.x-mid, o.y-mid)
	length := math.Hypot(o.x-mid, o.y-mid) - netNode
	at := func(d, aside float64) (float64, float64) { return mid + dx*d - dy*aside, mid + dy*d + dx*aside }
	line := func(from, fromAside, to, toAside float64) {
		x0, y0 := at(from, fromAside)
		x1, y1 := at(to, toAside)
		p.put(`M@ @L@ @`, x0, y0, x1, y1)
	}
	const start = netSelf + 2
	p.put(`<path class="tie--` + o.tie.Bond.String() + `" d="`)
	switch o.tie.Bond {
	case casebook.Tense:
		x, y := at(start, 0)
		p.put(`M@ @`, x, y)
		const strokes = 11
		for i := 1.; i < strokes; i++ {
			x, y = at(start+(length-start)*i/strokes, 6*math.Pow(-1, i))
			p.put(`L@ @`, x, y)
		}
		x, y = at(length, 0)
		p.put(`L@ @`, x, y)
	case casebook.Broken:
		middle := (start + length) / 2
		line(start, 0, middle-5, 0)
		line(middle+5, 0, length, 0)
		line(middle-7, -6, middle-3, 6)
		line(middle+3, -6, middle+7, 6)
	default:
		line(start, 0, length, 0)
	}
	p.put(`"/>`)
}

// draw draws the dot and the name, with the letters of support on the far side.
func (o *person) draw(p *pen) {
	p.put(`<circle class="node" cx="@" cy="@" r="7"/>`, o.x, o.y)
	x, y := (o.label.x0+o.label.x1)/2, o.label.y0+11.5
	if o.up && o.gives != "" {
		p.gives(o.gives, x, y)
		y += netLine
	}
	for _, line := range o.lines {
		p.put(`<text x="@" y="@">`, x, y)
		p.text(line)
		p.put(`</text>`)
		y += netLine
	}
	if !o.up && o.gives != "" {
		p.gives(o.gives, x, y)
	}
}

func (p *pen) gives(letters string, x, y float64) {
	p.put(`<text class="gives" x="@" y="@">`, x, y)
	p.text(letters)
	p.put(`</text>`)
}
