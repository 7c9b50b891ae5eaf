package casebook

import (
	"slices"
)

// Known is what a reader knows of a life after a round. It depends on nothing of a later
// round.
type Known struct {
	Events []*Event // in order of time; at equal times in the order of the case
	Causes []Cause  // in order of From, without duplicates
	Round  int
}

// Cause links one known event to another, both by index in Known.Events.
type Cause struct{ From, To int }

// KnownAfter returns what is known of a case after a round.
func KnownAfter(c *Case, round int) Known {
	life := Known{Round: round}
	for _, e := range c.Events {
		if e.Round <= round {
			life.Events = append(life.Events, e)
		}
	}
	slices.SortStableFunc(life.Events, func(a, b *Event) int { return a.When.Compare(b.When) })
	for i, e := range life.Events {
		for _, ref := range e.LeadsTo {
			to := slices.Index(life.Events, ref.To)
			if to >= 0 && to != i && !slices.Contains(life.Causes, Cause{i, to}) {
				life.Causes = append(life.Causes, Cause{i, to})
			}
		}
	}
	return life
}

// Lanes returns the lanes of an event, numbered from 0 in the site's order of domains: its
// main lane and the others, without duplicates. A domain that the site does not have counts
// as the first.
func Lanes(site *Site, e *Event) (main int, others []int) {
	for i, ref := range e.Domains {
		lane := laneOf(site, ref)
		if i == 0 {
			main = lane
		} else if lane != main && !slices.Contains(others, lane) {
			others = append(others, lane)
		}
	}
	return main, others
}

// OnLifeMap reports whether an event is drawn on the person's own line: contacts, and
// events without a domain.
func OnLifeMap(e *Event) bool { return MarkerOf(e).OnLife() || len(e.Domains) == 0 }

func laneOf(site *Site, ref Ref[Domain]) int {
	if ref.To == nil || ref.To.N < 1 || ref.To.N > len(site.Domains) {
		return 0
	}
	return ref.To.N - 1
}
