package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"casusboek/generator"
	"casusboek/generator/guard"
	"casusboek/generator/guard/review"
)

// record writes what the guard saw as a page to print, where the user says and nowhere near what is published.
func (e *env) record(ctx context.Context, folder, name string) error {
	if !strings.HasSuffix(strings.ToLower(name), ".html") {
		return usageError{"check", e.words.T("cli.record.html", "file", name)}
	}
	for _, inside := range []string{"content", "templates", "public", "facilitator"} {
		if within(name, filepath.Join(folder, inside)) {
			return usageError{"check", e.words.T("cli.record.inside", "file", name, "folder", inside)}
		}
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	in, err := e.input(ctx, s, guard.Public, false)
	if err != nil {
		return err
	}
	seen, err := generator.Analyze(ctx, in)
	if err != nil {
		return err
	}
	if !seen.Whole() {
		fmt.Fprintln(e.Stderr, seen.Words.T("cli.record.broken", "file", name))
		return nil
	}
	data, err := seen.Record(ctx, in)
	if err != nil {
		return err
	}
	if err := e.replaceFile(ctx, name, data, 0o644, review.IsRecord); err != nil {
		return err
	}
	fmt.Fprintln(e.Stderr, seen.Words.T("cli.record.done", "file", name))
	return nil
}
