package cli

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/output"
)

// languages are those of a casebook.
var languages = []string{"nl", "en"}

// oneOf is a flag that takes one of a few words.
type oneOf struct {
	value   string
	choices []string
}

var _ flag.Value = (*oneOf)(nil)

func (o *oneOf) String() string { return o.value }

// Choices are the words, for completion.
func (o *oneOf) Choices() []string { return o.choices }

func (o *oneOf) Set(text string) error {
	if !slices.Contains(o.choices, text) {
		return errors.New(strings.Join(o.choices, ", "))
	}
	o.value = text
	return nil
}

// begin writes a small working casebook into a folder, in which nothing is overwritten.
func begin(ctx context.Context, e *env, args []string) error {
	language := oneOf{choices: languages}
	set := flags("init")
	set.Var(&language, "taal", "")
	words, _, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"init"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError{"init", e.words.T("cli.init.which")}
	}
	if language.value == "" {
		if language.value, err = e.askLanguage(); err != nil {
			return err
		}
	}
	files, err := skeleton.Casebook(language.value)
	if err != nil {
		return err
	}
	if err := e.writeCasebook(ctx, words[0], files); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, e.words.T("cli.init.done", "folder", words[0], "shown", shown(words[0])))
	return nil
}

// askLanguage asks whoever is there in which language the casebook will be. Without anybody it is Dutch.
func (e *env) askLanguage() (string, error) {
	if e.Password == nil || e.Stdin == nil { // nobody there to ask
		return "nl", nil
	}
	lines := bufio.NewReader(e.Stdin)
	for {
		fmt.Fprint(e.Stdout, e.words.T("cli.init.language")+" ")
		line, err := lines.ReadString('\n')
		answer := strings.ToLower(strings.TrimSpace(line))
		switch {
		case slices.Contains(languages, answer):
			return answer, nil
		case answer == "":
			return "nl", nil
		case err != nil:
			return "", err
		}
	}
}

// writeCasebook writes all files or none into a folder, which is created when it is not there. Files that are there with
// other bytes are never replaced; those with the same bytes are of a run that was killed, which this one completes.
func (e *env) writeCasebook(ctx context.Context, folder string, files []skeleton.File) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return errors.New(e.words.T("cli.system.not-folder", "path", folder))
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return e.inFolder(ctx, folder, func(w *output.FileWriter) error {
		root := os.DirFS(folder)
		var there, taken []string
		var fresh []output.NewFile
		for _, f := range files {
			if err := w.Sweep(path.Dir(f.Path)); err != nil {
				return err
			}
			text, err := fs.ReadFile(root, f.Path)
			switch {
			case errors.Is(err, fs.ErrNotExist):
				fresh = append(fresh, output.NewFile{Name: f.Path, Data: []byte(f.Text)})
				continue
			case err != nil || string(text) != f.Text:
				taken = append(taken, f.Path)
			}
			there = append(there, f.Path)
		}
		if len(fresh) == 0 {
			taken = there
		}
		if len(taken) > 0 {
			return errors.New(e.words.T("cli.init.taken", "folder", folder, "files", strings.Join(taken, ", ")))
		}
		return w.Create(fresh...)
	})
}

// shown is a path as it is typed at a terminal.
func shown(path string) string {
	if strings.ContainsAny(path, " '()&") {
		return `"` + path + `"`
	}
	return path
}
