package resolve

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

var today = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// linkSmall is a casebook as parse leaves it: two cases and a draft, a session with two tables, reflections with and without consent.
func linkSmall() *casebook.Book {
	nadira := &casebook.Case{
		Doc: file("casussen", "nadira"), Title: linkWord("Een duurder huis", 2), Themes: linkRefs[casebook.Theme](3, "Eigen regie", "netwerk"),
		Rounds: []casebook.Round{{Choices: words(5, "praten", "wachten")}, {Choices: words(6, "praten", "niets doen")}, {}},
		Events: []*casebook.Event{
			linkEvent("aanmaning", 1, "42 jaar", 20), linkEvent("sloop", 1, "41 jaar", 10), linkEvent("gesprek", 2, "14 maanden na sloop", 30),
		},
		Network:  []*casebook.Tie{{Pos: line(40), Who: linkWord("zus", 40), Round: 2}},
		Dilemmas: []casebook.Dilemma{{Pos: line(45), Question: linkWord("Bellen?", 45), Round: 2}},
	}
	nadira.Events[0].Kind, nadira.Events[0].AnsweredBy = casebook.Signal, linkRef[casebook.Event]("gesprek", 21)
	nadira.Events[1].LeadsTo = linkRefs[casebook.Event](11, "aanmaning")
	nadira.Events[2].Kind = casebook.Contact
	marcel := &casebook.Case{Doc: file("casussen", "marcel"), Title: linkWord("Drie brieven", 2), Themes: linkRefs[casebook.Theme](3, "netwerk")}
	marcel.Events = []*casebook.Event{linkEvent("brief", 0, "2014", 10), linkEvent("sloop", 1, "2013", 20)}
	fenna := &casebook.Case{Doc: file("casussen", "fenna"), Title: linkWord("Fenna", 2), Draft: true, Themes: linkRefs[casebook.Theme](3, "schaamte")}
	fenna.Events = []*casebook.Event{linkEvent("val", 1, "jaar 3", 10)}
	book := &casebook.Book{
		Site:  casebook.Site{Doc: file("", "index"), Title: linkWord("Boek", 2), Lang: "nl", Domains: systems(), Roles: words(8, "corporatie", "huisarts"), Menu: words(9, "over", "Casussen")},
		Cases: []*casebook.Case{nadira, marcel, fenna},
		Sessions: []*casebook.Session{
			{
				Doc: file("sessies", "congres"), Title: linkWord("Congres", 2), Date: linkDay(2025, 5), Cases: linkRefs[casebook.Case](3, "nadira"),
				Groups:    []casebook.Group{{Pos: line(4), Name: linkWord("Tafel 1", 4), Case: linkRef[casebook.Case]("nadira", 4)}, {Pos: line(5), Name: linkWord("Tafel 2", 5), Case: linkRef[casebook.Case]("fenna", 5)}},
				Programme: []casebook.Item{{Pos: line(6), Round: 1}, {Pos: line(7), Round: -1}},
				Tallies: []casebook.Tally{
					{Pos: line(12), Group: linkWord("tafel 1", 12), Round: 1, Counts: []casebook.Count{{Choice: linkWord("Praten", 12), N: 4}}},
					{Pos: line(13), Group: linkWord("Tafel 2", 13), Round: 1},
				},
				Order: linkRefs[casebook.Reflection](14, "bram", "chris"),
			},
			{Doc: file("sessies", "training"), Title: linkWord("Training", 2), Date: linkDay(2024, 5)},
		},
		Pages: []*casebook.Page{{Doc: file("paginas", "over"), Title: linkWord("Over", 2)}},
	}
	book.Reflections = []*casebook.Reflection{
		linkReflection("anna", "Anna", "de", "Veld"), linkReflection("bram", "Bram", "", "Zwart"),
		linkReflection("chris", "Chris", "", "Aal"), linkReflection("dina", "Dina", "van", "Boer"),
	}
	book.Reflections[0].TurningCard = linkRef[casebook.Event]("aanmaning", 8)
	book.Reflections[2].Consent = casebook.Consent{}
	book.Reflections[2].Themes = linkRefs[casebook.Theme](3, "geheim")
	book.Reflections[2].Organisation = linkRef[casebook.Organisation]("Huis en Haard", 9)
	return book
}

func systems() []casebook.Domain {
	var domains []casebook.Domain
	for i, name := range []string{"wonen", "zorg", "werk", "onderwijs", "sociale zekerheid", "pensioen"} {
		domains = append(domains, casebook.Domain{ID: casebook.Slug(name), Name: linkWord(name, 7), N: i + 1})
	}
	return domains
}

func linkReflection(id, first, infix, last string) *casebook.Reflection {
	return &casebook.Reflection{
		Doc: file("reflecties", id), Headline: linkWord("Kop van "+id, 2), Display: casebook.ShowName,
		Participant: casebook.Person{First: linkWord(first, 3), Infix: linkWord(infix, 3), Last: linkWord(last, 3)},
		Consent:     casebook.Consent{Given: linkDay(2025, 6)},
		Session:     linkRef[casebook.Session]("congres", 4), Cases: linkRefs[casebook.Case](5, "nadira"),
		Themes: linkRefs[casebook.Theme](6, "eigen-regie"), Organisation: linkRef[casebook.Organisation]("Woonstad", 7),
	}
}

func linkEvent(id string, round int, when string, at int32) *casebook.Event {
	w, err := casebook.ParseWhen(when)
	if err != nil {
		panic(err)
	}
	w.Pos = line(at + 1)
	w.OffsetFrom.Pos = line(at + 1)
	return &casebook.Event{Pos: line(at), ID: linkWord(id, at), Round: round, RoundAt: line(at), When: w, Title: linkWord("Titel van "+id, at)}
}

// Places in these books: the line that is given, column 1; file puts in the file.
func line(n int32) diag.Pos                     { return diag.Pos{Line: n, Col: 1} }
func linkWord(v string, at int32) casebook.Text { return casebook.Text{V: v, Pos: line(at)} }
func linkDay(year int, month time.Month) casebook.Date {
	return casebook.Date{Time: time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)}
}

func words(at int32, all ...string) []casebook.Text {
	var texts []casebook.Text
	for _, v := range all {
		texts = append(texts, linkWord(v, at))
	}
	return texts
}

func linkRef[T any](id string, at int32) casebook.Ref[T] {
	return casebook.Ref[T]{ID: linkWord(id, at)}
}

func linkRefs[T any](at int32, ids ...string) []casebook.Ref[T] {
	var all []casebook.Ref[T]
	for _, id := range ids {
		all = append(all, linkRef[T](id, at))
	}
	return all
}

func file(folder, id string) casebook.Doc {
	path := strings.ReplaceAll("content/"+folder+"/"+id+".md", "//", "/")
	return casebook.Doc{ID: id, Pos: diag.Pos{File: path}}
}

// linkProse is text with links: "[[x]]", "[[x|words]]" or "words](x.md)", and everything else as HTML.
func linkProse(at int32, parts ...string) casebook.Prose {
	p := casebook.Prose{Pos: line(at)}
	for _, part := range parts {
		if inner, ok := strings.CutPrefix(part, "[["); ok {
			target, words, _ := strings.Cut(strings.TrimSuffix(inner, "]]"), "|")
			p.Parts = append(p.Parts, casebook.Part{Link: &casebook.Link{Pos: line(at), Wiki: true, Written: target, Text: words, Sentence: "Zin met " + target + "."}})
		} else if words, target, ok := strings.Cut(part, "]("); ok {
			target = strings.TrimSuffix(target, ")")
			p.Parts = append(p.Parts, casebook.Part{Link: &casebook.Link{Pos: line(at), Written: target, Text: words, Sentence: "Zin met " + target + "."}})
		} else {
			p.Parts = append(p.Parts, casebook.Part{HTML: part})
		}
	}
	return p
}

// told prints problems one per line: place, rule and variant, and the values of the message.
func told(list diag.List) []string {
	var lines []string
	for _, p := range list {
		s := fmt.Sprintf("%d %s", p.Pos.Line, p.Rule)
		if p.Variant != "" {
			s += "." + p.Variant
		}
		for _, a := range p.Args {
			s += fmt.Sprintf(" %s=%s", a.Name, a.Value)
		}
		lines = append(lines, s)
	}
	return lines
}

func resolve(t *testing.T, book *casebook.Book) []string {
	t.Helper()
	return told(Resolve(book, Options{Today: today}))
}

func linkCaseOf(book *casebook.Book, id string) *casebook.Case {
	for _, c := range book.Cases {
		if c.ID == id {
			return c
		}
	}
	return nil
}

func linkReflectionOf(book *casebook.Book, id string) *casebook.Reflection {
	for _, r := range book.Reflections {
		if r.ID == id {
			return r
		}
	}
	return nil
}

func linkIdsOf[T any](documents []*T) string {
	var ids []string
	for _, d := range documents {
		ids = append(ids, docOf(d).ID)
	}
	return strings.Join(ids, " ")
}

func linkIds(events []*casebook.Event) string {
	var all []string
	for _, e := range events {
		all = append(all, e.ID.V)
	}
	return strings.Join(all, " ")
}
