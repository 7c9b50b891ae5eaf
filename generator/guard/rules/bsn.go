package rules

import (
	"strings"

	"casusboek/generator/diag"
)

var (
	bsnCues  = newCues("bsn bsns bsnnummer burgerservicenummer burgerservice burgerservicenr sofi sofinummer sofinr bsnr ssn persoonsnummer fiscaalnummer a-nummer")
	rsinCues = newCues("rsin fi-nummer fiscaal")
)

// otherCues are words before a number that identifies a thing.
var otherCues = newCues("versie version release build isbn issn ean barcode artikelnummer")

// between are the separators that occur in long numbers.
const between = " .-/_"

// bsn finds citizen service numbers: eight or nine digits that pass the 11 test (Besluit
// BSN; weights 9 to 2 and -1). One number in eleven passes by chance, so it also needs a
// cue within six words, or must be separate: nine digits in a row, or in groups with the
// same separator. A number beside a cue that fails the test is orange, as it may be a
// typing error.
func bsn(t *FoldedText, see func(Finding)) {
	for i := range numbers(t) {
		if i > 0 && letterBefore(t.Clean, i) && !strings.HasSuffix(t.Lower[:i], "bsn") && !strings.HasSuffix(t.Lower[:i], "nummer") {
			continue
		}
		bsnAt(t, i, see)
	}
}

func bsnAt(t *FoldedText, i int, see func(Finding)) {
	_, wide := gather(t.Clean, i, 9, between+",")
	if len(wide) == 0 {
		return
	}
	cued := bsnCues.around(t, FoldSpan{From: i, To: wide[len(wide)-1].end}, 6)
	separators := between
	if cued {
		separators += ","
	}
	digits, stops := gather(t.Clean, i, 9, separators)
	for k := len(stops) - 1; k >= 0; k-- {
		s := FoldSpan{From: i, To: stops[k].end}
		count := stops[k].count
		if count < 8 || letterAfter(t.Clean, s.To) || isDate(stops[:k+1], digits) {
			continue
		}
		switch passes := eleven(digits[:count]); {
		case passes && rsinCues.before(t, i, 6) && !bsnCues.before(t, i, 3):
			f := hit(t, diag.PrivacyBSN, diag.Orange, s)
			f.Variant = "rsin"
			see(f)
		case passes && (cued || count == 9 && isSeparate(t, s, stops[:k+1])):
			see(hit(t, diag.PrivacyBSN, diag.Red, s))
		case bsnCues.before(t, i, 3) && k == len(stops)-1 && !money(t, s) && !strings.HasPrefix(digits, "00000"):
			f := hit(t, diag.PrivacyBSN, diag.Orange, s)
			f.Variant = "test"
			see(f)
		default:
			continue
		}
		return
	}
}

// eleven reports whether digits pass the 11 test. Eight digits have a leading 0 that is not
// written.
func eleven(digits string) bool {
	if len(digits) == 8 {
		digits = "0" + digits
	}
	sum, zeros := 0, true
	for i := range 8 {
		sum += (9 - i) * int(digits[i]-'0')
		zeros = zeros && digits[i] == '0'
	}
	return !zeros && (sum-int(digits[8]-'0'))%11 == 0
}

// isSeparate reports whether a number is not part of a longer one and not an amount, and
// its groups have the same separator.
func isSeparate(t *FoldedText, s FoldSpan, groups []stop) bool {
	if money(t, s) || otherCues.before(t, s.From, 2) || ibanCues.before(t, s.From, 3) {
		return false
	}
	sign := byte(0)
	for _, g := range groups[1:] {
		if sign != 0 && g.before != sign {
			return false
		}
		sign = g.before
	}
	return !goesOn(t.Clean, s, sign)
}

// goesOn reports whether digits precede or follow a number after its separator or another
// one.
func goesOn(clean string, s FoldSpan, sign byte) bool {
	joins := func(c byte) bool { return c == sign || strings.IndexByte(".,-/_", c) >= 0 }
	before := s.From > 1 && joins(clean[s.From-1]) && isDigit(clean[s.From-2])
	after := s.To+1 < len(clean) && joins(clean[s.To]) && isDigit(clean[s.To+1])
	return before || after
}

// isDate reports whether the groups of a number are a date: 12-03-1986, 1986 03 12.
func isDate(groups []stop, digits string) bool {
	if len(groups) != 3 {
		return len(groups) == 1 && groups[0].count == 8 && compactDay(digits[:8])
	}
	a, b, c := digits[:groups[0].count], digits[groups[0].count:groups[1].count], digits[groups[1].count:groups[2].count]
	return len(a) <= 2 && len(b) <= 2 && len(c) == 4 && calendar(c, b, a) || len(a) == 4 && len(b) <= 2 && len(c) <= 2 && calendar(a, b, c)
}

// compactDay reports whether eight digits are a date: 19860312 or 12031986.
func compactDay(d string) bool {
	return calendar(d[:4], d[4:6], d[6:]) || calendar(d[4:], d[2:4], d[:2])
}
