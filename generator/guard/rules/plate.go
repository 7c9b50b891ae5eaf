package rules

import (
	"strings"

	"casusboek/generator/diag"
)

// sideCodes maps the forms of Dutch licence plates (RDW), where X is a letter and 9 a
// digit, to the lengths of their three groups. Forms 12 and 14 are reserved.
var sideCodes = map[string][3]int{
	"XX9999": {2, 2, 2}, "9999XX": {2, 2, 2}, "99XX99": {2, 2, 2}, "XX99XX": {2, 2, 2}, "XXXX99": {2, 2, 2}, "99XXXX": {2, 2, 2}, "99XXX9": {2, 3, 1},
	"9XXX99": {1, 3, 2}, "XX999X": {2, 3, 1}, "X999XX": {1, 3, 2}, "XXX99X": {3, 2, 1}, "X99XXX": {1, 2, 3}, "9XX999": {1, 2, 3}, "999XX9": {3, 2, 1},
}

// earlyForms are the forms that were issued before vowels were excluded.
var earlyForms = map[string]bool{"XX9999": true, "9999XX": true, "99XX99": true}

// forbiddenGroups are groups of letters that are not issued.
var forbiddenGroups = map[string]bool{
	"GVD": true, "KKK": true, "NSB": true, "PKK": true, "PSV": true, "TBS": true, "SS": true, "SD": true, "PVV": true, "SGP": true, "VVD": true,
}

var plateCues = newCues(`kenteken kentekens kentekenplaat kentekennummer nummerplaat nummerbord auto busje bestelbus bestelbusje wagen scooter brommer motor motorfiets aanhanger
	voertuig bromfiets snorfiets scootmobiel taxi camper caravan vrachtwagen car plate registration rdw opel volkswagen vw ford peugeot renault fiat toyota bmw audi kia skoda`)

// plate finds licence plates: in three groups with hyphens by their form only, with other
// separators or none beside a cue.
func plate(t *FoldedText, see func(Finding)) {
	end := 0
	for i := range numbers(t) {
		if i < end {
			continue
		}
		for _, from := range plateStarts(t.Clean, i) {
			if f, to := plateAt(t, from); to > 0 {
				see(f)
				end = to
				break
			}
		}
	}
}

// plateStarts returns the offsets where a plate with its first digits at i may begin:
// there, or at one of the letters before.
func plateStarts(clean string, i int) []int {
	starts := make([]int, 0, 5)
	at, letters := i, 0
	for letters < 4 {
		j := at
		for j > 0 && at-j < 3 && strings.IndexByte(between, clean[j-1]) >= 0 {
			j--
		}
		if j == 0 || clean[j-1] >= 0x80 || !isLetter(clean[j-1]) {
			break
		}
		at, letters = j-1, letters+1
		if at == 0 || !letterBefore(clean, at) && !isDigit(clean[at-1]) {
			starts = append(starts, at)
		}
	}
	if i == 0 || !letterBefore(clean, i) {
		starts = append(starts, i)
	}
	return starts
}

// plateAt returns the finding for a plate at from, and the offset where it ends; 0 if there
// is none.
func plateAt(t *FoldedText, from int) (Finding, int) {
	form, letters, signs, i := make([]byte, 0, 6), make([]byte, 0, 6), [7]string{}, from
	for len(form) < 6 {
		if i == len(t.Clean) {
			return Finding{}, 0
		}
		switch c := t.Clean[i]; {
		case isDigit(c):
			form, letters = append(form, '9'), append(letters, c)
		case c < 0x80 && isLetter(c):
			form, letters = append(form, 'X'), append(letters, c)
		case strings.IndexByte(between, c) >= 0 && len(form) > 0 && len(signs[len(form)]) < 3:
			signs[len(form)] += string(c)
		default:
			return Finding{}, 0
		}
		i++
	}
	s := FoldSpan{From: from, To: i}
	groups, ok := sideCodes[string(form)]
	if !ok || !free(t.Clean, s) || !isIssued(string(form), strings.ToUpper(string(letters)), groups) {
		return Finding{}, 0
	}
	capitals := string(letters) == strings.ToUpper(string(letters))
	if !(hyphens(signs, groups) && (capitals || !earlyForms[string(form)]) && !goesOn(t.Clean, s, '-')) && !plateCues.around(t, s, 6) {
		return Finding{}, 0
	}
	if !capitals && !hyphens(signs, groups) && strings.Contains(t.Clean[s.From:s.To], " ") {
		return Finding{}, 0
	}
	return hit(t, diag.PrivacyPlate, diag.Red, s), i
}

// hyphens reports whether there are hyphens between the groups, and no separators
// elsewhere.
func hyphens(signs [7]string, groups [3]int) bool {
	for i, sign := range signs {
		if boundary := i == groups[0] || i == groups[0]+groups[1]; boundary != (strings.Trim(sign, " ") == "-") || !boundary && sign != "" {
			return false
		}
	}
	return true
}

// isIssued reports whether a plate with these letters can have been issued.
func isIssued(form, plate string, groups [3]int) bool {
	if !earlyForms[form] {
		for i := range plate {
			if form[i] == 'X' && strings.IndexByte("AEIOUCQ", plate[i]) >= 0 {
				return false
			}
		}
	}
	at := 0
	for _, n := range groups {
		if forbiddenGroups[plate[at:at+n]] {
			return false
		}
		at += n
	}
	return true
}
