// Package svg writes drawings as text: numbers to a tenth of a pixel, words escaped, and the few figures that several pictures share.
//
// A SVG collects bytes. Put takes a piece of SVG and fills in its numbers; only Text takes words of an author, and it alone escapes. So a
// form is always a constant of the program, and nothing that an author writes can become markup. Colours, fonts and line widths are no
// business of a pen: they come from classes in casusboek.css, so that one drawing serves light, dark and paper.
//
//	p := draw.NewSVG(600)
//	p.Open("ecogram", draw.ViewBox(0, 20, 380, 340), "network", "Netwerk van Nadira", "Band sterk: zes kinderen.")
//	p.Put(`<circle class="node" cx="@" cy="@" r="7"/>`, 190, 34.96) // cx="190" cy="35"
//	p.Put(`</svg>`)
//	return p.String()
package draw

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SVG writes SVG. The zero value is ready to use.
type SVG struct{ b []byte }

// NewSVG makes a pen with room for a number of bytes; it grows when it writes more.
func NewSVG(room int) *SVG { return &SVG{b: make([]byte, 0, room)} }

// String gives all that was written.
func (p *SVG) String() string { return string(p.b) }

// Put writes form with each @ replaced by the next number, to a tenth of a pixel. Without numbers it writes form as it is.
func (p *SVG) Put(form string, numbers ...float64) {
	n := 0
	for i := 0; i < len(form); i++ {
		if form[i] == '@' && n < len(numbers) {
			p.number(numbers[n])
			n++
			continue
		}
		p.b = append(p.b, form[i])
	}
}

// number writes a number with one decimal at most.
func (p *SVG) number(v float64) {
	tenths := int64(math.Round(v * 10))
	if tenths < 0 {
		p.b = append(p.b, '-')
		tenths = -tenths
	}
	p.b = strconv.AppendInt(p.b, tenths/10, 10)
	if d := tenths % 10; d != 0 {
		p.b = append(p.b, '.', byte('0'+d))
	}
}

// Int writes a whole number.
func (p *SVG) Int(n int) { p.b = strconv.AppendInt(p.b, int64(n), 10) }

// Text writes an author's words as character data: escaped, without soft hyphens and without the control characters that XML does not
// allow.
func (p *SVG) Text(s string) {
	for _, r := range s {
		switch {
		case r == '<':
			p.b = append(p.b, "&lt;"...)
		case r == '>':
			p.b = append(p.b, "&gt;"...)
		case r == '&':
			p.b = append(p.b, "&amp;"...)
		case r == '"':
			p.b = append(p.b, "&#34;"...)
		case r < ' ', r == 0xFFFE, r == 0xFFFF, r == '\u00AD':
		default:
			p.b = utf8.AppendRune(p.b, r)
		}
	}
}

// Of says which events a part of a picture is about, as an attribute: data-event="sloop", or "sloop einde-korting" for a line
// between two. A part that stands for several of these lists them with commas. A script shows the part when the cards of all events of one of
// its lists are on the table.
func (p *SVG) Of(lists ...string) {
	p.Put(` data-event="`)
	p.Text(strings.Join(lists, ","))
	p.Put(`"`)
}

// Open starts a picture that is read aloud: title and description in words. id is unique on the page, viewBox comes from ViewBox. The
// caller closes it with </svg>.
func (p *SVG) Open(class, viewBox, id, title, desc string) {
	p.Put(`<svg class="` + class + `" viewBox="` + viewBox + `" role="img" aria-labelledby="` + id + `_t ` + id + `_d"><title id="` + id + `_t">`)
	p.Text(title)
	p.Put(`</title><desc id="` + id + `_d">`)
	p.Text(desc)
	p.Put(`</desc>`)
}

// ViewBox gives the frame of a picture as SVG writes it: left, top, width, height.
func ViewBox(x, y, width, height float64) string {
	p := &SVG{}
	p.Put(`@ @ @ @`, x, y, width, height)
	return p.String()
}

// OpenScaled starts a group with its origin at x, y, drawn smaller by scale. The caller closes it with </g>.
func (p *SVG) OpenScaled(x, y, scale float64) {
	p.Put(`<g transform="translate(@ @) scale(`, x, y)
	p.b = strconv.AppendFloat(p.b, scale, 'f', 3, 64)
	p.Put(`)">`)
}

// TextLines writes lines of text around y, which is the baseline when there is one, with step from one to the next.
func (p *SVG) TextLines(class string, lines []string, x, y, step float64) {
	for i, line := range lines {
		p.Put(`<text class="`+class+`" x="@" y="@">`, x, y+step*(float64(i)-float64(len(lines)-1)/2))
		p.Text(line)
		p.Put(`</text>`)
	}
}
