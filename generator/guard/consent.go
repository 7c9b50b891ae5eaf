package guard

import (
	"time"

	"casusboek/generator/casebook"
)

// consented reports whether every reflection of a book may be published on a day. The stage before
// leaves out the others; this check catches a book that did not go through it.
func consented(book *casebook.Book, today time.Time) bool {
	for _, reflection := range book.Reflections {
		if !reflection.Consent.Valid(today) {
			return false
		}
	}
	return true
}
