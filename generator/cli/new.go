package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/lang"
	"casusboek/generator/output"
	"casusboek/generator/read/source"
)

// newDocument begins a file for a case, reflection, session, theme, organisation or page, in which all fields stand ready.
func newDocument(ctx context.Context, e *env, args []string) error {
	words, _, err := e.parseWith(flags("new"), args, len(args))
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"new"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError{"new", e.words.T("cli.new.which")}
	}
	kind, err := e.kindNamed(words[0])
	if err != nil {
		return err
	}
	title, folder := titleOf(words[1:])
	id := skeleton.FileName(title)
	switch {
	case title == "":
		return usageError{"new", e.words.T("cli.new.title", "kind", words[0])}
	case id == "":
		return usageError{"new", e.words.T("cli.new.name", "title", title)}
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	if err := e.hold(ctx, s); err != nil {
		return err
	}
	return e.writeNew(ctx, s, kind, title, id)
}

// titleOf joins what was typed behind the kind: a title need not stand between quotation marks. The last word is the folder when it is that of a casebook.
func titleOf(words []string) (title, folder string) {
	folder = "."
	if n := len(words); n > 1 {
		if info, err := os.Stat(filepath.Join(words[n-1], "content")); err == nil && info.IsDir() {
			folder, words = words[n-1], words[:n-1]
		}
	}
	return strings.TrimSpace(strings.Join(words, " ")), folder
}

// kindNamed finds a kind of document by its Dutch or English name.
func (e *env) kindNamed(name string) (skeleton.Kind, error) {
	known := kindWords()
	for _, k := range skeleton.Kinds {
		if strings.EqualFold(name, k.Names.NL) || strings.EqualFold(name, k.Names.EN) {
			return k, nil
		}
	}
	if i := lang.Nearest(name, known); i >= 0 {
		return skeleton.Kind{}, usageError{"new", e.words.T("cli.new.near", "kind", name, "near", known[i])}
	}
	return skeleton.Kind{}, usageError{"new", e.words.T("cli.new.unknown", "kind", name, "choices", strings.Join(known, ", "))}
}

// kindWords are the names of all kinds, Dutch ones first.
func kindWords() []string {
	var nl, en []string
	for _, k := range skeleton.Kinds {
		nl = append(nl, k.Names.NL)
		en = append(en, k.Names.EN)
	}
	return slices.Concat(nl, en)
}

// writeNew writes the file, unless there is one of its name.
func (e *env) writeNew(ctx context.Context, s *workspace, kind skeleton.Kind, title, id string) error {
	files, _, _, err := source.Files(s.content.FS())
	if err != nil {
		return err
	}
	for _, f := range files {
		if f.Kind == kind.Of && f.ID == id {
			return errors.New(e.words.T("cli.new.taken", "file", filepath.Join(s.folder, filepath.FromSlash(f.Path))))
		}
	}
	today, _, err := e.today()
	if err != nil {
		return err
	}
	w := e.siteWords(ctx, s.folder)
	index, err := s.content.ReadFile("index.md")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	o := skeleton.Options{Title: title, Words: w, Keys: skeleton.Keys(strings.TrimPrefix(string(index), "\uFEFF"), w.Lang), Today: today}
	folder, err := s.folderFor(kind, o.Keys)
	if err != nil {
		return err
	}
	name := path.Join(folder, id+".md")
	if err := s.files.Create(output.NewFile{Name: name, Data: []byte(skeleton.Document(kind.Of, o))}); errors.Is(err, fs.ErrExist) {
		return errors.New(e.words.T("cli.new.taken", "file", filepath.Join(s.folder, "content", filepath.FromSlash(name))))
	} else if err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, w.T("cli.new.done", "file", filepath.Join(s.folder, "content", filepath.FromSlash(name))))
	fmt.Fprintln(e.Stdout, w.T("cli.new.next."+kind.Block, "folder", shown(s.folder), "id", id))
	return nil
}

// folderFor is the folder of a kind below content/: the one that is there, whatever its language and capitals, else one in
// the language of the keys, which need not be there.
func (s *workspace) folderFor(kind skeleton.Kind, keys string) (string, error) {
	wanted := kind.Folders[0]
	if keys == "en" {
		wanted = kind.Folders[1]
	}
	entries, err := fs.ReadDir(s.content.FS(), ".")
	if err != nil {
		return "", err
	}
	other := ""
	for _, entry := range entries {
		switch {
		case !entry.IsDir():
		case strings.EqualFold(entry.Name(), wanted):
			return entry.Name(), nil
		case strings.EqualFold(entry.Name(), kind.Folders[0]) || strings.EqualFold(entry.Name(), kind.Folders[1]):
			other = entry.Name()
		}
	}
	if other != "" {
		return other, nil
	}
	return wanted, nil
}
