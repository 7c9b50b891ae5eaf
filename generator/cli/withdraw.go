package cli

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"casusboek/generator"
	"casusboek/generator/lang"
)

// tombstone is what is left of a reflection that was withdrawn: links to it stay links to something that is not published.
var tombstone = regexp.MustCompile(`^---\n# [^\n]*\n(?:toestemming: \{ingetrokken|consent: \{withdrawn): (\d{4}-\d\d-\d\d)\}\n---\n$`)

// withdraw empties a reflection whose participant takes it back, and says where else it may still be.
func withdraw(ctx context.Context, e *env, args []string) error {
	set := flags("withdraw")
	sure := set.Bool("yes", false, "")
	words, folder, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"withdraw"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError{"withdraw", e.words.T("cli.withdraw.which")}
	}
	today, _, err := e.today()
	if err != nil {
		return err
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	name, err := e.reflectionNamed(s, words[0])
	if err != nil {
		return err
	}
	w := e.siteWords(ctx, folder)
	place := filepath.Join(folder, "content", filepath.FromSlash(name))
	data, err := s.content.ReadFile(name)
	if err != nil {
		return err
	}
	if m := tombstone.FindSubmatch(data); m != nil {
		fmt.Fprintln(e.Stdout, w.T("cli.withdraw.already", "file", place, "date", string(m[1])))
		fmt.Fprint(e.Stdout, w.T("cli.withdraw.next"))
		return nil
	}
	if !*sure {
		if err := e.confirm(w.T("cli.withdraw.sure", "file", place)); err != nil {
			return err
		}
	}
	left := "toestemming: {ingetrokken: "
	if w.Lang == "en" {
		left = "consent: {withdrawn: "
	}
	left += today.Format(time.DateOnly) + "}\n"
	if err := e.hold(ctx, s); err != nil {
		return err
	}
	if err := s.files.Replace(name, []byte("---\n# "+w.T("cli.withdraw.comment")+"\n"+left+"---\n"), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, w.T("cli.withdraw.done", "file", place))
	fmt.Fprint(e.Stdout, w.T("cli.withdraw.next"))
	return nil
}

// reflectionNamed finds the file of a reflection by its id or its path, below content/.
func (e *env) reflectionNamed(s *workspace, name string) (string, error) {
	paths, err := generator.Reflections(s.content.FS())
	if err != nil {
		return "", err
	}
	id := strings.TrimSuffix(filepath.Base(filepath.FromSlash(name)), ".md")
	if path, ok := paths[id]; ok {
		return strings.TrimPrefix(path, "content/"), nil
	}
	ids := slices.Sorted(maps.Keys(paths))
	if near := lang.Nearest(id, ids); near >= 0 {
		return "", usageError{"withdraw", e.words.T("cli.withdraw.near", "reflection", name, "near", ids[near])}
	}
	return "", usageError{"withdraw", e.words.T("cli.withdraw.none", "reflection", name)}
}

// confirm asks once; whatever is no yes leaves everything as it is.
func (e *env) confirm(question string) error {
	if e.Stdin == nil {
		return usageError{"withdraw", e.words.T("cli.withdraw.input")}
	}
	fmt.Fprint(e.Stdout, question+" ")
	line, err := bufio.NewReader(e.Stdin).ReadString('\n')
	switch answer := strings.ToLower(strings.TrimSpace(line)); {
	case answer == "ja" || answer == "yes" || answer == "j" || answer == "y":
		return nil
	case answer == "" && errors.Is(err, io.EOF):
		fmt.Fprintln(e.Stdout)
		return usageError{"withdraw", e.words.T("cli.withdraw.input")}
	case err != nil && !errors.Is(err, io.EOF):
		return err
	}
	return usageError{"withdraw", e.words.T("cli.withdraw.kept")}
}
