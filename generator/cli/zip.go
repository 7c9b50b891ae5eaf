package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"casusboek/generator"
	"casusboek/generator/bundle"
	"casusboek/generator/guard"
	"casusboek/generator/output"
)

// zipSite makes one file of the site, to take along. It is made of the content, as build does, so that what is in it has passed the guard today.
func zipSite(ctx context.Context, e *env, args []string) error {
	var edition edition
	set := flags("zip")
	out := set.String("out", "", "")
	drafts := set.Bool("drafts", false, "")
	set.Var(&edition, "edition", "")
	folder, err := e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"zip"})
	} else if err != nil {
		return err
	}
	file, err := e.zipFile(folder, *out, guard.Edition(edition))
	if err != nil {
		return err
	}
	started := e.Now()
	result, err := e.zipInto(ctx, folder, file, guard.Edition(edition), *drafts)
	if err != nil {
		return err
	}
	if err := e.report(e.Stderr, folder, result, false); err != nil {
		fmt.Fprintln(e.Stderr, result.Words.T("cli.zip.kept", "file", file))
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	w := result.Words
	megabytes := strings.Replace(fmt.Sprintf("%.1f", float64(info.Size())/1e6), ".", w.T("cli.decimal"), 1)
	fmt.Fprintln(e.Stdout, w.T("cli.zip.done", "file", file, "counts", w.N("cli.count.pages", result.Pages), "size", megabytes, "seconds", seconds(e.Now().Sub(started), w)))
	e.withheld(result)
	if guard.Edition(edition) == guard.Facilitator {
		fmt.Fprintln(e.Stdout, w.T("cli.zip.private"))
	}
	return nil
}

// zipFile decides where the zip comes: in the site's folder, in another that is named, or as a file that is named.
func (e *env) zipFile(folder, out string, edition guard.Edition) (string, error) {
	name := e.zipName(edition) + ".zip"
	if out == "" {
		out = folder
	}
	if info, err := os.Stat(out); err == nil && info.IsDir() {
		out = filepath.Join(out, name)
	}
	if !strings.EqualFold(filepath.Ext(out), ".zip") {
		return "", usageError{"zip", e.words.T("cli.zip.extension", "file", out)}
	}
	return e.target("zip", folder, out, edition)
}

// zipName is what the zip is called, and the folder inside it. That of the facilitator edition says whom it is not for.
func (e *env) zipName(edition guard.Edition) string {
	if edition == guard.Facilitator {
		return e.words.T("cli.zip.name.facilitator")
	}
	return e.words.T("cli.zip.name.public")
}

// zipInto packs the site, and puts the zip in its place when the content has no errors.
func (e *env) zipInto(ctx context.Context, folder, file string, edition guard.Edition, drafts bool) (generator.Result, error) {
	s, err := e.open(folder)
	if err != nil {
		return generator.Result{}, err
	}
	defer s.close()
	in, err := e.input(ctx, s, edition, drafts)
	if err != nil {
		return generator.Result{}, err
	}
	p, err := bundle.BeginZip(ctx, filepath.Dir(file), e.waitingFor(filepath.Dir(file)))
	if err != nil {
		return generator.Result{}, err
	}
	defer p.Abort()
	progress := e.progress(p)
	result, err := generator.Build(ctx, in, progress)
	progress.done()
	if err != nil || result.Failed() {
		return result, err
	}
	if err := p.Add(readme(result, edition)); err != nil {
		return result, err
	}
	inside := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if edition == guard.Facilitator {
		inside = e.zipName(edition)
	}
	return result, p.Commit(filepath.Base(file), inside)
}

// readme is a text for who gets the zip and does not know what to do with it: every editor opens it.
func readme(r generator.Result, edition guard.Edition) (name string, data []byte) {
	warning := ""
	if edition == guard.Facilitator {
		warning = r.Words.T("cli.zip.readme.private") + "\n\n"
	}
	text := r.Title + "\n\n" + warning + r.Words.T("cli.zip.readme.text")
	const mark = "\ufeff" // by which older editors on Windows know that it is UTF-8
	return r.Words.T("cli.zip.readme.name"), []byte(mark + strings.ReplaceAll(strings.TrimSpace(text)+"\n", "\n", "\r\n"))
}

// zipFailed words what keeps a zip from being made; "" for any other error.
func (e *env) zipFailed(err error) string {
	var foreign *output.ForeignFileError
	var large *bundle.TooLargeError
	switch {
	case errors.As(err, &foreign):
		return e.words.T("cli.zip.foreign", "file", foreign.Path)
	case errors.As(err, &large):
		return e.words.T("cli.zip.too-large", "files", fmt.Sprint(large.Files), "megabytes", fmt.Sprint(large.Bytes/1e6))
	}
	return ""
}
