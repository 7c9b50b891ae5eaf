// Package arrange puts a linked casebook in order and makes the lists that pages need, so that no later stage has to sort or search.
//
//	resolve.Resolve(book, options)
//	resolve.Order(book)
//	book.Cases[0].Deck      // its cards: by round, then time
//	book.Themes[3].Sessions // at which the theme came up, the newest first
//
// It needs nothing but the book as resolve.Resolve leaves it: every reference in a list has a target, and what is not published is gone. It
// finds nothing wrong and leaves nothing out. The work is done in this order, and each step has its file:
//
//	order.go      events by time, the deck, titles by the rules of Dutch, sessions by date, reflections by session
//	indexes.go    the other ends of references (a theme's cases, a contact's signals), previous and next
//	related.go    the cases that share most themes
//	backlinks.go  who mentions a document, with the sentence and the round from which it may be known
//
// Lists are filled in the order of the book, so that each stands in that order itself. The same book gives the same order, in whatever
// order its documents come in.
package resolve

import "casusboek/generator/casebook"

// Order fills the fields that the model says are made by arrange, and sorts the lists of the book as Order in the model promises. It changes
// the book in place, and may be called once only: a second time would list everything twice.
func Order(book *casebook.Book) {
	for _, c := range book.Cases {
		deal(c)
	}
	t := titlesOf(book)
	t.sortBook(book)
	index(book)
	relate(book.Cases)
	t.backlink(book)
}

// OrderDocument puts one document of an arranged book in order that was refilled and linked again (casebook.Refill, resolve.Resolver.OrderDocument), and
// gives those that it mentions the sentences as they are now.
func OrderDocument(document casebook.Document) {
	if c, ok := document.(*casebook.Case); ok {
		deal(c)
		indexEvents(c)
	}
	mentions(document, func(to *casebook.Doc, l casebook.Backlink) {
		for i := range to.Backlinks {
			if to.Backlinks[i].From == l.From {
				to.Backlinks[i] = l
			}
		}
	})
}
