package render

import "iter"

// pages lists every page of the site. Each group of pages has its own function in a file view_<group>.go.
func (s *site) pages() iter.Seq[page] {
	return func(yield func(page) bool) {
		for _, group := range []iter.Seq[page]{
			s.homePages(),
			s.casePages(),
			s.reflectionPages(),
			s.sessionPages(),
			s.themePages(),
			s.organisationPages(),
			s.signalPages(),
			s.freePages(),
			s.paperPages(),
			s.facilitatorPages(),
		} {
			for p := range group {
				if !yield(p) {
					return
				}
			}
		}
	}
}
