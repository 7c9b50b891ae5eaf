package render

import "iter"

// pages lists every page of the site. Each group of pages has its own function in a file view_<group>.go.
func (s *site) pages() iter.Seq[page] {
	return func(yield func(page) bool) {
		for _, group := range []iter.Seq[page]{
			s.homePages(),
		} {
			for p := range group {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// homePages is the home page.
func (s *site) homePages() iter.Seq[page] {
	return func(yield func(page) bool) {
		yield(page{address: "", template: "home.html", view: func(p *Page) any { return p }})
	}
}
