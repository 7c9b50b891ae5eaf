package rules

import (
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
)

var (
	bsnCues  = cue("bsn bsns bsnnummer burgerservicenummer burgerservice burgerservicenr sofi sofinummer sofinr bsnr ssn persoonsnummer fiscaalnummer a-nummer")
	rsinCues = cue("rsin fi-nummer fiscaal")
)

// otherCues say that a number by itself is that of a thing.
var otherCues = cue("versie version release build isbn issn ean barcode artikelnummer")

// between are the separators that people put into long numbers.
const between = " .-/_"

// bsn finds citizen service numbers: eight or nine digits that pass the test of eleven (Besluit BSN; weights 9 to 2 and -1). One number
// in eleven passes by chance, so a number needs a cue within six words or must stand alone: nine digits in a row, or in
// groups that are parted by one and the same sign. A number beside its cue that fails the test is orange: a typing mistake.
func bsn(t *fold.Text, see func(Finding)) {
	for i := range numbers(t) {
		if i > 0 && letterBefore(t.Clean, i) && !strings.HasSuffix(t.Lower[:i], "bsn") && !strings.HasSuffix(t.Lower[:i], "nummer") {
			continue
		}
		bsnAt(t, i, see)
	}
}

func bsnAt(t *fold.Text, i int, see func(Finding)) {
	_, wide := gather(t.Clean, i, 9, between+",")
	if len(wide) == 0 {
		return
	}
	cued := bsnCues.around(t, fold.Span{From: i, To: wide[len(wide)-1].end}, 6)
	separators := between
	if cued {
		separators += ","
	}
	digits, stops := gather(t.Clean, i, 9, separators)
	for k := len(stops) - 1; k >= 0; k-- {
		s := fold.Span{From: i, To: stops[k].end}
		count := stops[k].count
		if count < 8 || letterAfter(t.Clean, s.To) || day(stops[:k+1], digits) {
			continue
		}
		switch passes := eleven(digits[:count]); {
		case passes && rsinCues.before(t, i, 6) && !bsnCues.before(t, i, 3):
			f := hit(t, diag.PrivacyBSN, diag.Orange, s)
			f.Variant = "rsin"
			see(f)
		case passes && (cued || count == 9 && alone(t, s, stops[:k+1])):
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

// eleven is the test of eleven; eight digits begin with a 0 that is not written.
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

// alone reports whether a number stands by itself: nothing that it could be a part of goes on before or after, it is no
// amount, and one kind of sign parts its groups.
func alone(t *fold.Text, s fold.Span, groups []stop) bool {
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

// goesOn reports whether digits follow or precede a number after the sign that parts its groups, or after a sign that joins.
func goesOn(clean string, s fold.Span, sign byte) bool {
	joins := func(c byte) bool { return c == sign || strings.IndexByte(".,-/_", c) >= 0 }
	before := s.From > 1 && joins(clean[s.From-1]) && isDigit(clean[s.From-2])
	after := s.To+1 < len(clean) && joins(clean[s.To]) && isDigit(clean[s.To+1])
	return before || after
}

// day reports whether the groups of a number are a date: 12-03-1986, 1986 03 12.
func day(groups []stop, digits string) bool {
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
