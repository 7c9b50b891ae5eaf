package rules

import (
	"strconv"
	"strings"
)

// months maps names of months in Dutch and English, and their abbreviations, to numbers.
var months = map[string]int{
	"januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
	"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
	"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}

// ordinals maps words for the days of a month to numbers.
var ordinals = func() map[string]int {
	set := map[string]int{}
	for i, w := range strings.Fields(`eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende
		zeventiende achttiende negentiende twintigste eenentwintigste tweeëntwintigste drieëntwintigste vierentwintigste vijfentwintigste zesentwintigste
		zevenentwintigste achtentwintigste negenentwintigste dertigste eenendertigste`) {
		set[w] = i + 1
	}
	for i, w := range strings.Fields(`- twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig
		eenentwintig tweeëntwintig drieëntwintig vierentwintig vijfentwintig zesentwintig zevenentwintig achtentwintig negenentwintig dertig eenendertig`) {
		set[w] = i + 1
	}
	return set
}()

var (
	dayFirst  = lazyRegexp(`^(\d{1,2}) ?([-./]) ?(\d{1,2}) ?([-./]) ?(\d{4}|['’]?\d{2})`)
	spaced    = lazyRegexp(`^(\d{2})() (\d{2})() (\d{4})`)
	yearFirst = lazyRegexp(`^(\d{4}) ?([-./]) ?(\d{1,2}) ?([-./]) ?(\d{1,2})`)
	compact   = lazyRegexp(`^(\d{8})`)
	dayMonth  = lazyRegexp(`^(\d{1,2})(?:e|ste|de|th|st|nd|rd)?[. /-]{1,2}(?:of )?(\pL{3,9})\.?(?:,? ?[-/]?((?:19|20)\d\d|['’]\d\d))?`)
	monthDay  = lazyRegexp(`^(\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\d\d))?`)
	yearAfter = lazyRegexp(`^,? ((?:19|20)\d\d|['’]\d\d)`)
)

// calendar reports whether year, month and day are a date from 1880 to 2099.
func calendar(y, m, d string) bool {
	year, month, date := whole(y), whole(m), whole(d)
	return (year >= 1880 && year <= 2099 || len(y) == 2) && month >= 1 && month <= 12 && date >= 1 && date <= [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

func whole(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

// exactDays calls see for each exact day in a text: 12-03-2016, 2016-03-12, 12 maart 2016,
// 12 mrt '16, 12 maart, twaalfde maart, March 12, 2016. Eight digits in a row (19860312)
// are reported as loose: they are a date only beside a cue.
func exactDays(t *FoldedText, see func(s FoldSpan, loose bool)) {
	end := 0
	for i := range numbers(t) {
		if i < end || i > 0 && (letterBefore(t.Clean, i) || fraction(t.Clean, i)) {
			continue
		}
		if n, loose := dayAt(t, i); n > 0 {
			s := FoldSpan{From: i, To: i + n}
			end = s.To
			see(s, loose)
		}
	}
	wordDays(t, see)
}

// dayAt returns the length of the day that begins with the digits at i, or 0.
func dayAt(t *FoldedText, i int) (n int, loose bool) {
	text, digits := ahead(t.Clean, i, 48), runLength(t.Clean, i)
	if digits > 2 && digits != 4 && digits != 8 {
		return 0, false
	}
	if digits <= 2 && !dayFollows(text[digits:]) {
		return namedDay(t, i)
	}
	if m := dayFirst().FindStringSubmatch(text); m != nil && m[2] == m[4] && calendar(strings.TrimLeft(m[5], "'’"), m[3], m[1]) {
		if !endsInDigit(text, len(m[0])) && (len(m[5]) == 4 || m[2] != ".") {
			return len(m[0]), false
		}
	}
	if m := spaced().FindStringSubmatch(text); m != nil && calendar(m[5], m[3], m[1]) && !endsInDigit(text, len(m[0])) {
		return len(m[0]), false
	}
	if m := yearFirst().FindStringSubmatch(text); m != nil && m[2] == m[4] && calendar(m[1], m[3], m[5]) && !endsInDigit(text, len(m[0])) {
		return len(m[0]), false
	}
	if m := compact().FindString(text); m != "" && compactDay(m) && !endsInDigit(text, 8) {
		return 8, true
	}
	return namedDay(t, i)
}

// dayFollows reports whether a separator and a digit follow, so that a month in digits is
// possible.
func dayFollows(text string) bool {
	rest := strings.TrimLeft(text[:min(len(text), 4)], " -./")
	return rest != text[:min(len(text), 4)] && rest != "" && isDigit(rest[0])
}

// monthFollows reports whether one of the next words is a month. It is a fast check before
// a regular expression.
func monthFollows(lower string) bool {
	for i := 0; i < len(lower) && i < 12; {
		j := i
		for j < len(lower) && lower[j] >= 'a' && lower[j] <= 'z' {
			j++
		}
		if j-i >= 3 && j-i <= 9 && months[lower[i:j]] > 0 {
			return true
		}
		i = max(j, i+1)
	}
	return false
}

// endsInDigit reports whether there is a digit at n.
func endsInDigit(text string, n int) bool { return n < len(text) && isDigit(text[n]) }

// namedDay returns the length of a day with the name of a month at i, such as 12 maart
// 2016, or 0.
func namedDay(t *FoldedText, i int) (n int, loose bool) {
	if !monthFollows(ahead(t.Lower, i+runLength(t.Clean, i), 24)) {
		return 0, false
	}
	m := dayMonth().FindStringSubmatch(ahead(t.Clean, i, 48))
	if m == nil {
		return 0, false
	}
	month, date := months[strings.ToLower(m[2])], whole(m[1])
	if month == 0 || date < 1 || date > 31 {
		return 0, false
	}
	if end := i + len(m[0]); m[3] == "" && letterAfter(t.Clean, end) {
		return 0, false
	}
	if short := len(m[2]) <= 4 && m[2] != "mei" && m[2] != "juni" && m[2] != "juli"; m[3] == "" && short && m[2][0] < 'a' {
		return 0, false // 12 Jan: a first name
	}
	return len(strings.TrimRight(m[0], ". ")), false
}

// wordDays finds days with the number as a word (twaalfde maart), and days after an English
// month (March 12).
func wordDays(t *FoldedText, see func(s FoldSpan, loose bool)) {
	for i, w := range t.Words {
		if w.To-w.From < 3 || w.To-w.From > 9 || strings.IndexByte("jfmasond", w.Lower[0]) < 0 || months[w.Lower] == 0 {
			continue
		}
		if i > 0 && ordinals[t.Words[i-1].Lower] > 0 && t.Clean[t.Words[i-1].To:w.From] == " " && len(w.Lower) > 2 {
			s := FoldSpan{From: t.Words[i-1].From, To: w.To}
			s.To += len(yearAfter().FindString(ahead(t.Clean, s.To, 8)))
			see(s, false)
			continue
		}
		if !w.Capital || w.To+1 >= len(t.Clean) || t.Clean[w.To] != ' ' && !strings.HasPrefix(t.Clean[w.To:], ". ") {
			continue
		}
		at := w.To + 1
		if t.Clean[w.To] == '.' {
			at++
		}
		m := monthDay().FindStringSubmatch(ahead(t.Clean, at, 24))
		if m == nil || whole(m[1]) < 1 || whole(m[1]) > 31 || endsInDigit(t.Clean[at:], len(m[0])) {
			continue
		}
		if m[2] == "" && (len(w.Lower) <= 4 || strings.HasPrefix(ahead(t.Clean, at+len(m[0]), 3), " "+m[1])) {
			continue
		}
		see(FoldSpan{From: w.From, To: at + len(m[0])}, false)
	}
}
