package rules

import (
	"strings"

	"casusboek/generator/diag"
)

var phoneCues = newCues(`tel telefoon telefoonnummer telnr telefoonnr telnummer mobiel mobiele mobieltje gsm gsm-nummer whatsapp app bel belt belde bellen gebeld bereikbaar
	sms sms'te sms't fax faxnummer noodnummer 06-nummer phone mobile doorkiesnummer nummer appt appte`)

var shortPhoneCues = newCues("tel telefoon telefoonnummer telnr telefoonnr telnummer fax faxnummer phone doorkiesnummer toestel toestelnummer")

// phoneSeparators are the separators in telephone numbers.
const phoneSeparators = " .-/_()"

// publicPrefixes are the prefixes of information numbers, which do not belong to a person.
var publicPrefixes = []string{"0800", "0900", "0906", "0909"}

// phone finds telephone numbers: Dutch ones of ten digits, and any with + or 00 before it
// (ITU E.164: at most 15 digits). Public numbers are not found. Six to eight digits after a
// cue are orange.
func phone(t *FoldedText, see func(Finding)) {
	for i := range numbers(t) {
		if i > 0 && (letterBefore(t.Clean, i) && !gluedTo(t.Lower[:i], "tel", "mob", "gsm") || fraction(t.Clean, i)) {
			continue
		}
		switch {
		case plusBefore(t.Clean, i) >= 0:
			international(t, FoldSpan{From: plusBefore(t.Clean, i), To: i}, "", see)
		case t.Clean[i] == '0' && strings.HasPrefix(strings.Trim(ahead(t.Clean, i, 4), " ("), "00"):
			international(t, FoldSpan{From: i, To: i}, "00", see)
		case t.Clean[i] == '0':
			national(t, i, see)
		default:
			shortPhone(t, i, see)
		}
	}
}

// gluedTo reports whether a text ends in one of the words.
func gluedTo(lower string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(lower, w) {
			return true
		}
	}
	return false
}

// fraction reports whether the digits at i are the decimals of a number such as
// 1,0612345678 or 3.06.
func fraction(clean string, i int) bool {
	return i > 1 && (clean[i-1] == ',' || clean[i-1] == '.') && isDigit(clean[i-2])
}

// plusBefore returns the offset of the + before the digits at i, or -1.
func plusBefore(clean string, i int) int {
	at := i
	for at > 0 && i-at < 3 && (clean[at-1] == ' ' || clean[at-1] == '(') {
		at--
	}
	if at > 0 && clean[at-1] == '+' && (at < 2 || !isDigit(clean[at-2])) {
		return at - 1
	}
	return -1
}

// national finds a Dutch number of ten digits that begins with 0.
func national(t *FoldedText, i int, see func(Finding)) {
	digits, stops := gather(t.Clean, i, 10, phoneSeparators)
	if len(stops) == 0 {
		return
	}
	last := stops[len(stops)-1]
	s := FoldSpan{From: i, To: last.end}
	if last.count != 10 || digits[1] == '0' || joinedAfter(t.Clean, s.To) || isPublic(digits) {
		return
	}
	cued := phoneCues.around(t, s, 5)
	if len(stops) > 2 && isDate(stops[:3], digits) && !cued || money(t, s) || goesOnDigits(t.Clean, s.To) && !cued {
		return
	}
	if !cued && (digits == "0123456789" && len(stops) > 1 || stops[0].count == 1 && stops[1].count > 2) {
		return
	}
	if i > 0 && t.Clean[i-1] == '(' {
		s.From--
	}
	see(hit(t, diag.PrivacyPhone, diag.Red, s))
}

// goesOnDigits reports whether a separator and a digit follow at an offset.
func goesOnDigits(clean string, i int) bool {
	return i+1 < len(clean) && strings.IndexByte(".,-/_", clean[i]) >= 0 && isDigit(clean[i+1])
}

func isPublic(digits string) bool {
	for _, p := range publicPrefixes {
		if strings.HasPrefix(digits, p) {
			return true
		}
	}
	return false
}

// international finds a number with a country code after + or 00; s is the span before the
// digits.
func international(t *FoldedText, s FoldSpan, prefix string, see func(Finding)) {
	digits, stops := gather(t.Clean, s.To, 15+len(prefix), phoneSeparators)
	digits = strings.TrimPrefix(digits, prefix)
	if digits == "" || digits[0] == '0' {
		return
	}
	want := 0
	if strings.HasPrefix(digits, "31") {
		want = 11
		if strings.HasPrefix(digits, "310") {
			want = 12
		}
	}
	for k := len(stops) - 1; k >= 0; k-- {
		count := stops[k].count - len(prefix)
		if count < 8 || want > 0 && count != want || prefix != "" && want == 0 && count < 10 {
			continue
		}
		s.To = stops[k].end
		if letterAfter(t.Clean, s.To) || money(t, s) {
			return
		}
		see(hit(t, diag.PrivacyPhone, diag.Red, s))
		return
	}
}

// shortPhone finds a number without area code after a cue.
func shortPhone(t *FoldedText, i int, see func(Finding)) {
	if !shortPhoneCues.before(t, i, 2) {
		return
	}
	digits, stops := gather(t.Clean, i, 9, " .-")
	if len(stops) == 0 {
		return
	}
	last := stops[len(stops)-1]
	s := FoldSpan{From: i, To: last.end}
	if last.count < 6 || strings.HasPrefix(digits, "116") || strings.HasSuffix(digits, "00000") || isDate(stops, digits) || !free(t.Clean, s) || money(t, s) {
		return
	}
	if last.count == 9 && digits[0] == '6' {
		see(hit(t, diag.PrivacyPhone, diag.Red, s))
		return
	}
	f := hit(t, diag.PrivacyPhone, diag.Orange, s)
	f.Variant = "short"
	see(f)
}
