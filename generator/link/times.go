package link

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// years is the length of a unit of time in years.
func years(p casebook.Precision) float64 {
	switch p {
	case casebook.Day:
		return 1 / 365.25
	case casebook.Month:
		return 1.0 / 12
	case casebook.Season:
		return 1.0 / 4
	case casebook.Decade:
		return 10
	}
	return 1
}

// resolveTimes gives the offsets of a case their place on its axis ("14 maanden na sloop") and notes which axis that is. Events whose
// offset leads nowhere keep the axis Offset.
func (r *resolver) resolveTimes(c *casebook.Case) {
	state := make(map[*casebook.Event]walk, len(c.Events))
	for _, e := range c.Events {
		r.resolveTime(e, state, nil)
		if c.Axis == casebook.NoAxis && e.When.Axis != casebook.Offset {
			c.Axis = e.When.Axis
		}
	}
}

// walk is how far the time of an event has been looked up.
type walk uint8

const (
	walking walk = iota + 1
	walked
)

// resolveTime resolves one event after the event that it counts from. path holds the events that wait for this one.
func (r *resolver) resolveTime(e *casebook.Event, state map[*casebook.Event]walk, path []*casebook.Event) {
	if e.When.Axis != casebook.Offset || state[e] == walked {
		return
	}
	if state[e] == walking {
		r.reportCircle(e, path)
		return
	}
	state[e] = walking
	defer func() { state[e] = walked }()
	from := e.When.OffsetFrom
	base := r.events[e.Case][from.V]
	if base == nil {
		r.report(diag.WhenOffset, "", from, eventIDs(e.Case), "event", e.ID.V)
		return
	}
	r.resolveTime(base, state, append(path, e))
	if base.When.Axis != casebook.Offset && base.When.Axis != casebook.NoAxis {
		e.When = offset(e.When, base.When)
	}
}

// reportCircle names the events that wait for each other, from the one at which the circle was entered.
func (r *resolver) reportCircle(e *casebook.Event, path []*casebook.Event) {
	circle := path[slices.Index(path, e):]
	var ids []string
	for _, member := range circle {
		ids = append(ids, member.ID.V)
	}
	r.problems.AddVariant(diag.WhenOffset, "circle", e.When.Pos, "event", e.ID.V,
		"circle", strings.Join(append(ids, e.ID.V), " → "), "place", circle[len(circle)-1].When.Pos.String())
}

// offset places a time that counts from a base. "After" counts from the last unit of a stretch and "before" from its first; the
// result is at least as vague as the base.
func offset(w, base casebook.When) casebook.When {
	start, end := base.Start, base.End
	if unit := years(base.Precision); base.Stretch && w.OffsetYears >= 0 && !base.OpenEnd {
		start = max(start, end-unit)
	} else if base.Stretch {
		end = min(end, start+unit)
	}
	w.Axis = base.Axis
	w.Precision = max(w.Precision, base.Precision)
	w.About = w.About || base.About
	w.Uncertain = w.Uncertain || base.Uncertain
	w.Start = start + w.OffsetYears
	w.End = max(end+w.OffsetYears, w.Start+years(w.Precision))
	return w
}
