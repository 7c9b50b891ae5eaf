package casebook

import (
	"reflect"
	"slices"
	"strings"

	"casusboek/generator/diag"
)

// ownFields lists, by type, the fields on which no other document depends: they are shown,
// counted and linked only on the document's own pages. (Titles of events and names of
// rounds explain words in other documents; the guard handles those itself.) Fields that are
// not listed count as used by others, so a new field causes a full rebuild until it is
// added here.
var ownFields = map[string]string{
	"Case":         "Summary MainQuestion Goals Facilitation Traits Rare",
	"Round":        "Name Minutes Intro Questions",
	"Event":        "When Title Kind Domains Source KnownBy Change LeadsTo PickedUp AnsweredBy Held",
	"Tie":          "Who Circle Bond Support",
	"Dilemma":      "Question Options",
	"Reflection":   "FirstImpression LaterJudgement Advice PullQuotes",
	"Session":      "Headline Begin Programme Statements Tallies Results",
	"Organisation": "Type",
}

// SameToOthers reports whether a and b, two versions of one document as parse returned
// them, differ only in fields that no other document depends on. Then the rest of the book
// stays valid when b replaces a. Positions are ignored. Of prose, only links, pictures and
// headings are compared.
func SameToOthers(a, b Document) bool {
	if reflect.TypeOf(a) != reflect.TypeOf(b) {
		return false
	}
	return sameToOthers(reflect.ValueOf(a), reflect.ValueOf(b))
}

func sameToOthers(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return sameToOthers(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !sameToOthers(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		return sameStruct(a, b)
	}
	return a.Equal(b)
}

func sameStruct(a, b reflect.Value) bool {
	switch x := a.Interface().(type) {
	case diag.Pos:
		return true
	case Prose:
		// a and b have the same type
		return sameProse(x, b.Interface().(Prose))
	case Date:
		// a and b have the same type
		return x.Equal(b.Interface().(Date).Time)
	}
	mine := strings.Fields(ownFields[a.Type().Name()])
	for i := range a.NumField() {
		if !slices.Contains(mine, a.Type().Field(i).Name) && !sameToOthers(a.Field(i), b.Field(i)) {
			return false
		}
	}
	return true
}

// sameProse reports whether two texts have the same links, pictures and headings.
func sameProse(a, b Prose) bool {
	same := slices.EqualFunc(a.Links(), b.Links(), func(x, y *Link) bool {
		return x.Wiki == y.Wiki && x.Written == y.Written && x.Text == y.Text && x.Outside == y.Outside
	})
	return same && slices.Equal(a.pictures(), b.pictures()) && slices.Equal(a.Headings(), b.Headings())
}

func (p Prose) pictures() []string {
	var paths []string
	for _, part := range p.Parts {
		if part.Image != nil {
			paths = append(paths, part.Image.Path)
		}
	}
	return paths
}

// Refill replaces the fields of a document in a resolved book by those of reading, a new
// version as parse returned it; both must be of one type. Fields that resolve set from
// other documents are kept. The document and its events keep their addresses, so pointers
// to them stay valid. Afterwards resolve must process the document again. undo restores the
// old state. ok is false, and nothing has changed, when the ids of the events differ.
func Refill(document, reading Document) (undo func(), ok bool) {
	switch d := document.(type) {
	case *Case:
		// SameToOthers has compared the types, here and below
		return refillCase(d, *reading.(*Case))
	case *Reflection:
		n := *reading.(*Reflection)
		n.Replies, n.Prev, n.Next = d.Replies, d.Prev, d.Next
		return replace(d, n)
	case *Session:
		n := *reading.(*Session)
		n.Reflections, n.Themes, n.Prev, n.Next = d.Reflections, d.Themes, d.Prev, d.Next
		return replace(d, n)
	case *Theme:
		n := *reading.(*Theme)
		n.Cases, n.Reflections, n.Sessions, n.Prev, n.Next = d.Cases, d.Reflections, d.Sessions, d.Prev, d.Next
		return replace(d, n)
	case *Organisation:
		n := *reading.(*Organisation)
		n.Reflections, n.Sessions, n.Predecessors, n.Prev, n.Next = d.Reflections, d.Sessions, d.Predecessors, d.Prev, d.Next
		return replace(d, n)
	case *Page:
		return replace(d, *reading.(*Page))
	}
	return nil, false
}

// replace sets *document to n, keeping its kind and backlinks, and returns a function that
// undoes it.
func replace[T any](document *T, n T) (undo func(), ok bool) {
	was := *document
	from, to := any(document).(Document).Document(), any(&n).(Document).Document() // every T is a document
	to.Kind, to.Backlinks = from.Kind, from.Backlinks
	*document = n
	return func() { *document = was }, true
}

func refillCase(c *Case, n Case) (undo func(), ok bool) {
	byID := make(map[string]*Event, len(c.Events))
	for _, e := range c.Events {
		byID[e.ID.V] = e
	}
	was := map[*Event]Event{}
	for _, e := range n.Events {
		if old := byID[e.ID.V]; old != nil {
			was[old] = *old
		}
	}
	if len(was) != len(c.Events) || len(was) != len(n.Events) {
		return nil, false
	}
	for i, e := range n.Events {
		old := byID[e.ID.V]
		e.TurnedFor = old.TurnedFor
		*old, n.Events[i] = *e, old
	}
	n.Reflections, n.Sessions, n.Related, n.Prev, n.Next = c.Reflections, c.Sessions, c.Related, c.Prev, c.Next
	undoCase, _ := replace(c, n)
	return func() {
		undoCase()
		for e, old := range was {
			*e = old
		}
	}, true
}
