package rules

import (
	"strings"
)

// streetEnds are endings that make a word a street in any case: "kerkstraat 12".
var streetEnds = []string{"straat", "laan", "plein", "gracht", "singel", "kade", "steeg", "dreef", "straatje", "laantje", "pleintje", "weg", "str", "plantsoen", "boulevard", "wegje"}

// nameEnds are endings of streets that count in capitalised words only, since many other
// words have them.
var nameEnds = []string{
	"hof", "pad", "dijk", "markt", "park", "veld", "erf", "oord", "burg", "poort", "wal", "baan", "hoek", "akker", "weide", "brink", "berg", "dam", "haven",
	"ring", "horst", "kamp", "donk", "zoom", "rade", "stede", "werf", "beek", "vaart", "sluis", "brug", "tuin", "tuinen", "bos", "hout", "eind", "einde", "heide",
	"hage", "haag", "gaarde", "gaard", "meent", "passage", "promenade", "allee", "gang", "straße", "rak", "wijk", "kwartier", "heuvel", "enk", "made", "land", "schans",
	"sloot", "wetering", "oever", "molen", "kerkhof", "slag", "reed", "singels", "wei", "zijde", "kant", "buurt", "hofje", "kamer", "stoep", "esplanade", "terras", "maat", "blok", "loo", "waard",
}

// notStreets are words with the ending of a street that are not street names. They count in
// lower case only.
var notStreets = newCues(`onderweg snelweg omweg spoorweg uitweg luchtweg halverweg rijksweg zandweg levensweg waterweg vluchtweg hoofdweg landweg verkeersweg autoweg tolweg
	winkelstraat zijstraat hoofdstraat woonstraat speelstraat dwarsstraat achterstraat schoolplein dorpsplein speelplein marktplein plein straat laan weg gracht singel kade steeg dreef
	busbaan tussenweg middenweg doorweg ringweg toegangsweg provinciale-weg eenrichtingsweg achterweg voorweg plantsoen boulevard aanlooproute voetweg fietsweg rondweg str
	blokkade barricade oversteeg besteeg opsteeg overdreef bedreef aandreef verdreef uitdreef achterstraatje overlaan
	magellaan milaan catalaan binnenweg wasstraat teststraat vaccinatiestraat prikstraat inloopstraat zorgstraat productiestraat`)

// starters are first words of street names without a typical ending: Laan van Meerdervoort,
// Aan de Molen.
var starters = newCues("laan weg plein straat hof aan op achter achterom burgemeester burg dr prof dokter professor prins prinses koning koningin pastoor sint st")

// linking are words inside street names.
var linking = newCues("van de der den het 't ten ter la het en s t")

// livesCues are words that indicate that an address follows.
var livesCues = newCues(`woont woonde wonen woon wonend woonachtig woonadres adres huisadres postadres adresgegevens verhuisde verhuist verhuisd ingeschreven briefadres bezoekadres
	address lives lived thuisadres vestigingsadres`)

// strongStreet reports whether a word in lower case is a street by its ending.
func strongStreet(lower string) bool {
	return len(lower) >= 6 && !notStreets[lower] && !strings.HasSuffix(lower, "slaan") && endsIn(lower, streetEnds, 2)
}

// namedStreet reports whether a capitalised word is a street by its ending.
func namedStreet(lower string) bool {
	return len(lower) >= 5 && (endsIn(lower, streetEnds, 2) && !strings.HasSuffix(lower, "slaan") || endsIn(lower, nameEnds, 2))
}

// clearStreet reports whether a word is a street by its ending even at the start of a
// sentence, where any word is capitalised.
func clearStreet(lower string) bool {
	return strongStreet(lower) || len(lower) >= 7 && endsIn(lower, clearEnds, 3)
}

// clearEnds are endings of street names that few other words have.
var clearEnds = []string{"hof", "pad", "dijk", "hage", "horst", "donk", "akker", "brink", "gaarde", "poort", "hoek", "plein", "erf", "park"}

// endsIn reports whether a word has one of the endings, with at least stem bytes before it.
func endsIn(lower string, ends []string, stem int) bool {
	for _, end := range ends {
		if len(lower) >= len(end)+stem && strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}
