package resolve

import (
	"strings"
	"time"

	"casusboek/generator/casebook"
)

// arrangeSmall is a casebook as link leaves it: two cases, two sessions, three reflections on the first case, listed by id.
func arrangeSmall() *casebook.Book {
	regie := &casebook.Theme{Doc: doc("eigen-regie"), Title: arrangeWord("Eigen regie")}
	netwerk := &casebook.Theme{Doc: doc("netwerk"), Title: arrangeWord("netwerk")}
	woonstad := &casebook.Organisation{Doc: doc("woonstad"), Title: arrangeWord("Woonstad")}
	marcel := aCase("marcel", "Drie brieven", arrangeEvent("brief", 0, "2014"), arrangeEvent("sloop", 1, "2013"))
	marcel.Themes = arrangeRefs(netwerk)
	nadira := aCase("nadira", "Een duurder huis", arrangeEvent("aanmaning", 1, "42 jaar"), arrangeEvent("sloop", 1, "41 jaar"), arrangeEvent("gesprek", 2, "43 jaar"))
	nadira.Themes = arrangeRefs(regie, netwerk)
	aanmaning, sloop, gesprek := nadira.Events[0], nadira.Events[1], nadira.Events[2]
	sloop.LeadsTo, aanmaning.AnsweredBy = arrangeRefs(aanmaning), arrangeRef(gesprek)
	congres := &casebook.Session{Doc: doc("congres"), Title: arrangeWord("Congres"), Date: arrangeDay(2025, 5), Cases: arrangeRefs(nadira), OrganisedBy: woonstad}
	training := &casebook.Session{Doc: doc("training"), Title: arrangeWord("Training"), Date: arrangeDay(2024, 5)}
	book := &casebook.Book{
		Site:          casebook.Site{Doc: doc("index"), Title: arrangeWord("Boek")},
		Cases:         []*casebook.Case{marcel, nadira},
		Sessions:      []*casebook.Session{congres, training},
		Themes:        []*casebook.Theme{regie, netwerk},
		Organisations: []*casebook.Organisation{woonstad},
		Pages:         []*casebook.Page{{Doc: doc("over"), Title: arrangeWord("Over")}},
	}
	for _, who := range []casebook.Person{person("Anna", "de", "Veld"), person("Bram", "", "Zwart"), person("Dina", "van", "Boer")} {
		r := arrangeReflection(who)
		r.Session, r.Cases, r.Themes, r.Organisation = arrangeRef(congres), arrangeRefs(nadira), arrangeRefs(regie), arrangeRef(woonstad)
		book.Reflections = append(book.Reflections, r)
	}
	book.Reflections[0].TurningCard = arrangeRef(aanmaning)
	congres.Order = arrangeRefs(book.Reflections[1])
	return book
}

func doc(id string) casebook.Doc              { return casebook.Doc{ID: id} }
func arrangeWord(v string) casebook.Text      { return casebook.Text{V: v} }
func arrangeRef[T any](to *T) casebook.Ref[T] { return casebook.Ref[T]{To: to} }
func arrangeDay(year int, month time.Month) casebook.Date {
	return casebook.Date{Time: time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)}
}

func arrangeRefs[T any](targets ...*T) []casebook.Ref[T] {
	var all []casebook.Ref[T]
	for _, to := range targets {
		all = append(all, arrangeRef(to))
	}
	return all
}

func person(first, infix, last string) casebook.Person {
	return casebook.Person{First: arrangeWord(first), Infix: arrangeWord(infix), Last: arrangeWord(last)}
}

// arrangeReflection is one by a named person, with the first name as its id.
func arrangeReflection(who casebook.Person) *casebook.Reflection {
	id := casebook.Slug(who.First.V)
	return &casebook.Reflection{Doc: doc(id), Headline: arrangeWord("Kop van " + id), Display: casebook.ShowName, Participant: who}
}

func aCase(id, title string, events ...*casebook.Event) *casebook.Case {
	c := &casebook.Case{Doc: doc(id), Title: arrangeWord(title), Events: events}
	for _, e := range events {
		e.Case = c
	}
	return c
}

// arrangeEvent happens at a time, or at one that link could not find out when that is empty.
func arrangeEvent(id string, round int, when string) *casebook.Event {
	e := &casebook.Event{ID: arrangeWord(id), Round: round, Title: arrangeWord("Titel van " + id)}
	if when != "" {
		var err error
		if e.When, err = casebook.ParseWhen(when); err != nil {
			panic(err)
		}
	}
	return e
}

// arrangeProse mentions documents, each in a sentence of its own.
func arrangeProse(mentioned ...casebook.Document) casebook.Prose {
	var p casebook.Prose
	for _, document := range mentioned {
		d := document.Document()
		p.Parts = append(p.Parts, casebook.Part{HTML: "<p>"}, casebook.Part{Link: &casebook.Link{Doc: d, Sentence: "Zin met " + d.ID + "."}})
	}
	return p
}

func arrangeCaseOf(book *casebook.Book, id string) *casebook.Case { return find(book.Cases, id) }

func arrangeReflectionOf(book *casebook.Book, id string) *casebook.Reflection {
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

func arrangeIdsOf[D casebook.Document](documents []D) string {
	var ids []string
	for _, d := range documents {
		ids = append(ids, d.Document().ID)
	}
	return strings.Join(ids, " ")
}

func arrangeIds(events []*casebook.Event) string {
	var all []string
	for _, e := range events {
		all = append(all, e.ID.V)
	}
	return strings.Join(all, " ")
}
