package resolve

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

func TestEventsAndDeck(t *testing.T) {
	c := aCase("x", "X", arrangeEvent("c", 2, "30 jaar"), arrangeEvent("ooit", 1, ""), arrangeEvent("a", 1, "41 jaar"), arrangeEvent("d", 1, "50 jaar"),
		arrangeEvent("b", 1, "41 jaar"), arrangeEvent("e", 0, "60 jaar"))
	Order(&casebook.Book{Cases: []*casebook.Case{c}})
	if got := arrangeIds(c.Events); got != "c a b d e ooit" {
		t.Errorf("by time, then file, without a time last: %s", got)
	}
	if got := arrangeIds(c.Deck); got != "e a b d ooit c" {
		t.Errorf("by round, then time: %s", got)
	}
	if c.Deck[5].Card != 6 || c.Deck[0].Card != 1 {
		t.Errorf("cards %d and %d, want 6 and 1", c.Deck[5].Card, c.Deck[0].Card)
	}
}

func TestOrderOfTheBook(t *testing.T) {
	b := arrangeSmall()
	for i, title := range []string{"Éénzaam", "eend", "‘Aan tafel’", "Zaak 10", "Zaak 9"} {
		b.Pages = append(b.Pages, &casebook.Page{Doc: doc(fmt.Sprint("p", i)), Title: arrangeWord(title)})
	}
	b.Sessions = append(b.Sessions, &casebook.Session{Doc: doc("nieuw"), Title: arrangeWord("Nieuw"), Date: arrangeDay(2026, 1)})
	loose, anonymous := arrangeReflection(person("los", "", "")), arrangeReflection(person("Aad", "", "Aa"))
	anonymous.Display, anonymous.Session = casebook.ShowAnonymous, b.Reflections[0].Session
	b.Reflections = append(b.Reflections, loose, anonymous)
	b.Images = []casebook.Image{{Path: "b.jpg"}, {Path: "a.jpg"}}
	Order(b)
	for _, check := range []struct{ what, got, want string }{
		{"pages", arrangeIdsOf(b.Pages), "p2 p1 p0 over p4 p3"},
		{"cases", arrangeIdsOf(b.Cases), "marcel nadira"},
		{"sessions, newest first", arrangeIdsOf(b.Sessions), "nieuw congres training"},
		// bram is in volgorde; then van Boer, de Veld; then who shows no name; then who was at no session.
		{"reflections", arrangeIdsOf(b.Reflections), "bram dina anna aad los"},
		{"images", b.Images[0].Path, "a.jpg"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
}

// The order in which documents are handed in changes nothing.
func TestArrangeOrderOfInputDoesNotCount(t *testing.T) {
	want := ""
	for seed := range int64(20) {
		b := arrangeSmall()
		marcel, nadira := b.Cases[0], b.Cases[1]
		b.Themes = append(b.Themes, &casebook.Theme{Doc: doc("netwerk-2"), Title: arrangeWord("netwerk")}) // as another: the id decides
		nadira.Events[0].Text, marcel.Body = arrangeProse(marcel, b.Themes[1]), arrangeProse(nadira, b.Pages[0])
		b.Reflections[2].Body, b.Reflections[0].Body = arrangeProse(nadira, marcel), arrangeProse(marcel)
		random := rand.New(rand.NewSource(seed))
		arrangeShuffle(random, b.Cases)
		arrangeShuffle(random, b.Reflections)
		arrangeShuffle(random, b.Sessions)
		arrangeShuffle(random, b.Themes)
		Order(b)
		got := arrangeDump(b)
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

func arrangeShuffle[T any](random *rand.Rand, documents []*T) {
	random.Shuffle(len(documents), func(i, j int) { documents[i], documents[j] = documents[j], documents[i] })
}

// arrangeDump writes down the order of all that arrange makes.
func arrangeDump(b *casebook.Book) string {
	var s strings.Builder
	backlinks := func(d *casebook.Doc) {
		for _, l := range d.Backlinks {
			fmt.Fprintf(&s, " <- %s %q %q %d", l.From.ID, l.Title, l.Sentence, l.Round)
		}
	}
	for _, c := range b.Cases {
		fmt.Fprintf(&s, "\n%s: %s | %s | %s | %s |", c.ID, arrangeIds(c.Deck), arrangeIdsOf(c.Reflections), arrangeIdsOf(c.Sessions), arrangeIdsOf(c.Related))
		backlinks(&c.Doc)
	}
	for _, theme := range b.Themes {
		fmt.Fprintf(&s, "\n%s: %s | %s | %s |", theme.ID, arrangeIdsOf(theme.Cases), arrangeIdsOf(theme.Reflections), arrangeIdsOf(theme.Sessions))
		backlinks(&theme.Doc)
	}
	fmt.Fprintf(&s, "\n%s | %s | %s", arrangeIdsOf(b.Reflections), arrangeIdsOf(b.Sessions), arrangeIdsOf(b.Organisations[0].Reflections))
	return s.String()
}
