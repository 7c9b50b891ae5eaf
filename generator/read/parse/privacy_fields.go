package parse

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/frontmatter"
)

// The tables of what is for the guard alone.

var rareBlock = newBlock("rare", Names{"zeldzaam", "rare"}, block[casebook.Rare]{
	place: func(r *casebook.Rare, pos diag.Pos) { r.Pos = pos },
	label: func(r *casebook.Rare) string { return r.What.V },
	fields: []field[casebook.Rare]{
		{
			"wat", "what", text(func(r *casebook.Rare) *casebook.Text { return &r.What }), required, private,
			Names{"Het kenmerk.", "The trait."},
			"imker",
		},
		{
			"een_op", "one_in", number(func(r *casebook.Rare) *int { return &r.OneIn }, nil), required, private,
			Names{"Eén op hoeveel mensen dit heeft, naar schatting.", "One in how many people has it, as an estimate."},
			"2000",
		},
	},
})

var reviewPolicies = []option[casebook.ReviewPolicy]{
	{casebook.ReviewFree, "vrij", "free"},
	{casebook.ReviewWanted, "gewenst", "wanted"},
	{casebook.ReviewRequired, "verplicht", "required"},
}

var privacyBlock = newBlock("site-privacy", Names{"privacy", "privacy"}, block[casebook.Privacy]{fields: []field[casebook.Privacy]{
	{
		"beoordeling", "review", choice(func(p *casebook.Privacy) *casebook.ReviewPolicy { return &p.Review }, reviewPolicies), optional, private,
		Names{"Of een casus pas op de site mag als iemand hem op herleidbaarheid heeft nagekeken (casusboek review). Voor een fictieve casus hoeft het nooit.", "Whether a case may come on the site only after somebody has read it for what gives people away (casusboek review). A fictional case never needs it."},
		"verplicht",
	},
}})

var reviewsBlock = newBlock("reviews", Names{"reviews", "reviews"}, block[casebook.Reviews]{fields: []field[casebook.Reviews]{
	{
		"beoordelingen", "reviews", list(func(r *casebook.Reviews) *[]casebook.Review { return &r.All }, reviewBlock), optional, private,
		Names{"Wie welke casus heeft nagekeken; casusboek review schrijft ze.", "Who has read which case; casusboek review writes them."},
		"",
	},
}})

var reviewBlock = newBlock("review", Names{"beoordelingen", "reviews"}, block[casebook.Review]{
	place: func(r *casebook.Review, pos diag.Pos) { r.Pos = pos },
	label: func(r *casebook.Review) string { return r.Case.V },
	fields: []field[casebook.Review]{
		{
			"casus", "case", text(func(r *casebook.Review) *casebook.Text { return &r.Case }), required, private,
			Names{"Welke casus, bij zijn bestandsnaam.", "Which case, by its file name."},
			"nadira",
		},
		{
			"zegel", "seal", text(func(r *casebook.Review) *casebook.Text { return &r.Sum }), required, private,
			Names{"Waaraan casusboek ziet of de casus sindsdien is veranderd.", "By what casusboek sees whether the case has changed since."},
			"e3b0c442...",
		},
		{
			"regels", "rules", text(func(r *casebook.Review) *casebook.Text { return &r.Rules }), required, private,
			Names{"De versie van de regels waarmee is nagekeken.", "The version of the rules that it was read with."},
			"1",
		},
		{
			"door", "by", text(func(r *casebook.Review) *casebook.Text { return &r.By }), required, private,
			Names{"De voorletters van wie het heeft nagekeken; ze komen niet op de site.", "The initials of who read it; they do not come on the site."},
			"E.V.",
		},
		{
			"rol", "role", text(func(r *casebook.Review) *casebook.Text { return &r.Role }), required, private,
			Names{"Zijn of haar rol.", "His or her role."},
			"privacyfunctionaris",
		},
		{
			"datum", "date", date(func(r *casebook.Review) *casebook.Date { return &r.Date }), required, private,
			Names{"Op welke dag.", "On which day."},
			"2026-11-20",
		},
		{
			"tot", "until", date(func(r *casebook.Review) *casebook.Date { return &r.Until }), required, private,
			Names{"Tot en met welke dag het oordeel geldt.", "The last day on which it holds."},
			"2027-11-20",
		},
	},
})

// Reviews parses content/reviews.yaml. text is what source.File.Text gives. With errors among the problems the reviews hold what could be read.
func Reviews(path, text string) (casebook.Reviews, diag.List) {
	return beside(reviewsBlock, path, text)
}

// beside parses a file of the guard's own, which is all YAML.
func beside[T any](b *block[T], path, text string) (T, diag.List) {
	file, problems := frontmatter.ReadYAML(path, text, func(key string) bool { return len(belongs[key]) > 0 })
	d := &decoder{File: file, problems: problems}
	var value T
	if d.Fields != nil {
		d.detect(b.doc)
		decode(d, b, d.Fields, &value)
	}
	d.problems.Sort()
	return value, d.problems
}
