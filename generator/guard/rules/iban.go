package rules

import (
	"strings"

	"casusboek/generator/diag"
)

// ibanLengths maps countries to the lengths of their account numbers (SWIFT, IBAN
// registry).
var ibanLengths = func() map[string]int {
	lengths := map[string]int{}
	for n, countries := range map[int]string{
		15: "NO", 16: "BE", 18: "NL DK FI FO GL FK SD", 19: "MK SI", 20: "AT BA EE KZ LT LU XK MN", 21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS VA",
		23: "AE GI IL IQ TL OM SO", 24: "AD CZ ES MD PK RO SA SE SK TN VG DZ", 25: "PT ST LY", 26: "IS TR", 27: "FR GR IT MC MR SM BF BI CF CG CM DJ GA", 28: "AL AZ BY CY DO GT HU LB PL SV BJ CI HN MA MG ML MU SN TG NI",
		29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
	} {
		for country := range strings.FieldsSeq(countries) {
			lengths[country] = n
		}
	}
	return lengths
}()

var ibanCues = newCues(`iban ibans rekening rekeningnummer rekeningnr rekeningnrs bankrekening bankrekeningnummer banknummer bankrek rek giro gironummer girorekening
	leefgeldrekening beheerrekening spaarrekening tegenrekening account`)

// iban finds account numbers of any country, by the length for the country and the checksum
// of ISO 13616 (mod 97 is 1), with spaces anywhere. One that fails the check beside a cue,
// and an old Dutch account number after a cue, are orange.
func iban(t *FoldedText, see func(Finding)) {
	for i := range numbers(t) {
		if from, ok := countryBefore(t.Clean, i); ok && ibanAt(t, from, see) {
			continue
		}
		if (i == 0 || !letterBefore(t.Clean, i)) && ibanCues.before(t, i, 3) {
			oldAccount(t, i, see)
		}
	}
}

// countryBefore returns the offset of the two letters before the digits at i.
func countryBefore(clean string, i int) (int, bool) {
	at, letters := i, 0
	for letters < 2 {
		skipped := 0
		for at > 0 && strings.IndexByte(between, clean[at-1]) >= 0 && skipped < 3 {
			at, skipped = at-1, skipped+1
		}
		if at == 0 || clean[at-1] >= 0x80 || !isLetter(clean[at-1]) {
			return 0, false
		}
		at, letters = at-1, letters+1
	}
	return at, at == 0 || !letterBefore(clean, at) && !isDigit(clean[at-1])
}

// ibanAt finds the account number with its country code at from.
func ibanAt(t *FoldedText, from int, see func(Finding)) bool {
	var number []byte
	want, i, skipped := 4, from, 0
	for i < len(t.Clean) && len(number) < want && skipped <= 3 {
		c := t.Clean[i]
		switch {
		case strings.IndexByte(between, c) >= 0:
			skipped++
		case c < 0x80 && (isDigit(c) || isLetter(c)):
			number, skipped = append(number, c&^lowercase(c)), 0
		default:
			return false
		}
		i++
		if len(number) == 2 && want == 4 {
			if want = ibanLengths[string(number)]; want == 0 {
				return false
			}
		}
	}
	s := FoldSpan{From: from, To: i}
	if len(number) < want || !free(t.Clean, s) || !isDigit(number[2]) || !isDigit(number[3]) {
		return false
	}
	switch {
	case mod97(number):
		see(hit(t, diag.PrivacyIBAN, diag.Red, s))
	case ibanCues.around(t, s, 4) || string(number[:2]) == "NL" && bankLetters(number[4:8]):
		if digitCount(string(number[8:])) < len(number)/4 {
			return false // NL91 is geen rekening
		}
		f := hit(t, diag.PrivacyIBAN, diag.Orange, s)
		f.Variant = "test"
		see(f)
	default:
		return false
	}
	return true
}

// lowercase returns the bit that makes a letter lower case, 0 for digits.
func lowercase(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return 0x20
	}
	return 0
}

func bankLetters(b []byte) bool {
	for _, c := range b {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// mod97 reports whether the checksum of ISO 7064 is right: country and check digits are
// moved to the end, letters count from 10, and the remainder is 1.
func mod97(number []byte) bool {
	rest := 0
	for i := range number {
		c := number[(i+4)%len(number)]
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}

// oldAccount finds account numbers from before 2014: seven digits of the Postbank, nine or
// ten of a bank.
func oldAccount(t *FoldedText, i int, see func(Finding)) {
	_, stops := gather(t.Clean, i, 10, " .-")
	if len(stops) == 0 {
		return
	}
	last := stops[len(stops)-1]
	s := FoldSpan{From: i, To: last.end}
	if last.count < 7 || last.count == 8 || !free(t.Clean, s) || money(t, s) {
		return
	}
	f := hit(t, diag.PrivacyIBAN, diag.Orange, s)
	f.Variant = "account"
	see(f)
}
