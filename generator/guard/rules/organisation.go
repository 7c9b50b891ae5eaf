package rules

import (
	"strings"

	"casusboek/generator/diag"
)

// organisations finds names of landlords, companies and foundations by the words before or
// after them. A small company or practice is orange, since few people work or come there; a
// landlord, hospital or court is yellow. Value is the name only.
var organisations = Rule{Name: diag.PrivacyOrganisation, read: findOrganisations}

// largeOrganisations are words before names of organisations that many people deal with.
var largeOrganisations = wordSet(`stichting woonstichting woningstichting woningcorporatie corporatie woningbouwvereniging bouwvereniging woningbouwcorporatie verhuurder zorggroep zorginstelling instelling
	zorgaanbieder thuiszorgorganisatie ziekenhuis ggz-instelling rechtbank gerechtshof hogeschool universiteit vakbond omroep gemeenschap welzijnsorganisatie schuldhulpverleningsorganisatie
	vereniging woonvereniging huurdersvereniging bewonersvereniging organisatie jeugdzorginstelling zorgverzekeraar energiebedrijf hospital foundation association`)

// smallFirms are words before names of companies and practices that few people deal with.
var smallFirms = wordSet(`bakkerij slagerij garage garagebedrijf restaurant café cafe snackbar cafetaria kapsalon kapperszaak schoonmaakbedrijf bouwbedrijf aannemersbedrijf loodgietersbedrijf transportbedrijf
	taxibedrijf uitzendbureau hotel winkel bedrijf firma drukkerij kwekerij boerderij manege praktijk huisartsenpraktijk huisartspraktijk tandartspraktijk fysiotherapiepraktijk apotheek
	gezondheidscentrum advocatenkantoor kantoor bewindvoerderskantoor notariskantoor accountantskantoor makelaardij sportschool sportclub voetbalclub voetbalvereniging tennisclub judoclub
	boksschool muziekschool fanfare harmonie zangkoor koor incassobureau deurwaarderskantoor bakery garage firm club practice`)

// legalForms are abbreviations after the name of a company.
var legalForms = wordSet(`bv b.v nv n.v vof cv ltd gmbh inc`)

func findOrganisations(n *names, see func(Finding)) {
	for i := 0; i < len(n.Words); i++ {
		r, ok := n.behind(i, landlord)
		level := diag.Yellow
		if !ok {
			r, ok = n.behind(i, shop)
			level = diag.Orange
		}
		if !ok {
			r, ok = n.firm(i)
		}
		if ok {
			see(n.finding(diag.PrivacyOrganisation, level, r))
			i = r.last
		}
	}
}

// firm returns a name with a legal form after it: Sluis Vastgoed B.V.
func (n *names) firm(i int) (run, bool) {
	if n.kind[i] != unknown && n.kind[i] != doubtful && n.kind[i] != composed && n.kind[i] != town {
		return run{}, false
	}
	r := run{i, i}
	for r.last-i < longestRun && n.adjacent(r.last) && n.Words[r.last+1].Capital {
		if n.legalForm(r.last + 1) {
			return r, true
		}
		r.last++
	}
	return run{}, false
}

// legalForm reports whether word i is BV, or the B of B.V.
func (n *names) legalForm(i int) bool {
	if legalForms[n.Words[i].Lower] {
		return true
	}
	at := n.Words[i].From
	return strings.HasPrefix(n.Clean[at:], "B.V") || strings.HasPrefix(n.Clean[at:], "N.V") || strings.HasPrefix(n.Clean[at:], "V.O.F")
}
