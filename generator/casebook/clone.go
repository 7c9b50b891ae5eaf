package casebook

import "reflect"

// Clone copies a document as parse left it, before link: nothing in the copy is shared with the original but texts that
// never change. Pointers to the model are followed, so a linked document must not be cloned.
func Clone[D Document](d D) D {
	return cloneValue(reflect.ValueOf(d)).Interface().(D)
}

func cloneValue(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		p := reflect.New(v.Type().Elem())
		p.Elem().Set(v.Elem())
		mend(p.Elem())
		return p
	}
	return v
}

func mend(v reflect.Value) {
	plan := planOf(v.Type())
	for _, i := range plan {
		f := v.Field(i)
		switch f.Kind() {
		case reflect.Slice:
			if f.Len() == 0 {
				continue
			}
			s := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
			reflect.Copy(s, f)
			e := f.Type().Elem()
			if e.Kind() == reflect.Struct && len(planOf(e)) > 0 {
				for j := range s.Len() {
					mend(s.Index(j))
				}
			} else if e.Kind() == reflect.Pointer {
				for j := range s.Len() {
					s.Index(j).Set(cloneValue(s.Index(j)))
				}
			}
			f.Set(s)
		case reflect.Pointer:
			f.Set(cloneValue(f))
		case reflect.Struct:
			mend(f)
		}
	}
}

var plans = map[reflect.Type][]int{}

func planOf(t reflect.Type) []int {
	if p, ok := plans[t]; ok {
		return p
	}
	plans[t] = nil
	var p []int
	for i := range t.NumField() {
		f := t.Field(i)
		switch f.Type.Kind() {
		case reflect.Slice, reflect.Pointer:
			p = append(p, i)
		case reflect.Struct:
			if f.Type.String() != "time.Time" && len(planOf(f.Type)) > 0 {
				p = append(p, i)
			}
		}
	}
	plans[t] = p
	return p
}
