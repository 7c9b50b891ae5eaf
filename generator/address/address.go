// Package address says where every page of the site stands, and how one page links to another. Addresses are part of
// what the product promises, since people print and link them: they are made of an author's ids and of fixed words of
// the site's language, which no site can override.
//
//	at := address.In("nl")
//	at.Of(&c.Doc)                              // "casussen/nadira/"
//	at.Round(c, 2)                             // "casussen/nadira/ronde-2/"
//	at.Round(c, 2).To(at.Handout(c).File())    // "../../../casussen/nadira/handout/index.html"
//
// Links are relative and name index.html, so that the site works in any folder and from disk. The one exception is
// [Missing]: see [Root].
package address

import (
	"net/url"
	"strings"

	"casusboek/generator/casebook"
)

// Path is a page's place in the site: a slash separated path without a leading slash, ending in a slash, or empty for
// the home page. The file of the page "casussen/nadira/" is casussen/nadira/index.html.
type Path string

// The two pages that stand in no folder of their own.
const (
	Home    Path = ""
	Missing Path = "404.html" // what a host shows at any address that is not there
)

// File is the path of the page's file in the output folder.
func (p Path) File() string {
	if p.IsFile() {
		return string(p)
	}
	return string(p) + "index.html"
}

// IsFile reports whether the page is a file of its own rather than a folder, as only Missing is.
func (p Path) IsFile() bool { return strings.HasSuffix(string(p), ".html") }

// To gives the relative link from the page to a file of the site.
func (p Path) To(file string) string {
	return strings.Repeat("../", strings.Count(string(p), "/")) + file
}

// Base is the site's public address with a slash at its end; empty when not known.
func Base(site *casebook.Site) string {
	if site.Base.IsZero() {
		return ""
	}
	return strings.TrimSuffix(site.Base.V, "/") + "/"
}

// Root is the path part of the public address, such as /casusboek/; empty when not known. Only Missing needs it: a host
// shows that page at any depth, where a relative link would lead astray.
func Root(site *casebook.Site) string {
	u, err := url.Parse(Base(site))
	if err != nil || u.Path == "" {
		return ""
	}
	return u.EscapedPath()
}
