package casebook

import (
	"cmp"
	"slices"
)

// Party is a role of bekend_bij, with the events that it knew of. A party that knew of an
// event is assumed to know it from the event's own time on.
type Party struct {
	Role     string
	Resident bool     // whether the role is the resident of the case
	Knows    []*Event // in order of time; never empty
}

// RecordsWhoKnew reports whether any event of the case has KnownBy.
func RecordsWhoKnew(c *Case) bool {
	return slices.ContainsFunc(c.Events, func(e *Event) bool { return len(e.KnownBy) > 0 })
}

// Parties returns who knew of any event: the resident first, then the others by the first
// event that they knew. Ties are in the order of roles, then of the events.
func Parties(c *Case, roles []Text) []*Party {
	var parties []*Party
	for _, e := range c.Events {
		for _, role := range e.KnownBy {
			i := slices.IndexFunc(parties, func(p *Party) bool { return p.Role == role.V })
			if i < 0 {
				i = len(parties)
				parties = append(parties, &Party{Role: role.V, Resident: isResident(c, role.V)})
			}
			if p := parties[i]; !p.Holds(e) { // an author may name a role twice
				p.Knows = append(p.Knows, e)
			}
		}
	}
	place := func(p *Party) int {
		return slices.IndexFunc(roles, func(r Text) bool { return r.V == p.Role })
	}
	slices.SortStableFunc(parties, func(a, b *Party) int {
		if a.Resident != b.Resident {
			if a.Resident {
				return -1
			}
			return 1
		}
		return cmp.Or(slices.Index(c.Events, a.Knows[0])-slices.Index(c.Events, b.Knows[0]), place(a)-place(b))
	})
	return parties
}

// residents are the slugs of roles that mean the resident of the case. A role is free text,
// so there is no field for it.
var residents = []string{"bewoner", "bewoonster", "huurder", "huurster", "resident", "tenant"}

// isResident reports whether a role is the resident: one of residents, or the case's
// pseudonym.
func isResident(c *Case, role string) bool {
	slug := Slug(role)
	return slug != "" && (slices.Contains(residents, slug) || slug == Slug(c.Pseudonym.V))
}

// Holds reports whether the party knew of an event.
func (p *Party) Holds(e *Event) bool { return slices.Contains(p.Knows, e) }

// Hand returns the events of a round that the party knew of, in the order of the cards.
func (p *Party) Hand(round int) []*Event {
	var hand []*Event
	for _, e := range p.Knows {
		if e.Round == round {
			hand = append(hand, e)
		}
	}
	slices.SortStableFunc(hand, func(a, b *Event) int { return a.Card - b.Card })
	return hand
}

// UnheldContacts returns the events that have no KnownBy, and so are in no Hand, in the
// order of the cards.
func UnheldContacts(c *Case) []*Event {
	var none []*Event
	for _, e := range c.Deck {
		if len(e.KnownBy) == 0 {
			none = append(none, e)
		}
	}
	return none
}
