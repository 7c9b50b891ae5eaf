package casebook

import (
	"reflect"
	"slices"
	"strings"

	"casusboek/generator/diag"
)

// own names, by type, the fields on which no other document depends: they are shown, counted and linked where they stand and nowhere else in the
// book. (That titles of events and names of rounds explain words elsewhere, the guard looks after.) What stands in no list counts for others, so a field that somebody adds to the model is looked at with the whole book until somebody
// decides about it here.
var own = map[string]string{
	"Case":         "Summary MainQuestion Goals Facilitation Traits Rare",
	"Round":        "Name Minutes Intro Questions",
	"Event":        "When Title Kind Domains Source KnownBy Change LeadsTo PickedUp AnsweredBy Held",
	"Tie":          "Who Circle Bond Support",
	"Dilemma":      "Question Options",
	"Reflection":   "FirstImpression LaterJudgement Advice PullQuotes",
	"Session":      "Headline Begin Programme Statements Tallies Results",
	"Organisation": "Type",
}

// SameToOthers reports whether two readings of a file, as parse left them, differ only in what is the document's own: then the rest of the book
// stays as it is when one takes the other's place. Where something stands in its file does not count. Of prose its words are its own; its links,
// pictures and headings are not.
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
		return sameProse(x, b.Interface().(Prose)) // of one type
	case Date:
		return x.Equal(b.Interface().(Date).Time) // of one type
	}
	mine := strings.Fields(own[a.Type().Name()])
	for i := range a.NumField() {
		if !slices.Contains(mine, a.Type().Field(i).Name) && !sameToOthers(a.Field(i), b.Field(i)) {
			return false
		}
	}
	return true
}

// sameProse reports whether two texts link to the same, show the same and can be linked to in the same places.
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

// Refill gives a document of a linked book what a new reading of its file says, as parse left it; what other documents gave it stays.
// The document and its events stay where they are in memory, so that whoever points at them still does. link and arrange must go over it again. undo
// makes it what it was. ok is false, and nothing was changed, when the two have not the same events.
func Refill(document, reading Document) (undo func(), ok bool) {
	switch d := document.(type) {
	case *Case:
		return refillCase(d, *reading.(*Case)) // SameToOthers
	case *Reflection:
		n := *reading.(*Reflection) // as above
		n.Replies, n.Prev, n.Next = d.Replies, d.Prev, d.Next
		return swap(d, n)
	case *Session:
		n := *reading.(*Session) // as above
		n.Reflections, n.Themes, n.Prev, n.Next = d.Reflections, d.Themes, d.Prev, d.Next
		return swap(d, n)
	case *Theme:
		n := *reading.(*Theme) // as above
		n.Cases, n.Reflections, n.Sessions, n.Prev, n.Next = d.Cases, d.Reflections, d.Sessions, d.Prev, d.Next
		return swap(d, n)
	case *Organisation:
		n := *reading.(*Organisation) // as above
		n.Reflections, n.Sessions, n.Predecessors, n.Prev, n.Next = d.Reflections, d.Sessions, d.Predecessors, d.Prev, d.Next
		return swap(d, n)
	case *Page:
		return swap(d, *reading.(*Page)) // as above
	}
	return nil, false
}

// swap puts n in the place of a document, which keeps its kind and who mentions it.
func swap[T any](document *T, n T) (undo func(), ok bool) {
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
	back, _ := swap(c, n)
	return func() {
		back()
		for e, old := range was {
			*e = old
		}
	}, true
}
