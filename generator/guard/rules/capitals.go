package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/guard/fold"
	"casusboek/generator/guard/lexicon"
)

// capital says what a capital letter of a word is explained by.
type capital uint8

const (
	small    capital = iota // no capital, or no word
	opening                 // an ordinary word where a sentence begins
	composed                // the same, a word made of words: it may be a name in front of a name
	doubtful                // opening, and somebody may be called so: Roos, Bakker
	proper                  // written with a capital anywhere: Wmo, Turkse
	place                   // Nederland, Utrecht
	town                    // a place that is a surname as often, and nothing tells: Buren
	initial                 // a single letter
	unknown                 // nothing explains it
)

// names is a text's words, with what explains their capitals. The rules about words, names and places read it.
type names struct {
	*fold.Text
	lex  *lexicon.Lexicon
	kind []capital
}

// namesOf reads a text in its language.
func namesOf(t *fold.Text) *names {
	n := &names{Text: t, lex: languageOf(t), kind: make([]capital, len(t.Words))}
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

// languageOf tells Dutch from English by which small words a text is full of; most texts of a casebook are one of the two as a whole.
func languageOf(t *fold.Text) *lexicon.Lexicon {
	score := 0
	for i := range t.Words {
		switch t.Words[i].Lower {
		case "de", "het", "een", "van", "en", "niet", "ze", "zij", "hij", "met", "voor", "dat", "op":
			score++
		case "the", "and", "of", "a", "to", "she", "he", "with", "for", "that", "her", "his":
			score--
		}
	}
	if score < 0 {
		return lexicon.English()
	}
	return lexicon.Dutch()
}

// phrase gives how many words, from i on, are one known expression: Raad van State.
func (n *names) phrase(i int) int {
	return n.lex.Phrase(n.Words[i].Lower, func(k int) string {
		if i+k >= len(n.Words) || strings.Contains(n.Clean[n.Words[i+k-1].To:n.Words[i+k].From], "\n") {
			return ""
		}
		return n.Words[i+k].Lower
	})
}

// explain says what the capital of word i is explained by.
func (n *names) explain(i int) capital {
	w := &n.Words[i]
	word, base := n.Clean[w.From:w.To], possessed(w.Lower)
	if utf8.RuneCountInString(word) == 1 {
		return initial
	}
	if titles[base] {
		return proper
	}
	k := n.lex.Of(base)
	switch {
	case k&lexicon.Weak != 0:
		if n.tellsPlace(i) {
			return place
		}
		if k&lexicon.Ordinary != 0 && n.opens(i) {
			return doubtful
		}
		return town
	case k&lexicon.Proper != 0, k&lexicon.Acronym != 0 && shouted(word):
		return proper
	case k&lexicon.Place != 0:
		return place
	case strings.ContainsAny(word, "0123456789"):
		return proper // a code, for the rules about numbers
	case k&lexicon.Ordinary == 0:
		return unknown
	case n.opens(i), shouted(word) && n.amongShouted(i):
		if k&lexicon.Name != 0 && !n.begins(base) {
			return doubtful
		}
		if k&lexicon.Compound != 0 {
			return composed
		}
		return opening
	case infixes[base] && !n.adjacent(i):
		return opening
	}
	return unknown
}

// possessed takes the possessive off: nadira's.
func possessed(lower string) string {
	if base, ok := strings.CutSuffix(lower, "'s"); ok {
		return base
	}
	return strings.TrimSuffix(lower, "'")
}

// opens reports whether a capital is due at word i: a sentence begins, or a quotation, or a bracket.
func (n *names) opens(i int) bool {
	w := &n.Words[i]
	if w.Sentence {
		return true
	}
	before := strings.TrimRight(n.Clean[:w.From], "[(")
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("‘“„\"'«–—•*", last)
}

// tellsPlace reports whether the word before i says that a place follows.
func (n *names) tellsPlace(i int) bool {
	return i > 0 && n.adjacent(i-1) && beforePlaces[n.Words[i-1].Lower]
}

var beforePlaces = set(`in te uit naar vanuit rond gemeente stad dorp provincie regio omgeving een town of from near city`)

// shouted is a word in capitals alone.
func shouted(word string) bool {
	return strings.IndexFunc(word, unicode.IsLower) < 0
}

// amongShouted reports whether a word beside i is in capitals too: LET OP.
func (n *names) amongShouted(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(n.Words) && n.Words[j].Capital && n.Words[j].To-n.Words[j].From > 1 && shouted(n.Clean[n.Words[j].From:n.Words[j].To]) {
			return true
		}
	}
	return false
}

// adjacent reports whether nothing but a space or an initial's full stop stands between word i and the next.
func (n *names) adjacent(i int) bool {
	if i+1 >= len(n.Words) {
		return false
	}
	switch between := n.Clean[n.Words[i].To:n.Words[i+1].From]; between {
	case " ", "-", "'":
		return true
	case ". ", ".":
		return n.Words[i].To-n.Words[i].From <= 2 || titles[n.Words[i].Lower]
	}
	return false
}

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
	if next == "en" || next == "at" || !likeVerb(next) || n.begins(lower) || tellsPerson(lower) || verbs[lower] && len(lower) > 3 {
		return false
	}
	for _, prefix := range [...]string{"daar", "hier", "waar", "ge", "ver", "be", "on"} {
		if strings.HasPrefix(lower, prefix) && len(lower) > len(prefix)+3 {
			return false
		}
	}
	for _, suffix := range [...]string{"en", "s", "ing", "heid", "tie", "teit", "schap", "isme", "lijk", "baar", "end", "ig", "zorg", "hulp", "werk", "recht", "geld", "beleid", "uur", "dag", "aal", "eel", "age", "ische", "isch"} {
		if strings.HasSuffix(lower, suffix) {
			return false
		}
	}
	return true
}

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
	if len(lower) < 5 {
		return false
	}
	return strings.HasSuffix(lower, "t") && !notVerbs[lower] || strings.HasSuffix(lower, "de") || strings.HasSuffix(lower, "te")
}

// run is a name of several words: from word to word, both inclusive.
type run struct{ first, last int }

// runAt gives the name around word i, which nothing explains: initials and words before it, infixes (van der) and words after it.
func (n *names) runAt(i int) run {
	r := run{i, i}
	for r.first > 0 && n.adjacent(r.first-1) {
		j := n.before(r.first)
		if j == r.first {
			break
		}
		r.first = j
	}
	for n.adjacent(r.last) {
		j := n.after(r.last)
		if j == r.last {
			break
		}
		r.last = j
	}
	return r
}

// before gives the first word of what belongs to a name that begins at word i, or i.
func (n *names) before(i int) int {
	switch n.kind[i-1] {
	case initial, composed, doubtful, unknown, town:
		return i - 1
	case proper: // Frans is a language and a boy
		if n.lex.Of(n.Words[i-1].Lower)&lexicon.Name != 0 {
			return i - 1
		}
	case opening:
		if joins[n.Words[i-1].Lower] {
			return i - 1
		}
	case small:
		j := i - 1
		for j > 0 && i-j <= 3 && n.kind[j] == small && infixes[n.Words[j].Lower] && n.adjacent(j-1) {
			j--
		}
		if n.overInfixes(j+1) != i {
			return i
		}
		switch n.kind[j] {
		case doubtful, unknown, town, initial:
			if infixes[n.Words[j].Lower] || !n.isWord(j) {
				return j
			}
		case opening:
			if joins[n.Words[j].Lower] {
				return j
			}
		}
	}
	return i
}

// after gives the last word of what belongs to a name that ends at word i, or i.
func (n *names) after(i int) int {
	j := n.overInfixes(i + 1)
	if j > i+1 && n.kind[i] == unknown && !infixes[n.Words[i].Lower] && n.isWord(i) {
		return i // Slag van Waterloo, Abdij van Berne
	}
	switch n.kind[j] {
	case unknown, town, initial, doubtful:
		return j
	case place: // Hans Utrecht, Maria van Oostenrijk; but not everybody who is from somewhere
		return j
	case proper:
		if j == i+1 && roman(n.Words[j].Lower) {
			return j
		}
	}
	return i
}

// overInfixes gives the first word from j on that is no small particle of a surname: van der, in 't.
func (n *names) overInfixes(j int) int {
	for first := j; j-first < 3 && j+1 < len(n.Words) && n.kind[j] == small && infixes[n.Words[j].Lower] && n.adjacent(j); j++ {
		switch next := n.Words[j+1].Lower; n.Words[j].Lower {
		case "in":
			if next != "'t" && next != "t" {
				return first
			}
		case "op":
			if next != "de" && next != "den" && next != "'t" {
				return first
			}
		case "het", "e", "y", "d", "und", "af", "tot":
			if j == first {
				return first
			}
		}
	}
	return j
}

// isWord reports whether word i is in the lexicon as an ordinary word and nobody's name.
func (n *names) isWord(i int) bool {
	k := n.lex.Of(n.Words[i].Lower)
	return k&lexicon.Ordinary != 0 && k&lexicon.Name == 0
}

func roman(lower string) bool { return strings.Trim(lower, "ivx") == "" }

// span is the place of a run in Clean, without a possessive.
func (n *names) span(r run) fold.Span {
	last := n.Words[r.last].Lower
	return fold.Span{From: n.Words[r.first].From, To: n.Words[r.last].To - len(last) + len(possessed(last))}
}

// set makes a set of the words of a text.
func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}
