package casebook

import (
	"reflect"
	"time"
)

// Clones copies documents as parse left them, before link: a copy shares nothing with its original that link or a later
// stage changes. Who keeps the originals can make a book of copies again and again, and read a file only when it has
// changed. Documents that link has been over must not be cloned: they hold one another.
func Clones(documents []Document) []Document {
	c := cloner{}
	copies := make([]Document, len(documents))
	for i, d := range documents {
		copies[i] = c.pointer(reflect.ValueOf(d)).Interface().(Document) // a copy has the type of its original
	}
	return copies
}

// cloner keeps, for each struct of the model, the indexes of the fields that hold something to copy, so that a case of
// many texts costs a few steps.
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

// separate gives a copied struct its own slices and its own structs behind pointers.
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

// shared gives the fields of a struct that a plain copy would share with its original.
func (c cloner) shared(t reflect.Type) []int {
	if fields, ok := c[t]; ok {
		return fields
	}
	c[t] = nil // a struct that holds itself is shared through a pointer or a slice, which counts anyway
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
