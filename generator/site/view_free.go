package site

import (
	"html/template"
	"iter"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// freePages are the author's own pages and the list of them, the page for who has no connection, and the page that a host shows for an address that is not there.
func (s *site) freePages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for _, f := range s.Book.Pages {
			if !yield(s.page(s.At.Of(&f.Doc), "page.html", func(p maker) any { return p.freeView(f) })) {
				return
			}
		}
		if s.HasPageList() && !yield(s.page(s.At.Pages(), "pages.html", maker.pagesView)) {
			return
		}
		if s.Offline && !yield(s.page(s.At.Offline(), "offline.html", func(p maker) any {
			p.Title, p.Description, p.OpenLine = p.T("page.offline.title"), p.T("page.offline.lead"), true
			return p.Page
		})) {
			return
		}
		yield(s.page(address.Missing, "404.html", func(p maker) any {
			p.Title, p.Description, p.OpenLine = p.T("page.missing.title"), p.T("page.missing.lead"), true
			return p.Page
		}))
	}
}

// pagesView is what pages.html gets.
type pagesView struct {
	*page.Page
	Pages []page.Link
}

func (p maker) pagesView() any {
	p.Section, p.Title, p.Description = "pages", p.T("page.menu.pages"), p.T("page.pages.lead")
	v := &pagesView{Page: p.Page}
	for _, f := range p.Book.Pages {
		v.Pages = append(v.Pages, page.Link{Href: p.Href(f), Text: f.Title.V})
	}
	return v
}

// freeView is what page.html gets.
type freeView struct {
	*page.Page
	Name      string
	Body      template.HTML
	Backlinks []backlink
}

func (p maker) freeView(f *casebook.Page) *freeView {
	p.Section, p.Title, p.OpenLine = "page:"+f.ID, f.Title.V, true
	p.Description = firstParagraph(f.Body, 160)
	return &freeView{p.Page, f.Title.V, p.Prose(f.Body), p.backlinks(&f.Doc, nil, 0)}
}
