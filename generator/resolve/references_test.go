package resolve

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

func TestReferencesFindTheirTargets(t *testing.T) {
	b := linkSmall()
	b.Cases[0].Events[1].Domains = linkRefs[casebook.Domain](9, "Huisvesting", "social security", "zorg")
	resolve(t, b)
	nadira, anna := linkCaseOf(b, "nadira"), linkReflectionOf(b, "anna")
	aanmaning, sloop, gesprek := nadira.Events[0], nadira.Events[1], nadira.Events[2]
	for _, check := range []struct {
		what      string
		got, want any
	}{
		{"event's case", sloop.Case, nadira},
		{"cause", sloop.LeadsTo[0].To, aanmaning},
		{"answer", aanmaning.AnsweredBy.To, gesprek},
		{"picked up", aanmaning.PickedUp, casebook.Yes},
		{"domains", []string{sloop.Domains[0].To.Name.V, sloop.Domains[1].To.Name.V, sloop.Domains[2].To.Name.V}, []string{"wonen", "sociale zekerheid", "zorg"}},
		{"domain number", sloop.Domains[1].To.N, 5},
		{"turning card", anna.TurningCard.To, aanmaning},
		{"session", anna.Session.To, b.Sessions[0]},
		{"menu", []string{b.Site.Menu[0].V, b.Site.Menu[1].V}, []string{"over", "cases"}},
		{"round numbers", []int{nadira.Rounds[0].N, nadira.Rounds[2].N}, []int{0, 2}},
	} {
		if !reflect.DeepEqual(check.got, check.want) {
			t.Errorf("%s: got %v, want %v", check.what, check.got, check.want)
		}
	}
}

func TestACaseThatNamesNoRoundsHasThoseItUses(t *testing.T) {
	for _, test := range []struct {
		what string
		add  func(*casebook.Case)
		want int
	}{
		{"nothing", func(*casebook.Case) {}, 0},
		{"event", func(c *casebook.Case) { c.Events = []*casebook.Event{linkEvent("a", 2, "2014", 1)} }, 2},
		{"network", func(c *casebook.Case) { c.Network = []*casebook.Tie{{Round: 3}} }, 3},
		{"dilemma", func(c *casebook.Case) { c.Dilemmas = []casebook.Dilemma{{Round: 4}} }, 4},
	} {
		c := &casebook.Case{Doc: file("casussen", "x")}
		test.add(c)
		Resolve(&casebook.Book{Cases: []*casebook.Case{c}}, Options{})
		if c.LastRound() != test.want || c.Rounds[test.want].N != test.want {
			t.Errorf("%s: rounds %v, want up to %d", test.what, c.Rounds, test.want)
		}
	}
}

func TestTurningCardOfANamedCase(t *testing.T) {
	b := linkSmall()
	b.Reflections[0].TurningCard = linkRef[casebook.Event]("marcel#sloop", 8)
	resolve(t, b)
	if card := linkReflectionOf(b, "anna").TurningCard.To; card == nil || card.Case.ID != "marcel" {
		t.Errorf("turning card %v, want the one of marcel", card)
	}
}

func TestOffsetsStandOnTheAxisOfTheirBase(t *testing.T) {
	b := linkSmall()
	c := b.Cases[0]
	c.Events[0].LeadsTo, c.Events[1].LeadsTo, c.Events[0].AnsweredBy.ID = nil, nil, casebook.Text{}
	c.Events = []*casebook.Event{ // each counts from the next
		linkEvent("laatste", 0, "6 maanden na midden", 10), linkEvent("midden", 0, "1 jaar voor eerste", 20), linkEvent("eerste", 2, "rond 41 jaar", 30),
	}
	if got := resolve(t, b); len(got) > 1 { // the turning card of anna is gone
		t.Fatal(got)
	}
	w := c.Events[0].When
	if w.Axis != casebook.AgeAxis || w.Start != 40.5 || w.End != 41.5 || !w.About || w.Precision != casebook.Year {
		t.Errorf("laatste is at %+v, want about [40.5, 41.5)", w)
	}
	if c.Axis != casebook.AgeAxis {
		t.Errorf("axis of the case: %v", c.Axis)
	}
}

func TestBackwardsNeedsCertainty(t *testing.T) {
	for _, test := range []struct {
		cause, effect string
		want          int
	}{
		{"41 jaar", "41 jaar", 0},
		{"41 jaar", "40 jaar", 1},
		{"41-43 jaar", "42 jaar", 0},
		{"rond 41 jaar", "40 jaar", 0},
		{"rond 41 jaar", "39 jaar", 1},
		{"2014-05", "2014", 0},
		{"2014-05", "2014-04", 1},
		{"2014", "2012/..", 0},
	} {
		c := &casebook.Case{Doc: file("casussen", "x"), Events: []*casebook.Event{linkEvent("a", 0, test.cause, 1), linkEvent("b", 0, test.effect, 2)}}
		c.Events[0].LeadsTo = linkRefs[casebook.Event](3, "b")
		if got := Resolve(&casebook.Book{Cases: []*casebook.Case{c}}, Options{}); len(got) != test.want {
			t.Errorf("%s leads to %s: %v, want %d warnings", test.cause, test.effect, told(got), test.want)
		}
	}
}

func TestImpliedDocuments(t *testing.T) {
	b := linkSmall()
	b.Themes = []*casebook.Theme{{Doc: file("themas", "zelfregie"), Title: linkWord("Zelfregie", 2), Synonyms: words(3, "Eigen regie")}}
	resolve(t, b)
	if got := linkIdsOf(b.Themes); got != "netwerk zelfregie" {
		t.Errorf("themes: %s (a synonym finds its theme)", got)
	}
	if !b.Themes[0].Implied || b.Themes[1].Implied || linkCaseOf(b, "nadira").Themes[0].To != b.Themes[1] {
		t.Errorf("implied: %v, %v; theme of nadira: %s", b.Themes[0].Implied, b.Themes[1].Implied, linkCaseOf(b, "nadira").Themes[0].To.ID)
	}
	b = linkSmall()
	b.Reflections[0].Themes = linkRefs[casebook.Theme](6, "eigen-regie", "Samen zorgen")
	resolve(t, b)
	var titles []string
	for _, theme := range b.Themes {
		titles = append(titles, theme.Title.V)
	}
	if want := []string{"Eigen regie", "netwerk", "Samen zorgen"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
}

// The order in which documents are handed in changes nothing: not the problems, not the book.
func TestLinkOrderOfInputDoesNotCount(t *testing.T) {
	spoil := func(b *casebook.Book) {
		b.Cases[0].Events[0].Text = linkProse(22, "[[marcel]]", "[[nadria]]", "[[thema:netwerk|x]]")
		b.Cases[1].Body = linkProse(5, "[[nadira#sloop]]", "[[over]]")
		b.Reflections[1].Themes = linkRefs[casebook.Theme](6, "Eigen Regie", "netwrk")
		b.Reflections[1].Themes = append(b.Reflections[1].Themes, linkRef[casebook.Theme]("Samen leren", 6))
		b.Reflections[3].Themes = append(b.Reflections[3].Themes, linkRef[casebook.Theme]("SAMEN LEREN", 6))
		b.Reflections[3].Body = linkProse(9, "[[nadira]]", "[[netwerk]]")
	}
	want := ""
	for seed := range int64(20) {
		b := linkSmall()
		spoil(b)
		random := rand.New(rand.NewSource(seed))
		linkShuffle(random, b.Cases)
		linkShuffle(random, b.Reflections)
		linkShuffle(random, b.Sessions)
		problems := resolve(t, b)
		got := strings.Join(problems, "\n") + linkDump(b)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d gives\n%s\nseed 0 gave\n%s", seed, got, want)
		}
	}
	if !strings.Contains(want, "name-near") || !strings.Contains(want, "link-missing") {
		t.Errorf("the book has too few problems to tell:\n%s", want)
	}
}

func linkShuffle[T any](random *rand.Rand, documents []*T) {
	random.Shuffle(len(documents), func(i, j int) { documents[i], documents[j] = documents[j], documents[i] })
}

// linkDump writes down the order of the book, and what link makes.
func linkDump(b *casebook.Book) string {
	var s strings.Builder
	for _, c := range b.Cases {
		fmt.Fprintf(&s, "\n%s: %s | %s", c.ID, linkIds(c.Events), linkIdsOf(found(c.Themes)))
	}
	for _, theme := range b.Themes {
		fmt.Fprintf(&s, "\n%s %q", theme.ID, theme.Title.V)
	}
	for _, r := range b.Reflections {
		fmt.Fprintf(&s, "\n%s: %s | %s", r.ID, r.TurningCard.ID.V, linkIdsOf(found(r.Themes)))
		for _, l := range r.Body.Links() {
			fmt.Fprintf(&s, " -> %q", l.Title)
		}
	}
	fmt.Fprintf(&s, "\n%s | %s", linkIdsOf(b.Sessions), linkIdsOf(b.Organisations))
	return s.String()
}

func TestNearly(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"vroegsignalering", "vroegsignalerng", true},
		{"eigen-regie", "eigenregie", true},
		{"regie", "reige", true},
		{"tafel-a", "tafel-b", false},
		{"groep-2019", "groep-2018", false},
		{"zorg", "werk", false},
		{"huis", "thuis", true},
		{"oog", "oor", false},
	} {
		if got := nearly(test.a, test.b); got != test.want {
			t.Errorf("nearly(%q, %q) is %v", test.a, test.b, got)
		}
	}
}
