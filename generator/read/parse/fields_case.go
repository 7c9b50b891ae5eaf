package parse

import (
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

const (
	public      = casebook.Public
	facilitator = casebook.ForFacilitator
	private     = casebook.Private
)

var caseBlock = newBlock("case", Names{"casus", "case"}, block[casebook.Case]{after: checkCase, fields: []field[casebook.Case]{
	{
		"titel", "title", text(func(c *casebook.Case) *casebook.Text { return &c.Title }), required, public,
		Names{"De naam van de casus.", "The name of the case."},
		"Een duurder huis",
	},
	{
		"pseudoniem", "pseudonym", text(func(c *casebook.Case) *casebook.Text { return &c.Pseudonym }), optional, public,
		Names{"De naam op de pagina, nooit de echte.", "The name on the page, never the real one."},
		"Nadira",
	},
	{
		"herkomst", "origin", choice(func(c *casebook.Case) *casebook.Origin { return &c.Origin }, origins), optional, public,
		Names{"Of het verhaal verzonnen is, samengesteld uit meer levens, of geanonimiseerd.", "Whether the story is invented, composed of several lives, or anonymised."},
		"fictief",
	},
	{
		"samenvatting", "summary", text(func(c *casebook.Case) *casebook.Text { return &c.Summary }), optional, public,
		Names{"Wat iedereen weet voor de eerste kaart, in hoogstens zestig woorden.", "What everybody knows before the first card, in sixty words at most."},
		"Een vrouw met een groot gezin verhuist uit een sloopwoning.",
	},
	{
		"hoofdvraag", "main_question", text(func(c *casebook.Case) *casebook.Text { return &c.MainQuestion }), optional, public,
		Names{"De vraag waar het gesprek om draait.", "The question that the talk turns on."},
		"Wie had wanneer met haar moeten praten?",
	},
	{
		"leerdoelen", "goals", texts(func(c *casebook.Case) *[]casebook.Text { return &c.Goals }), optional, public,
		Names{"Wat deelnemers na afloop kunnen.", "What participants can do afterwards."},
		"[Vroege signalen herkennen]",
	},
	{
		"themas", "themes", references(func(c *casebook.Case) *[]casebook.Ref[casebook.Theme] { return &c.Themes }), optional, public,
		Names{"De thema's waar de casus bij hoort, met hun naam of id.", "The themes that the case belongs to, by name or id."},
		"[vroegsignalering, zelfregie]",
	},
	{
		"rondes", "rounds", list(func(c *casebook.Case) *[]casebook.Round { return &c.Rounds }, roundBlock), optional, public,
		Names{"De rondes van het gesprek, in hun volgorde; de eerste is ronde 0.", "The rounds of the talk, in their order; the first is round 0."},
		"",
	},
	{
		"gebeurtenissen", "events", pointers(func(c *casebook.Case) *[]*casebook.Event { return &c.Events }, eventBlock), optional, public,
		Names{"De feiten uit het leven; elk is een kaart.", "The facts of the life; each is a card."},
		"",
	},
	{
		"netwerk", "network", pointers(func(c *casebook.Case) *[]*casebook.Tie { return &c.Network }, tieBlock), optional, public,
		Names{"Wie er om de hoofdpersoon heen staan.", "Who stand around the main person."},
		"",
	},
	{
		"dilemmas", "dilemmas", list(func(c *casebook.Case) *[]casebook.Dilemma { return &c.Dilemmas }, dilemmaBlock), optional, public,
		Names{"Vragen zonder goed antwoord, om over te praten.", "Questions without a right answer, to talk about."},
		"",
	},
	{
		"begeleiding", "facilitation", pointer(func(c *casebook.Case) **casebook.Facilitation { return &c.Facilitation }, facilitationBlock), optional, facilitator,
		Names{"Wat alleen de begeleider leest.", "What the facilitator alone reads."},
		"",
	},
	{
		"namen", "names", texts(func(c *casebook.Case) *[]casebook.Text { return &c.Names }), optional, private,
		Names{"De verzonnen namen die in de tekst voorkomen.", "The invented names that occur in the text."},
		"[Nadira, Samir]",
	},
	{
		"kenmerken", "traits", texts(func(c *casebook.Case) *[]casebook.Text { return &c.Traits }), optional, private,
		Names{"Wat het verhaal over de hoofdpersoon vertelt, in woorden uit de lijst van casusboek check --traits; daarmee schat casusboek hoeveel mensen erop passen.", "What the story tells of its main person, in words from the list of casusboek check --traits; with it casusboek estimates how many people fit."},
		"[gemeente-middel, vrouw, leeftijd-vijf, sloop]",
	},
	{
		"zeldzaam", "rare", list(func(c *casebook.Case) *[]casebook.Rare { return &c.Rare }, rareBlock), optional, private,
		Names{"Wat weinig mensen hebben en niet in die lijst staat.", "What few people have and that list does not."},
		"",
	},
	{
		"concept", "draft", yesNo(func(c *casebook.Case) *bool { return &c.Draft }), optional, private,
		Names{"Met ja wordt de casus nog niet gepubliceerd.", "With yes the case is not published yet."},
		"ja",
	},
}})

var roundBlock = newBlock("round", Names{"rondes", "rounds"}, block[casebook.Round]{
	place: func(r *casebook.Round, pos diag.Pos) { r.Pos = pos },
	fields: []field[casebook.Round]{
		{
			"naam", "name", text(func(r *casebook.Round) *casebook.Text { return &r.Name }), required, public,
			Names{"Hoe de ronde heet.", "What the round is called."},
			"Eerste indruk",
		},
		{
			"minuten", "minutes", number(func(r *casebook.Round) *int { return &r.Minutes }, nil), optional, public,
			Names{"Hoe lang de ronde duurt.", "How long the round takes."},
			"5",
		},
		{
			"inleiding", "intro", text(func(r *casebook.Round) *casebook.Text { return &r.Intro }), optional, public,
			Names{"Een of twee zinnen boven aan de pagina van de ronde.", "One or two sentences at the top of the round's page."},
			"De wijkconsulent opent het huurdossier.",
		},
		{
			"vragen", "questions", texts(func(r *casebook.Round) *[]casebook.Text { return &r.Questions }), optional, public,
			Names{"De vragen voor aan tafel.", "The questions for the table."},
			"[Wat is hier aan de hand?]",
		},
		{
			"keuzes", "choices", texts(func(r *casebook.Round) *[]casebook.Text { return &r.Choices }), optional, public,
			Names{"Waaruit deelnemers in deze ronde kiezen.", "What participants choose from in this round."},
			"[ingrijpen, praten, wachten, niets doen]",
		},
	},
})

var eventBlock = newBlock("event", Names{"gebeurtenissen", "events"}, block[casebook.Event]{
	place: func(e *casebook.Event, pos diag.Pos) { e.Pos = pos },
	label: eventLabel,
	lacks: map[string]diag.Rule{"ronde": diag.RoundMissing, "wanneer": diag.WhenMissing},
	after: checkEvent,
	fields: []field[casebook.Event]{
		{
			"id", "id", id(func(e *casebook.Event) *casebook.Text { return &e.ID }), optional, public,
			Names{"De korte naam waarmee andere gebeurtenissen ernaar verwijzen; zonder id wordt hij van de titel gemaakt.", "The short name by which other events refer to it; without one it is made from the title."},
			"sloop",
		},
		{
			"ronde", "round", number(func(e *casebook.Event) *int { return &e.Round }, func(e *casebook.Event) *diag.Pos { return &e.RoundAt }), required, public,
			Names{"De ronde waarin het feit bekend wordt.", "The round in which the fact becomes known."},
			"1",
		},
		{
			"wanneer", "when", when(func(e *casebook.Event) *casebook.When { return &e.When }), required, public,
			Names{"Wanneer het gebeurde: een leeftijd, een jaar van het verhaal, een datum, of hoe lang na een andere gebeurtenis.", "When it happened: an age, a year of the story, a date, or how long after another event."},
			"41 jaar",
		},
		{
			"titel", "title", text(func(e *casebook.Event) *casebook.Text { return &e.Title }), required, public,
			Names{"De titel op de kaart; 32 tekens passen het best.", "The title on the card; 32 characters fit best."},
			"Verhuisd uit een sloopwoning",
		},
		{
			"soort", "kind", choice(func(e *casebook.Event) *casebook.EventKind { return &e.Kind }, eventKinds), optional, public,
			Names{"Wat voor gebeurtenis het is; zonder soort een gewone.", "What kind of event it is; an ordinary one if not said."},
			"signaal",
		},
		{
			"domein", "domain", references(func(e *casebook.Event) *[]casebook.Ref[casebook.Domain] { return &e.Domains }), optional, public,
			Names{"Het levensdomein, of een lijst ervan.", "The life domain, or a list of them."},
			"wonen",
		},
		{
			"tekst", "text", prose(func(e *casebook.Event) *casebook.Prose { return &e.Text }, func(e *casebook.Event) string { return e.ID.V }), optional, public,
			Names{"De tekst op de kaart; ongeveer 240 tekens passen op A6.", "The text on the card; about 240 characters fit on A6."},
			"De nieuwe woning is **groter en duurder**.",
		},
		{
			"bron", "source", choice(func(e *casebook.Event) *casebook.Source { return &e.Source }, sources), optional, public,
			Names{"Van wie het feit komt.", "Whose account the fact is."},
			"dossier",
		},
		{
			"bekend_bij", "known_by", names(func(e *casebook.Event) *[]casebook.Text { return &e.KnownBy }), optional, public,
			Names{"Wie het toen al wist.", "Who knew it at the time."},
			"[corporatie]",
		},
		{
			"waarde", "change", pointer(func(e *casebook.Event) **casebook.Change { return &e.Change }, changeBlock), optional, public,
			Names{"Een bedrag of getal dat door de gebeurtenis veranderde.", "An amount or number that the event changed."},
			"{wat: huur, van: 520, naar: 690, eenheid: EUR/maand}",
		},
		{
			"leidt_tot", "leads_to", references(func(e *casebook.Event) *[]casebook.Ref[casebook.Event] { return &e.LeadsTo }), optional, public,
			Names{"De gebeurtenissen die eruit volgden.", "The events that followed from it."},
			"[huurschuld]",
		},
		{
			"opgepakt", "picked_up", pickedUp(), optional, public,
			Names{"Bij een signaal: of iemand er iets mee deed, of de id van het contact dat erop volgde.", "For a signal: whether somebody acted on it, or the id of the contact that answered it."},
			"nee",
		},
		{
			"gehouden", "held", choice(func(e *casebook.Event) *casebook.Tri { return &e.Held }, heldAnswers), optional, public,
			Names{"Bij een contact: of het gesprek er kwam.", "For a contact: whether the conversation took place."},
			"nee",
		},
	},
})

// pickedUp takes ja, nee or the id of a contact.
func pickedUp() value[casebook.Event] {
	answers := heldAnswers[:2]
	return value[casebook.Event]{Type{Name: "choice", Choices: namesOf(answers), Or: "reference"}, func(d *decoder, e *casebook.Event, n *yaml.Node, key string) {
		t, ok := d.scalar(n, key)
		if !ok {
			return
		}
		for _, a := range answers {
			if strings.EqualFold(t.V, a.nl) || strings.EqualFold(t.V, a.en) {
				e.PickedUp = a.value
				return
			}
		}
		e.PickedUp, e.AnsweredBy.ID = casebook.Yes, t
	}}
}

var changeBlock = newBlock("change", Names{"waarde", "change"}, block[casebook.Change]{fields: []field[casebook.Change]{
	{
		"wat", "what", text(func(c *casebook.Change) *casebook.Text { return &c.What }), required, public,
		Names{"Wat er veranderde.", "What changed."},
		"huur",
	},
	{
		"van", "from", text(func(c *casebook.Change) *casebook.Text { return &c.From }), optional, public,
		Names{"De waarde ervoor.", "The value before."},
		"520",
	},
	{
		"naar", "to", text(func(c *casebook.Change) *casebook.Text { return &c.To }), optional, public,
		Names{"De waarde erna.", "The value after."},
		"690",
	},
	{
		"eenheid", "unit", text(func(c *casebook.Change) *casebook.Text { return &c.Unit }), optional, public,
		Names{"De eenheid van beide.", "The unit of both."},
		"EUR/maand",
	},
}})

var tieBlock = newBlock("tie", Names{"netwerk", "network"}, block[casebook.Tie]{
	place: func(t *casebook.Tie, pos diag.Pos) { t.Pos = pos },
	fields: []field[casebook.Tie]{
		{
			"wie", "who", text(func(t *casebook.Tie) *casebook.Text { return &t.Who }), required, public,
			Names{"Wie het is, als rol.", "Who it is, as a role."},
			"zus",
		},
		{
			"kring", "circle", choice(func(t *casebook.Tie) *casebook.Circle { return &t.Circle }, circles), required, public,
			Names{"Hoe dichtbij iemand staat.", "How near somebody stands."},
			"familie",
		},
		{
			"band", "bond", choice(func(t *casebook.Tie) *casebook.Bond { return &t.Bond }, bonds), optional, public,
			Names{"Hoe de band is; zonder band gewoon.", "How the tie is; ordinary if not said."},
			"sterk",
		},
		{
			"steun", "support", choices(func(t *casebook.Tie) *[]casebook.Support { return &t.Support }, supports), optional, public,
			Names{"Wat iemand geeft.", "What somebody gives."},
			"[praktisch, emotioneel]",
		},
		{
			"ronde", "round", number(func(t *casebook.Tie) *int { return &t.Round }, nil), optional, public,
			Names{"De ronde waarin dit bekend wordt; zonder ronde vanaf het begin.", "The round in which this becomes known; from the start if not said."},
			"2",
		},
	},
})

var dilemmaBlock = newBlock("dilemma", Names{"dilemmas", "dilemmas"}, block[casebook.Dilemma]{
	place: func(l *casebook.Dilemma, pos diag.Pos) { l.Pos = pos },
	fields: []field[casebook.Dilemma]{
		{
			"vraag", "question", text(func(l *casebook.Dilemma) *casebook.Text { return &l.Question }), required, public,
			Names{"De vraag van het dilemma.", "The question of the dilemma."},
			"Wel of niet helpen?",
		},
		{
			"ronde", "round", number(func(l *casebook.Dilemma) *int { return &l.Round }, nil), optional, public,
			Names{"De ronde waarin het op tafel komt; zonder ronde meteen.", "The round in which it is put on the table; at once if not said."},
			"3",
		},
		{
			"opties", "options", list(func(l *casebook.Dilemma) *[]casebook.Option { return &l.Options }, optionBlock), optional, public,
			Names{"De uitwegen, elk met voor en tegen.", "The ways out, each with what speaks for and against."},
			"",
		},
	},
})

var optionBlock = newBlock("option", Names{"opties", "options"}, block[casebook.Option]{fields: []field[casebook.Option]{
	{
		"tekst", "text", text(func(o *casebook.Option) *casebook.Text { return &o.Text }), required, public,
		Names{"Wat u kunt doen.", "What you could do."},
		"Nu bellen",
	},
	{
		"voor", "for", text(func(o *casebook.Option) *casebook.Text { return &o.For }), optional, public,
		Names{"Wat ervoor spreekt.", "What speaks for it."},
		"Ze weet dat er iemand kijkt.",
	},
	{
		"tegen", "against", text(func(o *casebook.Option) *casebook.Text { return &o.Against }), optional, public,
		Names{"Wat ertegen spreekt.", "What speaks against it."},
		"Ze heeft er niet om gevraagd.",
	},
}})

var facilitationBlock = newBlock("facilitation", Names{"begeleiding", "facilitation"}, block[casebook.Facilitation]{
	place: func(f *casebook.Facilitation, pos diag.Pos) { f.Pos = pos },
	fields: []field[casebook.Facilitation]{
		{
			"afloop", "outcome", text(func(f *casebook.Facilitation) *casebook.Text { return &f.Outcome }), optional, facilitator,
			Names{"Hoe het verder ging.", "How it went on."},
			"Een jaar later woont ze er nog.",
		},
		{
			"inzichten", "insights", texts(func(f *casebook.Facilitation) *[]casebook.Text { return &f.Insights }), optional, facilitator,
			Names{"Wat een groep eruit kan halen.", "What a group can get out of it."},
			"[Niemand zag alles]",
		},
		{
			"valkuilen", "pitfalls", texts(func(f *casebook.Facilitation) *[]casebook.Text { return &f.Pitfalls }), optional, facilitator,
			Names{"Waar het gesprek vaak vastloopt.", "Where the talk often gets stuck."},
			"[Te snel een oplossing zoeken]",
		},
		{
			"rondes", "rounds", texts(func(f *casebook.Facilitation) *[]casebook.Text { return &f.Rounds }), optional, facilitator,
			Names{"Een opmerking per ronde, in hun volgorde.", "A remark per round, in their order."},
			"[Laat de stilte duren]",
		},
		{
			"nabespreking", "debrief", texts(func(f *casebook.Facilitation) *[]casebook.Text { return &f.Debrief }), optional, facilitator,
			Names{"Vragen voor het slot.", "Questions for the end."},
			"[Wat doet u maandag anders?]",
		},
	},
})
