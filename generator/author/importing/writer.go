package importing

import (
	"slices"
	"strings"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/read/parse"
)

// writer gathers the lines of a file. Fields are named by their English names, and what has no value is left out.
type writer struct {
	fields  []parse.FieldDoc // of the block that is being written
	english bool
	indent  string
	b       strings.Builder
}

func (w *writer) line(text string) { w.b.WriteString(text + "\n") }

func (w *writer) in(n parse.Names) string {
	if w.english {
		return n.EN
	}
	return n.NL
}

func (w *writer) field(id string) parse.FieldDoc {
	for _, f := range w.fields {
		if f.Names.EN == id {
			return f
		}
	}
	panic("importing: no field " + id) // the names are written in this package; tests write all of them
}

// bare writes a value that is YAML as it stands.
func (w *writer) bare(id, value string) {
	w.line(w.indent + w.in(w.field(id).Names) + ": " + value)
}

// text writes a text on one line.
func (w *writer) text(id, text string) {
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		w.bare(id, skeleton.Quoted(text))
	}
}

// list writes a list of texts, an item on each line.
func (w *writer) list(id string, items []string) {
	if len(items) == 0 {
		return
	}
	w.line(w.indent + w.in(w.field(id).Names) + ":")
	for _, item := range items {
		w.line(w.indent + "  - " + skeleton.Quoted(item))
	}
}

// block writes a text of several lines as it is.
func (w *writer) block(id, text string) {
	if text == "" {
		return
	}
	w.line(w.indent + w.in(w.field(id).Names) + ": |")
	for line := range strings.Lines(text) {
		w.line(strings.TrimRight(w.indent+"  "+line, " \n"))
	}
}

// choice writes a word that is one of a field's, whatever its language and capitals; any other as it is, for check to tell of.
func (w *writer) choice(id, text string) {
	choices := w.field(id).Type.Choices
	i := slices.IndexFunc(choices, func(c parse.Names) bool { return strings.EqualFold(text, c.NL) || strings.EqualFold(text, c.EN) })
	if i >= 0 {
		text = w.in(choices[i])
	}
	w.text(id, text)
}

// person writes the parts of a name.
func (w *writer) person(first, infix, last string) {
	f := w.field("participant")
	w.line(w.in(f.Names) + ":")
	inner := writer{fields: f.Type.Block.Fields, english: w.english, indent: "  "}
	inner.text("first_name", first)
	inner.text("infix", infix)
	inner.text("last_name", last)
	w.b.WriteString(inner.b.String())
}
