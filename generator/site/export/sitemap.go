package export

import (
	"encoding/xml"
	"slices"

	"casusboek/generator/guard"
)

// sitemap is sitemap.xml (sitemaps.org 0.9): every page but 404.html, by address.
func (s *site) sitemap() ([]byte, error) {
	type location struct {
		Loc string `xml:"loc"`
	}
	set := struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}{}
	for _, p := range slices.Sorted(s.Pages) {
		if !p.IsFile() {
			set.URLs = append(set.URLs, location{s.public(p)})
		}
	}
	return marshalXML(set)
}

// robots is robots.txt (RFC 9309): all may be read, but nothing of the facilitator's edition.
func (s *site) robots() ([]byte, error) {
	if s.edition == guard.Facilitator {
		return []byte("User-agent: *\nDisallow: /\n"), nil
	}
	text := "User-agent: *\nAllow: /\n"
	if s.base() != "" {
		text += "\nSitemap: " + s.base() + sitemapFile + "\n"
	}
	return []byte(text), nil
}
