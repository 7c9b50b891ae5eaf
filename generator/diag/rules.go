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
	FileMisplaced: true,
}

// Severity tells whether problems of this rule stop a build.
func (r Rule) Severity() Severity {
	if warnings[r] {
		return Warning
	}
	return Error
}
