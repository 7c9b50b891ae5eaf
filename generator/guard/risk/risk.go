// Package risk estimates how many people match what a case says about its main person, and
// which changes would raise that number.
//
//	e, unknown := risk.EstimateFor([]risk.Trait{
//		{ID: "gemeente-middel"}, {ID: "vrouw"}, {ID: "leeftijd-jaar"}, {ID: "sloop"},
//	})
//	e.Low, e.High        // 0.8 and 8.4 people
//	e.Enough(risk.SiteLimit)  // false: 100 are needed
//	e.Coarser[0]         // the step that helps most: gemeente-middel -> gemeente-groot: 0.8 -> 3.2
//
// The number of people in the area is multiplied by the share of people with each trait.
// Traits are correlated (tenants of social housing are more likely to receive benefits), so
// the product is only the upper end of a range. The lower end is a tenth of it, and
// decisions are based on that. The shares (shares.csv) are rough estimates, each with its
// source; they give the order of magnitude only.
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

// Trait is a property of the main person: a step of the table by its id, or one that the
// author describes, with the number of people of whom one has it.
type Trait struct {
	ID    string
	Own   string  // the author's description, if ID is empty
	OneIn float64 // with Own: one in so many people has the trait
}

// Step is a line of the table: a trait with its share.
type Step struct {
	ID, Kind string
	Share    float64 // of all people; for kind Area the number of inhabitants
	NL, EN   string
	Source   string
}

// Area is the kind of the steps for where a person lives. Their shares are numbers of
// people.
const Area = "area"

// countryID is the id of the step for the whole country, the area of a case that names
// none.
const countryID = "nederland"

// rangeFactor is the ratio of the ends of the range: correlated traits may leave a tenth of
// the product.
const rangeFactor = 10

// Limit is the least number of people for the lower end of the range.
type Limit int

// The limits: for a closed group, for a public site, and for a case with special categories
// of personal data (articles 9 and 10 GDPR).
const (
	ClosedLimit  Limit = 20
	SiteLimit    Limit = 100
	SpecialLimit Limit = 1000
)

// Estimate is the estimated number of people.
type Estimate struct {
	Low, High float64
	Coarser   []Coarser // possible changes, the most effective first
}

// Coarser is a change of one trait to a less precise one, or its removal if To is nil.
type Coarser struct {
	From Trait
	To   *Step
	Low  float64 // the lower end of the range after the change
}

// Enough reports whether the lower end of the range reaches the limit.
func (e Estimate) Reaches(l Limit) bool { return e.Low >= float64(l) }

// EstimateFor estimates a description. EstimateFor several traits of one kind, the most precise one counts.
// unknown are the ids that are not in the table.
func EstimateFor(traits []Trait) (e Estimate, unknown []string) {
	known, unknown := finestTraits(traits)
	e.High = countPeople(known)
	e.Low = e.High / rangeFactor
	for i, t := range known {
		others := slices.Delete(slices.Clone(known), i, i+1)
		for _, s := range coarserSteps(t) {
			e.Coarser = append(e.Coarser,
				Coarser{t, &s, countPeople(append(slices.Clone(others), Trait{ID: s.ID})) / rangeFactor})
		}
		if t.kind() != Area {
			e.Coarser = append(e.Coarser, Coarser{t, nil, countPeople(others) / rangeFactor})
		}
	}
	slices.SortStableFunc(e.Coarser, func(a, b Coarser) int { return cmp.Compare(b.Low, a.Low) })
	return e, unknown
}

// Cheapest returns one change per trait: of those that reach the limit on their own, the
// one that changes least, and otherwise the most effective one.
func (e Estimate) LeastChanges(l Limit) []Coarser {
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

// finestTraits returns the most precise trait of each kind, and the ids that are not in the
// table.
func finestTraits(traits []Trait) (known []Trait, unknown []string) {
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

func countPeople(traits []Trait) float64 {
	n := table().byID[countryID].Share
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

// coarserSteps returns the steps of the same kind that more people match.
func coarserSteps(t Trait) []Step {
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

// table parses shares.csv on the first call. The file is embedded, so an error in it is a
// bug and panics.
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

// Steps returns all lines of the table, in order.
func Steps() []Step { return slices.Clone(table().steps) }

// StepByID returns a line of the table by its id.
func StepByID(id string) (Step, bool) {
	s, ok := table().byID[id]
	return s, ok
}
