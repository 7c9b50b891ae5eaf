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

// nearest gives the known name with the fewest letters to change, at most two or a third of them (one in a name of three letters), or nothing. Capitals
// do not count.
func nearest(name string, known []string) string {
	best, least := "", max(2, len(name)/3)+1
	if len(name) <= 3 {
		least = 2
	}
	for _, k := range known {
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance is the number of characters to insert, delete, replace or swap with their neighbour (optimal string alignment).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	d := make([][]int, len(from)+1)
	for i := range d {
		d[i] = make([]int, len(to)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case from[i-1] == to[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(from)][len(to)]
}
