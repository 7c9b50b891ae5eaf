package parse

import (
	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

var siteBlock = newBlock("site", Names{"site", "site"}, block[casebook.Site]{
	fresh: func() casebook.Site { return casebook.Site{Lang: "nl"} },
	after: finishSite,
	fields: []field[casebook.Site]{
		{
			"titel", "title", text(func(s *casebook.Site) *casebook.Text { return &s.Title }), required, public,
			Names{"De naam van het casusboek.", "The name of the casebook."},
			"Wat niemand vroeg",
		},
		{
			"ondertitel", "subtitle", text(func(s *casebook.Site) *casebook.Text { return &s.Subtitle }), optional, public,
			Names{"De regel eronder.", "The line below it."},
			"Levens van huurders, om samen van te leren",
		},
		{
			"taal", "language", choice(func(s *casebook.Site) *string { return &s.Lang }, languages), optional, public,
			Names{"De taal van de site en van meldingen; zonder taal nl.", "The language of the site and of messages; nl if not said."},
			"nl",
		},
		{
			"basis", "base", webAddress(func(s *casebook.Site) *casebook.Text { return &s.Base }), optional, public,
			Names{"Het adres waar de site komt te staan; alleen nodig voor feeds, sitemap en QR-codes.", "The address where the site will stand; only feeds, sitemap and QR codes need it."},
			"https://voorbeeld.nl/casusboek/",
		},
		{
			"organisator", "organiser", text(func(s *casebook.Site) *casebook.Text { return &s.Organiser }), optional, public,
			Names{"Wie het casusboek maakt.", "Who makes the casebook."},
			"Leernetwerk De Derde Stoel",
		},
		{
			"licentie", "licence", text(func(s *casebook.Site) *casebook.Text { return &s.Licence }), optional, public,
			Names{"De licentie, als SPDX-naam.", "The licence, by its SPDX name."},
			"CC-BY-SA-4.0",
		},
		{
			"domeinen", "domains", domains(), optional, public,
			Names{"De levensdomeinen: een vaste lijst bij naam, of een eigen lijst.", "The life domains: a fixed list by name, or your own."},
			"lange-systemen",
		},
		{
			"rollen", "roles", names(func(s *casebook.Site) *[]casebook.Text { return &s.Roles }), optional, public,
			Names{"Wie een feit kunnen kennen.", "Who can know a fact."},
			"[corporatie, gemeente, huisarts, familie]",
		},
		{
			"papier", "paper", inline(func(s *casebook.Site) *casebook.Paper { return &s.Paper }, paperBlock), optional, public,
			Names{"Hoe de kaarten uit de printer komen.", "How the cards come out of the printer."},
			"",
		},
		{
			"menu", "menu", names(func(s *casebook.Site) *[]casebook.Text { return &s.Menu }), optional, public,
			Names{"Welke pagina's en lijsten in het menu staan.", "Which pages and lists are in the menu."},
			"[over, privacy]",
		},
		{
			"offline", "offline", yesNo(func(s *casebook.Site) *bool { return &s.Offline }), optional, public,
			Names{"Of een gehoste site ook zonder internet te lezen is, voor wie er al was.", "Whether a hosted site can also be read without a connection, by who has been there."},
			"ja",
		},
		{
			"privacy", "privacy", inline(func(s *casebook.Site) *casebook.Privacy { return &s.Privacy }, privacyBlock), optional, private,
			Names{"Wat de bewaking vraagt boven wat ze altijd doet.", "What the guard asks beyond what it always does."},
			"",
		},
	},
})

var languages = []option[string]{{"nl", "nl", "nl"}, {"en", "en", "en"}}

var domainBlock = newBlock("domain", Names{"domeinen", "domains"}, block[casebook.Domain]{fields: []field[casebook.Domain]{
	{
		"id", "id",
		value[casebook.Domain]{Type{Name: "text", Form: "id"}, setDomainID},
		optional, public,
		Names{"De korte naam; zonder id wordt hij van de naam gemaakt.", "The short name; made from the name if not said."},
		"wonen",
	},
	{
		"naam", "name", text(func(d *casebook.Domain) *casebook.Text { return &d.Name }), required, public,
		Names{"De naam op de levenskaart.", "The name on the life map."},
		"wonen",
	},
}})

func setDomainID(d *decoder, into *casebook.Domain, n *yaml.Node, key string) {
	if t, ok := d.scalar(n, key); ok && d.idForm(t) {
		into.ID = t.V
	}
}

// domains takes the name of a fixed list, or an own list of names or of {id, naam}.
func domains() value[casebook.Site] {
	doc := Type{Name: "block", List: true, Block: domainBlock.doc, Choices: namesOf(presets), Or: "preset"}
	return value[casebook.Site]{doc, func(d *decoder, s *casebook.Site, n *yaml.Node, key string) {
		if n.Kind == yaml.ScalarNode {
			d.preset, _ = choose(d, n, key, presets)
			return
		}
		for _, item := range d.items(n, key) {
			var domain casebook.Domain
			if item.Kind == yaml.ScalarNode {
				domain.Name, _ = d.scalar(item, key)
			} else {
				decode(d, domainBlock, item, &domain)
			}
			s.Domains = append(s.Domains, domain)
		}
	}}
}

// finishSite fills in the domains: the language that names them may stand below them in the file.
func finishSite(d *decoder, s *casebook.Site, _ whereKey) {
	if len(s.Domains) == 0 {
		if d.preset == "" {
			d.preset = presets[0].value
		}
		for _, names := range presetDomains[d.preset] {
			s.Domains = append(s.Domains, casebook.Domain{Name: casebook.Text{V: names.in(s.Lang == "en")}})
		}
	}
	var names []casebook.Text
	for _, domain := range s.Domains {
		names = append(names, domain.Name)
		if domain.ID == "" && !domain.Name.IsZero() && casebook.Slug(domain.Name.V) == "" {
			d.addVariant(diag.IDForm, "name", domain.Name.Pos, "id", domain.Name.V)
		}
	}
	d.sameNames(names)
	for i := range s.Domains {
		if s.Domains[i].ID == "" {
			s.Domains[i].ID = casebook.Slug(s.Domains[i].Name.V)
		}
		s.Domains[i].N = i + 1
	}
}

var presets = []option[string]{
	{"lange-systemen", "lange-systemen", "long-systems"},
	{"zrm-2017", "zrm-2017", "zrm-2017"},
	{"positieve-gezondheid", "positieve-gezondheid", "positive-health"},
}

// presetDomains: the systems that a tenant meets in a long life; the Zelfredzaamheid-Matrix 2017 (GGD Amsterdam); the six
// dimensions of Positieve Gezondheid (Huber and others, 2016).
var presetDomains = map[string][]Names{
	"lange-systemen": {
		{"wonen", "housing"},
		{"zorg", "care"},
		{"werk", "work"},
		{"onderwijs", "education"},
		{"sociale zekerheid", "social security"},
		{"pensioen", "pension"},
	},
	"zrm-2017": {
		{"financiën", "finances"},
		{"werk en opleiding", "work and education"},
		{"tijdsbesteding", "use of time"},
		{"huisvesting", "housing"},
		{"huiselijke relaties", "domestic relations"},
		{"geestelijke gezondheid", "mental health"},
		{"lichamelijke gezondheid", "physical health"},
		{"middelengebruik", "substance use"},
		{"basale ADL", "basic ADL"},
		{"instrumentele ADL", "instrumental ADL"},
		{"sociaal netwerk", "social network"},
		{"maatschappelijke participatie", "community participation"},
		{"justitie", "justice"},
	},
	"positieve-gezondheid": {
		{"lichaamsfuncties", "bodily functions"},
		{"mentaal welbevinden", "mental wellbeing"},
		{"zingeving", "meaning"},
		{"kwaliteit van leven", "quality of life"},
		{"meedoen", "participation"},
		{"dagelijks functioneren", "daily functioning"},
	},
}
