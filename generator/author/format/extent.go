package format

import (
	"strings"
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v4"
)

// row is the index of the line on which a node begins.
func row(n *yaml.Node) int { return n.Line - 1 }

// column is where on its line a node begins, in bytes.
func (s *sheet) column(n *yaml.Node) int {
	line, at := s.lines[row(n)], 0
	for i := 1; i < n.Column && at < len(line); i++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func blank(line string) bool { return strings.TrimSpace(line) == "" }

func comment(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " \t"), "#") }

func isFlow(n *yaml.Node) bool { return n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0 }

func isBlockText(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// last is the index of the last line of a value. parent is the indent of the mapping or list that it belongs to.
func (s *sheet) last(n *yaml.Node, parent int) int {
	switch {
	case isFlow(n):
		line, _ := s.closing(n)
		return line
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		key, value := n.Content[len(n.Content)-2], n.Content[len(n.Content)-1]
		return max(row(key), s.last(value, s.column(n.Content[0])))
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0:
		return max(row(n), s.last(n.Content[len(n.Content)-1], s.column(n)))
	case isBlockText(n):
		return s.blockText(n, parent).last
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		line, _ := s.closing(n)
		return line
	case n.Value == "":
		return row(n) // nothing: it has no lines of its own
	}
	end := row(n)
	for i := row(n) + 1; i < len(s.lines); i++ {
		if blank(s.lines[i]) {
			continue
		}
		if comment(s.lines[i]) || indentOf(s.lines[i]) <= parent {
			break
		}
		end = i
	}
	return end
}

// text is where the lines of a block text are, and how far they are indented.
type text struct{ first, last, indent int }

// blockText finds the lines of a text behind | or >. Empty lines at its end belong to it when its header says that they are kept.
func (s *sheet) blockText(n *yaml.Node, parent int) text {
	header := s.lines[row(n)][s.column(n):]
	if i := strings.Index(header, " #"); i >= 0 {
		header = header[:i]
	}
	t := text{first: row(n) + 1, last: row(n)}
	if i := strings.IndexAny(header, "123456789"); i >= 0 {
		t.indent = parent + int(header[i]-'0')
	}
	keep := strings.Contains(header, "+")
	for i := t.first; i < len(s.lines); i++ {
		line := s.lines[i]
		if blank(line) && (t.indent == 0 || indentOf(line) <= t.indent) {
			if keep {
				t.last = i
			}
			continue
		}
		if t.indent == 0 {
			t.indent = max(indentOf(line), parent+1)
		}
		if indentOf(line) < t.indent {
			break
		}
		t.last = i
	}
	return t
}

// closing finds the end of what stands between quotation marks, braces or brackets: its line, and the offset on it behind the closing sign.
func (s *sheet) closing(n *yaml.Node) (line, at int) {
	depth := 0
	scan := scanner{start: true}
	for line = row(n); line < len(s.lines); line++ {
		from := 0
		if line == row(n) {
			from = s.column(n)
		}
		for at = from; at < len(s.lines[line]); at++ {
			sign := scan.next(s.lines[line], at)
			switch sign {
			case open:
				depth++
			case shut:
				depth--
			case remark:
				at = len(s.lines[line])
				continue
			}
			if depth == 0 && (sign == shut || sign == unquote) {
				return line, at + 1
			}
		}
		scan.line()
	}
	return len(s.lines) - 1, len(s.lines[len(s.lines)-1])
}

// sign is what a character does in YAML.
type sign uint8

const (
	plain   sign = iota
	open         // { or [
	shut         // } or ]
	comma        // between two things in braces or brackets
	unquote      // the mark at the end of a quoted text
	remark       // the # of a comment
)

// scanner tells signs from the same characters within texts. It begins where a value or key may begin.
type scanner struct {
	start bool // a value may begin here
	quote byte // the mark that a text between marks began with
	depth int
	skip  bool // the next character is escaped
}

// line says that a new line begins.
func (c *scanner) line() { c.skip = false }

// next takes the character at an offset of a line. Characters are to be given one by one.
func (c *scanner) next(line string, at int) sign {
	ch := line[at]
	if c.quote != 0 {
		return c.quoted(line, at)
	}
	after := byte(' ')
	if at+1 < len(line) {
		after = line[at+1]
	}
	spaced := at == 0 || line[at-1] == ' ' || line[at-1] == '\t'
	switch {
	case ch == ' ' || ch == '\t':
		return plain
	case ch == '#' && spaced:
		return remark
	case c.start && (ch == '"' || ch == '\''):
		c.quote, c.start = ch, false
	case (ch == '{' || ch == '[') && (c.start || c.depth > 0):
		c.depth++
		c.start = true
		return open
	case (ch == '}' || ch == ']') && c.depth > 0:
		c.depth--
		c.start = false
		return shut
	case ch == ',' && c.depth > 0:
		c.start = true
		return comma
	case ch == ':' && (after == ' ' || after == '\t' || c.depth > 0 && (strings.ContainsRune(",]}", rune(after)) || at > 0 && (line[at-1] == '"' || line[at-1] == '\''))):
		c.start = true
	case c.start && c.depth == 0 && (ch == '-' || ch == '?') && after == ' ':
	default:
		c.start = false
	}
	return plain
}

func (c *scanner) quoted(line string, at int) sign {
	ch := line[at]
	switch {
	case c.skip:
		c.skip = false
	case c.quote == '"' && ch == '\\':
		c.skip = true
	case ch == c.quote && ch == '\'' && at+1 < len(line) && line[at+1] == '\'':
		c.skip = true
	case ch == c.quote:
		c.quote = 0
		return unquote
	}
	return plain
}

// remarkAt is where the comment at the end of a line begins, which is not within a text of more lines; -1 when there is none.
func remarkAt(line string) int {
	scan := scanner{start: true}
	for at := range len(line) {
		if scan.next(line, at) == remark {
			return at
		}
	}
	return -1
}
