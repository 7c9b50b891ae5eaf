package link

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
	b := small()
	b.Cases[0].Events[1].Domains = refs[casebook.Domain](9, "Huisvesting", "social security", "zorg")
	resolve(t, b)
	nadira, anna := caseOf(b, "nadira"), reflectionOf(b, "anna")
	sloop, aanmaning, gesprek := nadira.Events[0], nadira.Events[1], nadira.Events[2]
	for _, check := range []struct {
		what      string
		got, want any
	}{
		{"event's case", sloop.Case, nadira},
		{"cause", sloop.LeadsTo[0].To, aanmaning},
		{"caused by", aanmaning.CausedBy, []*casebook.Event{sloop}},
		{"answer", aanmaning.AnsweredBy.To, gesprek},
		{"picked up", aanmaning.PickedUp, casebook.Yes},
		{"answers", gesprek.Answers, []*casebook.Event{aanmaning}},
		{"domains", []string{sloop.Domains[0].To.Name.V, sloop.Domains[1].To.Name.V, sloop.Domains[2].To.Name.V}, []string{"wonen", "sociale zekerheid", "zorg"}},
		{"domain number", sloop.Domains[1].To.N, 5},
		{"turning card", anna.TurningCard.To, aanmaning},
		{"turned for", aanmaning.TurnedFor, []*casebook.Reflection{anna}},
		{"session", anna.Session.To, b.Sessions[0]},
		{"menu", []string{b.Site.Menu[0].V, b.Site.Menu[1].V}, []string{"over", "cases"}},
		{"round numbers", []int{nadira.Rounds[0].N, nadira.Rounds[2].N}, []int{0, 2}},
		{"rounds from events", len(caseOf(b, "marcel").Rounds), 2},
	} {
		if !reflect.DeepEqual(check.got, check.want) {
			t.Errorf("%s: got %v, want %v", check.what, check.got, check.want)
		}
	}
}

func TestTurningCardOfANamedCase(t *testing.T) {
	b := small()
	b.Reflections[0].TurningCard = ref[casebook.Event]("marcel#sloop", 8)
	resolve(t, b)
	if card := reflectionOf(b, "anna").TurningCard.To; card == nil || card.Case.ID != "marcel" {
		t.Errorf("turning card %v, want the one of marcel", card)
	}
}

func TestOffsetsStandOnTheAxisOfTheirBase(t *testing.T) {
	b := small()
	c := b.Cases[0]
	c.Events[0].LeadsTo, c.Events[1].LeadsTo, c.Events[0].AnsweredBy.ID = nil, nil, casebook.Text{}
	c.Events = []*casebook.Event{ // each counts from the next
		event("laatste", 0, "6 maanden na midden", 10), event("midden", 0, "1 jaar voor eerste", 20), event("eerste", 2, "rond 41 jaar", 30),
	}
	if got := resolve(t, b); len(got) > 1 { // the turning card of anna is gone
		t.Fatal(got)
	}
	if got := ids(c.Events); got != "midden laatste eerste" {
		t.Errorf("order of time: %s", got)
	}
	w := c.Events[1].When
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
		c := &casebook.Case{Doc: file("casussen", "x"), Events: []*casebook.Event{event("a", 0, test.cause, 1), event("b", 0, test.effect, 2)}}
		c.Events[0].LeadsTo = refs[casebook.Event](3, "b")
		if got := Resolve(&casebook.Book{Cases: []*casebook.Case{c}}, Options{}); len(got) != test.want {
			t.Errorf("%s leads to %s: %v, want %d warnings", test.cause, test.effect, told(got), test.want)
		}
	}
}

func TestEventsAndDeck(t *testing.T) {
	c := &casebook.Case{Doc: file("casussen", "x"), Events: []*casebook.Event{
		event("c", 2, "30 jaar", 1), event("a", 1, "41 jaar", 2), event("d", 1, "50 jaar", 3), event("b", 1, "41 jaar", 4), event("e", 0, "60 jaar", 5),
	}}
	Resolve(&casebook.Book{Cases: []*casebook.Case{c}}, Options{})
	if got := ids(c.Events); got != "c a b d e" {
		t.Errorf("by time, then file: %s", got)
	}
	if got := ids(c.Deck); got != "e a b d c" {
		t.Errorf("by round, then time: %s", got)
	}
	if c.Deck[4].Card != 5 || c.Deck[0].Card != 1 {
		t.Errorf("cards %d and %d, want 5 and 1", c.Deck[4].Card, c.Deck[0].Card)
	}
}

func TestOrderOfTheBook(t *testing.T) {
	b := small()
	for i, title := range []string{"Éénzaam", "eend", "‘Aan tafel’", "Zaak 10", "Zaak 9"} {
		b.Pages = append(b.Pages, &casebook.Page{Doc: file("paginas", fmt.Sprint("p", i)), Title: word(title, 2)})
	}
	b.Sessions = append(b.Sessions, &casebook.Session{Doc: file("sessies", "nieuw"), Title: word("Nieuw", 2), Date: day(2026, 1)})
	loose := reflection("los", "", "", "")
	loose.Session = casebook.Ref[casebook.Session]{}
	anonymous := reflection("naamloos", "Aad", "", "Aa")
	anonymous.Display = casebook.ShowAnonymous
	b.Reflections = append(b.Reflections, loose, anonymous)
	b.Sessions[0].Groups = append(b.Sessions[0].Groups, casebook.Group{Name: word("Tafel 3", 5), Case: ref[casebook.Case]("marcel", 5)})
	resolve(t, b)
	for _, check := range []struct{ what, got, want string }{
		{"pages", idsOf(b.Pages), "p2 p1 p0 over p4 p3"},
		{"cases", idsOf(b.Cases), "marcel nadira"},
		{"sessions, newest first", idsOf(b.Sessions), "nieuw congres training"},
		// bram is in volgorde; then van Boer, de Veld; then who shows no name; then who was at no session.
		{"reflections", idsOf(b.Reflections), "bram dina anna naamloos los"},
		{"reflections of the session", idsOf(b.Sessions[1].Reflections), "bram dina anna naamloos"},
		{"next of bram", reflectionOf(b, "bram").Next.ID, "dina"},
		{"previous of anna", reflectionOf(b, "anna").Prev.ID, "dina"},
		{"session before congres", b.Sessions[1].Prev.ID, "training"},
		{"session after congres", b.Sessions[1].Next.ID, "nieuw"},
		{"case after marcel", b.Cases[0].Next.ID, "nadira"},
		{"themes of the session", idsOf(b.Sessions[1].Themes), "eigen-regie netwerk"},
		{"sessions of the case", idsOf(caseOf(b, "nadira").Sessions), "congres"},
		{"sessions of a case at one table", idsOf(caseOf(b, "marcel").Sessions), "congres"},
		{"reflections of the theme", idsOf(b.Themes[0].Reflections), "bram dina anna naamloos los"},
		{"related", idsOf(caseOf(b, "nadira").Related), "marcel"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
	if last := reflectionOf(b, "naamloos"); last.Next != nil {
		t.Errorf("the last of a session has a next: %s", last.Next.ID)
	}
}

func TestRelatedCasesShareMostThemes(t *testing.T) {
	b := &casebook.Book{}
	for _, c := range []struct{ id, themes string }{
		{"a", "x y z"}, {"b", "x"}, {"c", "x y"}, {"d", "x y z"}, {"e", "q"}, {"f", "x"}, {"g", "x"}, {"h", "x"},
	} {
		b.Cases = append(b.Cases, &casebook.Case{Doc: file("casussen", c.id), Title: word(c.id, 1), Themes: refs[casebook.Theme](2, strings.Fields(c.themes)...)})
	}
	Resolve(b, Options{})
	for id, want := range map[string]string{"a": "d c b f g", "f": "g h a b c", "e": ""} {
		if got := idsOf(caseOf(b, id).Related); got != want {
			t.Errorf("related to %s: %q, want %q", id, got, want)
		}
	}
}

func TestImpliedDocuments(t *testing.T) {
	b := small()
	b.Themes = []*casebook.Theme{{Doc: file("themas", "zelfregie"), Title: word("Zelfregie", 2), Synonyms: words(3, "Eigen regie")}}
	resolve(t, b)
	if got := idsOf(b.Themes); got != "netwerk zelfregie" {
		t.Errorf("themes: %s (a synonym finds its theme)", got)
	}
	if !b.Themes[0].Implied || b.Themes[1].Implied || len(b.Themes[1].Cases) != 1 {
		t.Errorf("implied: %v, %v; cases of zelfregie: %d", b.Themes[0].Implied, b.Themes[1].Implied, len(b.Themes[1].Cases))
	}
	b = small()
	b.Reflections[0].Themes = refs[casebook.Theme](6, "eigen-regie", "Samen zorgen")
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
func TestOrderOfInputDoesNotCount(t *testing.T) {
	spoil := func(b *casebook.Book) {
		b.Cases[0].Events[0].Text = prose(22, "[[marcel]]", "[[nadria]]", "[[thema:netwerk|x]]")
		b.Cases[1].Body = prose(5, "[[nadira#sloop]]", "[[over]]")
		b.Reflections[1].Themes = refs[casebook.Theme](6, "Eigen Regie", "netwrk")
		b.Reflections[1].Themes = append(b.Reflections[1].Themes, ref[casebook.Theme]("Samen leren", 6))
		b.Reflections[3].Themes = append(b.Reflections[3].Themes, ref[casebook.Theme]("SAMEN LEREN", 6))
		b.Reflections[3].Body = prose(9, "[[nadira]]", "[[netwerk]]")
	}
	want := ""
	for seed := range int64(20) {
		b := small()
		spoil(b)
		random := rand.New(rand.NewSource(seed))
		shuffle(random, b.Cases)
		shuffle(random, b.Reflections)
		shuffle(random, b.Sessions)
		problems := resolve(t, b)
		got := strings.Join(problems, "\n") + dump(b)
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

func shuffle[T any](random *rand.Rand, documents []*T) {
	random.Shuffle(len(documents), func(i, j int) { documents[i], documents[j] = documents[j], documents[i] })
}

// dump writes down the order of everything that link makes.
func dump(b *casebook.Book) string {
	var s strings.Builder
	backlinks := func(d *casebook.Doc) {
		for _, l := range d.Backlinks {
			fmt.Fprintf(&s, " <- %s %q %q %d", l.From.ID, l.Title, l.Sentence, l.Round)
		}
	}
	for _, c := range b.Cases {
		fmt.Fprintf(&s, "\n%s: %s | %s | %s | %s |", c.ID, ids(c.Deck), idsOf(c.Reflections), idsOf(c.Sessions), idsOf(c.Related))
		backlinks(&c.Doc)
	}
	for _, theme := range b.Themes {
		fmt.Fprintf(&s, "\n%s %q: %s | %s | %s |", theme.ID, theme.Title.V, idsOf(theme.Cases), idsOf(theme.Reflections), idsOf(theme.Sessions))
		backlinks(&theme.Doc)
	}
	fmt.Fprintf(&s, "\n%s | %s | %s", idsOf(b.Reflections), idsOf(b.Sessions), idsOf(b.Organisations))
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
