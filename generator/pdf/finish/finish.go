// Package finish does to a PDF what Chromium leaves undone when it prints a page: it says who made it and what may be
// done with it, gives links a description and lists their standard form, mends bookmarks, marks decoration as such, and
// takes out what differs between two runs.
//
//	numbers, err := finish.Targets(printed)       // the page of every place that a link points at
//	pdf, err := finish.Finish(printed, meta, page)
//
// What is read is a PDF of Chromium, tagged, with bookmarks; other PDFs are refused or come out unfinished. The same
// input gives the same bytes. Rules named 7.x are those of PDF/UA-1 (ISO 14289-1), section numbers those of PDF 1.7 (ISO
// 32000-1).
package finish

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Revision is raised whenever the same input gives other bytes, so that PDFs of before are not kept.
const Revision = 1

// Meta is what a PDF says about itself.
type Meta struct {
	Title       string
	Lang        string    // nl
	Author      string    // who organises; empty is left out
	Description string    // what it is, in a sentence
	Rights      string    // the licence's name; empty is left out
	RightsPage  string    // the licence's web page
	Date        time.Time // when it was made, as far as it says so: never the clock; zero is left out
	Creator     string    // casusboek with its version
	Producer    string    // the browser with its version
	// Claim writes that the file conforms to PDF/UA-1. Only for who has had that checked.
	Claim bool
}

// Page is what the printed page shows, read from the browser. Both lists are in reading order.
type Page struct {
	Headings []Heading
	Links    []Link
	// Here begins the address of links to other pages of the site, as it was printed. They are made to lead to Public,
	// where the site stands; when that is empty they are taken out, and their text stays.
	Here, Public string
}

// Heading is a heading that can be seen.
type Heading struct {
	Level int // 1 to 6
	Text  string
}

// Link is a link that can be seen: its full address, or #id within the page, and its words.
type Link struct{ Href, Text string }

// Finish gives the finished PDF.
func Finish(printed []byte, m Meta, p Page) ([]byte, error) {
	d, err := read(printed)
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		func() error { return d.links(p) },
		d.lists,
		d.roles,
		d.ids,
		d.artifacts,
		func() error { return d.bookmarks(p.Headings) },
		func() error { return d.describe(m) },
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("finishing a PDF: %w", err)
		}
	}
	return d.write()
}

// document is a PDF in memory.
type document struct {
	*model.Context
	catalog types.Dict
	pages   []page
	tags    []*tag // of the structure tree, each before what it holds
}

type page struct {
	ref  types.IndirectRef
	dict types.Dict
}

var errUntagged = errors.New("the PDF of the browser has no tags")

func read(data []byte) (*document, error) {
	// Otherwise pdfcpu makes a folder with settings in the home of whoever runs this.
	noConfig()
	c := model.NewDefaultConfiguration()
	ctx, err := pdfcpu.Read(bytes.NewReader(data), c)
	if err != nil {
		return nil, fmt.Errorf("reading the PDF of the browser: %w", err)
	}
	d := &document{Context: ctx}
	if d.catalog, err = ctx.Catalog(); err != nil {
		return nil, err
	}
	root, err := ctx.Pages()
	if err != nil {
		return nil, err
	}
	if err := d.readPages(*root); err != nil {
		return nil, err
	}
	return d, d.readTags()
}

// readPages lists the pages below a node of the page tree.
func (d *document) readPages(ref types.IndirectRef) error {
	node, err := d.DereferenceDict(ref)
	if err != nil {
		return err
	}
	if name := node.Type(); name != nil && *name == "Page" {
		d.pages = append(d.pages, page{ref, node})
		return nil
	}
	kids, err := d.DereferenceArray(node["Kids"])
	if err != nil {
		return err
	}
	for _, kid := range kids {
		if ref, ok := kid.(types.IndirectRef); ok {
			if err := d.readPages(ref); err != nil {
				return err
			}
		}
	}
	return nil
}

// Targets gives, for every place in the page that a link points at, the number of the PDF page on which it came out,
// from 1.
func Targets(printed []byte) (map[string]int, error) {
	d, err := read(printed)
	if err != nil {
		return nil, err
	}
	dests, err := d.DereferenceDict(d.catalog["Dests"])
	if err != nil {
		return nil, err
	}
	number := map[int]int{}
	for i, p := range d.pages {
		number[p.ref.ObjectNumber.Value()] = i + 1
	}
	found := map[string]int{}
	for name, value := range dests {
		place, err := d.DereferenceArray(value)
		if err != nil {
			return nil, err
		}
		if len(place) == 0 {
			continue
		}
		if ref, ok := place[0].(types.IndirectRef); ok {
			found[name] = number[ref.ObjectNumber.Value()]
		}
	}
	return found, nil
}
