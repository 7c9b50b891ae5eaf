package rules

import (
	"strings"

	"casusboek/generator/guard/lexicon"
)

// doubt makes up its mind about doubtful words: a word that somebody may be called is one where a verb follows as after a name (Roos belt), or
// where the same text has it with a capital in the middle of a sentence.
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

// begins reports whether a word begins sentences every day.
func (n *names) begins(lower string) bool {
	if n.lex == lexicon.English() {
		return openersEnglish[lower]
	}
	return openers[lower]
}

// bare reports whether an ordinary word opens a sentence as only a name does: one thing, without an article, with the verb right behind it (Rietveld belt).
// Money, plurals, verbs and what ends in -ing or -heid can do that too, so they are left out.
func (n *names) bare(i int) bool {
	if !n.adjacent(i) || n.lex == lexicon.English() {
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

// longSurname is how many letters a surname that is a word has at most: huurachterstand is none.
const longSurname = 13

// surnamed reports whether the place at word i is rather a surname that opens a sentence: Van Schijndel zegt. "Van Utrecht rijdt hij" goes on with who does it.
func (n *names) surnamed(i int) bool {
	if i == 0 || n.kind[i-1] != opening || !joins[n.Words[i-1].Lower] || !n.adjacent(i-1) || !n.adjacent(i) || !likeVerb(n.Words[i+1].Lower) {
		return false
	}
	return i+2 >= len(n.Words) || !subjects[n.Words[i+2].Lower]
}

var subjects = set(`hij ze zij we wij ik je jij jullie u men het er de een zijn haar hun iemand niemand alles`)

// likeVerb reports whether a word may be the verb behind a name. An ordinary noun seldom opens a sentence without an article, so little is lost
// where it is none.
func likeVerb(lower string) bool {
	if verbs[lower] {
		return true
	}
	if len(lower) < 5 || notVerbs[lower] {
		return false
	}
	return strings.HasSuffix(lower, "t") || strings.HasSuffix(lower, "de") || strings.HasSuffix(lower, "te")
}
