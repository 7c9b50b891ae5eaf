package draw

import (
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
)

func TestNamesNeverTouch(t *testing.T) {
	w := langtest.Words("nl")
	names := []string{"oudste dochter uit het eerste huwelijk", "zus", "maatschappelijk werker van het wijkteam", "buurman", "schuldhulpverlening", "tante in Groningen"}
	for people := 1; people <= 12; people++ {
		for _, oneRing := range []bool{true, false} {
			var ties []*casebook.Tie
			for i := range people {
				tie := &casebook.Tie{Who: casebook.Text{V: names[i%len(names)]}, Circle: casebook.Friends, Support: []casebook.Support{casebook.Advice}}
				if !oneRing {
					tie.Circle = casebook.Circle(i * 6 / people)
				}
				ties = append(ties, tie)
			}
			n := layout(ties, w)
			if n.size > 2*usual {
				t.Errorf("%d people, one ring %v: %v px wide", people, oneRing, n.size)
			}
			for i := range n.people {
				for j := range i {
					if n.people[i].label.overlap(n.people[j].label) > 0 {
						t.Errorf("%d people, one ring %v: %q lies over %q", people, oneRing, n.people[i].tie.Who, n.people[j].tie.Who)
					}
				}
				if l := n.people[i].label; l.x0 < 0 || l.x1 > n.size {
					t.Errorf("%q stands outside the frame", n.people[i].tie.Who)
				}
			}
		}
	}
}

func TestShowsOnlyRingsInUse(t *testing.T) {
	s, w := sample.SixDomains(), langtest.Words("nl")
	c := sample.NadiraLife(s)
	if Network(c, 0, w) != "" {
		t.Error("a network of nobody")
	}
	svg := Network(c, 1, w)
	if n := strings.Count(svg, `class="ring"`); n != 2 || !strings.Contains(svg, ">gezin<") || strings.Contains(svg, ">familie<") {
		t.Errorf("%d rings after round 1, want gezin and instanties", n)
	}
	if want := "Band sterk: zes kinderen. Band gespannen: verhuurder."; !strings.Contains(svg, want) {
		t.Errorf("no %q", want)
	}
}

func Benchmark(b *testing.B) {
	w, s := langtest.Words("nl"), sample.SixDomains()
	c := sample.NadiraLife(s)
	b.ReportAllocs()
	for b.Loop() {
		Network(c, 3, w)
	}
}
