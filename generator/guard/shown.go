package guard

import (
	"slices"

	"casusboek/generator/casebook"
)

// showAsAsked reduces every participant to what he or she chose to show (weergave), in every edition: a name shows everything, a role only the
// role, an organisation only the organisation, and nobody can be found through a list that names less. An organisation that is known from hidden
// participants alone disappears.
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
	dropUnused(book)
}

// dropUnused takes out the organisations without a file that nothing names any more, with every way to them.
func dropUnused(book *casebook.Book) {
	gone := map[*casebook.Organisation]bool{}
	goneDocs := map[*casebook.Doc]bool{}
	for _, o := range book.Organisations {
		if o.Implied && len(o.Reflections) == 0 && len(o.Sessions) == 0 {
			gone[o], goneDocs[&o.Doc] = true, true
		}
	}
	if len(gone) == 0 {
		return
	}
	isGone := func(o *casebook.Organisation) bool { return gone[o] }
	book.Organisations = slices.DeleteFunc(book.Organisations, isGone)
	for i, o := range book.Organisations {
		if gone[o.Successor.To] {
			o.Successor = casebook.Ref[casebook.Organisation]{}
		}
		o.Predecessors = slices.DeleteFunc(o.Predecessors, isGone)
		o.Prev, o.Next = nil, nil
		if i > 0 {
			o.Prev, book.Organisations[i-1].Next = book.Organisations[i-1], o
		}
	}
	unlink(book, goneDocs)
}

// unlink makes links to documents that are gone ordinary text.
func unlink(book *casebook.Book, gone map[*casebook.Doc]bool) {
	each := func(p casebook.Prose) {
		for _, part := range p.Parts {
			if l := part.Link; l != nil && gone[l.Doc] {
				l.Doc, l.Title, l.Written, l.Anchor = nil, "", "", ""
			}
		}
	}
	for _, d := range documents(book) {
		each(d.Body)
	}
	for _, c := range book.Cases {
		for _, e := range c.Events {
			each(e.Text)
		}
	}
}
