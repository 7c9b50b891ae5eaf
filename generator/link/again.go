package link

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Linked is a book that has been linked, in which one document at a time can be linked again: for who changes a text and does not want to wait for
// all others.
type Linked struct {
	r        *resolver
	problems diag.List
}

// At gives the published document that stands in a file; nil when there is none.
func (l *Linked) At(file string) casebook.Document {
	document := l.r.byPath[norm.NFC.String(file)]
	if document == nil || l.r.hidden[document.Document()] {
		return nil
	}
	return document
}

// Concern reports whether any problem is about a file, or names it.
func (l *Linked) Concern(file string) bool {
	return slices.ContainsFunc(l.problems, func(p diag.Problem) bool {
		return p.Pos.File == file || slices.ContainsFunc(p.Args, func(a diag.Arg) bool { return strings.Contains(a.Value, file) })
	})
}

// Again links a document of the book that was refilled with what parse made of its file. It must still be to others what it was
// ([casebook.SameToOthers]). The answer tells whether all is well; if not, the whole book must be linked, which tells what is wrong.
func (l *Linked) Again(document casebook.Document) bool {
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
	return len(r.problems) == 0
}
