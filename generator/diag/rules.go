package diag

// Rule is the stable name of a kind of problem; it appears in messages, in JSON and in documents, and never changes
// meaning. Its texts stand in the catalogue under "rules.<name>".
type Rule string

// The rules, in the order in which a file meets them. Names are subject-fault.
const (
	// Files (source).
	FileEncoding  Rule = "file-encoding"  // not UTF-8 (Windows-1252 text, say)
	FileTooLarge  Rule = "file-too-large" // over the size that a text file may have
	LineTooLong   Rule = "line-too-long"  // a line that is longer than any text is
	FileSymlink   Rule = "file-symlink"   // a link that leads outside content/
	FileIsFolder  Rule = "file-is-folder" // a folder named x.md
	FileMisplaced Rule = "file-misplaced" // a Markdown file in no known folder
	FileUnknown   Rule = "file-unknown"   // neither text nor image
	FileName      Rule = "file-name"      // a name without a letter or digit
	FileEmpty     Rule = "file-empty"     // nothing in it
	SiteMissing   Rule = "site-missing"   // content/index.md is not there
	IDDuplicate   Rule = "id-duplicate"   // two files, pictures or events of the same name
	ImageFormat   Rule = "image-format"   // a picture of a kind that is not taken, or not of the kind that its name says
	ImageBroken   Rule = "image-broken"   // a picture that is damaged, or that nothing can be done with
	ImageOriginal Rule = "image-original" // the original of a picture holds what is not published
	ImageLarge    Rule = "image-large"    // a picture that is larger than it need be, and cannot be made smaller here

	// Front matter (parse).
	FrontMissing  Rule = "front-missing"  // the file does not begin with ---
	FrontUnclosed Rule = "front-unclosed" // no second ---
	YAMLSyntax    Rule = "yaml-syntax"    // the front matter cannot be read
	YAMLRefused   Rule = "yaml-refused"   // anchors, aliases, tags, merge keys
	YAMLSecond    Rule = "yaml-second"    // a second YAML document
	YAMLComment   Rule = "yaml-comment"   // a # that takes away a part of a value
	KeyDuplicate  Rule = "key-duplicate"  // the same key twice
	FieldTwice    Rule = "field-twice"    // the same field under its Dutch and its English name
	FieldUnknown  Rule = "field-unknown"  // a key that is none of the fields
	FieldMissing  Rule = "field-missing"  // a required field that is not there, or empty
	ValueType     Rule = "value-type"     // a list where a text should be, and so on
	ValueChoice   Rule = "value-choice"   // none of the values to choose from
	IDForm        Rule = "id-form"        // an id that cannot stand in an address

	// What is said (parse).
	WhenMissing   Rule = "when-missing"   // an event without a time
	WhenInvalid   Rule = "when-invalid"   // a time that cannot be read
	AxisMixed     Rule = "axis-mixed"     // ages and dates in one case
	RoundMissing  Rule = "round-missing"  // an event without a round
	RoundUnknown  Rule = "round-unknown"  // a round that the case does not have, or that is too high for one without rounds
	PickedUpKind  Rule = "picked-up-kind" // opgepakt on what is no signal
	HeldKind      Rule = "held-kind"      // gehouden on what is no contact
	TitleLong     Rule = "title-long"     // an event's title that fits nowhere
	SummaryLong   Rule = "summary-long"   // more than sixty words
	ConsentDates  Rule = "consent-dates"  // dates of a consent that can only be a slip
	PullQuoteGone Rule = "pull-quote"     // a pull quote that does not occur in the text

	// Text (parse).
	TextLimit    Rule = "text-limit"    // a paragraph, a nesting or a number of notes that no text has
	HTMLRefused  Rule = "html-refused"  // raw HTML
	LinkScheme   Rule = "link-scheme"   // javascript:, ftp:, //host
	LinkEmpty    Rule = "link-empty"    // a link without a target
	LinkBroken   Rule = "link-broken"   // a link, picture or note that became plain text
	ImageAlt     Rule = "image-alt"     // a picture without alternative text
	ImageOutside Rule = "image-outside" // a picture from elsewhere than content/beelden
	ImageLinked  Rule = "image-linked"  // a picture as a link
)

var warnings = map[Rule]bool{
	FileMisplaced: true,
	FileUnknown:   true,
	ImageOriginal: true,
	ImageLarge:    true,
	YAMLComment:   true,
	LinkBroken:    true,
	ConsentDates:  true,
	TitleLong:     true,
	SummaryLong:   true,

	CardTooLong: true,

	LinkUnpublished: true,
	LinkSpoiler:     true,
	AnchorMissing:   true,
	NameNear:        true,
	OrderForeign:    true,
	CauseBackwards:  true,
	RoleUnknown:     true,
	TemplateUnknown: true,

	AllowedExpired:  true,
	AllowedUnused:   true,
	ExplainedUnused: true,
	RiskUntold:      true,
	ReviewWanted:    true,
	ReviewUnused:    true,
}

// Severity tells whether problems of this rule stop a build.
func (r Rule) Severity() Severity {
	if warnings[r] {
		return Warning
	}
	return Error
}

// What refers to what (link).
const (
	LinkMissing      Rule = "link-missing"      // a link in prose that leads nowhere
	LinkOutside      Rule = "link-outside"      // a link to a file that is not in content/
	LinkAmbiguous    Rule = "link-ambiguous"    // a wiki link that fits more than one document
	LinkUnpublished  Rule = "link-unpublished"  // a published text that links to a draft
	LinkSpoiler      Rule = "link-spoiler"      // own words for an event of a later round
	AnchorMissing    Rule = "anchor-missing"    // a link to a heading that is not there
	ImageMissing     Rule = "image-missing"     // a picture that is not in content/beelden
	AddressTaken     Rule = "address-taken"     // a page where the site has one of its own
	RefSelf          Rule = "ref-self"          // a document that names itself where another should be
	RefMissing       Rule = "ref-missing"       // a field that names a document that is not there
	NameNear         Rule = "name-near"         // a name that is nearly an existing one
	OrderForeign     Rule = "order-foreign"     // a session orders a reflection that is not its own
	CauseMissing     Rule = "cause-missing"     // leidt_tot without a target
	CauseSelf        Rule = "cause-self"        // an event that leads to itself
	CauseBackwards   Rule = "cause-backwards"   // an event that leads to an earlier one
	AnswerMissing    Rule = "answer-missing"    // opgepakt names no contact
	TurningMissing   Rule = "turning-missing"   // kantelkaart names no event
	TurningAmbiguous Rule = "turning-ambiguous" // kantelkaart names an event that several cases have
	WhenOffset       Rule = "when-offset"       // an offset without a base, or in a circle
	DomainUnknown    Rule = "domain-unknown"    // a life domain that the site does not have
	RoleUnknown      Rule = "role-unknown"      // a role that the site does not name
	ChoiceUnknown    Rule = "choice-unknown"    // votes for a choice that the round does not have
	GroupUnknown     Rule = "group-unknown"     // votes of a group that the session does not have
)

// What is printed (paper).
const (
	CardOver    Rule = "card-over"     // a text that runs off its card, as the browser measured it
	CardTooLong Rule = "card-too-long" // a text that does not fit on its card; an estimate
)

// A site's own templates and words (render).
const (
	TemplateUnknown  Rule = "template-unknown"  // a file in templates/ of a name that casusboek does not have
	TemplateBroken   Rule = "template-broken"   // cannot be read or carried out
	TemplateFunction Rule = "template-function" // calls a function that is not there
	TemplateField    Rule = "template-field"    // asks for a field that its data do not have
	TemplatePiece    Rule = "template-piece"    // a {{template}} without its {{define}}
	WordsBroken      Rule = "words-broken"      // nl.yaml or en.yaml cannot be read
	WordUnknown      Rule = "word-unknown"      // a key that the catalogue does not have
	WordPlace        Rule = "word-place"        // a {place} that the original text does not have
)

// A mapping, which says what the columns of a spreadsheet are (casusboek import).
const (
	MappingKey     Rule = "mapping-key"     // a key that a mapping does not have, or one that is not there
	MappingHeader  Rule = "mapping-header"  // a row that the sheet does not have
	MappingColumn  Rule = "mapping-column"  // a column that the sheet does not have
	MappingField   Rule = "mapping-field"   // a field that no column can be
	MappingTwice   Rule = "mapping-twice"   // two columns that would be one field
	MappingConsent Rule = "mapping-consent" // a question to which yes is no consent
)

// Answers to the guard (content/privacy.yaml). What the guard finds is in privacy.go.
const (
	AllowedNever    Rule = "allowed-never"    // of a rule whose findings must go
	AllowedKey      Rule = "allowed-key"      // the key that the marks were made with is not there
	AllowedExpired  Rule = "allowed-expired"  // past its last day
	AllowedUnused   Rule = "allowed-unused"   // what it allows is not found any more
	ReasonShort     Rule = "reason-short"     // a reason that is none
	ExplainedUnused Rule = "explained-unused" // a word that needs no explanation, or is not there any more
)
