package render

import (
	"iter"

	"casusboek/generator/address"
	"casusboek/generator/page"
)

// pages lists every page of the site. Each group of pages has its own function in a file view_<group>.go; those of
// paper have a package of their own.
func (s *site) pages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for _, group := range []iter.Seq[page.Spec]{
			s.homePages(),
			s.casePages(),
			s.reflectionPages(),
			s.sessionPages(),
			s.themePages(),
			s.organisationPages(),
			s.signalPages(),
			s.freePages(),
			s.paperPages(),
		} {
			for p := range group {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// addresses lists where all pages stand.
func (s *site) addresses() []address.Path {
	var all []address.Path
	for p := range s.pages() {
		all = append(all, p.Address)
	}
	return all
}
