package lifemap

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"

	"casusboek/generator/checks/sample"
)

// laidOut lays out what is known of a life after a round.
func laidOut(c *casebook.Case, s *casebook.Site, round int) *Layout {
	return NewLayout(casebook.KnownAfter(c, round), s, langtest.Words("nl"))
}

func TestLabelsNeverTouch(t *testing.T) {
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) {
		m := laidOut(c, s, 3)
		for i := range m.Places {
			for j := range i {
				if a, b := m.Places[i].Label, m.Places[j].Label; a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1 {
					t.Errorf("%d events: %q lies over %q", len(m.Places), m.Places[i].Event.Title, m.Places[j].Event.Title)
				}
			}
		}
	})
}

func TestLabelsStayInsideTheFrameAndBelowTheirLane(t *testing.T) {
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) {
		m := laidOut(c, s, 3)
		for i := range m.Places {
			p := &m.Places[i]
			l, low := p.Label, m.Height
			if p.Row+1 < len(m.Rows) {
				low = m.Rows[p.Row+1].Y - 6
			}
			if l.X0 < labelStart || l.X1 > Width || l.Y0 < m.Rows[p.Row].Y+firstTop || l.Y1 > low {
				t.Errorf("%q at %+v, rows %v to %v", p.Event.Title, l, m.Rows[p.Row].Y, low)
			}
			if len(l.Lines) < 2 {
				t.Errorf("%q has %d lines: a title and a time at least", p.Event.Title, len(l.Lines))
			}
		}
	})
}

// A line may pass behind a label in a crowded life, where the halo keeps the letters whole; in a quiet one it hardly may. The limits
// are a little above what was measured: 3, 18 and 156.
func TestFewLinesPassBehindLabels(t *testing.T) {
	for _, limit := range []struct{ events, each, total int }{{6, 3, 6}, {14, 4, 30}, {24, 20, 190}} {
		r, sum := rand.New(rand.NewPCG(3, 5)), 0
		for range 20 {
			n := crossings(laidOut(sample.RandomLife(r, sample.SixDomains(), limit.events), sample.SixDomains(), 3))
			sum += n
			if n > limit.each {
				t.Errorf("%d events: %d lines behind labels, at most %d", limit.events, n, limit.each)
			}
		}
		if sum > limit.total {
			t.Errorf("%d events: %d lines behind labels in 20 lives, at most %d", limit.events, sum, limit.total)
		}
	}
	if n := crossings(laidOut(sample.NadiraLife(sample.SixDomains()), sample.SixDomains(), 3)); n != 0 {
		t.Errorf("the map of the design study has %d lines behind labels", n)
	}
}

func crossings(m *Layout) (n int) {
	for _, v := range m.verticals() {
		for i := range m.Places {
			p := &m.Places[i]
			if i != v.owner && v.from <= p.Row && p.Row < v.to && p.Label.X0 < v.x && v.x < p.Label.X1 {
				n++
			}
		}
	}
	return n
}

// A label off the first shelf hangs on a thin line; that line should not run through other labels.
func TestFewLeadersPassBehindLabels(t *testing.T) {
	leaders, through := 0, 0
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) {
		if len(s.Domains) == 1 {
			return // a whole life in one lane is as crowded as it is
		}
		m := laidOut(c, s, 3)
		for i := range m.Places {
			p := &m.Places[i]
			if p.Label.shelf == 0 {
				continue
			}
			leaders++
			for _, j := range m.Rows[p.Row].Places {
				if o := m.Places[j].Label; o.Y0 < p.Label.Y0 && o.X0 < p.X && p.X < o.X1 {
					through++
					break
				}
			}
		}
	})
	if through*15 > leaders {
		t.Errorf("%d of %d leaders run behind a label", through, leaders)
	}
}

func TestMarksStandInOrderOfTime(t *testing.T) {
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) {
		m := laidOut(c, s, 3)
		for i := 1; i < len(m.Places); i++ {
			if a, b := m.Places[i-1], m.Places[i]; a.X >= b.X || a.X < axisStart || b.X > axisEnd {
				t.Errorf("%v at %v, %v at %v", a.Event.When.Written, a.X, b.Event.When.Written, b.X)
			}
		}
	})
}

func TestDurationsThatOverlapStayTwo(t *testing.T) {
	s := sample.SixDomains()
	c := &casebook.Case{Rounds: make([]casebook.Round, 1), Events: []*casebook.Event{
		sample.LifeEvent(s, "a", 0, "20-29 jaar", "Werkt", 3), sample.LifeEvent(s, "b", 0, "25-31 jaar", "Werkt elders", 3), sample.LifeEvent(s, "c", 0, "40-42 jaar", "Werkt weer", 3),
	}}
	m := laidOut(c, s, 0)
	if a, b, c := m.Places[0], m.Places[1], m.Places[2]; a.Track != Upper || b.Track != Lower || c.Track != Whole {
		t.Errorf("tracks %v %v %v", a.Track, b.Track, c.Track)
	}
	if a := m.Places[0]; a.End <= m.axis.x(29) || a.End >= m.axis.x(30) {
		t.Errorf("the bar ends at %v, not in the year 29", a.End)
	}
}

func TestTitleOfSixtyLettersIsWhole(t *testing.T) {
	s := sample.SixDomains()
	title := "Een lange titel met precies zestig letters en wat meer erbij"
	for _, word := range []string{title, strings.Repeat("a", 60), strings.Repeat("w", 60)} {
		c := &casebook.Case{Rounds: make([]casebook.Round, 1), Events: []*casebook.Event{sample.LifeEvent(s, "a", 0, "41 jaar", word, 3)}}
		m := laidOut(c, s, 0)
		got := ""
		for _, l := range m.Places[0].Label.Lines {
			if l.Part == Title {
				got += l.Text
			}
		}
		clean := strings.NewReplacer(" ", "", "-", "")
		if clean.Replace(got) != clean.Replace(word) {
			t.Errorf("%q became %q", word, got)
		}
		if l := m.Places[0].Label; l.X0 < labelStart || l.X1 > Width {
			t.Errorf("%q stands outside the frame", word)
		}
	}
}

func TestAxis(t *testing.T) {
	s := sample.SixDomains()
	for _, tc := range []struct {
		name   string
		whens  []string
		labels string
	}{
		{"ages", []string{"17 jaar", "41 jaar"}, "17 41"},
		{"story", []string{"jaar 1", "jaar 3"}, "1 3"},
		{"months of a baby", []string{"2 maanden", "9 maanden", "14 maanden"}, "2 mnd 9 mnd 14 mnd"},
		{"dates in months", []string{"2014-11", "2014-12", "2015-02"}, "nov 2014 dec feb 2015"},
		{"dates in years", []string{"2004-11", "2014"}, "2004 2014"},
		{"centuries", []string{"1600", "2014"}, "1600 2010"},
	} {
		c := &casebook.Case{Rounds: make([]casebook.Round, 1)}
		for i, when := range tc.whens {
			c.Events = append(c.Events, sample.LifeEvent(s, fmt.Sprint(i), 0, when, "Iets", 1))
		}
		var labels []string
		for _, tick := range laidOut(c, s, 0).Ticks {
			if tick.Name != "" {
				labels = append(labels, tick.Name)
			}
		}
		if got := strings.Join(labels, " "); got != tc.labels {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.labels)
		}
	}
}
