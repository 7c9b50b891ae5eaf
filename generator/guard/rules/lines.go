package rules

import "strings"

// newline reads the line break at i, with the empty lines and indentation after it, and
// returns the index to continue at. It writes a space if the paragraph continues and "\n"
// if a new block begins.
func (r *reader) newline(i int) int {
	ended := r.src[r.lineStart:i]
	next := r.skipBlank(i + 1)
	number := 0
	switch {
	case r.hasEmptyLine(i+1, next):
	case endsBlock(ended) || startsBlock(r.src[next:]):
	case strings.HasPrefix(r.src[next:], ">"):
		if text := r.skipQuoteMarks(next); strings.HasPrefix(ended, ">") && text < len(r.src) && !isBlank(r.src[text]) {
			return r.continueParagraph(i, next, text)
		}
	default:
		if number = listNumber(r.src[next:]); number == 0 || number != r.itemNumber+1 || number == 1 && !endsWithStop(ended) {
			return r.continueParagraph(i, next, next)
		}
	}
	r.itemNumber = number
	if n := len(r.out); n > 0 && r.out[n-1] != '\n' {
		r.write("\n", i, next)
	}
	r.lineStart = next
	return next
}

// continueParagraph writes a space for the line break at i. The next line begins at line,
// its text at text.
func (r *reader) continueParagraph(i, line, text int) int {
	r.space(i, text)
	r.lineStart = line
	return text
}

// skipBlank returns the index of the next byte from i that is not blank, skipping
// indentation and empty lines.
func (r *reader) skipBlank(i int) int {
	for i < len(r.src) && isBlank(r.src[i]) {
		i++
	}
	return i
}

// hasEmptyLine reports whether there is an empty line, or the end of the text, between two
// indices with only blanks between them.
func (r *reader) hasEmptyLine(from, next int) bool {
	return next == len(r.src) || strings.IndexByte(r.src[from:next], '\n') >= 0
}

// skipQuoteMarks skips the marks > of a quoted line, and spaces.
func (r *reader) skipQuoteMarks(i int) int {
	for i < len(r.src) && (r.src[i] == '>' || r.src[i] == ' ' || r.src[i] == '\t') {
		i++
	}
	return i
}

// endsBlock reports whether a line cannot continue on the next: a heading, a fence, a front
// matter delimiter.
func endsBlock(line string) bool {
	line = strings.TrimRight(line, " \t\r")
	return strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "##") || line == "---" || strings.HasPrefix(line, "```")
}

// startsBlock reports whether a line starts a block: a heading, list item, table row, fence
// or YAML key.
func startsBlock(line string) bool {
	if line == "" {
		return true
	}
	switch c := line[0]; {
	case c == '#' || c == '|' || c == ':' && strings.HasPrefix(line, ":::"):
		return true
	case c == '-' || c == '*' || c == '+':
		return len(line) > 1 && isBlank(line[1]) || strings.HasPrefix(line, "---")
	case c == '`' || c == '~':
		return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
	case c >= 'a' && c <= 'z':
		return keyLength(line) > 0
	}
	return false
}

// maxKeyLength is longer than any key of front matter.
const maxKeyLength = 40

// keyLength returns the length of the YAML key at the start of a line, including the colon;
// 0 if there is none.
func keyLength(line string) int {
	for i := 0; i < len(line) && i < maxKeyLength; i++ {
		switch c := line[i]; {
		case c >= 'a' && c <= 'z' || c == '_' || c == '-' || c >= '0' && c <= '9' && i > 0:
		case c == ':' && i > 0 && (i+1 == len(line) || isBlank(line[i+1])):
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// endsWithStop reports whether a line ends like a sentence, so that a list may follow.
// After any other line, a number at the start of a line is part of the sentence.
func endsWithStop(line string) bool {
	line = strings.TrimRight(line, " \t\r*_\"'")
	return line == "" || strings.IndexByte(".:!?;", line[len(line)-1]) >= 0
}

// listNumber returns the number of a numbered list item; 0 if the line is not one.
func listNumber(line string) int {
	n := 0
	for i := 0; i < len(line) && i < 4; i++ {
		switch c := line[i]; {
		case c >= '0' && c <= '9':
			n = 10*n + int(c-'0')
		case (c == '.' || c == ')') && i > 0 && i+2 < len(line) && line[i+1] == ' ' && !isBlank(line[i+2]):
			return n
		default:
			return 0
		}
	}
	return 0
}
