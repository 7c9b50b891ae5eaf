package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
)

// check reports all problems and writes nothing.
func check(ctx context.Context, e *env, args []string) error {
	set := flags("check")
	asJSON := set.Bool("json", false, "")
	traits := set.Bool("traits", false, "")
	record := set.String("report", "", "")
	folder, err := e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"check"})
	} else if err != nil {
		return err
	}
	if *traits {
		return e.traits(ctx, folder)
	}
	if *record != "" {
		if err := e.record(ctx, folder, *record); err != nil {
			return err
		}
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	in, err := e.input(ctx, s, guard.Facilitator, false)
	if err != nil {
		return err
	}
	result, err := generator.Check(ctx, in)
	if err != nil {
		return err
	}
	if *asJSON {
		data, err := diag.JSON(result.Problems, result.Words)
		if err != nil {
			return err
		}
		fmt.Fprintln(e.Stdout, string(data))
		if result.Failed() {
			return errProblems
		}
		return nil
	}
	if err := e.report(e.Stdout, folder, result, true); err != nil {
		return err
	}
	if errs, warnings, _ := result.Problems.Count(); errs+warnings == 0 {
		fmt.Fprintln(e.Stdout, result.Words.T("cli.no-problems", "folder", filepath.Join(folder, "content")))
	}
	e.withheld(result)
	return nil
}

// worthSaying are the problems that report shows.
func worthSaying(r generator.Result, yellow bool) diag.List {
	if yellow {
		return r.Problems
	}
	return slices.DeleteFunc(slices.Clone(r.Problems), func(p diag.Problem) bool { return p.Level == diag.Yellow || p.Rule == diag.RiskUntold })
}

// report shows on w all problems of the site in folder with a count, and says by errProblems whether there are errors among them. yellow tells in which
// files the yellow findings are too: who checks wants to know, who builds has seen them.
func (e *env) report(w io.Writer, folder string, r generator.Result, yellow bool) error {
	errs, warnings, some := r.Problems.Count()
	shown := worthSaying(r, yellow)
	if len(shown) == 0 {
		return nil
	}
	var text bytes.Buffer
	if err := diag.Fprint(&text, shown, r.Words, lines(folder)); err != nil {
		return err
	}
	if errs+warnings > 0 || some == 0 {
		fmt.Fprintln(&text, r.Words.T("cli.found",
			"errors", r.Words.N("cli.count.errors", errs), "warnings", r.Words.N("cli.count.warnings", warnings)))
	}
	if _, err := w.Write(text.Bytes()); err != nil {
		return err
	}
	if r.Failed() {
		return errProblems
	}
	return nil
}
