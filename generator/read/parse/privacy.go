package parse

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// The tables of privacy.yaml. They are the last of all (by the name of this file), so that a key that documents have too is first looked for there.
var answersBlock = newBlock("answers", Names{"privacy", "privacy"}, block[casebook.Answers]{fields: []field[casebook.Answers]{
	{
		"verklaard", "explained", inline(func(a *casebook.Answers) *casebook.Answers { return a }, explainedBlock), optional, private,
		Names{"Woorden met een hoofdletter die niemand verraden.", "Capitalised words that give nobody away."},
		"",
	},
	{
		"toegestaan", "allowed", list(func(a *casebook.Answers) *[]casebook.Allowed { return &a.Allowed }, allowedBlock), optional, private,
		Names{"Bevindingen die mogen blijven staan; casusboek allow schrijft ze.", "Findings that may stand; casusboek allow writes them."},
		"",
	},
	{
		"sleutel", "key", text(func(a *casebook.Answers) *casebook.Text { return &a.Key }), optional, private,
		Names{"Waarmee de kenmerken zijn gemaakt; laat hem staan.", "What the marks were made with; leave it as it is."},
		"9f3c2a71",
	},
}})

var explainedBlock = newBlock("explained", Names{"verklaard", "explained"}, block[casebook.Answers]{fields: []field[casebook.Answers]{
	{
		"persoon", "person", texts(func(a *casebook.Answers) *[]casebook.Text { return &a.Persons }), optional, private,
		Names{"Namen van mensen die verzonnen zijn, of bekend uit boek of krant.", "Names of people who are invented, or known from a book or the news."},
		"[Annie M.G. Schmidt]",
	},
	{
		"organisatie", "organisation", texts(func(a *casebook.Answers) *[]casebook.Text { return &a.Organisations }), optional, private,
		Names{"Organisaties die genoemd mogen worden.", "Organisations that may be named."},
		"[Buurtfonds Noord]",
	},
	{
		"plaats", "place", texts(func(a *casebook.Answers) *[]casebook.Text { return &a.Places }), optional, private,
		Names{"Plaatsen die verzonnen zijn, of zo groot dat ze niets verraden.", "Places that are invented, or so large that they give nothing away."},
		"[Oeverdam]",
	},
	{
		"titel", "title", texts(func(a *casebook.Answers) *[]casebook.Text { return &a.Titles }), optional, private,
		Names{"Titels van boeken, films, plannen, regelingen.", "Titles of books, films, plans, schemes."},
		"[Actieplan Dakloosheid]",
	},
	{
		"woord", "word", texts(func(a *casebook.Answers) *[]casebook.Text { return &a.Words }), optional, private,
		Names{"Gewone woorden die het programma niet kent.", "Ordinary words that the program does not know."},
		"[Ecogram]",
	},
}})

var allowedBlock = newBlock("allowance", Names{"toegestaan", "allowed"}, block[casebook.Allowed]{
	place: func(a *casebook.Allowed, pos diag.Pos) { a.Pos = pos },
	label: func(a *casebook.Allowed) string { return a.Rule.V },
	fields: []field[casebook.Allowed]{
		{
			"regel", "rule", text(func(a *casebook.Allowed) *casebook.Text { return &a.Rule }), required, private,
			Names{"De regel, zoals die tussen haken achter de melding staat.", "The rule, as it stands in brackets behind the message."},
			"privacy-phone",
		},
		{
			"document", "document", text(func(a *casebook.Allowed) *casebook.Text { return &a.Document }), required, private,
			Names{"Het bestand waarin het staat.", "The file in which it stands."},
			"content/paginas/over.md",
		},
		{
			"kenmerk", "mark", text(func(a *casebook.Allowed) *casebook.Text { return &a.Mark }), required, private,
			Names{"Waaraan de waarde te herkennen is zonder haar te noemen.", "By what the value is known without being named."},
			"4be1c07d92aa5f3e",
		},
		{
			"reden", "reason", text(func(a *casebook.Allowed) *casebook.Text { return &a.Reason }), required, private,
			Names{"Waarom het mag blijven staan, in ten minste twintig tekens.", "Why it may stand, in twenty characters at least."},
			"Het algemene nummer van het netwerk zelf.",
		},
		{
			"tot", "until", date(func(a *casebook.Allowed) *casebook.Date { return &a.Until }), required, private,
			Names{"De laatste dag waarop het mag.", "The last day on which it may."},
			"2027-03-01",
		},
	},
})

// Answers parses content/privacy.yaml, which is all YAML. text is what source.File.Text gives. With errors among the problems the answers hold what could be read.
func Answers(path, text string) (casebook.Answers, diag.List) {
	return beside(answersBlock, path, text)
}
