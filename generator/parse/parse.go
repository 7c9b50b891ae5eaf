// Package parse turns one file into one document of the model, and says everything that is wrong with it in one go.
//
//	doc, problems := parse.Document(casebook.KindCase, "nadira", "content/casussen/nadira.md", text)
//
// A file is YAML front matter between two lines of --- and a Markdown body. What fields there are stands in one table per kind of document (fields_*.go): both
// names, type, who may see it, an explanation and an example. The strict decoder, its "did you mean", and docs/velden.md all come
// from these tables; Fields hands them out. To add a field, add a row.
//
// Only what the file alone can tell is checked here. References are kept as written, for link to follow.
//
// A YAML text is what the author typed: nee, 12:30 and 2014 are texts unless the field is a yes or no, a number, a date, a time. Anchors, aliases, tags and merge keys are
// refused. What Markdown may hold tells package markdown.
package parse

import (
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/markdown"
)

// Fields describes the documents and all that can stand in them, in the order of casebook.Kind.
func Fields() []*BlockDoc {
	return []*BlockDoc{siteBlock.doc, caseBlock.doc, reflectionBlock.doc, sessionBlock.doc, themeBlock.doc, organisationBlock.doc, pageBlock.doc}
}

// Document parses one file. text is what source.File.Text gives; path begins with content/. The document is never nil: with errors among the problems it holds what could
// be read, so that references to it still find it.
func Document(kind casebook.Kind, id, path, text string) (casebook.Document, diag.List) {
	d := &decoder{kind: kind, id: id, text: text, places: newPlaces(path, text)}
	var doc casebook.Document
	switch kind {
	case casebook.KindSite:
		doc = read(d, siteBlock)
	case casebook.KindCase:
		doc = read(d, caseBlock)
	case casebook.KindReflection:
		doc = read(d, reflectionBlock)
	case casebook.KindSession:
		doc = read(d, sessionBlock)
	case casebook.KindTheme:
		doc = read(d, themeBlock)
	case casebook.KindOrganisation:
		doc = read(d, organisationBlock)
	default:
		doc = read(d, pageBlock)
	}
	d.body(doc)
	d.problems.Sort()
	return doc, d.problems
}

// read makes the document with what stands in its front matter.
func read[T any, P interface {
	*T
	casebook.Document
}](d *decoder, b *block[T]) P {
	value := b.empty()
	doc := P(&value)
	*doc.Document() = casebook.Doc{Kind: d.kind, ID: d.id, Pos: diag.Pos{File: d.places.file}}
	if n := d.matter(b.doc); n != nil {
		decode(d, b, n, &value)
	}
	return doc
}

// matter gives the front matter as a mapping, or nil and a problem.
func (d *decoder) matter(b *BlockDoc) *yaml.Node {
	if strings.TrimSpace(d.text) == "" {
		d.add(diag.FileEmpty, diag.Pos{File: d.places.file})
		return nil
	}
	f, fault := split(d.text)
	if fault != "" {
		d.front = front{body: len(d.text)}
		d.add(fault, d.fence())
		return nil
	}
	d.front, d.shift = f, strings.Count(d.text[:f.from], "\n")
	n := d.load()
	if n == nil {
		return nil
	}
	d.detect(b, n)
	if secondDocument(d.text, f, func(key string) bool { return len(belongs[key]) > 0 }) {
		from := f.body
		d.add(diag.YAMLSecond, d.places.at(from, d.places.lineEnd(from)))
		d.front.body = len(d.text)
	}
	return n
}

// body turns the Markdown below the front matter, and what waited for the other fields, into what the model holds.
func (d *decoder) body(doc casebook.Document) {
	rest := d.text[d.front.body:]
	skipped := len(rest) - len(strings.TrimLeft(rest, "\n"))
	base := d.front.body + skipped
	ids := map[string]bool{}
	if c, ok := doc.(*casebook.Case); ok {
		for _, e := range c.Events {
			ids[e.ID.V] = true
		}
	}
	t := markdown.Text{Source: d.text[base:], At: d.places.at(base, d.places.lineEnd(base)), Prefix: d.id + "-", Top: 2, IDs: ids}
	doc.Document().Body = d.prose(t, func(offset int) int { return base + offset })
	for _, do := range d.later {
		do()
	}
}

// prose converts a text of the file; place turns an offset in it into one in the file.
func (d *decoder) prose(t markdown.Text, place func(offset int) int) casebook.Prose {
	t.File = d.places.file
	t.Pos = func(from, to int) diag.Pos { return d.places.at(place(from), place(to)) }
	prose, problems := markdown.Prose(t)
	d.problems.Join(problems)
	return prose
}
