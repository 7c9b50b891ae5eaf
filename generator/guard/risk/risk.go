// Package risk estimates how many people fit the description that a story gives of its main person, and what would
// make them more.
//
//	e, unknown := risk.Of([]risk.Trait{{ID: "gemeente-middel"}, {ID: "vrouw"}, {ID: "leeftijd-jaar"}, {ID: "sloop"}})
//	e.Low, e.High        // 0.8 and 8.4 people
//	e.Enough(risk.Site)  // false: 100 are needed
//	e.Coarser[0]         // the step that helps most: gemeente-middel -> gemeente-groot: 0.8 -> 3.2
//
// It multiplies the number of people in the area with the share to whom each trait applies. Traits hang together (who
// rents social housing is likelier to live on benefits), so the product is only the upper end of a range; the lower end is
// a tenth of it, and decisions are made on that. The shares (shares.csv) are rough estimates, each with its source; they
// tell tens from thousands and nothing finer.
package risk

import (
	"cmp"
	_ "embed"
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Trait is one thing that a story tells of its main person: a step of the table by its id, or something of the
// author's own that applies to one in so many people.
type Trait struct {
	ID    string
	Own   string  // in the author's words, when ID is empty
	OneIn float64 // for Own
}

// Step is a line of the table.
type Step struct {
	ID, Kind string
	Share    float64 // of all people; for the kind "area" the number who live there
	NL, EN   string
	Source   string
}

// Area is the kind that says where; its shares are numbers of people.
const Area = "area"

// everybody is how many people are in the country, which is where a story plays that names no area.
const everybody = "nederland"

// spread is the width of the range: traits that hang together may leave a tenth of the product.
const spread = 10

// Limit is how many people there must be at the lower end of the range.
type Limit int

// The limits: for a table that keeps things to itself, for a site that all can read, and for a story that tells of a
// special category of personal data (article 9 and 10 GDPR).
const (
	Closed  Limit = 20
	Site    Limit = 100
	Special Limit = 1000
)

// Estimate is how many people fit.
type Estimate struct {
	Low, High float64
	Coarser   []Coarser // what would help, the most helpful first
}

// Coarser is one trait told less precisely, or left out when To is nil.
type Coarser struct {
	From Trait
	To   *Step
	Low  float64 // the lower end of the range that would be left
}

// Enough reports whether the lower end reaches the limit.
func (e Estimate) Enough(l Limit) bool { return e.Low >= float64(l) }

// Of estimates a description. Of two traits of one kind the finer counts. unknown are the ids that the table does not have.
func Of(traits []Trait) (e Estimate, unknown []string) {
	known, unknown := sift(traits)
	e.High = people(known)
	e.Low = e.High / spread
	for i, t := range known {
		others := slices.Delete(slices.Clone(known), i, i+1)
		for _, s := range coarser(t) {
			e.Coarser = append(e.Coarser, Coarser{t, &s, people(append(slices.Clone(others), Trait{ID: s.ID})) / spread})
		}
		if t.kind() != Area {
			e.Coarser = append(e.Coarser, Coarser{t, nil, people(others) / spread})
		}
	}
	slices.SortStableFunc(e.Coarser, func(a, b Coarser) int { return cmp.Compare(b.Low, a.Low) })
	return e, unknown
}

// Cheapest gives, of the ways that reach the limit alone, the one that takes least from the story for each trait: the
// first coarser step that is coarse enough. When no single one reaches it, the most helpful step of each trait is given.
func (e Estimate) Cheapest(l Limit) []Coarser {
	best := map[Trait]Coarser{}
	for _, c := range e.Coarser {
		b, ok := best[c.From]
		if enough := c.Low >= float64(l); !ok || enough && c.Low < b.Low {
			best[c.From] = c
		}
	}
	var list []Coarser
	for _, c := range e.Coarser {
		if best[c.From] == c {
			list = append(list, c)
		}
	}
	return list
}

func (t Trait) kind() string {
	if t.ID == "" {
		return "own " + t.Own
	}
	return table().byID[t.ID].Kind
}

func (t Trait) share() float64 {
	if t.ID == "" {
		return 1 / math.Max(1, t.OneIn)
	}
	return table().byID[t.ID].Share
}

// sift keeps the finest trait of each kind.
func sift(traits []Trait) (known []Trait, unknown []string) {
	for _, t := range traits {
		if _, ok := table().byID[t.ID]; !ok && t.ID != "" {
			unknown = append(unknown, t.ID)
			continue
		}
		i := slices.IndexFunc(known, func(k Trait) bool { return k.kind() == t.kind() })
		switch {
		case i < 0:
			known = append(known, t)
		case t.share() < known[i].share():
			known[i] = t
		}
	}
	return known, unknown
}

func people(traits []Trait) float64 {
	n := table().byID[everybody].Share
	for _, t := range traits {
		if t.kind() == Area {
			n = t.share()
		}
	}
	for _, t := range traits {
		if t.kind() != Area {
			n *= t.share()
		}
	}
	return n
}

// coarser are the steps of the same kind that leave more people.
func coarser(t Trait) []Step {
	var steps []Step
	for _, s := range table().steps {
		if t.ID != "" && s.Kind == t.kind() && s.Share > t.share() {
			steps = append(steps, s)
		}
	}
	return steps
}

//go:embed shares.csv
var shares string

type shareTable struct {
	steps []Step
	byID  map[string]Step
}

// table reads shares.csv on first use. It is compiled in, so a mistake in it is one of this program.
var table = sync.OnceValue(func() shareTable {
	r := csv.NewReader(strings.NewReader(shares))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err)
	}
	t := shareTable{byID: map[string]Step{}}
	for _, row := range rows[1:] {
		share, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			panic(err)
		}
		s := Step{ID: row[0], Kind: row[1], Share: share, NL: row[3], EN: row[4], Source: row[5]}
		t.steps = append(t.steps, s)
		t.byID[s.ID] = s
	}
	return t
})

// Steps gives all lines of the table, in its order.
func Steps() []Step { return slices.Clone(table().steps) }

// Find gives a line of the table by its id.
func Find(id string) (Step, bool) {
	s, ok := table().byID[id]
	return s, ok
}
