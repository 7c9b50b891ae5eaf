package site

import (
	"html/template"
	"iter"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// organisationPages are the list of organisations and a page for each, also for those that have no file.
func (s *site) organisationPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		if len(s.Book.Organisations) == 0 || !yield(s.page(s.At.List(casebook.KindOrganisation), "organisations.html", maker.organisationsView)) {
			return
		}
		for _, o := range s.Book.Organisations {
			if !yield(s.page(s.At.Of(&o.Doc), "organisation.html", func(p maker) any { return p.organisationView(o) })) {
				return
			}
		}
	}
}

// organisationLine is one organisation in the list.
type organisationLine struct{ Href, Title, What, Size string }

// organisationsView is what organisations.html gets.
type organisationsView struct {
	*page.Page
	Organisations []organisationLine
}

func (p maker) organisationsView() any {
	p.Section, p.Title, p.Description = "organisations", p.T("page.menu.organisations"), p.T("page.organisations.lead")
	v := &organisationsView{Page: p.Page}
	for _, o := range p.Book.Organisations {
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
	*page.Page
	Name, What   string
	Body         template.HTML
	Successor    *page.Link
	Predecessors []page.Link
	Reflections  []reflectionLine
	Sessions     []sessionLine
	Prev, Next   *onward
	Backlinks    []backlink
}

func (p maker) organisationView(o *casebook.Organisation) *organisationView {
	p.Section, p.Title, p.OpenLine = "organisations", o.Title.V, true
	p.Description = p.T("page.organisation.description", "organisation", o.Title.V)
	v := &organisationView{
		Page: p.Page, Name: o.Title.V, What: typeAndPlace(o), Body: p.Prose(o.Body), Reflections: p.reflectionLines(o.Reflections),
		Sessions: p.sessionLines(o.Sessions), Backlinks: p.backlinks(&o.Doc, nil, 0),
		Prev: p.organisationStep("page.step.previous", o.Prev), Next: p.organisationStep("page.step.next", o.Next),
	}
	if to := o.Successor.To; to != nil {
		v.Successor = &page.Link{Href: p.Href(to), Text: to.Title.V}
	}
	for _, from := range o.Predecessors {
		v.Predecessors = append(v.Predecessors, page.Link{Href: p.Href(from), Text: from.Title.V})
	}
	return v
}

func (p maker) organisationStep(label string, o *casebook.Organisation) *onward {
	if o == nil {
		return nil
	}
	return &onward{p.T(label), p.Href(o), o.Title.V}
}
