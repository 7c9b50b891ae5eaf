package importing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/read/parse"
)

// Wanted are the fields that a sheet of events must have columns for.
var Wanted = []string{"title", "round", "when"}

// mostRounds is how many rounds a case can have.
const mostRounds = 20

// Case makes the file of a case, a draft, of a sheet with a row for each event. Each event gets an id, by which the others can lead to it, whether they name it by its title or its id. Texts are taken as
// plain text, and values as they stand: what is none, check tells, with its place in the file.
func Case(found Mapping, title string, o Options) string {
	m := &caseMaker{Options: o, found: found, ids: map[string]string{}}
	m.name()
	top := writer{fields: parse.Fields()[casebook.KindCase].Fields, english: o.Keys == "en"}
	top.line("---")
	top.text("title", title)
	m.rounds(&top)
	top.line(top.in(top.field("events").Names) + ":")
	m.w = writer{fields: top.field("events").Type.Block.Fields, english: top.english, indent: "    "}
	for i, row := range found.Rows {
		m.event(row, m.own[i])
	}
	top.b.WriteString(m.w.b.String())
	top.bare("draft", top.in(parse.Names{NL: "ja", EN: "yes"}))
	top.line("---")
	return top.b.String()
}

type caseMaker struct {
	Options
	found Mapping
	own   []string          // the id of each row
	ids   map[string]string // of what a row may call another
	w     writer
}

// name gives each event an id of its own: the one it has, else its title, with a number when another has it.
func (m *caseMaker) name() {
	for _, row := range m.found.Rows {
		title := casebook.Slug(m.found.Value(row, "title"))
		id := casebook.Slug(m.found.Value(row, "id"))
		if id == "" {
			id = title
		}
		if id == "" {
			id = casebook.Slug(m.Words.T("author.import.event"))
		}
		first := id
		for n := 2; slices.Contains(m.own, id); n++ {
			id = first + "-" + strconv.Itoa(n)
		}
		m.own = append(m.own, id)
		m.ids[id] = id
		if _, taken := m.ids[title]; !taken && title != "" {
			m.ids[title] = id
		}
	}
}

var roundNumber = regexp.MustCompile(`^(?i:ronde|round)?\s*(\d{1,3})(?:\.0+)?$`)

// round is the number of the round that a cell tells, as it stands when it tells none.
func round(text string) (number int, written string, ok bool) {
	found := roundNumber.FindStringSubmatch(text)
	if found == nil {
		return 0, text, false
	}
	number, err := strconv.Atoi(found[1])
	return number, strconv.Itoa(number), err == nil
}

// rounds writes the rounds up to the last that an event names, for the author to give names.
func (m *caseMaker) rounds(w *writer) {
	last := -1
	for _, row := range m.found.Rows {
		if n, _, ok := round(m.found.Value(row, "round")); ok {
			last = max(last, n)
		}
	}
	if last < 0 || last >= mostRounds {
		return
	}
	f := w.field("rounds")
	w.line(w.in(f.Names) + ":")
	inner := writer{fields: f.Type.Block.Fields, english: w.english, indent: "  - "}
	for n := range last + 1 {
		name := m.Words.T("author.import.round", "n", strconv.Itoa(n))
		if n == 0 {
			name = m.Words.T("author.import.first")
		}
		inner.text("name", name)
	}
	w.b.WriteString(inner.b.String())
}

// event writes one event.
func (m *caseMaker) event(row Row, id string) {
	value := func(id string) string { return m.found.Value(row, id) }
	m.w.indent = "  - "
	m.w.text("id", id)
	m.w.indent = "    "
	_, number, _ := round(value("round"))
	m.w.text("round", number)
	m.w.text("when", value("when"))
	m.w.text("title", value("title"))
	m.w.choice("kind", value("kind"))
	m.w.list("domain", slugs(value("domain")))
	m.w.block("text", markdown(value("text")))
	m.w.choice("source", value("source"))
	m.w.list("known_by", listed(value("known_by")))
	m.w.list("leads_to", m.leads(value("leads_to")))
	if to, ok := m.ids[casebook.Slug(value("picked_up"))]; ok {
		m.w.text("picked_up", to)
	} else {
		m.w.choice("picked_up", value("picked_up"))
	}
	m.w.choice("held", value("held"))
}

// leads are the ids of events that are named; one that is not there stands as its slug, for check to tell of.
func (m *caseMaker) leads(text string) []string {
	if id, ok := m.ids[casebook.Slug(text)]; ok { // a title may have a comma
		return []string{id}
	}
	all := slugs(text)
	for i, slug := range all {
		if id, ok := m.ids[slug]; ok {
			all[i] = id
		}
	}
	return all
}

func slugs(text string) []string {
	var all []string
	for _, part := range listed(text) {
		if slug := casebook.Slug(strings.TrimSpace(part)); slug != "" {
			all = append(all, slug)
		}
	}
	return all
}
