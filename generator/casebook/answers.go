package casebook

import "casusboek/generator/diag"

// Answers holds the author's answers to the guard, from content/privacy.yaml: words that
// are not secret, and findings that are allowed. It is not a document, not part of a Book
// and never published.
type Answers struct {
	Key           Text // key of the hashes in Allowed.Mark; hexadecimal
	Persons       []Text
	Organisations []Text
	Places        []Text
	Titles        []Text // of books, plans, laws
	Words         []Text
	Allowed       []Allowed
}

// Reviews holds the reviews in content/reviews.yaml. Like Answers it is not part of a Book.
type Reviews struct{ All []Review }

// Review records that a reviewer read a case for identifying details. Sum and Rules are the
// state of the case and of the guard at that time; the review is out of date when either
// has changed.
type Review struct {
	Pos   diag.Pos
	Case  Text
	Sum   Text // SHA-256 over the case and its pictures, hexadecimal
	Rules Text // the version of the guard's rules
	By    Text // initials; never shown on a page
	Role  Text
	Date  Date
	Until Date
}

// Allowed is one finding that is allowed in one document until a day, and the reason.
type Allowed struct {
	Pos      diag.Pos
	Rule     Text
	Mark     Text // a keyed hash of the value found, never the value
	Document Text // the file's path: content/paginas/over.md
	Reason   Text
	Until    Date
}
