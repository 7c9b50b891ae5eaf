// Package overlay lays a site's own templates and words over those of casusboek, and tells what is wrong with them as
// it tells what is wrong with content: by file, line and column, all at once. Whoever writes a template of their own is
// an author too.
//
//	words, set, problems, err := theme.Load(templates.Files, own, "nl")  // what can be found by reading
//	err = set.Page(w, "case.html", view)                                   // what shows only when a page is made ...
//	err = faults.Keep(err)                                                 // ... is collected, over all pages
//
// A file of the same name takes the place of casusboek's own; nl.yaml and en.yaml change single words. An error is
// never the author's: then a file could not be read, or a template of casusboek itself is broken.
package theme

import (
	"io/fs"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// overlayFolder is the site's overlayFolder with templates of its own; problems name files in it.
const overlayFolder = "templates/"

// Load gives the words of a language (nl when builtin has none of it) and the templates, each file of builtin with the
// one of the same name in override laid over it. override is the site's folder templates/ and may be nil, empty or
// missing. The words are there even when there are problems, since problems are told in words; the templates are nil
// when a template has an error.
//
// Wrong names of fields show only when a page is made: see [Faults].
func Load(builtin, override fs.FS, language string) (*lang.Catalogue, *Templates, diag.List, error) {
	if _, err := fs.Stat(builtin, language+".yaml"); err != nil {
		language = "nl"
	}
	words, problems, err := loadWords(language, builtin, override)
	if err != nil {
		return nil, nil, nil, err
	}
	set, found, err := loadTemplates(builtin, override, words)
	problems.Join(found)
	return words, set, problems, err
}
