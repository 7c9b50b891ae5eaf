// Package pdf prints pages of a site as PDF files, with an installed Chromium, Chrome or
// Edge.
//
//	press, err := pdf.OpenPrinter(ctx, pdf.Options{Browser: path, Date: date, Creator: "casusboek 1.0"})
//	defer press.Close()
//	err = press.Print(ctx, files, documents, func(i int, p pdf.Printed) error { ... })
//
// One browser with a few tabs prints all documents. It can read the given files only: they
// are served as the responses of a host name that does not exist, and all other requests
// fail. Scripts do not run. Links to other pages of the site are rewritten to its public
// address, or removed if the site has none.
//
// If a page exceeds the time limit, the browser is closed and the error names the page. If
// the browser crashes, it is started again once. The same files and the same browser
// produce the same bytes. Package finish completes each PDF after printing.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/pdf/chrome"
	"casusboek/generator/pdf/finish"
)

// Document is one page to print. The title, author and licence of the PDF are read from the
// head of the page.
type Document struct {
	Page  string   // path below the folder: casussen/nadira/kaarten/index.html
	Ticks []string // ids of the inputs to tick before printing, which change the styles
}

// Files are the files of the site, by slash-separated path. Any error of ReadFile is
// treated as a missing file. ReadFile is called from several goroutines at once.
type Files interface {
	ReadFile(path string) ([]byte, error)
}

// Options are the settings for all documents.
type Options struct {
	Browser string        // path, from chrome.Find
	Date    time.Time     // creation date written in the files; none if zero
	Creator string        // casusboek with its version
	Limit   time.Duration // per page; one minute if 0
	Tabs    int           // number of pages printed at once; 2 if 0
	Claim   bool          // whether to write that files conform to PDF/UA-1; set only if that is checked
}

// defaultLimit is the time limit for one page. The longest pack needs far less on a slow
// machine.
const defaultLimit = time.Minute

// Printed is one finished document.
type Printed struct {
	PDF   []byte
	Files []string // the requested files, by path below the folder, sorted, including missing ones
	Tight []Tight  // cards whose text does not fit; such a PDF should not be used
}

// Tight is a card whose text does not fit.
type Tight struct {
	Event string // id of the event
	Lines int    // number of lines that do not fit
}

// PageError is the error of a page that could not be printed. Err can be ErrSlow or
// ErrCrashed.
type PageError struct {
	Page string
	Err  error
}

func (e *PageError) Error() string { return fmt.Sprintf("printing %s: %v", e.Page, e.Err) }

func (e *PageError) Unwrap() error { return e.Err }

// Reasons in a PageError.
var (
	ErrSlow    = errors.New("the browser does not get it done in time")
	ErrCrashed = errors.New("the browser has crashed, and again after it was started anew")
)

// Printer is a running browser that can print. Print may not be called concurrently.
type Printer struct {
	options  Options
	ctx      context.Context // context of the browser
	mu       sync.Mutex
	browser  *chrome.Browser
	restarts int
}

// OpenPrinter starts the browser. It runs until Close is called or ctx is cancelled.
func OpenPrinter(ctx context.Context, o Options) (*Printer, error) {
	if o.Limit == 0 {
		o.Limit = defaultLimit
	}
	if o.Tabs == 0 {
		o.Tabs = 2
	}
	p := &Printer{options: o, ctx: ctx}
	var err error
	p.browser, err = p.start()
	return p, err
}

func (p *Printer) start() (*chrome.Browser, error) {
	return chrome.Start(p.ctx, chrome.Options{Path: p.options.Browser, Printable: true, Patience: p.options.Limit})
}

// Version returns the version of the browser. The same version on the same machine produces
// the same bytes.
func (p *Printer) Version() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.browser.Version()
}

// Close closes the browser.
func (p *Printer) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.browser != nil {
		p.browser.Close()
	}
}

// Print prints the documents and calls done for each, with its index in documents, in no
// fixed order and never concurrently. It returns the first error: of done, of ctx, or a
// *PageError.
func (p *Printer) Print(
	ctx context.Context, files Files, documents []Document, done func(i int, printed Printed) error,
) error {
	work, ctx := errgroup.WithContext(ctx)
	next := make(chan int)
	work.Go(func() error {
		defer close(next)
		for i := range documents {
			select {
			case next <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	var doneMu sync.Mutex
	for range min(p.options.Tabs, len(documents)) {
		work.Go(func() error {
			w := &worker{press: p, files: files}
			defer w.close()
			for i := range next {
				printed, err := w.print(ctx, documents[i])
				if err != nil {
					return err
				}
				doneMu.Lock()
				err = done(i, printed)
				doneMu.Unlock()
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	return work.Wait()
}

// current returns the running browser. If that is the one that a worker lost, it is
// restarted, but only once; then current returns ErrCrashed.
func (p *Printer) current(lost *chrome.Browser) (*chrome.Browser, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.browser != lost {
		return p.browser, nil
	}
	if p.restarts == 1 {
		return nil, ErrCrashed
	}
	p.restarts++
	p.browser.Close()
	started, err := p.start()
	if err != nil {
		return nil, err
	}
	p.browser = started
	return started, nil
}

// worker prints documents one by one in a tab of its own.
type worker struct {
	press   *Printer
	files   Files
	browser *chrome.Browser
	tab     *tab
}

func (w *worker) close() {
	if w.tab != nil {
		w.tab.close()
	}
}

// print prints one document, and tries again if the browser is lost.
func (w *worker) print(ctx context.Context, d Document) (Printed, error) {
	for {
		printed, err := w.attempt(ctx, d)
		switch {
		case err == nil:
			return printed, nil
		case ctx.Err() != nil:
			return Printed{}, ctx.Err()
		case !errors.Is(err, errBrowserGone):
			return Printed{}, &PageError{d.Page, err}
		}
		w.close()
		w.tab = nil
		if w.browser, err = w.press.current(w.browser); err != nil {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			return Printed{}, &PageError{d.Page, err}
		}
	}
}

func (w *worker) attempt(ctx context.Context, d Document) (Printed, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, w.press.options.Limit, ErrSlow)
	defer cancel()
	if w.tab == nil {
		var err error
		if w.browser == nil {
			if w.browser, err = w.press.current(nil); err != nil {
				return Printed{}, err
			}
		}
		if w.tab, err = open(ctx, w.browser, w.files); err != nil {
			return Printed{}, err
		}
	}
	return w.tab.print(ctx, d, w.press.options)
}

// printHost is the address of the site while it is printed: a host name that cannot exist
// (RFC 2606).
const printHost = "https://casusboek.invalid/"

// Maker identifies everything except the page that determines the bytes of a PDF.
func (p *Printer) Maker() string {
	return fmt.Sprintf("%s, %s, %d, %s",
		p.Version(), p.options.Creator, finish.Revision, p.options.Date.UTC().Format(time.RFC3339))
}
