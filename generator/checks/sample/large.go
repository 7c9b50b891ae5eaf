// Package large makes casebooks of any size, to measure speed and memory with: cases of 12 events in 4 rounds, with 3 reflections each, and as many
// sessions, themes and organisations as such a casebook would have. Their texts are put together from many pieces, so that hardly a sentence
// occurs twice, and are as long as those of the example. The same number of cases gives the same casebook.
//
//	for path, text := range sample.LargeCasebook(1000) { // index.md, casussen/casus-0.md ...
//		...
//	}
package sample

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// LargeEvents and Reflections are how many there are of a case.
const (
	LargeEvents = 12
	Reflections = 3
)

const (
	themes        = 24
	organisations = 40
	perSession    = 50 // cases
)

// LargeCase is the path of a case.
func LargeCase(i int) string { return fmt.Sprintf("casussen/casus-%d.md", i) }

// LargeCasebook gives the files of a casebook of a number of cases, at least 1, as paths below content/ with their texts.
func LargeCasebook(cases int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, part := range []iter.Seq2[string, string]{few(cases), many(cases)} {
			for path, text := range part {
				if !yield(path, text) {
					return
				}
			}
		}
	}
}

// few are the files beside cases and reflections.
func few(cases int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		w := writer{rand.New(rand.NewPCG(1, 0))}
		yes := yield("index.md", file("titel: Een groot casusboek\ntaal: nl\nrollen: [corporatie, gemeente, school, huisarts, bewoner]", "Alles in dit casusboek is verzonnen.\n"))
		for i := 0; yes && i < themes; i++ {
			yes = yield(fmt.Sprintf("themas/thema-%d.md", i), file(fmt.Sprintf("titel: Thema %d\npolen: [helpen, wachten]", i), w.paragraphs(1, 5)))
		}
		for i := 0; yes && i < organisations; i++ {
			yes = yield(fmt.Sprintf("organisaties/organisatie-%d.md", i), file(fmt.Sprintf("titel: Organisatie %d", i), w.paragraphs(1, 2)))
		}
		for i := 0; yes && i <= (cases-1)/perSession; i++ {
			yes = yield(fmt.Sprintf("sessies/sessie-%d.md", i), w.session(i))
		}
	}
}

func many(cases int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for i := range cases {
			w := writer{rand.New(rand.NewPCG(2, uint64(i)))}
			if !yield(LargeCase(i), w.aCase(i, cases)) {
				return
			}
			for j := range Reflections {
				if !yield(fmt.Sprintf("reflecties/reflectie-%d-%d.md", i, j), w.reflection(i, j)) {
					return
				}
			}
		}
	}
}

func file(front, body string) string {
	return "---\n" + strings.TrimSuffix(front, "\n") + "\n---\n\n" + body
}

func (w writer) session(i int) string {
	first := i * perSession
	front := fmt.Sprintf("titel: Sessie %d\ndatum: 2026-%02d-%02d\ncasussen: [casus-%d]", i, 1+i%11, 1+i%28, first)
	return file(front, w.paragraphs(2, 4)+fmt.Sprintf("\nAan de tafels lag ook [[casus-%d]].\n", first))
}

func (w writer) reflection(i, j int) string {
	var front strings.Builder
	fmt.Fprintf(&front, "kop: Reflectie %d bij casus %d\ndeelnemer: {voornaam: Jo, achternaam: Naam%d}\nfunctie: medewerker\norganisatie: organisatie-%d\n", j, i, i%500, (i+j)%organisations)
	fmt.Fprintf(&front, "weergave: naam\ntoestemming: {gegeven: 2026-01-01}\nsessie: sessie-%d\ncasussen: [casus-%d]\nthemas: [thema-%d]\nna_ronde: %d\n", i/perSession, i, i%themes, j+1)
	fmt.Fprintf(&front, "eerste_indruk: %s\nlater_oordeel: %s\nadvies: %s\n", w.sentence(), w.sentence(), w.sentence())
	return file(front.String(), w.paragraphs(3, 5))
}

func (w writer) aCase(i, cases int) string {
	var front strings.Builder
	fmt.Fprintf(&front, "titel: Casus %d\npseudoniem: Persoon %d\nherkomst: fictief\nsamenvatting: %s %s\nhoofdvraag: Wie had wanneer moeten bellen?\n", i, i, w.sentence(), w.sentence())
	fmt.Fprintf(&front, "themas: [thema-%d, thema-%d]\nrondes:\n", i%themes, (i+7)%themes)
	for n, name := range []string{"Eerste indruk", "Uit het dossier", "Van wie haar ook kent", "Aan haar eigen tafel"} {
		fmt.Fprintf(&front, "  - naam: %s\n    minuten: %d\n    vragen:\n      - Welke kaart weegt voor u het zwaarst?\n      - Wat had iemand een jaar eerder kunnen zien?\n    keuzes: [ingrijpen, praten, wachten]\n", name, 5*n+5)
	}
	front.WriteString("gebeurtenissen:\n")
	for e := range LargeEvents {
		w.event(&front, i, e)
	}
	front.WriteString("netwerk:\n")
	for n, who := range []string{"zus", "buurvrouw", "verhuurder", "huisarts", "collega"} {
		fmt.Fprintf(&front, "  - {wie: %s, kring: %s, band: %s, steun: [praktisch], ronde: %d}\n", who, circles[n], bonds[(n+i)%len(bonds)], 1+n%3)
	}
	fmt.Fprintf(&front, "dilemmas:\n  - vraag: Vertelt de school wat zij weet?\n    ronde: 2\n    opties:\n      - {tekst: Ja, voor: \"%s\", tegen: \"%s\"}\n      - {tekst: Nee, voor: \"%s\", tegen: \"%s\"}\n",
		w.sentence(), w.sentence(), w.sentence(), w.sentence())
	fmt.Fprintf(&front, "begeleiding:\n  afloop: %s %s\n  inzichten:\n    - %s\n    - %s\n  valkuilen:\n    - %s\n", w.aside(), w.aside(), w.aside(), w.aside(), w.aside())
	return file(front.String(), w.paragraphs(6, 4)+fmt.Sprintf("\nVerderop woont [[casus-%d|iemand]] met wie het anders ging, zie ook [[thema:thema-%d]].\n", (i+1)%cases, i%themes))
}

// event writes one of a case: facts of three rounds, a third of them signals, each leading to the next.
func (w writer) event(front *strings.Builder, i, e int) {
	fmt.Fprintf(front, "  - id: feit-%d\n    ronde: %d\n    wanneer: %d jaar\n    titel: %s\n    domein: %s\n    bekend_bij: [%s]\n    bron: %s\n    tekst: |\n      %s %s\n      %s\n",
		e, 1+e*3/LargeEvents, 20+e*2+i%5, titles[(e*7+i)%len(titles)], domains[(e+i)%len(domains)], roles[(e+i)%len(roles)], sources[e%len(sources)], w.sentence(), w.marked(), w.sentence())
	switch e % 3 {
	case 1:
		front.WriteString("    soort: signaal\n    opgepakt: nee\n")
	case 2:
		front.WriteString("    waarde: {wat: huur, van: 520, naar: 690, eenheid: EUR/maand}\n")
	}
	if e+1 < LargeEvents {
		fmt.Fprintf(front, "    leidt_tot: [feit-%d]\n", e+1)
	}
}
