package resolve

import (
	"reflect"
	"strings"
	"testing"

	"casusboek/generator/casebook"
)

func TestUnpublishedIsLeftOut(t *testing.T) {
	b := linkSmall()
	b.Images = []casebook.Image{{Path: "los.jpg"}, {Path: "geheim.jpg"}, {Path: "samen.jpg"}}
	picture := func(path string) casebook.Part { return casebook.Part{Image: &casebook.Picture{Path: path}} }
	b.Cases[2].Body.Parts = []casebook.Part{picture("geheim.jpg"), picture("samen.jpg")}
	b.Cases[0].Body.Parts = []casebook.Part{picture("samen.jpg")}
	b.Reflections[0].RepliesTo = linkRef[casebook.Reflection]("chris", 9)
	b.Reflections[0].TurningCard = linkRef[casebook.Event]("fenna#val", 9)
	b.Sessions[0].OrganisedBy, b.Sessions[0].Organiser = nil, linkWord("Huis en Haard", 9)
	b.Themes = []*casebook.Theme{{Doc: file("themas", "moed"), Title: linkWord("Moed", 2), SeeAlso: linkRefs[casebook.Theme](3, "schaamte", "netwerk")}}
	if got := resolve(t, b); len(got) > 0 {
		t.Fatal(got)
	}
	session := b.Sessions[0]
	var images []string
	for _, image := range b.Images {
		images = append(images, image.Path)
	}
	for _, check := range []struct{ what, got, want string }{
		{"cases", linkIdsOf(b.Cases), "marcel nadira"},
		{"reflections", linkIdsOf(b.Reflections), "anna bram dina"},
		{"themes", linkIdsOf(b.Themes), "eigen-regie moed netwerk"},
		{"organisations", linkIdsOf(b.Organisations), "woonstad"},
		{"images", strings.Join(images, " "), "samen.jpg"}, // nothing shows los.jpg
		{"cases of the session", linkIdsOf(found(session.Cases)), "nadira"},
		{"order of the session", linkIdsOf(found(session.Order)), "bram"},
		{"see also", linkIdsOf(found(b.Themes[1].SeeAlso)), "netwerk"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
	if len(session.Tallies) != 1 || session.OrganisedBy != nil || !session.Groups[1].Case.ID.IsZero() {
		t.Errorf("the draft's votes, a secret organiser or a draft's id are left: %+v", session)
	}
	if card := linkReflectionOf(b, "anna").TurningCard; card.To != nil || !card.ID.IsZero() {
		t.Errorf("a card of a draft is left: %+v", card)
	}
	if reply := linkReflectionOf(b, "anna").RepliesTo; !reply.ID.IsZero() {
		t.Errorf("the id of a reflection without consent is left: %+v", reply)
	}
}

func TestDraftsOnRequest(t *testing.T) {
	b := linkSmall()
	b.Cases[0].Body = linkProse(5, "[[fenna]]")
	if got := told(Resolve(b, Options{Today: today, Drafts: true})); len(got) > 0 {
		t.Error(got)
	}
	if got := linkIdsOf(b.Cases); got != "fenna marcel nadira" {
		t.Errorf("cases: %s", got)
	}
	if l := linkCaseOf(b, "nadira").Body.Links()[0]; l.Doc != &linkCaseOf(b, "fenna").Doc {
		t.Errorf("link to a draft that is published: %+v", l)
	}
}

// An implied theme takes its title from published documents when there are any: how a draft spells it is nobody's business.
func TestTitleOfAnImpliedThemeIsPublished(t *testing.T) {
	b := linkSmall()
	b.Cases[2].Themes = linkRefs[casebook.Theme](3, "NETWERK van Fenna", "Netwerk")
	resolve(t, b)
	if got := b.Themes[1].Title.V; got != "netwerk" {
		t.Errorf("title %q comes from a draft", got)
	}
}

func TestLinksToUnpublished(t *testing.T) {
	b := linkSmall()
	b.Pages[0].Body = linkProse(5, "[[fenna|Fenna]]", "[[chris]]", "[[thema:geheim]]", "[[fenna#val]]")
	resolve(t, b)
	for _, l := range b.Pages[0].Body.Links() {
		if l.Doc != nil || l.Event != nil || l.Title != "" || l.Written != "" || l.Anchor != "" {
			t.Errorf("a trace is left: %+v", l)
		}
	}
	b = linkSmall()
	b.Cases[2].Body = linkProse(5, "[[fenna#val]]", "[[chris]]") // a draft may link to itself without a warning
	if got := resolve(t, b); len(got) > 0 {
		t.Error(got)
	}
}

func TestLinkTargets(t *testing.T) {
	b := linkSmall()
	b.Pages = append(b.Pages, &casebook.Page{Doc: file("paginas", "één-pagina")})
	b.Pages[1].ID = "een-pagina"
	b.Cases[0].Body = linkProse(3, "[[Nadira#sloop]]", "zie](marcel.md#brief)", "zie](../paginas/%C3%A9e%CC%81n-pagina.md)", "[[casus:marcel]]", "[[Theme: Eigen regie]]", "zie](../index.md)", "[[organisatie:woonstad]]")
	if got := resolve(t, b); len(got) > 1 { // own words for the letter of marcel
		t.Fatal(got)
	}
	var got []string
	for _, l := range linkCaseOf(b, "nadira").Body.Links() {
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

// A reader of a reflection over two cases knows of both what its own round gives away.
func TestLinkReflectionOverTwoCases(t *testing.T) {
	b := linkSmall()
	anna := b.Reflections[0]
	anna.Cases, anna.TurningCard = linkRefs[casebook.Case](5, "nadira", "marcel"), linkRef[casebook.Event]("marcel#sloop", 6)
	anna.Body, anna.AfterRound = linkProse(9, "[[nadira#aanmaning|de brief]]", "[[over]]", "[[nadira#gesprek|het gesprek]]"), 1
	want := []string{"9 link-spoiler id=gesprek case=nadira known=1 n=2 place=:30:1"}
	if got := resolve(t, b); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Plain text and sentences hold wiki links as they were typed until link names them; neither an unpublished id nor an event's name may stand there.
func TestPlainTextNamesLinks(t *testing.T) {
	b := linkSmall()
	body := linkProse(3, "[[nadira#sloop]]", "[[chris]]", "[[fenna]]", "[[nadira|haar]]")
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
	if got := b.Pages[0].Body.Links()[0].Sentence; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

func TestLinksThatParseRefusedAreLeftAlone(t *testing.T) {
	b := linkSmall()
	b.Pages[0].Body = linkProse(3, "x](javascript:alert(1))", "x](//elders.nl)", "x]()", "[[]]")
	b.Pages[0].Body.Parts = append(b.Pages[0].Body.Parts, casebook.Part{Image: &casebook.Picture{}})
	if got := resolve(t, b); len(got) > 0 {
		t.Error(got)
	}
}

// An organisation without a file exists by being shown: one that a participant hides has no page, and a link to it is plain text.
func TestHiddenOrganisation(t *testing.T) {
	b := linkSmall()
	b.Reflections[0].Organisation, b.Reflections[0].Display = linkRef[casebook.Organisation]("De Hoeksteen", 7), casebook.ShowRole
	b.Reflections[1].Organisation, b.Reflections[1].Display = linkRef[casebook.Organisation]("WOONSTAD", 7), casebook.ShowRole
	b.Pages[0].Body = linkProse(3, "[[organisatie:de-hoeksteen]]")
	if got := resolve(t, b); len(got) > 0 {
		t.Error(got)
	}
	if got := linkIdsOf(b.Organisations); got != "woonstad" || b.Organisations[0].Title.V != "Woonstad" {
		t.Errorf("organisations: %s (%s)", got, b.Organisations[0].Title.V)
	}
	if l := b.Pages[0].Body.Links()[0]; l.Doc != nil {
		t.Errorf("a link leads to the hidden organisation: %+v", l)
	}
}
