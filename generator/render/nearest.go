package render

import (
	"maps"
	"slices"
	"strings"

	"casusboek/generator/diag"
)

// builtinFunctions are those of Go's text/template.
var builtinFunctions = []string{
	"and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf", "println", "slice", "urlquery",
}

func functionNames() []string {
	return slices.Concat(builtinFunctions, slices.Sorted(maps.Keys(functions)))
}

// addNear adds a problem with an unknown name, in the wording "near" when a known name is so close that it was probably meant.
func addNear(problems *diag.List, rule diag.Rule, pos diag.Pos, name string, known []string) {
	if near := nearest(name, known); near != "" {
		problems.AddVariant(rule, "near", pos, "name", name, "near", near)
		return
	}
	problems.Add(rule, pos, "name", name)
}

// addOnce adds a problem unless the list has one of the same rule in the same place.
func addOnce(problems *diag.List, p diag.Problem) {
	if !slices.ContainsFunc(*problems, func(q diag.Problem) bool { return q.Pos == p.Pos && q.Rule == p.Rule && slices.Equal(q.Args, p.Args) }) {
		*problems = append(*problems, p)
	}
}

// nearest gives the known name with the fewest letters to change, at most a third of them, or nothing. Capitals do not count.
func nearest(name string, known []string) string {
	best, least := "", len(name)/3+1
	for _, k := range known {
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance is the number of characters to insert, delete or replace (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			cost := 1
			if r == s {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j]+1, row[j+1]+1, diagonal+cost)
		}
	}
	return row[len(to)]
}
