// Package lexicon knows which words are ordinary, so that what is left may be somebody's name.
//
//	nl := lexicon.Dutch()
//	nl.Of("huurachterstand")   // Ordinary: in the list
//	nl.Of("sloopwoning")       // Ordinary: made of words in the list
//	nl.Of("nederland")         // Proper: written with a capital anywhere
//	nl.Of("roos")              // Ordinary|Name: a flower, and a girl
//	nl.Of("yıldırım")          // 0: not explained
//
// The lists are compiled into the program as finite state transducers (nl.fst, en.fst) that are read where they lie, so starting costs
// nothing; package make, beside this one, wrote them from the dictionaries of OpenTaal and SCOWL, whose notices are in NOTICE-nl.txt and
// NOTICE-en.txt. What belongs to living and care in the Netherlands (laws, benefits, authorities, countries) stands in words/*.txt, which is read
// on first use and can be edited without making the lists again.
//
// A word is looked up folded: small letters, ij as two letters. Accents count, except that one written for stress (één, vóór) is forgiven.
package lexicon

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"
)

// Kind says in which ways a word is known; 0 is a word that nothing explains.
type Kind uint8

// The kinds; a word may have several.
const (
	Ordinary Kind = 1 << iota // written small: a capital only where a sentence begins
	Proper                    // written with a capital, and nobody's name: peoples, languages, laws, authorities
	Place                     // a country, region, town: written with a capital
	Name                      // somebody may be called so
	Weak                      // with Place: a surname as often, so only words such as "in" tell: Stein, Buren
	Acronym                   // Proper in capitals alone: EVA is a cup of coffee once, Eva is a girl
	Compound                  // with Ordinary: made of words in the list
)

// Lexicon is the words of one language; safe to use from several goroutines.
type Lexicon struct {
	fst     *vellum.FST
	domain  map[string]Kind
	phrases map[string][][]string // by first word, longest first
	split   bool                  // compounds are written as one word
	readers sync.Pool
}

//go:embed nl.fst
var dutchFST []byte

//go:embed en.fst
var englishFST []byte

// Dutch is the Dutch lexicon.
var Dutch = sync.OnceValue(func() *Lexicon { return open(dutchFST, "nl", true) })

// English is the English lexicon; it knows the Dutch names of laws and authorities too, since an English casebook is about the same country.
var English = sync.OnceValue(func() *Lexicon { return open(englishFST, "en", false) })

// open panics when the data is broken: it was compiled in, and a guard without its words must not run.
func open(data []byte, language string, split bool) *Lexicon {
	fst, err := vellum.Load(data)
	if err != nil {
		panic("lexicon " + language + ": " + err.Error())
	}
	l := &Lexicon{fst: fst, split: split}
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

// Of says what a folded word is known as. Possessives (nadira's, buurmans) and compounds count as what they are made of.
func (l *Lexicon) Of(word string) Kind {
	r := l.readers.Get().(*vellum.Reader)
	defer l.readers.Put(r)
	k := l.direct(r, word)
	if k&^(Name|Weak) != 0 {
		return k
	}
	if base, ok := strings.CutSuffix(word, "'s"); ok && k == 0 {
		k = l.direct(r, base)
	}
	if k == 0 {
		if plain := withoutStress(word); plain != word {
			k = l.direct(r, plain)
		}
	}
	if k == 0 { // a known name is not explained by what it could be made of: Veldhuis
		k = l.compound(r, word)
	}
	return k
}

// Lists reports whether a folded word is in the list as it stands, and an ordinary one.
func (l *Lexicon) Lists(word string) bool {
	r := l.readers.Get().(*vellum.Reader)
	defer l.readers.Put(r)
	return l.direct(r, word)&Ordinary != 0
}

// direct looks a word up as it is.
func (l *Lexicon) direct(r *vellum.Reader, word string) Kind {
	v, _, err := r.Get([]byte(word))
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	return l.domain[word] | Kind(v)
}

var stress = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "è", "e")

func withoutStress(word string) string { return stress.Replace(word) }
