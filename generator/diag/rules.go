package diag

// Rule is the stable name of a kind of problem. It is in messages, JSON and documents and
// never changes its meaning. Its texts are in the catalogue under "rules.<name>".
type Rule string

// The rules, in the order in which a file is checked. Names have the form subject-fault.
const (
	// Files (read/source, images).
	FileEncoding  Rule = "file-encoding"  // not UTF-8, for example Windows-1252
	FileTooLarge  Rule = "file-too-large" // over the size limit of text files
	LineTooLong   Rule = "line-too-long"  // a line over the length limit
	FileSymlink   Rule = "file-symlink"   // a link that leads outside content/
	FileIsFolder  Rule = "file-is-folder" // a folder named x.md
	FileMisplaced Rule = "file-misplaced" // a Markdown file in no known folder
	FileUnknown   Rule = "file-unknown"   // neither text nor image
	FileName      Rule = "file-name"      // a name without a letter or digit
	FileEmpty     Rule = "file-empty"     // an empty file
	SiteMissing   Rule = "site-missing"   // content/index.md does not exist
	IDDuplicate   Rule = "id-duplicate"   // two files, pictures or events with the same id
	ImageFormat   Rule = "image-format"   // an unsupported format, or not that of the file's extension
	ImageBroken   Rule = "image-broken"   // a damaged picture, or one that cannot be processed
	ImageOriginal Rule = "image-original" // the original of a picture holds data that is not published
	ImageLarge    Rule = "image-large"    // a picture too large, which cannot be scaled down

	// Front matter (read/parse).
	FrontMissing  Rule = "front-missing"  // the file does not begin with ---
	FrontUnclosed Rule = "front-unclosed" // no second ---
	YAMLSyntax    Rule = "yaml-syntax"    // the front matter cannot be parsed
	YAMLRefused   Rule = "yaml-refused"   // anchors, aliases, tags, merge keys
	YAMLSecond    Rule = "yaml-second"    // a second YAML document
	YAMLComment   Rule = "yaml-comment"   // a # that makes part of a value a comment
	KeyDuplicate  Rule = "key-duplicate"  // the same key twice
	FieldTwice    Rule = "field-twice"    // the same field under its Dutch and its English name
	FieldUnknown  Rule = "field-unknown"  // a key that is not a field
	FieldMissing  Rule = "field-missing"  // a required field that is missing or empty
	ValueType     Rule = "value-type"     // a value of the wrong type, such as a list for a text
	ValueChoice   Rule = "value-choice"   // not one of the allowed values
	IDForm        Rule = "id-form"        // an id that cannot be part of an address

	// Values (read/parse).
	WhenMissing   Rule = "when-missing"   // an event without a time
	WhenInvalid   Rule = "when-invalid"   // a time that cannot be parsed
	AxisMixed     Rule = "axis-mixed"     // ages and dates in one case
	RoundMissing  Rule = "round-missing"  // an event without a round
	RoundUnknown  Rule = "round-unknown"  // a round that the case does not have, or that is too high
	PickedUpKind  Rule = "picked-up-kind" // opgepakt on an event that is not a signal
	HeldKind      Rule = "held-kind"      // gehouden on an event that is not a contact
	TitleLong     Rule = "title-long"     // an event's title that is too long to show
	SummaryLong   Rule = "summary-long"   // more than sixty words
	ConsentDates  Rule = "consent-dates"  // dates of a consent that must be a mistake
	PullQuoteGone Rule = "pull-quote"     // a pull quote that does not occur in the text

	// Text (read/parse).
	TextLimit    Rule = "text-limit"    // a limit of paragraphs, nesting or notes is exceeded
	HTMLRefused  Rule = "html-refused"  // raw HTML
	LinkScheme   Rule = "link-scheme"   // javascript:, ftp:, //host
	LinkEmpty    Rule = "link-empty"    // a link without a target
	LinkBroken   Rule = "link-broken"   // a link, picture or note that was parsed as plain text
	ImageAlt     Rule = "image-alt"     // a picture without alternative text
	ImageOutside Rule = "image-outside" // a picture that is not in content/beelden
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

// Severity returns whether problems of this rule stop a build.
func (r Rule) Severity() Severity {
	if warnings[r] {
		return Warning
	}
	return Error
}

// References (resolve).
const (
	LinkMissing      Rule = "link-missing"      // a link in prose to an unknown document
	LinkOutside      Rule = "link-outside"      // a link to a file that is not in content/
	LinkAmbiguous    Rule = "link-ambiguous"    // a wiki link that matches more than one document
	LinkUnpublished  Rule = "link-unpublished"  // a published text that links to a draft
	LinkSpoiler      Rule = "link-spoiler"      // a link text of its own for an event of a later round
	AnchorMissing    Rule = "anchor-missing"    // a link to an unknown heading
	ImageMissing     Rule = "image-missing"     // a picture that is not in content/beelden
	AddressTaken     Rule = "address-taken"     // a page at an address that the site uses itself
	RefSelf          Rule = "ref-self"          // a document that refers to itself
	RefMissing       Rule = "ref-missing"       // a reference to an unknown document
	NameNear         Rule = "name-near"         // a name that is nearly an existing one
	OrderForeign     Rule = "order-foreign"     // a session that orders a foreign reflection
	CauseMissing     Rule = "cause-missing"     // leidt_tot without a target
	CauseSelf        Rule = "cause-self"        // an event that leads to itself
	CauseBackwards   Rule = "cause-backwards"   // an event that leads to an earlier one
	AnswerMissing    Rule = "answer-missing"    // opgepakt without an existing contact
	TurningMissing   Rule = "turning-missing"   // kantelkaart without an existing event
	TurningAmbiguous Rule = "turning-ambiguous" // kantelkaart names an event that several cases have
	WhenOffset       Rule = "when-offset"       // an offset without a base, or in a cycle
	DomainUnknown    Rule = "domain-unknown"    // a life domain that the site does not have
	RoleUnknown      Rule = "role-unknown"      // a role that the site does not list
	ChoiceUnknown    Rule = "choice-unknown"    // votes for a choice that the round does not have
	GroupUnknown     Rule = "group-unknown"     // votes of a group that the session does not have
)

// Print (printing).
const (
	CardOver    Rule = "card-over"     // a text that overflows its card, as measured by the browser
	CardTooLong Rule = "card-too-long" // a text that does not fit on its card, as estimated
)

// Templates and words of a site (theme).
const (
	TemplateUnknown  Rule = "template-unknown"  // a file in templates/ that is not a known template
	TemplateBroken   Rule = "template-broken"   // a template that cannot be parsed or executed
	TemplateFunction Rule = "template-function" // a template that calls an unknown function
	TemplateField    Rule = "template-field"    // a template that uses an unknown field of its data
	TemplatePiece    Rule = "template-piece"    // a {{template}} without its {{define}}
	WordsBroken      Rule = "words-broken"      // nl.yaml or en.yaml cannot be parsed
	WordUnknown      Rule = "word-unknown"      // an unknown key of the catalogue
	WordPlace        Rule = "word-place"        // a {placeholder} that the original text does not have
)

// Mappings of spreadsheet columns (casusboek import).
const (
	MappingKey     Rule = "mapping-key"     // an unknown or missing key of a mapping
	MappingHeader  Rule = "mapping-header"  // a row that the sheet does not have
	MappingColumn  Rule = "mapping-column"  // a column that the sheet does not have
	MappingField   Rule = "mapping-field"   // an unknown field
	MappingTwice   Rule = "mapping-twice"   // two columns for one field
	MappingConsent Rule = "mapping-consent" // a question whose answer yes is no consent
)

// Answers to the guard (content/privacy.yaml). Findings of the guard are in privacy.go.
const (
	AllowedNever    Rule = "allowed-never"    // of a rule whose findings cannot be allowed
	AllowedKey      Rule = "allowed-key"      // the key of the hashes is missing
	AllowedExpired  Rule = "allowed-expired"  // after its last day
	AllowedUnused   Rule = "allowed-unused"   // its value is no longer found
	ReasonShort     Rule = "reason-short"     // a reason that is too short
	ExplainedUnused Rule = "explained-unused" // a word that needs no explanation or no longer occurs
)
