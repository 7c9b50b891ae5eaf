package arrange

import (
	"strings"
	"time"

	"casusboek/generator/casebook"
)

// small is a casebook as link leaves it: two cases, two sessions, three reflections on the first case, listed by id.
func small() *casebook.Book {
	regie := &casebook.Theme{Doc: doc("eigen-regie"), Title: word("Eigen regie")}
	netwerk := &casebook.Theme{Doc: doc("netwerk"), Title: word("netwerk")}
	woonstad := &casebook.Organisation{Doc: doc("woonstad"), Title: word("Woonstad")}
	marcel := aCase("marcel", "Drie brieven", event("brief", 0, "2014"), event("sloop", 1, "2013"))
	marcel.Themes = refs(netwerk)
	nadira := aCase("nadira", "Een duurder huis", event("aanmaning", 1, "42 jaar"), event("sloop", 1, "41 jaar"), event("gesprek", 2, "43 jaar"))
	nadira.Themes = refs(regie, netwerk)
	aanmaning, sloop, gesprek := nadira.Events[0], nadira.Events[1], nadira.Events[2]
	sloop.LeadsTo, aanmaning.AnsweredBy = refs(aanmaning), ref(gesprek)
	congres := &casebook.Session{Doc: doc("congres"), Title: word("Congres"), Date: day(2025, 5), Cases: refs(nadira), OrganisedBy: woonstad}
	training := &casebook.Session{Doc: doc("training"), Title: word("Training"), Date: day(2024, 5)}
	book := &casebook.Book{
		Site:          casebook.Site{Doc: doc("index"), Title: word("Boek")},
		Cases:         []*casebook.Case{marcel, nadira},
		Sessions:      []*casebook.Session{congres, training},
		Themes:        []*casebook.Theme{regie, netwerk},
		Organisations: []*casebook.Organisation{woonstad},
		Pages:         []*casebook.Page{{Doc: doc("over"), Title: word("Over")}},
	}
	for _, who := range []casebook.Person{person("Anna", "de", "Veld"), person("Bram", "", "Zwart"), person("Dina", "van", "Boer")} {
		r := reflection(who)
		r.Session, r.Cases, r.Themes, r.Organisation = ref(congres), refs(nadira), refs(regie), ref(woonstad)
		book.Reflections = append(book.Reflections, r)
	}
	book.Reflections[0].TurningCard = ref(aanmaning)
	congres.Order = refs(book.Reflections[1])
	return book
}

func doc(id string) casebook.Doc       { return casebook.Doc{ID: id} }
func word(v string) casebook.Text      { return casebook.Text{V: v} }
func ref[T any](to *T) casebook.Ref[T] { return casebook.Ref[T]{To: to} }
func day(year int, month time.Month) casebook.Date {
	return casebook.Date{Time: time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)}
}

func refs[T any](targets ...*T) []casebook.Ref[T] {
	var all []casebook.Ref[T]
	for _, to := range targets {
		all = append(all, ref(to))
	}
	return all
}

func person(first, infix, last string) casebook.Person {
	return casebook.Person{First: word(first), Infix: word(infix), Last: word(last)}
}

// reflection is one by a named person, with the first name as its id.
func reflection(who casebook.Person) *casebook.Reflection {
	id := casebook.Slug(who.First.V)
	return &casebook.Reflection{Doc: doc(id), Headline: word("Kop van " + id), Display: casebook.ShowName, Participant: who}
}

func aCase(id, title string, events ...*casebook.Event) *casebook.Case {
	c := &casebook.Case{Doc: doc(id), Title: word(title), Events: events}
	for _, e := range events {
		e.Case = c
	}
	return c
}

// event happens at a time, or at one that link could not find out when that is empty.
func event(id string, round int, when string) *casebook.Event {
	e := &casebook.Event{ID: word(id), Round: round, Title: word("Titel van " + id)}
	if when != "" {
		var err error
		if e.When, err = casebook.ParseWhen(when); err != nil {
			panic(err)
		}
	}
	return e
}

// prose mentions documents, each in a sentence of its own.
func prose(mentioned ...casebook.Document) casebook.Prose {
	var p casebook.Prose
	for _, document := range mentioned {
		d := document.Document()
		p.Parts = append(p.Parts, casebook.Part{HTML: "<p>"}, casebook.Part{Link: &casebook.Link{Doc: d, Sentence: "Zin met " + d.ID + "."}})
	}
	return p
}

func caseOf(book *casebook.Book, id string) *casebook.Case { return find(book.Cases, id) }

func reflectionOf(book *casebook.Book, id string) *casebook.Reflection {
	return find(book.Reflections, id)
}

func find[D casebook.Document](documents []D, id string) D {
	for _, d := range documents {
		if d.Document().ID == id {
			return d
		}
	}
	panic("no " + id)
}

func idsOf[D casebook.Document](documents []D) string {
	var ids []string
	for _, d := range documents {
		ids = append(ids, d.Document().ID)
	}
	return strings.Join(ids, " ")
}

func ids(events []*casebook.Event) string {
	var all []string
	for _, e := range events {
		all = append(all, e.ID.V)
	}
	return strings.Join(all, " ")
}
