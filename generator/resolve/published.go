package resolve

import (
	"slices"

	"casusboek/generator/casebook"
)

// dropUnpublished leaves only what is published: documents, references to them, votes on them and pictures that only they show. Links in
// linkProse were never pointed at the rest.
func (r *resolver) dropUnpublished() {
	r.dropPictures()
	b := r.book
	for document := range b.Documents() {
		r.dropFrom(document)
	}
	b.Cases = published(r, b.Cases)
	b.Reflections = published(r, b.Reflections)
	b.Themes = published(r, b.Themes)
	b.Organisations = published(r, b.Organisations)
}

// dropFrom takes out of one document what names another that is not published.
func (r *resolver) dropFrom(document casebook.Document) {
	switch d := document.(type) {
	case *casebook.Reflection:
		keepOne(&d.Organisation, r.hidden)
		keepOne(&d.Session, r.hidden)
		keepOne(&d.RepliesTo, r.hidden)
		d.Cases = keep(d.Cases, r.hidden)
		d.Themes = keep(d.Themes, r.hidden)
		if card := d.TurningCard.To; card == nil || r.hidden[&card.Case.Doc] {
			d.TurningCard = casebook.Ref[casebook.Event]{}
		}
	case *casebook.Case:
		d.Themes = keep(d.Themes, r.hidden)
	case *casebook.Session:
		r.dropFromSession(d)
	case *casebook.Theme:
		d.SeeAlso = keep(d.SeeAlso, r.hidden)
	case *casebook.Organisation:
		keepOne(&d.Successor, r.hidden)
	}
}

func (r *resolver) dropFromSession(s *casebook.Session) {
	s.Tallies = slices.DeleteFunc(s.Tallies, func(tally casebook.Tally) bool {
		group := groupOf(s, tally.Group)
		return group != nil && group.Case.To != nil && r.hidden[&group.Case.To.Doc]
	})
	for i := range s.Groups {
		keepOne(&s.Groups[i].Case, r.hidden)
	}
	s.Cases = keep(s.Cases, r.hidden)
	s.Order = keep(s.Order, r.hidden)
	if s.OrganisedBy != nil && r.hidden[&s.OrganisedBy.Doc] {
		s.OrganisedBy = nil
	}
}

// dropPictures leaves out pictures that nothing published shows: what lies in the folder besides may have been put there by mistake, and its name is an address too.
func (r *resolver) dropPictures() {
	if len(r.book.Images) == 0 {
		return
	}
	shown := map[string]bool{}
	for document := range r.book.Documents() {
		if r.hidden[document.Document()] {
			continue
		}
		for _, p := range casebook.Passages(document) {
			for _, part := range p.Prose.Parts {
				if part.Image != nil {
					shown[part.Image.Path] = true
				}
			}
		}
	}
	r.book.Images = slices.DeleteFunc(r.book.Images, func(image casebook.Image) bool {
		return !shown[image.Path] && (r.options.Shown == nil || !r.options.Shown(image.Path))
	})
}

// published gives the documents that are published.
func published[T any](r *resolver, documents []*T) []*T {
	return slices.DeleteFunc(documents, func(document *T) bool { return r.hidden[docOf(document)] })
}

// keep drops the references without a target, or with a hidden one.
func keep[T any](refs []casebook.Ref[T], hidden map[*casebook.Doc]bool) []casebook.Ref[T] {
	return slices.DeleteFunc(refs, func(ref casebook.Ref[T]) bool { return ref.To == nil || hidden != nil && hidden[docOf(ref.To)] })
}

// keepOne empties a reference without a target, or with a hidden one: its id alone would be a trace.
func keepOne[T any](ref *casebook.Ref[T], hidden map[*casebook.Doc]bool) {
	if ref.To == nil || hidden[docOf(ref.To)] {
		*ref = casebook.Ref[T]{}
	}
}
