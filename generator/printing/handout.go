package printing

import (
	"html/template"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// HandoutData is the handout of round 0: a sheet to read and write on.
type HandoutData struct {
	sheets.Section
	Size      string // ample, dense, or apart: the questions are on a sheet after the text
	Lead      string
	Text      template.HTML
	Questions []string
	Choices   []string
	Question  string            // the main question
	Known     *RoundHandoutData // a second sheet with the cards of round 0; nil if there are none
	Code      *sheets.Code      // to the first page of the case; nil if the site has no address
	Foot      sheets.Foot
}

type handoutView struct {
	*page.Page
	Back    page.Link // to the case
	Handout HandoutData
}

// HandoutView returns the view of the handout of round 0 of a case.
func HandoutView(p sheets.Base, c *casebook.Case) any {
	p.SetCasePage(c, "paper.handout", "sheet")
	return &handoutView{Page: p.Page, Back: p.CaseLink(c), Handout: NewHandoutData(p, c, casebook.Date{}, true)}
}

// The longest texts, in characters, that leave space for questions and ruled lines, in
// large and in small type. Measured on A4 with the widest of the fonts of casusboek.css.
const (
	ampleHandout = 1000
	denseHandout = 1650
)

// NewHandoutData returns the handout of round 0: as a page of its own if top, otherwise for a
// page with other sheets. A zero day means the date of the newest content.
func NewHandoutData(p sheets.Base, c *casebook.Case, day casebook.Date, top bool) HandoutData {
	h := HandoutData{
		Section: sheets.Section{Page: p.Page, Title: c.Title.V, Top: top}, Lead: c.Summary.V,
		Text: p.PaperProse(c.Body), Question: c.MainQuestion.V,
		Code: p.CodeTo(p.At.Round(c, 0)), Foot: p.FootOf(c, day), Size: handoutSize(c),
	}
	if len(c.Rounds) > 0 {
		h.Questions, h.Choices = casebook.Strings(c.Rounds[0].Questions), casebook.Strings(c.Rounds[0].Choices)
	}
	if known := knownAfter(p, c, 0); len(known.Cards)+len(known.Network)+len(known.Dilemmas) > 0 {
		known.Section, known.Foot = sheets.Section{Page: p.Page, Title: c.Title.V}, h.Foot
		known.Kicker, known.Name = sheets.JoinWithDots(c.Title.V, p.T("paper.handout.round", "n", 0)), p.T("paper.handout.start")
		known.fit()
		h.Known = &known
	}
	return h
}

// handoutSize returns the type size, estimated from the number of characters. A paragraph
// counts as half a line more, an image as half a sheet.
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
