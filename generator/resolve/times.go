package resolve

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

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
	if base == nil && e.Case.Gaps {
		return
	}
	if base == nil {
		r.reportNear(diag.WhenOffset, "", from, r.nearestEvent(from.V, e.Case), "event", e.ID.V)
		return
	}
	r.resolveTime(base, state, append(path, e))
	e.When = e.When.Resolve(base.When)
	// Whatever counts from a guess is a guess.
	e.When.About = e.When.About || base.When.About
	e.When.Uncertain = e.When.Uncertain || base.When.Uncertain
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
