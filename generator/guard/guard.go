// Package guard decides what may be published: nothing that identifies anybody, and nothing that is meant for other eyes. Privacy
// is a type here: render takes a Cleared and nothing else, and only Check makes one that is not zero.
//
//	known := guard.CollectNames(book)                                      // before link: what the casebook says of its own words
//	scan := guard.Scanner{}.Text(text, document)                    // per file, while it is in memory: what the rules find
//	judgement := guard.Judge(guard.Input{Book: book, ...})       // after arrange: what nobody explained or allowed
//	cleared := guard.Check(book, guard.Public, today)             // what this edition may show
//
// Texts are looked through as they were written, by the rules of package rules. What the casebook explains, and what its author answered, is
// taken away; what is left are problems with a level, and red, orange and blue ones stop every build. There is no way to leave this out.
//
//	scan.go       a text, a file name: findings with their places (a template: scan_own.go)
//	known.go      invented names, organisations, places, and what never comes out
//	explained.go  whether a finding is about one of those
//	judge.go      findings to problems
//	hide.go       no value that was found stands in any message
//
// Check takes out of the book what this edition may not hold:
//
//	consent.go  a book with a reflection that nobody consented to is refused
//	shown.go    what a participant shows of name, role and organisation (weergave)
//	fields.go   which fields of the model are for everybody, for facilitators, for nobody
//	strip.go    the fields that the table withholds are emptied, wherever they stand
package guard

import (
	"time"

	"casusboek/generator/casebook"
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

// Check returns the book cleared for an edition. It empties in place what the edition may not show,
// so two editions need the content read twice. It returns the zero Cleared, which no page can be
// rendered from, when a reflection has no consent that is valid today: the stage before leaves such
// reflections out, so that book did not go through it.
func Check(book *casebook.Book, edition Edition, today time.Time) Cleared {
	if !consented(book, today) {
		return Cleared{}
	}
	showAsAsked(book)
	strip(book, edition)
	return Cleared{book, edition}
}
