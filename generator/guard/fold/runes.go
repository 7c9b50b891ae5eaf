package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// rune writes one character beyond ASCII (or a control character) that stands at i to j in the source.
func (r *reader) rune(c rune, i, j int) {
	switch {
	case c >= 0xC0 && c <= 0x17F && c != 'ĳ' && c != 'Ĳ' && c != 'ſ' && c != 'ŉ' && c != 'ŀ' && c != 'Ŀ':
		r.keep(c, i, j)
	case c < ' ' || c == 0x7f:
		if c == '\n' || c == '\t' || c == '\r' {
			r.space(i, j)
		}
	case c == '’' || c == 'ʼ' || c == '´' || c == '′':
		r.apostrophe(c, i, j)
	case c == '‘' || c == '“' || c == '”' || c == '„' || c == '—' || c == '€' || c == '•':
		r.keep(c, i, j)
	case c >= '\u2010' && c <= '\u2013' || c == '\u2212':
		r.as("-", i, j)
	case invisible(c):
	case c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\u2800' || unicode.Is(unicode.Zs, c):
		r.space(i, j)
	case unicode.Is(unicode.M, c):
		r.accent(c, i, j)
	case unicode.Is(unicode.Nd, c):
		r.as(string(digit(c)), i, j)
	default:
		r.other(c, i, j)
	}
}

// keep writes a character as it is.
func (r *reader) keep(c rune, i, j int) {
	if j-i == utf8.RuneLen(c) {
		r.copied(i, j)
		return
	}
	r.as(string(c), i, j)
}

// apostrophe reads a curly or slanted mark before a letter as ', since it stands inside or before a word there; elsewhere
// it closes a quotation and stays.
func (r *reader) apostrophe(c rune, i, j int) {
	next, _ := utf8.DecodeRuneInString(r.src[j:])
	if c == '´' || c == '′' || unicode.IsLetter(next) || unicode.IsDigit(next) {
		r.as("'", i, j)
		return
	}
	r.keep(c, i, j)
}

// invisible reports characters that take no room: soft hyphen, zero-width, direction, variation selectors, fillers.
func invisible(c rune) bool {
	switch {
	case c == '\u00AD', c == '\u034F', c == '\u115F', c == '\u1160', c == '\u3164', c == '\uFFA0':
		return true
	case c >= '\uFE00' && c <= '\uFE0F', c >= 0xE0100 && c <= 0xE01EF, c >= '\u180B' && c <= '\u180F':
		return true
	}
	return unicode.Is(unicode.Cf, c)
}

// accent reads a combining mark: e and ´ together are é. A mark that makes no letter with the one before it, such as a
// stroke laid through every digit, is dropped after Latin letters and digits; other scripts need theirs.
func (r *reader) accent(c rune, i, j int) {
	last, size := utf8.DecodeLastRune(r.out)
	if size == 0 {
		return
	}
	if last < 0x80 || unicode.Is(unicode.Latin, last) {
		if both := norm.NFKC.String(string(last) + string(c)); utf8.RuneCountInString(both) == 1 && last != ' ' && last != '\n' {
			r.recompose(both, size, j)
		}
		return
	}
	r.foreign = true
	r.keep(c, i, j)
}

// recompose writes text in place of the last character, of so many bytes, whose source now reaches to j.
func (r *reader) recompose(text string, size, j int) {
	at := len(r.out) - size
	p := r.way.at(at)
	from := p.in
	if p.width == 0 {
		from += at - p.out
	}
	r.out = r.out[:at]
	for n := len(r.way); n > 0 && r.way[n-1].out >= at; n = len(r.way) {
		r.way = r.way[:n-1]
	}
	r.as(text, from, j)
}

// digit gives the ASCII digit of a decimal digit of any script: in Unicode each script has them ten in a row.
func digit(c rune) rune {
	for _, t := range unicode.Nd.R16 {
		if c >= rune(t.Lo) && c <= rune(t.Hi) {
			return '0' + (c-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if c >= rune(t.Lo) && c <= rune(t.Hi) {
			return '0' + (c-rune(t.Lo))%10
		}
	}
	return c
}

// other writes what NFKC makes of a character: a fullwidth letter an ordinary one, a ligature two letters.
func (r *reader) other(c rune, i, j int) {
	text := string(c)
	if c != utf8.RuneError {
		text = norm.NFKC.String(text)
	}
	for _, p := range text {
		if p >= 0x80 {
			r.foreign = true
		}
	}
	if text == string(c) {
		if c == utf8.RuneError {
			r.as(text, i, j)
			return
		}
		r.keep(c, i, j)
		return
	}
	r.as(text, i, j)
}
