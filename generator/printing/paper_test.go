package printing_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/generator/printing"
	"casusboek/generator/printing/sheetstest"
)

// madeOf makes all sheets of a book, and gives them by path.
func madeOf(t *testing.T, b *casebook.Book, edition guard.Edition) map[string]string {
	t.Helper()
	run := sheetstest.Run(t, b, edition)
	files := map[string]string{}
	sheets := printing.Pages(run)
	for _, c := range b.Cases {
		sheets = append(sheets, printing.CasePages(run, c, sheetstest.Cards(c))...)
	}
	for _, p := range sheets {
		html, err := run.Make(p.Spec)
		if err != nil {
			t.Fatal(err)
		}
		files[p.Address.File()] = string(html)
	}
	return files
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
	want := []string{"sheet--a4", "sheet--a4 deck-list", "cards cards--a6", "cards cards--a6 cards--backs", "cards cards--a6", "cards cards--a6 cards--backs"}
	if !reflect.DeepEqual(kinds, want) {
		t.Errorf("sheets are %q, want %q", kinds, want)
	}
}

func TestRoundsHaveSheetsOfTheirOwn(t *testing.T) {
	html := madeOf(t, sample.Book(2), guard.Public)["casussen/mo/kaarten/index.html"]
	if got := strings.Count(html, `class="sheet cards cards--a6"`); got != 2 {
		t.Errorf("two cards of two rounds stand on %d sheets", got)
	}
}

func TestBacksAreNeutral(t *testing.T) {
	html := madeOf(t, sample.Book(4), guard.Public)["casussen/mo/kaarten/index.html"]
	backs := regexp.MustCompile(`(?s)<div class="card back">.*?</svg></div>\s*</div>`).FindAllString(html, -1)
	if len(backs) != 2*(4+2) { // each once behind its card and once beside it, for who folds
		t.Errorf("%d backs of four cards and two round cards", len(backs))
	}
	for _, back := range backs {
		for _, secret := range []string{"GEBEURTENIS", "FEIT", "Wonen", "Werk", "signaal", "Signaal", "d-1", "d-3", "40 jaar"} {
			if strings.Contains(back, secret) {
				t.Errorf("a back says %s", secret)
			}
		}
	}
}

func TestEverySizeHasAPageAndAName(t *testing.T) {
	b := sample.Book(4)
	b.Site.Paper.Cards = []casebook.CardSize{casebook.A7, casebook.A6, casebook.Large}
	run := sheetstest.Run(t, b, guard.Public)
	var got []string
	for _, s := range printing.CasePages(run, b.Cases[0], sheetstest.Cards(b.Cases[0])) {
		if s.Product == printing.Cards {
			got = append(got, string(s.Address)+" "+s.Prints[0].Name)
			if len(s.Prints) != 1 || s.Prints[0].Page != s.Address {
				t.Errorf("%s: prints %+v", s.Address, s.Prints)
			}
		}
	}
	want := []string{"casussen/mo/kaarten/ mo-kaarten-a7", "casussen/mo/kaarten/a6/ mo-kaarten-a6", "casussen/mo/kaarten/groot/ mo-kaarten-groot"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("decks are %q, want %q", got, want)
	}
	sheets := printing.CasePages(run, b.Cases[0], sheetstest.Cards(b.Cases[0]))
	second := slices.IndexFunc(sheets, func(s printing.Sheet) bool { return s.Address == "casussen/mo/kaarten/a6/" })
	html, err := run.Make(sheets[second].Spec)
	if err != nil || !strings.Contains(string(html), `casussen/mo/kaarten/index.html">A7</a>`) {
		t.Errorf("another size does not lead to the first (%v)", err)
	}
}

func TestTheToolbarOpensAsTheSiteSays(t *testing.T) {
	b := sample.Book(2)
	b.Site.Paper = casebook.Paper{Sides: casebook.ShortEdge, Colour: true, NoGuides: true, Shift: casebook.Shift{Right: -7.5}}
	html := madeOf(t, b, guard.Public)["casussen/mo/kaarten/index.html"]
	for _, want := range []string{`id="_short" checked`, `id="_colour" checked`, `id="_rounds" checked`, `<option value="-7.5" selected>−7,5<`} {
		if !strings.Contains(html, want) {
			t.Errorf("the deck lacks %s", want)
		}
	}
	if strings.Contains(html, `id="_guides" checked`) || len(regexp.MustCompile(`id="_[a-z]+" checked`).FindAllString(html, -1)) != 3 || strings.Count(html, " selected") != 2 {
		t.Error("something else is chosen too")
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

func TestHandoutOfARoundKnowsNoLaterRound(t *testing.T) {
	files := madeOf(t, sample.Book(6), guard.Public)
	first, second := files["casussen/mo/handout/ronde-1/index.html"], files["casussen/mo/handout/ronde-2/index.html"]
	for i := 1; i <= 6; i++ {
		title, fact := fmt.Sprintf("GEBEURTENIS%d", i), fmt.Sprintf("FEIT%d", i)
		if strings.Contains(first, title) != (i <= 3) || strings.Contains(first, fact) != (i <= 3) {
			t.Errorf("round 1 and event %d: %v", i, strings.Contains(first, title))
		}
		if !strings.Contains(second, title) || strings.Contains(second, fact) != (i > 3) {
			t.Errorf("round 2 tells the events of its own round in full, and the others in short: not so event %d", i)
		}
	}
	for _, later := range []string{"Wel of niet aanbellen?", "Het is dichtbij", "zus (", "Wat deed je kantelen?", "ronde-2"} {
		if strings.Contains(first, later) {
			t.Errorf("round 1 gives %q away", later)
		}
		if !strings.Contains(second, later) {
			t.Errorf("round 2 lacks %q", later)
		}
	}
}

func TestPrintsHaveNamesThatPeopleFind(t *testing.T) {
	run := sheetstest.Run(t, sample.Book(4), guard.Public)
	c := run.Book.Cases[0]
	var names []string
	for _, s := range append(printing.CasePages(run, c, sheetstest.Cards(c)), printing.Pages(run)...) {
		for _, p := range s.Prints {
			names = append(names, p.Name)
		}
	}
	for _, want := range []string{
		"mo-handout", "mo-handout-groot", "mo-handout-ronde-1", "mo-handout-ronde-2-groot", "mo-werkblad-groot", "mo-levenskaart-vel", "mo-levenskaart-vel-a3",
		"els-poster", "anoniem-poster", "dag-citaten", "dag-citaten-volledig",
	} {
		if !slices.Contains(names, want) {
			t.Errorf("no print %s in %q", want, names)
		}
	}
	slices.Sort(names)
	if all := len(names); len(slices.Compact(names)) != all {
		t.Errorf("two prints have one name: %q", names)
	}
}

func TestTheFacilitatorsSheetsAreHersAlone(t *testing.T) {
	for path, data := range madeOf(t, sample.Book(4), guard.Public) {
		for _, canary := range sample.Private {
			if strings.Contains(data, canary) {
				t.Errorf("%s holds %s", path, canary)
			}
		}
		if strings.Contains(path, "/gids/") || strings.Contains(path, "/draaiboek/") || strings.Contains(path, "/pakket-begeleider/") {
			t.Errorf("the public edition has %s", path)
		}
	}
	files := madeOf(t, sample.Book(4), guard.Facilitator)
	for _, word := range append([]string{"GEBEURTENIS4", "Het overvalt", "Valkuilen"}, sample.Private...) {
		if strings.Contains(files["sessies/dag/pakket/index.html"], word) {
			t.Errorf("the participants' pack of the facilitator edition says %s", word)
		}
	}
	for _, path := range []string{"casussen/mo/gids/index.html", "sessies/dag/draaiboek/index.html", "sessies/dag/pakket-begeleider/index.html"} {
		for _, want := range []string{"KANARIEAFLOOP", "KANARIEINZICHT", "KANARIEVALKUIL", "KANARIERONDE1", "KANARIENAGESPREK", "niet voor publicatie", "GEBEURTENIS4", "Het overvalt"} {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
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
