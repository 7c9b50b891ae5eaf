package paper

import (
	"html/template"
	"regexp"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// sheetFoot is the small line at the foot of a sheet that leaves the room on its own.
type sheetFoot struct {
	What string // the case or session, and how true it is
	Who  string // licence, organiser and date, as far as known
}

// foot tells of a case and a day. The day is that of a session, or else of the newest content; never today's.
func (p maker) foot(c *casebook.Case, day casebook.Date) sheetFoot {
	what := []string{c.Title.V}
	switch c.Origin {
	case casebook.Fictional:
		what = append(what, p.T("paper.fictional"))
	case casebook.Composite, casebook.Anonymised:
		what = append(what, p.T("origin."+c.Origin.String()))
	}
	return sheetFoot{What: dotted(what...), Who: p.imprint(day)}
}

func (p maker) imprint(day casebook.Date) string {
	if day.IsZero() {
		day.Time = p.Updated
	}
	licence := ""
	if l := p.Licence(); l != nil {
		licence = l.Text
	}
	return dotted(licence, p.Book.Site.Organiser.V, day.Label(p.Words))
}

// dotted joins what there is with middle dots.
func dotted(parts ...string) string {
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

// paperProse is an author's text for a sheet. Nothing of a case is known yet, so links to events have neutral words.
func (p maker) paperProse(t casebook.Prose) template.HTML {
	return template.HTML(onlyOnScreen.ReplaceAllString(string(p.Prose(t)), "")) //nolint:gosec // takes tags away, adds none
}

// sheetPart is something that may be a page of its own or stand on a page with others: a handout, a worksheet, a guide.
type sheetPart struct {
	*page.Page
	Title string // of the case
	Top   bool   // whether its title is the heading of the whole page
}

// heading is a heading of the level that fits the page.
type heading struct {
	Level             int
	Text, More, Class string
}

// TitleHeading is the part's own heading.
func (s sheetPart) TitleHeading() heading { return s.title(s.Title) }

func (s sheetPart) title(text string) heading {
	h := s.Heading(1, text)
	h.Class = "sheet__title"
	return h
}

// Heading is a heading inside the part, of level 2 or 3 when the part is the whole page and one deeper otherwise.
func (s sheetPart) Heading(level int, text string) heading {
	if !s.Top {
		level++
	}
	return heading{Level: level, Text: text}
}

// handout is one sheet to read and write on: what everybody knows in round 0.
type handout struct {
	sheetPart
	Size      string // ample, dense, or apart: the text has a sheet of its own and the questions come on the next
	Lead      string
	Text      template.HTML
	Questions []string
	Choices   []string
	Question  string // the main question
	Foot      sheetFoot
}

type handoutView struct {
	*page.Page
	Back    page.Link // to the case
	Handout handout
}

func (p maker) handoutView(c *casebook.Case) any {
	p.paper(c, "paper.handout", "sheet")
	return &handoutView{Page: p.Page, Back: p.backTo(c), Handout: p.handout(c, casebook.Date{}, true)}
}

// paper marks the page as one of sheets. kind is a key of the catalogue and paper the named page of paper.css that its
// first sheet has.
func (p maker) paper(c *casebook.Case, kind, paper string) {
	p.SpeakFor(c)
	p.Section, p.BodyClass = "cases", "p-"+paper
	p.Title = p.T(kind+".title", "case", c.Title.V)
	p.Description = p.T(kind+".description", "case", c.Title.V)
}

func (p maker) backTo(c *casebook.Case) page.Link {
	return page.Link{Href: p.Href(c), Text: p.T("paper.back", "title", c.Title.V)}
}

// The longest texts, in characters, that leave room for questions and some lines to write on, in large type and in
// small. Counted on A4 with the widest of the fonts of casusboek.css.
const (
	ampleHandout = 1000
	denseHandout = 1650
)

func (p maker) handout(c *casebook.Case, day casebook.Date, top bool) handout {
	h := handout{
		sheetPart: sheetPart{p.Page, c.Title.V, top}, Lead: c.Summary.V, Text: p.paperProse(c.Body), Question: c.MainQuestion.V,
		Foot: p.foot(c, day), Size: handoutSize(c),
	}
	if len(c.Rounds) > 0 {
		h.Questions, h.Choices = casebook.Strings(c.Rounds[0].Questions), casebook.Strings(c.Rounds[0].Choices)
	}
	return h
}

// handoutSize estimates by the number of characters; a paragraph costs half a line more, an image half a sheet.
func handoutSize(c *casebook.Case) string {
	length := len([]rune(c.Body.Plain)) + 25*strings.Count(c.Body.Plain, "\n") + len([]rune(c.Summary.V))/2
	for _, part := range c.Body.Parts {
		if part.Image != nil {
			length += denseHandout
		}
	}
	switch {
	case length <= ampleHandout:
		return "ample"
	case length <= denseHandout:
		return "dense"
	}
	return "apart"
}

// worksheet is the sheet that a participant keeps: what she or he thought, round by round. It lies on the table from
// the start, so of the rounds to come it holds the names and choices, and not the questions, which may speak of facts.
type worksheet struct {
	sheetPart
	Stages []stage
	Foot   sheetFoot
}

// stage is one thing to write down, with ruled lines.
type stage struct {
	Name    string
	Ask     string
	Choices []string
	Gap     bool // a line to be spoken: what the participant would have said
}

type worksheetView struct {
	*page.Page
	Back      page.Link
	Worksheet worksheet
}

func (p maker) worksheetView(c *casebook.Case) any {
	p.paper(c, "paper.worksheet", "sheet")
	return &worksheetView{Page: p.Page, Back: p.backTo(c), Worksheet: p.worksheet(c, casebook.Date{}, true)}
}

// TitleHeading is what every worksheet is called; its case stands beside it.
func (w worksheet) TitleHeading() heading { return w.title(w.T("paper.worksheet.head")) }

// AskHeading is the heading of a stage, with what is asked in it.
func (w worksheet) AskHeading(name, ask string) heading {
	h := w.Heading(2, name)
	h.More = ask
	return h
}

func (p maker) worksheet(c *casebook.Case, day casebook.Date, top bool) worksheet {
	w := worksheet{sheetPart: sheetPart{p.Page, c.Title.V, top}, Foot: p.foot(c, day)}
	for _, r := range c.Rounds {
		s := stage{Name: p.T("paper.round", "n", r.N), Ask: sentence(r.Name.V), Choices: casebook.Strings(r.Choices)}
		switch {
		case r.N > 0:
			s.Ask += " " + p.T("paper.worksheet.round-ask")
		case len(r.Questions) > 0:
			s.Ask += " " + r.Questions[0].V
		}
		w.Stages = append(w.Stages, s)
	}
	if c.LastRound() > 0 {
		w.Stages = append(w.Stages, stage{Name: p.T("paper.worksheet.turn"), Ask: p.T("paper.worksheet.turn-ask")})
	}
	who := c.Pseudonym.V
	if who == "" {
		who = p.T("paper.worksheet.somebody")
	}
	w.Stages = append(w.Stages,
		stage{Name: p.T("paper.worksheet.say"), Ask: p.T("paper.worksheet.say-ask", "who", who), Gap: true},
		stage{Name: p.T("paper.worksheet.advice"), Ask: p.T("paper.worksheet.advice-ask")})
	return w
}

// sentence ends a name with a full stop so that a question can follow.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}
