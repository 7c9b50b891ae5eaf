package theme

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// Templates is the parsed set: every page template together with base.html and the shared pieces, and the style sheets
// and scripts that go with them. It is read-only and safe for concurrent use.
type Templates struct {
	pages   map[string]*template.Template
	sources map[string]source
}

// source is one file of the set: the built-in one, or the site's own in its place.
type source struct {
	text     []byte
	override bool
}

// frame is the template of the whole page; those of pages fill its blocks.
const frame = "base.html"

// overlayModules is the folder of what the scripts are made from. A site puts a script of its own in the place of a whole one.
const overlayModules = "script"

// isShared reports whether a template is part of every page: the frame, and the pieces, whose names begin with an
// underscore.
func isShared(name string) bool { return name == frame || strings.HasPrefix(name, "_") }

// functions are what templates may call beside the methods of their data and the functions that Go's template package
// has.
var functions = template.FuncMap{}

// loadTemplates parses all templates of builtin, with those of override in their place. What is wrong with an override
// comes as problems, and then there is no set. What is wrong with the built-in templates, or with reading the files, is
// an error.
func loadTemplates(builtin, override fs.FS, words *lang.Catalogue) (*Templates, diag.List, error) {
	sources, problems, err := readSources(builtin, override)
	if err != nil {
		return nil, nil, err
	}
	t := &Templates{pages: map[string]*template.Template{}, sources: sources}
	if err := t.parse(words, &problems); err != nil {
		return nil, nil, err
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

// parse makes a set for every page: the frame and all shared pieces, with the page's own template on top.
func (t *Templates) parse(words *lang.Catalogue, problems *diag.List) error {
	shared := template.New(frame).Funcs(functions)
	var pages []string
	for _, name := range t.names(".html") {
		if !isShared(name) {
			pages = append(pages, name)
			continue
		}
		if err := t.parseInto(shared, name, problems); err != nil {
			return err
		}
		t.foldWords(shared, name, words)
	}
	for _, name := range pages {
		set, err := shared.Clone()
		if err != nil {
			return err
		}
		if err := t.parseInto(set, name, problems); err != nil {
			return err
		}
		t.foldWords(set, name, words)
		t.pages[name] = set
	}
	return nil
}

// readSources reads the built-in files and lays the site's own over them. Names that casusboek does not have are warned
// about, since nothing would ever use them.
func readSources(builtin, override fs.FS) (map[string]source, diag.List, error) {
	sources := map[string]source{}
	if err := readInto(sources, builtin, false, nil); err != nil {
		return nil, nil, err
	}
	bundles, err := Bundle(builtin)
	if err != nil {
		return nil, nil, err
	}
	for name, text := range bundles {
		sources[name] = source{text: text}
	}
	var problems diag.List
	if override == nil {
		return sources, nil, nil
	}
	if err := readInto(sources, override, true, &problems); err != nil {
		return nil, nil, err
	}
	err = unusedModules(builtin, override, &problems)
	return sources, problems, err
}

// Names lists what [Load] looks at in a folder of templates, which may be nil or missing: what is at its top, and the modules that scripts are made from.
// A Go file is no template: casusboek's own repository is a site too, and its templates folder holds one that embeds them.
func Names(files fs.FS) ([]string, error) {
	if files == nil {
		return nil, nil
	}
	var names []string
	for _, dir := range []string{".", overlayModules} {
		entries, err := fs.ReadDir(files, dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			name := path.Join(dir, entry.Name())
			if strings.HasPrefix(entry.Name(), ".") || path.Ext(name) == ".go" || name == overlayModules && entry.IsDir() {
				continue
			}
			names = append(names, name)
		}
	}
	return names, nil
}

func readInto(sources map[string]source, files fs.FS, override bool, problems *diag.List) error {
	names, err := Names(files)
	if err != nil {
		return err
	}
	known := slices.Sorted(maps.Keys(sources))
	for _, name := range names {
		if path.Dir(name) == overlayModules {
			continue // of casusboek's own Bundle makes scripts; others: unusedModules
		}
		if override && !slices.Contains(known, name) {
			pos := diag.Pos{File: overlayFolder + name}
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
		if at := bytes.IndexFunc(text, diag.Unpublishable); override && at >= 0 {
			pos := diag.NewPlaces("templates/"+name, string(text)).At(at, at+1)
			problems.AddVariant(diag.FileEncoding, "control", pos, "code", fmt.Sprintf("U+%04X", []rune(string(text[at:]))[0]))
		}
		sources[name] = source{text, override}
	}
	return nil
}

// unusedModules warns about modules of the site's own, which no script is made from. A copy of one of casusboek's is no reason for a warning.
func unusedModules(builtin, override fs.FS, problems *diag.List) error {
	names, err := Names(override)
	if err != nil {
		return err
	}
	for _, name := range names {
		if path.Dir(name) != overlayModules || path.Ext(name) != ".js" {
			continue
		}
		text, err := fs.ReadFile(override, name)
		if err != nil {
			return err
		}
		if original, err := fs.ReadFile(builtin, name); err != nil || !bytes.Equal(text, original) {
			problems.AddVariant(diag.TemplateUnknown, "script", diag.Pos{File: overlayFolder + name}, "name", name)
		}
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

// Own reports whether a template is the site's own.
func (t *Templates) Own(name string) bool { return t.sources[name].override }

// Page makes one page from the template of that name, in the frame. An error that the site's own templates cause is
// kept by [Faults].
func (t *Templates) Page(w io.Writer, page string, data any) error {
	return t.Piece(w, page, frame, data)
}

// Piece makes one shared piece, such as "event-card", as the page of that name has it.
func (t *Templates) Piece(w io.Writer, page, piece string, data any) error {
	set, ok := t.pages[page]
	if !ok {
		return fmt.Errorf("no template %s", page)
	}
	err := set.ExecuteTemplate(w, piece, data)
	if err == nil {
		return nil
	}
	if problem, ok := t.explain(err, data); ok {
		return &fault{problem}
	}
	if problem, ok := t.blame(err, page); ok {
		return &fault{problem}
	}
	return err
}

// Assets gives the style sheets, then the scripts, each by name: files that go into the site as they are.
func (t *Templates) Assets() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, name := range append(t.names(".css"), t.names(".js")...) {
			if !yield(name, t.sources[name].text) {
				return
			}
		}
	}
}
