package export

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"casusboek/generator/casebook"
)

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

// feed is feed.xml: the sessions and cases, newest first. It tells of a case its title and summary, of a session where
// it was and what was discussed, since a feed reader knows no rounds. A case is as new as its newest session, and
// without one as new as the site. Nil when no date is known at all: Atom cannot do without.
func (s *site) feed() ([]byte, error) {
	if s.Updated.IsZero() {
		return nil, nil
	}
	var entries []atomEntry
	for _, x := range s.book.Sessions {
		entries = append(entries, s.feedEntry(&x.Doc, x.Heading(), s.sessionSummary(x), x.Date.Time))
	}
	for _, c := range s.book.Cases {
		date := s.Updated
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
		Lang: s.Words.Lang, ID: s.base(), Title: in.Title.V, Subtitle: in.Subtitle.V, Updated: atomTime(s.Updated), Author: atomAuthor{author},
		Links:  []atomLink{{"self", "application/atom+xml", s.base() + feedFile}, {"alternate", "text/html", s.base()}},
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

// sessionSummary is made of facts alone: the article's own text may quote what participants only learn in a later
// round.
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

// marshalXML gives a document with its XML declaration.
func marshalXML(v any) ([]byte, error) {
	text, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, err
	}
	return bytes.Join([][]byte{[]byte(xml.Header), text, []byte("\n")}, nil), nil
}
