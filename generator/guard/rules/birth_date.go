package rules

import (
	"strings"

	"casusboek/generator/diag"
)

var birthCues = newCues(`geboren geb geboortedatum geboortedag geboortedata geboorte verjaardag verjaardagen jarig verjaart verjaarde geb.dat gebdat gebdatum gebdat
	born birth birthday birthdate dob geboortejaar`)

// birthShort matches a day without a year in digits, which counts beside a cue only: geb.
// 12/3.
var birthShort = lazyRegexp(`^(\d{1,2}) ?[-/.] ?(\d{1,2})(?:[^\d.,/-]|$|[.,](?:[^\d]|$))`)

// birthWords is the maximum number of words between a cue and the day, within a sentence.
const birthWords = 7

// birthDate finds dates of birth: an exact day with a cue in its sentence, or after °.
func birthDate(t *FoldedText, see func(Finding)) {
	exactDays(t, func(s FoldSpan, _ bool) {
		if birth(t, s) {
			see(hit(t, diag.PrivacyBirthDate, diag.Red, s))
		}
	})
	for i := range numbers(t) {
		if n := runLength(t.Clean, i); n > 2 || !dayFollows(ahead(t.Clean, i+n, 8)) || !birthCues.before(t, i, 3) {
			continue
		}
		m := birthShort().FindStringSubmatch(ahead(t.Clean, i, 16))
		if s := (FoldSpan{From: i, To: i}); m != nil && calendar("2000", m[2], m[1]) && birth(t, s) {
			s.To += len(strings.TrimRight(m[0], " .,;)]|\n")) - trailing(m[0])
			see(hit(t, diag.PrivacyBirthDate, diag.Red, s))
		}
	}
}

// trailing returns the number of bytes after the last digit of s without the characters
// that TrimRight removes.
func trailing(s string) int {
	s = strings.TrimRight(s, " .,;)]|\n")
	return len(s) - len(strings.TrimRightFunc(s, func(c rune) bool { return c < '0' || c > '9' }))
}

func birth(t *FoldedText, s FoldSpan) bool {
	before := strings.TrimRight(behind(t.Clean, s.From, 4), " (")
	return strings.HasSuffix(before, "°") || birthCues.sentence(t, s, birthWords)
}
