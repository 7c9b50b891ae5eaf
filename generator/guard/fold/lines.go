package fold

import "strings"

// newline reads the line break at i, with all empty lines and the indentation that follow, and gives where to go on. It
// writes a space where the sentence runs on and "\n" where something new begins.
func (r *reader) newline(i int) int {
	ended := r.src[r.line:i]
	next := r.indent(i + 1)
	number := 0
	switch {
	case r.breaks(i+1, next):
	case alone(ended) || begins(r.src[next:]):
	case strings.HasPrefix(r.src[next:], ">"):
		if text := r.inner(next); strings.HasPrefix(ended, ">") && text < len(r.src) && !blank(r.src[text]) {
			return r.runsOn(i, next, text)
		}
	default:
		if number = item(r.src[next:]); number == 0 || number != r.number+1 || number == 1 && !finished(ended) {
			return r.runsOn(i, next, next)
		}
	}
	r.number = number
	if n := len(r.out); n > 0 && r.out[n-1] != '\n' {
		r.as("\n", i, next)
	}
	r.line = next
	return next
}

// runsOn writes the space of a line break that means nothing; the new line begins at line, what is to be read of it at text.
func (r *reader) runsOn(i, line, text int) int {
	r.space(i, text)
	r.line = line
	return text
}

// indent gives where the text of a line begins; empty lines are passed over.
func (r *reader) indent(i int) int {
	for i < len(r.src) && blank(r.src[i]) {
		i++
	}
	return i
}

// breaks reports whether there is an empty line, or the end, between two places that have only blanks between them.
func (r *reader) breaks(from, next int) bool {
	return next == len(r.src) || strings.IndexByte(r.src[from:next], '\n') >= 0
}

// inner passes over the marks of a quoted line: > and its space.
func (r *reader) inner(i int) int {
	for i < len(r.src) && (r.src[i] == '>' || r.src[i] == ' ' || r.src[i] == '\t') {
		i++
	}
	return i
}

// alone reports whether nothing runs on after a line: a heading, the fence of front matter.
func alone(line string) bool {
	line = strings.TrimRight(line, " \t\r")
	return strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "##") || line == "---" || strings.HasPrefix(line, "```")
}

// begins reports whether a line begins something of its own: a heading, a list item, a table row, a fence, a key.
func begins(line string) bool {
	if line == "" {
		return true
	}
	switch c := line[0]; {
	case c == '#' || c == '|' || c == ':' && strings.HasPrefix(line, ":::"):
		return true
	case c == '-' || c == '*' || c == '+':
		return len(line) > 1 && blank(line[1]) || strings.HasPrefix(line, "---")
	case c == '`' || c == '~':
		return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
	case c >= 'a' && c <= 'z':
		return key(line) > 0
	}
	return false
}

// longKey is longer than any key of front matter.
const longKey = 40

// key gives the length of the key that a line of YAML begins with, colon included; 0 if it begins with none.
func key(line string) int {
	for i := 0; i < len(line) && i < longKey; i++ {
		switch c := line[i]; {
		case c >= 'a' && c <= 'z' || c == '_' || c == '-' || c >= '0' && c <= '9' && i > 0:
		case c == ':' && i > 0 && (i+1 == len(line) || blank(line[i+1])):
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// finished reports whether a line ends as a sentence does: a list may follow. A number that merely came to stand at the start of
// a line goes on with its sentence.
func finished(line string) bool {
	line = strings.TrimRight(line, " \t\r*_\"'")
	return line == "" || strings.IndexByte(".:!?;", line[len(line)-1]) >= 0
}

// item gives the number of a numbered list item; 0 if the line is none.
func item(line string) int {
	n := 0
	for i := 0; i < len(line) && i < 4; i++ {
		switch c := line[i]; {
		case c >= '0' && c <= '9':
			n = 10*n + int(c-'0')
		case (c == '.' || c == ')') && i > 0 && i+2 < len(line) && line[i+1] == ' ' && !blank(line[i+2]):
			return n
		default:
			return 0
		}
	}
	return 0
}
