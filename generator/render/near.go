package render

import (
	"maps"
	"slices"

	"casusboek/generator/diag"
	"casusboek/generator/spell"
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
	if i := spell.Nearest(name, known); i >= 0 {
		problems.AddVariant(rule, "near", pos, "name", name, "near", known[i])
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
