package guard_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/resolve"
)

// A canary is a text that occurs nowhere else. These tests put one in every text of a book, link and clear it, and look which are left.

var today = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

var (
	textType = reflect.TypeFor[casebook.Text]()
	posType  = reflect.TypeFor[diag.Pos]()
	timeType = reflect.TypeFor[time.Time]()
)

// plant fills every text under v with a canary that names where it stands: <document>:Type.Field. It follows what parse makes; fields that
// link makes are pointers to documents and stay empty.
func plant(v reflect.Value, document, at string) {
	switch {
	case v.Type() == textType:
		v.Set(reflect.ValueOf(casebook.Text{V: canary(document, at)}))
	case v.Type() == posType || v.Type() == timeType || strings.HasPrefix(v.Type().Name(), "Ref["):
	case v.Kind() == reflect.String:
		v.SetString(canary(document, at))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			plant(v.Field(i), document, v.Type().Name()+"."+v.Type().Field(i).Name)
		}
	case v.Kind() == reflect.Slice && !strings.HasSuffix(at, ".Backlinks") && v.Type().Elem().Kind() != reflect.Uint8:
		if elem := v.Type().Elem(); elem.Kind() == reflect.Struct {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			plant(v.Index(0), document, at)
		}
	case v.Kind() == reflect.Pointer && v.Type().Elem().Name() == "Facilitation", v.Kind() == reflect.Pointer && v.Type().Elem().Name() == "Change":
		v.Set(reflect.New(v.Type().Elem()))
		plant(v.Elem(), document, at)
	}
}

func canary(document, at string) string { return "‹" + document + ":" + at + "›" }

// left gives the canaries that can be reached from v in any way, without the signs around them, sorted.
func left(v any) []string {
	found, seen := map[string]bool{}, map[any]bool{}
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			for _, piece := range strings.Split(v.String(), "‹")[1:] {
				name, _, _ := strings.Cut(piece, "›")
				found[name] = true
			}
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Interface()] {
				seen[v.Interface()] = true
				walk(v.Elem())
			}
		case reflect.Slice:
			// Up to the capacity: what was cut off a list must not lie behind its end.
			for i, all := 0, v.Slice(0, v.Cap()); i < all.Len(); i++ {
				walk(all.Index(i))
			}
		case reflect.Struct:
			if v.Type() == timeType {
				return
			}
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(v))
	var names []string
	for name := range found {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func planted[T any](id string, mend func(*T)) *T {
	document := new(T)
	plant(reflect.ValueOf(document).Elem(), id, "")
	d := any(document).(casebook.Document).Document()
	d.ID, d.Pos = id, diag.Pos{File: "content/x/" + id + ".md"}
	d.Body.Parts = []casebook.Part{{HTML: canary(id, "Body.HTML")}, {Link: wiki(id, "open")}}
	mend(document)
	return document
}

func wiki(from, to string) *casebook.Link {
	return &casebook.Link{Wiki: true, Written: to, Text: canary(from, "Link.Text"), Sentence: canary(from, "Link.Sentence")}
}

func ref[T any](id string) casebook.Ref[T] { return casebook.Ref[T]{ID: casebook.Text{V: id}} }

// full is a book with a canary in every text: an open case and a draft, and reflections that show everything, a role, an organisation or
// nothing, that were withdrawn, have run out, or were never consented to.
func full() *casebook.Book {
	book := &casebook.Book{}
	plant(reflect.ValueOf(&book.Site).Elem(), "site", "")
	book.Site.Lang, book.Site.Domains, book.Site.Menu = "nl", nil, nil
	aCase := func(id string, draft bool) *casebook.Case {
		return planted(id, func(c *casebook.Case) {
			event := &casebook.Event{}
			plant(reflect.ValueOf(event).Elem(), id, "")
			event.When = casebook.When{Axis: casebook.AgeAxis, Start: 41, End: 42}
			event.Text.Parts = []casebook.Part{{Link: wiki(id, "over")}}
			event.ID.V = "kaart-" + id
			c.Draft, c.Events, c.Deck = draft, []*casebook.Event{event}, nil
			c.Network = []*casebook.Tie{{Who: casebook.Text{V: canary(id, "Tie.Who")}}}
			c.Themes = []casebook.Ref[casebook.Theme]{ref[casebook.Theme](canary(id, "theme"))}
		})
	}
	book.Cases = []*casebook.Case{aCase("open", false), aCase("draft", true)}
	given := casebook.Consent{Given: casebook.Date{Time: today.AddDate(-1, 0, 0)}}
	withdrawn, past := given, given
	withdrawn.Withdrawn.Time, past.Until.Time = today.AddDate(0, -1, 0), today.AddDate(0, 0, -1)
	for _, who := range []struct {
		id      string
		display casebook.Display
		consent casebook.Consent
	}{
		{"named", casebook.ShowName, given},
		{"role", casebook.ShowRole, given},
		{"employer", casebook.ShowOrganisation, given},
		{"nobody", casebook.ShowAnonymous, given},
		{"withdrawn", casebook.ShowName, withdrawn},
		{"past", casebook.ShowName, past},
		{"unasked", casebook.ShowName, casebook.Consent{}},
	} {
		book.Reflections = append(book.Reflections, planted(who.id, func(r *casebook.Reflection) {
			r.Display, r.Consent, r.AfterRound = who.display, who.consent, 0
			r.Organisation = ref[casebook.Organisation](canary(who.id, "organisation"))
			r.Themes = []casebook.Ref[casebook.Theme]{ref[casebook.Theme](canary(who.id, "theme"))}
			r.Cases = []casebook.Ref[casebook.Case]{ref[casebook.Case]("open"), ref[casebook.Case]("draft")}
			r.TurningCard, r.Session = ref[casebook.Event]("kaart-open"), ref[casebook.Session]("day")
		}))
	}
	book.Sessions = []*casebook.Session{planted("day", func(s *casebook.Session) {
		s.Cases, s.Tallies = []casebook.Ref[casebook.Case]{ref[casebook.Case]("draft"), ref[casebook.Case]("open")}, nil
		for _, r := range book.Reflections {
			s.Order = append(s.Order, ref[casebook.Reflection](r.ID))
		}
	})}
	book.Themes = []*casebook.Theme{planted("theme", func(t *casebook.Theme) { t.SeeAlso = nil })}
	book.Organisations = []*casebook.Organisation{planted("employer-with-file", func(*casebook.Organisation) {})}
	book.Pages = []*casebook.Page{planted("over", func(p *casebook.Page) {
		for _, to := range []string{"draft", "unasked", "organisatie:" + canary("nobody", "organisation"), "organisatie:" + canary("named", "organisation")} {
			p.Body.Parts = append(p.Body.Parts, casebook.Part{Link: &casebook.Link{Wiki: true, Written: to}})
		}
	})}
	return book
}

// cleared gives a book as an edition holds it, and what was in it before it was linked.
func cleared(t *testing.T, edition guard.Edition) (book *casebook.Book, before []string) {
	t.Helper()
	book = full()
	before = left(book)
	resolve.Resolve(book, resolve.Options{Today: today})
	resolve.Order(book)
	c := guard.Check(book, edition, today)
	if c.IsZero() {
		t.Fatal("not cleared")
	}
	return c.Book(), before
}

// withheld names the texts of published documents that must not come out: written down here once more, and not taken from the table in
// the guard, so that neither can change alone.
var withheld = map[guard.Edition][]string{
	guard.Public: {
		"employer:Person.First", "employer:Person.Infix", "employer:Person.Last", "employer:Reflection.Role",
		"nobody:Person.First", "nobody:Person.Infix", "nobody:Person.Last", "nobody:Reflection.Role", "nobody:organisation",
		"open:Case.Names", "open:Case.Traits",
		"open:Facilitation.Debrief", "open:Facilitation.Insights", "open:Facilitation.Outcome", "open:Facilitation.Pitfalls", "open:Facilitation.Rounds",
		"open:Rare.What",
		"role:Person.First", "role:Person.Infix", "role:Person.Last", "role:organisation",
	},
	guard.Facilitator: {
		"employer:Person.First", "employer:Person.Infix", "employer:Person.Last", "employer:Reflection.Role",
		"nobody:Person.First", "nobody:Person.Infix", "nobody:Person.Last", "nobody:Reflection.Role", "nobody:organisation",
		"open:Case.Names", "open:Case.Traits", "open:Rare.What",
		"role:Person.First", "role:Person.Infix", "role:Person.Last", "role:organisation",
	},
}

func TestOnlyWhatMayBeSeenIsLeft(t *testing.T) {
	for edition, secret := range withheld {
		book, before := cleared(t, edition)
		after := left(book)
		var lost []string
		for _, name := range before {
			document, _, _ := strings.Cut(name, ":")
			unpublished := slices.Contains([]string{"draft", "withdrawn", "past", "unasked"}, document)
			out := slices.Contains(after, name)
			if unpublished && out {
				t.Errorf("edition %d: %s comes out, and its document is not published", edition, name)
			}
			if !unpublished && !out {
				lost = append(lost, name)
			}
		}
		if !slices.Equal(lost, secret) {
			t.Errorf("edition %d: withheld\n%s\nwant\n%s", edition, strings.Join(lost, "\n"), strings.Join(secret, "\n"))
		}
	}
}

// The canaries themselves must be there to be missed: every text field of the model, in the open documents.
func TestCanariesAreEverywhere(t *testing.T) {
	planted := strings.Join(left(full()), " ")
	for _, field := range []string{
		"open:Case.Title", "open:Case.Names", "open:Facilitation.Outcome", "open:Round.Questions", "open:Option.Against", "open:Event.KnownBy", "open:Change.From",
		"open:Tie.Who", "open:Prose.Plain", "named:Person.Last", "named:Reflection.PullQuotes", "day:Item.Method", "day:Group.Name", "theme:Theme.Synonyms", "unasked:Reflection.Advice", "site:Site.Roles",
	} {
		if !strings.Contains(planted, field) {
			t.Errorf("no canary in %s", field)
		}
	}
}

func TestListsFollowWhatIsShown(t *testing.T) {
	book, _ := cleared(t, guard.Public)
	var names []string
	for _, o := range book.Organisations {
		names = append(names, fmt.Sprintf("%s: %d", o.ID, len(o.Reflections)))
	}
	want := []string{"employer-organisation: 1", "employer-with-file: 0", "named-organisation: 1"}
	slices.Sort(names)
	if !slices.Equal(names, want) {
		t.Errorf("organisations and their reflections: %q, want %q", names, want)
	}
	for i, o := range book.Organisations {
		if i > 0 && (o.Prev != book.Organisations[i-1] || o.Prev.Next != o) {
			t.Errorf("%s does not follow %s", o.ID, book.Organisations[i-1].ID)
		}
	}
	links := book.Pages[0].Body.Links()
	if links[3].Doc != nil || links[4].Doc == nil {
		t.Errorf("a hidden employer has a link: %+v; a shown one must have: %+v", links[3], links[4])
	}
}

func TestWithoutValidConsentNothingIsCleared(t *testing.T) {
	given, tomorrow := casebook.Date{Time: today}, casebook.Date{Time: today.AddDate(0, 0, 1)}
	yesterday := casebook.Date{Time: today.AddDate(0, 0, -1)}
	for name, c := range map[string]struct {
		consent casebook.Consent
		valid   bool
	}{
		"none":       {casebook.Consent{}, false},
		"withdrawn":  {casebook.Consent{Given: given, Withdrawn: given}, false},
		"ended":      {casebook.Consent{Given: yesterday, Until: yesterday}, false},
		"in future":  {casebook.Consent{Given: tomorrow}, false},
		"from today": {casebook.Consent{Given: given}, true},
		"last day":   {casebook.Consent{Given: yesterday, Until: given}, true},
	} {
		book := &casebook.Book{Reflections: []*casebook.Reflection{{Consent: c.consent}}}
		if cleared := !guard.Check(book, guard.Facilitator, today).IsZero(); cleared != c.valid {
			t.Errorf("%s: cleared %v, want %v", name, cleared, c.valid)
		}
	}
}

// Every field of the model has been decided about, and nothing else stands in the table.
func TestEveryFieldIsDecided(t *testing.T) {
	table := guard.Fields()
	seen := map[string]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		name, _, _ := strings.Cut(typ.Name(), "[")
		if typ.Kind() != reflect.Struct || !strings.HasSuffix(typ.PkgPath(), "/casebook") || seen[typ.Name()] {
			return
		}
		seen[typ.Name()], seen[name] = true, true
		var has []string
		for i := range typ.NumField() {
			has = append(has, typ.Field(i).Name)
			walk(typ.Field(i).Type)
		}
		decided := slices.Sorted(slices.Values(table[name]))
		slices.Sort(has)
		if !slices.Equal(has, decided) {
			t.Errorf("%s has the fields\n%v\nand fields.go decides about\n%v", name, has, decided)
		}
	}
	walk(reflect.TypeFor[casebook.Book]())
	for name := range table {
		if !seen[name] {
			t.Errorf("fields.go knows %s, which the model does not have", name)
		}
	}
}

func TestOrganisationListsOnlyWhoShowsIt(t *testing.T) {
	o := &casebook.Organisation{}
	for _, display := range []casebook.Display{casebook.ShowName, casebook.ShowOrganisation, casebook.ShowRole, casebook.ShowAnonymous} {
		r := &casebook.Reflection{Display: display, Consent: casebook.Consent{Given: casebook.Date{Time: today}}}
		r.Organisation.To = o
		o.Reflections = append(o.Reflections, r)
	}
	all := slices.Clone(o.Reflections)
	guard.Check(&casebook.Book{Organisations: []*casebook.Organisation{o}, Reflections: all}, guard.Facilitator, today)
	if !slices.Equal(o.Reflections, all[:2]) {
		t.Errorf("the organisation lists %d reflections, want the two that show it", len(o.Reflections))
	}
	if all[2].Organisation.To != nil || all[3].Organisation.To != nil || all[1].Organisation.To != o {
		t.Error("a hidden organisation is left, or a shown one gone")
	}
}
