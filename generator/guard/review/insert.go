package review

import (
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

// insert writes an item of a list into the text by lines. ok is false where the list is not written as lines or in brackets.
func (f *file) insert(path []Category, item *yaml.Node) (text string, ok bool) {
	lines := strings.SplitAfter(f.text, "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	} else {
		lines[last] += "\n"
	}
	at, indent, n := len(lines), 0, f.root
	for i, keys := range path {
		k, value, _ := lookup(n, keys)
		if k == nil {
			if n.Line > 0 {
				if n.Style&yaml.FlowStyle != 0 {
					return "", false
				}
				at, indent = end(lines, n.Line-1, n.Column-1, false), n.Column-1
			}
			return put(lines, at, rest(path[i:], item, indent, f.english)), true
		}
		if value.Kind == yaml.ScalarNode && value.Tag == "!!null" && i == len(path)-1 {
			return put(lines, k.Line, rest(nil, item, k.Column+1, f.english)), true
		}
		if value.Kind == yaml.ScalarNode && value.Tag == "!!null" {
			return put(lines, k.Line, rest(path[i+1:], item, k.Column+1, f.english)), true
		}
		n = value
	}
	switch {
	case n.Kind != yaml.SequenceNode:
		return "", false
	case n.Style&yaml.FlowStyle != 0:
		return f.bracket(lines, n, item)
	}
	return put(lines, end(lines, n.Line-1, n.Column-1, true), rest(nil, item, n.Column-1, f.english)), true
}

// rest is what comes into the text: the keys that are not there yet, and the item.
func rest(path []Category, item *yaml.Node, indent int, english bool) []string {
	var out []string
	for _, keys := range path {
		out = append(out, strings.Repeat(" ", indent)+keys.in(english)+":\n")
		indent += 2
	}
	lead := strings.Repeat(" ", indent) + "- "
	if item.Kind == yaml.ScalarNode {
		return append(out, lead+quoted(item.Value)+"\n")
	}
	for i := 0; i+1 < len(item.Content); i += 2 {
		out = append(out, lead+item.Content[i].Value+": "+quoted(item.Content[i+1].Value)+"\n")
		lead = strings.Repeat(" ", indent+2)
	}
	return out
}

func put(lines []string, at int, more []string) string {
	return strings.Join(slices.Insert(slices.Clone(lines), min(at, len(lines)), more...), "")
}

// end gives the line after the last one of a block that begins on a line at an indent. Comments and empty lines below it belong to what follows.
func end(lines []string, from, indent int, list bool) int {
	last := from + 1
	for i := from; i < len(lines); i++ {
		text := strings.TrimSpace(lines[i])
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		have := len(lines[i]) - len(strings.TrimLeft(lines[i], " "))
		if have < indent || list && have == indent && !strings.HasPrefix(text, "-") {
			break
		}
		last = i + 1
	}
	return last
}

// bracket writes an item before the ] that ends a list in brackets on one line.
func (f *file) bracket(lines []string, n, item *yaml.Node) (string, bool) {
	line := lines[n.Line-1]
	if item.Kind != yaml.ScalarNode || strings.Count(line, "]") != 1 || strings.Count(line, "[") != 1 {
		return "", false
	}
	at := strings.Index(line, "]")
	before := strings.TrimRight(line[:at], " ,")
	if !strings.HasSuffix(before, "[") {
		before += ", "
	}
	out := slices.Clone(lines)
	value := quoted(item.Value)
	if strings.ContainsAny(value, ",[]{}") && !strings.HasPrefix(value, "'") && !strings.HasPrefix(value, `"`) {
		value = "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	out[n.Line-1] = before + value + line[at:]
	return strings.Join(out, ""), true
}
