// Package search makes the index of the search page: script files that a browser loads one by one, from disk as well as
// from a host, until it knows enough to answer. Nothing of it is asked of a server, and no query leaves the browser.
//
//	err := search.Files(cleared, search.Options{Words: words}, tree.Add)
//
// The index lies in the folder index/ below the page. Every file calls the one function that templates/script/search.js
// puts up, with its own name and its data:
//
//	book        where the other files begin: the script loads it first
//	words-<n>   words in order, each with the numbers of the entries that hold it (postings.go)
//	front-<n>   the same words without numbers, and
//	back-<n>    in order of their last letters: to find what was mistyped
//	cases-<n>   which entries of a case are found after which round
//	shown-<n>   what is shown of an entry: title, line below it, text
//
// An answer takes the files between which the typed word would stand, and those of the entries that are shown. So a
// casebook of ten thousand cases answers as quickly as one of five.
//
// No spoilers: entries that everybody may find have the lowest numbers. Those of a round of a case come after them, case
// by case and round by round, so that what a reader may find is a few stretches of numbers; the script leaves out all
// others before it counts anything. The files themselves hold every round.
//
// Only what the guard cleared gets in, and of that only what some page of the edition shows: entries.go lists it field by
// field.
package search

import (
	"errors"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/lang"
)

// Options are what the index says beside the book itself.
type Options struct {
	Words *lang.Catalogue
}

var errNotCleared = errors.New("search: the book has not passed the guard")

// Files makes the files of the index and hands them to emit: their paths in the output folder, and their bytes. The same
// book gives the same files. It stops at the first error of emit, and refuses a zero Cleared.
func Files(cleared guard.Cleared, o Options, emit func(path string, data []byte) error) error {
	if cleared.IsZero() {
		return errNotCleared
	}
	b := newBook(cleared, o)
	files := &shelf{at: b.at, emit: emit}
	files.shown(b)
	files.cases(b)
	files.words(indexOf(b), len(b.entries))
	files.book(b)
	return files.err
}

// book is what is indexed, in the order of its numbers.
type book struct {
	at      address.Names
	said    *lang.Catalogue
	entries []entry
	open    [kinds]int   // how many entries of each kind everybody may find; they come first, kind by kind
	locked  []lockedCase // the others, in the order in which they follow
	lexicon func(string) bool
}

// lockedCase are the entries of a case that are found after one of its rounds: those of round 1 from number first on,
// first its events and then its reflections, those of round 2 after them, and so on.
type lockedCase struct {
	of     *casebook.Case
	first  int
	counts []int // of events and reflections of round 1, of round 2 ...
	also   []alsoLocked
}

// alsoLocked is an entry that gives away more cases than the one among whose it stands.
type alsoLocked struct {
	entry int
	round int
	cases []*casebook.Case
}
