package casebook

// DefaultDomains is the list of life domains of a site that names none.
const DefaultDomains = "lange-systemen"

// listed is one domain of a built-in list: names only, never the texts or scores of the instrument behind it.
type listed struct {
	id, nl, en string
	also       []string // other words for the same domain, in either language
}

// domainLists are the lists that a site can name under "domeinen". The ids of domains are the same in every language, so that
// casebooks in two languages can be laid side by side.
var domainLists = []struct {
	id      string
	domains []listed
}{
	{DefaultDomains, []listed{
		{"wonen", "Wonen", "Housing", []string{"huisvesting", "woning", "huis", "home", "living"}},
		{"zorg", "Zorg", "Care", []string{"gezondheid", "gezondheidszorg", "health", "health care", "healthcare"}},
		{"werk", "Werk", "Work", []string{"arbeid", "baan", "employment", "job"}},
		{"onderwijs", "Onderwijs", "Education", []string{"school", "opleiding", "leren", "learning"}},
		{"sociale-zekerheid", "Sociale zekerheid", "Social security", []string{"zekerheid", "uitkering", "uitkeringen", "toeslagen", "inkomen", "benefits", "income"}},
		{"pensioen", "Pensioen", "Pension", []string{"aow", "pensions", "retirement"}},
	}},
	// Zelfredzaamheid-Matrix 2017, (c) GGD Amsterdam: the names of its thirteen domains.
	{"zrm-2017", []listed{
		{"financien", "Financiën", "Finances", nil},
		{"werk-opleiding", "Werk en opleiding", "Work and education", []string{"werk & opleiding", "work & education"}},
		{"tijdsbesteding", "Tijdsbesteding", "Use of time", nil},
		{"huisvesting", "Huisvesting", "Housing", []string{"wonen"}},
		{"huiselijke-relaties", "Huiselijke relaties", "Domestic relations", nil},
		{"geestelijke-gezondheid", "Geestelijke gezondheid", "Mental health", nil},
		{"lichamelijke-gezondheid", "Lichamelijke gezondheid", "Physical health", nil},
		{"middelengebruik", "Middelengebruik", "Substance use", nil},
		{"basale-adl", "Basale ADL", "Basic ADL", nil},
		{"instrumentele-adl", "Instrumentele ADL", "Instrumental ADL", nil},
		{"sociaal-netwerk", "Sociaal netwerk", "Social network", nil},
		{"maatschappelijke-participatie", "Maatschappelijke participatie", "Participation in society", nil},
		{"justitie", "Justitie", "Justice", nil},
	}},
	{"positieve-gezondheid", []listed{
		{"lichaamsfuncties", "Lichaamsfuncties", "Bodily functions", nil},
		{"mentaal-welbevinden", "Mentaal welbevinden", "Mental well-being", []string{"mental wellbeing"}},
		{"zingeving", "Zingeving", "Meaningfulness", nil},
		{"kwaliteit-van-leven", "Kwaliteit van leven", "Quality of life", nil},
		{"meedoen", "Meedoen", "Participation", nil},
		{"dagelijks-functioneren", "Dagelijks functioneren", "Daily functioning", nil},
	}},
}

// DomainListIDs gives the ids of the built-in lists, the default first.
func DomainListIDs() []string {
	ids := make([]string, len(domainLists))
	for i, list := range domainLists {
		ids[i] = list.id
	}
	return ids
}

// DomainList gives the domains of a built-in list, named in the language (en, or Dutch for anything else) and numbered from 1. It is
// nil for a list that does not exist.
func DomainList(id, lang string) []Domain {
	for _, list := range domainLists {
		if list.id != id {
			continue
		}
		domains := make([]Domain, len(list.domains))
		for i, d := range list.domains {
			name := d.nl
			if lang == "en" {
				name = d.en
			}
			domains[i] = Domain{ID: d.id, Name: Text{V: name}, N: i + 1}
		}
		return domains
	}
	return nil
}

// DomainWords gives the other words under which an author may name a domain of a built-in list: its names in both languages and
// its synonyms, each with the domain's id.
func DomainWords(id string) map[string]string {
	words := map[string]string{}
	for _, list := range domainLists {
		if list.id != id {
			continue
		}
		for _, d := range list.domains {
			words[d.nl], words[d.en] = d.id, d.id
			for _, word := range d.also {
				words[word] = d.id
			}
		}
	}
	return words
}
