package lifemap

import (
	"flag"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
)

func TestNoMapAboveTwentyFourEvents(t *testing.T) {
	s, w := sample.SixDomains(), langtest.Words("nl")
	r := rand.New(rand.NewPCG(1, 1))
	if Draw(sample.RandomLife(r, s, 24), s, 3, w) == "" {
		t.Error("no map of 24 events")
	}
	c := sample.RandomLife(r, s, 30)
	if Draw(c, s, 3, w) != "" || Legend(c, s, 3, w) != "" {
		t.Error("a map of 30 events")
	}
}

func TestCauseToTheLineAndBack(t *testing.T) {
	s := sample.SixDomains()
	c := sample.NadiraLife(s)
	svg := Draw(c, s, 3, langtest.Words("nl"))
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
	s := sample.DomainSite("sociale zekerheid", "AOW", "één")
	svg := Blank(s, langtest.Words("nl"))
	for _, part := range []string{">Sociale<", ">zekerheid<", ">AOW<", ">Eén<", "lege baan voor sociale zekerheid, AOW en één,"} {
		if !strings.Contains(svg, part) {
			t.Errorf("no %s", part)
		}
	}
}

func TestLegendHasOnlyWhatOccurs(t *testing.T) {
	s, w := sample.SixDomains(), langtest.Words("nl")
	list := Legend(sample.NadiraLife(s), s, 1, w)
	if n := strings.Count(list, "<li>"); n != 3 || !strings.Contains(list, "gebeurtenis") || !strings.Contains(list, "signaal") || !strings.Contains(list, "leidt tot") {
		t.Errorf("%d entries: %s", n, list)
	}
}

var update = flag.Bool("update", false, "accept the golden files as they are drawn now")

// The golden map was compared with the design study by eye: same places, same lines, same words.
func TestGoldenMap(t *testing.T) {
	s := sample.SixDomains()
	got := strings.ReplaceAll(Draw(sample.NadiraLife(s), s, 3, langtest.Words("nl")), "><", ">\n<")
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

func Benchmark14(b *testing.B) { benchmark(b, 14) }
func Benchmark24(b *testing.B) { benchmark(b, 24) }

func benchmark(b *testing.B, events int) {
	w, s := langtest.Words("nl"), sample.SixDomains()
	c := sample.RandomLife(rand.New(rand.NewPCG(1, 2)), s, events)
	b.ReportAllocs()
	for b.Loop() {
		Draw(c, s, 3, w)
	}
}

// What happened outside all systems is in nobody's lane: it stands on the person's own line, and a hole there has no drop to anybody.
func TestWithoutADomainAnEventIsOnTheLine(t *testing.T) {
	s := sample.SixDomains()
	c := sample.NadiraLife(s)
	for _, e := range c.Events {
		e.Domains = nil
	}
	c.Pseudonym.V = ""
	svg := Draw(c, s, 3, langtest.Words("nl"))
	if n := strings.Count(svg, `<g class="quotes">`); n != 2 || strings.Count(svg, "M162 44H") != 1 || strings.Contains(svg, `stroke-dasharray`) || strings.Contains(svg, `r="7"/>`) {
		t.Errorf("%d holes, want 2, without drops", n)
	}
	for i := range strings.SplitSeq(svg, "<circle ") {
		if strings.HasPrefix(i, `class="m-dot"`) && !strings.Contains(i, ` cy="44"`) {
			t.Errorf("a mark beside the line: %.60s", i)
		}
	}
	if !strings.Contains(svg, "Levenskaart van de bewoner") {
		t.Error("a life without a pseudonym has no name")
	}
}

// An arrow that ends on the bar of a duration is the colour of the paper, or nobody sees it.
func TestArrowsOnBarsAreSeen(t *testing.T) {
	s := sample.SixDomains()
	long, from, to := sample.LifeEvent(s, "long", 1, "30-40 jaar", "Duurt", 1), sample.LifeEvent(s, "from", 1, "33 jaar", "Eerst", 1), sample.LifeEvent(s, "to", 1, "36 jaar", "Daarna", 1)
	from.LeadsTo = []casebook.Ref[casebook.Event]{{ID: to.ID, To: to}}
	c := sample.NadiraLife(s)
	c.Events = []*casebook.Event{long, from, to}
	if svg := Draw(c, s, 1, langtest.Words("nl")); !strings.Contains(svg, `class="tip tip--bar"`) {
		t.Error("no arrow on the bar")
	}
}
