package guard

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// Two pages that each give nobody away may do so together. What ties them is the same run of words, or the same invented name.

// run is the number of words of a run, and one in every kept runs is kept: who copied a paragraph copied dozens of
// runs, so some of them are among the kept.
const (
	run  = 7
	kept = 4
	tied = 3 // how many runs two pages share before it is no chance
)

// told is what a case tells of a life in its author's words. Rounds and questions are no part of it: a casebook asks the same ones
// of every life.
func told(c *casebook.Case) string {
	texts := []string{c.Summary.V, c.Body.Plain}
	for _, e := range c.Events {
		texts = append(texts, e.Title.V, e.Text.Plain)
	}
	return strings.Join(texts, "\n")
}

// runs gives a number for each kept run of words of a text, without doubles.
func runs(text *rules.FoldedText) []uint64 {
	var all []uint64
	for i := 0; i+run <= len(text.Words); i++ {
		h := fnv.New64a()
		for _, w := range text.Words[i : i+run] {
			_, _ = h.Write([]byte(w.Lower)) // never fails
			_, _ = h.Write([]byte{' '})
		}
		if n := h.Sum64(); n%kept == 0 {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// ties finds cases of real people that share runs of words or an invented name.
func (b *checks) ties() []Unanswered {
	byFile := map[string]*casebook.Case{}
	for _, c := range b.Book.Cases {
		if c.Origin != casebook.Fictional {
			byFile[c.Pos.File] = c
		}
	}
	return append(sharedRuns(byFile, b.Scans), b.sharedNames()...)
}

// unanswered are the findings that the author did not allow.
func (b *checks) unanswered(all []Unanswered) []Unanswered {
	return slices.DeleteFunc(slices.Clone(all), func(o Unanswered) bool { return b.given.Allow(o.Rule, o.Document, o.Value) })
}

func sharedRuns(byFile map[string]*casebook.Case, scans []FileFindings) []Unanswered {
	first := map[uint64]*casebook.Case{}
	var open []Unanswered
	for _, s := range scans {
		c := byFile[s.path]
		if c == nil {
			continue
		}
		shared := map[*casebook.Case]int{}
		for _, n := range s.runs {
			if other := first[n]; other != nil {
				shared[other]++
			} else {
				first[n] = c
			}
		}
		for _, other := range sortedCases(shared) {
			if shared[other] >= tied {
				open = append(open, tie(c, other, c.Title.Pos, "text", strconv.Itoa(shared[other]*kept)))
			}
		}
	}
	return open
}

func sortedCases(set map[*casebook.Case]int) []*casebook.Case {
	var list []*casebook.Case
	for c := range set {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b *casebook.Case) int { return strings.Compare(a.ID, b.ID) })
	return list
}

func (b *checks) sharedNames() []Unanswered {
	first := map[string]*casebook.Case{}
	var open []Unanswered
	for _, c := range b.Book.Cases {
		if c.Origin == casebook.Fictional {
			continue
		}
		mine := map[string]bool{}
		for _, name := range append([]casebook.Text{c.Pseudonym}, c.Names...) {
			key := folded(name.V)
			if other := first[key]; key != "" && other != nil && other != c && !mine[key] {
				shown := name.V
				if b.Register != nil && b.Register.Holds(name.V) {
					shown = rules.Mask(name.V) // it is not invented after all
				}
				open = append(open, tie(c, other, name.Pos, "name", shown))
			} else if other == nil {
				first[key] = c
			}
			mine[key] = true
		}
	}
	return open
}

// tie is a finding about two cases. The name is invented, so it may be told; the other case goes by its file, whose name is masked where it must be. Its value is what ties them without how much, so that it may stay allowed.
func tie(c, other *casebook.Case, at diag.Pos, variant, what string) Unanswered {
	value := variant + " " + other.ID
	if variant == "name" {
		value += " " + folded(what)
	}
	return Unanswered{Document: c.Pos.File, Value: value, Problem: diag.Problem{
		Pos: at, Rule: diag.PrivacyLinked, Variant: variant, Level: diag.Yellow,
		Args: []diag.Arg{{Name: "other", Value: other.Pos.File}, {Name: "what", Value: what}, {Name: "masked", Value: other.Pos.File}},
	}}
}
