// Package rules finds what may identify a person in a text. Each rule has a file of its
// own, and its cases in testdata.
//
//	for _, f := range rules.Find(rules.Fold(text)) {
//		fmt.Println(f.Rule, f.Level, rules.Mask(f.Value))
//	}
//
// A rule checks one text without knowledge of the casebook. Package guard decides which
// names are invented and which findings were allowed. Rules are deterministic and work
// offline. Findings contain the value found, which must be printed masked only.
//
// Rules about numbers also check the text with spoken numbers as digits: "nul zes een twee
// ..." is a telephone number (spoken.go).
package rules

import (
	"cmp"
	"slices"
	"sync"

	"casusboek/generator/diag"
)

// Finding is a piece of text that may identify a person.
type Finding struct {
	Rule    diag.Rule
	Level   diag.Level
	Variant string   // variant of the message; empty for the default one
	At      FoldSpan // in the source
	Value   string   // folded; to compare and hash, never to print
	Args    []diag.Arg
}

// Rule finds one kind of identifying text.
type Rule struct {
	Name diag.Rule
	find func(t *FoldedText, see func(Finding))
	read func(n *names, see func(Finding)) // instead of find, for rules that need the words and their capitals

	numbers bool // also checks the text with spoken numbers as digits
	passage bool // finds passages, inside which other findings are kept
}

// All returns the rules in the order in which they run.
func All() []Rule { return slices.Clone(allRules) }

// allRules are the rules. Of findings with the same span, that of an earlier rule comes
// first.
var allRules = slices.Concat(numberRules, nameRules)

// numberRules are the rules about numbers, addresses and dates.
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

// Find returns the findings of all rules in a text, in order of position. If one finding is
// inside another, only the one with the higher level is kept, or the longer one if the
// levels are equal. A BSN is not also a file number.
func Find(t *FoldedText) []Finding {
	var found []Finding
	see := func(f Finding) { found = append(found, f) }
	words := sync.OnceValue(func() *names { return namesOf(t) })
	for _, r := range allRules {
		r.look(t, words, see)
	}
	if heard := spoken(t); heard != nil {
		for _, r := range allRules {
			if r.numbers {
				r.find(heard, see)
			}
		}
	}
	return removeCovered(found)
}

// look runs the rule on a text; words returns the words of the text, which are computed
// once for all rules that need them.
func (r Rule) look(t *FoldedText, words func() *names, see func(Finding)) {
	if r.read != nil {
		r.read(words(), see)
		return
	}
	r.find(t, see)
}

// hit returns the finding of a rule at a span in Clean. Its first argument is the masked
// value.
func hit(t *FoldedText, rule diag.Rule, level diag.Level, s FoldSpan) Finding {
	value := t.Clean[s.From:s.To]
	return Finding{Rule: rule, Level: level, At: t.SourceSpan(s), Value: value, Args: []diag.Arg{{Name: "masked", Value: Mask(value)}}}
}

// passages returns the names of the rules that find passages.
func passages() map[diag.Rule]bool {
	set := map[diag.Rule]bool{}
	for _, r := range allRules {
		if r.passage {
			set[r.Name] = true
		}
	}
	return set
}

// removeCovered sorts findings by position and removes those that are covered by others.
func removeCovered(found []Finding) []Finding {
	wide := passages()
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.From, b.At.From), cmp.Compare(b.At.To, a.At.To), cmp.Compare(a.Level, b.Level))
	})
	kept := make([]Finding, 0, len(found))
	for i, f := range found {
		needless := false
		for j := max(0, i-coverWindow); j < min(len(found), i+coverWindow) && !needless; j++ {
			needless = j != i && covers(found[j], f, j < i, wide)
		}
		if !needless {
			kept = append(kept, f)
		}
	}
	return kept
}

// coverWindow is the number of findings before and after one that are compared with it.
// More are never inside one another.
const coverWindow = 24

// covers reports whether g makes f superfluous; before reports whether g precedes f in the
// list.
func covers(g, f Finding, before bool, wide map[diag.Rule]bool) bool {
	if wide[g.Rule] || wide[f.Rule] {
		return before && g.Rule == f.Rule && g.At == f.At && g.Variant == f.Variant
	}
	if g.At.From > f.At.From || g.At.To < f.At.To || g.Level > f.Level {
		return false
	}
	return g.Level < f.Level || g.At != f.At || before
}
