package format

import (
	"cmp"
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/read/parse"
)

// flows orders what stands between braces, inside before outside and the last first, so that nothing moves that is still to come. The sheet is to be read again afterwards.
func (s *sheet) flows(n *yaml.Node, block *parse.BlockDoc) {
	if n.Kind != yaml.MappingNode {
		for _, item := range slices.Backward(n.Content) {
			s.flows(item, block)
		}
		return
	}
	for i := len(n.Content) - 2; i >= 0; i -= 2 {
		s.flows(n.Content[i+1], inside(block, n.Content[i].Value))
	}
	if isFlow(n) && block != nil && len(n.Content) > 2 {
		s.flow(n, block)
	}
}

// flow orders one mapping between braces. What stands between its entries (commas, spaces, line breaks) stays where it is. One with a remark in it is left alone.
func (s *sheet) flow(n *yaml.Node, block *parse.BlockDoc) {
	from, at := row(n), s.column(n)
	to, end := s.closing(n)
	if to >= len(s.lines) || s.lines[from][at] != '{' {
		return
	}
	parts := slices.Clone(s.lines[from : to+1])
	after := parts[len(parts)-1][end:]
	parts[len(parts)-1] = parts[len(parts)-1][:end]
	before := parts[0][:at]
	parts[0] = parts[0][at:]
	whole := strings.Join(parts, "\n")
	pieces, ok := cut(whole)
	if !ok || len(pieces) != len(n.Content)/2 {
		return
	}
	order := make([]int, len(pieces))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(place(block, n.Content[2*a].Value), place(block, n.Content[2*b].Value))
	})
	var b strings.Builder
	last := 0
	for i, p := range pieces {
		b.WriteString(whole[last:p[0]])
		moved := pieces[order[i]]
		b.WriteString(whole[moved[0]:moved[1]])
		last = p[1]
	}
	b.WriteString(whole[last:])
	fresh := strings.Split(before+b.String()+after, "\n")
	copy(s.lines[from:to+1], fresh)
}

// cut finds the entries between the braces at both ends of a text, without the space around them: [from, to). It is false when there is a remark.
func cut(whole string) (pieces [][2]int, ok bool) {
	scan := scanner{start: true}
	depth, from := 0, 1
	add := func(to int) {
		inner := whole[from:to]
		trimmed := strings.Trim(inner, " \t\n")
		if trimmed != "" {
			begin := from + strings.Index(inner, trimmed)
			pieces = append(pieces, [2]int{begin, begin + len(trimmed)})
		}
		from = to + 1
	}
	for at := range len(whole) {
		if whole[at] == '\n' {
			scan.line()
			continue
		}
		switch scan.next(whole, at) {
		case remark:
			return nil, false
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				add(at)
			}
		case comma:
			if depth == 1 {
				add(at)
			}
		}
	}
	return pieces, true
}
