package rules

import (
	"strings"

	"casusboek/generator/diag"
)

var documentCues = newCues(`reisdocument reisdocumentnummer paspoort paspoorten paspoortnummer paspoortnr passport id id-kaart idkaart id-bewijs id-nummer identiteitskaart identiteitskaartnummer identiteitsbewijs
	identiteitsbewijsnummer legitimatie legitimatiebewijs legitimatienummer documentnummer documentnr document verblijfsdocument verblijfsdocumentnummer verblijfsvergunning verblijfspas vreemdelingendocument
	vreemdelingenpas w-document rijbewijs rijbewijsnummer rijbewijsnr v-nummer vnummer v-nr vnr ind ind-nummer vreemdelingennummer vreemdelingenpaspoort licence visum visumnummer nummer`)

// strongDocumentCues are sufficient for any number beside them.
var strongDocumentCues = newCues(`reisdocument reisdocumentnummer paspoortnummer paspoortnr paspoort passport id-kaart identiteitskaart identiteitskaartnummer identiteitsbewijs legitimatiebewijs identiteitsbewijsnummer id-bewijs id-nummer legitimatienummer documentnummer documentnr
	verblijfsdocument verblijfsdocumentnummer verblijfsvergunning verblijfspas vreemdelingendocument w-document rijbewijs rijbewijsnummer rijbewijsnr v-nummer vnummer v-nr vnr ind-nummer
	vreemdelingennummer vreemdelingenpaspoort visumnummer visum licence`)

// documentDistance is the maximum distance of a cue in words.
const documentDistance = 5

// document finds numbers of identity documents. Passports and identity cards have nine
// characters: two letters of which the first is the type, six letters or digits, a digit,
// and never an O (Paspoortuitvoeringsregeling). Residence documents have V and eight
// characters without 0 and O; driving licences and V-numbers have ten digits. Beside a cue
// they are red, by their form only orange.
func document(t *FoldedText, see func(Finding)) {
	end := 0
	for i := range numbers(t) {
		if i < end {
			continue
		}
		for _, from := range documentStarts(t.Clean, i) {
			if f, to := documentAt(t, from); to > i {
				see(f)
				end = to
				break
			}
		}
	}
}

// documentStarts returns the offsets where a document number with its first digits at i may
// begin: at the start of its word, or of a short group of capitals before it.
func documentStarts(clean string, i int) []int {
	at := i
	for at > 0 && i-at < 9 && clean[at-1] < 0x80 && (isLetter(clean[at-1]) || isDigit(clean[at-1])) {
		at--
	}
	starts := []int{at}
	for range 8 {
		j := at
		for j > 0 && at-j < 3 && strings.IndexByte(between, clean[j-1]) >= 0 {
			j--
		}
		k := j
		for k > 0 && clean[k-1] >= 'A' && clean[k-1] <= 'Z' && j-k < 4 {
			k--
		}
		if j == at || k == j || k > 0 && (letterBefore(clean, k) || isDigit(clean[k-1])) {
			break
		}
		at = k
		starts = append([]int{at}, starts...)
	}
	return starts
}

// documentAt returns the finding for a document number at from, and the offset where it
// ends; 0 if there is none.
func documentAt(t *FoldedText, from int) (Finding, int) {
	if from > 0 && (letterBefore(t.Clean, from) || isDigit(t.Clean[from-1])) {
		return Finding{}, 0
	}
	for _, want := range []int{9, 10} {
		number, to := readGroups(t.Clean, from, want)
		s := FoldSpan{From: from, To: to}
		if to == 0 || !free(t.Clean, s) {
			continue
		}
		cued := documentCues.around(t, s, documentDistance)
		strong := strongDocumentCues.around(t, s, documentDistance)
		compact := to-from == want
		capitals := number == strings.ToUpper(number)
		switch {
		case isNumber(number):
			if !strong || goesOn(t.Clean, s, '-') || want == 9 && !compact || money(t, s) || want == 10 && number[0] == '0' && phoneLike(t, s) {
				continue
			}
		case passportForm(strings.ToUpper(number)) && (strong || cued && capitals):
		case passportForm(number) && compact && digitCount(number) >= 3:
			f := hit(t, diag.PrivacyDocument, diag.Orange, s)
			f.Variant = "form"
			return f, to
		default:
			continue
		}
		return hit(t, diag.PrivacyDocument, diag.Red, s), to
	}
	return Finding{}, 0
}

// phoneLike reports whether a cue for a telephone number is near before a number.
func phoneLike(t *FoldedText, s FoldSpan) bool { return shortPhoneCues.before(t, s.From, 2) }

// readGroups reads the given number of letters and digits from an offset, with separators
// before groups that begin with a capital or a digit. It returns them and the offset where
// they end, or 0 if there are not enough.
func readGroups(clean string, from, want int) (string, int) {
	var number []byte
	i := from
	for i < len(clean) && len(number) < want {
		c := clean[i]
		if c < 0x80 && (isDigit(c) || isLetter(c)) {
			number = append(number, c)
			i++
			continue
		}
		j := i
		for j < len(clean) && j < i+3 && strings.IndexByte(between, clean[j]) >= 0 {
			j++
		}
		if j == i || j == len(clean) || !isDigit(clean[j]) && (clean[j] < 'A' || clean[j] > 'Z') {
			return "", 0
		}
		i = j
	}
	if len(number) < want {
		return "", 0
	}
	return string(number), i
}

func digitCount(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// passportForm reports whether a number in capitals has the form of a passport, identity
// card or residence document.
func passportForm(number string) bool {
	if len(number) != 9 || strings.IndexByte(number, 'O') >= 0 {
		return false
	}
	for i := range 9 {
		c := number[i]
		if c != byte(strings.ToUpper(string(c))[0]) || i < 2 && number[0] != 'V' && !(c >= 'A' && c <= 'Z') {
			return false
		}
	}
	switch number[0] {
	case 'N', 'I', 'B', 'D', 'S', 'R', 'A', 'X':
		return isDigit(number[8])
	case 'V':
		return strings.IndexByte(number, '0') < 0 && digitCount(number) >= 2
	}
	return false
}
