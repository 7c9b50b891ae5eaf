package parse

import (
	"errors"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
)

// breaks are the characters that YAML 1.1 takes for line breaks and that no editor shows as one. Each becomes one space, so that lines and columns stay.
var breaks = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ", "\r", " ")

// load reads the front matter to a mapping node, or reports why not.
func (d *decoder) load() *yaml.Node {
	var root yaml.Node
	err := yaml.Load([]byte(breaks.Replace(d.text[d.front.from:d.front.to])), &root)
	switch {
	case root.Kind == yaml.DocumentNode && err != nil:
		d.add(diag.YAMLSecond, d.fence())
	case strings.Contains(errorText(err), "no documents"):
		return &yaml.Node{Kind: yaml.MappingNode}
	case err != nil:
		d.syntax(err)
		return nil
	}
	if len(root.Content) == 0 || !d.plain(&root) {
		return nil
	}
	top := root.Content[0]
	if top.Kind == yaml.ScalarNode && top.Tag == "!!null" {
		return &yaml.Node{Kind: yaml.MappingNode}
	}
	if top.Kind != yaml.MappingNode {
		d.addVariant(diag.YAMLSyntax, "fields", d.span(top))
		return nil
	}
	return top
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// syntax words an error of the YAML reader by its likeliest cause.
func (d *decoder) syntax(err error) {
	var fault *yaml.LoadError
	if !errors.As(err, &fault) || fault.Mark.Line == 0 {
		d.add(diag.YAMLSyntax, d.fence())
		return
	}
	if d.tabs() {
		return
	}
	from := d.offset(fault.Mark.Line, fault.Mark.Column)
	said := fault.Message
	variant := ""
	switch {
	case strings.Contains(fault.ContextMsg, "quoted scalar"):
		variant = "quote"
		from = d.offset(fault.ContextMark.Line, fault.ContextMark.Column)
		if strings.HasPrefix(d.text[from:], "'") {
			variant = "apostrophe"
		}
	case strings.Contains(said, "mapping values are not allowed"):
		variant = "colon"
	case strings.Contains(said, "unknown anchor"), strings.Contains(said, "cannot start any token"), strings.Contains(said, "alphabetic or numeric"):
		variant = "sign"
	case strings.Contains(fault.ContextMsg, "flow"):
		variant = "bracket"
		from = d.offset(fault.ContextMark.Line, fault.ContextMark.Column)
	case from > 0 && from < len(d.text) && strings.HasSuffix(strings.TrimRight(d.text[d.places.starts[d.places.lineOf(from)]:from], " "), `"`):
		variant = "after"
	case strings.Contains(said, "expected key"), strings.Contains(said, "could not find expected ':'"), strings.Contains(said, "'-' indicator"):
		variant = "indent"
	}
	from = min(from, max(d.front.to-1, d.front.from))
	to := from
	if from < len(d.text) {
		to = d.places.lineEnd(from)
	}
	pos := d.places.at(from, to)
	d.addVariant(diag.YAMLSyntax, variant, pos, "sign", firstSign(d.text[from:to]))
}

func firstSign(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// tabs reports every line that is indented with a tab, and whether there was any.
func (d *decoder) tabs() bool {
	found := false
	for offset := d.front.from; offset < d.front.to; {
		l := line(d.text, offset)
		indent := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 && strings.TrimSpace(l) != "" {
			found = true
			d.addVariant(diag.YAMLSyntax, "tab", d.places.at(offset+i, offset+i+1))
		}
		offset += len(l)
	}
	return found
}

// plain refuses what makes YAML a language: anchors, aliases, tags, merge keys. The author's file says what it says, in one place.
func (d *decoder) plain(n *yaml.Node) bool {
	variant := ""
	switch {
	case n.Kind == yaml.AliasNode:
		variant = "alias"
	case n.Anchor != "":
		variant = "anchor"
	case n.Style&yaml.TaggedStyle != 0:
		variant = "tag"
	case n.Tag == "!!merge":
		variant = "merge"
	}
	ok := variant == ""
	if !ok {
		d.addVariant(diag.YAMLRefused, variant, d.span(n))
	}
	for _, child := range n.Content {
		ok = d.plain(child) && ok
	}
	return ok
}
