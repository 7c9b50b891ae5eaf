package rules

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"casusboek/generator/diag"
)

// rare finds rare properties of a person: an occupation or illness of fewer than one adult
// in 2,000 (rare.txt), being "de enige" or "de oudste" of a place, and having been in the
// news. "De eerste keer" and "de oudste zoon" do not count.
var rare = Rule{Name: diag.PrivacyRare, find: findRare, passage: true}

//go:embed rare.txt
var rareText string

// rareStart holds what may begin with a word, in folded words.
type rareStart struct {
	terms, press [][]string
	superlative  bool
}

// rareStarts returns what may begin with each word, so that a text is searched with one
// lookup per word.
var rareStarts = sync.OnceValue(func() map[string]*rareStart {
	all := map[string]*rareStart{}
	at := func(word string) *rareStart {
		if all[word] == nil {
			all[word] = &rareStart{}
		}
		return all[word]
	}
	for line := range strings.Lines(rareText) {
		f := strings.Fields(strings.TrimSpace(line))
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		share, err := strconv.Atoi(f[0])
		if err != nil {
			panic("rare.txt: " + line)
		}
		if share < rareFrom {
			at(f[1]).terms = append(at(f[1]).terms, f[1:])
		}
	}
	for w := range superlatives {
		at(w).superlative = true
	}
	for line := range strings.Lines(pressPhrases) {
		f := strings.Fields(line)
		at(f[0]).press = append(at(f[0]).press, f)
	}
	return all
})

// rareFrom is the number per 100,000 adults below which a property is rare: one in 2,000.
const rareFrom = 50

// superlatives are words that single out one person.
var superlatives = wordSet(`enige eerste oudste jongste laatste langste bekendste beroemdste rijkste armste grootste kleinste zwaarste dikste enig only first oldest youngest last longest`)

// groupNouns are the groups in which a person can be singled out.
var groupNouns = wordSet(`dorp stad gemeente wijk straat flat buurt provincie land eiland regio galerij portiek complex school nederland gezelschap streek blok polder stadsdeel klas kerk moskee
	village town street country district province island neighbourhood netherlands`)

// pressPhrases are phrases about the press and honours. Those that begin with a word of two
// letters need a word of inPress beside them.
const pressPhrases = `in de krant
in alle kranten
in het journaal
in the newspaper
op televisie
op tv
op de televisie
op de radio
on television
voorpagina van
landelijk nieuws
landelijke nieuws
bekende nederlander
het nieuws gehaald
haalde het nieuws
haalde de krant
viral ging
ging viral
wereldberoemd
bn'er
nederlands kampioen
wereldkampioen
europees kampioen
ridder in de orde
lid in de orde
koninklijke onderscheiding`

// inPress are words beside "in de krant" that indicate that a person was in the newspaper,
// rather than read it.
var inPress = wordSet(`stond staat stonden gestaan kwam komt kwamen gekomen was waren is geweest haalde haalt gehaald verscheen verschenen bekend beroemd zat zit foto interview geïnterviewd was appeared was`)

func findRare(t *FoldedText, see func(Finding)) {
	starts := rareStarts()
	for i := range t.Words {
		s, ok := starts[t.Words[i].Lower]
		if !ok {
			continue
		}
		for _, words := range s.terms {
			if spellsAt(t, i, words) {
				see(hit(t, diag.PrivacyRare, diag.Orange, spanOf(t, i, i+len(words)-1)))
			}
		}
		if s.superlative {
			if last, ok := oneOf(t, i); ok {
				see(hit(t, diag.PrivacyRare, diag.Orange, spanOf(t, i, last)))
			}
		}
		for _, words := range s.press {
			if spellsAt(t, i, words) && (len(words[0]) > 2 || hasNear(t, i, len(words), inPress)) {
				see(hit(t, diag.PrivacyRare, diag.Orange, spanOf(t, i, i+len(words)-1)))
			}
		}
	}
}

// oneOf reports whether the superlative at word i singles out one person in a group, and
// returns the word for the group: de enige huisarts van het dorp.
func oneOf(t *FoldedText, i int) (int, bool) {
	if i == 0 {
		return 0, false
	}
	switch t.Words[i-1].Lower {
	case "de", "het", "als", "the", "haar", "hun", "onze":
	default:
		return 0, false
	}
	joined := false
	for j := i + 1; j < len(t.Words) && j <= i+7; j++ {
		if strings.ContainsAny(t.Clean[t.Words[j-1].To:t.Words[j].From], ".!?:;,\n") {
			return 0, false
		}
		lower := t.Words[j].Lower
		switch lower {
		case "van", "in", "uit", "op", "of":
			joined = joined || j > i+1 || t.Words[i-1].Lower == "als"
		case "keer", "dag", "week", "maand", "jaar", "plaats", "instantie", "gesprek", "brief", "stap", "zin", "ronde", "uur", "time", "step":
			return 0, false
		}
		if joined && groupNouns[lower] {
			return j, true
		}
	}
	return 0, false
}

// hasNear reports whether one of words is within five words of the size words from i, in
// the same sentence.
func hasNear(t *FoldedText, i, size int, words map[string]bool) bool {
	for j := max(0, i-5); j < min(len(t.Words), i+size+5); j++ {
		if j >= i && j < i+size || !words[t.Words[j].Lower] {
			continue
		}
		from, to := min(i, j), max(i+size-1, j)
		if !strings.ContainsAny(t.Clean[t.Words[from].From:t.Words[to].From], ".!?\n") {
			return true
		}
	}
	return false
}

// spellsAt reports whether the words are at word i, with one character between them.
func spellsAt(t *FoldedText, i int, words []string) bool {
	if i+len(words) > len(t.Words) {
		return false
	}
	for j, w := range words {
		if t.Words[i+j].Lower != w || j > 0 && t.Words[i+j].From-t.Words[i+j-1].To != 1 {
			return false
		}
	}
	return true
}

// spanOf returns the span of the words from first to last.
func spanOf(t *FoldedText, first, last int) FoldSpan {
	return FoldSpan{From: t.Words[first].From, To: t.Words[last].To}
}
