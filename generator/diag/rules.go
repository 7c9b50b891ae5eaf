package diag

// Rule is the stable name of a kind of problem; it appears in messages, in JSON and in documents, and never changes
// meaning. Its texts stand in the catalogue under "rules.<name>".
type Rule string

// The rules, in the order in which a file meets them. Names are subject-fault.
const (
	// Files (source).
	FileEncoding  Rule = "file-encoding"  // not UTF-8 (Windows-1252 text, say)
	FileTooLarge  Rule = "file-too-large" // over the size that a text file may have
	FileSymlink   Rule = "file-symlink"   // a link that leads outside content/
	FileIsFolder  Rule = "file-is-folder" // a folder named x.md
	FileMisplaced Rule = "file-misplaced" // a Markdown file in no known folder
	FileUnknown   Rule = "file-unknown"   // neither text nor image
	FileName      Rule = "file-name"      // a name without a letter or digit
	FileEmpty     Rule = "file-empty"     // nothing in it
	SiteMissing   Rule = "site-missing"   // content/index.md is not there
	IDDuplicate   Rule = "id-duplicate"   // two files, pictures or events of the same name
	ImageFormat   Rule = "image-format"   // a picture of a kind that is not taken

	// Front matter (parse).
	FrontMissing  Rule = "front-missing"  // the file does not begin with ---
	FrontUnclosed Rule = "front-unclosed" // no second ---
	YAMLSyntax    Rule = "yaml-syntax"    // the front matter cannot be read
	YAMLRefused   Rule = "yaml-refused"   // anchors, aliases, tags, merge keys
	YAMLSecond    Rule = "yaml-second"    // a second YAML document
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
	RoundUnknown  Rule = "round-unknown"  // a round that the case does not have
	PickedUpKind  Rule = "picked-up-kind" // opgepakt on what is no signal
	HeldKind      Rule = "held-kind"      // gehouden on what is no contact
	TitleLong     Rule = "title-long"     // an event's title that fits nowhere
	SummaryLong   Rule = "summary-long"   // more than sixty words
	PullQuoteGone Rule = "pull-quote"     // a pull quote that does not occur in the text

	// Text (parse).
	HTMLRefused  Rule = "html-refused"  // raw HTML
	LinkScheme   Rule = "link-scheme"   // javascript:, ftp:, //host
	LinkEmpty    Rule = "link-empty"    // a link without a target
	ImageAlt     Rule = "image-alt"     // a picture without alternative text
	ImageOutside Rule = "image-outside" // a picture from elsewhere than content/beelden
	ImageLinked  Rule = "image-linked"  // a picture as a link
)

var warnings = map[Rule]bool{
	FileMisplaced: true,
	FileUnknown:   true,
	TitleLong:     true,
	SummaryLong:   true,
}

// Severity tells whether problems of this rule stop a build.
func (r Rule) Severity() Severity {
	if warnings[r] {
		return Warning
	}
	return Error
}
