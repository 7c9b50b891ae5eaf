package parse

import "strings"

// nearest gives the index of the name that somebody most likely meant, or -1. One slip per three letters is forgiven, and case, hyphens and
// underscores always.
func nearest(written string, names []string) int {
	best, at := 1<<30, -1
	w := []rune(fold(written))
	for i, name := range names {
		n := []rune(fold(name))
		allowed := max(1, min(len(w), len(n))/3)
		if len(w) < 2 || len(w) > 60 || len(w)-len(n) > allowed || len(n)-len(w) > allowed {
			continue
		}
		if slips := distance(w, n); slips <= allowed && slips < best {
			best, at = slips, i
		}
	}
	return at
}

var folder = strings.NewReplacer("-", "", "_", "", " ", "")

func fold(name string) string { return folder.Replace(strings.ToLower(name)) }

// distance counts the letters to add, drop, change or swap with their neighbour (optimal string alignment).
func distance(a, b []rune) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(row[j+1]+1, next[j]+1, row[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
