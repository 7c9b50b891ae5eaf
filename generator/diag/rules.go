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
	FileEmpty     Rule = "file-empty"     // nothing in it
	SiteMissing   Rule = "site-missing"   // content/index.md is not there
)

var warnings = map[Rule]bool{
	FileMisplaced:   true,
	TemplateUnknown: true,
}

// Severity tells whether problems of this rule stop a build.
func (r Rule) Severity() Severity {
	if warnings[r] {
		return Warning
	}
	return Error
}

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
