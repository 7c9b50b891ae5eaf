package pdf

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"

	"casusboek/generator/pdf/finish"
)

// readPageScript is a script that returns the content of the page: its metadata, headings
// and links, and the targets of its table of contents.
//
//go:embed page.js
var readPageScript string

// pageContent is the result of that script.
type pageContent struct {
	About    about
	Headings []finish.Heading
	Links    []finish.Link
	Contents []string // ids that the table of contents links to
	Public   string   // public address of the site with a slash at the end; empty if it has none
	Missing  []string // the ids to tick that the page does not have
	Tight    []Tight
}

// about holds the metadata in the head of the page.
type about struct{ Title, Lang, Author, Description, Rights, RightsPage string }

// maxPasses is the maximum number of times that a page is printed to get the page numbers
// in its table of contents right. The second print has the right numbers, unless a longer
// number moved something to another page.
const maxPasses = 4

// print prints a document with the tab.
func (t *tab) print(ctx context.Context, d Document, o Options) (Printed, error) {
	if err := t.load(ctx, d.Page); err != nil {
		return Printed{}, err
	}
	page, err := t.readContent(ctx, d.Ticks)
	if err != nil {
		return Printed{}, err
	}
	printed, err := t.printNumbered(ctx, page.Contents)
	if err != nil {
		return Printed{}, err
	}
	m := finish.Meta{
		Title: page.About.Title, Lang: page.About.Lang, Author: page.About.Author, Description: page.About.Description,
		Rights: page.About.Rights, RightsPage: page.About.RightsPage,
		Date: o.Date, Creator: o.Creator, Producer: t.browser.Version(), Claim: o.Claim,
	}
	p := finish.Page{Headings: page.Headings, Links: internalLinks(d.Page, page.Links), PrintedBase: printHost, PublicBase: page.Public}
	pdf, err := finish.Complete(printed, m, p)
	return Printed{PDF: pdf, Files: t.requestedFiles(), Tight: page.Tight}, err
}

// readContent ticks the given inputs and returns the content of the page after that.
func (t *tab) readContent(ctx context.Context, ticks []string) (page pageContent, err error) {
	ids, err := json.Marshal(append([]string{}, ticks...))
	if err != nil {
		return pageContent{}, err
	}
	err = t.do(ctx, func(ctx context.Context) (err error) {
		page, err = chromedp.Run(ctx,
			chromedp.Evaluate[pageContent](readPageScript+"("+string(ids)+")", chromedp.EvalAwaitPromise))
		return err
	})
	if err == nil && len(page.Missing) > 0 {
		err = fmt.Errorf("the page has no choice %s", strings.Join(page.Missing, ", "))
	}
	return page, err
}

// internalLinks shortens links within the page to #id, the form they have in a PDF.
func internalLinks(page string, links []finish.Link) []finish.Link {
	for i := range links {
		if id, ok := strings.CutPrefix(links[i].Href, address(page)+"#"); ok {
			links[i].Href = "#" + id
		}
	}
	return links
}

// printNumbered prints until each entry of the table of contents has the page number of its
// target. There is no CSS for that which Chromium supports.
func (t *tab) printNumbered(ctx context.Context, contents []string) ([]byte, error) {
	numbers := map[string]int{}
	for range maxPasses {
		printed, err := t.toPDF(ctx)
		if err != nil || len(contents) == 0 {
			return printed, err
		}
		found, err := finish.Targets(printed)
		if err != nil {
			return nil, err
		}
		changed := false
		for _, id := range contents {
			number, ok := found[id]
			if !ok {
				return nil, fmt.Errorf("the contents list points at #%s, which is not on paper", id)
			}
			changed = changed || numbers[id] != number
			numbers[id] = number
		}
		if !changed {
			return printed, nil
		}
		if err := t.setPageNumbers(ctx, numbers); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("the page numbers of the contents list do not come to rest after %d prints", maxPasses)
}

// setPageNumbers writes page numbers into the table of contents.
func (t *tab) setPageNumbers(ctx context.Context, numbers map[string]int) error {
	data, err := json.Marshal(numbers)
	if err != nil {
		return err
	}
	return t.do(ctx, func(ctx context.Context) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](fmt.Sprintf(
			`for (const [id, n] of Object.entries(%s))
				for (const a of document.querySelectorAll(".contents a[href]"))
					if (decodeURIComponent(a.hash) === "#" + id)
						for (const s of a.querySelectorAll(".page-number")) s.textContent = n;
			true`, data)))
		return err
	})
}

func (t *tab) toPDF(ctx context.Context) (printed []byte, err error) {
	err = t.do(ctx, func(ctx context.Context) (err error) {
		printed, err = chromedp.Run(ctx, chromedp.PrintToPDF(
			chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFMargin(0), chromedp.PDFPreferCSSPageSize(),
			chromedp.PDFPrintBackground(), chromedp.PDFOutlineAndTagged(), chromedp.PDFStream()))
		return err
	})
	return printed, err
}
