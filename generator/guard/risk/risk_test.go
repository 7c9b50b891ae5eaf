package risk_test

import (
	"math"
	"testing"

	"casusboek/generator/guard/risk"
)

func traits(ids ...string) []risk.Trait {
	var list []risk.Trait
	for _, id := range ids {
		list = append(list, risk.Trait{ID: id})
	}
	return list
}

func TestPeopleWhoFit(t *testing.T) {
	for _, c := range []struct {
		traits []risk.Trait
		high   float64
	}{
		{nil, 18_000_000},
		{traits("vrouw"), 9_000_000},
		{traits("gemeente-middel", "vrouw", "leeftijd-jaar", "sloop"), 45_000 * .5 * .0125 * .003},
		{traits("gemeente-groot", "gemeente-middel"), 45_000},                   // the finer of one kind counts
		{traits("gemeente-middel", "gemeente-groot", "vrouw", "vrouw"), 22_500}, // in any order, and once
		{[]risk.Trait{{ID: "gemeente-middel"}, {Own: "imker", OneIn: 1500}}, 30},
		{[]risk.Trait{{ID: "gemeente-middel"}, {Own: "imker", OneIn: 100}, {Own: "organist", OneIn: 100}}, 4.5},
		{[]risk.Trait{{Own: "iedereen", OneIn: 0}}, 18_000_000}, // one in nothing is everybody, not nobody
	} {
		e, unknown := risk.EstimateFor(c.traits)
		if math.Abs(e.High-c.high) > c.high/1e9 || math.Abs(e.Low-c.high/10) > c.high/1e9 || len(unknown) > 0 {
			t.Errorf("%v: %v to %v people, want %v at most; unknown %v", c.traits, e.Low, e.High, c.high, unknown)
		}
	}
	if _, unknown := risk.EstimateFor(traits("vrouw", "maanbewoner")); len(unknown) != 1 || unknown[0] != "maanbewoner" {
		t.Errorf("unknown: %v", unknown)
	}
}

func TestLimits(t *testing.T) {
	for n, want := range map[float64][3]bool{199: {}, 200: {true}, 999: {true}, 1000: {true, true}, 10_000: {true, true, true}} {
		e := risk.Estimate{Low: n / 10, High: n}
		if got := [3]bool{e.Reaches(risk.ClosedLimit), e.Reaches(risk.SiteLimit), e.Reaches(risk.SpecialLimit)}; got != want {
			t.Errorf("%v people at most: %v, want %v", n, got, want)
		}
	}
}

// The advice must be true: who follows it gets the number that it promises.
func TestAdviceIsTrue(t *testing.T) {
	story := traits("gemeente-klein", "vrouw", "leeftijd-jaar", "kinderen-vijf", "datum-dag")
	e, _ := risk.EstimateFor(story)
	if len(e.Coarser) == 0 || e.Reaches(risk.SiteLimit) {
		t.Fatalf("%+v", e)
	}
	for i, c := range e.Coarser {
		var changed []risk.Trait
		for _, s := range story {
			if s != c.From {
				changed = append(changed, s)
			}
		}
		if c.To != nil {
			changed = append(changed, risk.Trait{ID: c.To.ID})
		}
		if after, _ := risk.EstimateFor(changed); math.Abs(after.Low-c.Low) > c.Low/1e9 || c.Low <= e.Low {
			t.Errorf("%v -> %v promises %v, and gives %v (from %v)", c.From, c.To, c.Low, after.Low, e.Low)
		}
		if i > 0 && c.Low > e.Coarser[i-1].Low {
			t.Errorf("%v stands behind a lesser help", c.From)
		}
	}
}

func TestCheapestTakesLeast(t *testing.T) {
	e, _ := risk.EstimateFor(traits("landsdeel", "vrouw", "leeftijd-jaar", "kinderen-drie", "datum-dag")) // 0.7 people at least
	for _, c := range e.LeastChanges(risk.ClosedLimit) {
		if c.From.ID == "datum-dag" && (c.To == nil || c.To.ID != "datum-seizoen") {
			t.Errorf("the day of an event becomes %v, which leaves %v; a season is enough", c.To, c.Low)
		}
	}
	seen := map[risk.Trait]bool{}
	for _, c := range e.LeastChanges(risk.ClosedLimit) {
		if seen[c.From] {
			t.Errorf("%v is advised about twice", c.From)
		}
		seen[c.From] = true
	}
}

func TestTableIsWhole(t *testing.T) {
	last := map[string]float64{}
	seen := map[string]bool{}
	for _, s := range risk.Steps() {
		if s.NL == "" || s.EN == "" || s.Source == "" || seen[s.ID] {
			t.Errorf("%s: says too little, or stands there twice", s.ID)
		}
		seen[s.ID] = true
		if s.Kind != "area" && (s.Share <= 0 || s.Share > 1) {
			t.Errorf("%s: a share of %v", s.ID, s.Share)
		}
		if s.Kind == "area" && s.Share < last[s.Kind] {
			t.Errorf("%s stands before a finer step", s.ID)
		}
		last[s.Kind] = s.Share
	}
}
