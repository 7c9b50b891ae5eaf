package rules

import (
	"iter"
	"regexp"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lazyRegexp returns a function that compiles an expression on its first call, so that
// commands that check no text start fast.
func lazyRegexp(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// numbers iterates over the offsets in Clean where a run of digits begins.
func numbers(t *FoldedText) iter.Seq[int] {
	return func(yield func(int) bool) {
		inside := false
		for i := range len(t.Clean) {
			c := t.Clean[i]
			if c < '0' || c > '9' {
				inside = false
				continue
			}
			if !inside && !yield(i) {
				return
			}
			inside = true
		}
	}
}

// stop is the end of a group of digits in a longer number.
type stop struct {
	count  int  // number of digits so far
	end    int  // offset in Clean
	before byte // first byte of the separator before the group, 0 for the first group
}

// gather reads the number at i: groups of digits with at most three separators between
// them. It returns at most max digits, and the ends of the groups that are complete by
// then.
func gather(clean string, i, max int, separators string) (string, []stop) {
	var digits []byte
	var stops []stop
	sep := byte(0)
	for {
		for i < len(clean) && isDigit(clean[i]) {
			if len(digits) == max {
				return string(digits), stops
			}
			digits = append(digits, clean[i])
			i++
		}
		stops = append(stops, stop{len(digits), i, sep})
		j := i
		for j < len(clean) && j < i+3 && strings.IndexByte(separators, clean[j]) >= 0 {
			j++
		}
		if j == i || j == len(clean) || !isDigit(clean[j]) {
			return string(digits), stops
		}
		sep, i = clean[i], j
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf }

// runLength returns the number of digits in a row at i.
func runLength(clean string, i int) int {
	n := 0
	for i+n < len(clean) && isDigit(clean[i+n]) {
		n++
	}
	return n
}

// free reports whether there is no letter or digit directly before or after a span.
func free(clean string, s FoldSpan) bool {
	before, _ := utf8.DecodeLastRuneInString(clean[:s.From])
	after, _ := utf8.DecodeRuneInString(clean[s.To:])
	return !isLetterOrDigit(before) && !isLetterOrDigit(after)
}

// letterBefore reports whether there is a letter directly before an offset. Quotation marks
// and dashes outside ASCII are not letters.
func letterBefore(clean string, i int) bool {
	if i == 0 || clean[i-1] < utf8.RuneSelf {
		return i > 0 && isLetter(clean[i-1])
	}
	c, _ := utf8.DecodeLastRuneInString(clean[:i])
	return unicode.IsLetter(c)
}

// letterAfter reports whether there is a letter at an offset.
func letterAfter(clean string, i int) bool {
	if i >= len(clean) || clean[i] < utf8.RuneSelf {
		return i < len(clean) && isLetter(clean[i])
	}
	c, _ := utf8.DecodeRuneInString(clean[i:])
	return unicode.IsLetter(c)
}

// joinedAfter reports whether there is a letter or digit at an offset.
func joinedAfter(clean string, i int) bool {
	return letterAfter(clean, i) || i < len(clean) && isDigit(clean[i])
}

func isLetterOrDigit(c rune) bool {
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

// ahead returns at most n bytes of a text from i, for an expression anchored at its start.
func ahead(text string, i, n int) string { return text[i:min(len(text), i+n)] }

// behind returns at most n bytes of a text before i.
func behind(text string, i, n int) string { return text[max(0, i-n):i] }

// wordAt returns the index of the first word that ends after an offset in Clean.
func wordAt(t *FoldedText, offset int) int {
	return sort.Search(len(t.Words), func(i int) bool { return t.Words[i].To > offset })
}

// cues is a set of words that indicate what a number beside them is.
type cues map[string]bool

// newCues returns the set of the words of a text.
func newCues(words string) cues {
	set := cues{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// longestCue is the length of the longest word that is looked up, whole and part by part, so that a
// text of hyphens does not take quadratic time.
const longestCue = 64

// holds reports whether a word is one of the cues, or contains one beside a hyphen:
// bsn-nummer, 06-nummer.
func (c cues) holds(lower string) bool {
	if len(lower) > longestCue { // a word of a megabyte takes long to look up, and is asked about for each number in it
		return false
	}
	if c[lower] {
		return true
	}
	for strings.Contains(lower, "-") {
		var part string
		if part, lower, _ = strings.Cut(lower, "-"); c[part] || c[lower] {
			return true
		}
	}
	return false
}

// before reports whether one of the n words before an offset in Clean is a cue.
func (c cues) before(t *FoldedText, offset, n int) bool {
	for i := wordAt(t, offset) - 1; i >= 0 && n > 0; i, n = i-1, n-1 {
		if c.holds(t.Words[i].Lower) {
			return true
		}
	}
	return false
}

// after reports whether one of the n words after an offset in Clean is a cue.
func (c cues) after(t *FoldedText, offset, n int) bool {
	for i := wordAt(t, offset); i < len(t.Words) && n > 0; i, n = i+1, n-1 {
		if c.holds(t.Words[i].Lower) {
			return true
		}
	}
	return false
}

// around reports whether one of the n words before or after a span in Clean is a cue.
func (c cues) around(t *FoldedText, s FoldSpan, n int) bool {
	return c.before(t, s.From, n) || c.after(t, s.To, n)
}

// sentence reports whether there is a cue in the same sentence as a span in Clean, at most
// n words away.
func (c cues) sentence(t *FoldedText, s FoldSpan, n int) bool {
	first := wordAt(t, s.From)
	for i := first - 1; i >= 0 && i >= first-n; i-- {
		if c.holds(t.Words[i].Lower) {
			return true
		}
		if t.Words[i].Sentence {
			break
		}
	}
	next := wordAt(t, s.To)
	for i := next; i < len(t.Words) && i < next+n && !t.Words[i].Sentence; i++ {
		if c.holds(t.Words[i].Lower) {
			return true
		}
	}
	return false
}

// money reports whether a span in Clean is an amount, by a currency sign, a decimal comma
// or a unit beside it.
func money(t *FoldedText, s FoldSpan) bool {
	before := strings.TrimRight(behind(t.Clean, s.From, 8), " ")
	for _, sign := range []string{"€", "$", "£", "EUR", "eur"} {
		if strings.HasSuffix(before, sign) {
			return true
		}
	}
	after := ahead(t.Clean, s.To, 3)
	if strings.HasPrefix(after, ",-") || strings.HasPrefix(after, "%") || len(after) > 1 && after[0] == ',' && isDigit(after[1]) {
		return true
	}
	return units.after(t, s.To, 1) || strings.HasPrefix(strings.TrimLeft(after, " "), "€")
}

// units are words after an amount.
var units = newCues(`euro euro's eur dollar pond cent procent miljoen miljard duizend inwoners mensen huishoudens huurders woningen huizen kilometer
	kilo kwh kubieke hectare meter stuks exemplaren keer maal bezoekers leden klanten bytes kilobyte megabyte`)
