package paper

import (
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/generator/overlay"
	"casusboek/generator/page"
	"casusboek/templates"
)

// pressOf gives the inside of a run over a book, without the guard.
func pressOf(t *testing.T, b *casebook.Book, edition guard.Edition) *press {
	t.Helper()
	words, set, problems, err := overlay.Load(templates.Files, nil, b.Site.Lang)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return &press{page.NewRun(b, edition, page.Options{Words: words, Templates: set, Version: "1.0"}), nil}
}

// plainCards say title and text alone.
func plainCards(c *casebook.Case) Cards {
	cards := map[*casebook.Event]template.HTML{}
	for _, e := range c.Events {
		cards[e] = template.HTML("<b>" + e.Title.V + "</b> " + e.Text.Plain)
	}
	return func(*page.Page) map[*casebook.Event]template.HTML { return cards }
}

// makerOf gives the maker of one page.
func makerOf(t *testing.T, b *casebook.Book, at address.Path) maker {
	s := pressOf(t, b, guard.Public)
	s.cards = plainCards(b.Cases[0])
	return maker{s.Page(at, ""), s}
}

// madeOf makes all sheets of a book, and gives them by path.
func madeOf(t *testing.T, b *casebook.Book, edition guard.Edition) map[string]string {
	t.Helper()
	s := pressOf(t, b, edition)
	files := map[string]string{}
	specs := Pages(s.Run)
	for _, c := range b.Cases {
		specs = append(specs, PagesOf(s.Run, c, plainCards(c))...)
	}
	for _, p := range specs {
		html, err := s.Make(p)
		if err != nil {
			t.Fatal(err)
		}
		files[p.Address.File()] = string(html)
	}
	return files
}

func TestBacksLieBehindTheirFronts(t *testing.T) {
	for cards := 1; cards <= 9; cards++ {
		b := sample.Book(cards)
		for _, e := range b.Cases[0].Events {
			e.Round = 1
		}
		v := makerOf(t, b, "casussen/mo/kaarten/").deckView(b.Cases[0]).(*deckView)
		if want := (cards + deckPlaces - 1) / deckPlaces; len(v.Sheets) != want {
			t.Errorf("%d cards: %d sheets, want %d", cards, len(v.Sheets), want)
		}
		n := 0
		for _, sheet := range v.Sheets {
			for i, front := range sheet.Fronts {
				row, column := i/2, i%2
				back := sheet.Backs[2*row+(1-column)] // a mirror: the paper turns over its long edge
				if (front.HTML == "") != (back.Case == "") {
					t.Errorf("%d cards: place %d has a front or a back alone", cards, i)
				}
				if front.HTML != "" {
					n++
				}
			}
		}
		if n != cards {
			t.Errorf("%d cards: %d are printed", cards, n)
		}
	}
	if got := behind([]int{1, 2, 3, 4, 5, 6}, 3); !slices.Equal(got, []int{3, 2, 1, 6, 5, 4}) {
		t.Errorf("three columns: %v", got)
	}
}

func TestDeckStartsOnAnOddPage(t *testing.T) {
	// Instruction and list are the two sides of sheet 0: with one page more or less every back would lie behind another
	// card.
	html := madeOf(t, sample.Book(6), guard.Public)["casussen/mo/kaarten/index.html"]
	sheets := regexp.MustCompile(`<section class="sheet ([^"]*)"`).FindAllStringSubmatch(html, -1)
	var kinds []string
	for _, s := range sheets {
		kinds = append(kinds, s[1])
	}
	want := []string{"sheet--a4", "sheet--a4 deck-list", "cards", "cards cards--backs", "cards", "cards cards--backs"}
	if !reflect.DeepEqual(kinds, want) {
		t.Errorf("sheets are %q, want %q", kinds, want)
	}
}

func TestRoundsHaveSheetsOfTheirOwn(t *testing.T) {
	html := madeOf(t, sample.Book(2), guard.Public)["casussen/mo/kaarten/index.html"]
	if got := strings.Count(html, `class="sheet cards"`); got != 2 {
		t.Errorf("two cards of two rounds stand on %d sheets", got)
	}
}

func TestBacksAreNeutral(t *testing.T) {
	html := madeOf(t, sample.Book(4), guard.Public)["casussen/mo/kaarten/index.html"]
	for _, back := range regexp.MustCompile(`(?s)<div class="card back">.*?</div>`).FindAllString(html, -1) {
		for _, secret := range []string{"GEBEURTENIS", "FEIT", "Wonen", "Werk", "signaal", "Signaal", "d-1", "d-3", "40 jaar"} {
			if strings.Contains(back, secret) {
				t.Errorf("a back says %s", secret)
			}
		}
	}
}

func TestPaperOfTheTableKnowsRoundZeroAlone(t *testing.T) {
	files := madeOf(t, sample.Book(6), guard.Public)
	for _, path := range []string{"casussen/mo/handout/index.html", "casussen/mo/werkblad/index.html", "sessies/dag/pakket/index.html"} {
		html, ok := files[path]
		if !ok {
			t.Fatalf("%s is missing", path)
		}
		for i := 1; i <= 6; i++ {
			for _, fact := range []string{fmt.Sprintf("GEBEURTENIS%d", i), fmt.Sprintf("FEIT%d", i), fmt.Sprintf("#e%d", i)} {
				if strings.Contains(html, fact) {
					t.Errorf("%s gives %s away", path, fact)
				}
			}
		}
		for _, later := range []string{"Het is dichtbij", "Wel of niet aanbellen?", ">zus<"} {
			if strings.Contains(html, later) {
				t.Errorf("%s gives %q away", path, later)
			}
		}
	}
	if html := files["casussen/mo/kaarten/index.html"]; !strings.Contains(html, "GEBEURTENIS6") || !strings.Contains(html, "FEIT6") {
		t.Error("the deck holds the whole life")
	}
	if html := files["casussen/mo/werkblad/index.html"]; !strings.Contains(html, "Wat hij zelf vertelt") {
		t.Error("the worksheet asks what the author asks in every round")
	}
}

func TestTheFacilitatorsSheetsAreHersAlone(t *testing.T) {
	for path, data := range madeOf(t, sample.Book(4), guard.Public) {
		for _, canary := range sample.Private {
			if strings.Contains(data, canary) {
				t.Errorf("%s holds %s", path, canary)
			}
		}
		if strings.Contains(path, "/gids/") || strings.Contains(path, "/draaiboek/") {
			t.Errorf("the public edition has %s", path)
		}
	}
	files := madeOf(t, sample.Book(4), guard.Facilitator)
	for _, path := range []string{"casussen/mo/gids/index.html", "sessies/dag/draaiboek/index.html"} {
		for _, want := range []string{"KANARIEAFLOOP", "KANARIEINZICHT", "KANARIEVALKUIL", "KANARIERONDE1", "KANARIENAGESPREK", "niet voor publicatie", "GEBEURTENIS4", "Het overvalt"} {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
	}
}

func TestProgrammeHasClockTimes(t *testing.T) {
	b := sample.Book(1)
	p := makerOf(t, b, address.Home)
	times := func() (all []string) {
		for _, row := range p.programme(b.Sessions[0]) {
			all = append(all, row.Time+" "+row.Part)
		}
		return all
	}
	if got, want := times(), []string{"13.30 Welkom", "13.40 Eerste indruk", "13.55 Kaarten leggen", "14.35 Einde"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	b.Sessions[0].Begin = -1
	if got := times()[2]; got != "+25 Kaarten leggen" {
		t.Errorf("without a begin: %q", got)
	}
	b.Sessions[0].Programme = nil
	if got := times(); len(got) != 4 || got[1] != "+5 Wat de verhuurder weet" {
		t.Errorf("without a programme: %q", got)
	}
}

func TestLongHandoutHasATextSheet(t *testing.T) {
	for length, want := range map[int]int{400: 1, 1400: 1, 2600: 2} {
		b := sample.Book(1)
		b.Cases[0].Body = sample.Body(strings.Repeat("Mo zegt niets. ", length/15))
		html := madeOf(t, b, guard.Public)["casussen/mo/handout/index.html"]
		if got := strings.Count(html, "<section class=\"sheet "); got != want {
			t.Errorf("%d characters: %d sheets, want %d", length, got, want)
		}
	}
}

// TestPackRepeatsNoID holds the pack of a session against the ids and links of two cases on one page.
func TestPackRepeatsNoID(t *testing.T) {
	b := sample.Book(2)
	body := casebook.Prose{Plain: "Kop", Parts: []casebook.Part{
		{HTML: `<h2 id="kop">Kop</h2><p>Zie <a href="#fn:1">1</a> en `},
		{Link: &casebook.Link{Event: b.Cases[0].Events[1]}},
		{HTML: `.</p>`},
		{Image: &casebook.Picture{Path: "flat.png", Alt: "een flat"}},
	}}
	b.Cases[0].Body = body
	second := *b.Cases[0]
	second.ID = "an"
	b.Sessions[0].Cases = append(b.Sessions[0].Cases, casebook.Ref[casebook.Case]{To: &second})
	p := makerOf(t, b, "sessies/dag/pakket/")
	v := p.packView(b.Sessions[0]).(*packView)
	if len(v.Sets) != 2 {
		t.Fatalf("%d sets", len(v.Sets))
	}
	for _, set := range v.Sets {
		text := string(set.Handout.Text)
		for _, bad := range []string{"id=", "<a", "GEBEURTENIS2", "lazy"} {
			if strings.Contains(text, bad) {
				t.Errorf("a handout in the pack has %q: %s", bad, text)
			}
		}
		if !strings.Contains(text, `<h2>Kop</h2>`) || !strings.Contains(text, `<img src="../../../beelden/flat.png"`) {
			t.Errorf("the text is not whole: %s", text)
		}
	}
}
