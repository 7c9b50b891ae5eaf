package casebook

import (
	"reflect"
	"testing"
	"time"
)

// Passages must give all prose that the model has: a new field of type Prose that they forget would have dead links.
func TestPassagesHoldAllProse(t *testing.T) {
	known := map[string]bool{"Doc.Body": true, "Event.Text": true}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(typ.Elem())
		case reflect.Struct:
			if seen[typ] || typ == reflect.TypeFor[time.Time]() {
				return
			}
			seen[typ] = true
			for i := range typ.NumField() {
				field := typ.Field(i)
				if field.Type == reflect.TypeFor[Prose]() && !known[typ.Name()+"."+field.Name] {
					t.Errorf("%s.%s is prose, and Passages do not know it", typ.Name(), field.Name)
				}
				walk(field.Type)
			}
		}
	}
	walk(reflect.TypeFor[Book]())
	if !seen[reflect.TypeFor[Event]()] {
		t.Error("the walk did not reach events")
	}
}

func TestPassagesComeAsTheyBecomeKnown(t *testing.T) {
	c, other := &Case{}, &Case{}
	c.Events = []*Event{{Round: 2}, {Round: 1}, {Round: 0}, {Round: 1}}
	want := []struct {
		prose *Prose
		of    *Case
		round int
	}{{&c.Body, nil, 0}, {&c.Events[2].Text, nil, 0}, {&c.Events[1].Text, c, 1}, {&c.Events[3].Text, c, 1}, {&c.Events[0].Text, c, 2}}
	got := Passages(c)
	if len(got) != len(want) {
		t.Fatalf("%d passages, want %d", len(got), len(want))
	}
	for i, p := range got {
		if p.Prose != want[i].prose || p.Case != want[i].of || p.Round != want[i].round || p.In != Document(c) {
			t.Errorf("passage %d: %+v, want %+v", i, p, want[i])
		}
	}
	if last := got[4]; last.Knows(c) != 2 || last.Knows(other) != 0 {
		t.Errorf("who reads round 2 knows %d of the case and %d of another", last.Knows(c), last.Knows(other))
	}
}

// A reflection stands in the case of its turning card, or else in its first; of all its cases its reader knows as much.
func TestPassageOfAReflection(t *testing.T) {
	first, second := &Case{}, &Case{}
	r := &Reflection{AfterRound: 2, Cases: []Ref[Case]{{}, {To: first}, {To: second}}}
	if p := Passages(r)[0]; p.Case != first || p.Round != 2 || p.Knows(second) != 2 {
		t.Errorf("%+v knows %d of its other case", p, p.Knows(second))
	}
	r.TurningCard.To = &Event{Case: second}
	if p := Passages(r)[0]; p.Case != second {
		t.Errorf("%+v, want the case of the turning card", p)
	}
	r.AfterRound = 0
	if p := Passages(r)[0]; p.Case != nil || p.Round != 0 {
		t.Errorf("%+v, want a passage for everybody", p)
	}
}

func TestDocumentsGivesEachOnce(t *testing.T) {
	b := &Book{
		Cases: []*Case{{}}, Reflections: []*Reflection{{}}, Sessions: []*Session{{}}, Themes: []*Theme{{}},
		Organisations: []*Organisation{{}}, Pages: []*Page{{}, {}},
	}
	seen := map[*Doc]bool{}
	for d := range b.Documents() {
		seen[d.Document()] = true
	}
	if len(seen) != 8 || !seen[&b.Site.Doc] || !seen[&b.Pages[1].Doc] {
		t.Errorf("%d documents, want 8", len(seen))
	}
	for range b.Documents() {
		break // must be allowed at any place
	}
}
