package link

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"casusboek/generator/casebook"
)

// orderEvents sorts the events of a case by time, those without one last, and deals the deck: by round, then time. What happens at the same
// time stays in the order of the file.
func orderEvents(c *casebook.Case) {
	slices.SortStableFunc(c.Events, func(a, b *casebook.Event) int {
		return cmp.Or(cmp.Compare(undated(a), undated(b)), a.When.Compare(b.When))
	})
	c.Deck = slices.Clone(c.Events)
	slices.SortStableFunc(c.Deck, func(a, b *casebook.Event) int { return cmp.Compare(a.Round, b.Round) })
	for i, e := range c.Deck {
		e.Card = i + 1
	}
}

// undated is 1 for an event whose time is not known, which an error has said.
func undated(e *casebook.Event) int {
	if e.When.Axis == casebook.NoAxis || e.When.Axis == casebook.Offset {
		return 1
	}
	return 0
}

// keys makes sort keys by the rules of Dutch (English has the same): accents and capitals count only between equals, numbers count as
// numbers. A Collator may not be shared between goroutines, so each run makes its own.
type keys struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

func newKeys() *keys { return &keys{collator: collate.New(language.Dutch, collate.Numeric)} }

// of gives the sort key of a title. Opening quotation marks do not count.
func (k *keys) of(title string) []byte {
	return k.collator.KeyFromString(&k.buffer, strings.TrimLeft(title, `'"‘’‚“”„«» `))
}

// ofPerson gives the sort keys of a name: last name, first name, infix, so that van der Veld stands under V of Veld.
func (k *keys) ofPerson(p casebook.Person) [3][]byte {
	return [3][]byte{k.of(p.Last.V), k.of(p.First.V), k.of(p.Infix.V)}
}

// sortBook sorts the lists of the book: by title, sessions by date with the newest first, reflections by session and its order.
func (r *resolver) sortBook() {
	b, k := r.book, newKeys()
	r.titles = map[*casebook.Doc][]byte{}
	for document := range r.documents() {
		r.titles[document.Document()] = k.of(titleOf(document))
	}
	byTitle(r, b.Cases)
	byTitle(r, b.Themes)
	byTitle(r, b.Organisations)
	byTitle(r, b.Pages)
	byTitle(r, b.Sessions)
	slices.SortStableFunc(b.Sessions, func(a, c *casebook.Session) int { return c.Date.Compare(a.Date.Time) })
	r.sortReflections(k)
	slices.SortFunc(b.Images, func(a, c casebook.Image) int { return cmp.Compare(a.Path, c.Path) })
}

func byTitle[T any](r *resolver, documents []*T) {
	slices.SortStableFunc(documents, func(a, b *T) int { return r.compareTitles(docOf(a), docOf(b)) })
}

// compareTitles compares by title, and equal titles by id.
func (r *resolver) compareTitles(a, b *casebook.Doc) int {
	return cmp.Or(bytes.Compare(r.titles[a], r.titles[b]), cmp.Compare(a.ID, b.ID))
}

// place is where a reflection stands among all.
type place struct {
	session, order int // of its session in the book, and in that session's volgorde; high when it has none
	unnamed        int // 1 when no name is shown
	name           [3][]byte
}

// sortReflections sorts by session, then as the session orders them, then by shown name, then by headline. Names that are not shown
// do not count: their order would give something away.
func (r *resolver) sortReflections(k *keys) {
	last := len(r.book.Reflections) + len(r.book.Sessions)
	places := make(map[*casebook.Reflection]place, len(r.book.Reflections))
	sessions := make(map[*casebook.Session]int, len(r.book.Sessions))
	ordered := map[*casebook.Reflection]int{}
	for i, s := range r.book.Sessions {
		sessions[s] = i
		for j, ref := range s.Order {
			if _, twice := ordered[ref.To]; !twice {
				ordered[ref.To] = j
			}
		}
	}
	for _, reflection := range r.book.Reflections {
		p := place{session: last, order: last, unnamed: 1}
		if s := reflection.Session.To; s != nil {
			p.session = sessions[s]
		}
		if j, ok := ordered[reflection]; ok {
			p.order = j
		}
		if reflection.Display == casebook.ShowName && !reflection.Participant.IsZero() {
			p.unnamed, p.name = 0, k.ofPerson(reflection.Participant)
		}
		places[reflection] = p
	}
	slices.SortStableFunc(r.book.Reflections, func(a, b *casebook.Reflection) int {
		x, y := places[a], places[b]
		return cmp.Or(cmp.Compare(x.session, y.session), cmp.Compare(x.order, y.order), cmp.Compare(x.unnamed, y.unnamed),
			slices.CompareFunc(x.name[:], y.name[:], bytes.Compare), r.compareTitles(&a.Doc, &b.Doc))
	})
}
