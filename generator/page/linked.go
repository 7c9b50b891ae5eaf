package page

import (
	"fmt"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// JSONLD is what a page tells machines of itself, in the words of schema.org: a case is a LearningResource, a session an Event, a reflection a
// Quotation. A resident is never a Person, and a participant is one only who consented to be named. It holds no fact of a case beyond round 0, and no
// text that a page shows only after a round.
type JSONLD struct {
	Context     string   `json:"@context,omitempty"` // of the outermost alone
	Type        string   `json:"@type"`
	Name        string   `json:"name,omitempty"`
	Headline    string   `json:"headline,omitempty"`
	Description string   `json:"description,omitempty"`
	Text        string   `json:"text,omitempty"` // of a quotation
	URL         string   `json:"url,omitempty"`  // only where the site's public address is known
	Language    string   `json:"inLanguage,omitempty"`
	Kind        string   `json:"learningResourceType,omitempty"`
	Time        string   `json:"timeRequired,omitempty"` // ISO 8601: PT50M
	Licence     string   `json:"license,omitempty"`
	Subjects    []string `json:"keywords,omitempty"`
	Start       string   `json:"startDate,omitempty"` // ISO 8601, without a zone
	Role        string   `json:"jobTitle,omitempty"`
	Place       *JSONLD  `json:"location,omitempty"`
	Publisher   *JSONLD  `json:"publisher,omitempty"`
	Organiser   *JSONLD  `json:"organizer,omitempty"`
	Speaker     *JSONLD  `json:"spokenByCharacter,omitempty"`
	Employer    *JSONLD  `json:"worksFor,omitempty"`
	PartOf      *JSONLD  `json:"isPartOf,omitempty"`
}

const schema = "https://schema.org"

// LinkCase says what a case is.
func (p *Page) LinkCase(c *casebook.Case) {
	l := p.linked("LearningResource", &c.Doc)
	l.Name, l.Description, l.Kind = c.Title.V, c.Summary.V, p.T("page.case.kicker")
	l.Subjects = themeTitles(c.Themes)
	if m := c.Minutes(); m > 0 {
		l.Time = fmt.Sprintf("PT%dM", m)
	}
	p.linkWhole(l)
}

// LinkSession says when and where a session was.
func (p *Page) LinkSession(s *casebook.Session) {
	l := p.linked("Event", &s.Doc)
	l.Name, l.Start = s.Heading(), s.Date.Format("2006-01-02")
	if s.Begin >= 0 {
		l.Start += fmt.Sprintf("T%02d:%02d", s.Begin/60%24, s.Begin%60)
	}
	if !s.Place.IsZero() {
		l.Place = &JSONLD{Type: "Place", Name: s.Place.V}
	}
	switch {
	case s.OrganisedBy != nil:
		l.Organiser = &JSONLD{Type: "Organization", Name: s.OrganisedBy.Title.V}
	case !s.Organiser.IsZero():
		l.Organiser = &JSONLD{Type: "Organization", Name: s.Organiser.V}
	}
	p.linkWhole(l)
}

// LinkReflection says what somebody said, and who said it as far as they consented to be shown.
func (p *Page) LinkReflection(r *casebook.Reflection, by Person) {
	l := p.linked("Quotation", &r.Doc)
	l.Headline, l.Subjects = r.Headline.V, themeTitles(r.Themes)
	if r.AfterRound == 0 {
		l.Text = r.Body.Plain
	}
	var employer *JSONLD
	if by.Organisation != nil {
		employer = &JSONLD{Type: "Organization", Name: by.Organisation.Text}
	}
	if r.Display == casebook.ShowName && !r.Participant.IsZero() {
		l.Speaker = &JSONLD{Type: "Person", Name: by.Name, Role: by.Role, Employer: employer}
	} else {
		l.Speaker = employer
	}
	p.linkWhole(l)
}

func (p *Page) linked(kind string, d *casebook.Doc) *JSONLD {
	l := &JSONLD{Context: schema, Type: kind, Language: p.Lang()}
	if base := address.Base(p.Site()); base != "" {
		l.URL = base + string(p.run.At.Of(d))
	}
	return l
}

// LinkSite says what the casebook is, on its home page.
func (p *Page) LinkSite() {
	l := p.linked("Collection", &p.Site().Doc)
	l.Name, l.Description = p.Site().Title.V, p.Site().Subtitle.V
	p.linkWhole(l)
	l.PartOf = nil
}

// linkWhole adds of which casebook it is a part, and under which licence it stands. What the facilitator has is not for machines.
func (p *Page) linkWhole(l *JSONLD) {
	if p.Facilitator() {
		return
	}
	p.Linked = l
	if l.Type == "Event" {
		return // it took place; it is no work that somebody published
	}
	site := p.Site()
	l.PartOf = &JSONLD{Type: "Collection", Name: site.Title.V, URL: address.Base(site)}
	if !site.Organiser.IsZero() {
		l.Publisher = &JSONLD{Type: "Organization", Name: site.Organiser.V}
	}
	if licence := p.Licence(); licence != nil {
		l.Licence = licence.Href
	}
}

func themeTitles(themes []casebook.Ref[casebook.Theme]) []string {
	var titles []string
	for _, t := range themes {
		if t.To != nil {
			titles = append(titles, t.To.Title.V)
		}
	}
	return titles
}

// Picture is the full address of the picture that stands beside a link to the page; empty as long as the site has no public address.
func (p *Page) Picture() string {
	if p.Canonical() == "" {
		return ""
	}
	return address.Base(p.Site()) + address.Cover
}
