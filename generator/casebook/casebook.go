// Package casebook is the model: the types of all documents of a casebook, who knew what,
// and what is known after a round.
//
// The main types are Case and Event. A Case is the anonymised life of one resident, written
// to learn from; its Events are the facts of that life. Each Event has a Round in which it
// becomes known; round 0 is the first impression. A Reflection is what a participant wrote
// afterwards, a Session the day on which cases were discussed. With Themes, Organisations
// and free Pages they are held by a Book.
//
// The stages fill a Book in turn:
//
//   - read/parse sets every value that an author wrote, with its position in the file;
//     a Ref has only its ID.
//   - resolve.References sets Ref.To and removes unpublished documents from the Book.
//   - resolve.Order sorts all lists and sets the fields under "Set by resolve.Order", so
//     that no later stage has to search.
//
// Then every field can be read directly:
//
//	c := book.Cases[0]
//	c.Title.V                   // "Een duurder huis"
//	c.Events[3].When.Pos        // the position of its "wanneer"
//	c.Events[3].LeadsTo[0].To   // the event that it led to
//
// KnownAfter returns what a reader knows after a round; whatever is drawn or listed for
// that round should start from it. Markers and texts for events (MarkerOf, KindText) take
// the round too, so they reveal nothing of a later round:
//
//	known := casebook.KnownAfter(c, 2)
//	casebook.MarkerOf(known.Events[0])            // casebook.Pennant: a signal
//	casebook.KindText(known.Events[0], 2, words)  // "Signaal, niet opgepakt"
//
// Parties returns who knew which events, from the roles under bekend_bij. Their knowledge
// covers the whole life, so it may be shown only where the last round is known:
//
//	parties := casebook.Parties(c, site.Roles)         // bewoner, corporatie, huisarts ...
//	parties[1].Hand(2)                                 // what the landlord knew of round 2
//	together, ok := casebook.TogetherKnown(c, parties)
package casebook

import (
	"iter"

	"casusboek/generator/diag"
)

// Kind is a kind of document; each kind has its own folder in content.
type Kind uint8

// The kinds of document, in the order in which readers meet them.
const (
	KindSite Kind = iota
	KindCase
	KindReflection
	KindSession
	KindTheme
	KindOrganisation
	KindPage
)

// String returns the English name of the kind, which is also its prefix in catalogue keys
// and in casusboek.json.
func (k Kind) String() string {
	return [...]string{"site", "case", "reflection", "session", "theme", "organisation", "page"}[k]
}

// Text is a line or paragraph of plain text, with its position in the file.
type Text struct {
	V   string
	Pos diag.Pos
}

// String returns the text itself, for templates.
func (t Text) String() string { return t.V }

// IsZero reports whether the text is empty.
func (t Text) IsZero() bool { return t.V == "" }

// Strings returns the texts without their positions; never nil.
func Strings(texts []Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.V
	}
	return out
}

// Ref is a reference by id to another document or event. To is nil until resolve.References
// has found the target, and stays nil when the target is not published.
type Ref[T any] struct {
	ID Text
	To *T
}

// Doc holds the fields that all documents share.
type Doc struct {
	Kind Kind
	ID   string   // slug of the file name, unique within the kind
	Pos  diag.Pos // the file
	Body Prose

	// Gaps reports whether parse could not read part of the file, and has reported why. A
	// value that seems to be missing may then be in the file, so resolve does not report it
	// as missing.
	Gaps bool

	// Set by resolve.Order.
	Backlinks []Backlink
}

// Backlink is a mention of a document in another one.
type Backlink struct {
	From     *Doc
	Title    string // of the mentioning document
	Sentence string // plain text around the link; empty where it may not be shown
	Round    int    // the round from which the sentence may be shown; 0: always
	Case     *Case  // the case of Round; nil at round 0
}

// Audience is who may see a field.
type Audience uint8

// The audiences. Private values are read and checked, but never published.
const (
	Public Audience = iota
	ForFacilitator
	Private
)

// Book is the whole casebook. After resolve.Order all slices are sorted: cases, themes,
// organisations and pages by title (Dutch collation), sessions by date, newest first,
// reflections by session and their order in it.
type Book struct {
	Site          Site
	Cases         []*Case
	Reflections   []*Reflection
	Sessions      []*Session
	Themes        []*Theme
	Organisations []*Organisation
	Pages         []*Page
	Images        []Image
}

// Image is a picture in content/beelden (or images). Read reads the file on each call, so
// that a book with thousands of photos does not hold them in memory.
type Image struct {
	// slash separated, below the folder of pictures; in NFC, also where the system has
	// names in NFD
	Path          string
	File          string // from the site's folder: content/beelden/plein.jpg
	Width, Height int    // in pixels, as shown; 0 when not known, as in an SVG without a size
	Read          func() ([]byte, error)
	// Refused is set when not every system can open the name. That has been reported; the
	// image is kept so that links to it are not reported as well.
	Refused bool
}

// Site holds the fields of content/index.md, which describes the casebook as a whole.
type Site struct {
	Doc
	Title     Text
	Subtitle  Text
	Lang      string // nl or en
	Base      Text   // public address such as https://voorbeeld.nl/casusboek/; empty when not known
	Organiser Text
	Licence   Text // SPDX id
	Domains   []Domain
	Roles     []Text // the roles that events may name in KnownBy
	Paper     Paper
	// ids of pages, or of the fixed lists (cases, reflections, sessions, themes,
	// organisations, signals)
	Menu    []Text
	Offline bool // whether browsers may store pages of the public edition, to read them offline
	Privacy Privacy
}

// Privacy holds the site's settings of the guard.
type Privacy struct {
	Review ReviewPolicy
}

// ReviewPolicy is the review that a case needs before it is published.
type ReviewPolicy uint8

// The policies. Fictional cases need no review under any of them.
const (
	ReviewFree     ReviewPolicy = iota // a review is optional
	ReviewWanted                       // a case without a review is a warning
	ReviewRequired                     // a case without a review is an error
)

// Domain is a life domain: one lane of the life map.
type Domain struct {
	ID   string
	Name Text
	N    int // number in the site's order, from 1; selects colour and pattern
}

// Theme is a subject that cases, reflections and sessions share.
type Theme struct {
	Doc
	Title    Text
	Poles    []Text // none, or the two ends of a tension
	SeeAlso  []Ref[Theme]
	Synonyms []Text
	Implied  bool // referred to, but without a file of its own

	// Set by resolve.Order.
	Cases       []*Case
	Reflections []*Reflection
	Sessions    []*Session
	Prev, Next  *Theme
}

// Organisation is where a participant works, under its name at the time.
type Organisation struct {
	Doc
	Title     Text
	Type      Text // corporatie, gemeente ...
	Place     Text
	Successor Ref[Organisation]
	Implied   bool // referred to, but without a file of its own

	// Set by resolve.Order.
	Reflections  []*Reflection // those whose consent allows to show the organisation
	Sessions     []*Session    // those that it organised
	Predecessors []*Organisation
	Prev, Next   *Organisation
}

// Page is a free page.
type Page struct {
	Doc
	Title Text
}

// Document is one parsed file: *Site, *Case, *Reflection, *Session, *Theme, *Organisation or *Page.
type Document interface{ Document() *Doc }

// Document returns the fields that all kinds share.
func (d *Doc) Document() *Doc { return d }

// TitleOf returns the title under which a document is listed: its own, or the headline of a
// reflection.
func TitleOf(document Document) string {
	switch d := document.(type) {
	case *Site:
		return d.Title.V
	case *Case:
		return d.Title.V
	case *Reflection:
		return d.Headline.V
	case *Session:
		return d.Title.V
	case *Theme:
		return d.Title.V
	case *Organisation:
		return d.Title.V
	case *Page:
		return d.Title.V
	}
	return ""
}

// Add adds a parsed document to the book. A nil document, of a file that could not be
// parsed, is ignored.
func (b *Book) Add(d Document) {
	switch d := d.(type) {
	case *Site:
		b.Site = *d
	case *Case:
		b.Cases = append(b.Cases, d)
	case *Reflection:
		b.Reflections = append(b.Reflections, d)
	case *Session:
		b.Sessions = append(b.Sessions, d)
	case *Theme:
		b.Themes = append(b.Themes, d)
	case *Organisation:
		b.Organisations = append(b.Organisations, d)
	case *Page:
		b.Pages = append(b.Pages, d)
	}
}

// Documents returns all documents of the book, kind by kind.
func (b *Book) Documents() iter.Seq[Document] {
	return func(yield func(Document) bool) {
		_ = yield(&b.Site) && each(b.Cases, yield) && each(b.Reflections, yield) && each(b.Sessions, yield) &&
			each(b.Themes, yield) && each(b.Organisations, yield) && each(b.Pages, yield)
	}
}

func each[D Document](documents []D, yield func(Document) bool) bool {
	for _, d := range documents {
		if !yield(d) {
			return false
		}
	}
	return true
}
