package rules

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// writeLiteral writes decoded text, in which Markdown has no meaning.
func (r *reader) writeLiteral(text string, i, j int) {
	for _, c := range text {
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			r.space(i, j)
		case c > ' ' && c < 0x7f:
			r.write(string(c), i, j)
		default:
			r.readRune(c, i, j)
		}
	}
}

// maxEntityLength is the length of the longest name of an HTML entity, including & and ;.
const maxEntityLength = 33

// entity decodes the HTML entity at i, such as &amp; &#46; or &#x2e;. It copies & if there
// is none.
func (r *reader) entity(i int) int {
	end := strings.IndexByte(r.src[i:min(len(r.src), i+maxEntityLength)], ';')
	if end > 1 {
		written := r.src[i : i+end+1]
		if read := html.UnescapeString(written); read != written {
			r.writeLiteral(read, i, i+end+1)
			return i + end + 1
		}
	}
	r.copySource(i, i+1)
	return i + 1
}

// percent decodes a character in percent-encoding at i, such as %C3%A9 or %40. It copies %
// if the bytes are not UTF-8.
func (r *reader) percent(i int) int {
	var decoded [utf8.UTFMax]byte
	n, j := 0, i
	for n < len(decoded) && j+2 < len(r.src) && r.src[j] == '%' {
		b, err := strconv.ParseUint(r.src[j+1:j+3], 16, 8)
		if err != nil {
			break
		}
		decoded[n] = byte(b)
		n, j = n+1, j+3
		if utf8.FullRune(decoded[:n]) {
			break
		}
	}
	c, size := utf8.DecodeRune(decoded[:n])
	if n == 0 || c == utf8.RuneError && size <= 1 {
		r.copySource(i, i+1)
		return i + 1
	}
	r.writeLiteral(string(c), i, i+3*size)
	return i + 3*size
}

// backslash decodes the escape at i, of Markdown (\*), YAML or JSON (\u00e9, \xe9,
// \U0001F600, \n).
func (r *reader) backslash(i int) int {
	if i+1 == len(r.src) {
		r.copySource(i, i+1)
		return i + 1
	}
	switch c := r.src[i+1]; {
	case c == 'u' || c == 'x' || c == 'U':
		if read, j := decodeEscape(r.src, i); j > 0 {
			r.writeLiteral(string(read), i, j)
			return j
		}
	case c == 'n' || c == 't' || c == 'r' || c == ' ':
		r.space(i, i+2)
		return i + 2
	case c == '\n' || c == '\r':
		return i + 1
	case c > ' ' && c < 0x7f && !isWordByte(c):
		r.write(string(c), i, i+2)
		return i + 2
	}
	r.copySource(i, i+1)
	return i + 1
}

// decodeEscape returns the character of the escape at i and the index after it; index 0 if
// it is not an escape.
func decodeEscape(src string, i int) (rune, int) {
	width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[src[i+1]]
	c, ok := parseHex(src, i+2, width)
	if !ok {
		return 0, 0
	}
	j := i + 2 + width
	if utf16.IsSurrogate(c) {
		low, ok := rune(0), false
		if strings.HasPrefix(src[j:], `\u`) {
			low, ok = parseHex(src, j+2, 4)
		}
		if c = utf16.DecodeRune(c, low); ok && c != utf8.RuneError {
			j += 6
		}
	}
	return c, j
}

// parseHex parses width hexadecimal digits at i.
func parseHex(src string, i, width int) (rune, bool) {
	if width == 0 || i+width > len(src) {
		return 0, false
	}
	n, err := strconv.ParseUint(src[i:i+width], 16, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}
