// Package rules finds what may give somebody away in a text: one rule a file, each with its cases in testdata.
//
//	for _, f := range rules.Find(fold.Of(text)) {
//		fmt.Println(f.Rule, f.Level, rules.Mask(f.Value))
//	}
//
// A rule looks at one text and knows nothing of the casebook: which names are invented and what was allowed is for
// package guard to say. It is deterministic and offline. Its findings hold the value found, which is never printed
// unmasked.
package rules

import (
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
}
