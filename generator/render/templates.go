package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// Templates is the parsed set: every page template together with base.html and the shared pieces, whose file names begin with an underscore,
// and the style sheets and scripts that go with them.
type Templates struct {
	pages   map[string]*template.Template
	sources map[string]source
}

// source is one file of the set: the built-in one, or the site's own in its place.
type source struct {
	text     []byte
	override bool
}

// functions are what templates may call beside the methods of their data and the functions that Go's template package has.
var functions = template.FuncMap{}

// overrideFolder is the site's folder with templates of its own; problems name files in it.
const overrideFolder = "templates/"

// Load gives the words of a language (nl when empty or unknown) and the templates, each built-in file with the site's own of the same name laid over it. override is the
// site's folder templates/ and may be nil, empty or missing. The words are there even when there are problems, since problems are told in words.
func Load(builtin, override fs.FS, language string) (*lang.Catalogue, *Templates, diag.List, error) {
	if _, err := fs.Stat(builtin, language+".yaml"); err != nil {
		language = "nl"
	}
	words, problems, err := loadWords(language, builtin, override)
	if err != nil {
		return nil, nil, nil, err
	}
	set, found, err := LoadTemplates(builtin, override)
	problems.Join(found)
	return words, set, problems, err
}

// LoadTemplates parses all templates of builtin. A file of the same name in override takes its place; override may be nil or empty.
// What is wrong with an override comes as problems that name its file and line, and then there is no set. What is wrong with the built-in
// templates, or with reading the files, is an error.
//
// Wrong names of fields show only when a page is made: see Site.
func LoadTemplates(builtin, override fs.FS) (*Templates, diag.List, error) {
	sources, problems, err := readSources(builtin, override)
	if err != nil {
		return nil, nil, err
	}
	t := &Templates{pages: map[string]*template.Template{}, sources: sources}
	shared := template.New("base.html").Funcs(functions)
	var pages []string
	for _, name := range t.names(".html") {
		if name != "base.html" && !strings.HasPrefix(name, "_") {
			pages = append(pages, name)
			continue
		}
		if err := t.parseInto(shared, name, &problems); err != nil {
			return nil, nil, err
		}
	}
	for _, name := range pages {
		set, err := shared.Clone()
		if err != nil {
			return nil, nil, err
		}
		if err := t.parseInto(set, name, &problems); err != nil {
			return nil, nil, err
		}
		t.pages[name] = set
	}
	if !problems.HasErrors() {
		if err := t.checkPieces(builtin, &problems); err != nil {
			return nil, nil, err
		}
	}
	problems.Sort()
	if problems.HasErrors() {
		return nil, problems, nil
	}
	return t, problems, nil
}

// readSources reads the built-in files and lays the site's own over them. Names that casusboek does not have are warned about, since
// nothing would ever use them.
func readSources(builtin, override fs.FS) (map[string]source, diag.List, error) {
	sources := map[string]source{}
	if err := readInto(sources, builtin, false, nil); err != nil {
		return nil, nil, err
	}
	var problems diag.List
	if override == nil {
		return sources, nil, nil
	}
	err := readInto(sources, override, true, &problems)
	return sources, problems, err
}

func readInto(sources map[string]source, files fs.FS, override bool, problems *diag.List) error {
	entries, err := fs.ReadDir(files, ".")
	if override && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	known := slices.Sorted(maps.Keys(sources))
	for _, entry := range entries {
		name := entry.Name()
		// A Go file is no template: casusboek's own repository is a site too, and its templates folder holds one that embeds them.
		if strings.HasPrefix(name, ".") || path.Ext(name) == ".go" {
			continue
		}
		if override && !slices.Contains(known, name) {
			pos := diag.Pos{File: overrideFolder + name}
			addNear(problems, diag.TemplateUnknown, pos, name, known)
			continue
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if override && bytes.Equal(text, sources[name].text) {
			continue
		}
		sources[name] = source{text, override}
	}
	return nil
}

// names lists the files of the set with the given extension, sorted.
func (t *Templates) names(ext string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(t.sources)), func(name string) bool { return path.Ext(name) != ext })
}

func (t *Templates) parseInto(set *template.Template, name string, problems *diag.List) error {
	target := set
	if name != set.Name() {
		target = set.New(name)
	}
	_, err := target.Parse(string(t.sources[name].text))
	if err == nil {
		return nil
	}
	problem, ok := t.explain(err, nil)
	if !ok {
		return err
	}
	*problems = append(*problems, problem)
	return nil
}

// execute makes one page. An error that the site's own templates cause is a *brokenTemplate.
func (t *Templates) execute(w io.Writer, page string, data any) error {
	return t.executePiece(w, page, "base.html", data)
}

// executePiece carries out one piece of the set that a page's template has: base.html, which is the whole page, or a shared piece.
func (t *Templates) executePiece(w io.Writer, page, piece string, data any) error {
	set, ok := t.pages[page]
	if !ok {
		return fmt.Errorf("no template %s", page)
	}
	err := set.ExecuteTemplate(w, piece, data)
	if err == nil {
		return nil
	}
	if problem, ok := t.explain(err, data); ok {
		return &brokenTemplate{problem}
	}
	if problem, ok := t.blame(err, page); ok {
		return &brokenTemplate{problem}
	}
	return err
}
