package resolve

import (
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

func TestOtherEndsOfReferences(t *testing.T) {
	b := arrangeSmall()
	b.Reflections[2].RepliesTo = arrangeRef(b.Reflections[0])
	old := &casebook.Organisation{Doc: doc("oud"), Title: arrangeWord("Oud"), Successor: arrangeRef(b.Organisations[0])}
	b.Organisations = append(b.Organisations, old)
	b.Sessions[0].Cases = append(b.Sessions[0].Cases, arrangeRefs(b.Cases[0])...) // the case of a table, after the session's own
	loose, late := arrangeReflection(person("Los", "", "")), arrangeReflection(person("Wim", "", "Zz"))
	late.Session, late.Cases = arrangeRef(b.Sessions[0]), arrangeRefs(b.Cases[1], b.Cases[1]) // the same case twice
	b.Reflections = append(b.Reflections, loose, late)
	congres, nadira, woonstad := b.Sessions[0], b.Cases[1], b.Organisations[0]
	aanmaning, gesprek := nadira.Events[0], nadira.Events[2]
	Order(b)
	anna := arrangeReflectionOf(b, "anna")
	for _, check := range []struct{ what, got, want string }{
		{"caused by", arrangeIds(aanmaning.CausedBy), "sloop"},
		{"answers", arrangeIds(gesprek.Answers), "aanmaning"},
		{"turned for", arrangeIdsOf(aanmaning.TurnedFor), "anna"},
		{"reflections of the case, each once", arrangeIdsOf(nadira.Reflections), "bram dina anna wim"},
		{"reflections of the session", arrangeIdsOf(congres.Reflections), "bram dina anna wim"},
		{"reflections of the theme", arrangeIdsOf(b.Themes[0].Reflections), "bram dina anna"},
		{"reflections of the organisation", arrangeIdsOf(woonstad.Reflections), "bram dina anna"},
		{"replies", arrangeIdsOf(anna.Replies), "dina"},
		{"predecessors", arrangeIdsOf(woonstad.Predecessors), "oud"},
		{"cases of the theme", arrangeIdsOf(b.Themes[1].Cases), "marcel nadira"},
		{"themes of the session", arrangeIdsOf(congres.Themes), "eigen-regie netwerk"},
		{"sessions of the theme", arrangeIdsOf(b.Themes[1].Sessions), "congres"},
		{"sessions of the case", arrangeIdsOf(nadira.Sessions), "congres"},
		{"sessions of a case at one table", arrangeIdsOf(arrangeCaseOf(b, "marcel").Sessions), "congres"},
		{"sessions of the organiser", arrangeIdsOf(woonstad.Sessions), "congres"},
		{"next of bram", arrangeReflectionOf(b, "bram").Next.ID, "dina"},
		{"previous of anna", anna.Prev.ID, "dina"},
		{"session before congres", congres.Prev.ID, "training"},
		{"session after training", b.Sessions[1].Next.ID, "congres"},
		{"case after marcel", b.Cases[0].Next.ID, "nadira"},
		{"theme before netwerk", b.Themes[1].Prev.ID, "eigen-regie"},
		{"organisation after oud", old.Next.ID, "woonstad"},
		{"related", arrangeIdsOf(nadira.Related), "marcel"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
	if late.Next != nil || loose.Prev != nil {
		t.Error("the last reflection of a session is chained to the first without one")
	}
}

func TestRelatedCasesShareMostThemes(t *testing.T) {
	b, themes := &casebook.Book{}, map[string]*casebook.Theme{}
	for _, c := range []struct{ id, themes string }{
		{"a", "x y z"}, {"b", "x"}, {"c", "x y"}, {"d", "x y z"}, {"e", "q"}, {"f", "x"}, {"g", "x"}, {"h", "x"},
	} {
		made := aCase(c.id, c.id)
		for _, id := range strings.Fields(c.themes) {
			if themes[id] == nil {
				themes[id] = &casebook.Theme{Doc: doc(id)}
				b.Themes = append(b.Themes, themes[id])
			}
			made.Themes = append(made.Themes, arrangeRef(themes[id]))
		}
		b.Cases = append(b.Cases, made)
	}
	Order(b)
	for id, want := range map[string]string{"a": "d c b f g", "f": "g h a b c", "e": ""} {
		if got := arrangeIdsOf(arrangeCaseOf(b, id).Related); got != want {
			t.Errorf("related to %s: %q, want %q", id, got, want)
		}
	}
}

func TestBacklinks(t *testing.T) {
	b := arrangeSmall()
	marcel, nadira, over := b.Cases[0], b.Cases[1], b.Pages[0]
	nadira.Body = arrangeProse(over)
	// The first card of the deck that mentions marcel counts, although one of a later round happened before it.
	nadira.Events[2].When = nadira.Events[1].When
	nadira.Events[2].Text = arrangeProse(over, marcel, nadira)
	nadira.Events[0].Text = arrangeProse(marcel)
	marcel.Events[0].Text = arrangeProse(nadira)
	b.Reflections[0].Body, b.Reflections[0].AfterRound = arrangeProse(marcel), 2
	b.Reflections[2].Body = arrangeProse(marcel)
	over.Body, b.Site.Body = arrangeProse(marcel), arrangeProse(marcel)
	Order(b)
	for _, check := range []struct {
		of   *casebook.Doc
		want string
	}{
		{&over.Doc, "nadira Een duurder huis Zin met over. 0 "},
		{&nadira.Doc, "marcel Drie brieven Zin met nadira. 0 "},
		{&marcel.Doc, "index Boek Zin met marcel. 0 | nadira Een duurder huis Zin met marcel. 1 nadira| " +
			"anna Kop van anna Zin met marcel. 2 nadira| dina Kop van dina Zin met marcel. 0 | over Over Zin met marcel. 0 "},
	} {
		var got []string
		for _, l := range check.of.Backlinks {
			in := ""
			if l.Case != nil {
				in = l.Case.ID
			}
			got = append(got, strings.Join([]string{l.From.ID, l.Title, l.Sentence, string(rune('0' + l.Round)), in}, " "))
		}
		if strings.Join(got, "| ") != check.want {
			t.Errorf("backlinks of %s:\ngot  %s\nwant %s", check.of.ID, strings.Join(got, "| "), check.want)
		}
	}
}

// A reflection that gives away a later round of a case that is not published keeps its sentence to itself.
func TestSentenceThatNobodyCanReach(t *testing.T) {
	b := arrangeSmall()
	anna := b.Reflections[0]
	anna.Cases, anna.TurningCard = nil, casebook.Ref[casebook.Event]{}
	anna.Body, anna.AfterRound = arrangeProse(b.Pages[0]), 1
	Order(b)
	want := casebook.Backlink{From: &anna.Doc, Title: "Kop van anna"}
	if got := b.Pages[0].Backlinks; len(got) != 1 || got[0] != want {
		t.Errorf("backlink %+v, want %+v", got, want)
	}
}

// A reflection over two cases is told from the case of its turning card.
func TestArrangeReflectionOverTwoCases(t *testing.T) {
	b := arrangeSmall()
	anna, marcel, nadira := b.Reflections[0], b.Cases[0], b.Cases[1]
	anna.Cases, anna.TurningCard = arrangeRefs(nadira, marcel), arrangeRef(marcel.Events[1])
	anna.Body, anna.AfterRound = arrangeProse(b.Pages[0]), 1
	Order(b)
	if l := b.Pages[0].Backlinks[0]; l.Case != marcel || l.Round != 1 {
		t.Errorf("backlink %+v, want round 1 of marcel", l)
	}
}
