package page

import (
	"slices"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// place is an entry of a menu.
type place struct {
	section string // what Page.Section holds on the pages under it
	text    string
	to      address.Path
}

// sections are the fixed pages of a site that has something to show on them, in the order of the menu.
func (r *Renderer) sections() []place {
	all := []struct {
		place
		shown bool
	}{
		{place{"cases", "", r.At.List(casebook.KindCase)}, true},
		{place{"reflections", "", r.At.List(casebook.KindReflection)}, len(r.Book.Reflections) > 0},
		{place{"sessions", "", r.At.List(casebook.KindSession)}, len(r.Book.Sessions) > 0},
		{place{"themes", "", r.At.List(casebook.KindTheme)}, len(r.Book.Themes) > 0},
		{place{"organisations", "", r.At.List(casebook.KindOrganisation)}, len(r.Book.Organisations) > 0},
		{place{"signals", "", r.At.Signals()}, r.HasSignals()},
		{place{"blank", "", r.At.Blank()}, true},
	}
	var shown []place
	for _, e := range all {
		if e.shown {
			e.text = r.Words.T("page.menu." + e.section)
			shown = append(shown, e.place)
		}
	}
	return shown
}

// mainSections is how many of the sections stand in the masthead unless the author says otherwise.
const mainSections = 4

// footPages is how many of the author's own pages the foot of a page names. A site with more has a page that lists them all, which the foot then names too: if each page named
// all others, a site of a thousand pages would have a million links.
const footPages = 12

// HasPageList reports whether there is a page that lists the author's own pages.
func (r *Renderer) HasPageList() bool { return r.pageList }

// menus gives the menu in the masthead and the links in the foot. An author's menu that names any of the fixed lists is
// the whole menu; one that names only pages comes after the four main lists. What stands in neither is in the foot, so
// that every page can be found.
func (r *Renderer) menus() (main, foot []place) {
	fixed := r.sections()
	var asked []place
	whole := false
	for _, entry := range r.Book.Site.Menu {
		if p, ok := r.named(entry.V, fixed); ok {
			asked = append(asked, p)
			whole = whole || slices.Contains(fixed, p)
		}
	}
	if !whole {
		main = slices.DeleteFunc(slices.Clone(fixed), func(p place) bool { return slices.Index(sectionNames, p.section) >= mainSections })
	}
	main = append(main, asked...)
	in := map[place]bool{}
	for _, p := range main {
		in[p] = true
	}
	others := func(places []place) []place { return slices.DeleteFunc(places, func(p place) bool { return in[p] }) }
	foot, free := others(fixed), others(r.freePlaces())
	if r.pageList = len(free) > footPages; r.pageList {
		free = append(free[:footPages:footPages], place{"pages", r.Words.T("page.menu.pages"), r.At.Pages()})
	}
	return main, append(foot, free...)
}

// sectionNames are the sections in the order of sections, by the English name that an author may write.
var sectionNames = []string{"cases", "reflections", "sessions", "themes", "organisations", "signals", "blank"}

func (r *Renderer) named(id string, fixed []place) (place, bool) {
	for _, p := range fixed {
		if id == p.section || id+"/" == string(p.to) {
			return p, true
		}
	}
	for _, p := range r.freePlaces() {
		if p.section == "page:"+id {
			return p, true
		}
	}
	return place{}, false
}

func (r *Renderer) freePlaces() []place {
	places := make([]place, len(r.Book.Pages))
	for i, f := range r.Book.Pages {
		places[i] = place{"page:" + f.ID, f.Title.V, r.At.Of(&f.Doc)}
	}
	return places
}

// Menu is the main menu.
func (p *Page) Menu() []Link { return p.places(p.run.menu) }

// FooterLinks are the pages that are not in the main menu.
func (p *Page) FooterLinks() []Link { return p.places(p.run.footer) }

func (p *Page) places(places []place) []Link {
	links := make([]Link, len(places))
	for i, e := range places {
		links[i] = Link{Href: p.Link(e.to), Text: e.text}
		switch {
		case e.to == p.Address:
			links[i].Current = "page"
		case e.section == p.Section:
			links[i].Current = "true"
		}
	}
	return links
}
