package lifemap

import (
	"math"
	"strconv"

	"casusboek/generator/casebook"
	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// axis is the uneven time axis of a life map. Time is divided into cells of one year (or
// one month, or ten years); a cell is wide when much happened in it.
type axis struct {
	kind  casebook.Axis
	unit  float64   // years in a cell
	first int       // number of the first cell
	edges []float64 // x of the start of each cell, and of the end of the last
	full  []bool    // cells in which an event starts
}

const (
	contactWeight = 1.5  // a gap in the line needs more width
	emptyWeight   = .16  // of a cell without events
	loneDuration  = .15  // where in its cell a single duration starts, as a fraction
	spanEnd       = .1   // how far before the end of its cell a duration ends, as a fraction
	maxCells      = 130  // cells at most; otherwise cells are made ten times longer
	monthsUpTo    = 3.01 // years; a life up to this length may be told in months
)

// newAxis returns the axis of the given events, from x0 to x1, and the x of each event.
// There are always two empty cells before the first event and one after the last, so that
// the axis reveals nothing of later rounds.
func newAxis(events []*casebook.Event, x0, x1 float64) (axis, []float64) {
	a := axis{kind: events[0].When.Axis, unit: 1}
	last := a.setCells(events)
	cells := last - a.first + 2
	a.full = make([]bool, cells)
	weights := make([]float64, cells)
	for _, e := range events {
		i := a.cell(e.When.Start) - a.first
		a.full[i] = true
		weights[i] += weightOf(e)
	}
	sum := 0.0
	for i, w := range weights {
		if w == 0 {
			weights[i] = emptyWeight
		}
		sum += weights[i]
	}
	a.edges = make([]float64, cells+1)
	a.edges[0] = x0
	for i, w := range weights {
		a.edges[i+1] = a.edges[i] + w/sum*(x1-x0)
	}
	return a, a.spread(events, weights)
}

// setCells sets the length of a cell and the first cell, and returns the last cell with an
// event.
func (a *axis) setCells(events []*casebook.Event) (last int) {
	from, to, fine := math.Inf(1), math.Inf(-1), false
	for _, e := range events {
		from, to = min(from, e.When.Start), max(to, e.When.End)
		fine = fine || e.When.Precision <= casebook.Season
	}
	if fine && to-from <= monthsUpTo {
		a.unit = 1. / 12
	}
	for (to-from)/a.unit > maxCells {
		a.unit *= 10
	}
	a.first = a.cell(from) - 2
	return max(a.cell(to-1e-6), a.cell(events[len(events)-1].When.Start))
}

func weightOf(e *casebook.Event) float64 {
	if e.Kind == casebook.Contact {
		return contactWeight
	}
	return 1
}

// cell returns the number of the cell that contains a time.
func (a *axis) cell(t float64) int { return int(math.Floor(t/a.unit + 1e-6)) }

// spread returns the x of each event: the middle of its share of its cell.
func (a *axis) spread(events []*casebook.Event, weights []float64) []float64 {
	xs := make([]float64, len(events))
	used := make([]float64, len(weights))
	for k, e := range events {
		i := a.cell(e.When.Start) - a.first
		w := weightOf(e)
		at := (used[i] + w/2) / weights[i]
		if e.When.Stretch && w == weights[i] {
			at = loneDuration
		}
		used[i] += w
		xs[k] = a.edges[i] + at*(a.edges[i+1]-a.edges[i])
	}
	return xs
}

// x returns the x of a time.
func (a *axis) x(t float64) float64 {
	at := t/a.unit - float64(a.first)
	i := min(max(int(at), 0), len(a.edges)-2)
	return a.edges[i] + min(max(at-float64(i), 0), 1)*(a.edges[i+1]-a.edges[i])
}

// reach returns the distance between a marker and the last dot of an uncertain time.
func (a *axis) reach(t float64) float64 {
	i := min(max(a.cell(t)-a.first, 0), len(a.edges)-2)
	return min(max(.6*(a.edges[i+1]-a.edges[i]), 34), 46)
}

// label returns the name of a cell: an age, a year of the story, a calendar year, or a
// month. sayYear adds the year to the month of a date.
func (a *axis) label(cell int, sayYear bool, words *lang.Catalogue) string {
	if a.unit >= 1 {
		return strconv.Itoa(cell * int(a.unit))
	}
	year, month := floorDiv(cell, 12)
	switch {
	case a.kind == casebook.DateAxis && sayYear:
		return words.T("draw.month.m"+strconv.Itoa(month+1)) + " " + strconv.Itoa(year)
	case a.kind == casebook.DateAxis:
		return words.T("draw.month.m" + strconv.Itoa(month+1))
	case cell < 24:
		return words.T("draw.axis.months", "n", strconv.Itoa(cell))
	case month == 0:
		return words.T("draw.axis.years", "n", strconv.Itoa(year))
	}
	return words.T("draw.axis.years-months", "years", strconv.Itoa(year), "months", strconv.Itoa(month))
}

func floorDiv(n, by int) (quotient, rest int) {
	quotient, rest = n/by, n%by
	if rest < 0 {
		return quotient - 1, rest + by
	}
	return quotient, rest
}

// yearSize is the font size of the names on the axis, in px.
const yearSize = 14

// Tick is the start of a cell on the axis.
type Tick struct {
	X    float64
	Full bool   // an event starts in the cell
	Name string // "41", "nov 2014"; "" in an empty cell and where there is no room
}

// ticks returns all cells. Names that would overlap the one before are left out, since
// every event has its own time in its label.
func (a *axis) ticks(words *lang.Catalogue) []Tick {
	ticks := make([]Tick, len(a.edges)-1)
	end, lastYear := 0.0, math.MinInt
	for i := range ticks {
		ticks[i] = Tick{X: a.edges[i], Full: a.full[i]}
		if !a.full[i] {
			continue
		}
		year, _ := floorDiv(a.first+i, 12)
		name := a.label(a.first+i, year != lastYear, words)
		half := draw.TextWidth(name, yearSize) / 2
		if a.edges[i]-half >= end {
			end, lastYear = a.edges[i]+half+6, year
			ticks[i].Name = name
		}
	}
	return ticks
}
