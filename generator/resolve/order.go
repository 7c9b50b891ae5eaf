package resolve

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"casusboek/generator/casebook"
)

// deal sorts the events of a case by time, those without one last, and deals the deck: by round, then time. What happens at the same
// time stays in the order of the file.
func deal(c *casebook.Case) {
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

// key gives the sort key of a title. Opening quotation marks do not count.
func (k *keys) key(title string) []byte {
	return k.collator.KeyFromString(&k.buffer, strings.TrimLeft(title, `'"‘’‚“”„«» `))
}

// person gives the sort keys of a name: last name, first name, infix, so that van der Veld stands under V of Veld.
func (k *keys) person(p casebook.Person) [3][]byte {
	return [3][]byte{k.key(p.Last.V), k.key(p.First.V), k.key(p.Infix.V)}
}

// titles are the sort keys of all documents of a book, and the means to make more.
type titles struct {
	*keys
	of map[*casebook.Doc][]byte
}

func titlesOf(b *casebook.Book) titles {
	t := titles{keys: newKeys(), of: map[*casebook.Doc][]byte{}}
	for document := range b.Documents() {
		t.of[document.Document()] = t.key(casebook.TitleOf(document))
	}
	return t
}

// sortBook sorts the lists of the book: by title, sessions by date with the newest first, reflections by session and its order.
func (t titles) sortBook(b *casebook.Book) {
	byTitle(t, b.Cases)
	byTitle(t, b.Themes)
	byTitle(t, b.Organisations)
	byTitle(t, b.Pages)
	byTitle(t, b.Sessions)
	slices.SortStableFunc(b.Sessions, func(a, c *casebook.Session) int { return c.Date.Compare(a.Date.Time) })
	t.sortReflections(b)
	slices.SortFunc(b.Images, func(a, c casebook.Image) int { return cmp.Compare(a.Path, c.Path) })
}

func byTitle[D casebook.Document](t titles, documents []D) {
	slices.SortStableFunc(documents, func(a, b D) int { return t.compare(a.Document(), b.Document()) })
}

// compare compares by title, and equal titles by id.
func (t titles) compare(a, b *casebook.Doc) int {
	return cmp.Or(bytes.Compare(t.of[a], t.of[b]), cmp.Compare(a.ID, b.ID))
}

// place is where a reflection stands among all.
type place struct {
	session, order int // of its session in the book, and in that session's volgorde; high when it has none
	unnamed        int // 1 when no name is shown
	name           [3][]byte
}

// sortReflections sorts by session, then as the session orders them, then by shown name, then by headline. Names that are not shown
// do not count: their order would give something away.
func (t titles) sortReflections(b *casebook.Book) {
	last := len(b.Reflections) + len(b.Sessions)
	places := make(map[*casebook.Reflection]place, len(b.Reflections))
	sessions := make(map[*casebook.Session]int, len(b.Sessions))
	ordered := map[*casebook.Reflection]int{}
	for i, s := range b.Sessions {
		sessions[s] = i
		for j, ref := range s.Order {
			if _, twice := ordered[ref.To]; !twice {
				ordered[ref.To] = j
			}
		}
	}
	for _, reflection := range b.Reflections {
		p := place{session: last, order: last, unnamed: 1}
		if s := reflection.Session.To; s != nil {
			p.session = sessions[s]
		}
		if j, ok := ordered[reflection]; ok {
			p.order = j
		}
		if reflection.Display == casebook.ShowName && !reflection.Participant.IsZero() {
			p.unnamed, p.name = 0, t.person(reflection.Participant)
		}
		places[reflection] = p
	}
	slices.SortStableFunc(b.Reflections, func(a, c *casebook.Reflection) int {
		x, y := places[a], places[c]
		return cmp.Or(cmp.Compare(x.session, y.session), cmp.Compare(x.order, y.order), cmp.Compare(x.unnamed, y.unnamed),
			slices.CompareFunc(x.name[:], y.name[:], bytes.Compare), t.compare(&a.Doc, &c.Doc))
	})
}
