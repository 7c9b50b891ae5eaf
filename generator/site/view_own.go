package site

import (
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// ownView is what own-reflection.html gets: the page of a case on which a reader writes a reflection. It names all cards, so it is a page of the
// whole life.
type ownView struct {
	*page.Page
	CaseHref, CaseTitle string
	Rounds              []ownRound // to choose a card from
	LastRound           int
	Themes, Sessions    []choice
	Organisations       []string // by name; none when there are very many
	Publisher           string   // who may publish what is written: "Leernetwerk De Derde Stoel", or words for whoever makes the casebook
	Worksheet           page.Link
	Skeleton            string // the file, to be filled in by hand
	Back                *onward
}

// ownRound are the cards of a round, by their address in the casebook: nadira#brief.
type ownRound struct {
	Name  string
	Cards []choice
}

// mostOrganisations is how many the field for one offers. Beyond that every case would hold a long list that nobody looks through; any name may be typed.
const mostOrganisations = 100

func (p maker) ownView(c *casebook.Case) *ownView {
	p.Section, p.OpenLine = "cases", true
	p.SpeakFor(c)
	p.Title = p.T("page.own.title") + " – " + c.Title.V
	p.Description = p.T("page.own.description", "case", c.Title.V)
	v := &ownView{
		Page: p.Page, CaseHref: p.Href(c), CaseTitle: c.Title.V, LastRound: c.LastRound(), Publisher: p.Book.Site.Organiser.V,
		Worksheet: page.Link{Href: p.Link(p.At.Worksheet(c)), Text: p.T("page.own.worksheet")},
		Skeleton:  strings.TrimSpace(p.T("page.own.skeleton", "case", c.ID, "n", c.LastRound())),
		Back:      &onward{p.T("page.own.back"), p.Link(p.At.LifeMap(c)), p.T("page.lifemap.title", "name", p.nameOf(c))},
	}
	if v.Publisher == "" {
		v.Publisher = p.T("page.own.publisher")
	}
	for i := range c.Rounds {
		r := ownRound{Name: p.roundTitle(&c.Rounds[i])}
		for _, e := range c.CardsIn(i) {
			r.Cards = append(r.Cards, choice{c.ID + "#" + e.ID.V, e.Title.V})
		}
		if len(r.Cards) > 0 {
			v.Rounds = append(v.Rounds, r)
		}
	}
	for _, t := range c.Themes {
		if t.To != nil {
			v.Themes = append(v.Themes, choice{t.To.ID, t.To.Title.V})
		}
	}
	for _, s := range c.Sessions {
		v.Sessions = append(v.Sessions, choice{s.ID, comma([]string{s.Heading(), s.Date.Label(p.Words)})})
	}
	if len(p.Book.Organisations) <= mostOrganisations {
		for _, o := range p.Book.Organisations {
			v.Organisations = append(v.Organisations, o.Title.V)
		}
	}
	return v
}

// ownLink leads to the page on which a reader writes a reflection.
func (p maker) ownLink(c *casebook.Case) *onward {
	return &onward{p.T("page.own.after"), p.Link(p.At.OwnReflection(c)), p.T("page.own.write")}
}
