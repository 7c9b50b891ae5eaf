package rules

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
)

// rare finds what hardly anybody has or is: an occupation or illness of fewer than one adult in 2,000 (rare.txt), somebody who is "de enige" or "de oudste" of a place,
// somebody who was in the papers. "De eerste keer" and "de oudste zoon" are nothing of the kind.
var rare = Rule{Name: diag.PrivacyRare, find: findRare, passage: true}

//go:embed rare.txt
var rareText string

// rareTerm is something rare, in folded words, with how many of 100,000 adults it holds for.
type rareTerm struct {
	words []string
	share int
}

// rareTerms are the terms by first word.
var rareTerms = sync.OnceValue(func() map[string][]rareTerm {
	all := map[string][]rareTerm{}
	for line := range strings.Lines(rareText) {
		f := strings.Fields(strings.TrimSpace(line))
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		share, err := strconv.Atoi(f[0])
		if err != nil {
			panic("rare.txt: " + line)
		}
		term := rareTerm{f[1:], share}
		all[f[1]] = append(all[f[1]], term)
	}
	return all
})

// rareFrom is how many of 100,000 adults are too few: one in 2,000.
const rareFrom = 50

// superlatives make one out of many.
var superlatives = set(`enige eerste oudste jongste laatste langste bekendste beroemdste rijkste armste grootste kleinste zwaarste dikste enig only first oldest youngest last longest`)

// circles are what one can be the only one of.
var circles = set(`dorp stad gemeente wijk straat flat buurt provincie land eiland regio galerij portiek complex school nederland gezelschap streek blok polder stadsdeel klas kerk moskee
	village town street country district province island neighbourhood netherlands`)

// famous are the words about the press, after "in de" or "op".
var famous = [][]string{
	strings.Fields("in de krant"), strings.Fields("in alle kranten"), strings.Fields("op televisie"), strings.Fields("op tv"), strings.Fields("op de televisie"), strings.Fields("op de radio"),
	strings.Fields("voorpagina van"), strings.Fields("landelijk nieuws"), strings.Fields("landelijke nieuws"), strings.Fields("bekende nederlander"), strings.Fields("het nieuws gehaald"),
	strings.Fields("haalde het nieuws"), strings.Fields("haalde de krant"), strings.Fields("viral ging"), strings.Fields("ging viral"), strings.Fields("in the newspaper"), strings.Fields("on television"),
	strings.Fields("in het journaal"), strings.Fields("wereldberoemd"), strings.Fields("bn'er"), strings.Fields("nederlands kampioen"), strings.Fields("wereldkampioen"), strings.Fields("europees kampioen"),
	strings.Fields("ridder in de orde"), strings.Fields("lid in de orde"), strings.Fields("koninklijke onderscheiding"),
}

// people stand beside "in de krant" when it is about somebody who is in it, not about what they read.
var inPress = set(`stond staat stonden gestaan kwam komt kwamen gekomen was waren is geweest haalde haalt gehaald verscheen verschenen bekend beroemd zat zit foto interview geïnterviewd was appeared was`)

func findRare(t *fold.Text, see func(Finding)) {
	terms := rareTerms()
	for i := range t.Words {
		lower := t.Words[i].Lower
		for _, term := range terms[lower] {
			if term.share < rareFrom && spellsAt(t, i, term.words) {
				see(hit(t, diag.PrivacyRare, diag.Orange, spanOf(t, i, i+len(term.words)-1)))
			}
		}
		if superlatives[lower] {
			if last, ok := oneOf(t, i); ok {
				see(hit(t, diag.PrivacyRare, diag.Orange, spanOf(t, i, last)))
			}
		}
		for _, words := range famous {
			if lower == words[0] && spellsAt(t, i, words) && (lower != "in" && lower != "op" && lower != "on" || near1(t, i, len(words), inPress)) {
				see(hit(t, diag.PrivacyRare, diag.Orange, spanOf(t, i, i+len(words)-1)))
			}
		}
	}
}

// oneOf reports whether the superlative at word i makes somebody the only one of a place, and gives the word for the place: de enige huisarts van het dorp.
func oneOf(t *fold.Text, i int) (int, bool) {
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
		if joined && circles[lower] {
			return j, true
		}
	}
	return 0, false
}

// near1 reports whether one of the words stands within five words of those from i on, in the same sentence.
func near1(t *fold.Text, i, size int, words map[string]bool) bool {
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

// spellsAt reports whether words stand at word i, without a line between them.
func spellsAt(t *fold.Text, i int, words []string) bool {
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

// spanOf is the place of the words from first to last.
func spanOf(t *fold.Text, first, last int) fold.Span {
	return fold.Span{From: t.Words[first].From, To: t.Words[last].To}
}
