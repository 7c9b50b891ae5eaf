package casebook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IntroducedBy returns the event with which a tie becomes known: the first card of the
// tie's round that mentions it, or else the last of that round; nil when the round has no
// cards. Other rounds are not considered.
func IntroducedBy(c *Case, t *Tie) (came *Event) {
	name := longest(wordsOf(t.Who.V))
	for _, e := range c.Deck {
		if e.Round != t.Round {
			continue
		}
		if came = e; slices.Contains(wordsOf(e.Title.V+" "+e.Text.Plain), name) {
			return e
		}
	}
	return came
}

// wordsOf returns the words of a text in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// longest returns the longest word, which identifies the tie best: "buren" of "buren van de
// flat".
func longest(words []string) (most string) {
	for _, w := range words {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(most) {
			most = w
		}
	}
	return most
}
