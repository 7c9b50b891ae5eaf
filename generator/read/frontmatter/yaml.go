package frontmatter

import (
	"errors"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
)

// breaks are the characters that YAML 1.1 takes for line breaks and that no editor shows as one. Each becomes one space, so that lines and columns stay.
var breaks = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ", "\r", " ")

// documentEnd is the line of three dots that ends a YAML document within the front matter.
func (r *reader) documentEnd() diag.Pos {
	at := r.front.from
	for l := range strings.Lines(r.Text[r.front.from:r.front.to]) {
		if strings.TrimSpace(l) == "..." {
			return r.Line(at)
		}
		at += len(l)
	}
	return r.Fence()
}

// load reads the front matter to a mapping node, or reports why not.
func (r *reader) load() *yaml.Node {
	var root yaml.Node
	err := yaml.Load([]byte(breaks.Replace(r.Text[r.front.from:r.front.to])), &root)
	switch {
	case root.Kind == yaml.DocumentNode && err != nil:
		r.problems.Add(diag.YAMLSecond, r.documentEnd())
	case strings.Contains(errorText(err), "no documents"):
		return &yaml.Node{Kind: yaml.MappingNode}
	case err != nil:
		r.syntax(err)
		return nil
	}
	if len(root.Content) == 0 || !r.plain(&root) {
		return nil
	}
	top := root.Content[0]
	if top.Kind == yaml.ScalarNode && top.Tag == "!!null" {
		return &yaml.Node{Kind: yaml.MappingNode}
	}
	if top.Kind != yaml.MappingNode {
		if r.blanks() {
			return nil
		}
		r.problems.AddVariant(diag.YAMLSyntax, "fields", r.Span(top))
		return nil
	}
	r.comments(top)
	return top
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// syntax words an error of the YAML reader by its likeliest cause (cause.go).
func (r *reader) syntax(err error) {
	var fault *yaml.LoadError
	if !errors.As(err, &fault) || fault.Mark.Line == 0 {
		r.problems.Add(diag.YAMLSyntax, r.Fence())
		return
	}
	if r.blanks() {
		return
	}
	variant, from := r.cause(fault)
	from = min(from, max(r.front.to-1, r.front.from))
	to := from
	if from < len(r.Text) {
		to = r.places.LineEnd(from)
	}
	pos := r.places.At(from, to)
	r.problems.AddVariant(diag.YAMLSyntax, variant, pos, "sign", firstSign(r.Text[from:to]))
}

func firstSign(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// plain refuses what makes YAML a language: anchors, aliases, tags, merge keys. The author's file says what it says, in one place.
func (r *reader) plain(n *yaml.Node) bool {
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
		r.problems.AddVariant(diag.YAMLRefused, variant, r.Span(n))
	}
	r.problems.AddUnpublishable(n.Value, r.Span(n))
	for _, child := range n.Content {
		ok = r.plain(child) && ok
	}
	return ok
}
