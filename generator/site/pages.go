package site

import (
	"iter"

	"casusboek/generator/address"
	"casusboek/generator/page"
)

// pages lists every page of the site.
func (s *site) pages() iter.Seq[page.Spec] {
	return joined(s.casePages(), s.pagesBeside())
}

// pagesBeside are all pages but those of each case. Each group of pages has its own function in a file view_<group>.go;
// those of paper have a package of their own.
func (s *site) pagesBeside() iter.Seq[page.Spec] {
	return joined(
		s.homePages(),
		s.caseListPages(),
		s.reflectionPages(),
		s.sessionPages(),
		s.themePages(),
		s.organisationPages(),
		s.signalPages(),
		s.freePages(),
		s.searchPages(),
		s.paperPages(),
	)
}

func joined(groups ...iter.Seq[page.Spec]) iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for _, group := range groups {
			for p := range group {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// addresses lists where all pages stand that somebody may look for.
func (s *site) addresses() iter.Seq[address.Path] {
	return func(yield func(address.Path) bool) {
		for p := range s.pages() {
			if p.Address != s.At.Offline() && !yield(p.Address) {
				return
			}
		}
	}
}
