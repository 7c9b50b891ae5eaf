package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"casusboek/generator/author/format"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
	"casusboek/generator/read/source"
)

// formatting is one run of fmt.
type formatting struct {
	*env
	options  format.Options
	dry      bool // only say what would change
	words    *lang.Catalogue
	problems diag.List
	changed  int
	unsure   int
}

// formatFiles puts the fields of content files in order.
func formatFiles(ctx context.Context, e *env, args []string) error {
	keys := oneOf{choices: languages}
	set := flags("fmt")
	set.Var(&keys, "keys", "")
	dry := set.Bool("check", false, "")
	names, _, err := e.parseWith(set, args, len(args))
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"fmt"})
	} else if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{"."}
	}
	f := &formatting{env: e, options: format.Options{Keys: keys.value}, dry: *dry}
	for _, name := range names {
		if err := f.named(ctx, name); err != nil {
			return err
		}
	}
	return f.report()
}

// named formats what was named: a file of a casebook, or the folder of one.
func (f *formatting) named(ctx context.Context, name string) error {
	folder, file := name, ""
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		if folder, file = siteOf(name); file == "" {
			return usageError{"fmt", f.env.words.T("cli.fmt.outside", "file", name)}
		}
	}
	s, err := f.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	if !f.dry {
		if err := f.hold(ctx, s); err != nil {
			return err
		}
	}
	f.words = f.siteWords(ctx, folder)
	files, _, _, err := source.Files(s.content.FS())
	if err != nil {
		return err
	}
	found := file == ""
	for _, document := range files {
		if file != "" && document.Path != file {
			continue
		}
		found = true
		if err := f.file(s, document); err != nil {
			return err
		}
	}
	if !found {
		return usageError{"fmt", f.env.words.T("cli.fmt.outside", "file", name)}
	}
	return nil
}

// siteOf splits the path of a file into the folder of its casebook and its path there: congres/content/casussen/anna.md into congres and content/casussen/anna.md. A file that is
// named from within content/ works too.
func siteOf(name string) (folder, file string) {
	parts := strings.Split(filepath.ToSlash(filepath.Clean(name)), "/")
	if !slices.Contains(parts, "content") {
		absolute, err := filepath.Abs(name)
		if err != nil {
			return "", ""
		}
		parts = strings.Split(filepath.ToSlash(absolute), "/")
	}
	for i := len(parts) - 2; i >= 0; i-- {
		if parts[i] == "content" {
			return filepath.FromSlash(strings.Join(append(parts[:i:i], "."), "/")), strings.Join(parts[i:], "/")
		}
	}
	return "", ""
}

// file formats one file, or says why not.
func (f *formatting) file(s *workspace, document source.File) error {
	_, problems, err := document.Text() // what is no text at all is told there
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		f.problems.Join(problems)
		return nil
	}
	name := strings.TrimPrefix(document.Path, "content/")
	raw, err := s.content.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return err
	}
	done, problems, err := format.Document(document.Kind, document.Path, string(raw), f.options)
	place := filepath.Join(s.folder, filepath.FromSlash(document.Path))
	switch {
	case errors.Is(err, format.ErrUnsure):
		f.unsure++
		fmt.Fprintln(f.Stderr, f.words.T("cli.fmt.unsure", "file", place))
		return nil
	case err != nil:
		return err
	case len(problems) > 0:
		f.problems.Join(problems)
		return nil
	case done == string(raw):
		return nil
	}
	f.changed++
	fmt.Fprintln(f.Stdout, place)
	if f.dry {
		return nil
	}
	return s.files.Replace(name, []byte(done), 0o644)
}

// report says what was done, and what stands in the way. No line of a file is shown: what the guard would hide may stand in it.
func (f *formatting) report() error {
	w := f.words
	f.problems.Sort()
	if len(f.problems) > 0 {
		if err := diag.Fprint(f.Stderr, f.problems, w, nil); err != nil {
			return err
		}
		fmt.Fprintln(f.Stderr, w.T("cli.fmt.refused"))
	}
	switch {
	case f.changed == 0 && len(f.problems)+f.unsure == 0:
		fmt.Fprintln(f.Stdout, w.T("cli.fmt.nothing"))
	case f.changed > 0 && f.dry:
		fmt.Fprintln(f.Stdout, w.N("cli.fmt.would", f.changed))
	case f.changed > 0:
		fmt.Fprintln(f.Stdout, w.N("cli.fmt.done", f.changed))
	}
	if len(f.problems)+f.unsure > 0 || f.dry && f.changed > 0 {
		return errProblems
	}
	return nil
}
