package resolve

import (
	"slices"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// missing reports a field that names a document that is not there. near is what was meant, "" when that is not known.
func (r *resolver) missing(file string, written casebook.Text, near string) {
	r.reportNear(diag.RefMissing, "", written, near, "file", file)
}

// refer points a reference at its document, or reports it.
func refer[T any](r *resolver, s *shelf[T], ref *casebook.Ref[T]) {
	if ref.ID.IsZero() {
		return
	}
	if ref.To = s.find(ref.ID.V); ref.To == nil {
		r.missing(s.file(casebook.Slug(ref.ID.V)), ref.ID, nearest(r, s, ref.ID.V))
	}
}

func referAll[T any](r *resolver, s *shelf[T], refs []casebook.Ref[T]) []casebook.Ref[T] {
	for i := range refs {
		refer(r, s, &refs[i])
	}
	return once(refs)
}

// referOther is refer for what cannot be the document itself.
func referOther[T any](r *resolver, s *shelf[T], ref *casebook.Ref[T], self *T) {
	if refer(r, s, ref); ref.To == self {
		r.problems.Add(diag.RefSelf, ref.ID.Pos, "id", ref.ID.V)
		*ref = casebook.Ref[T]{}
	}
}

// once leaves out what is named a second time, if by another name.
func once[T any](refs []casebook.Ref[T]) []casebook.Ref[T] {
	seen := make(map[*T]bool, len(refs))
	return slices.DeleteFunc(refs, func(ref casebook.Ref[T]) bool {
		again := ref.To != nil && seen[ref.To]
		seen[ref.To] = true
		return again
	})
}

// resolveReferences resolves the fields that name other documents, events apart.
func (r *resolver) resolveReferences() {
	for document := range r.book.Documents() {
		r.resolveReferencesOf(document)
	}
}

func (r *resolver) resolveReferencesOf(document casebook.Document) {
	switch d := document.(type) {
	case *casebook.Reflection:
		if given := d.Consent.Given; given.After(r.options.Today) && !r.options.Today.IsZero() {
			r.problems.AddVariant(diag.ConsentDates, "future", given.Pos)
		}
		refer(r, r.sessions, &d.Session)
		referOther(r, r.reflections, &d.RepliesTo, d)
		d.Cases = referAll(r, r.cases, d.Cases)
	case *casebook.Session:
		d.Cases = referAll(r, r.cases, d.Cases)
		d.Order = referAll(r, r.reflections, d.Order)
		for i := range d.Groups {
			refer(r, r.cases, &d.Groups[i].Case)
		}
		d.OrganisedBy = r.organisations.find(d.Organiser.V)
	case *casebook.Theme:
		for i := range d.SeeAlso {
			referOther(r, r.themes, &d.SeeAlso[i], d)
		}
		d.SeeAlso = once(d.SeeAlso)
	case *casebook.Organisation:
		referOther(r, r.organisations, &d.Successor, d)
	case *casebook.Site:
		r.resolveMenu()
	}
}

// lists are the fixed entries of a menu in Dutch and English.
var lists = [][2]string{
	{"casussen", "cases"},
	{"reflecties", "reflections"},
	{"sessies", "sessions"},
	{"themas", "themes"},
	{"organisaties", "organisations"},
	{"signalen", "signals"},
}

// resolveMenu gives every entry of the menu the English name of its list, or the id of its page.
func (r *resolver) resolveMenu() {
	known := r.pages.ids
	names := map[string]string{}
	for _, list := range lists {
		names[list[0]], names[list[1]] = list[1], list[1]
		known = append(known[:len(known):len(known)], r.inLanguage(list))
	}
	menu := r.book.Site.Menu
	for i, entry := range menu {
		if name := names[casebook.Slug(entry.V)]; name != "" {
			menu[i].V = name
		} else if page := r.pages.find(entry.V); page != nil {
			menu[i].V = page.ID
		} else {
			r.missing(r.pages.file(casebook.Slug(entry.V)), entry, r.suggest(entry.V, known))
		}
	}
}
