package render

import (
	"net/url"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
)

// slugs are the folder names in addresses. They are part of the product's contract (people print and link them), so they are
// not words of the catalogue that a site may override.
type slugs struct {
	cases, reflections, sessions, themes, organisations                                      string
	round, lifeMap, handout, cards, worksheet, guide, pack, runSheet, signals, blank, images string
}

var slugsOf = map[string]slugs{
	"nl": {
		"casussen", "reflecties", "sessies", "themas", "organisaties",
		"ronde-", "levenskaart", "handout", "kaarten", "werkblad", "gids", "pakket", "draaiboek", "signalen", "levenskaart", "beelden",
	},
	"en": {
		"cases", "reflections", "sessions", "themes", "organisations",
		"round-", "life-map", "handout", "cards", "worksheet", "guide", "pack", "run-sheet", "signals", "life-map", "images",
	},
}

// Address is a page's place in the site: a slash separated path without a leading slash, ending in a slash, or empty for the home
// page. The file of the page "casussen/nadira/" is casussen/nadira/index.html.
type Address string

// file is the path of the page's file in the output folder.
func (a Address) file() string {
	if a.isFile() {
		return string(a)
	}
	return string(a) + "index.html"
}

// isFile reports whether the page is a file of its own rather than a folder: 404.html, which a host shows at any address.
func (a Address) isFile() bool { return strings.HasSuffix(string(a), ".html") }

// to gives the relative link from page a to a file of the site, so that the site works in any folder and from disk.
func (a Address) to(file string) string {
	return strings.Repeat("../", strings.Count(string(a), "/")) + file
}

// base is the site's public address with a slash at its end; empty when not known.
func (s *site) base() string {
	if s.book.Site.Base.IsZero() {
		return ""
	}
	return strings.TrimSuffix(s.book.Site.Base.V, "/") + "/"
}

// root is the path part of the public address, such as /casusboek/; empty when not known. Only 404.html needs it, since a host shows that page
// under any address, where a relative link would lead astray.
func (s *site) root() string {
	u, err := url.Parse(s.base())
	if err != nil || u.Path == "" {
		return ""
	}
	return u.EscapedPath()
}

// folder is the address of the list page of a kind, and the parent of its documents.
func (s slugs) folder(kind casebook.Kind) Address {
	switch kind {
	case casebook.KindCase:
		return Address(s.cases + "/")
	case casebook.KindReflection:
		return Address(s.reflections + "/")
	case casebook.KindSession:
		return Address(s.sessions + "/")
	case casebook.KindTheme:
		return Address(s.themes + "/")
	case casebook.KindOrganisation:
		return Address(s.organisations + "/")
	}
	return ""
}

// of is the address of a document's main page.
func (s slugs) of(d *casebook.Doc) Address {
	if d.Kind == casebook.KindSite {
		return ""
	}
	return s.folder(d.Kind) + Address(d.ID+"/")
}

// roundOf is the address of a round of a case: round 0 is the case's own page.
func (s slugs) roundOf(c *casebook.Case, n int) Address {
	if n == 0 {
		return s.of(&c.Doc)
	}
	return s.of(&c.Doc) + Address(s.round+strconv.Itoa(n)+"/")
}
