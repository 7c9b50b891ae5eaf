package guard

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// checks are the privacy rules, one file each, in the order of their report. They see the book before anything is taken out, so that
// they can hold the text against invented and withheld names.
var checks []func(book *casebook.Book, edition Edition) diag.List
