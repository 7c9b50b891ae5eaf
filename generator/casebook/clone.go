package casebook

import (
	"reflect"
	"time"
)

// Clones returns deep copies of documents as parse returned them, before
// resolve.References. A copy shares nothing with its original that a later stage changes,
// so the originals can be cached and a file is parsed again only when it has changed.
// Resolved documents must not be cloned: they point at each other in cycles.
func Clones(documents []Document) []Document {
	c := cloner{}
	copies := make([]Document, len(documents))
	for i, d := range documents {
		copies[i] = c.pointer(reflect.ValueOf(d)).Interface().(Document) // a copy has the type of its original
	}
	return copies
}

// cloner caches, by struct type, the indexes of the fields that need a deep copy, so that
// copying a case with many texts is cheap.
type cloner map[reflect.Type][]int

func (c cloner) pointer(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	p := reflect.New(v.Type().Elem())
	p.Elem().Set(v.Elem())
	c.separate(p.Elem())
	return p
}

// separate replaces the slices and pointers in a copied struct by copies.
func (c cloner) separate(v reflect.Value) {
	for _, i := range c.shared(v.Type()) {
		switch f := v.Field(i); f.Kind() {
		case reflect.Slice:
			if f.Len() > 0 {
				f.Set(c.slice(f))
			}
		case reflect.Pointer:
			f.Set(c.pointer(f))
		default:
			c.separate(f)
		}
	}
}

func (c cloner) slice(v reflect.Value) reflect.Value {
	s := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	reflect.Copy(s, v)
	switch e := v.Type().Elem(); {
	case e.Kind() == reflect.Pointer:
		for i := range s.Len() {
			s.Index(i).Set(c.pointer(s.Index(i)))
		}
	case e.Kind() == reflect.Struct && len(c.shared(e)) > 0:
		for i := range s.Len() {
			c.separate(s.Index(i))
		}
	}
	return s
}

var timeType = reflect.TypeFor[time.Time]()

// shared returns the indexes of the fields of t that a plain copy would share with its
// original.
func (c cloner) shared(t reflect.Type) []int {
	if fields, ok := c[t]; ok {
		return fields
	}
	// Breaks the recursion. A struct can contain its own type only through a pointer or
	// slice, which is copied anyway.
	c[t] = nil
	var fields []int
	for i := range t.NumField() {
		switch f := t.Field(i).Type; f.Kind() {
		case reflect.Slice, reflect.Pointer:
			fields = append(fields, i)
		case reflect.Struct:
			if f != timeType && len(c.shared(f)) > 0 {
				fields = append(fields, i)
			}
		}
	}
	c[t] = fields
	return fields
}
