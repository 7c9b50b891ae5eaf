// Package facts holds what all pictures of a life agree on before anything is drawn: which events are known after a round, which mark
// each of them gets, and the words that pictures put together.
//
// What it gives depends on nothing of a later round: not on an event, not on a cause that leads to one, not on an answer to a
// signal. Pictures that start from KnownAfter and ask here for the rest cannot give anything away.
//
//	life := casebook.KnownAfter(c, 2)              // events in order of time, causes between them
//	casebook.MarkerOf(life.Events[0])           // casebook.Pennant: a signal
//	casebook.KindText(life.Events[0], 2, words)   // "Signaal, niet opgepakt"
package casebook

import (
	"slices"
)

// Known is what a reader knows of a life after a round.
type Known struct {
	Events []*Event // in order of time; what came at the same time stays in the case's order
	Causes []Cause  // in order of the events that they start from, each once
	Round  int
}

// Cause leads from one known event to another, both by their place in Known.Events.
type Cause struct{ From, To int }

// KnownAfter gives what is known of a case after a round.
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

// Lanes lists the lanes in which an event stands, numbered from 0 in the site's order of domains: the main one, and the others, each
// once. A domain that is not one of the site's counts as the first.
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

// OnLifeMap reports whether an event stands on the person's own line: a conversation, held or not, and what happened outside all systems.
func OnLifeMap(e *Event) bool { return MarkerOf(e).OnLife() || len(e.Domains) == 0 }

func laneOf(site *Site, ref Ref[Domain]) int {
	if ref.To == nil || ref.To.N < 1 || ref.To.N > len(site.Domains) {
		return 0
	}
	return ref.To.N - 1
}
