// Package guard decides what may be published.
package guard

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Edition is for whom a site is made.
type Edition uint8

// The editions.
const (
	Public Edition = iota
	Facilitator
)

// Cleared is a book that may be rendered; only Check makes one.
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

// Check clears a book.
func Check(book *casebook.Book, edition Edition) (Cleared, diag.List) {
	return Cleared{book, edition}, nil
}
