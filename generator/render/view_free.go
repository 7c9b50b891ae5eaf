package render

import (
	"html/template"
	"iter"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// freePages are the author's own pages, and the page that a host shows for an address that is not there.
func (s *site) freePages() iter.Seq[page] {
	return func(yield func(page) bool) {
		for _, f := range s.book.Pages {
			if !yield(page{s.at.Of(&f.Doc), "page.html", func(p *Page) any { return p.freeView(f) }}) {
				return
			}
		}
		yield(page{address.Missing, "404.html", func(p *Page) any {
			p.Title, p.Description, p.OpenLine = p.T("page.missing.title"), p.T("page.missing.lead"), true
			return p
		}})
	}
}

// freeView is what page.html gets.
type freeView struct {
	*Page
	Name      string
	Body      template.HTML
	Backlinks []backlink
}

func (p *Page) freeView(f *casebook.Page) *freeView {
	p.Section, p.Title, p.OpenLine = "page:"+f.ID, f.Title.V, true
	p.Description = firstParagraph(f.Body, 160)
	return &freeView{p, f.Title.V, p.Prose(f.Body), p.backlinks(&f.Doc, nil, 0)}
}
