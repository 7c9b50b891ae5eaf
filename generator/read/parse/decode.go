package parse

import (
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
	"casusboek/generator/read/frontmatter"
)

// decoder holds what belongs to one file while it is being read.
type decoder struct {
	*frontmatter.File
	kind     casebook.Kind
	id       string
	english  bool // the author writes English keys
	preset   string
	problems diag.List
	gaps     bool     // something that others may refer to could not be read
	later    []func() // what needs other fields first, such as the ids in Markdown
}

func (d *decoder) add(rule diag.Rule, pos diag.Pos, args ...string) {
	d.problems.Add(rule, pos, args...)
}

func (d *decoder) addVariant(rule diag.Rule, variant string, pos diag.Pos, args ...string) {
	d.problems.AddVariant(rule, variant, pos, args...)
}

// written is one field that stands in the file.
type written struct {
	key, value *yaml.Node
	english    bool
}

// decode fills a block from a mapping, and reports all that is unknown, double or missing in it.
func decode[T any](d *decoder, b *block[T], n *yaml.Node, into *T) {
	if n.Kind != yaml.MappingNode {
		d.gaps = true
		d.addVariant(diag.ValueType, "block", d.Span(n), "key", b.doc.Names.in(d.english), "fields", b.doc.list(d.english))
		return
	}
	if b.place != nil && n.Line > 0 {
		b.place(into, d.Span(n))
	}
	seen := make([]written, len(b.fields))
	expected := map[int]bool{} // fields that a misspelt key was meant for
	for i := 0; i+1 < len(n.Content); i += 2 {
		w := written{key: n.Content[i], value: n.Content[i+1]}
		at, known := b.index[w.key.Value]
		if !known {
			if b.rest == nil || !b.rest(d, into, w.key, w.value) {
				d.unknown(b.doc, w, expected)
			}
			continue
		}
		w.english = at.english
		if first := seen[at.field]; first.key != nil {
			d.twice(first, w)
			continue
		}
		seen[at.field] = w
	}
	for i, w := range seen {
		if w.key != nil && !absent(w.value) {
			b.fields[i].value.set(d, into, w.value, w.key.Value)
		}
	}
	for i, w := range seen {
		if f := &b.fields[i]; f.need == required && !expected[i] && (w.key == nil || absent(w.value)) {
			d.missing(b.missing(f.nl), n, w.key, d.name(f.nl, f.en), b.labelOf(into))
		}
	}
	if b.after != nil {
		b.after(d, into, func(nl string) diag.Pos { return d.Span(seen[b.index[nl].field].key) })
	}
}

// absent reports whether a key has nothing behind it. Quotes with nothing between them count as nothing too.
func absent(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode {
		return len(n.Content) == 0
	}
	return strings.TrimSpace(n.Value) == "" || n.Tag == "!!null"
}

// missing reports a required field: at its key when that stands there with nothing behind it, otherwise at the start of its block.
func (d *decoder) missing(rule diag.Rule, block, key *yaml.Node, name, label string) {
	pos, variant := d.Fence(), ""
	switch {
	case key != nil:
		pos, name = d.Span(key), key.Value
	case block.Line > 0 && block.Column > 1: // not the front matter as a whole
		pos = d.Span(block)
	}
	switch {
	case key != nil && rule == diag.FieldMissing:
		variant = "empty"
	case label == "":
		variant = "nameless"
	}
	d.addVariant(rule, variant, pos, "key", name, "label", label)
}

func (d *decoder) twice(first, second written) {
	d.gaps = d.gaps || second.value.Kind != yaml.ScalarNode
	rule := diag.KeyDuplicate
	if first.english != second.english {
		rule = diag.FieldTwice
	}
	d.add(rule, d.Span(second.key), "key", second.key.Value, "other", first.key.Value, "place", d.Span(first.key).String())
}

// name chooses the name of a field in the language that the author writes.
func (d *decoder) name(nl, en string) string { return Names{nl, en}.in(d.english) }

// detect finds the author's language from the first key that is not the same in both.
func (d *decoder) detect(docs *BlockDoc) {
	for i := 0; i < len(d.Fields.Content); i += 2 {
		for _, f := range docs.Fields {
			if f.Names.NL == f.Names.EN {
				continue
			}
			if key := d.Fields.Content[i].Value; key == f.Names.NL || key == f.Names.EN {
				d.english = key == f.Names.EN
				return
			}
		}
	}
}

// unknown reports a key that is none of the fields, with the field that was meant when that can be guessed.
func (d *decoder) unknown(b *BlockDoc, w written, expected map[int]bool) {
	key, pos := w.key, d.Span(w.key)
	d.gaps = d.gaps || w.value.Kind != yaml.ScalarNode || strings.EqualFold(key.Value, "id")
	if key.Kind != yaml.ScalarNode {
		d.addVariant(diag.YAMLSyntax, "fields", pos)
		return
	}
	var names []string
	for _, f := range b.Fields {
		names = append(names, f.Names.in(d.english), f.Names.in(!d.english))
	}
	meant := lang.Nearest(key.Value, names)
	where := belongs[key.Value]
	elsewhere := len(where) > 0 && !slices.Contains(where, b.Name)
	if elsewhere { // put in the wrong place rather than misspelt
		meant = slices.IndexFunc(names, func(name string) bool { return sameWord(name, key.Value) })
	}
	if meant >= 0 {
		expected[meant/2] = true
		d.addVariant(diag.FieldUnknown, "near", pos, "key", key.Value, "near", names[meant])
		return
	}
	if elsewhere {
		d.addVariant(diag.FieldUnknown, "in-"+where[0], pos, "key", key.Value)
		return
	}
	d.add(diag.FieldUnknown, pos, "key", key.Value)
}

// sameWord reports whether one key is the other with an ending, as casussen is of casus.
func sameWord(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 4 && len(b)-len(a) <= 3 && strings.HasPrefix(b, a)
}
