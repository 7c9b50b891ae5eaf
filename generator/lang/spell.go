package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	lettersPerEdit = 3
	maxEdits       = 4
)

// Nearest returns the index of the name that written most likely means, for hints such as
// "did you mean", or -1 when none is near. Of equally near names it returns the first, so
// put likely names first.
//
//	lang.Nearest("wanner", []string{"titel", "wanneer"})  ->  1
//	lang.Nearest("zomer", []string{"titel", "wanneer"})   ->  -1
//
// Nearness is the number of edits: a letter inserted, deleted, replaced or swapped with its
// neighbour. One edit is allowed per three letters, and at most four, because a wrong
// suggestion is worse than none. Capitals, accents, hyphens, underscores and spaces are
// ignored.
func Nearest(written string, names []string) int {
	word := fold(written)
	if len(word) == 0 {
		return -1
	}
	at, allowed := -1, min(len(word)/lettersPerEdit, maxEdits)
	for i, name := range names {
		if edits := distance(word, fold(name), allowed); edits <= allowed {
			at, allowed = i, edits-1
		}
		if allowed < 0 {
			break
		}
	}
	return at
}

// WithinEdits reports whether at most the given number of edits changes a into b. Nothing
// is ignored.
func WithinEdits(a, b string, edits int) bool {
	return distance([]rune(a), []rune(b), edits) <= edits
}

// fold returns a name in lower case, without accents, hyphens, underscores and spaces.
func fold(name string) []rune {
	if strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		name = norm.NFKD.String(name)
	}
	letters := make([]rune, 0, len(name))
	for _, r := range name {
		if r != '-' && r != '_' && r != ' ' && !unicode.Is(unicode.Mn, r) {
			letters = append(letters, unicode.ToLower(r))
		}
	}
	return letters
}

// distance returns the number of edits between two words (optimal string alignment), or
// most+1 if it is higher than most. It fills only the cells of the table within most of the
// diagonal, since all others cost more, so the time is linear in the length of the words.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		before[j], last[j], row[j] = most+1, j, most+1
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-most), min(len(b), i+most)
		row[from-1] = most + 1
		if from == 1 {
			row[0] = i
		}
		for j := from; j <= to; j++ {
			changed := last[j-1]
			if a[i-1] != b[j-1] {
				changed++
			}
			row[j] = min(last[j]+1, row[j-1]+1, changed)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}
