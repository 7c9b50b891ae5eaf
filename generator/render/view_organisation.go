package render

import (
	"html/template"
	"iter"

	"casusboek/generator/casebook"
)

// organisationPages are the list of organisations and a page for each, also for those that have no file.
func (s *site) organisationPages() iter.Seq[page] {
	return func(yield func(page) bool) {
		if len(s.book.Organisations) == 0 || !yield(page{s.at.List(casebook.KindOrganisation), "organisations.html", s.organisationsView}) {
			return
		}
		for _, o := range s.book.Organisations {
			if !yield(page{s.at.Of(&o.Doc), "organisation.html", func(p *Page) any { return p.organisationView(o) }}) {
				return
			}
		}
	}
}

// organisationLine is one organisation in the list.
type organisationLine struct{ Href, Title, What, Size string }

// organisationsView is what organisations.html gets.
type organisationsView struct {
	*Page
	Organisations []organisationLine
}

func (s *site) organisationsView(p *Page) any {
	p.Section, p.Title, p.Description = "organisations", p.T("page.menu.organisations"), p.T("page.organisations.lead")
	v := &organisationsView{Page: p}
	for _, o := range s.book.Organisations {
		l := organisationLine{Href: p.Href(o), Title: o.Title.V, What: typeAndPlace(o)}
		var size []string
		if n := len(o.Reflections); n > 0 {
			size = append(size, p.N("page.count.reflections", n))
		}
		if n := len(o.Sessions); n > 0 {
			size = append(size, p.N("page.count.sessions", n))
		}
		l.Size = comma(size)
		v.Organisations = append(v.Organisations, l)
	}
	return v
}

// typeAndPlace is what an organisation is and where: "corporatie, Oosterzijl".
func typeAndPlace(o *casebook.Organisation) string {
	var parts []string
	for _, t := range []casebook.Text{o.Type, o.Place} {
		if !t.IsZero() {
			parts = append(parts, t.V)
		}
	}
	return comma(parts)
}

// organisationView is what organisation.html gets.
type organisationView struct {
	*Page
	Name, What   string
	Body         template.HTML
	Successor    *link
	Predecessors []link
	Reflections  []reflectionLine
	Sessions     []sessionLine
	Prev, Next   *onward
	Backlinks    []backlink
}

func (p *Page) organisationView(o *casebook.Organisation) *organisationView {
	p.Section, p.Title, p.OpenLine = "organisations", o.Title.V, true
	p.Description = p.T("page.organisation.description", "organisation", o.Title.V)
	v := &organisationView{
		Page: p, Name: o.Title.V, What: typeAndPlace(o), Body: p.Prose(o.Body), Reflections: p.reflectionLines(o.Reflections),
		Sessions: p.sessionLines(o.Sessions), Backlinks: p.backlinks(&o.Doc, nil, 0),
		Prev: p.organisationStep("page.step.previous", o.Prev), Next: p.organisationStep("page.step.next", o.Next),
	}
	if to := o.Successor.To; to != nil {
		v.Successor = &link{Href: p.Href(to), Text: to.Title.V}
	}
	for _, from := range o.Predecessors {
		v.Predecessors = append(v.Predecessors, link{Href: p.Href(from), Text: from.Title.V})
	}
	return v
}

func (p *Page) organisationStep(label string, o *casebook.Organisation) *onward {
	if o == nil {
		return nil
	}
	return &onward{p.T(label), p.Href(o), o.Title.V}
}
