package importing

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
)

// The words of which a yes is made, and nothing else: one word more, such as maar, niet or mits, and it is no yes.
var (
	yes   = strings.Fields("ja yes akkoord toestemming agree consent true waar")
	meant = strings.Fields(`ik u dat dit het de een mag mogen mijn reactie bijdrage antwoord tekst op in van met naam functie organisatie site website casusboek online worden wordt is goed prima graag hoor zeker natuurlijk uiteraard ga geef hiermee
		daarmee voor publicatie gepubliceerd publiceren geplaatst plaatsen staan
		i you that this the a my may can be response answer text on in of with name role organisation site website casebook online sure of course please fine to it give permission publish published publication`)
	unnamed = strings.Fields("anoniem anonymous anonymously zonder without")
)

// folded is an answer as small words without signs or accents.
func folded(answer string) []string {
	return strings.FieldsFunc(casebook.Slug(answer), func(r rune) bool { return r == '-' })
}

// consents reports whether an answer says yes and nothing else, but for: yes, without my name. What is empty or unclear is no consent.
func consents(answer string) (consent, anonymous bool) {
	for _, word := range folded(answer) {
		switch {
		case slices.Contains(yes, word):
			consent = true
		case slices.Contains(unnamed, word):
			anonymous = true
		case !slices.Contains(meant, word):
			return false, false
		}
	}
	return consent, anonymous
}

// around are words of an answer about names that change nothing.
var around = strings.Fields("met mijn graag alleen als op bij de het en site website ik wil wilt genoemd worden vermeld voor volledige with my by only as on the and site website i want to be named shown full please")

// display understands how somebody wants to be shown. What it does not is anonymous, and ok is false. An empty answer is one that was understood.
func display(answer string) (show casebook.Display, ok bool) {
	name, role, organisation := false, false, false
	for _, word := range folded(answer) {
		switch {
		case word == "naam" || word == "name" || word == "achternaam":
			name = true
		case word == "functie" || word == "role":
			role = true
		case word == "organisatie" || word == "organisation" || word == "organization":
			organisation = true
		case slices.Contains(unnamed, word):
			return casebook.ShowAnonymous, true
		case word == "voornaam" && slices.Contains(folded(answer), "achternaam"):
		case !slices.Contains(around, word):
			return casebook.ShowAnonymous, false
		}
	}
	switch {
	case name:
		return casebook.ShowName, true
	case role:
		return casebook.ShowRole, true
	case organisation:
		return casebook.ShowOrganisation, true
	}
	return casebook.ShowAnonymous, strings.TrimSpace(answer) == ""
}
