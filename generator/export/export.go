// Package export makes the files of the site that other programs read: casusboek.json for statistics and archives,
// feed.xml for feed readers, sitemap.xml and robots.txt for search engines.
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
	"time"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
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
	Pages   []address.Path // of the site, in any order, for the sitemap
	Updated time.Time      // the date of the newest content; zero when not known
	Version string         // of casusboek
}

// site is what all files of one run are made from.
type site struct {
	Options
	book    *casebook.Book
	edition guard.Edition
	at      address.Names
}

var errNotCleared = errors.New("export: the book has not passed the guard")

// Files makes the files and hands them to emit: a name at the top of the output folder, and the bytes. It stops at the
// first error of emit, and refuses a zero Cleared. Feed and sitemap need full addresses, so they are there only when
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

func (s *site) files(emit func(path string, data []byte) error) error {
	type file struct {
		name string
		make func() ([]byte, error) // nil bytes for a file that cannot be made
	}
	files := []file{{robotsFile, s.robots}, {dataFile, s.dataFile}}
	if s.base() != "" && s.edition == guard.Public {
		files = append(files, file{feedFile, s.feed}, file{sitemapFile, s.sitemap})
	}
	for _, f := range files {
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

// base is the site's public address with a slash at its end; empty when not known.
func (s *site) base() string { return address.Base(&s.book.Site) }

// public is the full address of a page, without index.html.
func (s *site) public(p address.Path) string { return s.base() + string(p) }
