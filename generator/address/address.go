// Package address holds the address of every page of the site and makes the links between
// pages. Readers print and share addresses, so they must not change: they consist of ids of
// authors and of fixed words per language, which a site cannot override.
//
//	at := address.In("nl")
//	at.Of(&c.Doc)                            // "casussen/nadira/"
//	at.Round(c, 2)                           // "casussen/nadira/ronde-2/"
//	at.Round(c, 2).To(at.Handout(c).File())  // "../../../casussen/nadira/handout/index.html"
//
// Links are relative and include index.html, so that the site works in any folder and from
// disk. The one exception is [Missing]: see [Root].
package address

import (
	"net/url"
	"strings"

	"casusboek/generator/casebook"
)

// Path is the address of a page: a slash separated path without a leading slash, ending in
// a slash, or empty for the home page. The file of the page "casussen/nadira/" is
// casussen/nadira/index.html.
type Path string

// The two pages without a folder of their own.
const (
	Home    Path = ""
	Missing Path = "404.html" // the page that a host shows for unknown addresses
)

// File returns the path of the page's file in the output folder.
func (p Path) File() string {
	if p.IsFile() {
		return string(p)
	}
	return string(p) + "index.html"
}

// IsFile reports whether the page is a file instead of a folder, as only Missing is.
func (p Path) IsFile() bool { return strings.HasSuffix(string(p), ".html") }

// To returns the relative link from the page to a file of the site.
func (p Path) To(file string) string {
	return strings.Repeat("../", strings.Count(string(p), "/")) + file
}

// Base returns the site's public address, ending in a slash; "" when not known.
func Base(site *casebook.Site) string {
	if site.Base.IsZero() {
		return ""
	}
	return strings.TrimSuffix(site.Base.V, "/") + "/"
}

// Root returns the path of the public address, such as /casusboek/; "" when not known. Only
// Missing needs it: hosts show that page at any depth, where relative links would be wrong.
func Root(site *casebook.Site) string {
	u, err := url.Parse(Base(site))
	if err != nil || u.Path == "" {
		return ""
	}
	return u.EscapedPath()
}
