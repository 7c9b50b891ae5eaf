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

// Allowed is one finding that may stand in one document until a day, with the reason why.
type Allowed struct {
	Pos      diag.Pos
	Rule     Text
	Mark     Text // a keyed hash of the value found, never the value
	Document Text // the file's path: content/paginas/over.md
	Reason   Text
	Until    Date
}
