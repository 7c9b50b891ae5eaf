package draw

import "strconv"

// Quotes draws an empty pair of quotation marks, the sign of a conversation that did not
// take place. x, y is the centre; gap and drop are the horizontal and vertical distance
// from the centre to the outer edges; scale is the size of the marks (12 by 9.4 px at 1).
// The page needs the symbol i-quote.
func (p *SVG) Quotes(x, y, gap, drop, scale float64) {
	p.quote(x-gap, y-drop, scale)
	p.quote(x+gap, y+drop, -scale)
}

func (p *SVG) quote(x, y, scale float64) {
	p.Put(`<use href="#i-quote" transform="translate(@ @) scale(`, x, y)
	p.b = strconv.AppendFloat(p.b, scale, 'f', -1, 64)
	p.Put(`)"/>`)
}

// Patterns is the number of patterns that tell domains apart without colour.
const Patterns = 6

// Edges returns the number of edge lines on each side of the ribbon of domain n, from 1.
// Patterns repeat after six domains, so each further six have one edge more.
func Edges(n int) int { return (n-1)/Patterns + 1 }
