package guard

import (
	"slices"

	"casusboek/generator/casebook"
)

// showAsAsked reduces every participant to what he or she chose to show (weergave), in every edition: a name shows everything, a role only the
// role, an organisation only the organisation, and nobody can be found through a list that names less. Link has left out
// the organisations that are known from hidden participants alone.
func showAsAsked(book *casebook.Book) {
	for _, reflection := range book.Reflections {
		show := reflection.Display
		if show != casebook.ShowName {
			reflection.Participant = casebook.Person{}
		}
		if show != casebook.ShowName && show != casebook.ShowRole {
			reflection.Role = casebook.Text{}
		}
		if show != casebook.ShowName && show != casebook.ShowOrganisation {
			reflection.Organisation = casebook.Ref[casebook.Organisation]{}
		}
	}
	for _, o := range book.Organisations {
		o.Reflections = slices.DeleteFunc(o.Reflections, func(r *casebook.Reflection) bool { return r.Organisation.To != o })
	}
}
