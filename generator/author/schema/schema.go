// Package schema makes JSON Schemas (draft 2020-12) of the tables of fields, for editors that complete, explain and check what an author types.
//
//	for _, kind := range schema.Kinds() {
//		fmt.Println(kind.Names.NL, len(schema.Of(kind)))
//	}
//
// There is one schema for each kind of document, for what stands between its two lines of ---, and one for content/privacy.yaml and content/reviews.yaml. Both names of
// every field are in it: the Dutch one is explained in Dutch and the English one in English. A field may be given once, under either name. Unknown fields are refused.
//
// Whatever casusboek check accepts is valid here too, also in its short forms: one value for a list of one, nee without quotation marks, a field with nothing behind it. The
// other way round a schema knows less. It sees values after YAML has read them, one file at a time, so it lets these pass and check does not:
//
//   - what takes more than one value to know: rounds that are not there, kinds of time that are mixed, ids and names used twice, references that lead nowhere;
//   - what YAML evens out: 013 or 0x10 for a number, 14.00 for a time, a list without its brackets (a, b), keys that stand there twice;
//   - what a pattern cannot count: 30 February, an age of 200, a range that ends before it begins, a word that is nearly a field in a tally;
//   - anchors, tags, and everything about the text below the fields.
package schema

import (
	"bytes"
	"encoding/json"
	"io"

	"casusboek/generator/read/parse"
)

// Kinds are the blocks that get a schema: all documents, and the two files of the guard.
func Kinds() []*parse.BlockDoc { return parse.Fields() }

// Of gives the schema of one of Kinds: indented JSON with a line break at its end. The same table gives the same bytes.
func Of(kind *parse.BlockDoc) []byte {
	m := maker{done: map[string]bool{}}
	m.add("empty", emptySchema())
	root := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$comment", mark + kind.Name + ". Change the table of fields, not this file."},
		{"title", both(kind.Names)},
	}
	root = append(root, m.block(kind)...)
	root = append(root, member{"$defs", m.defs})
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(root); err != nil {
		panic(err) // only texts, numbers and lists of them stand in it
	}
	return text.Bytes()
}

const mark = "Made by casusboek schema "

// Made reports whether a file is a schema of casusboek's.
func Made(r io.ReaderAt, size int64) bool {
	text, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	return err == nil && bytes.Contains(text, []byte(mark))
}

// both joins the two names of one thing, or gives the one.
func both(n parse.Names) string {
	if n.NL == n.EN {
		return n.NL
	}
	return n.NL + " (" + n.EN + ")"
}

// maker gathers the definitions that a schema refers to.
type maker struct {
	defs object
	done map[string]bool
}

// add gives a reference to a definition, and keeps the definition when it is new.
func (m *maker) add(name string, definition object) object {
	if !m.done[name] {
		m.done[name] = true
		m.defs = append(m.defs, member{name, definition})
	}
	return reference(name)
}

func reference(name string) object { return object{{"$ref", "#/$defs/" + name}} }

// block describes a mapping with its fields. Both names of a field stand in it, and one of them at most may be used.
func (m *maker) block(b *parse.BlockDoc) object {
	var properties object
	var rules []any
	var required []string
	for _, f := range b.Fields {
		for _, p := range named(f) {
			properties = append(properties, member{p.key, append(object{{"description", p.value.(string)}}, m.field(f)...)})
		}
		same, must := f.Names.NL == f.Names.EN, f.Required && !waived(b, f)
		switch {
		case must && same:
			required = append(required, f.Names.NL)
		case must:
			rules = append(rules, object{{"oneOf", []any{has(f.Names.NL), has(f.Names.EN)}}})
		case !same:
			rules = append(rules, object{{"not", has(f.Names.NL, f.Names.EN)}})
		}
	}
	if b.Name == "reflection" {
		rules = append(rules, headlineUnlessWithdrawn())
	}
	o := object{{"type", "object"}, {"minProperties", 1}, {"properties", properties}}
	if b.Rest != nil {
		o = append(o, member{"additionalProperties", m.core(*b.Rest)})
	} else {
		o = append(o, member{"additionalProperties", false})
	}
	if len(required) > 0 {
		o = append(o, member{"required", required})
	}
	if len(rules) > 0 {
		o = append(o, member{"allOf", rules})
	}
	return o
}

// named gives both names of a field, each with its explanation; a name that is the same in both languages has both.
func named(f parse.FieldDoc) object {
	nl, en := f.Explain.NL, f.Explain.EN
	if f.Example != "" {
		nl += "\n\nBijvoorbeeld: " + f.Names.NL + ": " + f.Example
	}
	if f.Names.NL == f.Names.EN {
		return object{{f.Names.NL, nl + "\n\n" + en}}
	}
	return object{{f.Names.NL, nl}, {f.Names.EN, en}}
}

func has(keys ...string) object { return object{{"required", keys}} }

// waived reports whether a required field may be missing after all. Of a reflection that was withdrawn nothing needs to be left but that.
func waived(b *parse.BlockDoc, f parse.FieldDoc) bool {
	return b.Name == "reflection" && f.Names.EN == "headline"
}

func headlineUnlessWithdrawn() object {
	withdrawn := func(consent, day string) object {
		text := object{{"type", "string"}, {"pattern", notBlank}}
		inner := object{{"required", []string{day}}, {"properties", object{{day, text}}}}
		return object{{"required", []string{consent}}, {"properties", object{{consent, inner}}}}
	}
	filled := object{{"pattern", notBlank}, {"type", []string{"string", "number", "boolean"}}}
	var ways []any // an editor that complains names the first
	for _, headline := range []string{"kop", "headline"} {
		ways = append(ways, object{{"required", []string{headline}}, {"properties", object{{headline, filled}}}})
	}
	for _, consent := range []string{"toestemming", "consent"} {
		for _, day := range []string{"ingetrokken", "withdrawn"} {
			ways = append(ways, withdrawn(consent, day))
		}
	}
	return object{{"anyOf", ways}}
}

// object is a JSON object whose members keep their order, so that a reader finds the fields as the table has them.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, part := range []any{m.key, m.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			text, err := marshal(part)
			if err != nil {
				return nil, err
			}
			b.Write(text)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshal is json.Marshal that leaves < and > as they are: no page holds a schema.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// FileName is what the schema of a kind is called as a file, in the language of a casebook: casus.json or case.json.
func FileName(kind *parse.BlockDoc, language string) string {
	if language == "en" {
		return kind.Names.EN + ".json"
	}
	return kind.Names.NL + ".json"
}
