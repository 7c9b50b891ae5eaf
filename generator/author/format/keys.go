package format

import (
	"regexp"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/read/parse"
)

// rename writes the keys of all blocks in one language.
func (s *sheet) rename(n *yaml.Node, block *parse.BlockDoc, language string) {
	if language == "" {
		return
	}
	s.each(n, block, func(key, _ *yaml.Node, block *parse.BlockDoc) {
		i := index(block, key.Value)
		if i < 0 {
			return
		}
		name := block.Fields[i].Names.NL
		if language == "en" {
			name = block.Fields[i].Names.EN
		}
		at := s.column(key)
		if line := s.lines[row(key)]; at < len(line) && (line[at] == '"' || line[at] == '\'') {
			at++
		}
		if strings.HasPrefix(s.lines[row(key)][at:], key.Value) {
			s.replace(row(key), at, at+len(key.Value), name)
		}
	})
}

var wide = regexp.MustCompile(`^["']?[ \t]*:[ \t]+$`)

// space leaves one space behind the colon of a key.
func (s *sheet) space() {
	s.each(s.root, nil, func(key, value *yaml.Node, _ *parse.BlockDoc) {
		if row(key) != row(value) || value.Line == 0 {
			return
		}
		from, to := s.column(key)+len(key.Value), s.column(value)
		if line := s.lines[row(key)]; line[s.column(key)] == '"' || line[s.column(key)] == '\'' {
			from++
		}
		if from >= to {
			return
		}
		between := s.lines[row(key)][from:to]
		if !wide.MatchString(between) {
			return
		}
		colon := strings.IndexByte(between, ':')
		s.replace(row(key), from+colon+1, to, " ")
	})
}

// each visits all keys with their values, the last of a line first, so that what is done to one moves no other that is still to come.
func (s *sheet) each(n *yaml.Node, block *parse.BlockDoc, do func(key, value *yaml.Node, block *parse.BlockDoc)) {
	if n.Kind != yaml.MappingNode {
		for i := len(n.Content) - 1; i >= 0; i-- {
			s.each(n.Content[i], block, do)
		}
		return
	}
	for i := len(n.Content) - 2; i >= 0; i -= 2 {
		key, value := n.Content[i], n.Content[i+1]
		s.each(value, inside(block, key.Value), do)
		if key.Kind == yaml.ScalarNode {
			do(key, value, block)
		}
	}
}

// replace writes other text on a line. A comment that stands apart at its end stays where it is, if there is room.
func (s *sheet) replace(line, from, to int, with string) {
	old := s.lines[line]
	at := remarkAt(old)
	fresh := old[:from] + with + old[to:]
	grown := len(fresh) - len(old)
	if at < to {
		s.lines[line] = fresh
		return
	}
	rest, remark := strings.TrimRight(fresh[:at+grown], " "), fresh[at+grown:]
	room := at - len(strings.TrimRight(old[:at], " "))
	if room > 1 {
		room = max(2, room-grown)
	}
	s.lines[line] = rest + strings.Repeat(" ", room) + remark
}
