package resolve

import (
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// sameDomain are words for one life domain, in Dutch and English: who writes one of them means the domain of the site that is called by
// another. Where a list has several of a line (zorg and gezondheid), each keeps its own name.
var sameDomain = [][]string{
	{"wonen", "housing", "huisvesting", "woning", "home", "living"},
	{"zorg", "care", "gezondheid", "gezondheidszorg", "health", "health care", "healthcare"},
	{"werk", "work", "arbeid", "baan", "employment", "job"},
	{"onderwijs", "education", "school", "opleiding"},
	{"sociale zekerheid", "social security", "zekerheid", "uitkering", "uitkeringen", "toeslagen", "benefits"},
	{"pensioen", "pension", "pensions", "aow", "retirement"},
	{"financiën", "finances", "geld", "money", "inkomen", "income"},
}

// domains finds the life domains of the site by id, name or synonym.
type domains struct {
	*resolver
	byWord map[string]*casebook.Domain
	ids    []string
}

// knownDomains makes the domains of the site findable: ids go before names, and names before synonyms.
func (r *resolver) knownDomains() *domains {
	d := &domains{resolver: r, byWord: map[string]*casebook.Domain{}}
	all := r.book.Site.Domains
	for i := range all {
		d.byWord[all[i].ID] = &all[i]
		d.ids = append(d.ids, all[i].ID)
	}
	for i := range all {
		d.add(all[i].Name.V, &all[i])
	}
	for _, words := range sameDomain {
		if domain := d.first(words); domain != nil {
			for _, word := range words {
				d.add(word, domain)
			}
		}
	}
	return d
}

// first gives the first domain that is called by one of the words.
func (d *domains) first(words []string) *casebook.Domain {
	for _, word := range words {
		if domain := d.byWord[casebook.Slug(word)]; domain != nil {
			return domain
		}
	}
	return nil
}

// add lets a domain be found by one more word, unless the word is taken.
func (d *domains) add(word string, domain *casebook.Domain) {
	if key := casebook.Slug(word); d.byWord[key] == nil {
		d.byWord[key] = domain
	}
}

// resolve points the domains of an event at those of the site. Without a site there is nothing to hold them against, and source has said so.
func (d *domains) resolve(e *casebook.Event) {
	for i := range e.Domains {
		ref := &e.Domains[i]
		if ref.To = d.byWord[ref.ID.V]; ref.To == nil {
			ref.To = d.byWord[casebook.Slug(ref.ID.V)]
		}
		if ref.To == nil && len(d.ids) > 0 && !d.book.Site.Gaps {
			d.report(diag.DomainUnknown, "", ref.ID, d.ids, "choices", strings.Join(d.ids, ", "))
		}
	}
	e.Domains = once(keep(e.Domains, nil))
}
