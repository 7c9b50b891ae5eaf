package link

import (
	"cmp"
	"slices"

	"casusboek/generator/casebook"
)

const (
	maxRelated = 5
	// maxCandidates bounds the cases that one case is compared with, so that a theme that thousands share does not make the
	// work quadratic. Up to this number the result is exact; above it, the cases of rare themes go first.
	maxCandidates = 256
)

// relate finds for each case the cases that share most themes with it. Of those that share as many, the next in the book go first, and
// after its end the first: so not all cases of a theme point at the same five.
func (r *resolver) relate() {
	cases := r.book.Cases
	rank := make(map[*casebook.Case]int, len(cases))
	for i, c := range cases {
		rank[c] = i
	}
	for i, c := range cases {
		candidates := candidatesOf(c, rank)
		shared := make(map[*casebook.Case]int, len(candidates))
		for _, other := range candidates {
			shared[other] = sharedThemes(c, other)
		}
		ahead := func(other *casebook.Case) int { return (rank[other] - i + len(cases)) % len(cases) }
		slices.SortFunc(candidates, func(a, b *casebook.Case) int {
			return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(ahead(a), ahead(b)))
		})
		if len(candidates) > 0 {
			c.Related = slices.Clip(candidates[:min(maxRelated, len(candidates))])
		}
	}
}

// candidatesOf gives cases that share a theme with this one, from its rarest theme on, each once.
func candidatesOf(c *casebook.Case, rank map[*casebook.Case]int) []*casebook.Case {
	themes := make([]*casebook.Theme, 0, len(c.Themes))
	for _, ref := range c.Themes {
		themes = append(themes, ref.To)
	}
	slices.SortStableFunc(themes, func(a, b *casebook.Theme) int { return cmp.Compare(len(a.Cases), len(b.Cases)) })
	seen := map[*casebook.Case]bool{c: true}
	var candidates []*casebook.Case
	for _, t := range themes {
		at, _ := slices.BinarySearchFunc(t.Cases, rank[c], func(other *casebook.Case, n int) int { return cmp.Compare(rank[other], n) })
		for j := 1; j < len(t.Cases) && len(candidates) < maxCandidates; j++ {
			if other := t.Cases[(at+j)%len(t.Cases)]; !seen[other] {
				seen[other] = true
				candidates = append(candidates, other)
			}
		}
	}
	return candidates
}

func sharedThemes(a, b *casebook.Case) int {
	n := 0
	for _, ref := range a.Themes {
		if slices.ContainsFunc(b.Themes, func(other casebook.Ref[casebook.Theme]) bool { return other.To == ref.To }) {
			n++
		}
	}
	return n
}
