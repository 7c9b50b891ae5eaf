package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/diag"
)

var (
	// houseNumber matches 12, 12a, 12-3, 12 bis, 12 III, 12 hs.
	houseNumber = lazyRegexp(`^\d{1,5}(?: (?:bis|hs|huis|zwart|rood|rd|zw|I{1,3}|\d ?hoog)|(?: ?- ?| ?/ ?)\d{1,4}| ?[-/]?[a-zA-Z])?(?: (?:bis|hs|huis|zwart|rood|rd|zw|I{1,3}|\d ?hoog))?`)
	// toNumber matches the text between a street and its number.
	toNumber = lazyRegexp(`(?i)^(?:,? |, ?|-|/|\. ?|: ?)?(?:(?:op )?(?:nr|no|nummer|huisnr|huisnummer)\.?:? ?)?$`)
	postBox  = newCues("postbus antwoordnummer")
	houseCue = newCues("huisnummer huisnr")
)

// notHouses are words after a number that counts something else.
var notHouses = newCues(`jaar jaren maand maanden week weken dag dagen uur uren minuut minuten keer maal euro procent huizen woningen mensen kinderen gezinnen km meter kilometer
	cent bewoners huurders stappen mannen vrouwen auto's bomen winkels kamers flats panden huishoudens buren meldingen years months weeks days times kwartier graden`)

// address finds streets with a house number, also in lower case or recognised by the words
// before them only. A street without a number and a post box are orange.
func address(t *FoldedText, see func(Finding)) {
	for i := range numbers(t) {
		if i > 0 && (letterBefore(t.Clean, i) || fraction(t.Clean, i)) {
			continue
		}
		if f, ok := addressAt(t, i); ok {
			see(f)
		}
	}
	for i, w := range t.Words {
		if w.Capital && !w.Sentence && strongStreet(w.Lower) {
			see(streetAlone(t, i))
		}
	}
}

// addressAt returns the address with the number at i.
func addressAt(t *FoldedText, i int) (Finding, bool) {
	number := houseNumber().FindString(ahead(t.Clean, i, 24))
	for number != "" && joinedAfter(t.Clean, i+len(number)) {
		number = number[:len(number)-1] // 12 a of "12 appels"
	}
	number = strings.TrimRight(number, " -/")
	at := wordAt(t, i)
	if number == "" || i+len(number) < len(t.Clean) && isDigit(t.Clean[i+len(number)]) || number[0] == '0' {
		return Finding{}, false
	}
	s := FoldSpan{From: i, To: i + len(number)}
	if w := t.Words[at]; w.From < i-1 && t.Clean[i-1] == '-' && strongStreet(t.Lower[w.From:i-1]) {
		s.From = w.From // a hyphen makes one word of it: Populierenstraat-14
		return hit(t, diag.PrivacyAddress, diag.Red, s), true
	}
	if at == 0 {
		return Finding{}, false
	}
	before, gap := lastName(t, at-1, i)
	w := t.Words[before]
	if !toNumber().MatchString(gap) || notHouses.after(t, s.To, 1) && !strings.HasPrefix(t.Clean[s.To:], ",") || isCount(t.Clean, s) {
		return Finding{}, false
	}
	switch {
	case !postBox[w.Lower] && streetBefore(t, before, s):
	case postBox[w.Lower] || houseCue[t.Words[at-1].Lower]:
		s.From = t.Words[at-1].From
		f := hit(t, diag.PrivacyAddress, diag.Orange, s)
		f.Variant = "box"
		return f, true
	default:
		return Finding{}, false
	}
	s.From = streetFrom(t, before)
	return hit(t, diag.PrivacyAddress, diag.Red, s), true
}

// lastName returns the index of the word before the number at i that may be a street,
// skipping "nummer", and the text between the two.
func lastName(t *FoldedText, k, i int) (int, string) {
	for n := 0; n < 2 && k > 0; n++ {
		switch t.Words[k].Lower {
		case "nr", "no", "nummer", "huisnummer", "huisnr", "op":
			k--
			continue
		}
		break
	}
	return k, t.Clean[t.Words[k].To:i]
}

// isCount reports whether a number is a time, a decimal, a percentage or a year.
func isCount(clean string, s FoldSpan) bool {
	rest := ahead(clean, s.To, 3)
	switch {
	case len(rest) > 1 && (rest[0] == ':' || rest[0] == ',' || rest[0] == '.') && isDigit(rest[1]), strings.HasPrefix(strings.TrimLeft(rest, " "), "%"):
		return true
	}
	number := clean[s.From:s.To]
	return len(number) == 4 && (strings.HasPrefix(number, "19") || strings.HasPrefix(number, "20")) && isNumber(number)
}

// streetBefore reports whether word k, before a house number, is the last word of a street
// name.
func streetBefore(t *FoldedText, k int, number FoldSpan) bool {
	w := t.Words[k]
	switch {
	case isDigit(t.Clean[w.From]):
		return k > 0 && t.Words[k-1].Lower == "plein"
	case !w.Capital:
		return strongStreet(w.Lower) && endsThere(t.Clean, number.To)
	case strongStreet(w.Lower), !w.Sentence && namedStreet(w.Lower):
		return true
	case namedStreet(w.Lower) && livesCues.before(t, w.From, 2), clearStreet(w.Lower) && endsThere(t.Clean, number.To):
		return true
	case streetStart(t, k) >= 0:
		return true
	case !w.Sentence && k > 1 && t.Words[k-2].Lower == "aan" && linking[t.Words[k-1].Lower] && endsThere(t.Clean, number.To):
		return true // Aan de Molen 5, at the start of a line
	}
	return !w.Sentence && livesCues.sentence(t, FoldSpan{From: w.From, To: len(t.Clean)}, 4) && endsThere(t.Clean, number.To)
}

// endsThere reports whether a phrase ends after a house number at i. Then a word in lower
// case before it may be a street.
func endsThere(clean string, i int) bool {
	rest := ahead(clean, i, 6)
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsPunct(next) && next >= utf8.RuneSelf {
		return true // a closing quotation mark, a dash
	}
	if rest == "" || strings.IndexByte(".,;:)\n|\"'/", rest[0]) >= 0 {
		return true
	}
	for _, next := range []string{" in ", " te ", " en ", " (", " woon", " is ", " - ", " — ", " heef", " staa", " naar", " met ", " aan ", " om ", " van ", " op "} {
		if strings.HasPrefix(rest, next) {
			return true
		}
	}
	return len(rest) > 1 && rest[0] == ' ' && isDigit(rest[1])
}

// streetStart returns the first word of a street name that ends in word k, recognised by a
// word such as Laan (Laan van Meerdervoort); -1 if there is none.
func streetStart(t *FoldedText, k int) int {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		w := t.Words[j]
		if gap := t.Clean[w.To:t.Words[j+1].From]; gap != " " && gap != ". " && gap != " '" {
			return -1
		}
		if w.Capital && starters[w.Lower] && !(w.Sentence && (w.Lower == "op" || w.Lower == "van" || w.Lower == "onder" || w.Lower == "achter" || w.Lower == "eerste" || w.Lower == "tweede" || w.Lower == "aan")) {
			return j
		}
		if !linking[w.Lower] && !w.Capital {
			return -1
		}
	}
	return -1
}

// streetFrom returns the offset where the street name that ends in word k begins, including
// capitalised words before it.
func streetFrom(t *FoldedText, k int) int {
	if j := streetStart(t, k); j >= 0 {
		return t.Words[j].From
	}
	for k > 0 && t.Words[k-1].Capital && !t.Words[k-1].Sentence && t.Words[k].From == t.Words[k-1].To+1 {
		k--
	}
	return t.Words[k].From
}

// streetAlone returns the finding for a street without a house number. It is red if a
// number in words follows.
func streetAlone(t *FoldedText, i int) Finding {
	s := FoldSpan{From: streetFrom(t, i), To: t.Words[i].To}
	if i+1 < len(t.Words) && t.Clean[s.To:t.Words[i+1].From] == " " {
		next := t.Words[i+1]
		if (next.Lower == "nummer" || next.Lower == "nr") && i+2 < len(t.Words) {
			next = t.Words[i+2]
		}
		if _, number := wordDigits(next.Lower); number && next.Lower != "een" && next.Lower != "one" && !notHouses.after(t, next.To, 1) {
			s.To = next.To
			return hit(t, diag.PrivacyAddress, diag.Red, s)
		}
	}
	f := hit(t, diag.PrivacyAddress, diag.Orange, s)
	f.Variant = "street"
	return f
}
