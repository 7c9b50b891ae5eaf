// Package link turns documents that stand on their own into one casebook. It finds what every reference and every link points
// at, leaves out what may not be published, puts everything in order, and makes the lists that pages need, so that no later stage
// has to search.
//
//	problems := link.Resolve(book, link.Options{Today: today})
//
// The work is done in this order, and each step has its files:
//
//	documents.go names.go                what there is, by id and by name; what is published
//	references.go sessions.go rounds.go  fields that name a document, a round, a group, a choice
//	events.go times.go domains.go        what events name: causes, contacts, domains, roles, other events' times
//	links.go wiki.go files.go texts.go   links in prose, and from when each may be read
//	published.go                         drafts, and reflections without consent, leave without a trace
//	order.go indexes.go related.go backlinks.go
//
// The first three look at all documents, so that an author also hears what is wrong in a draft. Problems come sorted by place. The same
// documents give the same book and the same problems, in whatever order they are handed in.
package link

import (
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Options tell what is published.
type Options struct {
	Drafts bool      // drafts are published too
	Today  time.Time // the day on which consents must be valid; on the zero day none is
}

// Resolve links the book as parse left it and makes it what the package comment of casebook promises. It changes the book in place. With errors
// among the problems the book is still whole (no nil target in a list, no half index), but not fit to publish.
func Resolve(book *casebook.Book, o Options) diag.List {
	r := &resolver{book: book, options: o, hints: maxHints}
	r.register()
	r.resolveNames()
	r.resolveReferences()
	r.resolveEvents()
	r.resolveSessions()
	r.resolveLinks()
	r.dropUnpublished()
	r.sortBook()
	r.index()
	r.backlink()
	r.problems.Sort()
	return r.problems
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

	hidden  map[*casebook.Doc]bool // documents that are not published
	byPath  map[string]casebook.Document
	byDoc   map[*casebook.Doc]casebook.Document
	events  map[*casebook.Case]map[string]*casebook.Event
	anchors map[*casebook.Doc]map[string]bool
	images  map[string]bool

	titles map[*casebook.Doc][]byte // sort keys
}
