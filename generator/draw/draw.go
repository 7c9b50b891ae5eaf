// Package draw makes the pictures: functions from the model to SVG, run while the site is built.
//
// Every function is pure: the same case gives the same bytes, nothing is read or kept. Pictures that are told by round (LifeMap,
// Rail, Network, Legend) show what is known after that round, and no byte of them depends on anything later: not a title, not a
// cause that leads to a later event, not the length of the axis. The SVG holds no script and no style attribute; colours, fonts
// and line widths come from classes in casusboek.css, so that one drawing serves light, dark and paper. A picture that says
// something has a title and a description in words; one that only repeats the text beside it is hidden from screen readers.
//
// The life map has three line languages, never mixed: solid is what happened, dashed is what should have happened, dots that
// shrink say that nobody knows exactly when. Its layout is made in numbers first (layoutLifeMap) and drawn afterwards, so that
// tests can measure it.
//
//	svg := draw.LifeMap(c, site, c.LastRound(), words)         // "" above 24 events: show the list alone
//	for _, item := range draw.Rail(c, site, 2, words) { ... }  // the same life as a list, one small drawing per event
//	draw.Sprite(site, draw.Uses(page)...)                      // once per page: the icons and weaves that it refers to
package draw

import (
	"math"
	"strconv"
	"unicode/utf8"

	"casusboek/generator/lang"
)

// pen writes SVG.
type pen struct{ b []byte }

// put writes form with each @ replaced by the next number, to a tenth of a pixel.
func (p *pen) put(form string, numbers ...float64) {
	n := 0
	for i := 0; i < len(form); i++ {
		if form[i] == '@' && n < len(numbers) {
			p.b = appendNumber(p.b, numbers[n])
			n++
			continue
		}
		p.b = append(p.b, form[i])
	}
}

// appendNumber writes a number with one decimal at most.
func appendNumber(b []byte, v float64) []byte {
	tenths := int64(math.Round(v * 10))
	if tenths < 0 {
		b = append(b, '-')
		tenths = -tenths
	}
	b = strconv.AppendInt(b, tenths/10, 10)
	if d := tenths % 10; d != 0 {
		b = append(b, '.', byte('0'+d))
	}
	return b
}

// text writes an author's words as character data: escaped, and without the control characters that XML does not allow.
func (p *pen) text(s string) {
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
		case r < ' ', r == 0xFFFE, r == 0xFFFF, r == softHyphen:
		default:
			p.b = utf8.AppendRune(p.b, r)
		}
	}
}

// int writes a whole number.
func (p *pen) int(n int) { p.b = strconv.AppendInt(p.b, int64(n), 10) }

// open starts a picture that is read aloud: title and description in words. id is unique on the page.
func (p *pen) open(class, viewBox, id, title, desc string) {
	p.put(`<svg class="` + class + `" viewBox="` + viewBox + `" role="img" aria-labelledby="` + id + `_t ` + id + `_d"><title id="` + id + `_t">`)
	p.text(title)
	p.put(`</title><desc id="` + id + `_d">`)
	p.text(desc)
	p.put(`</desc>`)
}

// quotes draws an empty pair of quotation marks: what somebody did not get to say. x and y are the middle, gap the distance from
// the middle to the outer edges, scale the size of the marks (12 by 9.4 at 1).
func (p *pen) quotes(x, y, gap, drop, scale float64) {
	const form = `<use href="#i-quote" transform="translate(@ @) scale(`
	p.put(form, x-gap, y-drop)
	p.b = strconv.AppendFloat(p.b, scale, 'f', -1, 64)
	p.put(`)"/>`)
	p.put(form, x+gap, y+drop)
	p.b = strconv.AppendFloat(p.b, -scale, 'f', -1, 64)
	p.put(`)"/>`)
}

// numeral gives a number in words up to twenty, in figures above.
func numeral(n int, words *lang.Catalogue) string {
	if n < 0 || n > 20 {
		return strconv.Itoa(n)
	}
	return words.T("draw.number.n" + strconv.Itoa(n))
}

// counted gives a number of things in words: "twee signalen".
func counted(key string, n int, words *lang.Catalogue) string {
	return words.N(key, n, "count", numeral(n, words))
}

// listed joins items as a sentence does: "wonen, zorg en werk".
func listed(items []string, words *lang.Catalogue) string {
	out := ""
	for i, item := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			out += " " + words.T("draw.and") + " "
		default:
			out += ", "
		}
		out += item
	}
	return out
}
