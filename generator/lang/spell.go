// Package spell finds the name that somebody most likely meant, for the hint "did you mean":
//
//	lang.Nearest("wanner", []string{"titel", "wanneer"})  ->  1
//	lang.Nearest("zomer", []string{"titel", "wanneer"})   ->  -1
//
// A slip is a letter added, dropped, changed or swapped with its neighbour. One is forgiven for every three letters written, and four at
// most: beyond that two names have little more in common than their language has letters, and a wrong suggestion is worse than none. What
// people do not see as spelling is no slip: capitals, accents, hyphens, underscores and spaces.
package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	lettersPerSlip = 3
	mostSlips      = 4
)

// Nearest gives the index of the name that was most likely meant by the written word, or -1 when none is near. Of names that are equally
// near it gives the first: put those first that are most likely.
func Nearest(written string, names []string) int {
	word := fold(written)
	if len(word) == 0 {
		return -1
	}
	at, allowed := -1, min(len(word)/lettersPerSlip, mostSlips)
	for i, name := range names {
		if slips := distance(word, fold(name), allowed); slips <= allowed {
			at, allowed = i, slips-1
		}
		if allowed < 0 {
			break
		}
	}
	return at
}

// WithinEdits reports whether two texts, taken as they stand, are at most so many slips apart.
func WithinEdits(a, b string, slips int) bool {
	return distance([]rune(a), []rune(b), slips) <= slips
}

// fold gives a name as it sounds: small letters without accents, and nothing between words.
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

// distance counts the slips between two words (optimal string alignment), up to most; any number above that comes out as most+1. In the table of all pairs of
// places it fills only the cells that lie within most of the diagonal, since the others cost more: so a long word costs no more than its length.
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
