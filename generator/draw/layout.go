package draw

import (
	"math"

	"casusboek/generator/casebook"

	"casusboek/generator/lang"
)

// Dimensions of the network picture, in px. The drawing is 380 wide, or larger with many
// names.
const (
	usual         = 380.
	selfRadius    = 32. // radius of the disc in the middle
	innermost     = 66. // radius of the first ring
	outermost     = 160.
	dotRadius     = 7.
	nameSize      = 13. // font size of names
	lineStep      = 15.
	firstAngle    = 205. // degrees, clockwise from the right, of the first person
	angleStep     = 8.   // degrees between the positions that are tried for a person
	ringNameAngle = -38.
)

// network is the layout of a network picture.
type network struct {
	size   float64 // width and height
	rings  []ring  // from near to far
	people []person
}

type ring struct {
	circle casebook.Circle
	radius float64
	name   box
}

// person is the position of a tie: a dot on a ring, with a name and the letters of its
// support.
type person struct {
	tie     *casebook.Tie
	x, y    float64
	high    bool // in the upper half
	east    bool // in the right half
	lines   []string
	support string
	width   float64 // of name and letters
	rows    int     // of text
	label   box
	up      bool   // the letters are above the name
	card    string // id of the card that introduces the person; "" without one
}

// box is a rectangle.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) overlap(o box) float64 {
	w, h := min(b.x1, o.x1)-max(b.x0, o.x0), min(b.y1, o.y1)-max(b.y0, o.y0)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// layout places all ties in a drawing of the usual size, or a larger one if names overlap.
func layout(ties []*casebook.Tie, words *lang.Catalogue) *network {
	var n *network
	for scale := 1.; scale < 3; scale *= 1.15 {
		n = &network{size: usual * scale}
		n.setRings(ties, scale, words)
		if n.setPeople(ties, words) {
			break
		}
	}
	return n
}

// setRings adds a ring for each circle that has ties, from near to far. The ties are in
// that order.
func (n *network) setRings(ties []*casebook.Tie, scale float64, words *lang.Catalogue) {
	for _, t := range ties {
		if l := len(n.rings); l == 0 || n.rings[l-1].circle != t.Circle {
			n.rings = append(n.rings, ring{circle: t.Circle})
		}
	}
	for i := range n.rings {
		r := &n.rings[i]
		if r.radius = (innermost + outermost) / 2 * scale; len(n.rings) > 1 {
			r.radius = scale * (innermost + (outermost-innermost)*float64(i)/float64(len(n.rings)-1))
		}
		sin, cos := math.Sincos(ringNameAngle * math.Pi / 180)
		x, y := n.size/2+r.radius*cos, n.size/2+r.radius*sin+4
		half := TextWidth(words.T("circle."+r.circle.String()), 11) / 2
		r.name = box{x - half, y - 9, x + half, y + 3}
	}
}

// setPeople places all ties, evenly over the circle, in order of ring. It reports whether
// no names overlap.
func (n *network) setPeople(ties []*casebook.Tie, words *lang.Catalogue) bool {
	ok := true
	radius := map[casebook.Circle]float64{}
	for _, r := range n.rings {
		radius[r.circle] = r.radius
	}
	for i, t := range ties {
		best, cost := n.bestPlace(t, 360*float64(i)/float64(len(ties)), radius[t.Circle], words)
		ok = ok && cost < overlapCost
		n.people = append(n.people, best)
	}
	return ok
}

// overlapCost is the cost of two things that overlap, crossingCost that of a line through a
// name.
const (
	overlapCost  = 1000.
	crossingCost = 30.
)

// bestPlace returns the best position for a tie on its ring, and its cost. It tries all
// angles, starting at turn degrees from firstAngle.
func (n *network) bestPlace(t *casebook.Tie, turn, radius float64, words *lang.Catalogue) (best person, least float64) {
	least = math.Inf(1)
	for _, room := range [...]float64{112, 84} {
		p := person{tie: t}
		p.setText(room, words)
		for try := 0.; try < 360/angleStep; try++ {
			p.turnTo(n.size/2, radius, (firstAngle+turn+angleStep*try)*math.Pi/180)
			for side := range 3 {
				p.setLabel(side, n.size)
				cost := try*.5 + 6*float64(side) + (112-room)/14
				if cost < least {
					if cost += n.cost(&p); cost < least {
						best, least = p, cost
					}
				}
			}
			if least < crossingCost {
				break
			}
		}
	}
	return best, least
}

// setText wraps the name and sets the letters of support.
func (p *person) setText(room float64, words *lang.Catalogue) {
	p.lines, p.width = WrapLines(p.tie.Who.V, nameSize, room)
	for _, s := range p.tie.Support {
		if p.support != "" {
			p.support += " "
		}
		p.support += words.T("draw.letter." + s.String())
	}
	p.rows = len(p.lines)
	if p.support != "" {
		p.width = max(p.width, TextWidth(p.support, 12))
		p.rows++
	}
}

// turnTo places the dot on its ring.
func (p *person) turnTo(mid, radius, angle float64) {
	sin, cos := math.Sincos(angle)
	p.x, p.y = mid+radius*cos, mid+radius*sin
	p.high, p.east = sin < 0, cos > 0
}

// setLabel places the name away from the centre. side 0 is above the dot in the upper half
// and below it in the lower half, 1 the reverse, 2 beside the dot. A name above or below is
// moved to stay in the drawing.
func (p *person) setLabel(side int, size float64) {
	half, height := p.width/2+2, lineStep*float64(p.rows)
	x := min(max(p.x, half), size-half)
	p.up = p.high != (side == 1)
	if p.label = (box{x - half, p.y + dotRadius + 3, x + half, p.y + dotRadius + 3 + height}); p.up {
		p.label.y0, p.label.y1 = p.y-dotRadius-2-height, p.y-dotRadius-2
	}
	if side < 2 {
		return
	}
	if x = p.x + dotRadius + 4 + half; !p.east {
		x = p.x - dotRadius - 4 - half
	}
	p.label = box{x - half, p.y - height/2, x + half, p.y + height/2}
}

// cost returns overlapCost or more for each thing that the name or dot of p overlaps, and
// crossingCost for each line through a name.
func (n *network) cost(p *person) (cost float64) {
	dot := box{p.x - dotRadius - 2, p.y - dotRadius - 2, p.x + dotRadius + 2, p.y + dotRadius + 2}
	hit := func(b box) {
		if o := p.label.overlap(b) + dot.overlap(b); o > 0 {
			cost += overlapCost + o
		}
	}
	if p.label.x0 < 0 || p.label.x1 > n.size {
		cost += overlapCost
	}
	mid := n.size / 2
	if crosses(p.label, mid, mid, p.x, p.y) {
		cost += crossingCost
	}
	hit(box{mid - selfRadius, mid - selfRadius, mid + selfRadius, mid + selfRadius})
	for i := range n.rings {
		hit(n.rings[i].name)
	}
	for i := range n.people {
		o := &n.people[i]
		hit(o.label)
		hit(box{o.x - dotRadius - 2, o.y - dotRadius - 2, o.x + dotRadius + 2, o.y + dotRadius + 2})
		if crosses(p.label, mid, mid, o.x, o.y) {
			cost += crossingCost
		}
		if crosses(o.label, mid, mid, p.x, p.y) {
			cost += crossingCost
		}
	}
	return cost
}

// crosses reports whether a line passes through a box. It tests 39 points of the line.
func crosses(b box, x0, y0, x1, y1 float64) bool {
	for i := 1.; i < 40; i++ {
		x, y := x0+(x1-x0)*i/40, y0+(y1-y0)*i/40
		if b.x0 < x && x < b.x1 && b.y0 < y && y < b.y1 {
			return true
		}
	}
	return false
}

// extent returns the top and bottom of the drawing.
func (n *network) extent() (top, bottom float64) {
	r := n.rings[len(n.rings)-1].radius
	top, bottom = n.size/2-r-4, n.size/2+r+4
	for i := range n.people {
		top, bottom = min(top, n.people[i].label.y0-4), max(bottom, n.people[i].label.y1+6)
	}
	return top, bottom
}
