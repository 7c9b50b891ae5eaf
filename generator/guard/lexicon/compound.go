package lexicon

import (
	"strings"

	"github.com/blevesearch/vellum"
)

// A part of a compound has at least this many letters; shorter ones (os, man, has) are in too many names.
const shortest = 4

// Short words that are in compounds all the time.
var short = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`aan af al arm auto bad bed bij bon box bus cel dag dak dal dek eet ego elk gas geld hof hoe hulp huis in jas jeugd kas kat
		kip kou les lid lijn log met mee mis nat non nu om on ont op over pil pin pot pre pro rit rol rug ski tas tak tap top tot trap tuin uit uur vak
		ver vis vol voor was weg wet wijk wil wis woon zak zee zes zit acht tien twee drie vier vijf`) {
		if len(w) < shortest {
			short[w] = true
		}
	}
}

// What Dutch puts between the parts of a compound.
var links = [...]string{"", "s", "e", "en", "-", "n", "er", "s-"}

// Splits says whether a word is two or three known words written as one, with what Dutch puts between them: huurachterstand, bewonersbegeleider,
// zorg-en-dwang. The parts are long enough that a surname seldom passes.
func Splits(word string, known func(string) bool) bool { return splits(word, known, 3) }

func splits(word string, known func(string) bool, parts int) bool {
	for i := 2; i <= len(word)-3; i++ {
		head, tail := word[:i], word[i:]
		if !(i >= shortest || short[head]) || !known(head) {
			continue
		}
		for _, link := range links {
			rest, ok := strings.CutPrefix(tail, link)
			if !ok {
				continue
			}
			if len(rest) >= shortest && known(rest) {
				return true
			}
			if parts > 2 && splits(rest, known, parts-1) {
				return true
			}
		}
	}
	return false
}

// compound gives Ordinary for a word that is made of ordinary ones, and Proper for one that begins with a proper one (Wmo-consulent).
func (l *Lexicon) compound(r *vellum.Reader, word string) Kind {
	if head, tail, ok := strings.Cut(word, "-"); ok && head != "" && tail != "" {
		if k := l.hyphened(r, head, tail); k != 0 {
			return k
		}
	}
	if !l.split || len(word) < 2*shortest-1 {
		return 0
	}
	if Splits(word, func(part string) bool { return l.direct(r, part)&Ordinary != 0 }) {
		return Ordinary | Compound
	}
	return 0
}

// hyphened looks at both sides of a hyphen: both must be known.
func (l *Lexicon) hyphened(r *vellum.Reader, head, tail string) Kind {
	a, b := l.direct(r, head), l.Of(tail)
	switch {
	case a&^Name == 0 && len(head) > 1 || b&^Name == 0:
		return 0
	case (a|b)&(Proper|Place|Acronym) != 0:
		return Proper
	}
	return Ordinary
}
