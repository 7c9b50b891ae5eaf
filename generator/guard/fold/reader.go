package fold

import (
	"strings"
	"unicode/utf8"
)

// reader makes the output of one pass over a source, and the way back.
type reader struct {
	src     string
	out     []byte
	way     way
	foreign bool // letters that may be look-alikes of Latin ones were seen

	line   int // where the present line begins in src
	number int // of the list item that the present line is; 0 for none
}

// special are the bytes that cannot simply be copied.
var special = func() (table [256]bool) {
	for b := range table {
		table[b] = b < ' ' || b >= 0x7f || strings.IndexByte("\\&%*_~`", byte(b)) >= 0
	}
	return table
}()

func (r *reader) read() {
	i := r.indent(0)
	r.line, r.number = i, item(r.src[i:])
	for i < len(r.src) {
		j := i
		for j < len(r.src) && !special[r.src[j]] && (r.src[j] != ' ' || j+1 == len(r.src) || r.src[j+1] != ' ') {
			j++
		}
		if j > i {
			r.copied(i, j)
		}
		if j < len(r.src) {
			j = r.mark(j)
		}
		i = j
	}
}

// mark reads what stands at i, a byte that is special or begins a run of spaces, and gives where to go on.
func (r *reader) mark(i int) int {
	switch c := r.src[i]; c {
	case ' ', '\t':
		j := i + 1
		for j < len(r.src) && (r.src[j] == ' ' || r.src[j] == '\t') {
			j++
		}
		r.space(i, j)
		return j
	case '\r':
		if i+1 == len(r.src) || r.src[i+1] != '\n' {
			r.space(i, i+1)
		}
		return i + 1
	case '\n':
		return r.newline(i)
	case '\\':
		return r.backslash(i)
	case '&':
		return r.entity(i)
	case '%':
		return r.percent(i)
	case '*', '_', '~', '`':
		return r.emphasis(i)
	}
	c, size := utf8.DecodeRuneInString(r.src[i:])
	r.rune(c, i, i+size)
	return i + size
}

// copied takes the source from i to j over as it is.
func (r *reader) copied(i, j int) {
	if n := len(r.way); n == 0 || r.way[n-1].width > 0 || r.way[n-1].in-r.way[n-1].out != i-len(r.out) {
		r.way = append(r.way, piece{len(r.out), i, 0})
	}
	r.out = append(r.out, r.src[i:j]...)
}

// as writes text for the source from i to j.
func (r *reader) as(text string, i, j int) {
	if text == "" {
		return
	}
	r.way = append(r.way, piece{len(r.out), i, j - i})
	r.out = append(r.out, text...)
}

// space writes one space for the source from i to j, or none after a space or at the start of a line.
func (r *reader) space(i, j int) {
	if n := len(r.out); n == 0 || r.out[n-1] == ' ' || r.out[n-1] == '\n' {
		return
	}
	if j-i == 1 && r.src[i] == ' ' {
		r.copied(i, j)
		return
	}
	r.as(" ", i, j)
}

// emphasis takes marks of emphasis out: stars, double tildes and back quotes that lean on something, underscores at the
// edge of a word. A star between spaces, a rule of stars and the underscore of file_name stay, as readers see them.
func (r *reader) emphasis(i int) int {
	c, j := r.src[i], i+1
	for j < len(r.src) && r.src[j] == c {
		j++
	}
	left, right := byte(' '), byte(' ')
	if i > 0 {
		left = r.src[i-1]
	}
	if j < len(r.src) {
		right = r.src[j]
	}
	seen := false
	switch c {
	case '*':
		seen = blank(left) && blank(right)
	case '~':
		seen = j-i < 2 || blank(left) && blank(right)
	case '_':
		seen = wordByte(left) == wordByte(right)
	}
	if seen {
		r.copied(i, j)
	}
	return j
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
