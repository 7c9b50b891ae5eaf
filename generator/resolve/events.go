package resolve

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// resolveEvents resolves what the events of all cases name: each other, domains, roles, times; and the card that turned a reflection.
func (r *resolver) resolveEvents() {
	r.domains, r.roles = r.knownDomains(), r.knownRoles()
	r.events = make(map[*casebook.Case]map[string]*casebook.Event, len(r.book.Cases))
	for _, c := range r.book.Cases {
		r.resolveEventsOf(c)
	}
	for _, reflection := range r.book.Reflections {
		r.resolveTurningCard(reflection)
		r.checkAfterRound(reflection)
	}
}

func (r *resolver) resolveEventsOf(c *casebook.Case) {
	byID := make(map[string]*casebook.Event, len(c.Events))
	for _, e := range c.Events {
		e.Case = c
		if byID[e.ID.V] == nil {
			byID[e.ID.V] = e
		}
	}
	r.events[c] = byID
	numberRounds(c)
	r.resolveTimes(c)
	for _, e := range c.Events {
		r.resolveCauses(e)
		r.resolveAnswer(e)
		r.domains.resolve(e)
		if len(r.roles.names) > 0 && !r.book.Site.Gaps {
			r.resolveRoles(e)
		}
	}
}

// roles are those of the site, as they are spelt there.
type roles struct {
	bySlug map[string]string
	names  []string
}

func (r *resolver) knownRoles() roles {
	known := roles{bySlug: map[string]string{}}
	for _, role := range r.book.Site.Roles {
		known.bySlug[casebook.Slug(role.V)] = role.V
		known.names = append(known.names, role.V)
	}
	return known
}

// eventIDs gives the ids of a case's events, for suggestions.
func eventIDs(cases ...*casebook.Case) []string {
	var ids []string
	for _, c := range cases {
		for _, e := range c.Events {
			ids = append(ids, e.ID.V)
		}
	}
	slices.Sort(ids)
	return ids
}

// nearestEvent gives the id of the event that was most likely meant: the one of that title, or of an id that is spelt nearly so.
func (r *resolver) nearestEvent(written string, cases ...*casebook.Case) string {
	slug := casebook.Slug(written)
	for _, c := range cases {
		for _, e := range c.Events {
			if slug != "" && casebook.Slug(e.Title.V) == slug {
				return e.ID.V
			}
		}
	}
	return r.suggest(written, eventIDs(cases...))
}

// resolveCauses finds the events that this one led to.
func (r *resolver) resolveCauses(e *casebook.Event) {
	for i := range e.LeadsTo {
		ref := &e.LeadsTo[i]
		to := r.events[e.Case][ref.ID.V]
		switch {
		case to == nil && e.Case.Gaps:
		case to == nil:
			r.reportNear(diag.CauseMissing, "", ref.ID, r.nearestEvent(ref.ID.V, e.Case), "event", e.ID.V)
		case to == e:
			r.problems.Add(diag.CauseSelf, ref.ID.Pos, "id", e.ID.V)
		default:
			ref.To = to
			if before(to.When, e.When) {
				r.problems.Add(diag.CauseBackwards, ref.ID.Pos, "event", e.ID.V, "when", e.When.Written,
					"id", to.ID.V, "then", to.When.Written, "place", to.When.Pos.String())
			}
		}
	}
	e.LeadsTo = once(keep(e.LeadsTo, nil))
}

// before reports whether a ends for certain before b begins. What is about or uncertain may be a year off.
func before(a, b casebook.When) bool {
	if a.Axis != b.Axis || a.Axis == casebook.NoAxis || a.Axis == casebook.Offset || a.OpenEnd || b.OpenStart {
		return false
	}
	const rounding = 1e-9 // of sums of twelfths
	slack := 0.0
	if a.About || a.Uncertain || b.About || b.Uncertain {
		slack = 1
	}
	return a.End+slack <= b.Start+rounding
}

// resolveAnswer finds the contact that answered a signal.
func (r *resolver) resolveAnswer(e *casebook.Event) {
	ref := &e.AnsweredBy
	if ref.ID.IsZero() {
		return
	}
	to := r.events[e.Case][ref.ID.V]
	switch {
	case to == nil && e.Case.Gaps:
	case to == nil:
		var contacts []string
		for _, id := range eventIDs(e.Case) {
			if r.events[e.Case][id].Kind == casebook.Contact {
				contacts = append(contacts, id)
			}
		}
		r.report(diag.AnswerMissing, "", ref.ID, contacts, "event", e.ID.V)
	case to.Kind != casebook.Contact:
		r.problems.AddVariant(diag.AnswerMissing, "kind", ref.ID.Pos, "id", ref.ID.V, "event", e.ID.V, "place", to.Pos.String())
	default:
		ref.To = to
		e.PickedUp = casebook.Yes
		return
	}
	*ref = casebook.Ref[casebook.Event]{}
}

// resolveRoles gives each role the spelling of the site.
func (r *resolver) resolveRoles(e *casebook.Event) {
	for i, role := range e.KnownBy {
		if known, ok := r.roles.bySlug[casebook.Slug(role.V)]; ok {
			e.KnownBy[i].V = known
		} else {
			r.report(diag.RoleUnknown, "", role, r.roles.names, "place", r.book.Site.Roles[0].Pos.String())
		}
	}
}

// resolveTurningCard finds the event that turned a reflection: "event" in one of its cases, or "case#event".
func (r *resolver) resolveTurningCard(reflection *casebook.Reflection) {
	ref := &reflection.TurningCard
	if ref.ID.IsZero() {
		return
	}
	cases := found(reflection.Cases)
	id := ref.ID.V
	if name, event, ok := strings.Cut(id, "#"); ok {
		c := r.cases.find(name)
		if c == nil {
			r.missing(r.cases.file(casebook.Slug(name)), casebook.Text{V: name, Pos: ref.ID.Pos}, nearest(r, r.cases, name))
			return
		}
		cases, id = []*casebook.Case{c}, event
	}
	var hits []*casebook.Event
	for _, c := range cases {
		if e := r.events[c][id]; e != nil {
			hits = append(hits, e)
		}
	}
	switch {
	case len(hits) == 1:
		ref.To = hits[0]
	case len(hits) > 1:
		r.problems.Add(diag.TurningAmbiguous, ref.ID.Pos, "id", id, "case", hits[0].Case.ID, "other", hits[1].Case.ID,
			"place", hits[0].ID.Pos.String(), "place2", hits[1].ID.Pos.String())
	case anyGaps(cases) || reflection.Gaps:
	case len(reflection.Cases) == 0 && len(cases) == 0:
		r.problems.AddVariant(diag.TurningMissing, "no-case", ref.ID.Pos, "id", id)
	case len(cases) > 0:
		r.reportNear(diag.TurningMissing, "", casebook.Text{V: id, Pos: ref.ID.Pos}, r.nearestEvent(id, cases...), "case", cases[0].ID)
	}
}
