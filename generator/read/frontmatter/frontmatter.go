// Package frontmatter reads the fields at the top of a content file, strictly, and knows where everything in the file stands.
//
//	file, problems := frontmatter.Read("content/casussen/nadira.md", text, isField)
//	for i := 0; file.Fields != nil && i < len(file.Fields.Content); i += 2 {
//		key, value := file.Fields.Content[i], file.Fields.Content[i+1]
//		fmt.Println(file.Span(key), key.Value, value.Value)
//	}
//	markdown := file.Text[file.Body:]
//
// The front matter is YAML between two lines of ---. It is kept as nodes, in which every value is the text that the author typed: what a
// field takes it for is decided by the tables of package parse. Anchors, aliases, tags and merge keys are refused, so that a file says what it says in one
// place; so is a second set of fields below the first. A mistake in the YAML is worded by its likeliest cause (cause.go).
//
// Places come in two kinds. Offsets are bytes in File.Text, as Offset gives of a node; At, Line, Span and Fence make of them and of nodes the diag.Pos that an author sees,
// in lines and characters. The text of a YAML value differs from what was typed (indents, folded lines, quotes): Align leads back.
package frontmatter

import (
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
)

// File is one content file with its fields and its Markdown told apart.
type File struct {
	Path   string     // content/casussen/nadira.md
	Text   string     // all of it
	Fields *yaml.Node // a mapping, empty when there are no fields; nil when they could not be read, and problems say why
	Body   int        // the offset at which the Markdown begins, empty lines passed over

	places *diag.Places
	front  front
	shift  int // lines of the file before the first line of YAML
}

// reader is a file that is being read.
type reader struct {
	*File
	problems diag.List
	isField  func(key string) bool
}

// Read finds and reads the front matter. The text is valid UTF-8 with \n for line breaks, as source.File.Text gives it. isField tells whether a
// key is known at all, by which fields that begin a second time are told from a text with a colon. The file is never nil.
func Read(path, text string, isField func(key string) bool) (*File, diag.List) {
	f := &File{Path: path, Text: text, Body: len(text), places: diag.NewPlaces(path, text)}
	r := &reader{File: f, isField: isField}
	r.read()
	return f, r.problems
}

// ReadYAML is Read for a file that is YAML as a whole, without fences; Body is its end. An empty file has no fields.
func ReadYAML(path, text string, isField func(key string) bool) (*File, diag.List) {
	f := &File{Path: path, Text: text, Body: len(text), places: diag.NewPlaces(path, text), front: front{to: len(text), body: len(text)}}
	r := &reader{File: f, isField: isField}
	f.Fields = r.load()
	return f, r.problems
}

func (r *reader) read() {
	if strings.TrimSpace(r.Text) == "" {
		r.problems.Add(diag.FileEmpty, diag.Pos{File: r.Path})
		return
	}
	found, fault := split(r.Text)
	if fault != "" {
		r.problems.Add(fault, r.Fence())
		return
	}
	r.front, r.shift = found, strings.Count(r.Text[:found.from], "\n")
	r.Fields = r.load()
	if r.Fields != nil && secondDocument(r.Text, found, r.isField) {
		r.problems.Add(diag.YAMLSecond, r.Line(found.body))
		return
	}
	body := r.Text[found.body:]
	r.Body = found.body + len(body) - len(strings.TrimLeft(body, "\n"))
}

// At is the place of the bytes of the text from one offset to another, both kept within it.
func (f *File) At(from, to int) diag.Pos { return f.places.At(from, to) }

// Line is the place from an offset to the end of its line.
func (f *File) Line(offset int) diag.Pos { return f.places.At(offset, f.places.LineEnd(offset)) }

// Fence is the place of the first line of the front matter.
func (f *File) Fence() diag.Pos {
	return f.Line(f.places.Start(f.shift))
}

// YAML gives the lines of the YAML, counted from 0: the first one, and the one after the last, which is the second fence. Line 1 of a node is the first.
func (f *File) YAML() (first, after int) {
	return f.shift, f.shift + strings.Count(f.Text[f.front.from:f.front.to], "\n")
}

// Offset is where a node begins, in Text.
func (f *File) Offset(n *yaml.Node) int { return f.offset(n.Line, n.Column) }

// offset turns a line and column of the YAML into an offset in the file.
func (f *File) offset(line, col int) int { return f.places.Offset(line+f.shift, col) }

// Span is the place of a node: a text from its first to its last character, anything else up to the end of its first line.
func (f *File) Span(n *yaml.Node) diag.Pos {
	from := f.offset(n.Line, n.Column)
	to := f.places.LineEnd(from)
	switch {
	case n.Kind != yaml.ScalarNode:
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && from < to:
		quote := f.Text[from]
		if i := strings.LastIndexByte(f.Text[from+1:to], quote); i >= 0 {
			to = from + 1 + i + 1
		}
	case strings.HasPrefix(f.Text[from:to], n.Value):
		to = from + len(n.Value)
	}
	return f.places.At(from, to)
}
