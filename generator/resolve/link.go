// Package link turns documents that stand on their own into one casebook. It finds what every reference and every link points
// at, tells the author of those that point at nothing, and leaves out what may not be published.
//
//	problems := resolve.Resolve(book, resolve.Options{Today: today})
//	book.Cases[0].Events[3].LeadsTo[0].To // the event that it led to
//
// The work is done in this order, and each step has its files:
//
//	documents.go names.go                what there is, by id and by name; what is published
//	addresses.go                         pages that would stand where another does
//	references.go                        fields that name a document
//	events.go times.go domains.go        what events name: causes, contacts, domains, roles, other events' times
//	sessions.go rounds.go                the rounds, groups and choices of a case that another document names
//	links.go wiki.go files.go            links in prose, and from when each may be read
//	published.go                         drafts, and reflections without consent, leave without a trace
//
// All but the last look at all documents, so that an author also hears what is wrong in a draft. Problems come sorted by place. The same
// documents give the same book and the same problems, in whatever order they are handed in: the lists of the book then stand by id, and
// arrange sorts them for readers.
package resolve

import (
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Options tell what is published.
type Options struct {
	Drafts bool      // drafts are published too
	Today  time.Time // the day on which consents must be valid; on the zero day none is

	// Shown reports whether something else than a document shows a picture, such as a template of the site's own; nil: nothing does.
	Shown func(path string) bool
}

// Resolve links the book as parse left it, and leaves it as the package comment of casebook promises. It changes the book in place. With errors
// among the problems the book is still whole (no nil target in a list), but not fit to publish.
func Resolve(book *casebook.Book, o Options) diag.List {
	_, problems := References(book, o)
	return problems
}

// References is Resolve, and keeps what is needed to link one of the documents again.
func References(book *casebook.Book, o Options) (*Resolver, diag.List) {
	r := &resolver{book: book, options: o, hints: maxHints}
	r.register()
	r.checkAddresses()
	r.resolveNames()
	r.resolveReferences()
	r.resolveEvents()
	r.resolveSessions()
	r.resolveLinks()
	r.dropUnpublished()
	r.problems.Sort()
	return &Resolver{r, r.problems}, r.problems
}

// resolver is the state of one run of Resolve.
type resolver struct {
	book     *casebook.Book
	options  Options
	problems diag.List
	hints    int // how many suggestions may still be looked for

	cases         *shelf[casebook.Case]
	reflections   *shelf[casebook.Reflection]
	sessions      *shelf[casebook.Session]
	themes        *shelf[casebook.Theme]
	organisations *shelf[casebook.Organisation]
	pages         *shelf[casebook.Page]

	hidden  map[*casebook.Doc]bool     // documents that are not published
	implied map[*casebook.Doc]diag.Pos // documents without a file, and where they are named first
	byPath  map[string]casebook.Document
	events  map[*casebook.Case]map[string]*casebook.Event
	domains *domains
	roles   roles
	anchors map[*casebook.Doc]map[string]bool
	images  map[string]bool
}
