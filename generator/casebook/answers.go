package casebook

import "casusboek/generator/diag"

// Answers is what an author told the guard, in content/privacy.yaml: which words are no secret, and which findings may stand. It is no document and no part of
// a Book: nothing of it comes out.
type Answers struct {
	Key           Text // under which the marks of allowed values were made; hexadecimal
	Persons       []Text
	Organisations []Text
	Places        []Text
	Titles        []Text // of books, plans, laws
	Words         []Text
	Allowed       []Allowed
}

// Reviews is what reviewers sealed, in content/reviews.yaml. Like Answers it is no part of a Book.
type Reviews struct{ All []Review }

// Review is one seal: that somebody read a case for what could give anybody away, and what the case was like then.
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

// Allowed is one finding that may stand in one document until a day, with the reason why.
type Allowed struct {
	Pos      diag.Pos
	Rule     Text
	Mark     Text // a keyed hash of the value found, never the value
	Document Text // the file's path: content/paginas/over.md
	Reason   Text
	Until    Date
}
