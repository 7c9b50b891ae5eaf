package render

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

// public is the full address of a page, without index.html.
func (s *site) public(a address.Path) string { return address.Base(&s.book.Site) + string(a) }

// The parts of an Atom feed (RFC 4287).
type (
	atomFeed struct {
		XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang      string      `xml:"xml:lang,attr"`
		ID        string      `xml:"id"`
		Title     string      `xml:"title"`
		Subtitle  string      `xml:"subtitle,omitempty"`
		Updated   string      `xml:"updated"`
		Author    atomAuthor  `xml:"author"`
		Links     []atomLink  `xml:"link"`
		Rights    string      `xml:"rights,omitempty"`
		Generator atomProgram `xml:"generator"`
		Entries   []atomEntry `xml:"entry"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
	}
	atomProgram struct {
		Version string `xml:"version,attr,omitempty"`
		Name    string `xml:",chardata"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID      string     `xml:"id"`
		Title   string     `xml:"title"`
		Updated string     `xml:"updated"`
		Links   []atomLink `xml:"link"`
		Summary string     `xml:"summary,omitempty"`

		date time.Time
	}
)

// feed is feed.xml: the sessions and cases, newest first. It tells of a case its title and summary, of a session where it was and what was discussed, since
// a feed reader knows no rounds. A case is as new as its newest session, and without one as new as the site. Nil when no date is known at all: Atom
// cannot do without.
func (s *site) feed() ([]byte, error) {
	var entries []atomEntry
	newest := s.Updated
	for _, x := range s.book.Sessions {
		entries = append(entries, s.feedEntry(&x.Doc, headlineOf(x), s.sessionSummary(x), x.Date.Time))
		if newest.IsZero() || s.Updated.IsZero() && x.Date.After(newest) {
			newest = x.Date.Time
		}
	}
	if newest.IsZero() {
		return nil, nil
	}
	for _, c := range s.book.Cases {
		date := newest
		if len(c.Sessions) > 0 {
			date = slices.MaxFunc(c.Sessions, func(a, b *casebook.Session) int { return a.Date.Compare(b.Date.Time) }).Date.Time
		}
		entries = append(entries, s.feedEntry(&c.Doc, c.Title.V, c.Summary.V, date))
	}
	slices.SortStableFunc(entries, func(a, b atomEntry) int { return b.date.Compare(a.date) })
	in := &s.book.Site
	author := in.Organiser.V
	if author == "" {
		author = in.Title.V
	}
	return marshalXML(atomFeed{
		Lang: s.Words.Lang, ID: address.Base(&s.book.Site), Title: in.Title.V, Subtitle: in.Subtitle.V, Updated: atomTime(newest), Author: atomAuthor{author},
		Links:  []atomLink{{"self", "application/atom+xml", address.Base(&s.book.Site) + feedFile}, {"alternate", "text/html", address.Base(&s.book.Site)}},
		Rights: in.Licence.V, Generator: atomProgram{s.Version, "casusboek"}, Entries: entries,
	})
}

func (s *site) feedEntry(d *casebook.Doc, title, summary string, date time.Time) atomEntry {
	href := s.public(s.at.Of(d))
	return atomEntry{
		ID: href, Title: title, Updated: atomTime(date), Links: []atomLink{{"alternate", "text/html", href}},
		Summary: strings.Join(strings.Fields(summary), " "), date: date,
	}
}

// sessionSummary is made of facts alone: the article's own text may quote what participants only learn in a later round.
func (s *site) sessionSummary(x *casebook.Session) string {
	var cases []string
	for _, r := range x.Cases {
		if r.To != nil {
			cases = append(cases, r.To.Title.V)
		}
	}
	var parts []string
	if x.Place.V != "" {
		parts = append(parts, x.Place.V+".")
	}
	if len(cases) > 0 {
		parts = append(parts, s.Words.T("feed.cases", "titles", strings.Join(cases, "; ")))
	}
	return strings.Join(parts, " ")
}

func atomTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// sitemap is sitemap.xml (sitemaps.org 0.9): every page but 404.html, by address.
func (s *site) sitemap() ([]byte, error) {
	type location struct {
		Loc string `xml:"loc"`
	}
	set := struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}{}
	var addresses []string
	for p := range s.pages() {
		if !p.address.IsFile() {
			addresses = append(addresses, s.public(p.address))
		}
	}
	slices.Sort(addresses)
	for _, a := range addresses {
		set.URLs = append(set.URLs, location{a})
	}
	return marshalXML(set)
}

func marshalXML(v any) ([]byte, error) {
	text, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, err
	}
	return bytes.Join([][]byte{[]byte(xml.Header), text, []byte("\n")}, nil), nil
}

// robots is robots.txt: all may be read, but nothing of the facilitator's edition.
func (s *site) robots() []byte {
	if s.edition == guard.Facilitator {
		return []byte("User-agent: *\nDisallow: /\n")
	}
	text := "User-agent: *\nAllow: /\n"
	if address.Base(&s.book.Site) != "" {
		text += "\nSitemap: " + address.Base(&s.book.Site) + sitemapFile + "\n"
	}
	return []byte(text)
}
