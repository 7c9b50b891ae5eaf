package rules

import (
	"strings"

	"github.com/blevesearch/vellum"
)

// minPartLength is the number of letters of a part of a compound, except for shortParts.
// Shorter words (os, man, has) are part of too many names.
const minPartLength = 4

// shortParts are shorter words that are common in compounds.
var shortParts = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`aan af al arm auto bad bed bij bon box bus cel dag dak dal dek eet ego elk gas geld hof hoe hulp huis in jas jeugd kas kat
		kip kou les lid lijn log met mee mis nat non nu om on ont op over pil pin pot pre pro rit rol rug ski tas tak tap top tot trap tuin uit uur vak
		ver vis vol voor was weg wet wijk wil wis woon zak zee zes zit acht tien twee drie vier vijf`) {
		if len(w) < minPartLength {
			shortParts[w] = true
		}
	}
}

// linkingElements are what DutchLexicon puts between the parts of a compound.
var linkingElements = [...]string{"", "s", "e", "en", "-", "n", "er", "s-"}

// SplitsCompound reports whether a DutchLexicon word is a compound of two or three known words:
// huurachterstand, bewonersbegeleider, zorg-en-dwang. The parts must be long enough that
// few surnames match.
func SplitsCompound(word string, known func(string) bool) bool { return splitsInto(word, known, 3) }

func splitsInto(word string, known func(string) bool, parts int) bool {
	for i := 2; i <= len(word)-3; i++ {
		head, tail := word[:i], word[i:]
		if !(i >= minPartLength || shortParts[head]) || !known(head) {
			continue
		}
		for _, link := range linkingElements {
			rest, ok := strings.CutPrefix(tail, link)
			if !ok {
				continue
			}
			if len(rest) >= minPartLength && known(rest) {
				return true
			}
			if parts > 2 && splitsInto(rest, known, parts-1) {
				return true
			}
		}
	}
	return false
}

// compoundKind returns Ordinary|Compound for a compound of ordinary words, Proper for one
// with a proper part (Wmo-consulent), and 0 for any other word.
func (l *Lexicon) compoundKind(r *vellum.Reader, word string) WordKind {
	if head, tail, ok := strings.Cut(word, "-"); ok && head != "" && tail != "" {
		if k := l.hyphenatedKind(r, head, tail); k != 0 {
			return k
		}
	}
	if !l.splitCompounds || len(word) < 2*minPartLength-1 {
		return 0
	}
	if SplitsCompound(word, func(part string) bool { return l.lookUp(r, part)&Ordinary != 0 }) {
		return Ordinary | Compound
	}
	return 0
}

// hyphenatedKind returns the kind of two parts with a hyphen between them. Both must be
// known.
func (l *Lexicon) hyphenatedKind(r *vellum.Reader, head, tail string) WordKind {
	a, b := l.lookUp(r, head), l.KindOf(tail)
	switch {
	case a&^Name == 0 && len(head) > 1 || b&^Name == 0:
		return 0
	case (a|b)&(Proper|Place|Acronym) != 0:
		return Proper
	}
	return Ordinary
}
