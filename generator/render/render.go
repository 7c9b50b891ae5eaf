// Package render turns a cleared book into the files of the site. It makes every page in memory, in parallel, and hands each to
// the caller as soon as it is ready, so that memory does not grow with the size of the output.
//
//	words, set, problems, err := overlay.Load(templates.Files, own, "nl")
//	problems, err = render.Site(ctx, cleared, render.Options{Words: words, Templates: set}, tree.Add)
//
// One page is one value that embeds *Page (what every template gets) and adds what its own template needs; the files named
// view_*.go hold them, one per group of pages. Templates contain no logic beyond choosing and repeating: order, indexes and what is
// known in which round are decided before.
//
// Spoilers: everything of a case goes through a known (known.go), which holds the facts up to one round and nothing else.
package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/export"
	"casusboek/generator/guard"
	"casusboek/generator/lang"
	"casusboek/generator/overlay"
)

// Options are what a site is rendered with.
type Options struct {
	Words     *lang.Catalogue
	Templates *overlay.Templates
	Updated   time.Time // the date that feeds and footers show; from SOURCE_DATE_EPOCH or the newest session, never from the clock
	Version   string    // of casusboek, for the generator tag
}

// Emit takes one finished file: its slash separated path in the output folder and its bytes. It must be safe for concurrent use.
type Emit func(path string, data []byte) error

// page is one page to be made. view builds its data only when its turn comes, so that no more pages are in memory than there are workers.
type page struct {
	address  address.Path
	template string // file name in templates/
	view     func(*Page) any
}

// site is what all pages of one run share. It is read-only while pages are being made.
type site struct {
	Options
	book    *casebook.Book
	edition guard.Edition
	at      address.Names
	index   index // made once by prepare
}

var errNotCleared = errors.New("render: the book has not passed the guard")

// Site makes all files of the site and hands them to emit, in no fixed order. It stops at the first error of emit or of a
// built-in template; it refuses a zero Cleared. What the site's own templates do wrong comes as problems, all of it in one run; emit has then got only
// some of the files.
func Site(ctx context.Context, cleared guard.Cleared, o Options, emit Emit) (diag.List, error) {
	if cleared.IsZero() {
		return nil, errNotCleared
	}
	s := &site{Options: o, book: cleared.Book(), edition: cleared.Edition(), at: address.In(o.Words.Lang)}
	s.prepare()
	var faults overlay.Faults
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for p := range s.pages() {
		if ctx.Err() != nil {
			break
		}
		work.Go(func() error { return faults.Keep(s.make(p, emit)) })
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	if problems := faults.Problems(); problems.HasErrors() {
		return problems, nil
	}
	if err := s.copies(emit); err != nil {
		return nil, err
	}
	return nil, export.Files(cleared, export.Options{Words: s.Words, Pages: s.addresses(), Updated: s.Updated, Version: s.Version}, emit)
}

func (s *site) make(p page, emit Emit) error {
	var out bytes.Buffer
	base := &Page{site: s, Address: p.address, Kind: p.template}
	view := p.view(base)
	err := base.err
	if err == nil {
		err = s.Templates.Page(&out, p.template, view)
	}
	if err != nil {
		return fmt.Errorf("page %s: %w", p.address, err)
	}
	return emit(p.address.File(), s.putSprite(out.Bytes()))
}
