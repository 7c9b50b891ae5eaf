// Package importing makes content files of spreadsheets: of the answers to a form reflections, of a list of events a case.
//
//	found := importing.MatchColumns(table, importing.ReflectionFields)
//	result := importing.Reflections(found, importing.Options{Words: words, Keys: "nl", Today: today, Ledger: ledger})
//
// Promised of reflections:
//
//   - Consent is what a row says in so many words, on a day that it tells. Otherwise the file has none, and what has none is published nowhere.
//   - A file holds no more of who said something than that person wants to have shown, and without consent nothing.
//   - What was said stands in the file to the letter, as text in which no sign does anything.
//   - A row that was imported is not imported again, whatever became of its file.
//
// Nothing is written here: cli does that. Nothing of an answer is in the Result but in its files; rows are named by their numbers.
package importing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/casebook"
	"casusboek/generator/lang"
	"casusboek/generator/read/parse"
)

// Options say how files are made.
type Options struct {
	Words *lang.Catalogue // of what is explained in them
	Keys  string          // nl or en: the names of fields
	Today time.Time       // consent of a later day is none

	// Of reflections alone.
	Date            time.Time // of consent, for rows that tell no day; zero: there is none
	Session         string    // the id of the session of all rows; empty: what each row says
	Sessions, Cases Titles    // what answers can name
	Ledger          Ledger    // of earlier imports
	Number          int       // of the first file
}

// Titles finds ids by them or by titles, both as slugs.
type Titles map[string]string

// Add notes a document.
func (t Titles) Add(id, title string) {
	if slug := casebook.Slug(title); slug != "" && t[slug] == "" {
		t[slug] = id
	}
	t[id] = id
}

// Result is what became of the rows of a sheet.
type Result struct {
	Files  []skeleton.File // each by its name in the folder of its kind
	Ledger Ledger          // of this import and those before it
	Before int             // rows that were imported before

	Consented int // files with consent

	// The numbers of rows that became files, but not as much as could be.
	Unconsented []int // say no yes
	Undated     []int // say yes on no day that could be told, and so are without consent too
	Unclear     []int // want to be shown in a way that was not understood: anonymous
	NoSession   []int // name a session that is not there
	NoCase      []int // name a case that is not there

	Empty []int // the numbers of rows that say nothing, and became no file
}

// Spoken are the fields of what somebody said.
var Spoken = []string{"text", "first_impression", "later_judgement", "advice"}

// maker makes the files of one sheet.
type maker struct {
	Options
	found Mapping
	days  order
	known map[string]bool
	twins map[string]int // how often a row of these words came along
	out   Result
}

// Reflections makes a file of each row that says something and was not imported before.
func Reflections(found Mapping, o Options) Result {
	m := &maker{Options: o, found: found, known: map[string]bool{}, twins: map[string]int{}, out: Result{Ledger: o.Ledger}}
	m.out.Ledger.Marks = slices.Clone(o.Ledger.Marks)
	for _, mark := range o.Ledger.Marks {
		m.known[mark] = true
	}
	var times []string
	for _, row := range found.Rows {
		times = append(times, found.Value(row, "time"))
	}
	m.days = orderOf(times)
	for _, row := range found.Rows {
		m.row(row)
	}
	return m.out
}

// row makes the file of a row.
func (m *maker) row(row Row) {
	said := ""
	for _, id := range Spoken {
		said += m.found.Value(row, id)
	}
	if said == "" {
		m.out.Empty = append(m.out.Empty, row.Number)
		return
	}
	mark := m.mark(row)
	if m.known[mark] {
		m.out.Before++
		return
	}
	name := "reflectie-"
	if m.Keys == "en" {
		name = "reflection-"
	}
	m.out.Ledger.Last = m.Number + len(m.out.Files)
	m.out.Ledger.Marks = append(m.out.Ledger.Marks, mark)
	name += strconv.Itoa(m.out.Ledger.Last) + ".md"
	m.out.Files = append(m.out.Files, skeleton.File{Path: name, Text: m.reflection(row, mark)})
}

// mark is that of a row: over its day and what was said, so that a column that is added later changes nothing. Of two rows that say the same the second is another.
func (m *maker) mark(row Row) string {
	when := m.found.Value(row, "time")
	if day, ok := m.days.day(when); ok {
		when = day.Format(time.DateOnly)
	}
	said := []string{when}
	for _, id := range Spoken {
		said = append(said, strings.Join(strings.Fields(m.found.Value(row, id)), " "))
	}
	all := strings.Join(said, "\x00")
	m.twins[all]++
	return mark(m.Ledger.Key, append(said, strconv.Itoa(m.twins[all]))...)
}

// consent is the day on which a row consents, and whether only without a name.
func (m *maker) consent(row Row) (day time.Time, anonymous bool) {
	yes, anonymous := consents(m.found.Value(row, "consent"))
	if !yes {
		m.out.Unconsented = append(m.out.Unconsented, row.Number)
		return time.Time{}, true
	}
	day, ok := m.days.day(m.found.Value(row, "time"))
	if !ok {
		day = m.Date
	}
	if day.IsZero() || day.After(m.Today) {
		m.out.Undated = append(m.out.Undated, row.Number)
		return time.Time{}, true
	}
	m.out.Consented++
	return day, anonymous
}

// reflection is the text of a file.
func (m *maker) reflection(row Row, mark string) string {
	value := func(id string) string { return m.found.Value(row, id) }
	given, anonymous := m.consent(row)
	show, ok := display(value("display"))
	if !ok {
		m.out.Unclear = append(m.out.Unclear, row.Number)
	}
	if anonymous {
		show = casebook.ShowAnonymous
	}
	w := writer{fields: parse.Fields()[casebook.KindReflection].Fields, english: m.Keys == "en"}
	w.line("---")
	w.line("# import: " + mark + " " + m.Words.T("author.import.mark"))
	w.text("headline", m.headline(row))
	m.who(&w, row, show)
	if !given.IsZero() {
		w.bare("consent", "{"+w.in(parse.Names{NL: "gegeven", EN: "given"})+": "+given.Format(time.DateOnly)+"}")
	}
	m.references(&w, row)
	for _, id := range []string{"first_impression", "later_judgement", "advice"} {
		w.text(id, value(id))
	}
	w.line("---")
	if body := markdown(value("text")); body != "" {
		w.line("")
		w.line(body)
	}
	return w.b.String()
}

// headline is the one that a row has, or what was said first.
func (m *maker) headline(row Row) string {
	if text := m.found.Value(row, "headline"); text != "" {
		return text
	}
	for _, id := range Spoken {
		if text := m.found.Value(row, id); text != "" {
			return headline(text)
		}
	}
	return ""
}

// names are how a person can be shown.
var names = map[casebook.Display]parse.Names{
	casebook.ShowName:         {NL: "naam", EN: "name"},
	casebook.ShowRole:         {NL: "functie", EN: "role"},
	casebook.ShowOrganisation: {NL: "organisatie", EN: "organisation"},
}

// who writes what a person wants to have shown, and nothing else.
func (m *maker) who(w *writer, row Row, show casebook.Display) {
	value := func(id string) string { return m.found.Value(row, id) }
	if show == casebook.ShowName {
		whole, first, last := value("participant"), value("first_name"), value("last_name")
		switch {
		case slices.Contains(unnamed, casebook.Slug(whole)): // forms write that where a name could stand
		case last != "":
			w.person(first, value("infix"), last)
		case whole != "":
			w.text("participant", whole)
		default:
			w.text("participant", first)
		}
	}
	if show == casebook.ShowName || show == casebook.ShowRole {
		w.text("role", value("role"))
	}
	if show == casebook.ShowName || show == casebook.ShowOrganisation {
		if name := value("organisation"); casebook.Slug(name) != "" { // dashes in a cell are no name
			w.text("organisation", name)
		}
	}
	if show != casebook.ShowAnonymous {
		w.bare("display", w.in(names[show]))
	}
}

// references writes the session, the cases and the themes of a row.
func (m *maker) references(w *writer, row Row) {
	session, missing := m.Sessions.find([]string{m.found.Value(row, "session")})
	switch {
	case m.Session != "":
		w.bare("session", m.Session)
	case missing:
		m.out.NoSession = append(m.out.NoSession, row.Number)
	case len(session) > 0:
		w.bare("session", session[0])
	}
	cases, missing := m.Cases.find(listed(m.found.Value(row, "cases")))
	if missing {
		m.out.NoCase = append(m.out.NoCase, row.Number)
	}
	w.list("cases", cases)
	w.list("themes", listed(m.found.Value(row, "themes")))
}

// find gives the ids of what is named, and whether anything is not there.
func (t Titles) find(names []string) (ids []string, missing bool) {
	for _, name := range names {
		slug := casebook.Slug(name)
		switch id, ok := t[slug]; {
		case ok:
			ids = append(ids, id)
		case slug != "":
			missing = true
		}
	}
	return ids, missing
}

// listed takes a list apart, as people and forms write one.
func listed(text string) []string {
	var all []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
