package resolve

import (
	"slices"

	"casusboek/generator/address"
	"casusboek/generator/diag"
)

// checkAddresses reports pages that would stand where the site has a page of its own: one of the two would be lost.
func (r *resolver) checkAddresses() {
	at := address.In(r.inLanguage([2]string{"nl", "en"}))
	fixed := at.Fixed()
	for _, p := range r.book.Pages {
		if here := at.Of(&p.Doc); slices.Contains(fixed, here) {
			r.problems.Add(diag.AddressTaken, p.Pos, "id", p.ID, "address", string(here))
		}
	}
}
