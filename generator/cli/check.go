package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
)

// check reports all problems and writes nothing.
func check(ctx context.Context, e *env, args []string) error {
	set := flags("check")
	asJSON := set.Bool("json", false, "")
	folder, err := e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"check"})
	} else if err != nil {
		return err
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	in, err := e.input(s, guard.Facilitator, false)
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
	if err := e.report(e.Stdout, folder, result); err != nil {
		return err
	}
	if len(result.Problems) == 0 {
		fmt.Fprintln(e.Stdout, result.Words.T("cli.no-problems", "folder", filepath.Join(folder, "content")))
	}
	e.withheld(result)
	return nil
}

// report shows on w all problems of the site in folder with a count, and says by errProblems whether there are errors among them.
func (e *env) report(w io.Writer, folder string, r generator.Result) error {
	if len(r.Problems) == 0 {
		return nil
	}
	var text bytes.Buffer
	if err := diag.Fprint(&text, r.Problems, r.Words, lines(folder)); err != nil {
		return err
	}
	errs, warnings, _ := r.Problems.Count()
	fmt.Fprintln(&text, r.Words.T("cli.found",
		"errors", r.Words.N("cli.count.errors", errs), "warnings", r.Words.N("cli.count.warnings", warnings)))
	if _, err := w.Write(text.Bytes()); err != nil {
		return err
	}
	if r.Failed() {
		return errProblems
	}
	return nil
}
