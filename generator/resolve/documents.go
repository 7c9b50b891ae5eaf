package resolve

import (
	"cmp"
	"path"
	"slices"

	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// shelf holds all documents of one kind, published or not.
type shelf[T any] struct {
	kind   casebook.Kind
	folder string            // where their files stand: content/casussen
	byID   map[string]*T     // the first in canonical order, where an id is used twice
	named  map[string]*T     // by slug of title and synonyms, where documents may be named so
	ids    []string          // sorted
	titled map[string]string // the id behind the slug of a title; "" where several have it
}

// find gives the document with an id or name as an author wrote it, nil when there is none.
func (s *shelf[T]) find(written string) *T {
	if found := s.byID[written]; found != nil {
		return found
	}
	key := casebook.Slug(written)
	if found := s.byID[key]; found != nil {
		return found
	}
	return s.named[key]
}

// file is where a document with this id would stand.
func (s *shelf[T]) file(id string) string { return s.folder + "/" + id + ".md" }

// sortCanonical puts documents in an order that does not depend on how they were read.
func sortCanonical[T any](documents []*T) {
	slices.SortStableFunc(documents, func(a, b *T) int {
		x, y := docOf(a), docOf(b)
		return cmp.Or(cmp.Compare(x.ID, y.ID), x.Pos.Compare(y.Pos))
	})
}

// nearest gives the id of the document that was most likely meant: the one of that title, or of an id that is spelt nearly so.
func nearest[T any](r *resolver, s *shelf[T], written string) string {
	if slug := casebook.Slug(written); slug != "" && s.titled[slug] != "" {
		return s.titled[slug]
	}
	return r.suggest(written, s.ids)
}

func docOf[T any](document *T) *casebook.Doc { return any(document).(casebook.Document).Document() }

// folders are the folders of the kinds in Dutch and English. The prefixes of wiki links are their singulars.
var folders = map[casebook.Kind][2]string{
	casebook.KindCase:         {"casussen", "cases"},
	casebook.KindReflection:   {"reflecties", "reflections"},
	casebook.KindSession:      {"sessies", "sessions"},
	casebook.KindTheme:        {"themas", "themes"},
	casebook.KindOrganisation: {"organisaties", "organisations"},
	casebook.KindPage:         {"paginas", "pages"},
}

// inLanguage chooses the Dutch or the English of a pair by the site's language.
func (r *resolver) inLanguage(pair [2]string) string {
	if r.book.Site.Lang == "en" {
		return pair[1]
	}
	return pair[0]
}

// register puts all documents on their shelves, and notes which are published.
func (r *resolver) register() {
	r.byPath = map[string]casebook.Document{}
	r.hidden = map[*casebook.Doc]bool{}
	r.implied = map[*casebook.Doc]diag.Pos{}
	b := r.book
	r.enter(&b.Site)
	r.cases = fill(r, casebook.KindCase, b.Cases)
	r.reflections = fill(r, casebook.KindReflection, b.Reflections)
	r.sessions = fill(r, casebook.KindSession, b.Sessions)
	r.themes = fill(r, casebook.KindTheme, b.Themes)
	r.organisations = fill(r, casebook.KindOrganisation, b.Organisations)
	r.pages = fill(r, casebook.KindPage, b.Pages)
	for _, c := range b.Cases {
		r.hidden[&c.Doc] = c.Draft && !r.options.Drafts
	}
	for _, reflection := range b.Reflections {
		r.hidden[&reflection.Doc] = !reflection.Consent.Valid(r.options.Today)
	}
	r.images = make(map[string]bool, len(b.Images))
	for _, image := range b.Images {
		r.images[image.Path] = true
	}
}

func (r *resolver) enter(document casebook.Document) {
	d := document.Document()
	if d.Pos.File != "" {
		r.byPath[norm.NFC.String(d.Pos.File)] = document
	}
}

func fill[T any](r *resolver, kind casebook.Kind, documents []*T) *shelf[T] {
	sortCanonical(documents)
	s := &shelf[T]{kind: kind, byID: make(map[string]*T, len(documents)), named: map[string]*T{}, titled: map[string]string{}}
	s.folder = "content/" + r.inLanguage(folders[kind])
	for i, document := range documents {
		d := docOf(document)
		d.Kind = kind
		r.enter(any(document).(casebook.Document))
		if i == 0 && d.Pos.File != "" {
			s.folder = path.Dir(d.Pos.File)
		}
		if first := s.byID[d.ID]; first != nil {
			docOf(first).Gaps = true // source has reported both files, and either may be meant
			continue
		}
		s.byID[d.ID] = document
		s.ids = append(s.ids, d.ID)
		title := casebook.Slug(casebook.TitleOf(any(document).(casebook.Document)))
		if _, taken := s.titled[title]; taken {
			s.titled[title] = ""
		} else {
			s.titled[title] = d.ID
		}
	}
	return s
}
