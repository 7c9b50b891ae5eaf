package site

import (
	"iter"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/site/search"
)

// searchPages is the page to search on.
func (s *site) searchPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) { yield(s.page(s.At.Search(), "search.html", maker.searchView)) }
}

// searchView is what search.html gets.
type searchView struct {
	*page.Page
	Index string      // the link to the folder of the index
	Kinds string      // names of the kinds of results, in the order of the index, with a bar between them
	Lists []page.Link // where everything can be found without searching
}

func (p maker) searchView() any {
	p.Section, p.Title, p.Description = "search", p.T("page.search.title"), p.T("page.search.description")
	v := &searchView{Page: p.Page, Index: strings.TrimSuffix(p.File(p.At.SearchIndex("")), "/") + "/"}
	names := make([]string, len(search.Kinds))
	for i, kind := range search.Kinds {
		names[i] = p.T("page.search.kind." + kind)
	}
	v.Kinds = strings.Join(names, "|")
	for _, list := range []struct {
		kind casebook.Kind
		word string
		size int
	}{
		{casebook.KindCase, "cases", len(p.Book.Cases)},
		{casebook.KindReflection, "reflections", len(p.Book.Reflections)},
		{casebook.KindSession, "sessions", len(p.Book.Sessions)},
		{casebook.KindTheme, "themes", len(p.Book.Themes)},
		{casebook.KindOrganisation, "organisations", len(p.Book.Organisations)},
	} {
		if list.size > 0 {
			v.Lists = append(v.Lists, page.Link{Href: p.Link(p.At.List(list.kind)), Text: p.T("page.menu." + list.word)})
		}
	}
	return v
}
