package lifemap

import (
	"cmp"
	"slices"
)

// How far above its lane a line passes markers, in px: as low as possible, higher when
// another line is there already. Above the highest are the labels of the next lane, so
// lines share that height.
const (
	lowest  = 10.
	highest = 18.
	apart   = 4.
)

// trunk is the shared part of all lines from one source that pass markers: its height and
// its range of x.
type trunk struct {
	from      *Place
	low, high float64
	over      float64
}

// lift sets the heights at which lines pass markers, so that lines from different sources
// do not overlap. Short ones are below long ones, so that nested ones do not cross.
func lift(routes []route) {
	var trunks []trunk
	for i := range routes {
		r := &routes[i]
		if !r.passes {
			continue
		}
		if n := len(trunks); n == 0 || trunks[n-1].from != r.from { // causes are sorted by source
			trunks = append(trunks, trunk{from: r.from, low: r.from.X, high: r.from.X})
		}
		t := &trunks[len(trunks)-1]
		t.low, t.high = min(t.low, r.to.CauseX()), max(t.high, r.to.CauseX())
	}
	slices.SortStableFunc(trunks, func(a, b trunk) int { return cmp.Compare(a.high-a.low, b.high-b.low) })
	for i := range trunks {
		t := &trunks[i]
		for t.over = lowest; t.over < highest && slices.ContainsFunc(trunks[:i], t.runsOver); {
			t.over += apart
		}
	}
	for i := range routes {
		for _, t := range trunks {
			if routes[i].passes && routes[i].from == t.from {
				routes[i].over = t.over
			}
		}
	}
}

// runsOver reports whether two trunks would overlap.
func (t *trunk) runsOver(o trunk) bool {
	return t.from.Row == o.from.Row && t.over == o.over && t.low < o.high && o.low < t.high
}

// passes reports whether a line along the lane of from meets the marker of another event
// before it turns.
func (p *picture) passes(from, to *Place) bool {
	if from.Row == 0 {
		return false // hidden behind the thick line
	}
	low, high := min(from.X, to.X)+2, max(from.X, to.X)-2
	for i := range p.Places {
		place := &p.Places[i]
		if low < place.X && place.X < high && (place.Row == from.Row || slices.Contains(place.Others, from.Row)) {
			return true
		}
	}
	return false
}
