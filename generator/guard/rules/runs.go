package rules

import (
	"strings"
)

// run is a name of one or more words, by the indices of its first and last word.
type run struct{ first, last int }

// longestRun is the maximum number of words of a name in either direction, so that a text
// in capitals does not take quadratic time.
const longestRun = 12

// runAt returns the name around the unknown word i: with initials and words before it, and
// infixes (van der) and words after it.
func (n *names) runAt(i int) run {
	r := run{i, i}
	for r.first > 0 && i-r.first < longestRun && n.adjacent(r.first-1) {
		j := n.before(r.first)
		if j == r.first {
			break
		}
		r.first = j
	}
	for r.last-i < longestRun && n.adjacent(r.last) {
		j := n.after(r.last)
		if j == r.last {
			break
		}
		r.last = j
	}
	return r
}

// before returns the first word of what precedes a name that begins at word i and belongs
// to it, or i.
func (n *names) before(i int) int {
	if n.cues[i-1]&(person|organisation) != 0 {
		return i
	}
	switch n.kind[i-1] {
	case initial, composed, doubtful, unknown, town:
		return i - 1
	case proper: // Frans is a language and a boy
		if n.lex.KindOf(n.Words[i-1].Lower)&Name != 0 {
			return i - 1
		}
	case opening:
		if joins[n.Words[i-1].Lower] {
			return i - 1
		}
	case small:
		j := i - 1
		for j > 0 && i-j <= 3 && n.kind[j] == small && n.cues[j]&infix != 0 && n.adjacent(j-1) {
			j--
		}
		if n.overInfixes(j+1) != i || n.cues[j]&(person|organisation) != 0 {
			return i
		}
		switch n.kind[j] {
		case doubtful, unknown, town, initial:
			if n.cues[j]&infix != 0 || !n.isWord(j) {
				return j
			}
		case opening:
			if joins[n.Words[j].Lower] {
				return j
			}
		}
	}
	return i
}

// after returns the last word of what follows a name that ends at word i and belongs to it,
// or i.
func (n *names) after(i int) int {
	j := n.overInfixes(i + 1)
	if j > i+1 && n.kind[i] == unknown && n.cues[i]&infix == 0 && n.isWord(i) {
		return i // Slag van Waterloo, Abdij van Berne
	}
	switch n.kind[j] {
	case unknown, town, initial, doubtful:
		return j
	case place: // Hans Utrecht, Maria van Oostenrijk; but not everybody who is from somewhere
		return j
	case proper:
		if j == i+1 && roman(n.Words[j].Lower) {
			return j
		}
	}
	return i
}

// overInfixes returns the first word from j that is not an infix in lower case: van der, in
// 't.
func (n *names) overInfixes(j int) int {
	for first := j; j-first < 3 && j+1 < len(n.Words) && n.kind[j] == small && n.cues[j]&infix != 0 && n.adjacent(j); j++ {
		switch next := n.Words[j+1].Lower; n.Words[j].Lower {
		case "in":
			if next != "t" {
				return first
			}
		case "op":
			if next != "de" && next != "den" && next != "t" {
				return first
			}
		case "het", "e", "y", "d", "und", "af", "tot":
			if j == first {
				return first
			}
		}
	}
	return j
}

// isWord reports whether word i is in the lexicon as an ordinary word and not as a name.
func (n *names) isWord(i int) bool {
	k := n.lex.KindOf(n.Words[i].Lower)
	return k&Ordinary != 0 && k&Name == 0
}

func roman(lower string) bool { return strings.Trim(lower, "ivx") == "" }

// span returns the span of a run in Clean, without a possessive ending.
func (n *names) span(r run) FoldSpan {
	last := n.Words[r.last].Lower
	return FoldSpan{From: n.Words[r.first].From, To: n.Words[r.last].To - len(last) + len(possessed(last))}
}
