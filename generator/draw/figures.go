package draw

import "strconv"

// Quotes draws an empty pair of quotation marks: what somebody did not get to say. x and y are the middle, gap the distance from
// the middle to the outer edges, drop that to their height, scale the size of the marks (12 by 9.4 at 1). It needs the symbol i-quote of
// the sprite.
func (p *SVG) Quotes(x, y, gap, drop, scale float64) {
	p.quote(x-gap, y-drop, scale)
	p.quote(x+gap, y+drop, -scale)
}

func (p *SVG) quote(x, y, scale float64) {
	p.Put(`<use href="#i-quote" transform="translate(@ @) scale(`, x, y)
	p.b = strconv.AppendFloat(p.b, scale, 'f', -1, 64)
	p.Put(`)"/>`)
}

// Patterns is the number of patterns by which the ribbons of domains are told apart on paper without colour.
const Patterns = 6

// Edges is the number of edges on each side of the ribbon of domain n, from 1: the weaves repeat after six domains, with an edge more.
func Edges(n int) int { return (n-1)/Patterns + 1 }
