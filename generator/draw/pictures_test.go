package draw

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

var update = flag.Bool("update", false, "accept the golden files as they are drawn now")

// The golden map was compared with the design study by eye: same places, same lines, same words.
func TestGoldenMap(t *testing.T) {
	s := sixDomains()
	got := strings.ReplaceAll(LifeMap(nadira(s), s, 3, words(t, "nl")), "><", ">\n<")
	const path = "testdata/nadira.svg"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d is\n%s\nwant\n%s", i+1, a[i], b[i])
		}
	}
	t.Fatalf("%d lines, want %d", len(a), len(b))
}

func TestRailFollowsTheEvents(t *testing.T) {
	s, w := sixDomains(), words(t, "nl")
	c := nadira(s)
	items := Rail(c, s, 3, w)
	for i, item := range items {
		if item.Event != c.Events[i] {
			t.Fatalf("item %d is %q", i, item.Event.Title)
		}
	}
	if got := items[3].Pause; got != "drie jaar later" {
		t.Errorf("pause %q between 36 and 39", got)
	}
	if got := Rail(c, s, 1, w)[0].Pause; got != "zestien jaar later" {
		t.Errorf("pause %q between 24 and 40", got)
	}
	if got := Rail(c, s, 1, words(t, "en"))[0].Pause; got != "sixteen years later" {
		t.Errorf("pause %q in English", got)
	}
	flat, letter := items[2].SVG, items[6].SVG
	if strings.Contains(flat, `class="tip"`) || strings.Count(letter, `class="cause"`) != 2 {
		t.Errorf("the letter starts a cause and lets one pass, the flat has none:\n%s\n%s", flat, letter)
	}
	if sum := strings.Count(letter, `y1="11"`) + strings.Count(items[16].SVG, `class="cause"`); sum != 1 {
		t.Errorf("%d causes, want one that starts at the letter and none at the last event", sum)
	}
	if svg := items[10].SVG; strings.Contains(svg, `class="cause" x1="52.5"`) {
		t.Errorf("the cause of the late son does not end at him: %s", svg)
	}
	if move := items[8].SVG; strings.Count(move, `class="tip"`) != 1 {
		t.Errorf("the move is led to once: %s", move)
	}
}

func TestPauseInMonths(t *testing.T) {
	w := words(t, "nl")
	for _, tc := range []struct{ from, to, want string }{
		{"2014-05", "2014-10", "vijf maanden later"},
		{"2014-05", "2014-07", ""},
		{"2014-05", "2016-07", "twee jaar later"},
		{"2014", "2016", ""},
		{"2014", "2017", "drie jaar later"},
		{"17 jaar", "46 jaar", "29 jaar later"},
		{"25-36 jaar", "30 jaar", ""},
	} {
		from, _ := casebook.ParseWhen(tc.from)
		to, _ := casebook.ParseWhen(tc.to)
		if got := pause(from, to, w); got != tc.want {
			t.Errorf("%s to %s: %q, want %q", tc.from, tc.to, got, tc.want)
		}
	}
}

func TestRailOfTwelveDomainsStaysInItsColumn(t *testing.T) {
	for n := 1; n <= 16; n++ {
		names := make([]string, n)
		s := siteOf(names...)
		svg := Rail(&casebook.Case{Events: []*casebook.Event{told(s, "a", 0, "4 jaar", "Iets", n)}}, s, 0, words(t, "nl"))[0].SVG
		_, x, _ := strings.Cut(svg[strings.Index(svg, `class="dot"`):], `cx="`)
		x, _, _ = strings.Cut(x, `"`)
		if n >= 6 && x != "85.5" {
			t.Errorf("%d domains: the last stands at %s", n, x)
		}
	}
}

func TestNamesInANetworkNeverTouch(t *testing.T) {
	w := words(t, "nl")
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
			n := layoutNetwork(ties, w)
			if n.size > 2*netWidth {
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

func TestNetworkShowsOnlyRingsInUse(t *testing.T) {
	s, w := sixDomains(), words(t, "nl")
	c := nadira(s)
	if Network(c, s, 0, w) != "" {
		t.Error("a network of nobody")
	}
	svg := Network(c, s, 1, w)
	if n := strings.Count(svg, `class="ring"`); n != 2 || !strings.Contains(svg, ">gezin<") || strings.Contains(svg, ">familie<") {
		t.Errorf("%d rings after round 1, want gezin and instanties", n)
	}
	if want := "Band sterk: zes kinderen. Band gespannen: verhuurder."; !strings.Contains(svg, want) {
		t.Errorf("no %q", want)
	}
}

func TestSpriteHoldsWhatAPageUses(t *testing.T) {
	s := twelveDomains()
	for i := range s.Domains {
		s.Domains[i].ID = strings.ReplaceAll(strings.ToLower(s.Domains[i].Name.V), " ", "-")
	}
	page := []byte(`<use href="#i-d3"/><use href="#i-missed"/><rect fill="url(#w-9)"/><use href="#i-d3"/>`)
	uses := Uses(page)
	if want := []string{"i-d3", "i-missed", "w-9"}; !slices.Equal(uses, want) {
		t.Errorf("uses %v, want %v", uses, want)
	}
	sprite := Sprite(s, uses...)
	for _, id := range append(uses, "i-quote") {
		if strings.Count(sprite, `id="`+id+`"`) != 1 {
			t.Errorf("%s is not once in %s", id, sprite)
		}
	}
	if n := strings.Count(sprite, ` id="`); n != 4 {
		t.Errorf("%d symbols, want 4", n)
	}
	icons := domainIcons(s)
	for i := range icons {
		if slices.Contains(icons[:i], icons[i]) || slices.Contains(figures[:], icons[i]) {
			t.Errorf("%q has no icon of its own", s.Domains[i].Name)
		}
	}
}

func TestEveryPictureFindsItsSymbols(t *testing.T) {
	s := sixDomains()
	all := allPictures(nadira(s), s, 3, t) + Masthead()
	sprite := Sprite(s, Uses([]byte(all))...)
	for _, id := range Uses([]byte(all)) {
		if !strings.Contains(sprite, `id="`+id+`"`) {
			t.Errorf("the sprite lacks %s", id)
		}
	}
}

func TestCardsShowTheirMark(t *testing.T) {
	s := sixDomains()
	c := nadira(s)
	for i, parts := range map[int][]string{
		0:  {`url(#w-4)`, `class="about"`, `cx="58"`},
		1:  {`url(#w-3)`, `class="span"`},
		7:  {`M0 40H26M86 40H2000`, `class="quotes"`},
		9:  {`M30 28l12 21h-24z`},
		10: {`class="flag"`, `class="span"`},
		15: {`class="held"`},
	} {
		for _, part := range parts {
			if card := CardLane(c.Events[i]); !strings.Contains(card, part) {
				t.Errorf("%q has no %s: %s", c.Events[i].Title, part, card)
			}
		}
	}
}

func TestASiteWithoutDomainsDoesNotPanic(t *testing.T) {
	c := nadira(sixDomains())
	if allPictures(c, &casebook.Site{}, 3, t) == "" {
		t.Error("no picture")
	}
}

func TestVotesStayInsideTheDrawing(t *testing.T) {
	svg := Votes("v", []Vote{{"ingrijpen", 0, 120}, {"praten", 120, 0}}, "na ronde 0", "na ronde 3", words(t, "nl"))
	for _, part := range []string{`<text x="18" y="49" text-anchor="end">0</text>`, `<text class="v-num" x="334" y="49" text-anchor="start">120</text>`, "Ingrijpen: van 0 naar 120."} {
		if !strings.Contains(svg, part) {
			t.Errorf("no %s in %s", part, svg)
		}
	}
	if Votes("v", nil, "", "", words(t, "nl")) != "" {
		t.Error("votes of nobody")
	}
}

func TestLegendHasOnlyWhatOccurs(t *testing.T) {
	s, w := sixDomains(), words(t, "nl")
	legend := Legend(nadira(s), s, 1, w)
	if n := strings.Count(legend, "<li>"); n != 3 || !strings.Contains(legend, "gebeurtenis") || !strings.Contains(legend, "signaal") || !strings.Contains(legend, "leidt tot") {
		t.Errorf("%d entries: %s", n, legend)
	}
}
