package link

import (
	"slices"
	"strings"
	"unicode"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// maxHints bounds the suggestions of one run: each looks at all ids of a kind, and an author who renamed a folder of ten
// thousand cases does not read ten thousand of them.
const maxHints = 200

// nearest gives the candidate that somebody most likely meant by the written word, or "" when none is close: at most a
// third of its letters wrong, and never more than three.
func nearest(written string, candidates []string) string {
	key := []rune(casebook.Slug(written))
	best, least := "", min(3, len(key)/3)+1
	for _, candidate := range candidates {
		other := []rune(casebook.Slug(candidate))
		if abs(len(key)-len(other)) >= least {
			continue
		}
		if d := distance(key, other, least); d < least || d == least && best != "" && candidate < best {
			best, least = candidate, d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// distance counts the letters to add, drop, change or swap with their neighbour to get from a to b, and gives up above limit.
func distance(a, b []rune, limit int) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		if slices.Min(row) > limit && slices.Min(last) > limit {
			return limit + 1
		}
		before, last = last, row
	}
	return last[len(b)]
}

// report adds a problem with an unknown word, in the wording that names the nearest known one when there is one.
func (r *resolver) report(rule diag.Rule, variant string, word casebook.Text, known []string, args ...string) {
	r.reportNear(rule, variant, word, r.suggest(word.V, known), args...)
}

// suggest gives the known word that is nearest to the written one, or "" when none is near or enough has been looked for.
func (r *resolver) suggest(written string, known []string) string {
	if r.hints == 0 {
		return ""
	}
	r.hints--
	return nearest(written, known)
}

// reportNear adds a problem with an unknown word; near is what to write instead, "" when that is not known.
func (r *resolver) reportNear(rule diag.Rule, variant string, word casebook.Text, near string, args ...string) {
	args = append([]string{"id", word.V}, args...)
	if near != "" {
		variant = strings.TrimPrefix(variant+"-near", "-")
		args = append(args, "near", near)
	}
	r.problems.AddVariant(rule, variant, word.Pos, args...)
}

// nearly reports whether two slugs are so alike that one may be a slip of the other: one letter apart, in a word of four letters or
// more. "tafel-a" and "tafel-b" or "groep-1" and "groep-2" are different names.
func nearly(a, b string) bool {
	if distance([]rune(a), []rune(b), 1) > 1 {
		return false
	}
	x, y := strings.Split(a, "-"), strings.Split(b, "-")
	if len(x) != len(y) {
		return true
	}
	for i := range x {
		if x[i] != y[i] && (min(len(x[i]), len(y[i])) < 4 || strings.ContainsFunc(x[i]+y[i], unicode.IsDigit)) {
			return false
		}
	}
	return true
}

// shortened gives a word and all words that come of it by dropping one letter. Words that are one letter apart share at least one of
// these, so that near names are found without comparing all with all.
func shortened(word string) []string {
	letters := []rune(word)
	all := make([]string, 0, len(letters)+1)
	all = append(all, word)
	for i := range letters {
		all = append(all, string(letters[:i])+string(letters[i+1:]))
	}
	return all
}
