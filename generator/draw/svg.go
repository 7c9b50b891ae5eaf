package draw

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SVG writes SVG as text. Numbers are rounded to 0.1 px. Only Text escapes, so the text of
// authors must be written by Text and all other strings must be constants of the program.
// The zero value is ready to use.
//
//	p := draw.NewSVG(600)
//	p.Open("ecogram", draw.ViewBox(0, 20, 380, 340), "network", "Netwerk", "Zes kinderen.")
//	p.Put(`<circle class="node" cx="@" cy="@" r="7"/>`, 190, 34.96) // cx="190" cy="35"
//	p.Put(`</svg>`)
//	return p.String()
type SVG struct{ b []byte }

// NewSVG returns an SVG with a capacity of room bytes.
func NewSVG(room int) *SVG { return &SVG{b: make([]byte, 0, room)} }

// String returns all that was written.
func (p *SVG) String() string { return string(p.b) }

// Put writes form, in which each @ is replaced by the next number, rounded to a tenth.
// Without numbers form is written unchanged.
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

// number writes a number with at most one decimal.
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

// Int writes an integer.
func (p *SVG) Int(n int) { p.b = strconv.AppendInt(p.b, int64(n), 10) }

// Text writes text as character data: escaped, without soft hyphens and characters that XML
// does not allow.
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

// Of writes the data-event attribute: the ids of the events that a part of a picture is
// about, such as "sloop", or "sloop einde-korting" for a line between two. A part with
// several such lists separates them by commas. A script shows the part when all events of
// one list are on the table.
func (p *SVG) Of(lists ...string) {
	p.Put(` data-event="`)
	p.Text(strings.Join(lists, ","))
	p.Put(`"`)
}

// Open starts a picture with a title and description for screen readers. id must be unique
// on the page; viewBox is from ViewBox. The caller closes the picture with </svg>.
func (p *SVG) Open(class, viewBox, id, title, desc string) {
	p.Put(`<svg class="` + class + `" viewBox="` + viewBox + `" role="img" aria-labelledby="` + id + `_t ` + id + `_d"><title id="` + id + `_t">`)
	p.Text(title)
	p.Put(`</title><desc id="` + id + `_d">`)
	p.Text(desc)
	p.Put(`</desc>`)
}

// ViewBox returns the value of a viewBox attribute.
func ViewBox(x, y, width, height float64) string {
	p := &SVG{}
	p.Put(`@ @ @ @`, x, y, width, height)
	return p.String()
}

// OpenScaled starts a group with its origin at x, y and the given scale. The caller closes
// it with </g>.
func (p *SVG) OpenScaled(x, y, scale float64) {
	p.Put(`<g transform="translate(@ @) scale(`, x, y)
	p.b = strconv.AppendFloat(p.b, scale, 'f', 3, 64)
	p.Put(`)">`)
}

// TextLines writes lines of text centred vertically around y, with step px between
// baselines. A single line has its baseline at y.
func (p *SVG) TextLines(class string, lines []string, x, y, step float64) {
	for i, line := range lines {
		p.Put(`<text class="`+class+`" x="@" y="@">`, x, y+step*(float64(i)-float64(len(lines)-1)/2))
		p.Text(line)
		p.Put(`</text>`)
	}
}
