package resolve

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

// relation is the cases and their themes as numbers, since every case is compared with hundreds of others.
type relation struct {
	cases    []*casebook.Case
	themesOf [][]int32 // of each case
	casesOf  [][]int32 // of each theme, ascending
	seen     []int32   // the last case that looked at this one, plus 1
}

// relate finds for each case the cases that share most themes with it. Of those that share as many, the next in the book go first, and
// after its end the first: so not all cases of a theme point at the same five.
func relate(cases []*casebook.Case) {
	n := &relation{cases: cases, themesOf: make([][]int32, len(cases)), seen: make([]int32, len(cases))}
	number := map[*casebook.Theme]int32{}
	for i, c := range n.cases {
		for _, ref := range c.Themes {
			theme, known := number[ref.To]
			if !known {
				theme = int32(len(n.casesOf))
				number[ref.To] = theme
				n.casesOf = append(n.casesOf, nil)
			}
			if !slices.Contains(n.themesOf[i], theme) {
				n.themesOf[i] = append(n.themesOf[i], theme)
				n.casesOf[theme] = append(n.casesOf[theme], int32(i))
			}
		}
	}
	for i, c := range n.cases {
		for _, other := range n.closest(int32(i)) {
			c.Related = append(c.Related, n.cases[other])
		}
	}
}

// closest gives the best of the candidates, best first.
func (n *relation) closest(i int32) []int32 {
	type score struct{ shared, ahead, other int32 }
	better := func(a, b score) int { return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.ahead, b.ahead)) }
	best := make([]score, 0, maxRelated+1)
	for _, other := range n.candidates(i) {
		ahead := other - i
		if ahead < 0 {
			ahead += int32(len(n.cases))
		}
		s := score{n.shared(i, other), ahead, other}
		if len(best) == maxRelated && better(s, best[maxRelated-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, s, better)
		best = slices.Insert(best, at, s)
		best = best[:min(len(best), maxRelated)]
	}
	closest := make([]int32, len(best))
	for j, s := range best {
		closest[j] = s.other
	}
	return closest
}

// candidates gives cases that share a theme with this one, from its rarest theme on and in the order of the book from here, each once.
func (n *relation) candidates(i int32) []int32 {
	themes := slices.Clone(n.themesOf[i])
	slices.SortStableFunc(themes, func(a, b int32) int { return cmp.Compare(len(n.casesOf[a]), len(n.casesOf[b])) })
	n.seen[i] = i + 1
	candidates := make([]int32, 0, maxCandidates)
	for _, theme := range themes {
		cases := n.casesOf[theme]
		at, _ := slices.BinarySearch(cases, i)
		for j := 1; j < len(cases) && len(candidates) < maxCandidates; j++ {
			if other := cases[(at+j)%len(cases)]; n.seen[other] != i+1 {
				n.seen[other] = i + 1
				candidates = append(candidates, other)
			}
		}
	}
	return candidates
}

// shared counts the themes that two cases have in common.
func (n *relation) shared(i, other int32) int32 {
	var count int32
	for _, theme := range n.themesOf[i] {
		if slices.Contains(n.themesOf[other], theme) {
			count++
		}
	}
	return count
}
