package render

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Templates is the parsed set: every page template together with base.html and the shared pieces, whose file names begin with an underscore.
type Templates struct {
	pages map[string]*template.Template
	files fs.FS
}

// LoadTemplates parses all templates of files (the built-in ones, or those with a site's overrides laid over them).
func LoadTemplates(files fs.FS) (*Templates, error) {
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, err
	}
	shared := template.New("base.html")
	var pages []string
	for _, name := range names {
		if name != "base.html" && !strings.HasPrefix(name, "_") {
			pages = append(pages, name)
			continue
		}
		if err := parseInto(shared, files, name); err != nil {
			return nil, err
		}
	}
	t := &Templates{pages: map[string]*template.Template{}, files: files}
	for _, name := range pages {
		set, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if err := parseInto(set, files, name); err != nil {
			return nil, err
		}
		t.pages[name] = set
	}
	return t, nil
}

func parseInto(set *template.Template, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	target := set
	if name != set.Name() {
		target = set.New(path.Base(name))
	}
	_, err = target.Parse(string(text))
	return err
}

func (t *Templates) execute(w io.Writer, name string, data any) error {
	set, ok := t.pages[name]
	if !ok {
		return fmt.Errorf("no template %s", name)
	}
	return set.ExecuteTemplate(w, "base.html", data)
}
