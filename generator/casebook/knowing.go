// Package knowing tells who knew what of a life, and when, from what authors write under bekend_bij.
//
//	parties := casebook.Parties(c, site.Roles)     // bewoner, corporatie, huisarts ...
//	parties[1].Hand(2)                            // what the landlord brings to the table in round 2
//	together, ok := casebook.TogetherKnown(c, parties)
//
// Who knew of an event knew it from the event's own time on: bekend_bij says "at the time", and what somebody knows they keep.
// All of it holds the whole life, so it belongs where the last round is known.
package casebook

import (
	"cmp"
	"slices"
)

// Party is somebody who knew facts of a life: one role of bekend_bij.
type Party struct {
	Role     string
	Resident bool     // the life is theirs
	Knows    []*Event // in order of time; at least one
}

// RecordsWhoKnew reports whether a case says who knew anything, so that there is something to make.
func RecordsWhoKnew(c *Case) bool {
	return slices.ContainsFunc(c.Events, func(e *Event) bool { return len(e.KnownBy) > 0 })
}

// Parties lists who knew anything of a case: the resident first, then the others in the order in which they first knew something. Who
// came at the same time stays in the order of the site's roles, and without one in that of the events.
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

// residents are the words by which authors call the person whose life it is, as slugs. There is no field for it: a role is a word.
var residents = []string{"bewoner", "bewoonster", "huurder", "huurster", "resident", "tenant"}

// isResident reports whether a role is the person whose life it is: by one of the words for that, or by the case's pseudonym.
func isResident(c *Case, role string) bool {
	slug := Slug(role)
	return slug != "" && (slices.Contains(residents, slug) || slug == Slug(c.Pseudonym.V))
}

// Holds reports whether the party knew of an event.
func (p *Party) Holds(e *Event) bool { return slices.Contains(p.Knows, e) }

// Hand is what the party brings to the table in a round, in the order of the cards.
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

// UnheldContacts are the events of which nobody knew, in the order of the cards: no hand has them.
func UnheldContacts(c *Case) []*Event {
	var none []*Event
	for _, e := range c.Deck {
		if len(e.KnownBy) == 0 {
			none = append(none, e)
		}
	}
	return none
}
