package rules

import (
	"strings"
)

// streetEnds are the ends of names that are streets in any case: "kerkstraat 12".
var streetEnds = []string{"straat", "laan", "plein", "gracht", "singel", "kade", "steeg", "dreef", "straatje", "laantje", "pleintje", "weg", "str", "plantsoen", "boulevard", "wegje"}

// nameEnds are the ends of street names that need a capital letter, for many other words end like that.
var nameEnds = []string{
	"hof", "pad", "dijk", "markt", "park", "veld", "erf", "oord", "burg", "poort", "wal", "baan", "hoek", "akker", "weide", "brink", "berg", "dam", "haven",
	"ring", "horst", "kamp", "donk", "zoom", "rade", "stede", "werf", "beek", "vaart", "sluis", "brug", "tuin", "tuinen", "bos", "hout", "eind", "einde", "heide",
	"hage", "haag", "gaarde", "gaard", "meent", "passage", "promenade", "allee", "gang", "straße", "rak", "wijk", "kwartier", "heuvel", "enk", "made", "land", "schans",
	"sloot", "wetering", "oever", "molen", "kerkhof", "slag", "reed", "singels", "wei", "zijde", "kant", "buurt", "hofje", "kamer", "stoep", "esplanade", "terras", "maat", "blok", "loo", "waard",
}

// notStreets end like a street and are things: lower case only.
var notStreets = cue(`onderweg snelweg omweg spoorweg uitweg luchtweg halverweg rijksweg zandweg levensweg waterweg vluchtweg hoofdweg landweg verkeersweg autoweg tolweg
	winkelstraat zijstraat hoofdstraat woonstraat speelstraat dwarsstraat achterstraat schoolplein dorpsplein speelplein marktplein plein straat laan weg gracht singel kade steeg dreef
	busbaan tussenweg middenweg doorweg ringweg toegangsweg provinciale-weg eenrichtingsweg achterweg voorweg plantsoen boulevard aanlooproute voetweg fietsweg rondweg str
	blokkade barricade oversteeg besteeg opsteeg overdreef bedreef aandreef verdreef uitdreef achterstraatje overlaan
	magellaan milaan catalaan binnenweg wasstraat teststraat vaccinatiestraat prikstraat inloopstraat zorgstraat productiestraat`)

// starters are the first words of street names whose last word does not tell: Laan van Meerdervoort, Aan de Molen.
var starters = cue("laan weg plein straat hof aan op achter achterom burgemeester burg dr prof dokter professor prins prinses koning koningin pastoor sint st")

// linking words stand inside street names.
var linking = cue("van de der den het 't ten ter la het en s t")

// livesCues say that an address follows.
var livesCues = cue(`woont woonde wonen woon wonend woonachtig woonadres adres huisadres postadres adresgegevens verhuisde verhuist verhuisd ingeschreven briefadres bezoekadres
	address lives lived thuisadres vestigingsadres`)

// strongStreet reports whether a word in lower case is a street by its end.
func strongStreet(lower string) bool {
	return len(lower) >= 6 && !notStreets[lower] && !strings.HasSuffix(lower, "slaan") && endsIn(lower, streetEnds, 2)
}

// namedStreet reports whether a capitalised word is a street by its end.
func namedStreet(lower string) bool {
	return len(lower) >= 5 && (endsIn(lower, streetEnds, 2) && !strings.HasSuffix(lower, "slaan") || endsIn(lower, nameEnds, 2))
}

// clearStreet reports whether a word is a street by its end although it begins a sentence and so must have a capital.
func clearStreet(lower string) bool {
	return strongStreet(lower) || len(lower) >= 7 && endsIn(lower, clearEnds, 3)
}

// clearEnds are ends of names that few other words have.
var clearEnds = []string{"hof", "pad", "dijk", "hage", "horst", "donk", "akker", "brink", "gaarde", "poort", "hoek", "plein", "erf", "park"}

// endsIn reports whether a word is one of some ends with at least so many bytes before it.
func endsIn(lower string, ends []string, stem int) bool {
	for _, end := range ends {
		if len(lower) >= len(end)+stem && strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}
