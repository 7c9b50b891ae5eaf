// Package roles makes the pages by role: the page of who knew what, and a sheet per role
// with only the facts that it knew.
//
//	printing.KnowingView(p, c) // a table of events and roles
//	printing.RoleSheetsView(p, c)   // the sheets, with an overview for the facilitator
//
// The page of who knew what holds all rounds and is for after the last card. A sheet holds
// the facts of one role in all rounds, each marked with its round, to be cut between the
// rounds and handed out one by one.
package printing

import (
	"casusboek/generator/casebook"

	"casusboek/generator/page"
)

// domainsOf returns the domains of an event.
func domainsOf(e *casebook.Event) []page.Domain {
	var domains []page.Domain
	for _, d := range e.Domains {
		if d.To != nil {
			domains = append(domains, page.Domain{Name: casebook.Capitalize(d.To.Name.V), N: d.To.N})
		}
	}
	return domains
}

// rowMark returns the class of an event in the styles: happening, signal, contact, help,
// strength, or missed.
func rowMark(e *casebook.Event) string {
	if casebook.MarkerOf(e).Gap() {
		return "missed"
	}
	return e.Kind.String()
}
