package draw

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/lang"
)

// known is what a reader knows of a life after a round.
type known struct {
	events []*casebook.Event // in order of time
	causes []cause
	round  int
}

// cause leads from one known event to another, both by their place in known.events.
type cause struct{ from, to int }

func knownAfter(c *casebook.Case, round int) known {
	k := known{round: round}
	for _, e := range c.Events {
		if e.Round <= round {
			k.events = append(k.events, e)
		}
	}
	slices.SortStableFunc(k.events, func(a, b *casebook.Event) int { return a.When.Compare(b.When) })
	for i, e := range k.events {
		for _, ref := range e.LeadsTo {
			if to := slices.Index(k.events, ref.To); to >= 0 && to != i && !slices.Contains(k.causes, cause{i, to}) {
				k.causes = append(k.causes, cause{i, to})
			}
		}
	}
	return k
}

// mark is how an event looks in every picture.
type mark uint8

const (
	disc     mark = iota
	pennant       // a signal
	missed        // a conversation that was not held
	doubtful      // nobody knows whether it was held
	held
	triangle // strength
	square   // help
)

func markOf(e *casebook.Event) mark {
	switch e.Kind {
	case casebook.Signal:
		return pennant
	case casebook.Strength:
		return triangle
	case casebook.Help:
		return square
	case casebook.Contact:
		switch e.Held {
		case casebook.No:
			return missed
		case casebook.Unknown:
			return doubtful
		}
		return held
	}
	return disc
}

// onLife reports whether the mark stands on the person's own line instead of in a lane.
func (m mark) onLife() bool { return m == missed || m == doubtful || m == held }

// gap reports whether the mark is a hole in the person's line.
func (m mark) gap() bool { return m == missed || m == doubtful }

// vague tells on which sides of a mark dots say that the time is not known: before it, behind it.
func vague(w casebook.When) (before, behind bool) {
	both := w.About || w.Uncertain || w.Precision == casebook.Decade
	return both || w.OpenStart, both || w.OpenEnd
}

// late is the time in years after which an answer to a signal counts as late.
const late = .5

// Kind says in words what an event is and, for a signal, what became of it as far as that is known after the round: "Signaal,
// niet opgepakt". It is empty for an ordinary happening.
func Kind(e *casebook.Event, round int, words *lang.Catalogue) string {
	switch markOf(e) {
	case pennant:
		return words.T("draw.kind." + signalState(e, round))
	case missed:
		return words.T("draw.kind.missed")
	case doubtful:
		return words.T("draw.kind.doubtful")
	case held:
		return words.T("draw.kind.held")
	case triangle:
		return words.T("draw.kind.strength")
	case square:
		return words.T("draw.kind.help")
	}
	return ""
}

// signalState is the end of a signal's catalogue key. A signal that is answered by a contact of a later round says nothing yet.
func signalState(e *casebook.Event, round int) string {
	switch answer := e.AnsweredBy.To; {
	case e.AnsweredBy.ID.V != "" && (answer == nil || answer.Round > round):
		return "signal"
	case answer != nil && answer.When.Start-e.When.End >= late:
		return "signal-late"
	case answer != nil, e.PickedUp == casebook.Yes:
		return "signal-answered"
	case e.PickedUp == casebook.No:
		return "signal-ignored"
	}
	return "signal"
}

// changeText is what an event changed, in few letters: "520 → 690 euro".
func changeText(c *casebook.Change) string {
	if c == nil || c.From.V == "" && c.To.V == "" {
		return ""
	}
	unit, _, _ := strings.Cut(c.Unit.V, "/")
	if unit == "EUR" {
		unit = "euro"
	}
	return strings.TrimSpace(c.From.V + " → " + c.To.V + " " + unit)
}

// laneOf is the number of a domain in the site's order, from 0; 0 when it is not one of the site's.
func laneOf(site *casebook.Site, ref casebook.Ref[casebook.Domain]) int {
	if ref.To == nil || ref.To.N < 1 || ref.To.N > len(site.Domains) {
		return 0
	}
	return ref.To.N - 1
}

// lanesOf lists the lanes of an event, the main one first, each once.
func lanesOf(site *casebook.Site, e *casebook.Event) (main int, others []int) {
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
