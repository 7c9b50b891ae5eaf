package register

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// hit is a word of a text that may be somebody's name.
type hit struct {
	word    int // index in the text's words
	entries []int
	alone   bool // it says enough by itself
}

// Find gives the places where the register's names stand, in order. Names of one entry that stand together are one
// finding.
func (r *Register) Find(t *rules.FoldedText) []rules.Finding {
	var hits []hit
	for i, w := range t.Words {
		if h, ok := r.look(w); ok {
			h.word = i
			hits = append(hits, h)
		}
	}
	var found []rules.Finding
	for i := 0; i < len(hits); {
		end, named := r.run(t, hits, i)
		if named {
			at := rules.FoldSpan{From: t.Words[hits[i].word].From, To: t.Words[hits[end-1].word].To}
			found = append(found, rules.Finding{Rule: diag.PrivacyRegister, Level: diag.Red, At: t.SourceSpan(at), Value: t.Clean[at.From:at.To]})
		}
		i = end
	}
	return found
}

// run gives the hits from the first one on that belong to one entry and stand together, small words between them
// aside, and whether they name it.
func (r *Register) run(t *rules.FoldedText, hits []hit, first int) (end int, named bool) {
	for _, entry := range hits[first].entries {
		last, words, alone := first, 1, hits[first].alone
		for last+1 < len(hits) && slices.Contains(hits[last+1].entries, entry) && onlySmall(t.Words[hits[last].word+1:hits[last+1].word]) {
			last++
			words++
			alone = alone || hits[last].alone
		}
		need := r.whole[entry]
		if ok := need == 1 && (alone || words > 1) || need > 1 && words >= need; ok && (!named || last+1 > end) {
			end, named = last+1, true
		}
	}
	return max(end, first+1), named
}

func onlySmall(words []rules.FoldedWord) bool {
	return len(words) <= 3 && !slices.ContainsFunc(words, func(w rules.FoldedWord) bool { return !small[w.Lower] })
}

// look looks one word up. An ordinary word is looked up only as it stands, and says enough by itself only with a
// capital that no beginning of a sentence explains.
func (r *Register) look(w rules.FoldedWord) (hit, bool) {
	s, ok := r.seen.Load(w.Lower)
	if !ok {
		s = r.sense(w.Lower)
		if r.words.Add(1) < maxSeen {
			r.seen.Store(strings.Clone(w.Lower), s)
		}
	}
	found := s.(sense)
	return hit{entries: found.entries, alone: found.alone || w.Capital && !w.Sentence}, len(found.entries) > 0
}

// maxSeen bounds the memory of words that were looked up: most of a text is the same few thousand words.
const maxSeen = 1 << 17

// sense is what the register makes of a word, wherever it stands.
type sense struct {
	entries []int
	alone   bool // no ordinary word: it says enough in any place
}

func (r *Register) sense(word string) sense {
	var s sense
	for _, part := range append(strings.Split(word, "-"), word) {
		if small[part] {
			continue
		}
		name := plain(part)
		var entries []int
		for _, name := range []string{name, plain(strings.TrimSuffix(part, "'s")), strings.TrimSuffix(name, "s")} {
			entries = append(entries, r.names[r.key(name)]...)
		}
		rare := !ordinary(part)
		if len(entries) == 0 && rare {
			entries = append(r.halves(name), r.mistyped(name)...)
		}
		s.entries = append(s.entries, entries...)
		s.alone = s.alone || rare && len(entries) > 0
	}
	slices.Sort(s.entries)
	s.entries = slices.Compact(s.entries)
	return s
}

// halves looks for a compound of a name and an ordinary word: Amranihuis.
func (r *Register) halves(word string) []int {
	for i := 4; i+3 <= len(word); i++ {
		if entries := r.names[r.key(word[:i])]; len(entries) > 0 && ordinary(strings.TrimPrefix(word[i:], "s")) {
			return entries
		}
	}
	return nil
}

// shortest is the number of letters from which a typing mistake is looked for; in shorter names one letter more or less
// is another name.
const shortest = 5

// mistyped looks for names that are one mistake away: Damerau and Levenshtein's distance of one.
func (r *Register) mistyped(word string) []int {
	if utf8.RuneCountInString(word) < shortest-1 {
		return nil
	}
	entries := slices.Clone(r.typos[r.key(word)]) // a letter is missing
	letters := []rune(word)
	for i := range letters {
		less := without(letters, i)
		if len(letters) > shortest {
			entries = append(entries, r.names[r.key(less)]...) // a letter too many
		}
		entries = append(entries, r.typos[r.key(another(less, i))]...)
		entries = append(entries, r.typos[r.key(swapped(less, i+1, letters[i]))]...)
	}
	return entries
}

// lessOne gives what is kept of a name so that a word one mistake away is found without trying all words: the name
// without each of its letters, alone and with the letter's place.
func lessOne(name string) []string {
	letters := []rune(name)
	if len(letters) < shortest {
		return nil
	}
	var kept []string
	for i := range letters {
		less := without(letters, i)
		kept = append(kept, less, another(less, i), swapped(less, i, letters[i]))
	}
	return kept
}

func without(letters []rune, i int) string { return string(letters[:i]) + string(letters[i+1:]) }

func another(less string, place int) string { return less + "?" + strconv.Itoa(place) }

func swapped(less string, place int, letter rune) string {
	return less + "~" + strconv.Itoa(place) + string(letter)
}

// plain folds a name further than a text is folded: without accents and apostrophes, ij as y.
func plain(name string) string {
	ascii := true
	for i := range len(name) {
		ascii = ascii && name[i] < utf8.RuneSelf
	}
	if !ascii {
		bare := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
		if s, _, err := transform.String(bare, name); err == nil {
			name = s
		}
	}
	return alike.Replace(name)
}

var alike = strings.NewReplacer("ij", "y", "'", "", "’", "", "ß", "ss", "ø", "o", "ı", "i", "ł", "l", "đ", "d", "æ", "ae")

// Holds reports whether a name stands in the register, alone or with others, however it is written. It asks less than
// Find does: an invented name is better not even half a real one.
func (r *Register) Holds(name string) bool {
	return slices.ContainsFunc(rules.Fold(name).Words, func(w rules.FoldedWord) bool {
		return slices.ContainsFunc(r.sense(w.Lower).entries, func(entry int) bool { return r.whole[entry] == 1 })
	})
}
