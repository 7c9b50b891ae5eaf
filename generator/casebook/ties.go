package casebook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IntroducedBy gives the card with which somebody of the network comes on the table: the first of the tie's round that speaks of them, else the
// round's last. Nil when the round has no cards. It looks at no other round.
func IntroducedBy(c *Case, t *Tie) (came *Event) {
	name := longest(words(t.Who.V))
	for _, e := range c.Deck {
		if e.Round != t.Round {
			continue
		}
		if came = e; slices.Contains(words(e.Title.V+" "+e.Text.Plain), name) {
			return e
		}
	}
	return came
}

// words are the words of a text, in small letters.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// longest is the word that says most of who somebody is: "buren" of "buren van de flat".
func longest(words []string) (most string) {
	for _, w := range words {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(most) {
			most = w
		}
	}
	return most
}
