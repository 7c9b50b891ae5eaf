// Package skeleton makes what authors begin with: a small casebook that works at once, and a file for a new case, reflection, session, theme, organisation or page in which every
// field stands ready with its explanation.
//
//	files, err := skeleton.Casebook("nl")       // content/index.md, .gitignore, .vscode/settings.json ...
//	text := skeleton.Document(casebook.KindCase, skeleton.Options{Title: "Een nieuwe sleutel", Words: words, Today: today})
//
// The casebook stands in the folders nl and en as files, so that whoever improves it sees what authors will see. The new files, the snippets for the editor and the schemas come
// from the tables of package parse. Nothing is written here: cli does that.
package skeleton

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"casusboek/generator/author/schema"
)

//go:embed nl en
var casebooks embed.FS

// File is a file to be written, by its slash separated path in the folder of the casebook.
type File struct {
	Path string
	Text string
}

// schemas is where the schemas of an editor stand.
const schemas = ".vscode/schemas/"

// Casebook gives all files of a small working casebook in a language, nl or en, sorted by path.
func Casebook(language string) ([]File, error) {
	var files []File
	err := fs.WalkDir(casebooks, language, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := casebooks.ReadFile(name)
		files = append(files, File{hidden(strings.TrimPrefix(name, language+"/")), filled(string(data), language)})
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, kind := range schema.Kinds() {
		files = append(files, File{schemas + schema.FileName(kind, language), string(schema.Of(kind))})
	}
	files = append(files, File{".vscode/casusboek.code-snippets", snippets(language)})
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// hidden gives a file its point back: an embedded folder holds no names that begin with one.
func hidden(name string) string {
	first, _, _ := strings.Cut(name, "/")
	if first == "gitignore" || first == "vscode" {
		return "." + name
	}
	return name
}

// filled puts in the settings of the editor which schema is for which files.
func filled(text, language string) string {
	if !strings.Contains(text, "SCHEMAS") {
		return text
	}
	var lines []string
	for _, kind := range schema.Kinds() {
		var patterns []string
		for _, p := range patternsOf(kind.Name) {
			patterns = append(patterns, `"`+p+`"`)
		}
		lines = append(lines, `    "./`+path.Join(schemas, schema.FileName(kind, language))+`": [`+strings.Join(patterns, ", ")+`]`)
	}
	return strings.Replace(text, "SCHEMAS", strings.Join(lines, ",\n"), 1)
}

// patternsOf are the files that are of a kind.
func patternsOf(block string) []string {
	switch block {
	case "site":
		return []string{"content/index.md"}
	case "answers":
		return []string{"content/privacy.yaml"}
	case "reviews":
		return []string{"content/reviews.yaml"}
	}
	var patterns []string
	for _, k := range Kinds {
		if k.Block == block {
			patterns = append(patterns, "content/"+k.Folders[0]+"/**/*.md", "content/"+k.Folders[1]+"/**/*.md")
		}
	}
	return patterns
}
