package frontmatter

import (
	"strings"
	"unicode"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
)

// cause gives the likeliest cause of a fault, as a variant of its rule, and the offset at which the author should look. The YAML reader often
// stops a line below the slip, or where a text began that was never ended.
func (r *reader) cause(fault *yaml.LoadError) (variant string, at int) {
	at = r.offset(fault.Mark.Line, fault.Mark.Column)
	begun := r.offset(fault.ContextMark.Line, fault.ContextMark.Column)
	said, context := fault.Message, fault.ContextMsg
	is := func(text string, parts ...string) bool {
		for _, part := range parts {
			if strings.Contains(text, part) {
				return true
			}
		}
		return false
	}
	switch {
	case is(context, "quoted scalar") && is(said, "escape", "hexadecimal"):
		return "backslash", begun
	case is(context, "quoted scalar") && strings.HasPrefix(r.Text[begun:], "'"):
		return "apostrophe", begun
	case is(context, "quoted scalar"):
		return "quote", begun
	case is(said, "mapping values are not allowed"):
		return r.colon(at)
	case is(context, "block scalar", "an anchor", "an alias"):
		return "sign", begun
	case is(said, "unknown anchor", "cannot start any token", "keys are not allowed", "expected node content"):
		return "sign", at
	case is(said, "sequence entries are not allowed"):
		if strings.TrimSpace(r.before(at)) == "" {
			return "indent", at
		}
		return "sign", at
	case is(context, "flow"):
		return "bracket", begun
	case is(said, "could not find expected ':'"):
		return "stray", begun
	case strings.HasSuffix(strings.TrimRight(r.before(at), " "), `"`):
		return "after", at
	case strings.HasSuffix(strings.TrimRight(r.before(at), " "), "'"):
		return "after-apostrophe", at
	case is(said, "expected key", "'-' indicator"):
		return "indent", at
	}
	return "", at
}

// before is what stands on the line of an offset, up to it.
func (r *reader) before(at int) string { return r.Text[r.places.LineStart(at):at] }

// colon tells apart why a colon can not stand where it does: the line is indented further than it should be, the line above it is no field, or
// the colon belongs to a text.
func (r *reader) colon(at int) (variant string, from int) {
	start := r.places.LineStart(at)
	written := r.Text[start:at]
	if key := strings.TrimLeft(written, " -"); !r.isField(strings.TrimSpace(key)) {
		if value := strings.TrimSpace(written[strings.Index(written, ":")+1:]); strings.HasPrefix(value, "“") || strings.HasPrefix(value, "‘") || strings.HasPrefix(value, "„") {
			return "curly", at
		}
		return "colon", at
	}
	if start == r.front.from {
		return "colon", at
	}
	above := r.places.LineStart(start - 1)
	if indent(r.Text[above:]) >= indent(written) && !isKey(r.Text[above:start]) {
		return "stray", above + indent(r.Text[above:])
	}
	return "indent", start + indent(written)
}

// isKey reports whether a line has a colon that ends a key.
func isKey(line string) bool {
	return strings.Contains(line, ": ") || strings.HasSuffix(strings.TrimSpace(line), ":")
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// blanks reports every line that is indented with a tab, or with a space that is not an ordinary one; and a field that has such a space behind
// its colon. Nobody can see the difference. It says whether there was any.
func (r *reader) blanks() bool {
	found := false
	add := func(variant string, at, length int) {
		found = true
		r.problems.AddVariant(diag.YAMLSyntax, variant, r.places.At(at, at+length))
	}
	for offset := r.front.from; offset < r.front.to; {
		l := line(r.Text, offset)
		inner := strings.TrimLeftFunc(l, blankOrStrange)
		indent := l[:len(l)-len(inner)]
		if i := strings.IndexFunc(indent, func(c rune) bool { return c != ' ' }); i >= 0 && inner != "" {
			variant := "space"
			if indent[i] == '\t' {
				variant = "tab"
			}
			add(variant, offset+i, len(firstSign(indent[i:])))
		}
		if key, rest, ok := strings.Cut(inner, ":"); ok && strange(firstRune(rest)) && r.isField(strings.TrimLeft(key, "- ")) {
			add("space", offset+len(indent)+len(key)+1, len(firstSign(rest)))
		}
		offset += len(l)
	}
	return found
}

func firstRune(text string) rune {
	for _, c := range text {
		return c
	}
	return 0
}

func blankOrStrange(c rune) bool { return c == ' ' || c == '\t' || c == '\n' || strange(c) }

// strange reports whether a character looks like a space and is none to YAML: the fixed spaces of word processors and web pages.
func strange(c rune) bool {
	return c > unicode.MaxASCII && unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff'
}

// comments warns of a # that takes a part of a value away and was most likely meant as a part of it: "Sleutel #2". A remark has a space behind its #.
func (r *reader) comments(mapping *yaml.Node) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		r.comment(mapping.Content[i], mapping.Content[i+1])
	}
}

func (r *reader) comment(key, n *yaml.Node) {
	switch {
	case n.Kind == yaml.MappingNode:
		r.comments(n)
	case n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			r.comment(nil, item)
		}
	case n.Value == "" && n.Style == 0 && key != nil:
		r.lost(r.offset(key.Line, key.Column) + len(key.Value) + 1)
	case n.Style == 0:
		r.lost(r.offset(n.Line, n.Column) + len(n.Value))
	}
}

// lost reports a # that stands behind a value which ends at an offset, with no space behind it.
func (r *reader) lost(at int) {
	at = min(at, len(r.Text))
	rest := r.Text[at:r.places.LineEnd(at)]
	trimmed := strings.TrimLeft(rest, " ")
	if len(trimmed) < 2 || len(trimmed) == len(rest) || trimmed[0] != '#' || trimmed[1] == ' ' || trimmed[1] == '#' {
		return
	}
	from := at + len(rest) - len(trimmed)
	r.problems.Add(diag.YAMLComment, r.places.At(from, at+len(rest)), "text", trimmed)
}
