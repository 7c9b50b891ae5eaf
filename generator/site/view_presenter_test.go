package site

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

var slidePlaces = regexp.MustCompile(`data-card="(\d+)" data-place="([^"]*)"`)

func TestThePresenterShowsACaseRoundByRound(t *testing.T) {
	html := made(t, testBook("nl"), guard.Public)["casussen/nadira/presenteren/index.html"]
	var got []string
	for _, m := range slidePlaces.FindAllStringSubmatch(html, -1) {
		got = append(got, m[2]+" ("+m[1]+")")
	}
	want := []string{
		"ronde 0 · begin (0)", "ronde 0 · het verhaal (0)", "ronde 0 · hoofdvraag (0)", "ronde 0 · het leven tot nu toe (0)", "ronde 0 · gesprek (0)", "ronde 0 · stemmen (0)",
		"ronde 1 (0)", "ronde 1 · kaart 1 van 2 (1)", "ronde 1 · kaart 2 van 2 (2)", "ronde 1 · het leven tot nu toe (2)", "ronde 1 · gesprek (2)", "ronde 1 · dilemma (2)",
		"ronde 2 (2)", "ronde 2 · kaart 1 van 2 (3)", "ronde 2 · kaart 2 van 2 (4)", "ronde 2 · het leven tot nu toe (4)",
		"afronden · levenskaart (4)", "afronden · netwerk (4)", "afronden · eerst en nu (4)", "afronden · maandag (4)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("slides are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, part := range []string{`data-round="1" data-minutes="10"`, `data-round="3" data-minutes="0"`, `<script src="../../../present.js" defer>`} {
		if !strings.Contains(html, part) {
			t.Errorf("no %s", part)
		}
	}
}

// What is seen before anybody opens a round, and what a browser, a chat or a search engine shows of the page, are of round 0.
func TestThePresentersFirstScreenGivesNothingAway(t *testing.T) {
	html := made(t, testBook("nl"), guard.Public)["casussen/nadira/presenteren/index.html"]
	first, folded, ok := strings.Cut(html, `<details class="act"`)
	if !ok || !strings.Contains(folded, canaryTitle) {
		t.Fatal("the later rounds are not folded away")
	}
	for _, fact := range []string{"sloopwoning</h3>", "Tweede aanmaning", canaryTitle, canaryText, "Bellen?"} {
		if strings.Contains(first, fact) {
			t.Errorf("%q stands before the rounds", fact)
		}
	}
	if !strings.Contains(first, "<title>Een duurder huis, voor aan tafel – Wie belt er aan?</title>") {
		t.Error("another title")
	}
	var folds []string
	for _, m := range regexp.MustCompile(`<summary>(.*)</summary>`).FindAllStringSubmatch(folded, -1) {
		folds = append(folds, m[1])
	}
	if want := []string{"Ronde 1: Uit het dossier", "Ronde 2: Wat zij zelf vertelt", "Afronden: Terugkijken"}; !slices.Equal(folds, want) {
		t.Errorf("the folds say %q, want %q", folds, want)
	}
	for i, act := range strings.Split(html, `<details class="act"`)[1:3] {
		if has := strings.Contains(act, canaryTitle); has != (i == 1) {
			t.Errorf("round %d tells of round 2: %v", i+1, has)
		}
	}
}

func TestPresenterNotesAreForTheFacilitator(t *testing.T) {
	b := testBook("nl")
	b.Cases[0].Facilitation = &casebook.Facilitation{Rounds: textsOf("", "Laat het stil.")}
	const page = "casussen/nadira/presenteren/index.html"
	if html := madeOf(t, b, guard.Facilitator)[page]; !strings.Contains(html, "Laat het stil.") || !strings.Contains(html, `id="_notes"`) {
		t.Error("the facilitator's page has no notes")
	}
	if html := madeOf(t, b, guard.Public)[page]; strings.Contains(html, "Laat het stil.") || strings.Contains(html, `class="notes"`) || strings.Contains(html, `id="_notes"`) {
		t.Error("the public page has notes")
	}
}

// The chart of a round compares no round after it, and names no choice that comes later.
func TestATallyKnowsNoLaterRound(t *testing.T) {
	b := testBook("nl")
	c := b.Cases[0]
	c.Rounds[1].Choices, c.Rounds[2].Choices = textsOf("praten", "wachten"), textsOf("verhuizen")
	p := maker{Page: siteOf(t, b, guard.Public).Page("casussen/nadira/presenteren/", ""), site: siteOf(t, b, guard.Public)}
	tally := p.tallyOf(c, 1, 1)
	var names []string
	for _, choice := range tally.Choices {
		names = append(names, choice.Name)
	}
	if want := []string{"Ingrijpen", "Praten", "Wachten"}; !slices.Equal(names, want) {
		t.Errorf("choices are %q, want %q", names, want)
	}
	if own := tally.Own(); len(own) != 2 || own[0].Choice != "praten" || own[1].Choice != "wachten" {
		t.Errorf("own choices are %v", own)
	}
	if chart := string(tally.Chart); !strings.Contains(chart, "na ronde 0") || !strings.Contains(chart, "na ronde 1") || strings.Contains(chart, "erhuizen") {
		t.Errorf("the chart is %s", chart)
	}
	if b.Cases[1].Rounds[0].Choices != nil || p.tallyOf(b.Cases[1], 0, 0) != nil {
		t.Error("a tally without choices")
	}
}
