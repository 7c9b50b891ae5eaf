package resolve

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// prefixes are the kinds in wiki links, in Dutch and English.
var prefixes = map[casebook.Kind][2]string{
	casebook.KindCase:         {"casus", "case"},
	casebook.KindReflection:   {"reflectie", "reflection"},
	casebook.KindSession:      {"sessie", "session"},
	casebook.KindTheme:        {"thema", "theme"},
	casebook.KindOrganisation: {"organisatie", "organisation"},
	casebook.KindPage:         {"pagina", "page"},
}

// kinds are the kinds that a wiki link can lead to, in the order in which they are tried.
var kinds = []casebook.Kind{
	casebook.KindCase, casebook.KindReflection, casebook.KindSession,
	casebook.KindTheme, casebook.KindOrganisation, casebook.KindPage,
}

// wikiTarget finds the target of a wiki link: [[nadira]], [[nadira#sloop]], [[thema:zelfregie]], or [[#sloop]] in the document itself.
// Without a prefix a case goes first, then any other kind, if only one has such a document.
func (r *resolver) wikiTarget(p casebook.Passage, l *casebook.Link) target {
	name, fragment, _ := strings.Cut(l.Written, "#")
	name, fragment = strings.TrimSpace(name), strings.TrimSpace(fragment)
	if name == "" && fragment != "" {
		return target{p.In, fragment}
	}
	if prefix, rest, ok := strings.Cut(name, ":"); ok {
		if kind, known := kindOf(prefix); known {
			return target{r.wikiOfKind(kind, prefix, strings.TrimSpace(rest), l), fragment}
		}
	}
	if c := r.cases.find(name); c != nil {
		return target{c, fragment}
	}
	var hits []casebook.Document
	for _, kind := range kinds[1:] {
		if d := r.find(kind, name); d != nil {
			hits = append(hits, d)
		}
	}
	if filed := slices.DeleteFunc(slices.Clone(hits), r.hasNoFile); len(filed) > 0 {
		hits = filed // a theme that is only named somewhere does not compete with what somebody wrote
	}
	switch len(hits) {
	case 0:
		r.reportNear(diag.LinkMissing, "", casebook.Text{V: name, Pos: l.Pos}, r.nearestOfAll(name))
		return target{}
	case 1:
		return target{hits[0], fragment}
	}
	a, b := hits[0].Document(), hits[1].Document()
	r.problems.Add(diag.LinkAmbiguous, l.Pos, "id", name, "place", r.placeOf(a).String(), "place2", r.placeOf(b).String(),
		"write", r.inLanguage(prefixes[a.Kind])+":"+name, "write2", r.inLanguage(prefixes[b.Kind])+":"+name)
	return target{}
}

func (r *resolver) hasNoFile(d casebook.Document) bool { return d.Document().Pos.File == "" }

// placeOf is a document's file, or where one without a file is named first.
func (r *resolver) placeOf(d *casebook.Doc) diag.Pos {
	if pos, implied := r.implied[d]; implied {
		return pos
	}
	return d.Pos
}

// wikiOfKind finds a document of the kind that the prefix names.
func (r *resolver) wikiOfKind(kind casebook.Kind, prefix, id string, l *casebook.Link) casebook.Document {
	if d := r.find(kind, id); d != nil {
		return d
	}
	near := r.nearestOf(kind, id)
	if near != "" {
		near = prefix + ":" + near
	}
	r.reportNear(diag.LinkMissing, "", casebook.Text{V: prefix + ":" + id, Pos: l.Pos}, near)
	return nil
}

func kindOf(prefix string) (casebook.Kind, bool) {
	prefix = casebook.Slug(prefix)
	for _, kind := range kinds {
		if pair := prefixes[kind]; pair[0] == prefix || pair[1] == prefix {
			return kind, true
		}
	}
	return 0, false
}

// find gives the document of a kind by its id or name; nil when there is none.
func (r *resolver) find(kind casebook.Kind, written string) casebook.Document {
	switch kind {
	case casebook.KindCase:
		return orNil(r.cases.find(written))
	case casebook.KindReflection:
		return orNil(r.reflections.find(written))
	case casebook.KindSession:
		return orNil(r.sessions.find(written))
	case casebook.KindTheme:
		return orNil(r.themes.find(written))
	case casebook.KindOrganisation:
		return orNil(r.organisations.find(written))
	}
	return orNil(r.pages.find(written))
}

// orNil keeps a nil pointer from becoming an interface that is not nil.
func orNil[T any](document *T) casebook.Document {
	if document == nil {
		return nil
	}
	return any(document).(casebook.Document)
}

// nearestOf gives the id of the document of a kind that was most likely meant; "" when none is near.
func (r *resolver) nearestOf(kind casebook.Kind, written string) string {
	switch kind {
	case casebook.KindCase:
		return nearest(r, r.cases, written)
	case casebook.KindReflection:
		return nearest(r, r.reflections, written)
	case casebook.KindSession:
		return nearest(r, r.sessions, written)
	case casebook.KindTheme:
		return nearest(r, r.themes, written)
	case casebook.KindOrganisation:
		return nearest(r, r.organisations, written)
	}
	return nearest(r, r.pages, written)
}

// nearestOfAll is what to write instead of a name that no document has: a case's id, or a prefix and an id of another kind.
func (r *resolver) nearestOfAll(name string) string {
	for _, kind := range kinds {
		if near := r.nearestOf(kind, name); near != "" {
			if kind == casebook.KindCase {
				return near
			}
			return r.inLanguage(prefixes[kind]) + ":" + near
		}
	}
	return ""
}
