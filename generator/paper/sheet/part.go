package sheet

import (
	"html/template"
	"regexp"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// Fact is a name and its value.
type Fact struct{ Name, Value string }

// Foot is the small line at the foot of a sheet that leaves the room on its own.
type Foot struct {
	What string // the case or session, and how true it is
	Who  string // licence, organiser and date, as far as known
}

// FootOf tells of a case and a day. The day is that of a session, or else of the newest content; never today's.
func (p Maker) FootOf(c *casebook.Case, day casebook.Date) Foot {
	what := []string{c.Title.V}
	switch c.Origin {
	case casebook.Fictional:
		what = append(what, p.T("paper.fictional"))
	case casebook.Composite, casebook.Anonymised:
		what = append(what, p.T("origin."+c.Origin.String()))
	}
	return Foot{What: Dotted(what...), Who: p.Imprint(day)}
}

// Imprint is the licence, the organiser and a day, as far as known; the day is that of the newest content unless given.
func (p Maker) Imprint(day casebook.Date) string {
	if day.IsZero() {
		day.Time = p.Updated
	}
	licence := ""
	if l := p.Licence(); l != nil {
		licence = l.Text
	}
	return Dotted(licence, p.Book.Site.Organiser.V, day.Label(p.Words))
}

// Dotted joins what there is with middle dots.
func Dotted(parts ...string) string {
	var some []string
	for _, s := range parts {
		if s != "" {
			some = append(some, s)
		}
	}
	return strings.Join(some, " · ")
}

// onlyOnScreen is what a sheet has no use for: links, ids (a pack holds several cases, whose ids may be the same), and
// the putting off of pictures until a reader scrolls to them.
var onlyOnScreen = regexp.MustCompile(`</?a\b[^>]*>| id="[^"]*"| loading="lazy"`)

// PaperProse is an author's text for a sheet. Nothing of a case is known yet, so links to events have neutral words.
func (p Maker) PaperProse(t casebook.Prose) template.HTML { return p.PaperProseAfter(t, nil, 0) }

// PaperProseAfter is an author's text for a sheet that knows a case up to a round.
func (p Maker) PaperProseAfter(t casebook.Prose, c *casebook.Case, round int) template.HTML {
	return template.HTML(onlyOnScreen.ReplaceAllString(string(page.ProseAt(p.Page, t, round, c)), "")) //nolint:gosec // takes tags away, adds none
}

// Part is something that may be a page of its own or stand on a page with others: a handout, a worksheet, a guide.
type Part struct {
	*page.Page
	Title string // of the case
	Top   bool   // whether its title is the heading of the whole page
}

// Head is a heading of the level that fits the page.
type Head struct {
	Level             int
	Text, More, Class string
}

// TitleHeading is the part's own heading.
func (s Part) TitleHeading() Head { return s.Titled(s.Title) }

// Titled is the part's own heading in other words.
func (s Part) Titled(text string) Head {
	h := s.Heading(1, text)
	h.Class = "sheet__title"
	return h
}

// Heading is a heading inside the part, of level 2 or 3 when the part is the whole page and one deeper otherwise.
func (s Part) Heading(level int, text string) Head {
	if !s.Top {
		level++
	}
	return Head{Level: level, Text: text}
}

// Mark marks the page as one of sheets. kind is a key of the catalogue and paper the named page of paper.css that its
// first sheet has.
func (p Maker) Mark(c *casebook.Case, kind, paper string) {
	p.SpeakFor(c)
	p.Section, p.BodyClass = "cases", "p-"+paper
	p.Title = p.T(kind+".title", "case", c.Title.V)
	p.Description = p.T(kind+".description", "case", c.Title.V)
}

func (p Maker) BackTo(c *casebook.Case) page.Link {
	return page.Link{Href: p.Href(c), Text: p.T("paper.back", "title", c.Title.V)}
}

// MarkSession marks the page as sheets of a session.
func (p Maker) MarkSession(x *casebook.Session, kind string) {
	p.Section, p.BodyClass = "sessions", "p-sheet"
	p.Title = p.T(kind+".title", "session", x.Title.V)
	p.Description = p.T(kind+".description", "session", x.Title.V)
}
