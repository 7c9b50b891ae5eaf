package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"casusboek/generator"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/pdf"
	"casusboek/generator/pdf/chrome"
	"casusboek/generator/printing"

	"casusboek/generator/output"
)

// pdfFlags is a command line of "casusboek pdf".
type pdfFlags struct {
	folder, out, browser string
	edition              edition
	drafts, adopt        bool
	choice               choice
}

// makePDF makes PDFs of the pages to print, in a folder of their own, all or nothing.
func makePDF(ctx context.Context, e *env, args []string) error {
	var f pdfFlags
	set := flags("pdf")
	set.StringVar(&f.out, "out", "", "")
	set.StringVar(&f.browser, "browser", e.Getenv("CHROME"), "")
	set.BoolVar(&f.drafts, "drafts", false, "")
	set.BoolVar(&f.adopt, "adopt", false, "")
	set.Var(&f.edition, "edition", "")
	set.Var(&f.choice.cases, "case", "")
	set.Var(&f.choice.sessions, "session", "")
	set.Var(&f.choice.products, "product", "")
	var err error
	f.folder, err = e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"pdf"})
	} else if err != nil {
		return err
	}
	target, err := e.target("pdf", f.folder, f.out, guard.Edition(f.edition))
	if err != nil {
		return err
	}
	if err := e.notOverSite(target); err != nil {
		return err
	}
	started := e.Now()
	cases := map[string]*casebook.Case{}
	pages, things, result, err := e.toPrint(ctx, f, cases)
	if err != nil {
		return err
	}
	if err := e.report(e.Stderr, f.folder, result, false); err != nil {
		fmt.Fprintln(e.Stderr, result.Words.T("cli.kept", "folder", target))
		return err
	}
	e.words = result.Words
	stats, err := e.printInto(ctx, f, target, pages, things, result.Updated)
	if err != nil {
		return err
	}
	e.printSummary(stats, target, e.Now().Sub(started))
	result.Problems = tooMuch(stats.Tight, cases)
	return e.report(e.Stderr, f.folder, result, false)
}

// tooMuch are the cards whose text runs off them, as the browser measured it. cases has the case of each page.
func tooMuch(tight []pdf.FolderTight, cases map[string]*casebook.Case) diag.List {
	var problems diag.List
	for _, t := range tight {
		for _, card := range t.Cards {
			for _, event := range cases[t.Page].Events {
				if event.ID.V != card.Event {
					continue
				}
				variant := ""
				if card.Lines == 1 {
					variant = "one"
				}
				problems.AddVariant(diag.CardOver, variant, event.Pos, "title", event.Title.V, "n", fmt.Sprint(card.Lines), "file", t.Name+".pdf")
			}
		}
	}
	problems.Sort()
	return problems
}

// notOverSite refuses a folder with a site in it: its pages would count as files of an earlier run, and go.
func (e *env) notOverSite(target string) error {
	if _, err := os.Stat(filepath.Join(target, "casusboek.css")); err != nil || pdf.IsPDFFolder(oldFiles(target)) {
		return nil
	}
	return usageError{"pdf", e.words.T("cli.pdf.over-site", "folder", target)}
}

// notOverPDFs refuses a site in a folder of PDFs, for the same reason.
func (e *env) notOverPDFs(target string) error {
	if !pdf.IsPDFFolder(oldFiles(target)) {
		return nil
	}
	return usageError{"build", e.words.T("cli.pdf.under-site", "folder", target)}
}

func oldFiles(target string) pdf.ReadPrevious {
	return func(file string) ([]byte, error) { return os.ReadFile(filepath.Join(target, file)) }
}

// toPrint makes all pages to print, and lists what can be printed of them and what was asked for. cases gets the case of
// each page that is of one.
func (e *env) toPrint(ctx context.Context, f pdfFlags, cases map[string]*casebook.Case) (*pdf.Pages, []pdf.Job, generator.Result, error) {
	s, err := e.open(f.folder)
	if err != nil {
		return nil, nil, generator.Result{}, err
	}
	defer s.close()
	in, err := e.input(ctx, s, guard.Edition(f.edition), f.drafts)
	if err != nil {
		return nil, nil, generator.Result{}, err
	}
	pages := &pdf.Pages{}
	sheets, result, err := generator.Print(ctx, in, func(printing.Sheet) bool { return true }, pages)
	if err != nil || result.Failed() {
		return nil, nil, result, err
	}
	chosen, err := f.choice.of(sheets, result.Words)
	if err != nil {
		return nil, nil, result, err
	}
	var things []pdf.Job
	for i, s := range sheets {
		if c, ok := s.Of.(*casebook.Case); ok {
			cases[s.Address.File()] = c
		}
		for _, p := range s.Prints {
			things = append(things, pdf.Job{
				Document: pdf.Document{Page: p.Page.File(), Ticks: p.IDs}, Name: p.Name, Chosen: chosen[i],
			})
		}
	}
	return pages, things, result, nil
}

// printInto prints what must be printed and swaps the result in.
func (e *env) printInto(ctx context.Context, f pdfFlags, target string, pages *pdf.Pages, things []pdf.Job, date time.Time) (pdf.FolderStats, error) {
	var stats pdf.FolderStats
	path, err := chrome.Find(f.browser)
	if err != nil {
		return stats, err
	}
	tree, err := output.Begin(ctx, target, output.Options{Adopt: f.adopt, Memory: filepath.Join(f.folder, cacheFolder), Waiting: func() {
		fmt.Fprintln(e.Stderr, e.words.T("cli.waiting", "folder", target))
	}})
	if err != nil {
		return stats, err
	}
	defer tree.Abort()
	press, err := pdf.OpenPrinter(ctx, pdf.Options{Browser: path, Date: date, Creator: "casusboek " + versionText()})
	if err != nil {
		return stats, err
	}
	defer press.Close()
	stats, err = pdf.PrintFolder(ctx, press, pages, things, oldFiles(target), tree, e.printProgress)
	if e.Terminal {
		fmt.Fprint(e.Stderr, "\r\x1b[K")
	}
	if err != nil {
		return stats, err
	}
	_, err = tree.Commit()
	return stats, err
}

// printProgress says on a terminal how many PDFs there are.
func (e *env) printProgress(ready, all int) {
	if e.Terminal {
		fmt.Fprint(e.Stderr, "\r\x1b[K"+e.words.T("cli.pdf.progress", "ready", fmt.Sprint(ready), "all", fmt.Sprint(all)))
	}
}

func (e *env) printSummary(s pdf.FolderStats, target string, took time.Duration) {
	w := e.words
	key := "cli.pdf.done"
	if s.Kept > 0 {
		key = "cli.pdf.done-kept"
	}
	fmt.Fprintln(e.Stdout, w.T(key, "counts", w.N("cli.count.pdfs", s.Printed+s.Kept), "kept", w.N("cli.pdf.kept", s.Kept), "seconds", seconds(took, w)))
	if len(s.Stale) > 0 {
		fmt.Fprintln(e.Stdout, w.N("cli.pdf.stale", len(s.Stale), "files", strings.Join(s.Stale, ", ")))
	}
	fmt.Fprintln(e.Stdout, w.T("cli.pdf.look-in", "folder", target))
}

// printFailed words what goes wrong with the browser; "" for any other error.
func (e *env) printFailed(err error) string {
	var none *chrome.NotFoundError
	var start *chrome.StartError
	var page *pdf.PageError
	switch {
	case errors.As(err, &none) && none.Path != "":
		return e.words.T("cli.pdf.no-such-browser", "path", none.Path)
	case errors.As(err, &none):
		return e.words.T("cli.pdf.no-browser." + system())
	case errors.As(err, &page):
		reason := page.Err.Error()
		switch {
		case errors.Is(err, pdf.ErrSlow):
			reason = e.words.T("cli.pdf.slow")
		case errors.Is(err, pdf.ErrCrashed):
			reason = e.words.T("cli.pdf.crashed")
		case errors.Is(err, fs.ErrNotExist):
			reason = e.words.T("cli.pdf.no-page")
		}
		return e.words.T("cli.pdf.failed", "page", page.Page, "reason", reason)
	case errors.As(err, &start):
		return e.words.T("cli.pdf.no-start", "path", start.Path, "reason", lastWords(start.Err.Error()))
	}
	return ""
}

// lastWords finds, in what a browser said before it ended, the line that tells why.
func lastWords(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	for _, line := range lines {
		if strings.Contains(line, "FATAL") {
			return strings.TrimSpace(line)
		}
	}
	return strings.TrimSpace(lines[min(1, len(lines)-1)])
}
