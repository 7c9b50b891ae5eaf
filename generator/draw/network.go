package draw

import (
	"math"
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/lang"
)

// Network returns the SVG of the network of a case as known after a round, or "" when no
// tie is known. The resident is in the middle, close ties on near rings; the line shows the
// kind of tie, letters the support. Only rings with ties are drawn. The same facts should
// be in a table beside it.
func Network(c *casebook.Case, round int, words *lang.Catalogue) string {
	var ties []*casebook.Tie
	for circle := casebook.Household; circle <= casebook.Professionals; circle++ {
		for _, t := range c.Network {
			if t.Round <= round && t.Circle == circle {
				ties = append(ties, t)
			}
		}
	}
	if len(ties) == 0 {
		return ""
	}
	n := layout(ties, words)
	n.setCards(c)
	name := casebook.ResidentName(c, words)
	title := words.T("draw.network.title", "name", name)
	if round < c.LastRound() {
		title = words.T("draw.network.title-until", "name", name, "n", strconv.Itoa(round))
	}
	top, bottom := n.extent()
	p := NewSVG(4096)
	p.Open("ecogram", ViewBox(0, top, n.size, bottom-top), "network", title, describeTies(ties, words))
	n.draw(p, c.Pseudonym.V, words)
	p.Put(`</svg>`)
	return p.String()
}

// BlankNetwork returns the SVG of a network without people, with all six rings, to fill in
// by hand.
func BlankNetwork(words *lang.Catalogue) string {
	var names []string
	var ties []*casebook.Tie
	for circle := casebook.Household; circle <= casebook.Professionals; circle++ {
		names = append(names, words.T("circle."+circle.String()))
		ties = append(ties, &casebook.Tie{Circle: circle})
	}
	n := &network{size: usual}
	n.setRings(ties, 1, words)
	p := &SVG{}
	p.Open("ecogram", ViewBox(0, 20, 380, 340), "blank_network",
		words.T("draw.network.blank"), words.T("draw.network.blank-desc", "names", casebook.ListText(names, words)))
	for _, r := range n.rings {
		p.Put(`<circle class="ring" cx="190" cy="190" r="@"/>`, r.radius)
	}
	for i := range n.rings {
		n.rings[i].drawName(p, words)
	}
	p.Put(`<circle class="node" cx="190" cy="190" r="32"/></svg>`)
	return p.String()
}

// describeTies returns the description: all names, grouped by the kind of tie.
func describeTies(ties []*casebook.Tie, words *lang.Catalogue) string {
	var out strings.Builder
	for _, bond := range [...]casebook.Bond{
		casebook.Strong, casebook.Ordinary, casebook.Weak, casebook.Tense, casebook.Broken,
	} {
		var who []string
		for _, t := range ties {
			if t.Bond == bond {
				who = append(who, t.Who.V)
			}
		}
		if len(who) > 0 {
			out.WriteString(words.T("draw.network.group",
				"bond", words.T("bond."+bond.String()), "who", casebook.ListText(who, words)) + " ")
		}
	}
	return casebook.Capitalize(out.String() + words.T("draw.network.table"))
}

// draw draws the rings, the lines to the people and then all names.
func (n *network) draw(p *SVG, name string, words *lang.Catalogue) {
	mid := n.size / 2
	for _, r := range n.rings {
		p.Put(`<circle class="ring" cx="@" cy="@" r="@"/>`, mid, mid, r.radius)
	}
	for i := range n.people {
		n.people[i].drawTie(p, mid)
	}
	for i := range n.rings {
		n.rings[i].drawName(p, words)
	}
	p.Put(`<circle class="self" cx="@" cy="@" r="32"/>`, mid, mid)
	drawSelf(p, name, mid)
	for i := range n.people {
		p.Put(`<g`)
		n.people[i].writeEvents(p)
		p.Put(`>`)
		n.people[i].draw(p)
		p.Put(`</g>`)
	}
}

// setCards sets the card that introduces each person.
func (n *network) setCards(c *casebook.Case) {
	for i := range n.people {
		if card := casebook.IntroducedBy(c, n.people[i].tie); card != nil {
			n.people[i].card = card.ID.V
		}
	}
}

// writeEvents writes the data-event attribute with the person's card, if any.
func (o *person) writeEvents(p *SVG) {
	if o.card != "" {
		p.Of(o.card)
	}
}

// drawSelf draws the name in the disc in the middle. A long name is wrapped and drawn
// smaller.
func drawSelf(p *SVG, name string, mid float64) {
	lines, width := WrapLines(name, 14.5, 96) // smaller is better than split between letters
	if TextWidth(name, 14.5) <= 58 {
		lines, width = []string{name}, 56
	} else if narrow, w := WrapLines(name, 14.5, 56); w <= 56 && !strings.Contains(strings.Join(narrow, ""), "-") {
		lines, width = narrow, w
	}
	p.OpenScaled(mid, mid, min(1, 54/width, 50/(17*float64(len(lines)))))
	p.TextLines("self-name", lines, 0, 5, 17)
	p.Put(`</g>`)
}

// drawName draws the name of a ring.
func (r *ring) drawName(p *SVG, words *lang.Catalogue) {
	p.Put(`<text class="ring-name" x="@" y="@">`, (r.name.x0+r.name.x1)/2, r.name.y0+9)
	p.Text(words.T("circle." + r.circle.String()))
	p.Put(`</text>`)
}

// drawTie draws the line to a person: thick, thin, dotted, jagged, or broken in the middle.
func (o *person) drawTie(p *SVG, mid float64) {
	dx, dy := (o.x-mid)/math.Hypot(o.x-mid, o.y-mid), (o.y-mid)/math.Hypot(o.x-mid, o.y-mid)
	length := math.Hypot(o.x-mid, o.y-mid) - dotRadius
	at := func(d, aside float64) (float64, float64) { return mid + dx*d - dy*aside, mid + dy*d + dx*aside }
	line := func(from, fromAside, to, toAside float64) {
		x0, y0 := at(from, fromAside)
		x1, y1 := at(to, toAside)
		p.Put(`M@ @L@ @`, x0, y0, x1, y1)
	}
	const start = selfRadius + 2
	p.Put(`<path class="tie--` + o.tie.Bond.String() + `"`)
	o.writeEvents(p)
	p.Put(` d="`)
	switch o.tie.Bond {
	case casebook.Tense:
		x, y := at(start, 0)
		p.Put(`M@ @`, x, y)
		const strokes = 11
		for i := 1.; i < strokes; i++ {
			x, y = at(start+(length-start)*i/strokes, 6*math.Pow(-1, i))
			p.Put(`L@ @`, x, y)
		}
		x, y = at(length, 0)
		p.Put(`L@ @`, x, y)
	case casebook.Broken:
		middle := (start + length) / 2
		line(start, 0, middle-5, 0)
		line(middle+5, 0, length, 0)
		line(middle-7, -6, middle-3, 6)
		line(middle+3, -6, middle+7, 6)
	default:
		line(start, 0, length, 0)
	}
	p.Put(`"/>`)
}

// draw draws the dot and the name, with the letters of support on the outer side.
func (o *person) draw(p *SVG) {
	p.Put(`<circle class="node" cx="@" cy="@" r="7"/>`, o.x, o.y)
	x, y := (o.label.x0+o.label.x1)/2, o.label.y0+11.5
	if o.up && o.support != "" {
		o.drawSupport(p, x, y)
		y += lineStep
	}
	for _, line := range o.lines {
		p.Put(`<text x="@" y="@">`, x, y)
		p.Text(line)
		p.Put(`</text>`)
		y += lineStep
	}
	if !o.up && o.support != "" {
		o.drawSupport(p, x, y)
	}
}

func (o *person) drawSupport(p *SVG, x, y float64) {
	p.Put(`<text class="gives" x="@" y="@">`, x, y)
	p.Text(o.support)
	p.Put(`</text>`)
}
