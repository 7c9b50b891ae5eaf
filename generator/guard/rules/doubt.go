package rules

import (
	"strings"
)

// doubt decides about doubtful words. Such a word is a name if a verb follows as after a
// name (Roos belt), or if the text also has it capitalised in the middle of a sentence.
func (n *names) doubt() {
	var seen map[string]bool
	for i, k := range n.kind {
		if k == unknown || k == town {
			if seen == nil {
				seen = map[string]bool{}
			}
			seen[possessed(n.Words[i].Lower)] = true
		}
	}
	for i, k := range n.kind {
		if k == place && n.surnamed(i) {
			n.kind[i] = unknown
		}
		if (k == opening || k == composed) && n.bare(i) {
			n.kind[i] = unknown
		}
		if k != doubtful {
			continue
		}
		follows := n.adjacent(i) && likeVerb(n.Words[i+1].Lower)
		follows = follows || n.adjacent(i) && n.kind[i+1] == proper && len(n.Words[i+1].Lower) > 1 && roman(n.Words[i+1].Lower)
		if follows || seen[possessed(n.Words[i].Lower)] || strings.HasSuffix(n.Words[i].Lower, "'s") {
			n.kind[i] = unknown
		}
	}
}

// begins reports whether a word is a common first word of a sentence.
func (n *names) begins(lower string) bool {
	if n.lex == EnglishLexicon() {
		return openersEnglish[lower]
	}
	return openers[lower]
}

// bare reports whether an ordinary word at the start of a sentence is probably a name:
// singular, without an article, directly before a verb (Rietveld belt). Uncountable nouns,
// plurals, verbs and words in -ing or -heid occur there too and are excluded.
func (n *names) bare(i int) bool {
	if !n.adjacent(i) || n.lex == EnglishLexicon() {
		return false
	}
	lower, next := n.Words[i].Lower, n.Words[i+1].Lower
	if len(lower) > longSurname || next == "en" || next == "at" || !likeVerb(next) || n.begins(lower) || n.cues[i]&person != 0 || verbs[lower] && len(lower) > 3 {
		return false
	}
	for _, prefix := range [...]string{"daar", "hier", "waar", "ge", "ver", "be", "on"} {
		if strings.HasPrefix(lower, prefix) && (len(prefix) == 4 || len(lower) > len(prefix)+3) {
			return false
		}
	}
	for _, suffix := range [...]string{"en", "ing", "heid", "tie", "teit", "schap", "isme", "lijk", "baar", "end", "ig", "zorg", "hulp", "werk", "recht", "geld", "stand", "beleid", "uur", "dag", "aal", "eel", "age", "ische", "isch"} {
		if strings.HasSuffix(lower, suffix) {
			return false
		}
	}
	return !strings.HasSuffix(lower, "s") || verbs[next] // a plural has another verb
}

// longSurname is the maximum length in bytes of a surname that is an ordinary word.
const longSurname = 13

// surnamed reports whether the place at word i is rather a surname at the start of a
// sentence: Van Schijndel zegt. In "Van Utrecht rijdt hij" the subject follows.
func (n *names) surnamed(i int) bool {
	if i == 0 || n.kind[i-1] != opening || !joins[n.Words[i-1].Lower] || !n.adjacent(i-1) || !n.adjacent(i) || !likeVerb(n.Words[i+1].Lower) {
		return false
	}
	return i+2 >= len(n.Words) || !subjects[n.Words[i+2].Lower]
}

var subjects = wordSet(`hij ze zij we wij ik je jij jullie u men het er de een zijn haar hun iemand niemand alles`)

// likeVerb reports whether a word may be the verb after a name, by its ending if it is not
// in the list. Errors do little harm, since an ordinary noun seldom begins a sentence
// without an article.
func likeVerb(lower string) bool {
	if verbs[lower] {
		return true
	}
	if len(lower) < 5 || notVerbs[lower] {
		return false
	}
	return strings.HasSuffix(lower, "t") || strings.HasSuffix(lower, "de") || strings.HasSuffix(lower, "te")
}
