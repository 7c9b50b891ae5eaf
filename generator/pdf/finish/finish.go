// Package finish completes a PDF that Chromium printed from a page: it writes metadata and
// licence, adds descriptions to links, corrects the structure of lists and the bookmarks,
// marks artifacts, and removes what differs between two runs.
//
//	numbers, err := finish.Targets(printed)       // the page number of each link target
//	pdf, err := finish.Complete(printed, meta, page)
//
// The input must be a tagged PDF of Chromium with bookmarks; other PDFs are refused or not
// completed. The same input produces the same bytes. Rules 7.x in comments are those of
// PDF/UA-1 (ISO 14289-1), other section numbers those of PDF 1.7 (ISO 32000-1).
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

// Revision must be increased when the output for the same input changes, so that older PDFs
// are printed again.
const Revision = 1

// Meta is the metadata of a PDF. Empty values are left out.
type Meta struct {
	Title       string
	Lang        string    // language tag: nl
	Author      string    // the organiser
	Description string    // one sentence
	Rights      string    // name of the licence
	RightsPage  string    // web page of the licence
	Date        time.Time // of creation; never the current time, so that the output stays the same
	Creator     string    // casusboek with its version
	Producer    string    // the browser with its version
	// Claim writes that the file conforms to PDF/UA-1. Set it only if that is checked.
	Claim bool
}

// Page is the visible content of the printed page, read from the browser. Both lists are in
// reading order.
type Page struct {
	Headings []Heading
	Links    []Link
	// Here is the prefix of links to other pages of the site in the printed PDF. It is
	// replaced
	// by Public, the address of the site. If Public is empty, these links become plain
	// text.
	PrintedBase, PublicBase string
}

// Heading is a visible heading.
type Heading struct {
	Level int // 1 to 6
	Text  string
}

// Link is a visible link: its full address, or #id within the page, and its text.
type Link struct{ Href, Text string }

// Complete returns the completed PDF.
func Complete(printed []byte, m Meta, p Page) ([]byte, error) {
	d, err := parsePDF(printed)
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		func() error { return d.fixLinks(p) },
		d.fixLists,
		d.mapRoles,
		d.renumberIDs,
		d.markArtifacts,
		func() error { return d.rebuildOutline(p.Headings) },
		func() error { return d.writeMetadata(m) },
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("finishing a PDF: %w", err)
		}
	}
	return d.write()
}

// document is a parsed PDF.
type document struct {
	*model.Context
	catalog types.Dict
	pages   []pdfPage
	tags    []*tag // elements of the structure tree, parents first
}

type pdfPage struct {
	ref  types.IndirectRef
	dict types.Dict
}

var errUntagged = errors.New("the PDF of the browser has no tags")

func parsePDF(data []byte) (*document, error) {
	// Without this, pdfcpu creates a configuration folder in the home directory.
	disableConfig()
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

// readPages appends the pages below a node of the page tree.
func (d *document) readPages(ref types.IndirectRef) error {
	node, err := d.DereferenceDict(ref)
	if err != nil {
		return err
	}
	if name := node.Type(); name != nil && *name == "Page" {
		d.pages = append(d.pages, pdfPage{ref, node})
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

// Targets returns the page number, from 1, of each named destination of links within the
// document.
func Targets(printed []byte) (map[string]int, error) {
	d, err := parsePDF(printed)
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
