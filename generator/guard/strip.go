package guard

import (
	"reflect"
	"slices"
	"strings"

	"casusboek/generator/casebook"
)

// strip empties every field that the edition may not hold, wherever in the book it is. It walks the
// model by its types, so no field can be forgotten.
func strip(book *casebook.Book, edition Edition) {
	s := &stripper{edition: edition, plans: map[reflect.Type]*plan{}, seen: map[any]bool{}}
	s.walk(reflect.ValueOf(book))
}

// stripper walks a book. It enters only what holds something to empty, each thing once.
type stripper struct {
	edition Edition
	plans   map[reflect.Type]*plan
	seen    map[any]bool
}

// plan is what is to be done with a struct: the indexes of the fields to empty and of those to enter.
type plan struct{ empty, enter []int }

func (s *stripper) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !s.seen[v.Interface()] {
			s.seen[v.Interface()] = true
			s.walk(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.walk(v.Index(i))
		}
	case reflect.Struct:
		p := s.planOf(v.Type())
		for _, i := range p.empty {
			v.Field(i).SetZero()
		}
		for _, i := range p.enter {
			s.walk(v.Field(i))
		}
	}
}

func (s *stripper) planOf(t reflect.Type) *plan {
	if p := s.plans[t]; p != nil {
		return p
	}
	p := &plan{}
	s.plans[t] = p
	for i := range t.NumField() {
		if !open(t, t.Field(i).Name, s.edition) {
			p.empty = append(p.empty, i)
		} else if inner := owned(t, t.Field(i).Type); inner != nil && s.withholds(inner, map[reflect.Type]bool{}) {
			p.enter = append(p.enter, i)
		}
	}
	return p
}

// withholds reports whether a struct, or one that it holds, has a field to empty.
func (s *stripper) withholds(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	for i := range t.NumField() {
		if !open(t, t.Field(i).Name, s.edition) {
			return true
		}
		if inner := owned(t, t.Field(i).Type); inner != nil && s.withholds(inner, seen) {
			return true
		}
	}
	return false
}

var (
	bookType     = reflect.TypeFor[casebook.Book]()
	documentType = reflect.TypeFor[casebook.Document]()
)

// owned gives the struct of the model that a field holds, through slices and pointers; nil for any other field. A pointer to a document is
// not followed but from the book itself, which has them all.
func owned(in, t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		if t.Implements(documentType) && in != bookType {
			return nil
		}
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t.PkgPath() != bookType.PkgPath() {
		return nil
	}
	return t
}

// open reports whether the edition may hold a field.
func open(t reflect.Type, field string, edition Edition) bool {
	name, _, _ := strings.Cut(t.Name(), "[") // Ref[...] is Ref
	lists := fields[name]
	return names(lists.public, field) || edition == Facilitator && names(lists.facilitator, field)
}

func names(list, field string) bool { return slices.Contains(strings.Fields(list), field) }
