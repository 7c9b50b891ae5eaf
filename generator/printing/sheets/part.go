package sheets

import (
	"html/template"
	"regexp"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// Fact is a name and its value.
type Fact struct{ Name, Value string }

// Foot is the line at the foot of a sheet. It identifies the sheet when it is separated
// from the others.
type Foot struct {
	What string // the case or session, and how far the case is real
	Who  string // licence, organiser and date, as far as known
}

// FootOf returns the foot for a case and a date. A zero date means the date of the
// newest content.
func (p Base) FootOf(c *casebook.Case, day casebook.Date) Foot {
	what := []string{c.Title.V}
	switch c.Origin {
	case casebook.Fictional:
		what = append(what, p.T("paper.fictional"))
	case casebook.Composite, casebook.Anonymised:
		what = append(what, p.T("origin."+c.Origin.String()))
	}
	return Foot{What: JoinWithDots(what...), Who: p.Imprint(day)}
}

// Imprint returns the licence, the organiser and a date, as far as known. A zero date
// means the date of the newest content.
func (p Base) Imprint(day casebook.Date) string {
	if day.IsZero() {
		day.Time = p.Updated
	}
	licence := ""
	if l := p.Licence(); l != nil {
		licence = l.Text
	}
	return JoinWithDots(licence, p.Book.Site.Organiser.V, day.Label(p.Words))
}

// JoinWithDots joins the parts that are not empty with middle dots.
func JoinWithDots(parts ...string) string {
	var some []string
	for _, s := range parts {
		if s != "" {
			some = append(some, s)
		}
	}
	return strings.Join(some, " · ")
}

// onlyOnScreen matches the markup that has no use on paper: links, ids (a pack holds
// several cases that may have the same ids), and lazy loading of images.
var onlyOnScreen = regexp.MustCompile(`</?a\b[^>]*>| id="[^"]*"| loading="lazy"`)

// PaperProse returns an author's text for a sheet on which no case is known, so links to
// events have neutral texts.
func (p Base) PaperProse(t casebook.Prose) template.HTML { return p.PaperProseAfter(t, nil, 0) }

// PaperProseAfter returns an author's text for a sheet on which a case is known up to a
// round.
func (p Base) PaperProseAfter(t casebook.Prose, c *casebook.Case, round int) template.HTML {
	return template.HTML(onlyOnScreen.ReplaceAllString(string(page.ProseAt(p.Page, t, round, c)), "")) // takes tags away, adds none
}

// Section is a document that is a page of its own or part of a page: a handout, a worksheet, a
// guide.
type Section struct {
	*page.Page
	Title string // of the case
	Top   bool   // whether its title is the main heading of the page
}

// Head is a heading, with the level that fits its place on the page.
type Head struct {
	Level             int
	Text, More, Class string
}

// TitleHeading returns the main heading of the part.
func (s Section) TitleHeading() Head { return s.Titled(s.Title) }

// Titled returns the main heading of the part with another text.
func (s Section) Titled(text string) Head {
	h := s.Heading(1, text)
	h.Class = "sheet__title"
	return h
}

// Heading returns a heading inside the part: of the given level if the part is the whole
// page, one level deeper otherwise.
func (s Section) Heading(level int, text string) Head {
	if !s.Top {
		level++
	}
	return Head{Level: level, Text: text}
}

// Mark sets the title, description and classes of a page of sheets of a case. kind is the
// prefix of the catalogue keys; paper is the named page in paper.css of its first sheet.
func (p Base) SetCasePage(c *casebook.Case, kind, paper string) {
	p.SpeakFor(c)
	p.Section, p.BodyClass = "cases", "p-"+paper
	p.Title = p.T(kind+".title", "case", c.Title.V)
	p.Description = p.T(kind+".description", "case", c.Title.V)
}

// BackTo returns the link back to the page of a case.
func (p Base) CaseLink(c *casebook.Case) page.Link {
	return page.Link{Href: p.Href(c), Text: p.T("paper.back", "title", c.Title.V)}
}

// MarkSession sets the title, description and classes of a page of sheets of a session.
func (p Base) SetSessionPage(x *casebook.Session, kind string) {
	p.Section, p.BodyClass = "sessions", "p-sheet"
	p.Title = p.T(kind+".title", "session", x.Title.V)
	p.Description = p.T(kind+".description", "session", x.Title.V)
}
