package rules

import (
	"strings"
	"unicode/utf8"
)

// reader folds a source in one pass, and records the offset map.
type reader struct {
	src             string
	out             []byte
	offsets         offsetMap
	maybeLookalikes bool // whether letters were read that may be look-alikes of Latin ones

	lineStart  int // start of the current line in src
	itemNumber int // number of the list item that the current line is; 0 for none
}

// specialBytes marks the bytes that cannot be copied without further inspection.
var specialBytes = func() (table [256]bool) {
	for b := range table {
		table[b] = b < ' ' || b >= 0x7f || strings.IndexByte("\\&%*_~`", byte(b)) >= 0
	}
	return table
}()

func (r *reader) read() {
	i := r.skipBlank(0)
	r.lineStart, r.itemNumber = i, listNumber(r.src[i:])
	for i < len(r.src) {
		j := i
		for j < len(r.src) && !specialBytes[r.src[j]] && (r.src[j] != ' ' || j+1 == len(r.src) || r.src[j+1] != ' ') {
			j++
		}
		if j > i {
			r.copySource(i, j)
		}
		if j < len(r.src) {
			j = r.readSpecial(j)
		}
		i = j
	}
}

// readSpecial reads the special byte or run of spaces at i, and returns the index to
// continue at.
func (r *reader) readSpecial(i int) int {
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
	r.readRune(c, i, i+size)
	return i + size
}

// copySource writes src[i:j] unchanged.
func (r *reader) copySource(i, j int) {
	if n := len(r.offsets); n == 0 || r.offsets[n-1].width > 0 || r.offsets[n-1].in-r.offsets[n-1].out != i-len(r.out) {
		r.offsets = append(r.offsets, segment{len(r.out), i, 0})
	}
	r.out = append(r.out, r.src[i:j]...)
}

// write writes text as the folded form of src[i:j].
func (r *reader) write(text string, i, j int) {
	if text == "" {
		return
	}
	r.offsets = append(r.offsets, segment{len(r.out), i, j - i})
	r.out = append(r.out, text...)
}

// space writes one space for src[i:j], or nothing after a space or at the start of a line.
func (r *reader) space(i, j int) {
	if n := len(r.out); n == 0 || r.out[n-1] == ' ' || r.out[n-1] == '\n' {
		return
	}
	if j-i == 1 && r.src[i] == ' ' {
		r.copySource(i, j)
		return
	}
	r.write(" ", i, j)
}

// emphasis removes the emphasis mark at i: stars, double tildes and back quotes next to a
// word, and underscores at the edge of a word. It keeps marks that a reader sees: a star
// between spaces, a rule of stars, the underscore of file_name.
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
	visible := false
	switch c {
	case '*':
		visible = isBlank(left) && isBlank(right)
	case '~':
		visible = j-i < 2 || isBlank(left) && isBlank(right)
	case '_':
		visible = isWordByte(left) == isWordByte(right)
	}
	if visible {
		r.copySource(i, j)
	}
	return j
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
