// Package render turns a cleared book into the files of the site. It makes every page in memory, in parallel, and hands
// each to the caller as soon as it is ready, so that memory does not grow with the size of the output.
//
//	words, set, problems, err := theme.Load(templates.Files, own, "nl")
//	problems, err = site.Render(ctx, cleared, site.Options{Words: words, Templates: set}, tree.Add)
//
// One page is one value that embeds *page.Page (what every template gets) and adds what its own template needs. The
// files named view_*.go hold those of the screen, one per group of pages; those of paper are in generator/printing.
// Templates contain no logic beyond choosing and repeating: order, indexes and what is known in which round are decided
// before.
//
// Spoilers: everything of a case goes through a known (known.go), which holds the facts up to one round and nothing
// else.
package site

import (
	"context"
	"errors"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/page"
	"casusboek/generator/site/export"
	"casusboek/generator/site/search"
	"casusboek/generator/theme"
)

// Options are what a site is rendered with.
type Options = page.Options

// Emit takes one finished file: its slash separated path in the output folder and its bytes. It must be safe for
// concurrent use.
type Emit func(path string, data []byte) error

// site makes the pages of one run.
type site struct{ *page.Renderer }

func newSite(book *casebook.Book, edition guard.Edition, o Options) *site {
	return &site{page.NewRenderer(book, edition, o)}
}

// maker makes the view of one page.
type maker struct {
	*page.Page
	*site
	shared *shared // with the other pages of its case; nil on pages that are not of one case
}

// page is one page to be made, with the maker of its view.
func (s *site) page(at address.Path, template string, view func(maker) any) page.Spec {
	return s.pageWith(nil, at, template, view)
}

func (s *site) pageWith(its *shared, at address.Path, template string, view func(maker) any) page.Spec {
	return page.Spec{Address: at, Template: template, View: func(p *page.Page) any { return view(maker{p, s, its}) }}
}

var errNotCleared = errors.New("render: the book has not passed the guard")

// Render makes all files of the site and hands them to emit, in no fixed order. It stops when ctx ends, and at the first error of emit or of
// a built-in template; it refuses a zero Cleared. What the site's own templates do wrong comes as problems, all of it
// in one run; emit has then got only some of the files.
func Render(ctx context.Context, cleared guard.Cleared, o Options, emit Emit) (diag.List, error) {
	if cleared.IsZero() {
		return nil, errNotCleared
	}
	s := newSite(cleared.Book(), cleared.Edition(), o)
	done := func() error { return nil }
	// Only a finished site is kept in browsers: not a preview, nor pages on their way to the printer, nor what is not for publication.
	if s.Offline = s.Book.Site.Offline && s.Edition == guard.Public; s.Offline {
		k := s.keeper(emit)
		emit, done = k.Emit, func() error { return k.finish(s.asset(worker)) }
	}
	var problems diag.List
	work, going := errgroup.WithContext(ctx)
	work.Go(func() error { // beside the pages, since casusboek.json alone is made by one processor
		return export.Files(cleared, export.Options{Words: s.Words, Pages: s.addresses(), Updated: s.Updated, Version: s.Version}, emit)
	})
	work.Go(func() error { return search.Files(cleared, search.Options{Words: s.Words}, emit) })
	work.Go(func() (err error) {
		if problems, err = s.makeAll(going, s.pages(), emit); err != nil || problems.HasErrors() {
			return err
		}
		return s.copies(going, emit)
	})
	if err := work.Wait(); err != nil || problems.HasErrors() {
		return problems, err
	}
	return nil, done()
}

// makeAll makes pages in parallel, in no fixed order. Problems are those of the site's own templates.
func (s *site) makeAll(ctx context.Context, pages iter.Seq[page.Spec], emit Emit) (diag.List, error) {
	var faults theme.Faults
	work, going := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for p := range pages {
		if going.Err() != nil {
			break
		}
		work.Go(func() error { return faults.Keep(s.emit(p, emit)) })
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err // the loop ended early, and a part of a site is no site
	}
	return faults.Problems(), nil
}

func (s *site) emit(p page.Spec, emit Emit) error {
	html, err := s.Make(p)
	if err != nil {
		return err
	}
	return emit(p.Address.File(), html)
}
