package link

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// domains finds the life domains of the site by id, name or synonym.
type domains struct {
	*resolver
	byWord map[string]*casebook.Domain
	ids    []string
}

// resolveDomains fills in a built-in list that the site names, and numbers the domains. Parse leaves the name of a list as a single
// domain with that id and no name.
func (r *resolver) resolveDomains() *domains {
	site := &r.book.Site
	words := map[string]string{}
	list := casebook.DefaultDomains
	if len(site.Domains) == 1 && (site.Domains[0].Name.IsZero() || site.Domains[0].Name.V == site.Domains[0].ID) {
		list = casebook.Slug(site.Domains[0].ID)
		if casebook.DomainList(list, site.Lang) == nil {
			r.report(diag.DomainUnknown, "list", casebook.Text{V: site.Domains[0].ID, Pos: site.Domains[0].Name.Pos}, casebook.DomainListIDs())
			list = casebook.DefaultDomains
		}
		site.Domains = nil
	}
	if len(site.Domains) == 0 {
		site.Domains = casebook.DomainList(list, site.Lang)
		words = casebook.DomainWords(list)
	}
	d := &domains{resolver: r, byWord: map[string]*casebook.Domain{}}
	for i := range site.Domains {
		domain := &site.Domains[i]
		domain.N = i + 1
		d.byWord[domain.ID] = domain
		d.ids = append(d.ids, domain.ID)
	}
	for i := range site.Domains {
		d.add(site.Domains[i].Name.V, &site.Domains[i])
	}
	for _, word := range sortedKeys(words) {
		d.add(word, d.byWord[words[word]])
	}
	return d
}

// add lets a domain be found by one more word, unless the word is taken.
func (d *domains) add(word string, domain *casebook.Domain) {
	if key := casebook.Slug(word); d.byWord[key] == nil {
		d.byWord[key] = domain
	}
}

// resolve points the domains of an event at those of the site.
func (d *domains) resolve(e *casebook.Event) {
	for i := range e.Domains {
		ref := &e.Domains[i]
		if ref.To = d.byWord[ref.ID.V]; ref.To == nil {
			ref.To = d.byWord[casebook.Slug(ref.ID.V)]
		}
		if ref.To == nil {
			d.report(diag.DomainUnknown, "", ref.ID, d.ids)
		}
	}
	e.Domains = keep(e.Domains, nil)
}
