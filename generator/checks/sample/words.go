package sample

import (
	"math/rand/v2"
	"strings"
)

// writer puts sentences together by chance.
type writer struct{ *rand.Rand }

var (
	circles = []string{"gezin", "vrienden", "instanties", "instanties", "kennissen"}
	bonds   = []string{"sterk", "gewoon", "zwak", "gespannen"}
	domains = []string{"wonen", "zorg", "werk", "onderwijs", "sociale-zekerheid", "pensioen"}
	roles   = []string{"corporatie", "gemeente", "school", "huisarts", "bewoner", "bewoner, huisarts", "corporatie, gemeente"}
	sources = []string{"dossier", "bewoner", "professional", "familie"}
	titles  = []string{
		"Verhuist naar een kleiner huis", "De eerste huur die uitblijft", "Een brief die dicht blijft", "Slaapt vier uur per nacht", "Levert een werkdag in",
		"Gebeld na het eten", "De toeslag wordt stopgezet", "Een kruisje op het formulier", "De buurvrouw past op", "Het aanbod komt te vroeg",
		"Een gesprek dat niet doorgaat", "De school vraagt door", "Een lekkage boven het bed", "Terug naar drie dagen werk", "Een regeling van zestig euro", "Niemand kondigt het aan",
	}
)

// The pieces of sentences: when, who, what they do, and what comes of it.
var (
	whens = []string{
		"Op een dinsdag in maart", "Twee jaar later", "Nog voor de zomer", "In het weekend daarna", "Op de dag van de verhuizing", "Een week na de begrafenis", "Toen het regende",
		"Zonder dat iemand het vroeg", "Aan het eind van de maand", "Tijdens het spreekuur", "Na het derde telefoontje", "Vlak voor de feestdagen", "Om kwart voor vijf", "Zo gaat het al jaren",
	}
	does = []string{
		"legt de medewerker de map terug op de stapel", "schrijft ze haar vraag op de achterkant van een envelop", "belt de buurvrouw aan met een pan soep", "blijft het formulier op de keukentafel liggen",
		"staat de deur van de schuur de hele avond open", "komt er een brief met een bedrag dat niemand herkent", "vraagt een stagiair wat er eigenlijk is gebeurd", "haalt hij de kinderen een uur te vroeg uit school",
		"rijdt de bus voor het eerst niet meer door de straat", "zet de huisarts een vinkje bij moeheid", "wordt de afspraak verplaatst zonder dat zij het weet", "ligt er een sleutel onder de mat voor wie hem nodig heeft",
		"neemt een ander team de wijk over", "loopt de wachtlijst weer een bladzijde door", "spaart het gezin voor een tweedehands wasmachine", "leest iemand eindelijk het hele dossier",
	}
	ends = []string{
		"en niemand denkt er het zijne van", "maar het blijft bij een aantekening", "zodat de vraag een maand blijft liggen", "en daar is toen geen woord over gesproken", "hoewel het die week al de derde keer is",
		"omdat de regeling dat nu eenmaal zo zegt", "en achteraf was dat het moment", "terwijl de wekker al om vijf uur was gegaan", "en dat kost veertien euro per maand", "maar de telefoon gaat net op dat ogenblik",
		"want zo hadden ze het afgesproken", "en de kat kijkt toe vanaf de vensterbank", "zonder dat het ergens wordt opgeschreven", "en voor haar is dat genoeg",
	}
	marks = []string{"**groter en duurder**", "*met een vraagteken*", "**elf maanden** te laat", "*noreply*", "voor **wie krap zit**", "[een folder](https://voorbeeld.nl/folder)"}
)

// The pieces of what only a facilitator reads. They share no words with the others: a run of six words that stands in what is published is no
// secret, and sentences of one stock would give each other away.
var (
	watches = []string{"Let op of tafels", "Vraag door zodra deelnemers", "Wacht even wanneer groepen", "Noteer het als begeleiders", "Wees mild wanneer professionals"}
	habits  = []string{"meteen oplossingen bedenken", "elkaars vakjargon overnemen", "alleen schulden bespreken", "namens bewoners antwoorden", "voorbijgaan aan eigen kracht"}
	answers = []string{"; leg dan kaart vier bovenop", "; herhaal rustig de hoofdvraag", "; geef stille deelnemers voorrang", "; verwijs naar ieders eerste indruk"}
)

// aside is a sentence for a facilitator.
func (w writer) aside() string { return w.of(watches) + " " + w.of(habits) + w.of(answers) + "." }

func (w writer) of(pieces []string) string { return pieces[w.IntN(len(pieces))] }

func (w writer) sentence() string {
	return w.of(whens) + " " + w.of(does) + " " + w.of(ends) + "."
}

// marked is a sentence with something in it that is Markdown.
func (w writer) marked() string {
	return w.of(whens) + " " + w.of(does) + ", zo stond het er " + w.of(marks) + ", " + w.of(ends) + "."
}

// paragraphs gives a number of paragraphs of some sentences.
func (w writer) paragraphs(n, sentences int) string {
	var text strings.Builder
	for i := range n {
		if i > 0 {
			text.WriteString("\n")
		}
		for s := range sentences {
			if s == 1 {
				text.WriteString(w.marked() + "\n")
			} else {
				text.WriteString(w.sentence() + "\n")
			}
		}
	}
	return text.String()
}
