package render

import (
	"slices"

	"casusboek/generator/casebook"
)

// sections are the fixed pages of a site that has something to show on them, in the order of the menu.
func (s *site) sections() []place {
	all := []struct {
		place
		shown bool
	}{
		{place{"cases", "", s.at.List(casebook.KindCase)}, true},
		{place{"reflections", "", s.at.List(casebook.KindReflection)}, len(s.book.Reflections) > 0},
		{place{"sessions", "", s.at.List(casebook.KindSession)}, len(s.book.Sessions) > 0},
		{place{"themes", "", s.at.List(casebook.KindTheme)}, len(s.book.Themes) > 0},
		{place{"organisations", "", s.at.List(casebook.KindOrganisation)}, len(s.book.Organisations) > 0},
		{place{"signals", "", s.at.Signals()}, s.index.signals},
		{place{"blank", "", s.at.Blank()}, true},
	}
	var shown []place
	for _, e := range all {
		if e.shown {
			e.text = s.Words.T("page.menu." + e.section)
			shown = append(shown, e.place)
		}
	}
	return shown
}

// mainSections is how many of the sections stand in the masthead unless the author says otherwise.
const mainSections = 4

// menus gives the menu in the masthead and the links in the foot. An author's menu that names any of the fixed lists is the whole menu; one that names only
// pages comes after the four main lists. What stands in neither is in the foot, so that every page can be found.
func (s *site) menus() (main, foot []place) {
	fixed := s.sections()
	var asked []place
	whole := false
	for _, entry := range s.book.Site.Menu {
		if p, ok := s.named(entry.V, fixed); ok {
			asked = append(asked, p)
			whole = whole || slices.Contains(fixed, p)
		}
	}
	if !whole {
		main = slices.DeleteFunc(slices.Clone(fixed), func(p place) bool { return slices.Index(sectionNames, p.section) >= mainSections })
	}
	main = append(main, asked...)
	for _, p := range append(fixed, s.freePlaces()...) {
		if !slices.Contains(main, p) {
			foot = append(foot, p)
		}
	}
	return main, foot
}

// sectionNames are the sections in the order of sections, by the English name that an author may write.
var sectionNames = []string{"cases", "reflections", "sessions", "themes", "organisations", "signals", "blank"}

func (s *site) named(id string, fixed []place) (place, bool) {
	for _, p := range fixed {
		if id == p.section || id+"/" == string(p.to) {
			return p, true
		}
	}
	for _, p := range s.freePlaces() {
		if p.section == "page:"+id {
			return p, true
		}
	}
	return place{}, false
}

func (s *site) freePlaces() []place {
	places := make([]place, len(s.book.Pages))
	for i, f := range s.book.Pages {
		places[i] = place{"page:" + f.ID, f.Title.V, s.at.Of(&f.Doc)}
	}
	return places
}

// Menu is the main menu.
func (p *Page) Menu() []link { return p.places(p.index.menu) }

// FooterLinks are the pages that are not in the main menu.
func (p *Page) FooterLinks() []link { return p.places(p.index.footer) }

func (p *Page) places(places []place) []link {
	links := make([]link, len(places))
	for i, e := range places {
		links[i] = link{Href: p.Link(e.to), Text: e.text}
		switch {
		case e.to == p.Address:
			links[i].Current = "page"
		case e.section == p.Section:
			links[i].Current = "true"
		}
	}
	return links
}
