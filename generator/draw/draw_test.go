package draw

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
)

func TestRailFollowsTheEvents(t *testing.T) {
	s, w := sample.SixDomains(), langtest.Words("nl")
	c := sample.NadiraLife(s)
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
	if got := Rail(c, s, 1, langtest.Words("en"))[0].Pause; got != "sixteen years later" {
		t.Errorf("pause %q in English", got)
	}
	flat, letter := items[2].SVG, items[6].SVG
	if strings.Contains(flat, `class="tip"`) || strings.Count(letter, `class="cause"`) != 2 {
		t.Errorf("the letter starts a cause and lets one pass, the flat has none:\n%s\n%s", flat, letter)
	}
	if sum := strings.Count(letter, `y1="19"`) + strings.Count(items[16].SVG, `class="cause"`); sum != 1 {
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
	w := langtest.Words("nl")
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
		if got := pauseText(from, to, w); got != tc.want {
			t.Errorf("%s to %s: %q, want %q", tc.from, tc.to, got, tc.want)
		}
	}
}

func TestRailOfTwelveDomainsStaysInItsColumn(t *testing.T) {
	for n := 1; n <= 16; n++ {
		names := make([]string, n)
		s := sample.DomainSite(names...)
		svg := Rail(&casebook.Case{Events: []*casebook.Event{sample.LifeEvent(s, "a", 0, "4 jaar", "Iets", n)}}, s, 0, langtest.Words("nl"))[0].SVG
		_, x, _ := strings.Cut(svg[strings.Index(svg, `class="dot"`):], `cx="`)
		x, _, _ = strings.Cut(x, `"`)
		if n >= 6 && x != "85.5" {
			t.Errorf("%d domains: the last stands at %s", n, x)
		}
	}
}

func TestSpriteHoldsWhatAPageUses(t *testing.T) {
	s := sample.TwelveDomains()
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

func TestCardsShowTheirMark(t *testing.T) {
	s := sample.SixDomains()
	c := sample.NadiraLife(s)
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

// Both bars of a choice stand on one axis and one scale; the longest leaves room for its number.
func TestVotesAreBarsOfOneScale(t *testing.T) {
	svg := Votes("v", []Vote{{"ingrijpen", 0, 120}, {"praten", 60, 30}}, "na ronde 0", "na ronde 3", langtest.Words("nl"))
	for _, part := range []string{
		`<g class="v-first"><rect x="1" y="25" width="0" height="14"/><text x="9" y="36.5">0</text></g>`,
		`<g class="v-last"><rect x="1" y="42" width="308" height="14"/><text x="317" y="53.5">120</text></g>`,
		`width="154"`, `width="77"`, `data-choice="praten"`, ">na ronde 0<", ">na ronde 3<", "Ingrijpen: van 0 naar 120.",
	} {
		if !strings.Contains(svg, part) {
			t.Errorf("no %s in %s", part, svg)
		}
	}
	if Votes("v", nil, "", "", langtest.Words("nl")) != "" {
		t.Error("votes of nobody")
	}
}

// Where a table voted once there is nothing to compare, and nothing that says so.
func TestVotesOfOneMoment(t *testing.T) {
	svg := Votes("v", []Vote{{"ingrijpen", 0, 4}, {"praten", 0, 2}}, "", "na ronde 0", langtest.Words("nl"))
	for _, part := range []string{"v-first", "van 0 naar"} {
		if strings.Contains(svg, part) {
			t.Errorf("%s in %s", part, svg)
		}
	}
	for _, part := range []string{"Praten: 2.", `width="154"`, ">na ronde 0<"} {
		if !strings.Contains(svg, part) {
			t.Errorf("no %s in %s", part, svg)
		}
	}
}

func BenchmarkRail14(b *testing.B) {
	w, s := langtest.Words("nl"), sample.SixDomains()
	c := sample.RandomLife(rand.New(rand.NewPCG(1, 2)), s, 14)
	b.ReportAllocs()
	for b.Loop() {
		Rail(c, s, 3, w)
	}
}

// What stuck out above an item was printed at the foot of the page before.
func TestNothingSticksOutOfARailItem(t *testing.T) {
	s := sample.SixDomains()
	high := regexp.MustCompile(`(?:cy="|y1="|M[0-9.]+ )-[0-9]`)
	for seed := range uint64(20) {
		for _, item := range Rail(sample.RandomLife(rand.New(rand.NewPCG(seed, 1)), s, 20), s, 3, langtest.Words("nl")) {
			if found := high.FindString(item.SVG); found != "" {
				t.Errorf("%q is above the item %q: %s", found, item.Event.Title.V, item.SVG)
			}
		}
	}
}
