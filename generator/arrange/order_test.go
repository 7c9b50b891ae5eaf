package arrange

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

func TestEventsAndDeck(t *testing.T) {
	c := aCase("x", "X", event("c", 2, "30 jaar"), event("ooit", 1, ""), event("a", 1, "41 jaar"), event("d", 1, "50 jaar"),
		event("b", 1, "41 jaar"), event("e", 0, "60 jaar"))
	Book(&casebook.Book{Cases: []*casebook.Case{c}})
	if got := ids(c.Events); got != "c a b d e ooit" {
		t.Errorf("by time, then file, without a time last: %s", got)
	}
	if got := ids(c.Deck); got != "e a b d ooit c" {
		t.Errorf("by round, then time: %s", got)
	}
	if c.Deck[5].Card != 6 || c.Deck[0].Card != 1 {
		t.Errorf("cards %d and %d, want 6 and 1", c.Deck[5].Card, c.Deck[0].Card)
	}
}

func TestOrderOfTheBook(t *testing.T) {
	b := small()
	for i, title := range []string{"Éénzaam", "eend", "‘Aan tafel’", "Zaak 10", "Zaak 9"} {
		b.Pages = append(b.Pages, &casebook.Page{Doc: doc(fmt.Sprint("p", i)), Title: word(title)})
	}
	b.Sessions = append(b.Sessions, &casebook.Session{Doc: doc("nieuw"), Title: word("Nieuw"), Date: day(2026, 1)})
	loose, anonymous := reflection(person("los", "", "")), reflection(person("Aad", "", "Aa"))
	anonymous.Display, anonymous.Session = casebook.ShowAnonymous, b.Reflections[0].Session
	b.Reflections = append(b.Reflections, loose, anonymous)
	b.Images = []casebook.Image{{Path: "b.jpg"}, {Path: "a.jpg"}}
	Book(b)
	for _, check := range []struct{ what, got, want string }{
		{"pages", idsOf(b.Pages), "p2 p1 p0 over p4 p3"},
		{"cases", idsOf(b.Cases), "marcel nadira"},
		{"sessions, newest first", idsOf(b.Sessions), "nieuw congres training"},
		// bram is in volgorde; then van Boer, de Veld; then who shows no name; then who was at no session.
		{"reflections", idsOf(b.Reflections), "bram dina anna aad los"},
		{"images", b.Images[0].Path, "a.jpg"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
}

// The order in which documents are handed in changes nothing.
func TestOrderOfInputDoesNotCount(t *testing.T) {
	want := ""
	for seed := range int64(20) {
		b := small()
		marcel, nadira := b.Cases[0], b.Cases[1]
		b.Themes = append(b.Themes, &casebook.Theme{Doc: doc("netwerk-2"), Title: word("netwerk")}) // as another: the id decides
		nadira.Events[0].Text, marcel.Body = prose(marcel, b.Themes[1]), prose(nadira, b.Pages[0])
		b.Reflections[2].Body, b.Reflections[0].Body = prose(nadira, marcel), prose(marcel)
		random := rand.New(rand.NewSource(seed))
		shuffle(random, b.Cases)
		shuffle(random, b.Reflections)
		shuffle(random, b.Sessions)
		shuffle(random, b.Themes)
		Book(b)
		got := dump(b)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d gives\n%s\nseed 0 gave\n%s", seed, got, want)
		}
	}
	if !strings.Contains(want, "<- anna") || !strings.Contains(want, "<- nadira") {
		t.Errorf("the book has too few backlinks to tell:\n%s", want)
	}
}

func shuffle[T any](random *rand.Rand, documents []*T) {
	random.Shuffle(len(documents), func(i, j int) { documents[i], documents[j] = documents[j], documents[i] })
}

// dump writes down the order of all that arrange makes.
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
		fmt.Fprintf(&s, "\n%s: %s | %s | %s |", theme.ID, idsOf(theme.Cases), idsOf(theme.Reflections), idsOf(theme.Sessions))
		backlinks(&theme.Doc)
	}
	fmt.Fprintf(&s, "\n%s | %s | %s", idsOf(b.Reflections), idsOf(b.Sessions), idsOf(b.Organisations[0].Reflections))
	return s.String()
}
