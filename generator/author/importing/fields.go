package importing

import (
	"regexp"
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/read/parse"
)

// Field is what a column can become.
type Field struct {
	ID    string      // by which Mapping.Value gives it: its English name
	Names parse.Names // as a mapping calls it
	Many  bool        // of several columns together
	heads []string    // the questions that ask for it, folded; the likelier first
	cue   *regexp.Regexp
	not   *regexp.Regexp // what a question that the cue takes may not hold
}

func (f Field) in(english bool) string {
	if english {
		return f.Names.EN
	}
	return f.Names.NL
}

func words(lines string) []string {
	var all []string
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, fold(line))
		}
	}
	return all
}

var (
	numbered = regexp.MustCompile(`^(vraag-|question-|q)?\d+-`)
	pronoun  = regexp.MustCompile(`\b(uw|je|jouw|jij|jullie)\b`)
	verb     = strings.NewReplacer("heeft-u", "heb-u", "t-u-", "-u-")
)

// fold evens out what makes no other question: capitals, accents, signs, a number in front, and how the reader is addressed (werk je, werkt u).
func fold(question string) string {
	slug := numbered.ReplaceAllString(casebook.Slug(question), "")
	return strings.Trim(verb.Replace(pronoun.ReplaceAllString(slug, "u")+"-"), "-")
}

// ReflectionFields are the fields of a reflection that a form can ask for, and what it notes by itself.
var ReflectionFields = []Field{
	{ID: "headline", Names: parse.Names{NL: "kop", EN: "headline"}, heads: words("kop\ntitel\nheadline\ntitle")},
	{ID: "participant", Names: parse.Names{NL: "deelnemer", EN: "participant"}, heads: words(`
		wat is uw naam?
		wat is uw volledige naam?
		wat is uw voor- en achternaam?
		uw naam
		volledige naam
		voor- en achternaam
		voornaam en achternaam
		what is your name?
		your name
		full name
		first and last name
		deelnemer
		participant
		naam
		name`)},
	{ID: "first_name", Names: parse.Names{NL: "voornaam", EN: "first_name"}, heads: words("voornaam\nuw voornaam\nwat is uw voornaam?\nfirst name\nyour first name\nwhat is your first name?")},
	{ID: "infix", Names: parse.Names{NL: "tussenvoegsel", EN: "infix"}, heads: words("tussenvoegsel\ntussenvoegsels\ninfix")},
	{ID: "last_name", Names: parse.Names{NL: "achternaam", EN: "last_name"}, heads: words("achternaam\nuw achternaam\nwat is uw achternaam?\nlast name\nsurname\nyour last name\nwhat is your last name?")},
	{ID: "role", Names: parse.Names{NL: "functie", EN: "role"}, heads: words(`
		functie
		wat is uw functie?
		uw functie
		in welke functie werkt u?
		beroep
		wat is uw beroep?
		rol
		wat is uw rol?
		role
		your role
		what is your role?
		job title
		what is your job title?
		position`)},
	{ID: "organisation", Names: parse.Names{NL: "organisatie", EN: "organisation"}, heads: words(`
		organisatie
		wat is uw organisatie?
		uw organisatie
		bij welke organisatie werkt u?
		voor welke organisatie werkt u?
		naam organisatie
		waar werkt u?
		werkgever
		organisation
		organization
		your organisation
		your organization
		what is your organisation?
		what is your organization?
		where do you work?
		employer`)},
	{
		ID: "consent", Names: parse.Names{NL: "toestemming", EN: "consent"}, heads: words(`
		toestemming
		toestemming publicatie
		toestemming voor publicatie
		consent
		consent to publish
		permission to publish`),
		cue: regexp.MustCompile(`\b(mag|mogen|toestemming|akkoord|may|can|consent|permission|agree)\b.*\b(site|website|casusboek|casebook|online|internet|publiceren|publicatie|gepubliceerd|plaatsen|geplaatst|publish|published|publication)\b`),
		not: regexp.MustCompile(`\b(naam|name|genoemd|named|hoe|how|bezwaar|niet|geen|object|objection|objections|not|foto|fotos|photo|photos|nieuwsbrief|newsletter|gegevens|data)\b`),
	},
	{
		ID: "display", Names: parse.Names{NL: "weergave", EN: "display"}, heads: words("weergave\nnaamsvermelding\ndisplay"),
		cue: regexp.MustCompile(`^(hoe|how)\b.*\b(genoemd|noemen|vermeld|vermelden|weergegeven|naam|named|name|shown|credited|mentioned)\b`),
	},
	{ID: "time", Names: parse.Names{NL: "tijdstip", EN: "time"}, heads: words(`
		tijdstempel
		timestamp
		completion time
		tijd van voltooien
		tijdstip van voltooien
		voltooiingstijd
		start time
		begintijd
		starttijd
		submitted at
		date submitted
		ingediend op
		ingevuld op
		tijdstip
		datum
		date
		time`)},
	{ID: "session", Names: parse.Names{NL: "sessie", EN: "session"}, heads: words("sessie\nwelke sessie?\nbij welke sessie was u?\nsession\nwhich session?")},
	{ID: "cases", Names: parse.Names{NL: "casussen", EN: "cases"}, heads: words("casus\ncasussen\nwelke casus?\nwelke casus heeft u besproken?\nover welke casus gaat uw reactie?\ncase\ncases\nwhich case?")},
	{ID: "themes", Names: parse.Names{NL: "themas", EN: "themes"}, heads: words("thema\nthema's\ntheme\nthemes")},
	{ID: "first_impression", Names: parse.Names{NL: "eerste_indruk", EN: "first_impression"}, heads: words(`
		eerste indruk
		uw eerste indruk
		wat was uw eerste indruk?
		wat dacht u eerst?
		first impression
		your first impression
		what was your first impression?`)},
	{ID: "later_judgement", Names: parse.Names{NL: "later_oordeel", EN: "later_judgement"}, heads: words(`
		later oordeel
		wat denkt u nu?
		wat dacht u aan het eind?
		hoe denkt u er nu over?
		later judgement
		later judgment
		what do you think now?`)},
	{ID: "advice", Names: parse.Names{NL: "advies", EN: "advice"}, heads: words(`
		advies
		uw advies
		wat is uw advies?
		wat geeft u anderen mee?
		wat zou u anderen willen meegeven?
		advice
		your advice
		what is your advice?`)},
	{
		ID: "text", Names: parse.Names{NL: "tekst", EN: "text"}, Many: true, heads: words(`
		tekst
		reactie
		uw reactie
		wat is uw reactie?
		reflectie
		uw reflectie
		wat viel u op?
		wat neemt u mee?
		wat heeft u geraakt?
		text
		quote
		citaat
		reflection
		your reflection
		response
		your response
		what struck you?
		what do you take away?`),
		cue: regexp.MustCompile(`\b(reactie|reflectie|viel-u|neem-u|raakte-u|reflection|response|struck-you|take-away)\b`),
		not: regexp.MustCompile(`\b(mag|mogen|toestemming|may|can|consent|naam|name)\b`),
	},
}

// EventFields are the fields of an event, for a sheet with a row for each.
var EventFields = []Field{
	{ID: "id", Names: parse.Names{NL: "id", EN: "id"}, heads: words("id")},
	{ID: "round", Names: parse.Names{NL: "ronde", EN: "round"}, heads: words("ronde\nround")},
	{ID: "when", Names: parse.Names{NL: "wanneer", EN: "when"}, heads: words("wanneer\nwhen\ntijd\nleeftijd\ndatum\nage\ndate")},
	{ID: "title", Names: parse.Names{NL: "titel", EN: "title"}, heads: words("titel\ntitle\ngebeurtenis\nevent\nkaart\ncard")},
	{ID: "kind", Names: parse.Names{NL: "soort", EN: "kind"}, heads: words("soort\nkind\ntype")},
	{ID: "domain", Names: parse.Names{NL: "domein", EN: "domain"}, heads: words("domein\ndomeinen\nlevensdomein\ndomain\ndomains\nlife domain")},
	{ID: "text", Names: parse.Names{NL: "tekst", EN: "text"}, heads: words("tekst\ntext\nbeschrijving\nomschrijving\ndescription")},
	{ID: "source", Names: parse.Names{NL: "bron", EN: "source"}, heads: words("bron\nsource")},
	{ID: "known_by", Names: parse.Names{NL: "bekend_bij", EN: "known_by"}, heads: words("bekend bij\nwie wist dit?\nknown by\nwho knew?")},
	{ID: "leads_to", Names: parse.Names{NL: "leidt_tot", EN: "leads_to"}, heads: words("leidt tot\ngevolg\ngevolgen\nleads to\nconsequences")},
	{ID: "picked_up", Names: parse.Names{NL: "opgepakt", EN: "picked_up"}, heads: words("opgepakt\npicked up")},
	{ID: "held", Names: parse.Names{NL: "gehouden", EN: "held"}, heads: words("gehouden\nheld")},
}

// objects takes a question to which yes is no consent.
var objects = regexp.MustCompile(`\b(bezwaar|bezwaren|niet|geen|liever|object|objection|objections|not|dont|opt-out)\b`)

// asksForConsent reports whether yes to a question can be consent at all.
func asksForConsent(question string) bool { return !objects.MatchString(fold(question)) }

// rank tells how surely a question asks for a field: 0 is surest, -1 not at all.
func (f Field) rank(question string) int {
	folded := fold(question)
	if i := slices.Index(f.heads, folded); i >= 0 {
		return i
	}
	if f.cue != nil && f.cue.MatchString(folded) && (f.not == nil || !f.not.MatchString(folded)) {
		return len(f.heads)
	}
	return -1
}
