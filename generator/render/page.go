package render

import (
	"html/template"

	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

// Page is what every template gets, whatever else its own data hold.
type Page struct {
	*site
	Address     Address
	Kind        string // the template's file name
	Title       string // plain text, without the site's name
	Description string // plain text, one sentence
	Section     string // the menu entry that is current: cases, reflections, sessions, themes ...
}

// Site is what index.md says.
func (p *Page) Site() *casebook.Site { return &p.book.Site }

// Lang is the language of the page, for the lang attribute.
func (p *Page) Lang() string { return p.Words.Lang }

// Facilitator reports whether this is the edition that is not for publication.
func (p *Page) Facilitator() bool { return p.edition == guard.Facilitator }

// T gives a word of the catalogue.
func (p *Page) T(key string, args ...string) string { return p.Words.T(key, args...) }

// N gives a word with a number.
func (p *Page) N(key string, n int, args ...string) string { return p.Words.N(key, n, args...) }

// File is the relative link to a file of the site, such as casusboek.css.
func (p *Page) File(path string) string { return p.Address.to(path) }

// Href is the relative link to a document's page.
func (p *Page) Href(d casebook.Document) string { return p.Link(p.slugs.of(d.Document())) }

// Link is the relative link to an address. It names index.html, so that it also works from disk.
func (p *Page) Link(to Address) string { return p.Address.to(to.file()) }

// Prose is the HTML of an author's prose on this page.
func (p *Page) Prose(t casebook.Prose) template.HTML { return p.prose(t, 0, nil) }
