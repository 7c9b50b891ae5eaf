package format

import (
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

// step is how much further what stands in something is indented.
const step = 2

// indent gives everything the indent of its depth: two spaces for each, also for lists. Within block texts, and within what goes on over more lines, lines keep their distance to
// each other.
func (s *sheet) indent() {
	moved := margins{s: s, to: make([]int, len(s.lines)), behind: map[int]int{}, texts: map[int]bool{}, blanks: map[int]int{}}
	for i := range moved.to {
		moved.to[i] = -1
	}
	if !moved.block(s.root, s.column(s.root.Content[0]), 0) {
		return // written in a way that few people do: leave it
	}
	moved.comments()
	for i, to := range moved.to {
		if to < 0 || blank(s.lines[i]) {
			continue
		}
		rest := s.lines[i][indentOf(s.lines[i]):]
		if at, item := moved.behind[i]; item {
			rest = "- " + s.lines[i][at:]
		}
		s.lines[i] = strings.Repeat(" ", to) + rest
	}
	for i, width := range moved.blanks {
		s.lines[i] = strings.Repeat(" ", width)
	}
}

// margins are the new indents of lines; -1 where none is known yet.
type margins struct {
	s      *sheet
	to     []int
	behind map[int]int  // where on the line of a hyphen its item begins
	texts  map[int]bool // the lines of block texts
	blanks map[int]int  // of lines of spaces within a block text, where they count: how many
}

// block sets the lines of a mapping that stood at one indent and comes at another. It is false for what it does not understand.
func (m *margins) block(n *yaml.Node, from, to int) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if m.s.column(key) != from || key.Kind != yaml.ScalarNode {
			return false
		}
		if m.to[row(key)] < 0 { // not behind the hyphen of a list
			if indentOf(m.s.lines[row(key)]) != from {
				return false
			}
			m.to[row(key)] = to
		}
		if !m.value(value, row(key), from, to) {
			return false
		}
	}
	return true
}

// value sets the lines of what belongs to a key or a hyphen on a line, which is indented by parent and comes at to.
func (m *margins) value(n *yaml.Node, line, parent, to int) bool {
	switch {
	case isBlockText(n):
		m.text(n, parent, to)
	case n.Kind == yaml.ScalarNode || isFlow(n):
		last := m.s.last(n, parent)
		for i := line + 1; i <= last; i++ {
			m.to[i] = max(indentOf(m.s.lines[i])-parent, 1) + to
		}
	case n.Kind == yaml.MappingNode:
		return m.block(n, m.s.column(n.Content[0]), to+step)
	case n.Kind == yaml.SequenceNode:
		return m.list(n, to+step)
	}
	return true
}

// list sets the lines of a list with hyphens.
func (m *margins) list(n *yaml.Node, to int) bool {
	from := m.s.column(n)
	for _, item := range n.Content {
		line, ok := m.hyphen(item, from)
		if !ok || m.to[line] >= 0 {
			return false
		}
		m.to[line] = to
		switch {
		case item.Kind == yaml.SequenceNode && !isFlow(item):
			return false
		case item.Kind == yaml.MappingNode && !isFlow(item):
			ok = m.block(item, m.s.column(item.Content[0]), to+step)
		default:
			ok = m.value(item, line, from, to)
		}
		if !ok {
			return false
		}
	}
	return true
}

// hyphen finds the line with the hyphen of an item, and notes what stands behind it.
func (m *margins) hyphen(item *yaml.Node, from int) (line int, ok bool) {
	if item.Kind == yaml.ScalarNode && item.Value == "" && item.Style == 0 { // nothing has no place of its own
		return 0, false
	}
	line = row(item)
	for line > 0 && (indentOf(m.s.lines[line]) != from || !strings.HasPrefix(m.s.lines[line][from:], "-")) {
		line-- // it stands alone on a line above
	}
	if line == row(item) {
		m.behind[line] = m.s.column(item)
	}
	return line, indentOf(m.s.lines[line]) == from
}

// text sets the lines of a block text.
func (m *margins) text(n *yaml.Node, parent, to int) {
	t := m.s.blockText(n, parent)
	if t.last < t.first {
		return
	}
	fresh := to + step
	if strings.ContainsAny(m.header(n), "123456789") {
		fresh = to + t.indent - parent // it says itself how far
	}
	for i := t.first; i <= t.last; i++ {
		line := m.s.lines[i]
		m.texts[i] = true
		if !blank(line) {
			m.to[i] = fresh + indentOf(line) - t.indent
			continue
		}
		if width := len(line); width > t.indent {
			m.blanks[i] = width - t.indent + fresh
		} else {
			m.blanks[i] = min(width, fresh)
		}
	}
}

// header is what stands behind | or > on its line.
func (m *margins) header(n *yaml.Node) string {
	header, _, _ := strings.Cut(m.s.lines[row(n)][m.s.column(n):], "#")
	return header
}

// comments puts remarks on lines of their own where the line below them comes, or where the line above does that they stood level with.
func (m *margins) comments() {
	for i := len(m.to) - 1; i >= 0; i-- {
		line := m.s.lines[i]
		if m.to[i] >= 0 || !comment(line) {
			continue
		}
		m.to[i] = indentOf(line)
		if near := m.level(i, +1); near >= 0 {
			m.to[i] = m.to[near]
		} else if near := m.level(i, -1); near >= 0 {
			m.to[i] = m.to[near]
		}
	}
}

// level finds the nearest line, down or up, that is indented as far as a remark, and not beyond one that is indented less.
func (m *margins) level(i, direction int) int {
	want := indentOf(m.s.lines[i])
	for j := i + direction; j >= 0 && j < len(m.to); j += direction {
		switch {
		case blank(m.s.lines[j]) || m.to[j] < 0 || m.texts[j]:
		case indentOf(m.s.lines[j]) == want && !comment(m.s.lines[j]):
			return j
		case direction > 0 || indentOf(m.s.lines[j]) < want:
			return -1
		}
	}
	return -1
}
