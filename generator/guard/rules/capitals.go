package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capital is the explanation for the capital letter of a word.
type capital uint8

const (
	small    capital = iota // no capital
	opening                 // an ordinary word at the start of a sentence
	composed                // the same, but a compound, which may be part of a name
	doubtful                // the same, but also used as a name: Roos, Bakker
	proper                  // always capitalised: Wmo, Turkse
	place                   // Nederland, Utrecht
	town                    // a place that is also a surname, without context: Buren
	initial                 // a single letter
	unknown                 // no explanation: may be a name
)

// names holds the words of a text with the explanations for their capitals. The rules about
// words, names and places use it.
type names struct {
	*FoldedText
	lex  *Lexicon
	kind []capital
	cues []hint
}

// namesOf returns the names of a text, in the language of that text.
func namesOf(t *FoldedText) *names {
	n := &names{FoldedText: t, lex: languageOf(t), kind: make([]capital, len(t.Words)), cues: make([]hint, len(t.Words))}
	for i := range t.Words {
		n.cues[i] = hints[t.Words[i].Lower]
		if t.Words[i].Lower == "v" && n.onBehalf(i) {
			n.cues[i] = call
		}
	}
	for i := 0; i < len(t.Words); i++ {
		w := &t.Words[i]
		if k := n.phrase(i); k > 0 {
			for j := i; j < i+k; j++ {
				if t.Words[j].Capital {
					n.kind[j] = proper
				}
			}
			i += k - 1
			continue
		}
		if w.Capital {
			n.kind[i] = n.explain(i)
		}
	}
	n.doubt()
	return n
}

// onBehalf reports whether word i is the last part of t.n.v. or t.a.v., which are three
// words each.
func (n *names) onBehalf(i int) bool {
	w := &n.Words[i]
	return w.From >= 4 && (n.Lower[w.From-4:w.To] == "t.n.v" || n.Lower[w.From-4:w.To] == "t.a.v")
}

// languageOf returns the lexicon of the language of a text, Dutch or English, by counting
// common words of both.
func languageOf(t *FoldedText) *Lexicon {
	score := 0
	for i := range t.Words {
		switch t.Words[i].Lower {
		case "de", "het", "een", "van", "en", "niet", "ze", "zij", "hij", "met", "voor", "dat", "op":
			score++
		case "the", "and", "with", "she", "his", "they", "from", "for", "who", "were":
			score--
		}
	}
	if score < -1 {
		return EnglishLexicon()
	}
	return DutchLexicon()
}

// phrase returns the number of words, from word i, that form a known phrase: Raad van
// State.
func (n *names) phrase(i int) int {
	return n.lex.Phrase(n.Words[i].Lower, func(k int) string {
		if i+k >= len(n.Words) || strings.Contains(n.Clean[n.Words[i+k-1].To:n.Words[i+k].From], "\n") {
			return ""
		}
		return n.Words[i+k].Lower
	})
}

// explain returns the explanation for the capital of word i.
func (n *names) explain(i int) capital {
	w := &n.Words[i]
	word, base := n.Clean[w.From:w.To], possessed(w.Lower)
	if utf8.RuneCountInString(word) == 1 {
		return initial
	}
	if titles[base] {
		return proper
	}
	if w.Sentence && n.inNameField(i) || i > 0 && n.kind[i-1] == unknown && n.adjacent(i-1) && n.inNameField(i) {
		return unknown
	}
	k := n.lex.KindOf(base)
	switch {
	case k&Weak != 0:
		if n.tellsPlace(i) {
			return place
		}
		switch {
		case k&Ordinary == 0 || !n.opens(i):
			return town
		case n.begins(base):
			return opening
		}
		return doubtful
	case k&Proper != 0, k&Acronym != 0 && inCapitals(word):
		return proper
	case k&Place != 0:
		return place
	case strings.ContainsAny(word, "0123456789"):
		return proper // a code, for the rules about numbers
	case k&Ordinary == 0:
		return unknown
	case n.opens(i), inCapitals(word) && n.amongCapitals(i), k&Name == 0 && n.inTitle(i):
		if k&Name != 0 && !n.begins(base) {
			return doubtful
		}
		if k&Compound != 0 {
			return composed
		}
		return opening
	case infixes[base] && !n.adjacent(i):
		return opening
	}
	return unknown
}

// possessed removes the possessive ending: nadira's. A word that ends in s has an
// apostrophe only, which is not part of the word.
func possessed(lower string) string { return strings.TrimSuffix(lower, "'s") }

// opens reports whether word i must be capitalised, since a sentence, a quotation or a
// bracket begins there.
func (n *names) opens(i int) bool {
	w := &n.Words[i]
	if w.Sentence || n.afterLetter(i) || i > 0 && n.Words[i-1].Sentence && n.adjacent(i-1) && (n.Words[i-1].Lower == "s" || n.Words[i-1].Lower == "t") {
		return true // also 's Nachts
	}
	last, _ := utf8.DecodeLastRuneInString(n.Clean[:w.From])
	return strings.ContainsRune("‘“„\"'«–—•*[(", last)
}

// afterLetter reports whether word i follows a single letter with a full stop that may end
// a sentence (in flat A. Daarna), and is not a name itself.
func (n *names) afterLetter(i int) bool {
	if i == 0 || n.Words[i-1].To-n.Words[i-1].From != 1 || n.Clean[n.Words[i-1].To:n.Words[i].From] != ". " {
		return false
	}
	return n.begins(n.Words[i].Lower) || n.isWord(i)
}

// tellsPlace reports whether the word before word i indicates a place.
func (n *names) tellsPlace(i int) bool {
	return i > 0 && n.adjacent(i-1) && beforePlaces[n.Words[i-1].Lower]
}

var beforePlaces = wordSet(`in te uit naar vanuit rond gemeente stad dorp provincie regio omgeving een town of from near city`)

// inTitle reports whether word i is in a heading or a title, in which any word may be
// capitalised.
func (n *names) inTitle(i int) bool {
	line := strings.TrimLeft(n.lineBefore(i), "- ")
	for _, start := range [...]string{"#", "titel:", "title:", "reeks:", "series:"} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

// longestLine is the maximum number of bytes before a word that are searched for the start
// of its line.
const longestLine = 300

// lineBefore returns the text before word i on its line, in lower case, or "" if it is too
// long for a title or a field.
func (n *names) lineBefore(i int) string {
	end := n.Words[i].From
	start := max(0, end-longestLine)
	k := strings.LastIndexByte(n.Lower[start:end], '\n')
	if k < 0 && start > 0 {
		return ""
	}
	return n.Lower[start+k+1 : end]
}

// inCapitals reports whether a word has no lower case letters.
func inCapitals(word string) bool {
	return strings.IndexFunc(word, unicode.IsLower) < 0
}

// amongCapitals reports whether a word next to word i is in capitals too: LET OP.
func (n *names) amongCapitals(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(n.Words) && n.Words[j].Capital && n.Words[j].To-n.Words[j].From > 1 && inCapitals(n.Clean[n.Words[j].From:n.Words[j].To]) {
			return true
		}
	}
	return false
}

// adjacent reports whether only a space, a hyphen or the full stop of an initial is between
// word i and the next.
func (n *names) adjacent(i int) bool {
	if i+1 >= len(n.Words) {
		return false
	}
	switch between := n.Clean[n.Words[i].To:n.Words[i+1].From]; between {
	case " ", "-", "'":
		return true
	case " '":
		return n.Words[i+1].Lower == "t" || n.Words[i+1].Lower == "s"
	case ". ", ".":
		return n.Words[i].To-n.Words[i].From <= 2 || titles[n.Words[i].Lower]
	}
	return false
}

// wordSet returns the set of the words of a text.
func wordSet(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}
