package draw

import (
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

// lives makes 200 lives of 1 to 24 events over sites of one, six and twelve domains; the same every time.
func lives(do func(c *casebook.Case, s *casebook.Site)) {
	r := rand.New(rand.NewPCG(2026, 11))
	sites := []*casebook.Site{sixDomains(), twelveDomains(), sixDomains(), siteOf("Wonen")}
	for i := range 200 {
		s := sites[i%len(sites)]
		do(randomLife(r, s, 1+i%24), s)
	}
}

func layout(t *testing.T, c *casebook.Case, s *casebook.Site, round int) *lifeMap {
	return layoutLifeMap(knownAfter(c, round), s, words(t, "nl"))
}

func (l label) box() box { return box{l.x0, l.y0, l.x1, l.y1} }

func TestLabelsNeverTouch(t *testing.T) {
	lives(func(c *casebook.Case, s *casebook.Site) {
		m := layout(t, c, s, 3)
		for i := range m.marks {
			for j := range i {
				if m.marks[i].label.box().overlap(m.marks[j].label.box()) > 0 {
					t.Errorf("%d events: %q lies over %q", len(m.marks), m.marks[i].e.Title, m.marks[j].e.Title)
				}
			}
		}
	})
}

func TestLabelsStayInsideTheFrameAndBelowTheirLane(t *testing.T) {
	lives(func(c *casebook.Case, s *casebook.Site) {
		m := layout(t, c, s, 3)
		for i := range m.marks {
			mk := &m.marks[i]
			l, low := mk.label, m.height
			if mk.row+1 < len(m.rows) {
				low = m.rows[mk.row+1].y - 6
			}
			if l.x0 < labelStart || l.x1 > mapWidth || l.y0 < m.rows[mk.row].y+firstTop || l.y1 > low {
				t.Errorf("%q at %+v, rows %v to %v", mk.e.Title, l.box(), m.rows[mk.row].y, low)
			}
			if len(l.lines) < 2 {
				t.Errorf("%q has %d lines: a title and a time at least", mk.e.Title, len(l.lines))
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
			n := crossings(layout(t, randomLife(r, sixDomains(), limit.events), sixDomains(), 3))
			sum += n
			if n > limit.each {
				t.Errorf("%d events: %d lines behind labels, at most %d", limit.events, n, limit.each)
			}
		}
		if sum > limit.total {
			t.Errorf("%d events: %d lines behind labels in 20 lives, at most %d", limit.events, sum, limit.total)
		}
	}
	if n := crossings(layout(t, nadira(sixDomains()), sixDomains(), 3)); n != 0 {
		t.Errorf("the map of the design study has %d lines behind labels", n)
	}
}

func crossings(m *lifeMap) (n int) {
	for _, v := range m.verticals() {
		for i := range m.marks {
			mk := &m.marks[i]
			if i != v.owner && v.from <= mk.row && mk.row < v.to && mk.label.x0 < v.x && v.x < mk.label.x1 {
				n++
			}
		}
	}
	return n
}

// A label off the first shelf hangs on a thin line; that line should not run through other labels.
func TestFewLeadersPassBehindLabels(t *testing.T) {
	leaders, through := 0, 0
	lives(func(c *casebook.Case, s *casebook.Site) {
		if len(s.Domains) == 1 {
			return // a whole life in one lane is as crowded as it is
		}
		m := layout(t, c, s, 3)
		for i := range m.marks {
			mk := &m.marks[i]
			if mk.label.shelf == 0 {
				continue
			}
			leaders++
			for _, j := range m.rows[mk.row].items {
				if o := m.marks[j].label; o.y0 < mk.label.y0 && o.x0 < mk.x && mk.x < o.x1 {
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
	lives(func(c *casebook.Case, s *casebook.Site) {
		m := layout(t, c, s, 3)
		for i := 1; i < len(m.marks); i++ {
			if a, b := m.marks[i-1], m.marks[i]; a.x >= b.x || a.x < axisStart || b.x > axisEnd {
				t.Errorf("%v at %v, %v at %v", a.e.When.Written, a.x, b.e.When.Written, b.x)
			}
		}
	})
}

func TestDurationsThatOverlapStayTwo(t *testing.T) {
	s := sixDomains()
	c := &casebook.Case{Rounds: make([]casebook.Round, 1), Events: []*casebook.Event{
		told(s, "a", 0, "20-29 jaar", "Werkt", 3), told(s, "b", 0, "25-31 jaar", "Werkt elders", 3), told(s, "c", 0, "40-42 jaar", "Werkt weer", 3),
	}}
	m := layout(t, c, s, 0)
	if a, b, c := m.marks[0], m.marks[1], m.marks[2]; a.track != upper || b.track != lower || c.track != whole {
		t.Errorf("tracks %v %v %v", a.track, b.track, c.track)
	}
	if a := m.marks[0]; a.end <= m.axis.x(29) || a.end >= m.axis.x(30) {
		t.Errorf("the bar ends at %v, not in the year 29", a.end)
	}
}

func TestTitleOfSixtyLettersIsWhole(t *testing.T) {
	s := sixDomains()
	title := "Een lange titel met precies zestig letters en wat meer erbij"
	for _, word := range []string{title, strings.Repeat("a", 60), strings.Repeat("w", 60)} {
		c := &casebook.Case{Rounds: make([]casebook.Round, 1), Events: []*casebook.Event{told(s, "a", 0, "41 jaar", word, 3)}}
		m := layout(t, c, s, 0)
		got := ""
		for _, l := range m.marks[0].label.lines {
			if l.section == 0 {
				got += lineText(m.marks[0].text[0].frags, l)
			}
		}
		clean := strings.NewReplacer(" ", "", "-", "")
		if clean.Replace(got) != clean.Replace(word) {
			t.Errorf("%q became %q", word, got)
		}
		if l := m.marks[0].label; l.x0 < labelStart || l.x1 > mapWidth {
			t.Errorf("%q stands outside the frame", word)
		}
	}
}

func TestAboveTwentyFourEventsOnlyTheListIsLeft(t *testing.T) {
	s, w := sixDomains(), words(t, "nl")
	r := rand.New(rand.NewPCG(1, 1))
	if LifeMap(randomLife(r, s, 24), s, 3, w) == "" {
		t.Error("no map of 24 events")
	}
	c := randomLife(r, s, 30)
	if LifeMap(c, s, 3, w) != "" || Legend(c, s, 3, w) != "" {
		t.Error("a map of 30 events")
	}
	if n := len(Rail(c, s, 3, w)); n != 30 {
		t.Errorf("a list of %d events, want 30", n)
	}
}

// Nothing of a later round is in any byte of an earlier round's pictures. It is told twice: a word that only the later round has is
// nowhere, and taking the later events out of the case changes nothing.
func TestNoLaterRoundInAnyByte(t *testing.T) {
	s, w := sixDomains(), words(t, "nl")
	for round := range 3 {
		c, early := nadira(s), nadira(s)
		early.Events, early.Network = nil, nil
		for i, e := range c.Events {
			if e.Round > round {
				e.Title.V, e.ID.V, e.Text.Plain = "KANARIE", "kanarie", "kanarie"
			} else {
				e := nadira(s).Events[i]
				e.LeadsTo = nil
				early.Events = append(early.Events, e)
			}
		}
		for _, e := range early.Events {
			for _, full := range c.Events {
				if full.ID.V == e.ID.V {
					for _, to := range full.LeadsTo {
						if to.To.Round <= round {
							leads(early, e.ID.V, to.To.ID.V)
						}
					}
				}
			}
			e.AnsweredBy = casebook.Ref[casebook.Event]{ID: e.AnsweredBy.ID}
		}
		for _, tie := range c.Network {
			if tie.Round > round {
				tie.Who.V = "KANARIE"
			} else {
				early.Network = append(early.Network, tie)
			}
		}
		got, want := allPictures(c, s, round, t), allPictures(early, s, round, t)
		if strings.Contains(strings.ToLower(got), "kanarie") {
			t.Errorf("round %d gives a later round away", round)
		}
		if got != want {
			t.Errorf("round %d is not drawn the same without the later rounds", round)
		}
	}
	if !strings.Contains(Kind(nadira(s).Events[12], 3, w), "laat opgepakt") || Kind(nadira(s).Events[12], 2, w) != "Signaal" {
		t.Error("an answer is told before its round, or not at all")
	}
}

func allPictures(c *casebook.Case, s *casebook.Site, round int, t *testing.T) string {
	w := words(t, "nl")
	out := LifeMap(c, s, round, w) + Legend(c, s, round, w) + Network(c, s, round, w)
	for _, item := range Rail(c, s, round, w) {
		out += item.SVG + item.Pause + Kind(item.Event, round, w) + CardLane(item.Event)
	}
	return out
}

func TestSameLifeSameBytes(t *testing.T) {
	a, b := "", ""
	lives(func(c *casebook.Case, s *casebook.Site) { a += allPictures(c, s, 2, t) })
	lives(func(c *casebook.Case, s *casebook.Site) { b += allPictures(c, s, 2, t) })
	if a != b {
		t.Error("two drawings of the same lives differ")
	}
}

func TestWellFormedWhateverTheWords(t *testing.T) {
	hostile := "<b>&amp;\"'</b> 👩‍👧 \x00\x0b أهلا @ -- ]]> \uFFFE" + strings.Repeat("é\u0301", 30)
	s := siteOf(hostile, hostile)
	c := nadira(sixDomains())
	c.Pseudonym.V = hostile
	for _, e := range c.Events {
		e.Title.V = hostile
		e.Change = &casebook.Change{From: e.Title, To: e.Title, Unit: e.Title}
	}
	for _, tie := range c.Network {
		tie.Who.V = hostile
	}
	vote := Votes("v", []Vote{{hostile, 1, 2}}, hostile, hostile, words(t, "nl"))
	for _, svg := range []string{
		allPictures(c, s, 3, t), BlankLifeMap(s, words(t, "en")), BlankNetwork(words(t, "nl")), vote, Stops(4, 1), Masthead(),
		Sprite(s, "i-d1", "i-d2", "w-1", "i-missed"),
	} {
		wellFormed(t, svg)
		if strings.Contains(svg, "style=") || strings.Contains(svg, "?draw.") || strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Errorf("a style, a missing word or no number in %.300s", svg)
		}
	}
	lives(func(c *casebook.Case, s *casebook.Site) { wellFormed(t, allPictures(c, s, 3, t)) })
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<x>" + svg + "</x>"))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in %.400s", err, svg)
		}
	}
}

func TestCauseToTheLineAndBack(t *testing.T) {
	s := sixDomains()
	c := nadira(s)
	svg := LifeMap(c, s, 3, words(t, "nl"))
	if n := strings.Count(svg, `class="tip"`); n != 9 {
		t.Errorf("%d arrow tips, want 9", n)
	}
	for _, part := range []string{`class="m-held"`, `class="m-dead"`, ">520 → 690 euro<", ">Een klein<", ">nabestaanden-<", ">rond 17 jaar<"} {
		if !strings.Contains(svg, part) {
			t.Errorf("no %s", part)
		}
	}
	if n := strings.Count(svg, "Gemist gesprek"); n != 2 {
		t.Errorf("%d missed conversations, want 2", n)
	}
	if want := "Zeventien gebeurtenissen in zes banen: wonen, zorg, werk, onderwijs, sociale zekerheid en pensioen. De eerste: rond 17 jaar; de laatste: 46 jaar. " +
		"Twee signalen, twee gemiste gesprekken, één gesprek en drie keer eigen kracht."; !strings.Contains(svg, want) {
		t.Errorf("the description is not: %s", want)
	}
}

func TestLaneNamesStartWithACapital(t *testing.T) {
	s := siteOf("sociale zekerheid", "AOW", "één")
	svg := BlankLifeMap(s, words(t, "nl"))
	for _, part := range []string{">Sociale<", ">zekerheid<", ">AOW<", ">Één<", "lege baan voor sociale zekerheid, AOW en één,"} {
		if !strings.Contains(svg, part) {
			t.Errorf("no %s", part)
		}
	}
}

func TestAxis(t *testing.T) {
	s, w := sixDomains(), words(t, "nl")
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
			c.Events = append(c.Events, told(s, fmt.Sprint(i), 0, when, "Iets", 1))
		}
		p := &pen{}
		m := layout(t, c, s, 0)
		m.axis.draw(p, 100, w)
		var labels []string
		for part := range strings.SplitSeq(string(p.b), `y="24">`) {
			if text, _, ok := strings.Cut(part, "</text>"); ok {
				labels = append(labels, text)
			}
		}
		if got := strings.Join(labels, " "); got != tc.labels {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.labels)
		}
	}
}
