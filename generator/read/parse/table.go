package parse

import (
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Names is one thing in both languages.
type Names struct{ NL, EN string }

func (n Names) in(english bool) string {
	if english {
		return n.EN
	}
	return n.NL
}

// BlockDoc describes a group of fields: those of a kind of document, or of something within one, such as an event.
type BlockDoc struct {
	Name   string // English: case, event; also the variant "in-<name>" of the hint that a field belongs there
	Names  Names  // as the key under which it stands
	Fields []FieldDoc
	Rest   *Type // what stands behind any other key; nil when there may be no other
}

// list names the fields in one language, the required ones first.
func (b *BlockDoc) list(english bool) string {
	var first, rest []string
	for _, f := range b.Fields {
		if f.Required {
			first = append(first, f.Names.in(english))
		} else {
			rest = append(rest, f.Names.in(english))
		}
	}
	return strings.Join(append(first, rest...), ", ")
}

// FieldDoc describes one field. It is all that documents, schemas and skeletons are made of.
type FieldDoc struct {
	Names    Names
	Type     Type
	Required bool
	Audience casebook.Audience
	Explain  Names  // one sentence
	Example  string // as it would be written, Dutch
}

// Type is what may stand behind a key.
type Type struct {
	Name    string // text, markdown, number, yes-no, date, clock, when, reference, choice or block
	List    bool
	Choices []Names   // of a choice
	Block   *BlockDoc // of a block
	Or      string    // another form that is taken too: text for a participant, preset for domains

	Form     string // of a text that is more than a text: id or address
	Min, Max int    // of a number, when it has bounds of its own
	Count    int    // of a list that has a fixed length
	Distinct bool   // of a list in which nothing stands twice
}

type need bool

const (
	optional need = false
	required need = true
)

// value is what a field takes: its description, and how a node becomes part of T. set gets no empty node.
type value[T any] struct {
	doc Type
	set func(d *decoder, into *T, n *yaml.Node, key string)
}

// field is one row of a table.
type field[T any] struct {
	nl, en   string
	value    value[T]
	need     need
	audience casebook.Audience
	explain  Names
	example  string
}

// block is a table with what it needs besides its rows.
type block[T any] struct {
	fields []field[T]
	fresh  func() T                     // nil: the zero value
	place  func(*T, diag.Pos)           // keeps where the block stands
	label  func(*T) string              // what a message may call it
	lacks  map[string]diag.Rule         // rules of their own for required fields, by Dutch name
	after  func(*decoder, *T, whereKey) // checks that need more than one field
	rest   func(d *decoder, into *T, key, value *yaml.Node) bool
	others *Type // what rest takes

	doc   *BlockDoc
	index map[string]place
}

// whereKey gives the place of a key that stands in the block, by its Dutch name.
type whereKey func(nl string) diag.Pos

type place struct {
	field   int
	english bool
}

// belongs tells in which blocks a key is known. Blocks enter themselves, since a list of all of them would refer to itself.
var belongs = map[string][]string{}

func newBlock[T any](name string, names Names, b block[T]) *block[T] {
	b.doc = &BlockDoc{Name: name, Names: names, Rest: b.others}
	b.index = map[string]place{}
	for i, f := range b.fields {
		b.doc.Fields = append(b.doc.Fields, FieldDoc{Names{f.nl, f.en}, f.value.doc, bool(f.need), f.audience, f.explain, f.example})
		b.index[f.en] = place{i, true}
		b.index[f.nl] = place{i, false}
		belongs[f.nl] = append(belongs[f.nl], name)
		if f.en != f.nl {
			belongs[f.en] = append(belongs[f.en], name)
		}
	}
	return &b
}

func (b *block[T]) missing(nl string) diag.Rule {
	if rule, ok := b.lacks[nl]; ok {
		return rule
	}
	return diag.FieldMissing
}

func (b *block[T]) labelOf(t *T) string {
	if b.label == nil {
		return ""
	}
	return b.label(t)
}

func (b *block[T]) empty() T {
	if b.fresh == nil {
		var zero T
		return zero
	}
	return b.fresh()
}
