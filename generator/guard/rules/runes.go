package rules

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// readRune writes a character that is not ASCII, or a control character, for src[i:j].
func (r *reader) readRune(c rune, i, j int) {
	switch {
	case c >= 0xC0 && c <= 0x17F && c != 'ĳ' && c != 'Ĳ' && c != 'ſ' && c != 'ŉ' && c != 'ŀ' && c != 'Ŀ':
		r.writeRune(c, i, j)
	case c < ' ' || c == 0x7f:
		if c == '\n' || c == '\t' || c == '\r' {
			r.space(i, j)
		}
	case c == '’' || c == 'ʼ' || c == '´' || c == '′':
		r.apostrophe(c, i, j)
	case c == '‘' || c == '“' || c == '”' || c == '„' || c == '—' || c == '€' || c == '•':
		r.writeRune(c, i, j)
	case c >= '\u2010' && c <= '\u2013' || c == '\u2212':
		r.write("-", i, j)
	case isInvisible(c):
	case c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\u2800' || unicode.Is(unicode.Zs, c):
		r.space(i, j)
	case unicode.Is(unicode.M, c):
		r.combine(c, i, j)
	case unicode.Is(unicode.Nd, c):
		r.write(string(asciiDigit(c)), i, j)
	default:
		r.writeNFKC(c, i, j)
	}
}

// writeRune writes a character unchanged for src[i:j].
func (r *reader) writeRune(c rune, i, j int) {
	if j-i == utf8.RuneLen(c) {
		r.copySource(i, j)
		return
	}
	r.write(string(c), i, j)
}

// apostrophe writes a curly or slanted mark before a letter as ', since it is part of a
// word there. Elsewhere it closes a quotation and is not changed.
func (r *reader) apostrophe(c rune, i, j int) {
	next, _ := utf8.DecodeRuneInString(r.src[j:])
	if c == '´' || c == '′' || unicode.IsLetter(next) || unicode.IsDigit(next) {
		r.write("'", i, j)
		return
	}
	r.writeRune(c, i, j)
}

// isInvisible reports whether c has no width: soft hyphen, zero-width, direction marks,
// variation selectors, fillers.
func isInvisible(c rune) bool {
	switch {
	case c == '\u00AD', c == '\u034F', c == '\u115F', c == '\u1160', c == '\u3164', c == '\uFFA0':
		return true
	case c >= '\uFE00' && c <= '\uFE0F', c >= 0xE0100 && c <= 0xE01EF, c >= '\u180B' && c <= '\u180F':
		return true
	}
	return unicode.Is(unicode.Cf, c)
}

// combine handles a combining mark: e and ´ become é. After Latin letters and digits, a
// mark without a composed form is dropped, such as a stroke through a digit; in other
// scripts marks are kept.
func (r *reader) combine(c rune, i, j int) {
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
	r.maybeLookalikes = true
	r.writeRune(c, i, j)
}

// recompose replaces the last character, of size bytes, by text, and extends its source to
// j.
func (r *reader) recompose(text string, size, j int) {
	at := len(r.out) - size
	p := r.offsets.segmentAt(at)
	from := p.in
	if p.width == 0 {
		from += at - p.out
	}
	r.out = r.out[:at]
	for n := len(r.offsets); n > 0 && r.offsets[n-1].out >= at; n = len(r.offsets) {
		r.offsets = r.offsets[:n-1]
	}
	r.write(text, from, j)
}

// asciiDigit returns the ASCII digit for a decimal digit of any script. Unicode has the ten
// digits of a script in a row.
func asciiDigit(c rune) rune {
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

// writeNFKC writes the NFKC form of a character: a letter for a fullwidth letter, two
// letters for a ligature.
func (r *reader) writeNFKC(c rune, i, j int) {
	text := string(c)
	if c != utf8.RuneError {
		text = norm.NFKC.String(text)
	}
	for _, p := range text {
		if p >= 0x80 {
			r.maybeLookalikes = true
		}
	}
	if text == string(c) {
		if c == utf8.RuneError {
			r.write(text, i, j)
			return
		}
		r.writeRune(c, i, j)
		return
	}
	r.write(text, i, j)
}
