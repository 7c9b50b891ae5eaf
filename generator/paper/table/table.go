// Package table makes what lies on the table: the handout and the worksheet of a case, and blank sheets to tell a life on by
// hand. All of it knows round 0 alone, unless it says its round.
package table

import (
	"html/template"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// Handout is one sheet to read and write on: what everybody knows in round 0.
type Handout struct {
	sheet.Part
	Size      string // ample, dense, or apart: the text has a sheet of its own and the questions come on the next
	Lead      string
	Text      template.HTML
	Questions []string
	Choices   []string
	Question  string // the main question
	Foot      sheet.Foot
}

type handoutView struct {
	*page.Page
	Back    page.Link // to the case
	Handout Handout
}

// HandoutView is the page of the handout of a case.
func HandoutView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.handout", "sheet")
	return &handoutView{Page: p.Page, Back: p.BackTo(c), Handout: HandoutOf(p, c, casebook.Date{}, true)}
}

// The longest texts, in characters, that leave room for questions and some lines to write on, in large type and in
// small. Counted on A4 with the widest of the fonts of casusboek.css.
const (
	ampleHandout = 1000
	denseHandout = 1650
)

// HandoutOf is the handout of a case, as a page of its own or on a page with others.
func HandoutOf(p sheet.Maker, c *casebook.Case, day casebook.Date, top bool) Handout {
	h := Handout{
		Part: sheet.Part{Page: p.Page, Title: c.Title.V, Top: top}, Lead: c.Summary.V, Text: p.PaperProse(c.Body), Question: c.MainQuestion.V,
		Foot: p.FootOf(c, day), Size: handoutSize(c),
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

// Worksheet is the sheet that a participant keeps: what she or he thought, round by round. It lies on the table from
// the start, so of the rounds to come it holds the names and choices, and not the questions, which may speak of facts.
type Worksheet struct {
	sheet.Part
	Stages []stage
	Foot   sheet.Foot
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
	Worksheet Worksheet
}

// WorksheetView is the page of the worksheet of a case.
func WorksheetView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.worksheet", "sheet")
	return &worksheetView{Page: p.Page, Back: p.BackTo(c), Worksheet: WorksheetOf(p, c, casebook.Date{}, true)}
}

// TitleHeading is what every worksheet is called; its case stands beside it.
func (w Worksheet) TitleHeading() sheet.Head { return w.Titled(w.T("paper.worksheet.head")) }

// AskHeading is the heading of a stage, with what is asked in it.
func (w Worksheet) AskHeading(name, ask string) sheet.Head {
	h := w.Heading(2, name)
	h.More = ask
	return h
}

// WorksheetOf is the worksheet of a case, as a page of its own or on a page with others.
func WorksheetOf(p sheet.Maker, c *casebook.Case, day casebook.Date, top bool) Worksheet {
	w := Worksheet{Part: sheet.Part{Page: p.Page, Title: c.Title.V, Top: top}, Foot: p.FootOf(c, day)}
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
