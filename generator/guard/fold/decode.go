package fold

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// literal writes decoded text, which no Markdown is read in any more.
func (r *reader) literal(text string, i, j int) {
	for _, c := range text {
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			r.space(i, j)
		case c > ' ' && c < 0x7f:
			r.as(string(c), i, j)
		default:
			r.rune(c, i, j)
		}
	}
}

// longest is the length of the longest name of an HTML entity, with & and ;.
const longest = 33

// entity reads &amp; &#46; &#x2e; and all other entities; anything else is an ordinary &.
func (r *reader) entity(i int) int {
	end := strings.IndexByte(r.src[i:min(len(r.src), i+longest)], ';')
	if end > 1 {
		written := r.src[i : i+end+1]
		if read := html.UnescapeString(written); read != written {
			r.literal(read, i, i+end+1)
			return i + end + 1
		}
	}
	r.copied(i, i+1)
	return i + 1
}

// percent reads %C3%A9 and %40, as they stand in addresses of links; what is no UTF-8 stays as it is.
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
		r.copied(i, i+1)
		return i + 1
	}
	r.literal(string(c), i, i+3*size)
	return i + 3*size
}

// backslash reads the escapes of Markdown (\*), and those of YAML and JSON (\u00e9, \xe9, \U0001F600, \n).
func (r *reader) backslash(i int) int {
	if i+1 == len(r.src) {
		r.copied(i, i+1)
		return i + 1
	}
	switch c := r.src[i+1]; {
	case c == 'u' || c == 'x' || c == 'U':
		if read, j := escaped(r.src, i); j > 0 {
			r.literal(string(read), i, j)
			return j
		}
	case c == 'n' || c == 't' || c == 'r' || c == ' ':
		r.space(i, i+2)
		return i + 2
	case c == '\n' || c == '\r':
		return i + 1
	case c > ' ' && c < 0x7f && !wordByte(c):
		r.as(string(c), i, i+2)
		return i + 2
	}
	r.copied(i, i+1)
	return i + 1
}

// escaped reads the escape at i and gives where it ends; 0 if it is none.
func escaped(src string, i int) (rune, int) {
	width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[src[i+1]]
	c, ok := hex(src, i+2, width)
	if !ok {
		return 0, 0
	}
	j := i + 2 + width
	if utf16.IsSurrogate(c) {
		low, ok := rune(0), false
		if strings.HasPrefix(src[j:], `\u`) {
			low, ok = hex(src, j+2, 4)
		}
		if c = utf16.DecodeRune(c, low); ok && c != utf8.RuneError {
			j += 6
		}
	}
	return c, j
}

// hex reads so many hexadecimal digits at i.
func hex(src string, i, width int) (rune, bool) {
	if width == 0 || i+width > len(src) {
		return 0, false
	}
	n, err := strconv.ParseUint(src[i:i+width], 16, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}
