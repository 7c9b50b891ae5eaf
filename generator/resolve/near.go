package resolve

import (
	"strings"
	"unicode"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// maxHints bounds the suggestions of one run: each looks at all ids of a kind, and an author who renamed a folder of ten
// thousand cases does not read ten thousand of them.
const maxHints = 200

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
	if i := lang.Nearest(written, known); i >= 0 {
		return known[i]
	}
	return ""
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
	if !lang.WithinEdits(a, b, 1) {
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
