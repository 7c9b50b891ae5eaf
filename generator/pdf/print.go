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

// readPage is a script that tells what the page says about itself and what it shows: headings, links, and the places
// that its contents list points at.
//
//go:embed page.js
var readPage string

// shown is what the script tells.
type shown struct {
	About    about
	Headings []finish.Heading
	Links    []finish.Link
	Contents []string // ids
	Public   string   // where the site stands, with a slash at the end; empty when it does not say
	Missing  []string // of the ids to be ticked
	Tight    []Tight
}

// about is what stands in the head of the page.
type about struct{ Title, Lang, Author, Description, Rights, RightsPage string }

// passes is how often a page is printed at most until the page numbers in its contents list are those of the print. The
// second print has them, unless a number that takes more room moved something to another page.
const passes = 4

// print prints a document with the open tab.
func (t *tab) print(ctx context.Context, d Document, o Options) (Printed, error) {
	if err := t.show(ctx, d.Page); err != nil {
		return Printed{}, err
	}
	page, err := t.look(ctx, d.Ticks)
	if err != nil {
		return Printed{}, err
	}
	printed, err := t.numbered(ctx, page.Contents)
	if err != nil {
		return Printed{}, err
	}
	m := finish.Meta{
		Title: page.About.Title, Lang: page.About.Lang, Author: page.About.Author, Description: page.About.Description,
		Rights: page.About.Rights, RightsPage: page.About.RightsPage,
		Date: o.Date, Creator: o.Creator, Producer: t.browser.Version(), Claim: o.Claim,
	}
	p := finish.Page{Headings: page.Headings, Links: inside(d.Page, page.Links), Here: here, Public: page.Public}
	pdf, err := finish.Finish(printed, m, p)
	return Printed{PDF: pdf, Files: t.used(), Tight: page.Tight}, err
}

// look ticks what is to be ticked and tells what the page then shows.
func (t *tab) look(ctx context.Context, ticks []string) (page shown, err error) {
	ids, err := json.Marshal(append([]string{}, ticks...))
	if err != nil {
		return shown{}, err
	}
	err = t.do(ctx, func(ctx context.Context) (err error) {
		page, err = chromedp.Run(ctx, chromedp.Evaluate[shown](readPage+"("+string(ids)+")", chromedp.EvalAwaitPromise))
		return err
	})
	if err == nil && len(page.Missing) > 0 {
		err = fmt.Errorf("the page has no choice %s", strings.Join(page.Missing, ", "))
	}
	return page, err
}

// inside shortens links within the page to #id, as a PDF has them.
func inside(page string, links []finish.Link) []finish.Link {
	for i := range links {
		if id, ok := strings.CutPrefix(links[i].Href, address(page)+"#"); ok {
			links[i].Href = "#" + id
		}
	}
	return links
}

// numbered prints until every entry of the contents list has the number of the page on which its target came out. CSS
// has no way to say that which Chromium knows.
func (t *tab) numbered(ctx context.Context, contents []string) ([]byte, error) {
	said := map[string]int{}
	for range passes {
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
			number, there := found[id]
			if !there {
				return nil, fmt.Errorf("the contents list points at #%s, which is not on paper", id)
			}
			changed = changed || said[id] != number
			said[id] = number
		}
		if !changed {
			return printed, nil
		}
		if err := t.fill(ctx, said); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("the page numbers of the contents list do not come to rest after %d prints", passes)
}

// fill writes page numbers into the contents list.
func (t *tab) fill(ctx context.Context, numbers map[string]int) error {
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
