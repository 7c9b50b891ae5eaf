package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
)

// filter is a list that a reader narrows down (_filter.html). Each of its items has what it can be chosen by as data attributes of
// the menus' names, several values apart by spaces.
type filter struct {
	Of    string // the items, as a selector of CSS
	Menus []menu
	Some  string // "{n} van de 5 casussen": how many are left
	None  string
}

// menu is one thing to choose by.
type menu struct {
	Name, Label string
	Choices     []choice
}

// choice is one entry of a menu.
type choice struct{ ID, Name string }

// add adds a menu, unless there is nothing to choose.
func (f *filter) add(name, label string, choices []choice) {
	if len(choices) > 1 {
		f.Menus = append(f.Menus, menu{name, label, choices})
	}
}

// caseFilter chooses among cases: by theme, domain, duration, number of rounds and origin.
func (p maker) caseFilter(cases []*casebook.Case) *filter {
	f := &filter{Of: ".contents > li", Some: p.T("page.filter.cases", "n", "{n}", "total", len(cases)), None: p.T("page.cases.none")}
	var themes, domains, minutes, rounds, origins []choice
	for _, t := range p.Book.Themes {
		if len(t.Cases) > 0 {
			themes = append(themes, choice{t.ID, t.Title.V})
		}
	}
	for _, d := range p.Book.Site.Domains {
		if slices.ContainsFunc(cases, func(c *casebook.Case) bool { return slices.Contains(domainIDs(c), d.ID) }) {
			domains = append(domains, choice{d.ID, d.Name.V})
		}
	}
	for _, id := range durations {
		if slices.ContainsFunc(cases, func(c *casebook.Case) bool { return duration(c) == id }) {
			minutes = append(minutes, choice{id, p.T("page.filter.duration." + id)})
		}
	}
	for _, c := range slices.SortedFunc(slices.Values(cases), func(a, b *casebook.Case) int { return cmp.Compare(len(a.Rounds), len(b.Rounds)) }) {
		rounds = append(rounds, choice{strconv.Itoa(len(c.Rounds)), p.N("page.count.rounds", len(c.Rounds))})
		if c.Origin != casebook.OriginUnknown {
			origins = append(origins, choice{c.Origin.String(), p.T("origin." + c.Origin.String())})
		}
	}
	f.add("themes", p.T("page.cases.theme"), themes)
	f.add("domains", p.T("page.cases.domain"), domains)
	f.add("minutes", p.T("page.filter.minutes"), minutes)
	f.add("rounds", p.T("page.filter.rounds"), slices.Compact(rounds))
	f.add("origin", p.T("page.filter.origin"), once(origins))
	return f
}

// durations are the lengths of cases to choose from, by their longest in minutes.
var durations = []string{"30", "60", "more"}

// duration is the length of a case; empty when it is not said.
func duration(c *casebook.Case) string {
	switch m := c.Minutes(); {
	case m == 0:
		return ""
	case m <= 30:
		return "30"
	case m <= 60:
		return "60"
	}
	return "more"
}

// once leaves out choices that are there already.
func once(choices []choice) []choice {
	var left []choice
	for _, c := range choices {
		if !slices.Contains(left, c) {
			left = append(left, c)
		}
	}
	return left
}

// traits are what an event of the life map is chosen by.
type traits struct{ Domains, Kinds, Source, Known string }

// traitsOf are those of an event. A conversation that was missed is of two kinds, as is a signal that nobody acted on.
func traitsOf(e *casebook.Event) *traits {
	t := &traits{Kinds: e.Kind.String()}
	var domains, known []string
	for _, d := range e.Domains {
		if d.To != nil {
			domains = append(domains, d.To.ID)
		}
	}
	for _, role := range e.KnownBy {
		known = append(known, casebook.Slug(role.V))
	}
	switch {
	case e.Missed():
		t.Kinds += " missed"
	case casebook.Ignored(e, e.Case.LastRound()):
		t.Kinds += " ignored"
	}
	if e.Source != casebook.SourceUnsaid {
		t.Source = e.Source.String()
	}
	t.Domains, t.Known = strings.Join(domains, " "), strings.Join(known, " ")
	return t
}

// kinds are the kinds of event to choose from, what readers look for first.
var kinds = []string{"signal", "ignored", "contact", "missed", "help", "strength", "happening"}

// eventFilter chooses among the events of a life: by domain, kind, source, and who knew.
func (p maker) eventFilter(c *casebook.Case) *filter {
	f := &filter{Of: ".rail-list > li", Some: p.T("page.filter.events", "n", "{n}", "total", len(c.Events)), None: p.T("page.filter.no-events")}
	has := func(trait func(*traits) string, value string) bool {
		return slices.ContainsFunc(c.Events, func(e *casebook.Event) bool { return slices.Contains(strings.Fields(trait(traitsOf(e))), value) })
	}
	var domains, ofKind, sources, known []choice
	for _, d := range p.Book.Site.Domains {
		if has(func(t *traits) string { return t.Domains }, d.ID) {
			domains = append(domains, choice{d.ID, d.Name.V})
		}
	}
	for _, kind := range kinds {
		if has(func(t *traits) string { return t.Kinds }, kind) {
			ofKind = append(ofKind, choice{kind, p.T("page.filter.kind." + kind)})
		}
	}
	for s := casebook.FromResident; s <= casebook.FromProfessional; s++ {
		if has(func(t *traits) string { return t.Source }, s.String()) {
			sources = append(sources, choice{s.String(), p.T("source." + s.String())})
		}
	}
	for _, party := range casebook.Parties(c, p.Book.Site.Roles) {
		known = append(known, choice{casebook.Slug(party.Role), party.Role})
	}
	f.add("domains", p.T("page.cases.domain"), domains)
	f.add("kinds", p.T("page.filter.kinds"), ofKind)
	f.add("source", p.T("page.filter.source"), sources)
	f.add("known", p.T("page.filter.known"), known)
	return f
}
