package resolve

import (
	"math"
	"slices"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Themes and organisations may be given by name, and exist by being used.

// naming finds the documents of a kind by the names that authors use, and makes those that have no file.
type naming[T any] struct {
	*resolver
	*shelf[T]
	make    func(doc casebook.Doc) *T
	title   func(*T) *casebook.Text
	implied map[*T]*implied
	order   []*implied // by first use
}

// implied is a theme or organisation that is used but has no file.
type implied struct {
	doc    *casebook.Doc
	title  *casebook.Text
	first  casebook.Text // where it is used first
	uses   int
	public bool // used by a published document that shows it
}

// note counts one more use and chooses the title: the first that is written as a name rather than as an id, and one that a
// published document shows before any that is hidden.
func (u *implied) note(written casebook.Text, public bool) {
	u.uses++
	switch {
	case public && !u.public:
		u.public, *u.title = true, written
	case public == u.public && u.title.V == u.doc.ID && written.V != u.doc.ID:
		*u.title = written
	}
}

// resolveNames gives every used theme and organisation its document and warns of names that are nearly the same.
func (r *resolver) resolveNames() {
	themes := &naming[casebook.Theme]{
		resolver: r, shelf: r.themes, implied: map[*casebook.Theme]*implied{},
		make:  func(doc casebook.Doc) *casebook.Theme { return &casebook.Theme{Doc: doc, Implied: true} },
		title: func(t *casebook.Theme) *casebook.Text { return &t.Title },
	}
	organisations := &naming[casebook.Organisation]{
		resolver: r, shelf: r.organisations, implied: map[*casebook.Organisation]*implied{},
		make:  func(doc casebook.Doc) *casebook.Organisation { return &casebook.Organisation{Doc: doc, Implied: true} },
		title: func(o *casebook.Organisation) *casebook.Text { return &o.Title },
	}
	themes.nameByTitle(r.book.Themes)
	for _, t := range r.book.Themes {
		for _, synonym := range t.Synonyms {
			themes.name(t, synonym)
		}
	}
	organisations.nameByTitle(r.book.Organisations)
	for _, c := range r.book.Cases {
		themes.useAll(c.Themes, !r.hidden[&c.Doc])
		c.Themes = once(c.Themes)
	}
	for _, reflection := range r.book.Reflections {
		public := !r.hidden[&reflection.Doc]
		themes.useAll(reflection.Themes, public)
		reflection.Themes = once(reflection.Themes)
		organisations.use(&reflection.Organisation, public && showsOrganisation(reflection))
	}
	r.book.Themes = themes.finish(r.book.Themes)
	r.book.Organisations = organisations.finish(r.book.Organisations)
}

// showsOrganisation reports whether a participant lets the organisation be seen. One that is known from others alone has no page.
func showsOrganisation(reflection *casebook.Reflection) bool {
	return reflection.Display == casebook.ShowName || reflection.Display == casebook.ShowOrganisation
}

func (n *naming[T]) nameByTitle(documents []*T) {
	for _, document := range documents {
		n.name(document, *n.title(document))
	}
}

// name lets a document be found by one more name. A name that another has already would leave to chance which of the two is meant.
func (n *naming[T]) name(document *T, name casebook.Text) {
	key := casebook.Slug(name.V)
	switch other := n.named[key]; {
	case key == "":
	case other == nil:
		n.named[key] = document
	case docOf(other).ID != docOf(document).ID: // of one id twice, source has told
		n.problems.AddVariant(diag.IDDuplicate, "name", name.Pos, "id", name.V, "other", docOf(other).Pos.String())
	}
}

func (n *naming[T]) useAll(refs []casebook.Ref[T], public bool) {
	for i := range refs {
		n.use(&refs[i], public)
	}
}

// use points the reference at its document, which it makes when there is none.
func (n *naming[T]) use(ref *casebook.Ref[T], public bool) {
	if ref.ID.IsZero() {
		return
	}
	ref.To = n.shelf.find(ref.ID.V)
	if ref.To == nil {
		id := casebook.Slug(ref.ID.V)
		if id == "" {
			n.problems.AddVariant(diag.IDForm, "name", ref.ID.Pos, "id", ref.ID.V)
			return
		}
		made := n.make(casebook.Doc{Kind: n.kind, ID: id})
		*n.title(made) = ref.ID
		n.byID[id], ref.To = made, made
		u := &implied{doc: docOf(made), title: n.title(made), first: ref.ID, public: public}
		n.implied[made] = u
		n.resolver.implied[u.doc] = ref.ID.Pos
		n.order = append(n.order, u)
	}
	if u := n.implied[ref.To]; u != nil {
		u.note(ref.ID, public)
	}
}

// finish adds the documents that were made to those that have a file, hides those that only unpublished documents use, and warns of
// near names.
func (n *naming[T]) finish(documents []*T) []*T {
	if len(n.order) == 0 {
		return documents
	}
	n.warnNear()
	for document, u := range n.implied {
		n.hidden[u.doc] = !u.public
		n.ids = append(n.ids, u.doc.ID)
		documents = append(documents, document)
	}
	slices.Sort(n.ids)
	sortCanonical(documents)
	return documents
}

// warnNear reports each implied name that is one letter away from a name with a file, or from one that is used more often.
func (n *naming[T]) warnNear() {
	type known struct {
		slug, shown, place string
		weight             int // a name with a file outweighs all others
	}
	byShort := map[string][]known{}
	add := func(k known) {
		for _, short := range shortened(k.slug) {
			byShort[short] = append(byShort[short], k)
		}
	}
	filed := func(key string, document *T) {
		add(known{key, n.title(document).V, docOf(document).Pos.String(), math.MaxInt})
	}
	for _, id := range n.ids {
		filed(id, n.byID[id])
	}
	for _, key := range sortedKeys(n.named) {
		if n.byID[key] == nil {
			filed(key, n.named[key])
		}
	}
	for i, u := range n.order {
		// Earlier ones outweigh later ones that are used as often.
		add(known{u.doc.ID, u.title.V, u.first.Pos.String(), u.uses*len(n.order) - i})
	}
	for i, u := range n.order {
		best := known{weight: u.uses*len(n.order) - i}
		for _, short := range shortened(u.doc.ID) {
			for _, k := range byShort[short] {
				if k.weight > best.weight && nearly(u.doc.ID, k.slug) {
					best = k
				}
			}
		}
		if best.slug != "" {
			n.problems.Add(diag.NameNear, u.first.Pos, "id", u.first.V, "near", best.shown, "place", best.place)
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
