package search

import (
	"strings"

	"casusboek/generator/guard/rules"
)

// Dutch writes compounds as one word, and who looks for signalering means vroegsignalering too. So a word is also found
// by every tail that is a word itself, where what stands before it is one: the words of the book and those of the
// dictionary count. It is cut at the front as well without any help: a reader who types vroeg finds all words that begin so.

// The bounds of the two halves. Shorter tails (ster, eren) are endings as often as words.
const (
	shortestTail = 5
	shortestHead = 3
)

// links are what stands between the halves of a compound.
var links = [...]string{"", "s", "e", "en", "n", "er"}

// prefixes look like words, and what follows them is no word of its own: ver-huurder.
var prefixes = map[string]bool{"her": true, "ont": true, "ver": true}

// tailsOf gives the tails of a word that are words.
func tailsOf(word string, known func(string) bool) []string {
	var tails []string
	for i := shortestHead; i+shortestTail <= len(word); i++ {
		if head, tail := word[:i], word[i:]; !prefixes[head] && known(tail) && isHead(head, known) {
			tails = append(tails, tail)
		}
	}
	return tails
}

func isHead(head string, known func(string) bool) bool {
	for _, link := range links {
		if stem, ok := strings.CutSuffix(head, link); ok && len(stem) >= shortestHead && known(stem) {
			return true
		}
	}
	return false
}

// lexiconOf tells whether a word is in the dictionary of a language.
func lexiconOf(language string) func(string) bool {
	words := rules.DutchLexicon()
	if language == "en" {
		words = rules.EnglishLexicon()
	}
	return words.ListsOrdinary
}
