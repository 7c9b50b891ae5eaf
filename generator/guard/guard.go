// Package guard decides what may be published: nothing that identifies anybody, and nothing that is meant for other eyes. Privacy
// is a type here: render takes a Cleared and nothing else, and only Check makes one that is not zero.
//
//	cleared, problems := guard.Check(book, guard.Public)
//
// Check first looks for what must not be there at all (checks: one privacy rule per file, listed in checks.go), and then takes out of the book what
// this edition may not hold:
//
//	consent.go  a book with a reflection that nobody consented to is refused
//	shown.go    what a participant shows of name, role and organisation (weergave)
//	fields.go   which fields of the model are for everybody, for facilitators, for nobody
//	strip.go    the fields that the table withholds are emptied, wherever they stand
package guard

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Edition is for whom a site is made.
type Edition uint8

// The editions.
const (
	Public      Edition = iota
	Facilitator         // not for publication
)

// Cleared is a book that may be rendered; only Check makes one that is not zero.
type Cleared struct {
	book    *casebook.Book
	edition Edition
}

// Book is the cleared book.
func (c Cleared) Book() *casebook.Book { return c.book }

// Edition is the edition that the book was cleared for.
func (c Cleared) Edition() Edition { return c.edition }

// IsZero reports whether nothing was cleared.
func (c Cleared) IsZero() bool { return c.book == nil }

// Check clears a book that link has made whole. It takes the book over: what the edition may not hold is emptied in place, so who wants
// two editions reads the content twice. The answer is zero, and render refuses it, when a reflection has no consent: link leaves those out, so
// such a book was not linked.
func Check(book *casebook.Book, edition Edition) (Cleared, diag.List) {
	if !consented(book) {
		return Cleared{}, nil
	}
	var problems diag.List
	for _, check := range checks {
		problems.Join(check(book, edition))
	}
	problems.Sort()
	showAsAsked(book)
	strip(book, edition)
	return Cleared{book, edition}, problems
}
