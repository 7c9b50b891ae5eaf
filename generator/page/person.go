package page

import (
	"strings"

	"casusboek/generator/casebook"
)

// Person is a participant as they consented to be shown (weergave): by name, then with role and organisation; or by one
// of these two alone. It is made here and nowhere else, so that no page shows more.
type Person struct {
	Name         string // or the words for nobody, or for somebody of an organisation
	Role         string
	Organisation *Link // without address on pages where a link would be one too many
}

// PersonOf is who said a reflection, as far as that may be known.
func PersonOf(p *Page, r *casebook.Reflection) Person {
	v := Person{Name: p.T("page.person.unnamed")}
	named := r.Display == casebook.ShowName
	if (named || r.Display == casebook.ShowOrganisation) && r.Organisation.To != nil {
		v.Organisation = &Link{Href: p.Href(r.Organisation.To), Text: r.Organisation.To.Title.V}
	}
	if named || r.Display == casebook.ShowRole {
		v.Role = r.Role.V
	}
	if named && !r.Participant.IsZero() {
		v.Name = r.Participant.Name()
	}
	return v
}

// Line is the person on one line: role and organisation.
func (v Person) Line() string {
	var parts []string
	if v.Role != "" {
		parts = append(parts, v.Role)
	}
	if v.Organisation != nil {
		parts = append(parts, v.Organisation.Text)
	}
	return strings.Join(parts, ", ")
}
