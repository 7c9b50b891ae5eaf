package parse

import (
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

var displays = []option[casebook.Display]{
	{casebook.ShowName, "naam", "name"},
	{casebook.ShowRole, "functie", "role"},
	{casebook.ShowOrganisation, "organisatie", "organisation"},
	{casebook.ShowAnonymous, "anoniem", "anonymous"},
}

var reflectionBlock = newBlock("reflection", Names{"reflectie", "reflection"}, block[casebook.Reflection]{after: checkReflection, fields: []field[casebook.Reflection]{
	{
		"kop", "headline", text(func(r *casebook.Reflection) *casebook.Text { return &r.Headline }), required, public,
		Names{"De kop erboven, van de redactie.", "The headline, by the editors."},
		"Ik had haar nooit gebeld",
	},
	{
		"deelnemer", "participant", participant(), optional, public,
		Names{"Wie het zei. De naam komt alleen op de site als de weergave dat toelaat.", "Who said it. The name is on the site only if the display allows it."},
		"{voornaam: Els, tussenvoegsel: van der, achternaam: Veld}",
	},
	{
		"functie", "role", text(func(r *casebook.Reflection) *casebook.Text { return &r.Role }), optional, public,
		Names{"Het werk van de deelnemer.", "The participant's work."},
		"wijkconsulent",
	},
	{
		"organisatie", "organisation", reference(func(r *casebook.Reflection) *casebook.Ref[casebook.Organisation] { return &r.Organisation }), optional, public,
		Names{"Waar de deelnemer werkt, met naam of id.", "Where the participant works, by name or id."},
		"woonstede",
	},
	{
		"weergave", "display", choice(func(r *casebook.Reflection) *casebook.Display { return &r.Display }, displays), optional, public,
		Names{"Hoe de deelnemer wil worden genoemd; zonder weergave anoniem.", "How the participant wants to be shown; anonymous if not said."},
		"functie",
	},
	{
		"toestemming", "consent", inline(func(r *casebook.Reflection) *casebook.Consent { return &r.Consent }, consentBlock), optional, private,
		Names{"De toestemming om te publiceren; zonder toestemming komt de reflectie nergens.", "The permission to publish; without it the reflection is nowhere."},
		"{gegeven: 2026-03-12}",
	},
	{
		"sessie", "session", reference(func(r *casebook.Reflection) *casebook.Ref[casebook.Session] { return &r.Session }), optional, public,
		Names{"De sessie waarop het gezegd werd.", "The session at which it was said."},
		"congres-2026",
	},
	{
		"casussen", "cases", references(func(r *casebook.Reflection) *[]casebook.Ref[casebook.Case] { return &r.Cases }), optional, public,
		Names{"De casussen waar het over gaat.", "The cases that it is about."},
		"[nadira]",
	},
	{
		"themas", "themes", references(func(r *casebook.Reflection) *[]casebook.Ref[casebook.Theme] { return &r.Themes }), optional, public,
		Names{"De thema's waar het over gaat.", "The themes that it is about."},
		"[vroegsignalering]",
	},
	{
		"eerste_indruk", "first_impression", text(func(r *casebook.Reflection) *casebook.Text { return &r.FirstImpression }), optional, public,
		Names{"Wat de deelnemer eerst dacht.", "What the participant thought at first."},
		"Zij wil niet.",
	},
	{
		"later_oordeel", "later_judgement", text(func(r *casebook.Reflection) *casebook.Text { return &r.LaterJudgement }), optional, public,
		Names{"Wat de deelnemer aan het eind dacht.", "What the participant thought at the end."},
		"Niemand had het haar gevraagd.",
	},
	{
		"kantelkaart", "turning_card", reference(func(r *casebook.Reflection) *casebook.Ref[casebook.Event] { return &r.TurningCard }), optional, public,
		Names{"De gebeurtenis die het oordeel deed kantelen.", "The event that turned the judgement."},
		"nadira#aanmaning",
	},
	{
		"advies", "advice", text(func(r *casebook.Reflection) *casebook.Text { return &r.Advice }), optional, public,
		Names{"Wat de deelnemer anderen meegeeft.", "What the participant tells others."},
		"Bel voor u schrijft.",
	},
	{
		"volgende_stap", "next_step", text(func(r *casebook.Reflection) *casebook.Text { return &r.NextStep }), optional, public,
		Names{"Wat de deelnemer zelf gaat doen.", "What the participant is going to do."},
		"Maandag bel ik het wijkteam.",
	},
	{
		"reageert_op", "replies_to", reference(func(r *casebook.Reflection) *casebook.Ref[casebook.Reflection] { return &r.RepliesTo }), optional, public,
		Names{"De reflectie waar deze een antwoord op is.", "The reflection that this one answers."},
		"els",
	},
	{
		"streamers", "pull_quotes", texts(func(r *casebook.Reflection) *[]casebook.Text { return &r.PullQuotes }), optional, public,
		Names{"Zinnen om uit te lichten; elk staat letterlijk in de tekst.", "Sentences to show large; each stands in the text word for word."},
		"[Ik dacht dat iemand anders het wist]",
	},
	{
		"na_ronde", "after_round", number(func(r *casebook.Reflection) *int { return &r.AfterRound }, func(r *casebook.Reflection) *diag.Pos { return &r.AfterRoundAt }), optional, public,
		Names{"Tot en met welke ronde de tekst feiten verraadt; 0 verraadt niets.", "Up to which round the text gives facts away; 0 gives nothing away."},
		"2",
	},
}})

var consentBlock = newBlock("consent", Names{"toestemming", "consent"}, block[casebook.Consent]{after: checkConsent, fields: []field[casebook.Consent]{
	{
		"gegeven", "given", date(func(c *casebook.Consent) *casebook.Date { return &c.Given }), optional, private,
		Names{"De dag waarop de toestemming is gegeven.", "The day on which consent was given."},
		"2026-03-12",
	},
	{
		"tot", "until", date(func(c *casebook.Consent) *casebook.Date { return &c.Until }), optional, private,
		Names{"De laatste dag waarop ze geldt.", "The last day on which it holds."},
		"2031-03-12",
	},
	{
		"ingetrokken", "withdrawn", date(func(c *casebook.Consent) *casebook.Date { return &c.Withdrawn }), optional, private,
		Names{"De dag waarop ze is ingetrokken.", "The day on which it was withdrawn."},
		"2026-09-01",
	},
}})

var personBlock = newBlock("person", Names{"deelnemer", "participant"}, block[casebook.Person]{fields: []field[casebook.Person]{
	{
		"voornaam", "first_name", text(func(p *casebook.Person) *casebook.Text { return &p.First }), optional, public,
		Names{"De voornaam.", "The first name."},
		"Els",
	},
	{
		"tussenvoegsel", "infix", text(func(p *casebook.Person) *casebook.Text { return &p.Infix }), optional, public,
		Names{"Wat tussen voornaam en achternaam staat en niet meetelt bij het sorteren.", "What stands between first and last name and does not count in sorting."},
		"van der",
	},
	{
		"achternaam", "last_name", text(func(p *casebook.Person) *casebook.Text { return &p.Last }), optional, public,
		Names{"De achternaam.", "The last name."},
		"Veld",
	},
}})

// participant takes the parts of a name, or the whole name as one text.
func participant() value[casebook.Reflection] {
	parts := inline(func(r *casebook.Reflection) *casebook.Person { return &r.Participant }, personBlock)
	doc := parts.doc
	doc.Or = "text"
	return value[casebook.Reflection]{doc, func(d *decoder, r *casebook.Reflection, n *yaml.Node, key string) {
		if n.Kind != yaml.ScalarNode {
			parts.set(d, r, n, key)
			return
		}
		t, _ := d.scalar(n, key)
		r.Participant = person(t)
	}}
}

// infixes are the words that stand before a Dutch surname and do not count when it is sorted.
var infixes = strings.Fields("van de der den het 't ’t ten ter te in op aan bij uit voor onder over la le du des von zu zum zur el al d' d’ 's ’s da dos del di")

// person splits a name: the first word is the first name, and infixes up to the surname stand apart.
func person(t casebook.Text) casebook.Person {
	words := strings.Fields(t.V)
	i := 1
	for i < len(words)-1 && slices.Contains(infixes, strings.ToLower(words[i])) {
		i++
	}
	part := func(from, to int) casebook.Text {
		if from >= to {
			return casebook.Text{}
		}
		return casebook.Text{V: strings.Join(words[from:to], " "), Pos: t.Pos}
	}
	return casebook.Person{First: part(0, 1), Infix: part(1, i), Last: part(i, len(words))}
}
