package measure

// Kinds gives all kinds of identifiers that follow a form.
func Kinds() []Kind {
	return []Kind{
		{Name: "bsn", Rules: []string{"bsn"}, Level: "red", Value: bsn, Numbers: true, Never: true, Sentences: []string{
			"Zijn burgerservicenummer is %s.", "BSN: %s", "Op de loonstrook, rechtsboven, las ik %s.", "De pleegzoon (%s) stond niet op de lijst.", "Op de brief stond haar BSN, %s, boven de aanhef.", "bsn %s", "De baliemedewerker typte %s in en wachtte.", "Op het briefje stond %s.", "%s is het sofinummer dat hij opgaf.",
		}},
		{Name: "iban", Rules: []string{"iban"}, Level: "red", Value: iban, Numbers: true, Never: true, Sentences: []string{
			"De huur ging van %s af.", "%s bleek al opgeheven.", "Zijn salaris komt binnen op %s, elke 23e.", "Hij moest het geld overmaken naar %s, op naam van zijn zus.", "IBAN %s", "rekening: %s", "Het leefgeld kwam op %s binnen.",
		}},
		{Name: "email", Rules: []string{"email"}, Level: "red", Value: email, Sentences: []string{
			"Ze mailde vanaf %s en kreeg geen antwoord.", "Stuur het naar %s.", "contact: %s", "Zijn adres (%s) stond nog in het oude systeem.", "Via %s kwam de foto van het lek binnen.",
		}},
		{Name: "phone", Rules: []string{"phone"}, Level: "red", Value: phone, Numbers: true, Sentences: []string{
			"Bel hem op %s, liefst 's avonds.", "Haar zoon (%s) regelt alles.", "Het noodcontact is %s, de buurvrouw.", "Zijn nummer is %s.", "tel. %s", "Op de deur hing een briefje met %s erop.", "Ze was bereikbaar via %s, maar niemand nam op.", "telefoon: %s",
		}},
		{Name: "address", Rules: []string{"address"}, Level: "red", Value: address, Sentences: []string{
			"Zij woont aan de %s.", "adres: %s", "Vanaf %s loopt ze naar de bakker.", "%s heeft nog steeds geen nieuwe voordeur.", "Het gezin verhuisde naar %s in de zomer.", "Op de %s is de kraan al een jaar stuk.", "De monteur belde aan bij de %s, maar er was niemand.", "Het huis aan de %s staat leeg.",
		}},
		{Name: "postcode", Rules: []string{"postcode", "address"}, Level: "red", Value: postcode, Sentences: []string{
			"De postcode is %s.", "Zij woont op %s, boven een winkel.", "Post naar %s kwam terug.", "postcode: %s", "Op het formulier vulde hij %s in.", "Regio %s valt buiten het project.",
		}},
		{Name: "plate", Rules: []string{"plate"}, Level: "red", Value: plate, Numbers: true, Sentences: []string{
			"Het kenteken %s werd genoteerd.", "Hij reed in een busje met nummerplaat %s.", "kenteken: %s", "De auto, %s, stond er drie weken.",
		}},
		{Name: "passport", Rules: []string{"document"}, Level: "red", Value: passport, Numbers: true, Sentences: []string{
			"Zijn paspoort heeft nummer %s.", "paspoortnummer %s", "De identiteitskaart %s was verlopen.", "Ze toonde haar ID-kaart (%s) aan de balie.", "Reisdocument %s werd gevonden bij de bushalte.", "Het paspoort, nummer %s, is ongeldig verklaard.",
		}},
		{Name: "residence", Rules: []string{"document"}, Level: "red", Value: residence, Sentences: []string{
			"Zijn verblijfsdocument %s was bijna verlopen.", "Op het verblijfsdocument staat %s.", "documentnummer: %s",
		}},
		{Name: "v-number", Rules: []string{"document"}, Level: "red", Value: tenDigits, Numbers: true, Sentences: []string{
			"Haar V-nummer is %s.", "De IND kende hem onder V-nummer %s.", "v-nummer: %s",
		}},
		{Name: "licence", Rules: []string{"document"}, Level: "red", Value: tenDigits, Numbers: true, Sentences: []string{
			"Het rijbewijs met nummer %s werd ingevorderd.", "rijbewijsnummer %s", "Op zijn rijbewijs staat %s.",
		}},
		{Name: "file", Rules: []string{"file-number", "bsn"}, Level: "orange", Value: file, Sentences: []string{
			"Het zaaknummer is %s.", "De rechtbank gaf de zaak nummer %s.", "Bij de deurwaarder ligt dossier %s.", "Onder kenmerk %s ging de brief de deur uit.", "dossiernummer: %s", "Vermeld altijd uw klantnummer %s bij een betaling.", "De polis met polisnummer %s liep af.",
		}},
		{Name: "company", Rules: []string{"file-number", "bsn"}, Level: "orange", Value: company, Numbers: true, Sentences: []string{
			"Hij staat in de KvK onder %s.", "KvK-nummer %s", "Ingeschreven in het handelsregister onder nummer %s.",
		}},
		{Name: "birth date", Rules: []string{"birth-date"}, Level: "red", Value: birthDate, Sentences: []string{
			"Zij is geboren op %s.", "geboortedatum: %s", "Haar verjaardag, %s, vierde ze alleen.", "De baby werd geboren: %s.", "Mevrouw (geb. %s) woont alleen.", "Zijn geboortedatum is %s.", "Op %s is hij jarig.",
		}},
		{Name: "date", Rules: []string{"date"}, Level: "orange", Value: date, Sentences: []string{
			"Op %s stond de deurwaarder voor de deur.", "De ontruiming stond gepland voor %s.", "Op de zitting van %s zweeg hij.", "Vanaf %s kwam er geen post meer.", "Sinds %s heeft hij geen gas meer.", "wanneer: %s",
		}},
		{Name: "age", Rules: []string{"age"}, Level: "orange", Value: age, Sentences: []string{
			"Zij is %s en woont zelfstandig.", "Een vrouw van %s deed open.", "leeftijd: %s",
		}},
		{Name: "gps", Rules: []string{"gps"}, Level: "red", Value: coordinates, Never: true, Sentences: []string{
			"De foto is gemaakt op %s.", "Hij stuurde zijn plek: %s.", "%s (achter het gemaal)", "locatie: %s", "In de kaart stond %s als punt.", "Het tuinhuis ligt op %s, achter de dijk.",
		}},
	}
}
