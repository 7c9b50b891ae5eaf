package link

import (
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// missing reports a field that names a document that is not there.
func (r *resolver) missing(file string, written casebook.Text, ids []string) {
	r.report(diag.RefMissing, "", written, ids, "file", file)
}

// refer points a reference at its document, or reports it.
func refer[T any](r *resolver, s *shelf[T], ref *casebook.Ref[T]) {
	if ref.ID.IsZero() {
		return
	}
	if ref.To = s.find(ref.ID.V); ref.To == nil {
		r.missing(s.file(casebook.Slug(ref.ID.V)), ref.ID, s.ids)
	}
}

func referAll[T any](r *resolver, s *shelf[T], refs []casebook.Ref[T]) {
	for i := range refs {
		refer(r, s, &refs[i])
	}
}

// resolveReferences resolves the fields that name other documents, events apart.
func (r *resolver) resolveReferences() {
	for _, reflection := range r.book.Reflections {
		refer(r, r.sessions, &reflection.Session)
		refer(r, r.reflections, &reflection.RepliesTo)
		referAll(r, r.cases, reflection.Cases)
	}
	for _, s := range r.book.Sessions {
		referAll(r, r.cases, s.Cases)
		referAll(r, r.reflections, s.Order)
		for i := range s.Groups {
			refer(r, r.cases, &s.Groups[i].Case)
		}
		s.OrganisedBy = r.organisations.find(s.Organiser.V)
	}
	for _, t := range r.book.Themes {
		referAll(r, r.themes, t.SeeAlso)
	}
	for _, o := range r.book.Organisations {
		refer(r, r.organisations, &o.Successor)
	}
	r.resolveMenu()
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
			r.missing(r.pages.file(casebook.Slug(entry.V)), entry, known)
		}
	}
}
