package link

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
)

func TestUnpublishedIsLeftOut(t *testing.T) {
	b := small()
	b.Images = []casebook.Image{{Path: "los.jpg"}, {Path: "geheim.jpg"}, {Path: "samen.jpg"}}
	picture := func(path string) casebook.Part { return casebook.Part{Image: &casebook.Picture{Path: path}} }
	b.Cases[2].Body.Parts = []casebook.Part{picture("geheim.jpg"), picture("samen.jpg")}
	b.Cases[0].Body.Parts = []casebook.Part{picture("samen.jpg")}
	b.Reflections[0].RepliesTo = ref[casebook.Reflection]("chris", 9)
	b.Reflections[0].TurningCard = ref[casebook.Event]("fenna#val", 9)
	b.Sessions[0].OrganisedBy, b.Sessions[0].Organiser = nil, word("Huis en Haard", 9)
	b.Themes = []*casebook.Theme{{Doc: file("themas", "moed"), Title: word("Moed", 2), SeeAlso: refs[casebook.Theme](3, "schaamte", "netwerk")}}
	if got := resolve(t, b); len(got) > 0 {
		t.Fatal(got)
	}
	session := b.Sessions[0]
	var images []string
	for _, image := range b.Images {
		images = append(images, image.Path)
	}
	for _, check := range []struct{ what, got, want string }{
		{"cases", idsOf(b.Cases), "marcel nadira"},
		{"reflections", idsOf(b.Reflections), "bram dina anna"},
		{"themes", idsOf(b.Themes), "eigen-regie moed netwerk"},
		{"organisations", idsOf(b.Organisations), "woonstad"},
		{"images", strings.Join(images, " "), "los.jpg samen.jpg"},
		{"cases of the session", idsOf(found(session.Cases)), "nadira"},
		{"order of the session", idsOf(found(session.Order)), "bram"},
		{"see also", idsOf(found(b.Themes[1].SeeAlso)), "netwerk"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
	if len(session.Tallies) != 1 || session.OrganisedBy != nil || !session.Groups[1].Case.ID.IsZero() {
		t.Errorf("the draft's votes, a secret organiser or a draft's id are left: %+v", session)
	}
	if card := reflectionOf(b, "anna").TurningCard; card.To != nil || !card.ID.IsZero() {
		t.Errorf("a card of a draft is left: %+v", card)
	}
	if reply := reflectionOf(b, "anna").RepliesTo; !reply.ID.IsZero() {
		t.Errorf("the id of a reflection without consent is left: %+v", reply)
	}
}

func TestDraftsOnRequest(t *testing.T) {
	b := small()
	b.Cases[0].Body = prose(5, "[[fenna]]")
	if got := told(Resolve(b, Options{Today: today, Drafts: true})); len(got) > 0 {
		t.Error(got)
	}
	if got := idsOf(b.Cases); got != "marcel nadira fenna" && got != "marcel fenna nadira" && got != "fenna marcel nadira" {
		t.Errorf("cases: %s", got)
	}
	if l := caseOf(b, "nadira").Body.Links()[0]; l.Doc != &caseOf(b, "fenna").Doc {
		t.Errorf("link to a draft that is published: %+v", l)
	}
}

// An implied theme takes its title from published documents when there are any: how a draft spells it is nobody's business.
func TestTitleOfAnImpliedThemeIsPublished(t *testing.T) {
	b := small()
	b.Cases[2].Themes = refs[casebook.Theme](3, "NETWERK van Fenna", "Netwerk")
	resolve(t, b)
	if got := b.Themes[1].Title.V; got != "netwerk" {
		t.Errorf("title %q comes from a draft", got)
	}
}

func TestLinksToUnpublished(t *testing.T) {
	b := small()
	b.Pages[0].Body = prose(5, "[[fenna|Fenna]]", "[[chris]]", "[[thema:geheim]]", "[[fenna#val]]")
	resolve(t, b)
	for _, l := range b.Pages[0].Body.Links() {
		if l.Doc != nil || l.Event != nil || l.Title != "" || l.Written != "" || l.Anchor != "" {
			t.Errorf("a trace is left: %+v", l)
		}
	}
	b = small()
	b.Cases[2].Body = prose(5, "[[fenna#val]]", "[[chris]]") // a draft may link to itself without a warning
	if got := resolve(t, b); len(got) > 0 {
		t.Error(got)
	}
}

func TestBacklinks(t *testing.T) {
	b := small()
	nadira, marcel := b.Cases[0], b.Cases[1]
	nadira.Body = prose(3, "[[over]]")
	nadira.Events[2].Text = prose(30, "[[over]]", "[[marcel]]", "[[nadira#sloop]]")
	nadira.Events[0].Text = prose(20, "[[marcel#brief]]")
	marcel.Events[0].Text = prose(10, "[[nadira]]")
	b.Cases[2].Body = prose(3, "[[marcel]]")
	b.Reflections[0].Body, b.Reflections[0].AfterRound = prose(3, "[[marcel]]"), 2
	b.Reflections[2].Body = prose(3, "[[marcel]]")
	b.Reflections[3].Body = prose(3, "zie](../casussen/marcel.md)")
	b.Pages[0].Body = prose(3, "[[marcel]]")
	b.Site.Body = prose(3, "[[marcel]]")
	if got := resolve(t, b); len(got) > 0 {
		t.Fatal(got)
	}
	over := "Zin met over. 0 "
	for _, check := range []struct {
		of   *casebook.Doc
		want string
	}{
		{&b.Pages[0].Doc, "nadira Een duurder huis " + over},
		{&nadira.Doc, "marcel Drie brieven Zin met nadira. 0 "},
		{&marcel.Doc, "index Boek Zin met marcel. 0 | " +
			"nadira Een duurder huis Zin met marcel#brief. 1 nadira| " +
			"anna Kop van anna Zin met marcel. 2 nadira| dina Kop van dina Zin met ../casussen/marcel.md. 0 | over Over Zin met marcel. 0 "},
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
	b := small()
	b.Reflections[0].Cases, b.Reflections[0].TurningCard.ID = refs[casebook.Case](5, "fenna"), casebook.Text{}
	b.Reflections[0].Body, b.Reflections[0].AfterRound = prose(3, "[[over]]"), 1
	resolve(t, b)
	want := casebook.Backlink{From: &reflectionOf(b, "anna").Doc, Title: "Kop van anna"}
	if got := b.Pages[0].Backlinks; len(got) != 1 || got[0] != want {
		t.Errorf("backlink %+v, want %+v", got, want)
	}
}

func TestLinkTargets(t *testing.T) {
	b := small()
	b.Pages = append(b.Pages, &casebook.Page{Doc: file("paginas", "één-pagina")})
	b.Pages[1].ID = "een-pagina"
	b.Cases[0].Body = prose(3, "[[Nadira#sloop]]", "zie](marcel.md#brief)", "zie](../paginas/%C3%A9e%CC%81n-pagina.md)", "[[casus:marcel]]", "[[Theme: Eigen regie]]", "zie](../index.md)", "[[organisatie:woonstad]]")
	if got := resolve(t, b); len(got) > 1 { // own words for the letter of marcel
		t.Fatal(got)
	}
	var got []string
	for _, l := range caseOf(b, "nadira").Body.Links() {
		s := l.Doc.ID + "/" + l.Title
		if l.Event != nil {
			s += "#" + l.Event.ID.V
		}
		got = append(got, s)
	}
	want := []string{"nadira/Een duurder huis#sloop", "marcel/Drie brieven#brief", "een-pagina/", "marcel/Drie brieven", "eigen-regie/Eigen regie", "index/Boek", "woonstad/Woonstad"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// texts must give all prose that the model has: a new field of type Prose that it forgets would have dead links.
func TestTextsHoldsAllProse(t *testing.T) {
	known := map[string]bool{"Doc.Body": true, "Event.Text": true}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(typ.Elem())
		case reflect.Struct:
			if seen[typ] || typ == reflect.TypeFor[time.Time]() {
				return
			}
			seen[typ] = true
			for i := range typ.NumField() {
				field := typ.Field(i)
				if field.Type == reflect.TypeFor[casebook.Prose]() && !known[typ.Name()+"."+field.Name] {
					t.Errorf("%s.%s is prose, and texts does not know it", typ.Name(), field.Name)
				}
				walk(field.Type)
			}
		}
	}
	walk(reflect.TypeFor[casebook.Book]())
	if !seen[reflect.TypeFor[casebook.Event]()] {
		t.Error("the walk did not reach events")
	}
}

// A reflection over two cases is told from the case of its turning card, and knows of both what its own round gives away.
func TestReflectionOverTwoCases(t *testing.T) {
	b := small()
	anna := b.Reflections[0]
	anna.Cases, anna.TurningCard = refs[casebook.Case](5, "nadira", "marcel"), ref[casebook.Event]("marcel#sloop", 6)
	anna.Body, anna.AfterRound = prose(9, "[[nadira#aanmaning|de brief]]", "[[over]]", "[[nadira#gesprek|het gesprek]]"), 1
	want := []string{"9 link-spoiler id=gesprek case=nadira known=1 n=2 place=:30:1"}
	if got := resolve(t, b); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if l := b.Pages[0].Backlinks[0]; l.Case != caseOf(b, "marcel") || l.Round != 1 {
		t.Errorf("backlink %+v, want round 1 of marcel", l)
	}
}

// Plain text and sentences hold wiki links as they were typed until link names them; neither an unpublished id nor an event's name may stand there.
func TestPlainTextNamesLinks(t *testing.T) {
	b := small()
	body := prose(3, "[[nadira#sloop]]", "[[chris]]", "[[fenna]]", "[[nadira|haar]]")
	body.Plain = "Zie [[nadira#sloop]], [[chris]] en [[fenna]], of haar."
	for _, l := range body.Links() {
		l.Sentence = body.Plain
	}
	b.Pages[0].Body = body
	resolve(t, b)
	const want = "Zie Een duurder huis, … en …, of haar."
	if got := b.Pages[0].Body.Plain; got != want {
		t.Errorf("plain text %q, want %q", got, want)
	}
	if got := caseOf(b, "nadira").Backlinks[0].Sentence; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

func TestLinksThatParseRefusedAreLeftAlone(t *testing.T) {
	b := small()
	b.Pages[0].Body = prose(3, "x](javascript:alert(1))", "x](//elders.nl)", "x]()", "[[]]")
	b.Pages[0].Body.Parts = append(b.Pages[0].Body.Parts, casebook.Part{Image: &casebook.Picture{}})
	if got := resolve(t, b); len(got) > 0 {
		t.Error(got)
	}
}

// An organisation without a file exists by being shown: one that a participant hides has no page, and a link to it is plain text.
func TestHiddenOrganisation(t *testing.T) {
	b := small()
	b.Reflections[0].Organisation, b.Reflections[0].Display = ref[casebook.Organisation]("De Hoeksteen", 7), casebook.ShowRole
	b.Reflections[1].Organisation, b.Reflections[1].Display = ref[casebook.Organisation]("WOONSTAD", 7), casebook.ShowRole
	b.Pages[0].Body = prose(3, "[[organisatie:de-hoeksteen]]")
	if got := resolve(t, b); len(got) > 0 {
		t.Error(got)
	}
	if got := idsOf(b.Organisations); got != "woonstad" || b.Organisations[0].Title.V != "Woonstad" {
		t.Errorf("organisations: %s (%s)", got, b.Organisations[0].Title.V)
	}
	if l := b.Pages[0].Body.Links()[0]; l.Doc != nil {
		t.Errorf("a link leads to the hidden organisation: %+v", l)
	}
}
