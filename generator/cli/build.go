package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"casusboek/generator"
	"casusboek/generator/guard"
	"casusboek/generator/lang"
	"casusboek/generator/output"
)

// build makes the site in its output folder, all or nothing.
func build(ctx context.Context, e *env, args []string) error {
	var edition edition
	set := flags("build")
	out := set.String("out", "", "")
	drafts := set.Bool("drafts", false, "")
	adopt := set.Bool("adopt", false, "")
	set.Var(&edition, "edition", "")
	folder, err := e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"build"})
	} else if err != nil {
		return err
	}
	target, err := e.target("build", folder, *out, guard.Edition(edition))
	if err != nil {
		return err
	}
	if err := e.notOverPDFs(target); err != nil {
		return err
	}
	started := e.Now()
	limitMemory()
	result, stats, err := e.buildInto(ctx, folder, target, guard.Edition(edition), *drafts, *adopt)
	if err != nil {
		return err
	}
	if err := e.report(e.Stderr, folder, result, false); err != nil {
		fmt.Fprintln(e.Stderr, result.Words.T("cli.kept", "folder", target))
		return err
	}
	e.summary(result, stats, target, e.Now().Sub(started))
	return nil
}

// memoryLimit is what a build stays below where it can: the garbage collector works harder as memory comes near it, and is as lazy as usual
// far below, so that only casebooks of many thousands of cases take longer for it.
const memoryLimit = 900 << 20

// limitMemory leaves a limit that somebody set with GOMEMLIMIT.
func limitMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memoryLimit)
	}
}

// buildInto runs the generator into the output folder and swaps the result in when the content has no errors.
func (e *env) buildInto(ctx context.Context, folder, target string, edition guard.Edition, drafts, adopt bool) (generator.Result, output.Stats, error) {
	var stats output.Stats
	s, err := e.open(folder)
	if err != nil {
		return generator.Result{}, stats, err
	}
	defer s.close()
	in, err := e.input(ctx, s, edition, drafts)
	if err != nil {
		return generator.Result{}, stats, err
	}
	tree, err := output.Begin(ctx, target, output.Options{Adopt: adopt, Memory: filepath.Join(folder, cacheFolder), Waiting: func() {
		fmt.Fprintln(e.Stderr, e.words.T("cli.waiting", "folder", target))
	}})
	if err != nil {
		return generator.Result{}, stats, err
	}
	defer tree.Abort()
	again, err := e.again(in, folder)
	if err != nil {
		return generator.Result{}, stats, err
	}
	if result, ok := again.done(tree); ok {
		return result, stats, nil
	}
	progress := e.progress(tree)
	result, err := generator.Build(ctx, in, progress)
	progress.done()
	if err != nil || result.Failed() {
		return result, stats, err
	}
	if len(worthSaying(result, false)) == 0 {
		if err := again.remember(tree, result); err != nil {
			return result, stats, err
		}
	}
	stats, err = tree.Commit()
	return result, stats, err
}

// targets are where output goes when --out does not say, by command: that of the public edition, and that of the facilitator edition.
var targets = map[string][2]string{"build": {"public", "facilitator"}, "pdf": {"pdf", "facilitator-pdf"}}

// target decides where the output of a command goes. The facilitator edition never goes into a public folder or inside it, and no edition goes where it would hide the sources.
func (e *env) target(command, folder, out string, edition guard.Edition) (string, error) {
	byEdition := targets[command]
	if out == "" {
		out = filepath.Join(folder, byEdition[0])
		if edition == guard.Facilitator {
			out = filepath.Join(folder, byEdition[1])
		}
	}
	if edition == guard.Facilitator {
		for _, public := range []string{targets["build"][0], targets["pdf"][0]} {
			if within(out, filepath.Join(folder, public)) {
				return "", usageError{command, e.words.T("cli.facilitator-in-public", "folder", out, "public", public)}
			}
		}
	}
	for _, source := range []string{"content", "templates"} {
		source = filepath.Join(folder, source)
		if within(out, source) || within(source, out) {
			return "", usageError{command, e.words.T("cli.out-over-source", "folder", out)}
		}
	}
	return out, nil
}

// within reports whether path is base or lies inside it. Links are followed as far as they exist.
func within(path, base string) bool {
	rel, err := filepath.Rel(real(base), real(path))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func real(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if resolved, err := filepath.EvalSymlinks(absolute); err == nil {
		return resolved
	}
	parent := filepath.Dir(absolute)
	if parent == absolute {
		return absolute
	}
	return filepath.Join(real(parent), filepath.Base(absolute))
}

func (e *env) summary(r generator.Result, stats output.Stats, target string, took time.Duration) {
	w := r.Words
	counts := []string{
		w.N("cli.count.cases", r.Cases), w.N("cli.count.reflections", r.Reflections),
		w.N("cli.count.sessions", r.Sessions), w.N("cli.count.pages", r.Pages),
	}
	fmt.Fprintln(e.Stdout, w.T("cli.built", "counts", strings.Join(counts, ", "), "seconds", seconds(took, w)))
	e.withheld(r)
	if stats.Changed+stats.Removed == 0 {
		fmt.Fprintln(e.Stdout, w.T("cli.unchanged"))
	}
	fmt.Fprintln(e.Stdout, w.T("cli.look-at", "file", filepath.Join(target, "index.html")))
}

// withheld says how much of the content is not on the site, so that nobody looks for it in vain.
func (e *env) withheld(r generator.Result) {
	var counts []string
	if r.Drafts > 0 {
		counts = append(counts, r.Words.N("cli.count.drafts", r.Drafts))
	}
	if r.Unconsented > 0 {
		counts = append(counts, r.Words.N("cli.count.unconsented", r.Unconsented))
	}
	if len(counts) > 0 {
		fmt.Fprintln(e.Stdout, r.Words.T("cli.withheld", "counts", strings.Join(counts, ", ")))
	}
}

// seconds prints a duration with one decimal, with the comma or point of the language.
func seconds(d time.Duration, w *lang.Catalogue) string {
	text := fmt.Sprintf("%.1f", d.Seconds())
	return strings.Replace(text, ".", w.T("cli.decimal"), 1)
}
