// Package casebook is the model: the words of the field as types, and nothing else.
//
// The fundamental types are Case and Event. A Case is one anonymised life of a resident, told for learning; its Events are the
// facts of that life, each known from a Round on. Round 0 is the first impression. Around the cases stand Reflections (what a
// participant said afterwards), Sessions (the day on which cases were discussed), Themes, Organisations and free Pages, all held by
// a Book.
//
// The stages fill a Book in turn. After parse every value that an author wrote is there with its place in the file, and a Ref
// holds only the id that was written. After link the Refs point at their targets, and only published documents are left in the Book. After
// arrange everything is in order, and the lists under "made by arrange" are filled: no later stage has to search.
//
//	c := book.Cases[0]
//	c.Title.V                   // "Een duurder huis"
//	c.Events[3].When.Pos        // where its "wanneer" stands
//	c.Events[3].LeadsTo[0].To   // the event that it led to
package casebook

import (
	"iter"

	"casusboek/generator/diag"
)

// Kind is a kind of document: the folder in which its file stands.
type Kind uint8

// The kinds of document, in the order in which a reader meets them.
const (
	KindSite Kind = iota
	KindCase
	KindReflection
	KindSession
	KindTheme
	KindOrganisation
	KindPage
)

// String gives the English name of the kind, which is also its prefix in catalogue keys and in casusboek.json.
func (k Kind) String() string {
	return [...]string{"site", "case", "reflection", "session", "theme", "organisation", "page"}[k]
}

// Text is one line or paragraph that an author wrote as plain text, with its place.
type Text struct {
	V   string
	Pos diag.Pos
}

// String gives the text itself, so that templates can print it.
func (t Text) String() string { return t.V }

// IsZero reports whether nothing was written.
func (t Text) IsZero() bool { return t.V == "" }

// Strings gives the texts without their places; never nil.
func Strings(texts []Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.V
	}
	return out
}

// Ref is a reference by id to another document or event. To is nil until link has found it, and stays nil for
// a target that is not published.
type Ref[T any] struct {
	ID Text
	To *T
}

// Doc is what every document has.
type Doc struct {
	Kind Kind
	ID   string   // slug of the file name, unique within the kind
	Pos  diag.Pos // the file
	Body Prose

	// Gaps says that parse could not read all of it, and has reported why: what seems to be missing may well stand in the file, so that link
	// does not report it a second time from where it is named.
	Gaps bool

	// Made by arrange.
	Backlinks []Backlink
}

// Backlink is a mention of a document in another one.
type Backlink struct {
	From     *Doc
	Title    string // of the mentioning document
	Sentence string // plain text around the link; empty where it may not be shown
	Round    int    // the round from which the sentence may be known; 0 is everybody
	Case     *Case  // the case whose round that is; nil at round 0
}

// Audience is who may see a field.
type Audience uint8

// The audiences. Private values are read and checked, and never published.
const (
	Public Audience = iota
	ForFacilitator
	Private
)

// Book is the whole casebook. After arrange all slices are sorted: cases, themes, organisations and pages by title (Dutch collation), sessions by
// date, newest first, reflections by session and its order.
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

// Image is a picture under content/beelden (or images), by its path below that folder. It is read when it is needed, so that a book of
// two thousand photos holds none of them.
type Image struct {
	Path          string // slash separated, below the folder of pictures; in NFC, also where the system has names in NFD
	File          string // the same from the site's folder: content/beelden/plein.jpg
	Width, Height int    // in pixels, as it is shown; 0 when not known, as in a drawing that does not say
	Read          func() ([]byte, error)
	Refused       bool // has a name that not every system can open: this has been reported, and it is known only so that links to it are no second mistake
}

// Site is what content/index.md says of the casebook as a whole.
type Site struct {
	Doc
	Title     Text
	Subtitle  Text
	Lang      string // nl or en
	Base      Text   // public address such as https://voorbeeld.nl/casusboek/; empty when not known
	Organiser Text
	Licence   Text // SPDX id
	Domains   []Domain
	Roles     []Text // who can know a fact
	Paper     Paper
	Menu      []Text // ids of pages, or of the fixed lists (cases, reflections, sessions, themes, organisations, signals)
	Offline   bool   // whether a browser may keep pages of the public edition, for reading without a connection
	Privacy   Privacy
}

// Privacy is what a site asks of the guard beyond what it always does.
type Privacy struct {
	Review ReviewPolicy
}

// ReviewPolicy says what a case needs before it is published.
type ReviewPolicy uint8

// The policies. Fictional cases need no review under any of them.
const (
	ReviewFree     ReviewPolicy = iota // a review is welcome
	ReviewWanted                       // a case without one is a warning
	ReviewRequired                     // a case without one stops the build
)

// Domain is a life domain: one lane of the life map.
type Domain struct {
	ID   string
	Name Text
	N    int // 1, 2, 3 ... in the site's order; chooses colour and weave
}

// Theme is a subject that ties cases, reflections and sessions together.
type Theme struct {
	Doc
	Title    Text
	Poles    []Text // none, or the two ends of a tension
	SeeAlso  []Ref[Theme]
	Synonyms []Text
	Implied  bool // used somewhere but without a file of its own

	// Made by arrange.
	Cases       []*Case
	Reflections []*Reflection
	Sessions    []*Session
	Prev, Next  *Theme
}

// Organisation is where a participant works, as it was called at the time.
type Organisation struct {
	Doc
	Title     Text
	Type      Text // corporatie, gemeente ...
	Place     Text
	Successor Ref[Organisation]
	Implied   bool // used somewhere but without a file of its own

	// Made by arrange.
	Reflections  []*Reflection // those that show the organisation by consent
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

// Document gives the part that all kinds share.
func (d *Doc) Document() *Doc { return d }

// TitleOf is the title under which a document is listed: its own, or the headline of a reflection.
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

// Add puts a parsed document in the book; nil is a file that could not be parsed and is passed over.
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

// Documents gives all documents of the book, kind by kind.
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
