// Package lexicon contains lists of known words, so that a capitalised word that is not in
// them may be a person's name.
//
//	nl := rules.DutchLexicon()
//	nl.Of("huurachterstand")   // Ordinary: in the list
//	nl.Of("sloopwoning")       // Ordinary|Compound: made of words in the list
//	nl.Of("nederland")         // Proper: always capitalised
//	nl.Of("roos")              // Ordinary|Name: a flower, and a first name
//	nl.Of("yıldırım")          // 0: unknown
//
// The lists are embedded as finite state transducers (nl.fst, en.fst) that are used without
// parsing, so loading is fast. Command make in the folder below generates them from the
// dictionaries of OpenTaal and SCOWL; their licences are in NOTICE-nl.txt and
// NOTICE-en.txt. Words about housing and care in the Netherlands (laws, benefits,
// authorities, countries) are in words/*.txt, which is parsed on first use and can be
// edited without generating the lists again.
//
// A word is looked up in folded form: in lower case, with ij as two letters. Accents
// matter, except for stress accents (één, vóór).
package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"
)

// WordKind is a set of the ways in which a word is known; 0 for an unknown word.
type WordKind uint8

// The kinds of words. A word may have several.
const (
	Ordinary WordKind = 1 << iota // capitalised only at the start of a sentence
	Proper                        // capitalised, but not a name of a person: peoples, languages, laws, authorities
	Place                         // capitalised: a country, region, town
	Name                          // may be the name of a person
	Weak                          // with Place: also common as a surname (Stein, Buren), so context must decide
	Acronym                       // Proper if in capitals only: EVA is an abbreviation, Eva a name
	Compound                      // with Ordinary: composed of words in the list
)

// Lexicon contains the words of one language. It is safe for concurrent use.
type Lexicon struct {
	fst            *vellum.FST
	domain         map[string]WordKind
	phrases        map[string][][]string // by first word, longest first
	splitCompounds bool                  // whether compounds are written as one word
	readers        sync.Pool
}

//go:embed nl.fst
var dutchFST []byte

//go:embed en.fst
var englishFST []byte

// DutchLexicon returns the DutchLexicon lexicon, which is loaded on the first call.
var DutchLexicon = sync.OnceValue(func() *Lexicon { return mustOpen(dutchFST, "nl", true) })

// EnglishLexicon returns the EnglishLexicon lexicon, which is loaded on the first call. It contains DutchLexicon
// names of laws and authorities too, since EnglishLexicon casebooks are about the Netherlands.
var EnglishLexicon = sync.OnceValue(func() *Lexicon { return mustOpen(englishFST, "en", false) })

// mustOpen panics if the embedded data is invalid: the guard must not run without words.
func mustOpen(data []byte, language string, split bool) *Lexicon {
	fst, err := vellum.Load(data)
	if err != nil {
		panic("lexicon " + language + ": " + err.Error())
	}
	l := &Lexicon{fst: fst, splitCompounds: split}
	l.domain, l.phrases = readDomain(language)
	l.readers.New = func() any {
		r, err := fst.Reader()
		if err != nil {
			panic("lexicon " + language + ": " + err.Error())
		}
		return r
	}
	return l
}

// Of returns the kinds of a folded word. Possessives (nadira's, buurmans) and compounds
// have the kind of their parts.
func (l *Lexicon) KindOf(word string) WordKind {
	r := l.readers.Get().(*vellum.Reader)
	defer l.readers.Put(r)
	k := l.lookUp(r, word)
	if k&^(Name|Weak) != 0 {
		return k
	}
	if base, ok := strings.CutSuffix(word, "'s"); ok && k == 0 {
		k = l.lookUp(r, base)
	}
	if k == 0 {
		if plain := withoutStress(word); plain != word {
			k = l.lookUp(r, plain)
		}
	}
	if k == 0 { // a known name is not looked up as a compound: Veldhuis
		k = l.compoundKind(r, word)
	}
	return k
}

// Lists reports whether a folded word is in the list as an ordinary word, without splitting
// it.
func (l *Lexicon) ListsOrdinary(word string) bool {
	r := l.readers.Get().(*vellum.Reader)
	defer l.readers.Put(r)
	return l.lookUp(r, word)&Ordinary != 0
}

// lookUp returns the kinds of exactly this word.
func (l *Lexicon) lookUp(r *vellum.Reader, word string) WordKind {
	v, _, err := r.Get([]byte(word))
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	return l.domain[word] | WordKind(v)
}

var stressAccents = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "è", "e")

func withoutStress(word string) string { return stressAccents.Replace(word) }
