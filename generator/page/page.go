// Package page is what every page of the site has, on screen and on paper: the frame around it and the ways to link, to
// say a word of the catalogue and to show an author's prose. What a page itself shows is its view, made in render and
// paper:
//
//	type themeView struct {
//		*page.Page
//		Poles []string
//	}
//	html, err := run.Make(page.Spec{Address: run.At.Of(&t.Doc), Template: "theme.html", View: func(p *page.Page) any { return &themeView{p, poles} }})
//
// A site's own templates may use all that [Page] exports, so what a view builder needs and a template must not have
// (the whole book, what fails) is in [Renderer], in functions, or in methods that give nothing back.
package page

import (
	"fmt"
	"html/template"
	"strings"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

// Page is what every template gets, whatever else its own data hold: each view embeds it, so that a template writes
// {{.Title}} and {{.T "page.skip"}} wherever it stands.
type Page struct {
	Options
	Address     address.Path // its place in the site, such as "casussen/nadira/"; empty for the home page
	Kind        string       // the template's file name
	Title       string       // plain text, without the site's name
	Description string       // plain text, one sentence
	Section     string       // the menu entry that is current: cases, reflections, sessions, themes ...
	BodyClass   string       // a class for <body>, for paper pages
	Linked      *JSONLD      // what the page tells machines of itself; nil on lists and on paper
	OpenLine    bool         // whether the masthead's line has the hole where nobody spoke
	run         *Renderer
	speaksFor   *casebook.Case // the one case that the page is about, for the words in its foot
	failure     error          // the first thing that went wrong while the view was built
}

// Site is what index.md says.
func (p *Page) Site() *casebook.Site { return &p.run.Book.Site }

// Lang is the language of the page, for the lang attribute.
func (p *Page) Lang() string { return p.Words.Lang }

// Facilitator reports whether this is the edition that is not for publication.
func (p *Page) Facilitator() bool { return p.run.Edition == guard.Facilitator }

// FullTitle is the text of <title>: the page's own title, then the site's.
func (p *Page) FullTitle() string {
	if p.Title == "" || p.Address == address.Home {
		return p.run.Book.Site.Title.V
	}
	return p.Title + " – " + p.run.Book.Site.Title.V
}

// Generator names the program that made the page.
func (p *Page) Generator() string { return strings.TrimSpace("casusboek " + p.Version) }

// Canonical is the page's public address; empty when the site does not know where it will stand, and in the facilitator
// edition.
func (p *Page) Canonical() string {
	if p.run.Book.Site.Base.IsZero() || p.Facilitator() || p.Address.IsFile() {
		return ""
	}
	return address.Base(p.Site()) + string(p.Address)
}

// T gives a word of the catalogue; args are pairs of name and value, numbers allowed.
func (p *Page) T(key string, args ...any) string { return p.Words.T(key, texts(args)...) }

// N gives a word with a number.
func (p *Page) N(key string, n int, args ...any) string { return p.Words.N(key, n, texts(args)...) }

func texts(args []any) []string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = fmt.Sprint(a)
	}
	return out
}

// File is the relative link to a file of the site, such as casusboek.css.
func (p *Page) File(path string) string {
	if p.Address.IsFile() && address.Root(p.Site()) != "" {
		return address.Root(p.Site()) + path
	}
	return p.Address.To(path)
}

// Href is the relative link to a document's page.
func (p *Page) Href(d casebook.Document) string { return p.Link(p.run.At.Of(d.Document())) }

// Link is the relative link to an address. It names index.html, so that it also works from disk.
func (p *Page) Link(to address.Path) string { return p.File(to.File()) }

// Home is the link to the home page.
func (p *Page) Home() string { return p.Link(address.Home) }

// Search is the link to the page to search on.
func (p *Page) Search() string { return p.Link(p.run.At.Search()) }

// IsHome reports whether this is the home page.
func (p *Page) IsHome() bool { return p.Address == address.Home }

// Prose is the HTML of an author's prose on this page.
func (p *Page) Prose(t casebook.Prose) template.HTML { return ProseAt(p, t, 0, nil) }

// Feed is the link to the feed; empty when there is none, which is so as long as the site has no public address, or no
// date.
func (p *Page) Feed() string {
	if p.run.Book.Site.Base.IsZero() || p.Facilitator() || p.Updated.IsZero() {
		return ""
	}
	return p.File("feed.xml")
}

// Worker is the link to the script that keeps pages for reading without a connection; empty when browsers are to keep nothing.
func (p *Page) Worker() string {
	if !p.run.Offline || p.Address.IsFile() {
		return ""
	}
	return p.File("sw.js")
}

// SpeakFor marks the page as one of the case, so that its foot speaks for that case.
func (p *Page) SpeakFor(c *casebook.Case) { p.speaksFor = c }

// CaseID is the id of the one case that the page is about; empty on other pages. Scripts keep by it what a reader did.
func (p *Page) CaseID() string {
	if p.speaksFor == nil {
		return ""
	}
	return p.speaksFor.ID
}

// Fail stops the page: Make gives the first error.
func (p *Page) Fail(err error) {
	if p.failure == nil {
		p.failure = err
	}
}

// Err is the first error that the page was stopped with, or nil.
func Err(p *Page) error { return p.failure }

// Sprite is the place of the icons and weaves that the page uses.
func (p *Page) Sprite() template.HTML { return spriteMark }
