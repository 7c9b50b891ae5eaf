package theme

import (
	"maps"
	"reflect"
	"slices"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// builtinFunctions are those of Go's text/template.
var builtinFunctions = []string{
	"and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf", "println", "slice", "urlquery",
}

func functionNames() []string {
	return slices.Concat(builtinFunctions, slices.Sorted(maps.Keys(functions)))
}

// fieldsOf lists what a template may ask of the type with the given name, when that type can be reached from data.
func fieldsOf(data any, name string) []string {
	if data == nil {
		return nil
	}
	seen := map[reflect.Type]bool{}
	var names []string
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		if t.String() == name {
			names = memberNames(t)
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				walk(t.Field(i).Type)
			}
		}
		for i := range t.NumMethod() {
			if m := t.Method(i).Type; m.NumOut() > 0 {
				walk(m.Out(0))
			}
		}
	}
	walk(reflect.TypeOf(data))
	return names
}

// memberNames lists the exported fields (promoted ones too) and methods of a type.
func memberNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumMethod() {
		names = append(names, t.Method(i).Name)
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() {
				names = append(names, f.Name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// addNear adds a problem with an unknown name, in the wording "near" when a known name is so close that it was probably
// meant.
func addNear(problems *diag.List, rule diag.Rule, pos diag.Pos, name string, known []string) {
	if i := lang.Nearest(name, known); i >= 0 {
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
