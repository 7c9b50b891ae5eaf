package guard

import (
	"html"
	"reflect"
	"strings"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Withheld is a text that must not come out in an edition.
type Withheld struct {
	Text string
	Pos  diag.Pos // where it was written

	// Revoked says that it may not come out through somebody else's text either: what a participant said without valid consent. Of other texts an
	// author may have said the same elsewhere, for everybody.
	Revoked bool
	Name    bool // of a person or organisation: a secret however short it is, when it has two words
}

// Texts gives the texts of a book that must not come out in an edition, and those that may, as they were parsed: before link and Check take out what is not to
// be published. Package guard/finished looks for the first in what was made. It decides by itself, from the table of fields, drafts, consents and what
// participants want to show, so that a fault in what takes things out does not hide itself here.
func Texts(book *casebook.Book, edition Edition, drafts bool, today time.Time) (withheld []Withheld, open []string) {
	t := &texts{edition: edition, seen: map[any]bool{}}
	for _, d := range book.Site.Domains {
		t.open = append(t.open, d.ID)
	}
	for document := range book.Documents() {
		t.closed, t.revoked = false, false
		switch d := document.(type) {
		case *casebook.Case:
			t.closed = d.Draft && !drafts
		case *casebook.Reflection:
			t.closed = !d.Consent.Valid(today)
			t.revoked = t.closed
			t.shown(d)
		}
		t.add(document.Document().ID, document.Document().Pos) // its address
		t.walk(reflect.ValueOf(document))
	}
	return t.withheld, t.open
}

// texts gathers the texts of one document after another.
type texts struct {
	edition         Edition
	closed, revoked bool // of what is walked
	withheld        []Withheld
	open            []string
	seen            map[any]bool
}

func (t *texts) add(text string, pos diag.Pos) {
	switch {
	case strings.TrimSpace(text) == "":
	case t.closed:
		t.withheld = append(t.withheld, Withheld{Text: text, Pos: pos, Revoked: t.revoked})
	default:
		t.open = append(t.open, text)
	}
}

// shown gathers who a participant is, which the table of fields leaves to what he or she wants to show.
func (t *texts) shown(r *casebook.Reflection) {
	all := *t
	name := r.Participant.First.Pos
	if r.Participant.First.IsZero() {
		name = r.Participant.Last.Pos
	}
	for _, part := range []struct {
		text  string
		pos   diag.Pos
		name  bool
		shown bool
	}{
		{r.Participant.Name(), name, true, r.Display == casebook.ShowName},
		{r.Role.V, r.Role.Pos, false, r.Display == casebook.ShowName || r.Display == casebook.ShowRole},
		{r.Organisation.ID.V, r.Organisation.ID.Pos, true, r.Display == casebook.ShowName || r.Display == casebook.ShowOrganisation},
	} {
		t.closed = all.closed || !part.shown
		before := len(t.withheld)
		t.add(part.text, part.pos)
		for i := range t.withheld[before:] {
			t.withheld[before+i].Name = part.name
		}
	}
	t.closed = all.closed
}

var reflectionType = reflect.TypeFor[casebook.Reflection]()

func (t *texts) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !t.seen[v.Interface()] {
			t.seen[v.Interface()] = true
			t.walk(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			t.walk(v.Index(i))
		}
	case reflect.Struct:
		switch value := v.Interface().(type) {
		case casebook.Text:
			t.add(value.V, value.Pos)
		case casebook.Prose:
			t.prose(value)
		default:
			t.fields(v)
		}
	}
}

// prose adds a text and what its pictures are said to show. A link is shown by what it leads to and by where it stands, so a text with links is taken in the
// pieces between them.
func (t *texts) prose(p casebook.Prose) {
	whole := true
	for _, part := range p.Parts {
		if part.Link != nil {
			whole = false
			t.add(part.Link.Outside, part.Link.Pos)
			t.add(wordsIn(part.Link.Text), part.Link.Pos)
		}
		if part.Image != nil {
			t.add(part.Image.Alt, part.Image.Pos)
		}
	}
	if whole {
		t.add(p.Plain, p.Pos)
		return
	}
	if !t.closed {
		t.open = append(t.open, p.Plain)
	}
	for _, part := range p.Parts {
		t.add(wordsIn(part.HTML), p.Pos)
	}
}

// wordsIn gives what is read of a piece of prose, which package markdown has made: well formed, and with emphasis as the only tags that may stand inside a word.
func wordsIn(markup string) string {
	var b strings.Builder
	for markup != "" {
		text, rest, _ := strings.Cut(markup, "<")
		tag, after, _ := strings.Cut(rest, ">")
		b.WriteString(text)
		switch strings.TrimPrefix(tag, "/") {
		case "em", "strong", "code", "del", "sup", "":
		default:
			b.WriteByte(' ')
		}
		markup = after
	}
	return html.UnescapeString(b.String())
}

// fields walks what a struct holds. A field that the edition may not hold closes all that is in it.
func (t *texts) fields(v reflect.Value) {
	typ, outer := v.Type(), t.closed
	for i := range typ.NumField() {
		field := typ.Field(i)
		inner := owned(typ, field.Type)
		if inner == nil || typ == reflectionType && (field.Name == "Participant" || field.Name == "Role" || field.Name == "Organisation") {
			continue
		}
		t.closed = outer || !open(typ, field.Name, t.edition)
		t.walk(v.Field(i))
	}
	t.closed = outer
}
