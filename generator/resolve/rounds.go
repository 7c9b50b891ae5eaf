package resolve

import (
	"slices"
	"strconv"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// What stands in a round of its own case has been checked by parse; here come the rounds that one document names of another.

// numberRounds numbers the rounds of a case, and gives a case that names none those that it uses, so that who writes a first case need not
// think of rounds.
func numberRounds(c *casebook.Case) {
	if len(c.Rounds) == 0 {
		last := 0
		for _, e := range c.Events {
			last = max(last, e.Round)
		}
		for _, t := range c.Network {
			last = max(last, t.Round)
		}
		for _, d := range c.Dilemmas {
			last = max(last, d.Round)
		}
		c.Rounds = make([]casebook.Round, last+1)
	}
	for i := range c.Rounds {
		c.Rounds[i].N = i
	}
}

// checkRound reports a round that none of the cases has. Without cases there is nothing to check against.
func (r *resolver) checkRound(pos diag.Pos, n int, cases ...*casebook.Case) {
	var longest *casebook.Case
	for _, c := range cases {
		if longest == nil || c.LastRound() > longest.LastRound() {
			longest = c
		}
	}
	if longest == nil || anyGaps(cases) || n >= 0 && n <= longest.LastRound() {
		return
	}
	r.problems.AddVariant(diag.RoundUnknown, "in-case", pos, "round", strconv.Itoa(n), "last", strconv.Itoa(longest.LastRound()), "case", longest.ID)
}

// checkAfterRound checks na_ronde of a reflection against its cases.
func (r *resolver) checkAfterRound(reflection *casebook.Reflection) {
	if reflection.AfterRound == 0 {
		return
	}
	if len(reflection.Cases) == 0 && reflection.Gaps {
		return
	}
	if len(reflection.Cases) == 0 {
		r.problems.AddVariant(diag.RoundUnknown, "no-case", reflection.AfterRoundAt, "round", strconv.Itoa(reflection.AfterRound))
		return
	}
	r.checkRound(reflection.AfterRoundAt, reflection.AfterRound, found(reflection.Cases)...)
}

// anyGaps reports whether one of the cases could not be read as a whole, so that it may have what was not found.
func anyGaps(cases []*casebook.Case) bool {
	return slices.ContainsFunc(cases, func(c *casebook.Case) bool { return c.Gaps })
}

// found gives the targets of the references that have one.
func found[T any](refs []casebook.Ref[T]) []*T {
	targets := make([]*T, 0, len(refs))
	for _, ref := range refs {
		if ref.To != nil {
			targets = append(targets, ref.To)
		}
	}
	return targets
}
