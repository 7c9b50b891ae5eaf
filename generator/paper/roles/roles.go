// Package roles makes what is told by role: the page on which everybody's knowledge stands side by side, and for each role a
// sheet with its own facts and no more.
//
// The first holds the whole life and is for when the last card has been read. A sheet holds one role's facts of all rounds, each with
// its round, to be cut between rounds and dealt one by one.
package roles

import (
	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/page"
)

// domainsOf are the domains of an event.
func domainsOf(e *casebook.Event) []page.Domain {
	var domains []page.Domain
	for _, d := range e.Domains {
		if d.To != nil {
			domains = append(domains, page.Domain{Name: facts.Capital(d.To.Name.V), N: d.To.N})
		}
	}
	return domains
}

// markOf is the mark of an event as the styles know it: happening, signal, contact, help, strength, or missed.
func markOf(e *casebook.Event) string {
	if facts.MarkOf(e).Gap() {
		return "missed"
	}
	return e.Kind.String()
}
