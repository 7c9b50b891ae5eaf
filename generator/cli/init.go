package cli

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"casusboek/generator/author/skeleton"
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
	if err := e.writeCasebook(words[0], files); err != nil {
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

// writeCasebook puts files in a folder, which is made when it is not there. When one of them is there already nothing is written, and when one cannot be written those before it
// are taken away again.
func (e *env) writeCasebook(folder string, files []skeleton.File) (err error) {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return errors.New(e.words.T("cli.system.not-folder", "path", folder))
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	var taken []string
	for _, f := range files {
		if _, err := root.Lstat(filepath.FromSlash(f.Path)); !errors.Is(err, fs.ErrNotExist) {
			taken = append(taken, f.Path)
		}
	}
	if len(taken) > 0 {
		return errors.New(e.words.T("cli.init.taken", "folder", folder, "files", strings.Join(taken, ", ")))
	}
	var made []string
	defer func() {
		for _, name := range slices.Backward(made) {
			if err != nil {
				err = errors.Join(err, root.Remove(name))
			}
		}
	}()
	for _, f := range files {
		if err := root.MkdirAll(filepath.FromSlash(path.Dir(f.Path)), 0o755); err != nil {
			return err
		}
		name := filepath.FromSlash(f.Path)
		if err := create(root, name, f.Text); err != nil {
			return err
		}
		made = append(made, name)
	}
	return nil
}

// create writes a file that is not there yet, and leaves none when that fails.
func create(root *os.Root, name, text string) error {
	file, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, text)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

// shown is a path as it is typed at a terminal.
func shown(path string) string {
	if strings.ContainsAny(path, " '()&") {
		return `"` + path + `"`
	}
	return path
}
