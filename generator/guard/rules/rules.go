// Package rules finds what may give somebody away in a text: one rule a file, each with its cases in testdata.
//
//	for _, f := range rules.Find(fold.Of(text)) {
//		fmt.Println(f.Rule, f.Level, rules.Mask(f.Value))
//	}
//
// A rule looks at one text and knows nothing of the casebook: which names are invented and what was allowed is for
// package guard to say. It is deterministic and offline. Its findings hold the value found, which is never printed
// unmasked.
//
// Rules about numbers also read the text as somebody would hear it: "nul zes een twee ..." is a telephone number (spoken.go).
package rules

import (
	"cmp"
	"slices"
	"sync"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
)

// Finding is one thing that may give somebody away.
type Finding struct {
	Rule    diag.Rule
	Level   diag.Level
	Variant string    // another wording of the rule; empty for the plain one
	At      fold.Span // in the source as written
	Value   string    // as read; compared and hashed, never printed
	Args    []diag.Arg
}

// Rule finds one kind of thing.
type Rule struct {
	Name diag.Rule
	find func(t *fold.Text, see func(Finding))
	read func(n *names, see func(Finding)) // instead of find: looks at words and what explains their capitals

	numbers bool // also looks at the text with spoken digits written as digits
	passage bool // is about a stretch of text: what lies inside it is found for itself
}

// All gives the rules in the order in which they look.
func All() []Rule { return slices.Clone(all) }

// all are the rules; a finding of an earlier one stands before that of a later one at the same place.
var all = slices.Concat(numberRules, nameRules)

// numberRules are the rules about numbers, addresses and days.
var numberRules = []Rule{
	{Name: diag.PrivacyBSN, find: bsn, numbers: true},
	{Name: diag.PrivacyIBAN, find: iban, numbers: true},
	{Name: diag.PrivacyEmail, find: email},
	{Name: diag.PrivacyPhone, find: phone, numbers: true},
	{Name: diag.PrivacyAddress, find: address},
	{Name: diag.PrivacyPostcode, find: postcode, numbers: true},
	{Name: diag.PrivacyPlate, find: plate, numbers: true},
	{Name: diag.PrivacyDocument, find: document, numbers: true},
	{Name: diag.PrivacyFileNumber, find: fileNumber, numbers: true},
	{Name: diag.PrivacyBirthDate, find: birthDate, numbers: true},
	{Name: diag.PrivacyDate, find: date, numbers: true},
	{Name: diag.PrivacyAge, find: age},
	{Name: diag.PrivacyGPS, find: gps, numbers: true},
}

// Find gives what all rules find in a text, in order of place. Where one finding lies inside another, only the one of the higher
// level stays, of two of one level the longer; a BSN is not also a file number.
func Find(t *fold.Text) []Finding {
	var found []Finding
	see := func(f Finding) { found = append(found, f) }
	words := sync.OnceValue(func() *names { return namesOf(t) })
	for _, r := range all {
		r.look(t, words, see)
	}
	if heard := spoken(t); heard != nil {
		for _, r := range all {
			if r.numbers {
				r.find(heard, see)
			}
		}
	}
	return settle(found)
}

// look runs the rule over a text; words gives the text's words, read once for all rules that want them.
func (r Rule) look(t *fold.Text, words func() *names, see func(Finding)) {
	if r.read != nil {
		r.read(words(), see)
		return
	}
	r.find(t, see)
}

// hit makes the finding of a rule at a place in Clean, with its masked value as the first of its arguments.
func hit(t *fold.Text, rule diag.Rule, level diag.Level, s fold.Span) Finding {
	value := t.Clean[s.From:s.To]
	return Finding{Rule: rule, Level: level, At: t.Source(s), Value: value, Args: []diag.Arg{{Name: "masked", Value: Mask(value)}}}
}

// passages are the rules that are about a stretch of text.
func passages() map[diag.Rule]bool {
	set := map[diag.Rule]bool{}
	for _, r := range all {
		if r.passage {
			set[r.Name] = true
		}
	}
	return set
}

// settle sorts findings by place and drops what lies inside a finding that says more.
func settle(found []Finding) []Finding {
	wide := passages()
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.From, b.At.From), cmp.Compare(b.At.To, a.At.To), cmp.Compare(a.Level, b.Level))
	})
	kept := make([]Finding, 0, len(found))
	for i, f := range found {
		needless := false
		for j := max(0, i-near); j < min(len(found), i+near) && !needless; j++ {
			needless = j != i && covers(found[j], f, j < i, wide)
		}
		if !needless {
			kept = append(kept, f)
		}
	}
	return kept
}

// near is how many findings before and after one are looked at: more never lie inside one another in a text.
const near = 24

// covers reports whether g, which stands before f in the list or not, makes f needless.
func covers(g, f Finding, before bool, wide map[diag.Rule]bool) bool {
	if wide[g.Rule] || wide[f.Rule] {
		return before && g.Rule == f.Rule && g.At == f.At && g.Variant == f.Variant
	}
	if g.At.From > f.At.From || g.At.To < f.At.To || g.Level > f.Level {
		return false
	}
	return g.Level < f.Level || g.At != f.At || before
}
