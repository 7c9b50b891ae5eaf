package site

import (
	"casusboek/generator/casebook"

	"casusboek/generator/page"
)

// lifeMapView is what lifemap.html gets: the whole life of one case, and all that refers to it.
type lifeMapView struct {
	*page.Page
	*known
	Heading             string
	CaseHref, CaseTitle string
	Lead, ListTitle     string
	Filter              *filter
	Knowing             string // the link to who knew what; empty where nobody says
	Reflections         []reflectionLine
	Themes              []page.Link
	Sessions            []sessionLine
	Related             []caseLine
	Paper               []page.Link
	Own                 *onward // to write a reflection
	Backlinks           []backlink
	Rounds              []roundCards
}

func (p maker) lifeMapView(c *casebook.Case) *lifeMapView {
	p.Section, p.BodyClass = "cases", "p-map"
	p.SpeakFor(c)
	heading := p.T("page.lifemap.title", "name", p.nameOf(c))
	p.Title = heading + " – " + c.Title.V // two cases may have the same pseudonym, or none
	p.Description = p.T("page.lifemap.description", "case", c.Title.V)
	v := &lifeMapView{
		Page: p.Page, Heading: heading, known: p.knownOf(c, c.LastRound()), CaseHref: p.Href(c), CaseTitle: c.Title.V,
		Reflections: p.reflectionLines(c.Reflections), Themes: p.themeLinks(c.Themes), Sessions: p.sessionLines(c.Sessions),
		Related: p.caseLines(c.Related), Paper: p.paperLinks(c), Own: p.ownLink(c), Backlinks: p.backlinks(&c.Doc, c, c.LastRound()),
	}
	v.Lead = p.T("page.lifemap.lead", "name", v.Who)
	v.Rounds = p.roundCards(c)
	v.ListTitle, v.Filter = p.T("page.lifemap.list"), p.eventFilter(c)
	if casebook.RecordsWhoKnew(c) {
		v.Knowing = p.Link(p.At.Knowing(c))
	}
	for _, e := range v.Events {
		e.Traits = traitsOf(e.event)
		for _, r := range e.event.TurnedFor {
			e.TurnedFor = append(e.TurnedFor, page.Link{Href: p.Href(r), Text: r.Headline.V})
		}
		e.Item = p.item(e)
	}
	return v
}
