package rules

import (
	"strings"

	"casusboek/generator/diag"
)

// Bounds of ages: below adult a child, above maxCommonAge rare, from ageLimit no age.
const (
	adult        = 18
	maxCommonAge = 89
	ageLimit     = 116
	maxAgeDigits = 3 // maximum number of digits of an age
)

var (
	// ageVerbs are words before an age.
	ageVerbs = newCues("is was wordt werd ben bent leeftijd ongeveer ruim bijna inmiddels nu net pas al van age aged met wanneer when turned is-ie")
	// ageNouns are words before an age without the word jaar: leeftijd: 91.
	ageNouns = newCues("leeftijd age")
	// notAges are words after a number of years that is a duration.
	notAges = newCues(`geleden lang later eerder terug na voor contract garantie bestaan bestaat bestaande gewacht tijd bij in gevangenisstraf cel ervaring
		opleiding cursus studie traject relatie looptijd oude woning huur gewoond samen getrouwd huwelijk dienst ago later jubileum stad geschiedenis`)
)

// age finds ages over 89, which are rare (orange), and exact ages of children (yellow). A
// child's age together with a place identifies more, which readers of findings must judge.
func age(t *FoldedText, see func(Finding)) {
	for i, w := range t.Words {
		if years, s := ageAt(t, i, w); years > maxCommonAge && years < ageLimit {
			see(hit(t, diag.PrivacyAge, diag.Orange, s))
		} else if years >= 0 && years < adult {
			f := hit(t, diag.PrivacyAge, diag.Yellow, s)
			f.Variant = "minor"
			see(f)
		}
	}
}

// ageAt returns the age that begins at word i and its span; -1 if there is none.
func ageAt(t *FoldedText, i int, w FoldedWord) (int, FoldSpan) {
	number, tail, _ := strings.Cut(w.Lower, "-")
	years := -1
	if len(number) <= maxAgeDigits && number != "" && isDigit(number[0]) {
		number = strings.TrimSuffix(strings.TrimSuffix(number, "ste"), "e")
		years = whole(number)
	} else {
		years, tail = saidYears(w.Lower)
	}
	if years < 0 {
		return -1, w.FoldSpan
	}
	next, after := "", ""
	if i+1 < len(t.Words) && len(t.Words[i+1].Lower)+1 >= t.Words[i+1].From-w.To && t.Clean[w.To:t.Words[i+1].From] == " " {
		next = t.Words[i+1].Lower
		if i+2 < len(t.Words) {
			after = t.Words[i+2].Lower
		}
	}
	s := w.FoldSpan
	switch {
	case strings.HasPrefix(tail, "jarig"):
		if notAges[next] {
			return -1, s
		}
		return years, s
	case next == "jarige" || next == "jarig":
		s.To = t.Words[i+1].To
		return years, s
	case next == "jaar" || next == "years" || next == "year" || next == "jr" || next == "jaren":
		s.To = t.Words[i+1].To
		if after == "oud" || after == "old" || after == "jong" {
			s.To = t.Words[i+2].To
			return years, s
		}
		if years > maxCommonAge && i > 0 && !notAges[after] && isBesidePerson(t, i, s.To) {
			return years, s
		}
		if notAges[after] || i == 0 || !ageVerbs[t.Words[i-1].Lower] || isDuration(t, i) || gapIsSentence(t, i) || durations[after] {
			return -1, s
		}
		return years, s
	case i > 0 && ageNouns[t.Words[i-1].Lower] && len(t.Clean[t.Words[i-1].To:w.From]) <= 4:
		return years, s
	case years > maxCommonAge && i > 0 && (lifeVerbs[t.Words[i-1].Lower] || bracketed(t, i)) && aboutYears(t, i):
		return years, s
	}
	return -1, s
}

var (
	// lifeVerbs are words directly before an age without the word jaar: hij werd 93.
	lifeVerbs = newCues("werd wordt is geworden")
	durations = newCues("op onderweg bezig aan")
)

// possessives are words before the age of a person: met haar 93 jaar.
var possessives = newCues("haar zijn mijn jouw uw hun")

// isBesidePerson reports whether the years at word i, which end at offset to, directly
// follow a person: Oma, 98 jaar, kookt zelf.
func isBesidePerson(t *FoldedText, i, to int) bool {
	gap := t.Clean[t.Words[i-1].To:t.Words[i].From]
	return gap == ", " && strings.HasPrefix(t.Clean[to:], ",") || gap == " " && possessives[t.Words[i-1].Lower]
}

// durationNouns are nouns of things that last for years; livingAl are verbs before "al"
// after which a number of years is an age.
var (
	durationNouns = newCues("contract periode looptijd termijn duur garantie straf celstraf lening bestaan huwelijk relatie opleiding traject ervaring wachttijd")
	livingAl      = newCues("is was ben bent")
)

// isDuration reports whether the years at word i are a duration: een contract van 2 jaar,
// hij woont er al 14 jaar.
func isDuration(t *FoldedText, i int) bool {
	if i < 2 {
		return false
	}
	before := t.Words[i-2].Lower
	return t.Words[i-1].Lower == "van" && durationNouns[before] || t.Words[i-1].Lower == "al" && !livingAl[before]
}

func gapIsSentence(t *FoldedText, i int) bool {
	return strings.ContainsAny(t.Clean[t.Words[i-1].To:t.Words[i].From], ".!?")
}

// bracketed reports whether word i is in brackets after a capitalised word: Betty (91).
func bracketed(t *FoldedText, i int) bool {
	w := t.Words[i]
	return t.Words[i-1].Capital && strings.HasSuffix(t.Clean[:w.From], " (") && strings.HasPrefix(t.Clean[w.To:], ")")
}

// aboutYears reports whether the text after word i ends, so that it does not count
// something else.
func aboutYears(t *FoldedText, i int) bool {
	w := t.Words[i]
	if bracketed(t, i) {
		return true
	}
	rest := strings.TrimLeft(ahead(t.Clean, w.To, 8), "\"')]”’»—…")
	return rest == "" || (rest[0] == '.' || rest[0] == ',') && !endsInDigit(rest, 1) || strings.HasPrefix(rest, "\n")
}

// saidYears returns the age in a word, and what follows it in that word: eenennegentig,
// tweeënnegentigjarige, zevenjarig. It returns -1 if there is none.
func saidYears(lower string) (int, string) {
	number, tail := lower, ""
	if at := strings.Index(lower, "jarig"); at > 0 {
		number, tail = strings.TrimSuffix(lower[:at], "-"), lower[at:]
	}
	if number == "honderd" {
		return 100, tail
	}
	if rest, ok := strings.CutPrefix(number, "honderd"); ok && len(rest) > 2 {
		if digits := spokenDigits[strings.TrimPrefix(rest, "en")]; digits != "" {
			return 100 + whole(digits), tail
		}
	}
	digits, ok := spokenDigits[number]
	if !ok || number == "een" || number == "one" {
		return -1, ""
	}
	return whole(digits), tail
}
