package diag

// Privacy (guard): what may give somebody away. Their findings have a Level.
const (
	PrivacyBSN          Rule = "privacy-bsn"          // a citizen service number
	PrivacyIBAN         Rule = "privacy-iban"         // a bank account
	PrivacyEmail        Rule = "privacy-email"        // an e-mail address
	PrivacyPhone        Rule = "privacy-phone"        // a telephone number
	PrivacyAddress      Rule = "privacy-address"      // a street with a house number
	PrivacyPostcode     Rule = "privacy-postcode"     // a postcode; four digits alone are yellow
	PrivacyPlate        Rule = "privacy-plate"        // a licence plate
	PrivacyDocument     Rule = "privacy-document"     // the number of a passport, identity card, residence document, driving licence
	PrivacyFileNumber   Rule = "privacy-file-number"  // the number of a file, case, client, policy, company
	PrivacyBirthDate    Rule = "privacy-birth-date"   // a day of birth
	PrivacyDate         Rule = "privacy-date"         // any other exact day
	PrivacyAge          Rule = "privacy-age"          // an age over 89, or the exact age of a child
	PrivacyGPS          Rule = "privacy-gps"          // coordinates
	PrivacyRegister     Rule = "privacy-register"     // a name of the private register
	PrivacyName         Rule = "privacy-name"         // what stands where a name stands
	PrivacyWord         Rule = "privacy-word"         // a capitalised word that nothing explains
	PrivacyPlace        Rule = "privacy-place"        // a small place
	PrivacyOrganisation Rule = "privacy-organisation" // an organisation by its name
	PrivacyRare         Rule = "privacy-rare"         // what hardly anybody has or is
	PrivacyNews         Rule = "privacy-news"         // what leads to a newspaper or a published judgment
	PrivacySpecial      Rule = "privacy-special"      // health, crime, ethnicity, religion, sexuality
	PrivacyQuote        Rule = "privacy-quote"        // somebody's words at length
	PrivacyImage        Rule = "privacy-image"        // a picture that says more than it shows
	PrivacyRisk         Rule = "privacy-risk"         // too few people fit what a story tells
	PrivacyLinked       Rule = "privacy-linked"       // two stories of one person, perhaps
	PrivacyOutput       Rule = "privacy-output"       // what came out although it should not
)

// What the guard asks of an author beside that.
const (
	RiskUntold    Rule = "risk-untold"    // nobody said what a story tells, so nothing can be estimated
	TraitUnknown  Rule = "trait-unknown"  // a trait that the table does not have
	ReviewMissing Rule = "review-missing" // a case without a good seal, on a site that requires one
	ReviewWanted  Rule = "review-wanted"  // the same, where a seal is only wished for, or was broken
	ReviewUnused  Rule = "review-unused"  // a seal of no case
)
