package guard

import "casusboek/generator/casebook"

// consented reports whether all reflections of a book were consented to and not withdrawn. Whether a consent is still valid today, link has
// decided; this is the second lock.
func consented(book *casebook.Book) bool {
	for _, reflection := range book.Reflections {
		if reflection.Consent.Given.IsZero() || !reflection.Consent.Withdrawn.IsZero() {
			return false
		}
	}
	return true
}
