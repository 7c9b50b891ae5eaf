package render

import (
	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// index is what many pages need and none should make again.
type index struct {
	menu     []place // in the masthead
	footer   []place // the lesser pages, in the foot
	signals  bool    // whether there is a signals page
	fiction  bool    // whether every case is invented
	licence  *link
	personal map[*casebook.Case]*shared // what the pages of one case share
}

// place is an entry of a menu.
type place struct {
	section string // what Page.Section holds on the pages under it
	text    string
	to      address.Path
}

func (s *site) prepare() {
	s.index.personal = make(map[*casebook.Case]*shared, len(s.book.Cases))
	s.index.fiction = len(s.book.Cases) > 0
	for _, c := range s.book.Cases {
		s.index.personal[c] = &shared{}
		s.index.fiction = s.index.fiction && c.Origin == casebook.Fictional
		s.index.signals = s.index.signals || hasSignal(c)
	}
	s.index.licence = licence(s.book.Site.Licence.V)
	s.index.menu, s.index.footer = s.menus()
}

func hasSignal(c *casebook.Case) bool {
	for _, e := range c.Events {
		if e.Kind == casebook.Signal {
			return true
		}
	}
	return false
}
