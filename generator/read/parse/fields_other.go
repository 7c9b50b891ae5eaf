package parse

import "casusboek/generator/casebook"

var themeBlock = newBlock("theme", Names{"thema", "theme"}, block[casebook.Theme]{after: checkTheme, fields: []field[casebook.Theme]{
	{
		"titel", "title", text(func(t *casebook.Theme) *casebook.Text { return &t.Title }), required, public,
		Names{"De naam van het thema.", "The name of the theme."},
		"Vroegsignalering",
	},
	{
		"polen", "poles", poles(func(t *casebook.Theme) *[]casebook.Text { return &t.Poles }), optional, public,
		Names{"De twee uiteinden van een spanning, links en rechts.", "The two ends of a tension, left and right."},
		"[zelfregie, bemoeizorg]",
	},
	{
		"zie_ook", "see_also", references(func(t *casebook.Theme) *[]casebook.Ref[casebook.Theme] { return &t.SeeAlso }), optional, public,
		Names{"Verwante thema's.", "Related themes."},
		"[netwerk]",
	},
	{
		"synoniemen", "synonyms", names(func(t *casebook.Theme) *[]casebook.Text { return &t.Synonyms }), optional, public,
		Names{"Andere woorden voor hetzelfde.", "Other words for the same."},
		"[eigen kracht]",
	},
}})

// poles is texts, of which checkTheme wants two.
func poles(at func(*casebook.Theme) *[]casebook.Text) value[casebook.Theme] {
	v := texts(at)
	v.doc.Count = 2
	return v
}

var organisationBlock = newBlock("organisation", Names{"organisatie", "organisation"}, block[casebook.Organisation]{fields: []field[casebook.Organisation]{
	{
		"titel", "title", text(func(o *casebook.Organisation) *casebook.Text { return &o.Title }), required, public,
		Names{"De naam, zoals die toen was.", "The name, as it was at the time."},
		"Woonstede",
	},
	{
		"soort", "type", text(func(o *casebook.Organisation) *casebook.Text { return &o.Type }), optional, public,
		Names{"Wat voor organisatie het is.", "What kind of organisation it is."},
		"corporatie",
	},
	{
		"plaats", "place", text(func(o *casebook.Organisation) *casebook.Text { return &o.Place }), optional, public,
		Names{"Waar ze zit.", "Where it is."},
		"Oeverdam",
	},
	{
		"opvolger", "successor", reference(func(o *casebook.Organisation) *casebook.Ref[casebook.Organisation] { return &o.Successor }), optional, public,
		Names{"De organisatie waarin ze is opgegaan.", "The organisation that it became part of."},
		"oeverwonen",
	},
}})

var pageBlock = newBlock("page", Names{"pagina", "page"}, block[casebook.Page]{fields: []field[casebook.Page]{
	{
		"titel", "title", text(func(p *casebook.Page) *casebook.Text { return &p.Title }), required, public,
		Names{"De titel van de pagina.", "The title of the page."},
		"Over dit casusboek",
	},
}})
