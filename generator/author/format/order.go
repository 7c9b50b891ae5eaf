package format

import (
	"cmp"
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/read/parse"
)

// order puts the keys of all blocks in the order of their tables. What is in no table comes behind what is.
func (s *sheet) order(block *parse.BlockDoc) {
	s.flows(s.root, block)
	s.read()
	if s.root != nil {
		s.sort(s.root, block, 0, len(s.lines))
	}
}

// sort orders a mapping, the ones inside it first. Its lines are those from one index up to another.
func (s *sheet) sort(n *yaml.Node, block *parse.BlockDoc, from, to int) {
	switch {
	case block == nil || isFlow(n) || n.Kind == yaml.ScalarNode:
		return
	case n.Kind == yaml.SequenceNode:
		for i, item := range n.Content {
			end := to
			if i+1 < len(n.Content) {
				end = row(n.Content[i+1])
			}
			s.sort(item, block, row(item), end)
		}
		return
	}
	entries := s.entries(n, from, to)
	for i, e := range entries {
		s.sort(n.Content[2*i+1], inside(block, e.name), e.key+1, e.end)
	}
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b entry) int { return cmp.Compare(place(block, a.name), place(block, b.name)) })
	if !s.sortable(n) || slices.Equal(sorted, entries) {
		return
	}
	s.put(n, entries, sorted)
}

func place(block *parse.BlockDoc, key string) int {
	if i := index(block, key); i >= 0 {
		return i
	}
	return len(block.Fields)
}

// entry is a key with its value and the comments that go with it, as lines: its lead from start, its key, and all up to end.
type entry struct {
	name            string
	start, key, end int
}

// entries cuts the lines of a mapping into its entries. What stands below the last one stays where it is.
func (s *sheet) entries(n *yaml.Node, from, to int) []entry {
	var list []entry
	indent := s.column(n.Content[0])
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		e := entry{name: key.Value, key: row(key), start: row(key), end: to}
		if i == 0 {
			e.start = min(from, e.key)
			if i := s.header(from, e.key); i > 0 {
				e.start = i
			}
		} else {
			previous := &list[len(list)-1]
			last := max(previous.key, s.last(n.Content[i-1], indent))
			e.start = s.lead(last+1, e.key, indent)
			previous.end = e.start
		}
		list = append(list, e)
	}
	final := &list[len(list)-1]
	final.end = max(final.key, s.last(n.Content[len(n.Content)-1], indent)) + 1
	for final.end < to && comment(s.lines[final.end]) && indentOf(s.lines[final.end]) > indent {
		final.end++ // a remark further in belongs to what is above it
	}
	return list
}

// header gives the line behind a remark at the top that is for an editor, or that an empty line sets apart; it stays at the top. 0 when there is none.
func (s *sheet) header(from, key int) int {
	end := 0
	for i := from; i < key; i++ {
		if strings.Contains(s.lines[i], "$schema=") || i > from && blank(s.lines[i]) {
			end = i + 1
		}
	}
	return end
}

// lead finds where the lines begin that go with a key: the remarks above it, but not those that stand further in, nor those that stand against what is above and apart from the key.
func (s *sheet) lead(from, key, indent int) int {
	start := from
	for start < key && comment(s.lines[start]) && indentOf(s.lines[start]) > indent {
		start++
	}
	for i := start; i < key; i++ {
		if blank(s.lines[i]) && i > start && !slices.ContainsFunc(s.lines[start:i], blank) {
			return i
		}
	}
	return start
}

// sortable reports whether a mapping is written as most are: each key at the start of its line, but for the first, which may stand behind a hyphen.
func (s *sheet) sortable(n *yaml.Node) bool {
	at := s.column(n.Content[0])
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		before := strings.TrimLeft(s.lines[row(key)][:s.column(key)], " ")
		if key.Kind != yaml.ScalarNode || s.column(key) != at || before != "" && (i > 0 || strings.TrimRight(before, " ") != "-") {
			return false
		}
	}
	return true
}

// put writes entries in their new order on the lines of the old one. The hyphen of a list stays on the line of the first key, with the remarks of that key above it; empty lines
// at the top stay at the top.
func (s *sheet) put(n *yaml.Node, entries, sorted []entry) {
	at := s.column(n.Content[0])
	hyphen := s.lines[entries[0].key][:at]
	begin, end := entries[0].start, entries[len(entries)-1].end
	if blank(hyphen) {
		hyphen = ""
	} else {
		begin = entries[0].key
		s.lines[begin] = strings.Repeat(" ", at) + s.lines[begin][at:]
		entries[0].start = begin
	}
	var done []string
	for i, e := range sorted {
		if e.name == entries[0].name {
			e.start = entries[0].start
		}
		lead, rest := slices.Clone(s.lines[e.start:e.key]), slices.Clone(s.lines[e.key:e.end])
		if hyphen != "" && i == 0 {
			for j := range lead {
				if blank(lead[j]) {
					continue
				}
				lead[j] = hyphen[:indentOf(hyphen)] + strings.TrimLeft(lead[j], " ")
			}
			rest[0] = hyphen + rest[0][at:]
		}
		done = append(append(done, lead...), rest...)
	}
	// What was first had no empty lines above it; what is first now gives it those that it has.
	top := 0
	for top < len(done) && blank(done[top]) {
		top++
	}
	done = s.lower(done, top, entries, sorted)
	copy(s.lines[begin:end], done)
}

// lower moves empty lines from the top to above what was first before.
func (s *sheet) lower(done []string, top int, entries, sorted []entry) []string {
	if top == 0 || entries[0].name == sorted[0].name {
		return done
	}
	at := 0
	for _, e := range sorted {
		if e.name == entries[0].name {
			break
		}
		at += e.end - e.start
	}
	empty := slices.Clone(done[:top])
	return slices.Concat(done[top:at], empty, done[at:])
}
