package checks_test

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// hardBook is content that is hard on paper: lives of no, one and very many events, long titles and texts, many domains, nothing to ask, and
// reflections from one sentence to three pages.
func hardBook() fstest.MapFS {
	book := fstest.MapFS{}
	put := func(name, text string) { book[name] = &fstest.MapFile{Data: []byte(text)} }
	var domains []string
	for i, name := range []string{"wonen", "zorg", "werk", "onderwijs", "inkomen", "schulden", "gezin", "vrije tijd", "taal en cultuur", "justitie en reclassering", "vervoer", "geloof", "buurt"} {
		domains = append(domains, fmt.Sprintf("{id: d%d, naam: %s}", i, name))
	}
	put("index.md", "---\ntitel: Zwaar werk\nbasis: https://voorbeeld.nl/een/heel/lang/pad/naar/het/casusboek/\norganisator: De Stichting\nlicentie: CC-BY-4.0\ndomeinen: ["+strings.Join(domains, ", ")+"]\n---\nAlles is verzonnen.\n")
	put("casussen/kaal.md", "---\ntitel: Zonder kaarten\nherkomst: fictief\nsamenvatting: Er is nog niets.\n---\nNog niets.\n")
	put("casussen/een.md", "---\ntitel: Eén kaart\nherkomst: fictief\nsamenvatting: Er is weinig.\ngebeurtenissen:\n  - {id: a, ronde: 1, wanneer: 40 jaar, titel: Verhuisd, domein: d0, tekst: Een kleiner huis.}\n---\nWeinig.\n")
	put("casussen/vol.md", hardCase("Een leven dat op geen enkel formulier past en dat toch iemand overkwam", 24, 3, true))
	put("casussen/dertig.md", hardCase("Dertig kaarten", 30, 1, false))
	put("sessies/dag.md", "---\ntitel: Een dag\nkop: Wat dertien mensen zeiden toen zij eindelijk aan het woord kwamen\ndatum: 2026-11-14\ncasussen: [vol]\n---\nEen dag.\n")
	for i, sentences := range []int{1, 4, 9, 16, 30, 70, 2, 3, 5, 7, 11, 13, 1} {
		front := fmt.Sprintf("kop: Kop %d die ook best wat langer mag zijn dan een regel breed is\nsessie: dag\ncasussen: [vol]\ntoestemming: {gegeven: 2026-11-01}\nweergave: naam\n"+
			"deelnemer: Wilhelmina van der Bovenkamp-Oudenaarden\nfunctie: beleidsmedewerker leefbaarheid en participatie\norganisatie: Stichting Samenwerkende Woningcorporaties\n", i)
		if i%3 == 0 {
			front += "na_ronde: 2\n"
		}
		if i == 2 {
			front += "streamers: [Niemand belde aan.]\n"
		}
		put(fmt.Sprintf("reflecties/r%d.md", i), "---\n"+front+"---\n"+prose(sentences))
	}
	return book
}

// prose is text of so many sentences, in paragraphs of five.
func prose(sentences int) string {
	var b strings.Builder
	for i := range sentences {
		b.WriteString("Niemand belde aan. "[:19*(1-min(1, i%4))] + "Wie langs de galerij liep, zag een gordijn dat bewoog. ")
		if i%5 == 4 {
			b.WriteString("\n\n")
		}
	}
	return b.String() + "\n"
}

// hardCase is a case of so many events over rounds from 1 on; an asking one has all that a round may have.
func hardCase(title string, events, rounds int, asks bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitel: %s\npseudoniem: Anna-Maria\nherkomst: fictief\nsamenvatting: Iemand van wie iedereen iets weet.\nrondes:\n  - {naam: Begin}\n", title)
	for n := range rounds {
		fmt.Fprintf(&b, "  - naam: Wat de %de rij instanties bij elkaar te vertellen had\n", n+1)
		if asks {
			b.WriteString("    inleiding: Lees de kaarten hardop en laat na elke kaart een stilte vallen van ten minste tien tellen, ook als dat lang lijkt.\n" +
				"    vragen: [Welke kaart weegt voor u het zwaarst en waarom juist die kaart?, Wie had hier iets kunnen doen zonder dat het hem was gevraagd?]\n" +
				"    keuzes: [ingrijpen, samen aan tafel gaan zitten, wachten tot er meer bekend is, niets doen]\n")
		}
	}
	b.WriteString("gebeurtenissen:\n")
	for i := range events {
		fmt.Fprintf(&b, "  - {id: e%d, ronde: %d, wanneer: %d jaar, titel: Een gebeurtenis met een lange titel die bijna zestig tekens %d, domein: d%d, bekend_bij: [corporatie, gemeente], bron: dossier, tekst: \"%s\"",
			i, 1+i*rounds/events, 30+i/2, i, i%13, strings.TrimSpace(strings.ReplaceAll(prose(3), "\n", " ")))
		switch i % 5 {
		case 1:
			b.WriteString(", soort: signaal, opgepakt: nee")
		case 2:
			b.WriteString(", soort: contact, gehouden: nee")
		case 3:
			b.WriteString(", waarde: {wat: huur, van: 520, naar: 690, eenheid: EUR/maand}")
		}
		b.WriteString("}\n")
	}
	if asks {
		b.WriteString("netwerk:\n  - {wie: zus, kring: familie, band: sterk, steun: [praktisch], ronde: 0}\n  - {wie: de wijkverpleegkundige van de nacht, kring: instanties, band: zwak, ronde: 2}\n" +
			"dilemmas:\n  - {vraag: Wel of niet aanbellen als er niemand opendoet en het licht brandt?, ronde: 2, opties: [{tekst: Nu aanbellen, voor: Het kan nog, tegen: Het overvalt}, {tekst: Morgen, voor: Het is dan licht, tegen: Het is dan misschien te laat}]}\n")
	}
	return b.String() + "---\n" + prose(30)
}
