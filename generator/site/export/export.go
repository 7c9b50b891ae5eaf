// Package export makes the files of the site that other programs read: casusboek.json for statistics and archives,
// feed.xml for feed readers, sitemap.xml and robots.txt for search engines, an invitation to each session for calendars, and the
// picture that stands beside a link to the site.
//
//	err := export.Files(cleared, export.Options{Words: words, Pages: pages, Updated: updated}, tree.Add)
//
// casusboek.json is a promise: its types are in data.go, docs/casusboek-json.md is made from them, and within a version
// keys are only added. A program cannot close its eyes for a later round, so feed and sitemap hold no fact of any
// round, and casusboek.json all of them.
package export

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"time"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/draw"
	"casusboek/generator/guard"
	"casusboek/generator/lang"
)

// The names of the files, at the top of the site.
const (
	feedFile    = "feed.xml"
	sitemapFile = "sitemap.xml"
	robotsFile  = "robots.txt"
	dataFile    = "casusboek.json"
)

// Options are what the files say beside the book itself.
type Options struct {
	Words   *lang.Catalogue
	Pages   iter.Seq[address.Path] // of the site, in any order, for the sitemap
	Updated time.Time              // the date of the newest content; zero when not known
	Version string                 // of casusboek
}

// site is what all files of one run are made from.
type site struct {
	Options
	book    *casebook.Book
	edition guard.Edition
	at      address.Names
}

var errNotCleared = errors.New("export: the book has not passed the guard")

// Files makes the files and hands them to emit: the path in the output folder, and the bytes. It stops at the
// first error of emit, and refuses a zero Cleared. Feed, sitemap and picture need full addresses, so they are there only when
// the site says its public address, and never in the facilitator's edition, which has none.
func Files(cleared guard.Cleared, o Options, emit func(path string, data []byte) error) error {
	if cleared.IsZero() {
		return errNotCleared
	}
	return newSite(cleared.Book(), cleared.Edition(), o).files(emit)
}

func newSite(book *casebook.Book, edition guard.Edition, o Options) *site {
	return &site{Options: o, book: book, edition: edition, at: address.In(o.Words.Lang)}
}

// File makes one of the files; fs.ErrNotExist says that the site has none of that name.
func File(cleared guard.Cleared, o Options, path string) ([]byte, error) {
	if cleared.IsZero() {
		return nil, errNotCleared
	}
	for _, f := range newSite(cleared.Book(), cleared.Edition(), o).list() {
		if f.name == path {
			if data, err := f.make(); data != nil || err != nil {
				return data, err
			}
		}
	}
	return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
}

// file is one file to be made.
type file struct {
	name string
	make func() ([]byte, error) // nil bytes for a file that cannot be made
}

func (s *site) list() []file {
	files := []file{{robotsFile, s.robots}, {dataFile, s.dataFile}}
	for _, x := range s.book.Sessions {
		files = append(files, file{s.at.Calendar(x), func() ([]byte, error) { return s.calendar(x) }})
	}
	if s.base() != "" && !s.facilitator() {
		files = append(files, file{feedFile, s.feed}, file{sitemapFile, s.sitemap}, file{address.Cover, s.cover})
	}
	return files
}

// cover is the picture beside a link to the casebook.
func (s *site) cover() ([]byte, error) {
	return draw.CoverPNG(draw.LinkCover, s.book.Site.Title.V, s.book.Site.Organiser.V)
}

func (s *site) files(emit func(path string, data []byte) error) error {
	for _, f := range s.list() {
		data, err := f.make()
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		if data == nil {
			continue
		}
		if err := emit(f.name, data); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) facilitator() bool { return s.edition == guard.Facilitator }

// base is the site's public address with a slash at its end; empty when not known.
func (s *site) base() string { return address.Base(&s.book.Site) }

// public is the full address of a page, without index.html.
func (s *site) public(p address.Path) string { return s.base() + string(p) }
