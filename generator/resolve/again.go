package resolve

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Resolver is a book that has been linked, in which one document at a time can be linked again: for who changes a text and does not want to wait for
// all others.
type Resolver struct {
	r        *resolver
	problems diag.List
}

// At gives the published document that stands in a file; nil when there is none.
func (l *Resolver) At(file string) casebook.Document {
	document := l.r.byPath[norm.NFC.String(file)]
	if document == nil || l.r.hidden[document.Document()] {
		return nil
	}
	return document
}

// Again links a document of the book that was refilled with what parse made of its file, and gives its problems. It must still be to others what it
// was (casebook.SameToOthers). ok is false when something else is wrong with it than was, or when another file's problem names a place in it:
// then the whole book must be linked.
func (l *Resolver) UpdateDocument(document casebook.Document) (problems diag.List, ok bool) {
	file := document.Document().Pos.File
	before := l.of(file)
	if l.isNamed(file, document.Document().ID) {
		return nil, false
	}
	l.link(document)
	problems = l.r.problems
	problems.Sort()
	same := slices.EqualFunc(before, problems, func(a, b diag.Problem) bool { return a.Rule == b.Rule && a.Variant == b.Variant })
	if !same || problems.HasErrors() {
		return nil, false
	}
	l.problems = slices.DeleteFunc(slices.Clone(l.problems), func(p diag.Problem) bool { return p.Pos.File == file })
	l.problems.Join(problems)
	return problems, true
}

// of gives the problems of one file, by place.
func (l *Resolver) of(file string) diag.List {
	var list diag.List
	for _, p := range l.problems {
		if p.Pos.File == file {
			list = append(list, p)
		}
	}
	list.Sort()
	return list
}

// isNamed reports whether a problem of another file names a document: a place in it, or the document as where something was looked for.
func (l *Resolver) isNamed(file, id string) bool {
	names := func(a diag.Arg) bool { return a.Value == id || strings.Contains(a.Value, file) }
	return slices.ContainsFunc(l.problems, func(p diag.Problem) bool { return p.Pos.File != file && slices.ContainsFunc(p.Args, names) })
}

// link goes through the steps of Resolve for one document. Those that are about the whole book (names that are used, addresses, pictures) have
// nothing to do, since all that they look at is as it was.
func (l *Resolver) link(document casebook.Document) {
	r := l.r
	r.problems, r.hints = nil, maxHints
	delete(r.anchors, document.Document())
	switch d := document.(type) {
	case *casebook.Case:
		d.Themes = referAll(r, r.themes, d.Themes)
	case *casebook.Reflection:
		d.Themes = referAll(r, r.themes, d.Themes)
		refer(r, r.organisations, &d.Organisation)
	}
	r.resolveReferencesOf(document)
	switch d := document.(type) {
	case *casebook.Case:
		r.resolveEventsOf(d)
	case *casebook.Reflection:
		r.resolveTurningCard(d)
		r.checkAfterRound(d)
	case *casebook.Session:
		r.resolveSession(d)
	}
	r.resolveLinksOf(document)
	r.dropFrom(document)
}
