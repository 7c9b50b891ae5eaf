package diag

// Findings of the guard: what may identify a person. They have a Level.
const (
	PrivacyBSN          Rule = "privacy-bsn"          // a citizen service number
	PrivacyIBAN         Rule = "privacy-iban"         // a bank account
	PrivacyEmail        Rule = "privacy-email"        // an e-mail address
	PrivacyPhone        Rule = "privacy-phone"        // a telephone number
	PrivacyAddress      Rule = "privacy-address"      // a street with a house number
	PrivacyPostcode     Rule = "privacy-postcode"     // a postcode; four digits alone are yellow
	PrivacyPlate        Rule = "privacy-plate"        // a licence plate
	PrivacyDocument     Rule = "privacy-document"     // a passport, identity card or licence number
	PrivacyFileNumber   Rule = "privacy-file-number"  // a file, client, policy or company number
	PrivacyBirthDate    Rule = "privacy-birth-date"   // a day of birth
	PrivacyDate         Rule = "privacy-date"         // any other exact day
	PrivacyAge          Rule = "privacy-age"          // an age over 89, or the exact age of a child
	PrivacyGPS          Rule = "privacy-gps"          // coordinates
	PrivacyRegister     Rule = "privacy-register"     // a name of the private register
	PrivacyName         Rule = "privacy-name"         // a word in a position where names occur
	PrivacyWord         Rule = "privacy-word"         // a capitalised word that nothing explains
	PrivacyPlace        Rule = "privacy-place"        // a small place
	PrivacyOrganisation Rule = "privacy-organisation" // the name of an organisation
	PrivacyRare         Rule = "privacy-rare"         // a rare trait
	PrivacyNews         Rule = "privacy-news"         // what leads to a news article or a judgment
	PrivacySpecial      Rule = "privacy-special"      // health, crime, ethnicity, religion, sexuality
	PrivacyQuote        Rule = "privacy-quote"        // a long quotation of a person
	PrivacyImage        Rule = "privacy-image"        // a photo not yet checked for persons
	PrivacyRisk         Rule = "privacy-risk"         // too few people fit what a story tells
	PrivacyLinked       Rule = "privacy-linked"       // two cases that may be about one person
	PrivacyOutput       Rule = "privacy-output"       // withheld text in the generated site
)

// Other problems of the guard.
const (
	RiskUntold    Rule = "risk-untold"    // no traits given, so the risk cannot be estimated
	TraitUnknown  Rule = "trait-unknown"  // a trait that guard/risk does not list
	ReviewMissing Rule = "review-missing" // a case without a valid review, on a site that requires one
	ReviewWanted  Rule = "review-wanted"  // the same, where a review is wanted or is out of date
	ReviewUnused  Rule = "review-unused"  // a review of a case that does not exist
)
