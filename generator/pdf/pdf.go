// Package pdf prints pages of a site as PDF files, with an installed Chromium, Chrome or Edge.
//
//	press, err := pdf.Open(ctx, pdf.Options{Browser: path, Date: date, Creator: "casusboek 1.0"})
//	defer press.Close()
//	err = press.Print(ctx, files, documents, func(i int, p pdf.Printed) error { ... })
//
// One browser with a few tabs prints all of them. It sees nothing but the given files: they are handed to it as the
// answers of a host that does not exist, and every other request fails; scripts do not run. Links to other pages of the
// site lead to its public address, or are left out when it has none. A page that takes longer
// than it may ends the browser and is named in the error; a browser that crashes is started again, once. What is made
// of the same files by the same browser is the same, byte for byte. What is done to a PDF after printing: package
// finish.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/chrome"
	"casusboek/generator/pdf/finish"
)

// Document is one thing to print. What the file says about itself, such as title, author and licence, is what the page
// says in its head.
type Document struct {
	Page  string   // below the folder: casussen/nadira/kaarten/index.html
	Ticks []string // ids of the inputs of the page that are ticked first, so that its styles print it another way
}

// Files are the files of the site, by slash separated path. An error of ReadFile means that there is no such file; it is
// called from several goroutines at once.
type Files interface {
	ReadFile(path string) ([]byte, error)
}

// Options are what is the same for all documents.
type Options struct {
	Browser string    // path, from chrome.Find
	Date    time.Time // what the files say of when they were made; nothing when zero
	Creator string    // casusboek with its version
	Limit   time.Duration
	Tabs    int  // pages that are printed at once; 2 when 0
	Claim   bool // write that files conform to PDF/UA-1; only for who has that checked
}

// limit is how long one page may take: far more than the longest pack on a slow machine needs.
const limit = time.Minute

// Printed is one finished document.
type Printed struct {
	PDF   []byte
	Files []string // the files that it was made of, by path below the folder, sorted; also those that were asked for and not there
	Tight []Tight  // cards whose text runs off them; such a PDF is not fit to be cut
}

// Tight is a card whose text does not fit.
type Tight struct {
	Event string // its id
	Lines int    // how many lines too many
}

// PageError says which page could not be printed.
type PageError struct {
	Page string
	Err  error
}

func (e *PageError) Error() string { return fmt.Sprintf("printing %s: %v", e.Page, e.Err) }

func (e *PageError) Unwrap() error { return e.Err }

// Why a page could not be printed.
var (
	ErrSlow    = errors.New("the browser does not get it done in time")
	ErrCrashed = errors.New("the browser has crashed, and again after it was started anew")
)

// Press is a browser that is ready to print. One Print at a time.
type Press struct {
	options  Options
	life     context.Context // of the browser
	mu       sync.Mutex
	browser  *chrome.Browser
	restarts int
}

// Open starts the browser. It runs until Close, or until ctx ends.
func Open(ctx context.Context, o Options) (*Press, error) {
	if o.Limit == 0 {
		o.Limit = limit
	}
	if o.Tabs == 0 {
		o.Tabs = 2
	}
	p := &Press{options: o, life: ctx}
	var err error
	p.browser, err = p.start()
	return p, err
}

func (p *Press) start() (*chrome.Browser, error) {
	return chrome.Start(p.life, chrome.Options{Path: p.options.Browser, Printable: true, Patience: p.options.Limit})
}

// Version is that of the browser. The same version on the same machine makes the same bytes.
func (p *Press) Version() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.browser.Version()
}

// Close ends the browser.
func (p *Press) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.browser != nil {
		p.browser.Close()
	}
}

// Print prints the documents and hands each on to done with its place in the list, in no fixed order, one at a time. It
// ends at the first error: of done, of ctx, or a *PageError.
func (p *Press) Print(ctx context.Context, files Files, documents []Document, done func(i int, made Printed) error) error {
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
	var one sync.Mutex
	for range min(p.options.Tabs, len(documents)) {
		work.Go(func() error {
			w := &worker{press: p, files: files}
			defer w.close()
			for i := range next {
				made, err := w.print(ctx, documents[i])
				if err != nil {
					return err
				}
				one.Lock()
				err = done(i, made)
				one.Unlock()
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	return work.Wait()
}

// current is the running browser. When it is the one that a worker has lost, it is started again, if that has not
// happened before.
func (p *Press) current(lost *chrome.Browser) (*chrome.Browser, error) {
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

// worker prints with a tab of its own.
type worker struct {
	press   *Press
	files   Files
	browser *chrome.Browser
	tab     *tab
}

func (w *worker) close() {
	if w.tab != nil {
		w.tab.close()
	}
}

// print prints one document; when the browser is lost on the way, once more.
func (w *worker) print(ctx context.Context, d Document) (Printed, error) {
	for {
		made, err := w.try(ctx, d)
		switch {
		case err == nil:
			return made, nil
		case ctx.Err() != nil:
			return Printed{}, ctx.Err()
		case !errors.Is(err, errLost):
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

func (w *worker) try(ctx context.Context, d Document) (Printed, error) {
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

// here is where a site stands while it is printed: on a host that there can not be (RFC 2606).
const here = "https://casusboek.invalid/"

// Maker names all that decides how the PDF of a page comes out, the page aside.
func (p *Press) Maker() string {
	return fmt.Sprintf("%s, %s, %d, %s", p.Version(), p.options.Creator, finish.Revision, p.options.Date.UTC().Format(time.RFC3339))
}
