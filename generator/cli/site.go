package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"casusboek/generator"
	"casusboek/generator/guard"
	"casusboek/generator/output"
)

// workspace is a casebook's folder, opened so that nothing outside content/ and templates/ can be read.
type workspace struct {
	folder             string
	content, templates *os.Root           // templates is nil when the site has none of its own
	files              *output.FileWriter // of content; nil unless hold was called
}

// cacheFolder is the folder of a casebook in which builds leave what later commands want to know. It is private, git ignores it, and nothing is lost with it.
const cacheFolder = ".casusboek-cache"

// open opens a casebook for any command that works on one. An output that a killed build left unfinished is finished first.
func (e *env) open(folder string) (*workspace, error) {
	e.finish(folder)
	for _, name := range []string{folder, filepath.Join(folder, "content"), filepath.Join(folder, "templates")} {
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			return nil, errors.New(e.words.T("cli.system.not-folder", "path", name))
		}
	}
	content, err := os.OpenRoot(filepath.Join(folder, "content"))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(filepath.Join(folder, "index.md")); err == nil {
			return nil, errors.New(e.words.T("cli.in-content", "folder", filepath.Join(folder, "..")))
		}
		return nil, errors.New(e.words.T("cli.no-content", "folder", folder))
	}
	if err != nil {
		return nil, err
	}
	s := &workspace{folder: folder, content: content}
	s.templates, err = os.OpenRoot(filepath.Join(folder, "templates"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// finish completes the outputs in which a build was killed while it replaced pages one by one. What cannot be finished is no reason not to do what was asked for.
func (e *env) finish(folder string) {
	finished, err := output.Finish(filepath.Join(folder, cacheFolder))
	for _, out := range finished {
		fmt.Fprintln(e.Stderr, e.words.T("cli.finished", "folder", out))
	}
	if err != nil {
		fmt.Fprintln(e.Stderr, "casusboek: "+e.words.T("cli.unfinished", "reason", e.explain(err)))
	}
}

func (s *workspace) close() error {
	if s.files != nil {
		s.files.Close()
	}
	err := s.content.Close()
	if s.templates != nil {
		err = errors.Join(err, s.templates.Close())
	}
	return err
}

// input is what the generator needs from this site on this day. A register that is there and does not open is an error.
func (e *env) input(ctx context.Context, s *workspace, edition guard.Edition, drafts bool) (generator.Input, error) {
	in := generator.Input{
		Content: s.content.FS(), Edition: edition, Drafts: drafts, Version: versionText(),
	}
	var err error
	if in.Today, in.Updated, err = e.today(); err != nil {
		return in, err
	}
	if s.templates != nil {
		in.Templates = s.templates.FS()
	}
	names, err := e.registerOf(ctx, s.folder)
	if names != nil { // a nil register in an interface would be asked
		in.Register = names
	}
	return in, err
}

// today is the day that decides what is valid, and the date of feeds when SOURCE_DATE_EPOCH says one.
func (e *env) today() (today, updated time.Time, err error) {
	epoch := e.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return e.Now().UTC().Truncate(24 * time.Hour), time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return today, updated, errors.New(e.words.T("cli.system.epoch", "value", epoch))
	}
	updated = time.Unix(seconds, 0).UTC()
	return updated.Truncate(24 * time.Hour), updated, nil
}

// edition is the flag --edition.
type edition guard.Edition

var _ flag.Value = (*edition)(nil)

func (e *edition) String() string {
	if guard.Edition(*e) == guard.Facilitator {
		return "facilitator"
	}
	return "public"
}

// Choices are the words, for completion.
func (e *edition) Choices() []string { return []string{"public", "facilitator"} }

func (e *edition) Set(text string) error {
	switch text {
	case "public":
		*e = edition(guard.Public)
	case "facilitator":
		*e = edition(guard.Facilitator)
	default:
		return errors.New("public, facilitator")
	}
	return nil
}
