// Package parse turns one file into one document of the model, and says everything that is wrong with it in one go.
//
//	doc, problems := parse.Document(casebook.KindCase, "nadira", "content/casussen/nadira.md", text)
//
// Package frontmatter reads the fields at the top of a file and package markdown the texts; here stands what fields there are and what they mean: one
// table per kind of document (fields_*.go), with both names, type, who may see it, an explanation and an example. The decoder (decode.go), its "did you mean",
// and docs/velden.md all come from these tables; Fields hands them out. To add a field, add a row; to add a type of value, add a function to values.go. Checks
// that need more than one field stand in check.go.
//
// A value is what the author typed: nee, 12:30 and 2014 are texts unless the field is a yes or no, a number, a date, a time.
//
// Only what the file alone can tell is checked here. References are kept as written, for link to follow.
package parse

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/frontmatter"
	"casusboek/generator/read/markdown"
)

// Fields describes the documents and all that can stand in them, in the order of casebook.Kind, and then privacy.yaml and reviews.yaml.
func Fields() []*BlockDoc {
	return []*BlockDoc{siteBlock.doc, caseBlock.doc, reflectionBlock.doc, sessionBlock.doc, themeBlock.doc, organisationBlock.doc, pageBlock.doc, answersBlock.doc, reviewsBlock.doc}
}

// Document parses one file. text is what source.File.Text gives; path begins with content/. The document is never nil: with errors among the problems it holds what could
// be read, so that references to it still find it.
func Document(kind casebook.Kind, id, path, text string) (casebook.Document, diag.List) {
	file, problems := frontmatter.Read(path, text, func(key string) bool { return len(belongs[key]) > 0 })
	d := &decoder{File: file, kind: kind, id: id, problems: problems}
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
	doc.Document().Gaps = d.gaps
	return doc, d.problems
}

// Unread is the document of a file whose text could not be read at all: references to it find it, and nothing is said of what it lacks.
func Unread(kind casebook.Kind, id, path string) casebook.Document {
	doc, _ := Document(kind, id, path, "")
	return doc
}

// read makes the document with what stands in its front matter.
func read[T any, P interface {
	*T
	casebook.Document
}](d *decoder, b *block[T]) P {
	value := b.empty()
	doc := P(&value)
	*doc.Document() = casebook.Doc{Kind: d.kind, ID: d.id, Pos: diag.Pos{File: d.Path}}
	if d.Fields == nil {
		d.gaps = true
		return doc
	}
	d.detect(b.doc)
	decode(d, b, d.Fields, &value)
	return doc
}

// body turns the Markdown below the front matter, and what waited for the other fields, into what the model holds.
func (d *decoder) body(doc casebook.Document) {
	ids := map[string]int{}
	switch doc := doc.(type) {
	case *casebook.Case:
		for _, e := range doc.Events {
			ids[e.ID.V] = 1
		}
	case *casebook.Reflection:
		ids[casebook.QuoteID] = 1
	}
	t := markdown.Text{Source: d.Text[d.Body:], At: d.Line(d.Body), Prefix: d.id + "-", Top: 2, IDs: ids}
	doc.Document().Body = d.prose(t, func(offset int) int { return d.Body + offset })
	for _, do := range d.later {
		do()
	}
}

// prose converts a text of the file; place turns an offset in it into one in the file.
func (d *decoder) prose(t markdown.Text, place func(offset int) int) casebook.Prose {
	t.File = d.Path
	t.Pos = func(from, to int) diag.Pos { return d.At(place(from), place(to)) }
	prose, problems := markdown.Prose(t)
	d.problems.Join(problems)
	return prose
}
