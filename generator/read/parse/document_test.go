package parse_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/parse"
)

// one parses a text that must be without problems.
func one[T casebook.Document](t testing.TB, kind casebook.Kind, text string) T {
	t.Helper()
	doc, problems := parse.Document(kind, "x", "content/m/x.md", text)
	if len(problems) > 0 {
		t.Fatalf("problems %+v", problems)
	}
	return doc.(T)
}

const nadira = `---
titel: Een duurder huis
pseudoniem: Nadira
herkomst: fictief
samenvatting: >
  Een vrouw met een groot gezin
  verhuist.
hoofdvraag: Wie had met haar moeten praten?
leerdoelen: [Vroege signalen herkennen]
themas: vroegsignalering
rondes:
  - naam: Eerste indruk
    minuten: 5
    inleiding: U kent haar niet.
    vragen: [Wat is hier aan de hand?]
    keuzes: [ingrijpen, niets doen]
  - naam: Meer feiten
gebeurtenissen:
  - id: sloop
    ronde: 1
    wanneer: 41 jaar
    titel: Verhuisd uit een sloopwoning
    domein: [wonen, zorg]
    tekst: |
      Het huis is **duurder**. Zie
      [[nadira#aanmaning]].
    bron: dossier
    bekend_bij: [corporatie]
    waarde: {wat: huur, van: 520, naar: 690, eenheid: EUR/maand}
    leidt_tot: [aanmaning]
  - id: aanmaning
    soort: signaal
    opgepakt: gesprek
    ronde: 1
    wanneer: 14 maanden na sloop
    titel: Aanmaning
  - id: gesprek
    soort: contact
    gehouden: nee
    ronde: 1
    wanneer: 43 jaar
    titel: Een gesprek
  - {ronde: 1, wanneer: 44 jaar, titel: Een gesprek}
netwerk:
  - {wie: zus, kring: familie, band: sterk, steun: [praktisch, emotioneel], ronde: 1}
dilemmas:
  - vraag: Wel of niet?
    opties: [{tekst: Nu bellen, voor: a, tegen: b}]
begeleiding:
  afloop: Ze woont er nog.
  valkuilen: [Te snel]
namen: [Nadira]
concept: ja
---
Op donderdag is er geen parkeerplaats.
`

func TestACaseIsReadInFull(t *testing.T) {
	c := one[*casebook.Case](t, casebook.KindCase, nadira)
	if c.Title.V != "Een duurder huis" || c.Title.Pos != (diag.Pos{File: "content/m/x.md", Line: 2, Col: 8, EndLine: 2, EndCol: 24}) {
		t.Errorf("title %+v", c.Title)
	}
	if c.Summary.V != "Een vrouw met een groot gezin verhuist." || c.Origin != casebook.Fictional || !c.Draft || c.Themes[0].ID.V != "vroegsignalering" {
		t.Errorf("case %+v", c)
	}
	if len(c.Rounds) != 2 || c.Rounds[1].N != 1 || c.Rounds[0].Minutes != 5 || c.Rounds[0].Intro.V != "U kent haar niet." || c.Rounds[0].Choices[1].V != "niets doen" {
		t.Errorf("rounds %+v", c.Rounds)
	}
	e := c.Events[0]
	if e.ID.V != "sloop" || e.Round != 1 || e.RoundAt.Line != 20 || e.When.Start != 41 || e.When.Pos.Line != 21 || len(e.Domains) != 2 || e.Domains[1].ID.V != "zorg" ||
		e.Source != casebook.FromFile || e.KnownBy[0].V != "corporatie" || e.Change.From.V != "520" || e.Change.Unit.V != "EUR/maand" || e.LeadsTo[0].ID.V != "aanmaning" {
		t.Errorf("event %+v", e)
	}
	if got := c.Events[1]; got.Kind != casebook.Signal || got.PickedUp != casebook.Yes || got.AnsweredBy.ID.V != "gesprek" || got.When.Axis != casebook.Offset || got.When.OffsetFrom.V != "sloop" || got.When.OffsetFrom.Pos.Line == 0 {
		t.Errorf("signal %+v", got)
	}
	if got := c.Events[2]; !got.Missed() {
		t.Errorf("contact %+v", got)
	}
	if got := c.Events[3].ID.V; got != "een-gesprek" {
		t.Errorf("an event without an id is called %q", got)
	}
	if n := c.Network[0]; n.Circle != casebook.Family || n.Bond != casebook.Strong || len(n.Support) != 2 || n.Round != 1 {
		t.Errorf("tie %+v", n)
	}
	if c.Dilemmas[0].Options[0].Against.V != "b" || c.Facilitation.Outcome.V == "" || c.Facilitation.Pitfalls[0].V != "Te snel" {
		t.Errorf("%+v %+v", c.Dilemmas, c.Facilitation)
	}
	if c.Body.Plain != "Op donderdag is er geen parkeerplaats." || c.Body.Pos.Line != 55 {
		t.Errorf("body %+v", c.Body)
	}
	link := e.Text.Links()[0]
	if link.Pos != (diag.Pos{File: "content/m/x.md", Line: 26, Col: 7, EndLine: 26, EndCol: 27}) || link.Sentence != "Zie [[nadira#aanmaning]]." {
		t.Errorf("link in an event %+v", link)
	}
}

func TestAnEnglishCaseIsReadAlike(t *testing.T) {
	c := one[*casebook.Case](t, casebook.KindCase, `---
title: A dearer home
origin: fictional
rounds: [{name: First impression}, {name: More}]
events:
  - {id: notice, round: 1, when: about 41 years, title: Notice, kind: signal, picked_up: no, domain: housing, source: file}
  - {id: talk, round: 0, when: 14 months after notice, title: Talk, kind: contact, held: unknown}
network: [{who: sister, circle: family, bond: tense, support: practical}]
draft: false
---
`)
	if c.Title.V != "A dearer home" || c.Events[0].Kind != casebook.Signal || c.Events[0].PickedUp != casebook.No || c.Events[1].Held != casebook.Unknown || c.Network[0].Bond != casebook.Tense || c.Draft {
		t.Errorf("%+v", c)
	}
}

func TestASiteGetsItsDomains(t *testing.T) {
	for text, want := range map[string]string{
		"titel: x": "wonen=wonen zorg=zorg werk=werk onderwijs=onderwijs sociale-zekerheid=sociale zekerheid pensioen=pensioen",
		"domains: long-systems\ntitle: x\nlanguage: en":    "housing=housing care=care work=work education=education social-security=social security pension=pension",
		"titel: x\ndomeinen: [Thuis, {id: w, naam: Werk}]": "thuis=Thuis w=Werk",
	} {
		var got []string
		for i, d := range one[*casebook.Site](t, casebook.KindSite, "---\n"+text+"\n---\n").Domains {
			if d.N != i+1 {
				t.Errorf("domain %+v has place %d", d, i)
			}
			got = append(got, d.ID+"="+d.Name.V)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s gives %q", text, got)
		}
	}
}

func TestAReflectionAndASessionAreRead(t *testing.T) {
	r := one[*casebook.Reflection](t, casebook.KindReflection, `---
kop: Ik had gebeld
deelnemer: Els van der Veld
weergave: functie
toestemming: {gegeven: 2026-03-12, tot: "2031-03-12"}
streamers: ["Dat 'iemand' het wist", ik dacht... niets]
kantelkaart: nadira#sloop
na_ronde: 2
---
Ik dacht dat *'iemand'* het wist; ik dacht...
niets.
`)
	if p := r.Participant; p.First.V != "Els" || p.Infix.V != "van der" || p.Last.V != "Veld" || r.Display != casebook.ShowRole {
		t.Errorf("%+v", r)
	}
	if !r.Consent.Valid(time.Date(2031, 3, 12, 0, 0, 0, 0, time.UTC)) || r.Consent.Valid(time.Date(2031, 3, 13, 0, 0, 0, 0, time.UTC)) || r.TurningCard.ID.V != "nadira#sloop" || r.AfterRound != 2 {
		t.Errorf("%+v", r)
	}
	s := one[*casebook.Session](t, casebook.KindSession, `---
titel: Congres
datum: 2026-03-12
begin: 9.05
groepen: [{naam: Tafel 1, casus: nadira}]
programma: [{minuten: 5, onderdeel: Welkom}, {ronde: 0}]
tellingen: [{groep: Tafel 1, ronde: 0, praten: 5, niets doen: 3}]
---
`)
	if s.Begin != 545 || s.Date.Day() != 12 || s.Groups[0].Case.ID.V != "nadira" || s.Programme[0].Round != -1 || s.Programme[1].Round != 0 {
		t.Errorf("%+v", s)
	}
	if got := s.Tallies[0]; got.Group.V != "Tafel 1" || len(got.Counts) != 2 || got.Counts[1].Choice.V != "niets doen" || got.Counts[1].N != 3 {
		t.Errorf("%+v", got)
	}
	if got := one[*casebook.Session](t, casebook.KindSession, "---\ntitel: x\ndatum: 2026-03-12\n---\n").Begin; got != -1 {
		t.Errorf("no begin is %d", got)
	}
}

func TestNamesAreSplitAtTheirInfix(t *testing.T) {
	for name, want := range map[string]string{
		"Els van der Veld": "Els|van der|Veld", "Karim": "Karim||", "Jan de Boer-van Dam": "Jan|de|Boer-van Dam", "Anna in 't Veld": "Anna|in 't|Veld",
		"Ali el Amrani": "Ali|el|Amrani", "Piet Jansen": "Piet||Jansen", "Jan van": "Jan||van",
	} {
		p := one[*casebook.Reflection](t, casebook.KindReflection, "---\nkop: x\ndeelnemer: "+name+"\n---\n").Participant
		if got := p.First.V + "|" + p.Infix.V + "|" + p.Last.V; got != want {
			t.Errorf("%s is split %s", name, got)
		}
	}
}

func TestFootnotesOfDifferentTextsDoNotCollide(t *testing.T) {
	c := one[*casebook.Case](t, casebook.KindCase, `---
titel: x
gebeurtenissen:
  - {id: a, ronde: 0, wanneer: 1 jaar, titel: A, tekst: "Een[^1]\n\n[^1]: Noot\n"}
  - {id: b, ronde: 0, wanneer: 1 jaar, titel: B, tekst: "Twee[^1]\n\n[^1]: Noot\n"}
---
Drie[^1]

[^1]: Noot
`)
	for id, prose := range map[string]casebook.Prose{"x-fn:1": c.Body, "x-a-fn:1": c.Events[0].Text, "x-b-fn:1": c.Events[1].Text} {
		if !strings.Contains(prose.Parts[0].HTML, `<li id="`+id+`">`) {
			t.Errorf("no %s in %s", id, prose.Parts[0].HTML)
		}
	}
}

func TestHeadingsDoNotTakeIDsOfEvents(t *testing.T) {
	c := one[*casebook.Case](t, casebook.KindCase, "---\ntitel: x\ngebeurtenissen: [{id: sloop, ronde: 0, wanneer: 1 jaar, titel: A, tekst: '# Kop'}]\n---\n# Sloop\n")
	if got := c.Body.Parts[0].HTML; got != "<h2 id=\"sloop-2\">Sloop</h2>\n" {
		t.Errorf("body %s", got)
	}
	if got := c.Events[0].Text.Parts[0].HTML; got != "<h4>Kop</h4>\n" {
		t.Errorf("event %s", got)
	}
}

// What a block text, a quoted text and the body hold is placed in the file, not in the text.
func TestLinksArePlacedInTheFile(t *testing.T) {
	text := `---
titel: x
gebeurtenissen:
  - {id: a, ronde: 0, wanneer: 1 jaar, titel: A, tekst: 'Één ''oude'' [a](b.md)'}
  - id: b
    ronde: 0
    wanneer: 1 jaar
    titel: B
    tekst: >
      Over twee
      regels [[c]].
---

Één [d](e.md).
`
	c := one[*casebook.Case](t, casebook.KindCase, text)
	lines := strings.Split(text, "\n")
	for want, prose := range map[string]casebook.Prose{"[a](b.md)": c.Events[0].Text, "[[c]]": c.Events[1].Text, "[d](e.md)": c.Body} {
		pos := prose.Links()[0].Pos
		if got := string([]rune(lines[pos.Line-1])[pos.Col-1 : pos.EndCol-1]); got != want {
			t.Errorf("place %+v holds %q, want %q", pos, got, want)
		}
	}
}

func TestAnUnknownKeyIsGuessedOrSentToItsPlace(t *testing.T) {
	for _, test := range []struct {
		kind      casebook.Kind
		key, want string
	}{
		{casebook.KindSession, "programa", "near programma"},
		{casebook.KindSession, "Uitgelicht-Van", "-"},
		{casebook.KindCase, "hoofd-vraag", "near hoofdvraag"},
		{casebook.KindSession, "casus", "near casussen"},         // the same word
		{casebook.KindSession, "organisatie", "in-reflection -"}, // three letters from organisator, but a field of its own elsewhere
		{casebook.KindCase, "toestemming", "in-reflection -"},    // begins with to
		{casebook.KindCase, "smaak", "-"},
	} {
		_, problems := parse.Document(test.kind, "x", "content/m/x.md", "---\ntitel: x\ndatum: 2026-03-12\n"+test.key+": y\n---\n")
		got := ""
		for _, p := range problems {
			if p.Rule == diag.FieldUnknown && p.Pos.Line == 4 {
				got = strings.TrimSpace(p.Variant + " -")
				if p.Variant == "near" {
					got = "near " + p.Args[1].Value
				}
			}
		}
		if got != test.want {
			t.Errorf("%s in a %v: %q, want %q", test.key, test.kind, got, test.want)
		}
	}
	s := one[*casebook.Session](t, casebook.KindSession, "---\ntitel: x\ndatum: 2026-03-12\ntellingen: [{ronde: 0, gronden: 3}]\n---\n")
	if counts := s.Tallies[0].Counts; len(counts) != 1 || counts[0].N != 3 {
		t.Errorf("a choice two letters from a field is counted as %+v", counts)
	}
}

func TestOneParserServesAllGoroutines(t *testing.T) {
	want := fmt.Sprintf("%+v", one[*casebook.Case](t, casebook.KindCase, nadira).Body)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				doc, _ := parse.Document(casebook.KindCase, "x", "content/m/x.md", nadira)
				if got := fmt.Sprintf("%+v", doc.Document().Body); got != want {
					t.Errorf("got %s", got)
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkCaseOfTwelveEvents(b *testing.B) {
	var text strings.Builder
	text.WriteString("---\ntitel: Een duurder huis\nrondes: [{naam: Een}, {naam: Twee}]\ngebeurtenissen:\n")
	for i := range 12 {
		fmt.Fprintf(&text, "  - id: e%d\n    ronde: 1\n    wanneer: %d jaar\n    titel: Een gebeurtenis\n    domein: wonen\n    tekst: |\n      Het huis is **duurder**. Zij heeft daar lang over nagedacht,\n      en toch getekend. Zie [[marcel#e%d]].\n    bron: dossier\n    bekend_bij: [corporatie]\n    leidt_tot: [e0]\n", i, 20+i, i)
	}
	text.WriteString("---\n" + strings.Repeat("Op donderdag is er geen parkeerplaats te vinden, zegt 'men'. ", 20))
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := parse.Document(casebook.KindCase, "x", "content/casussen/x.md", text.String()); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
