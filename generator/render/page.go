package render

import (
	"fmt"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

// Page is what every template gets, whatever else its own data hold: each view embeds it, so that a template writes
// {{.Title}} and {{.T "page.skip"}} wherever it stands.
type Page struct {
	*site
	Address     address.Path   // its place in the site, such as "casussen/nadira/"; empty for the home page
	Kind        string         // the template's file name
	Title       string         // plain text, without the site's name
	Description string         // plain text, one sentence
	Section     string         // the menu entry that is current: cases, reflections, sessions, themes ...
	BodyClass   string         // a class for <body>, for paper pages
	OpenLine    bool           // whether the masthead's line has the hole where nobody spoke
	caseOrigin  *casebook.Case // the one case that the page is about, for the words in its foot
	err         error          // the first thing that went wrong while the view was built
}

// link is an address with its words, and how it stands to the page: "page" for the page itself, "true" for its section, "step" for a
// round, empty for any other.
type link struct{ Href, Text, Current string }

// Site is what index.md says.
func (p *Page) Site() *casebook.Site { return &p.book.Site }

// Lang is the language of the page, for the lang attribute.
func (p *Page) Lang() string { return p.Words.Lang }

// Facilitator reports whether this is the edition that is not for publication.
func (p *Page) Facilitator() bool { return p.edition == guard.Facilitator }

// FullTitle is the text of <title>: the page's own title, then the site's.
func (p *Page) FullTitle() string {
	if p.Title == "" || p.Address == address.Home {
		return p.book.Site.Title.V
	}
	return p.Title + " – " + p.book.Site.Title.V
}

// Generator names the program that made the page.
func (p *Page) Generator() string { return strings.TrimSpace("casusboek " + p.Version) }

// Canonical is the page's public address; empty when the site does not know where it will stand, and in the facilitator edition.
func (p *Page) Canonical() string {
	if p.book.Site.Base.IsZero() || p.Facilitator() || p.Address.IsFile() {
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
func (p *Page) Href(d casebook.Document) string { return p.Link(p.at.Of(d.Document())) }

// Link is the relative link to an address. It names index.html, so that it also works from disk.
func (p *Page) Link(to address.Path) string { return p.File(to.File()) }

// Home is the link to the home page.
func (p *Page) Home() string { return p.Link(address.Home) }

// IsHome reports whether this is the home page.
func (p *Page) IsHome() bool { return p.Address == address.Home }

// Prose is the HTML of an author's prose on this page.
func (p *Page) Prose(t casebook.Prose) template.HTML { return p.prose(t, 0, nil) }

// Feed is the link to the feed; empty when there is none, which is so as long as the site has no public address, or no date.
func (p *Page) Feed() string {
	if p.book.Site.Base.IsZero() || p.Facilitator() || p.Updated.IsZero() {
		return ""
	}
	return p.File("feed.xml")
}

// capital gives a text with its first letter as a capital.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
