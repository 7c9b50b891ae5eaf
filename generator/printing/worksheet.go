package printing

import (
	"math"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// WorksheetData is the sheet on which a participant writes down thoughts, round by round, and
// conclusions. It is handed out at the start, so of the later rounds it shows names and
// choices only, not the questions, which may contain facts.
type WorksheetData struct {
	sheets.Section
	Pages [][]stage // one page, or the front and back of one sheet; more for a case of many rounds
	Foot  sheets.Foot
}

// stage is one thing to write down, with ruled lines.
type stage struct {
	Name    string
	Ask     string
	Choices []string
	Kind    string   // empty for plain lines, gap for a line to say, steps for a table of actions
	Columns []string // of the table of actions
}

type worksheetView struct {
	*page.Page
	Back      page.Link
	Worksheet WorksheetData
}

// WorksheetView returns the view of the worksheet of a case.
func WorksheetView(p sheets.Base, c *casebook.Case) any {
	p.SetCasePage(c, "paper.worksheet", "sheet")
	return &worksheetView{Page: p.Page, Back: p.CaseLink(c), Worksheet: NewWorksheetData(p, c, casebook.Date{}, true)}
}

// TitleHeading returns the title of the worksheet, which is the same for every case.
func (w WorksheetData) TitleHeading() sheets.Head { return w.Titled(w.T("paper.worksheet.head")) }

// AskHeading returns the heading of a stage, with its question.
func (w WorksheetData) AskHeading(name, ask string) sheets.Head {
	h := w.Heading(2, name)
	h.More = ask
	return h
}

// NewWorksheetData returns the worksheet of a case: as a page of its own if top, otherwise for a
// page with other sheets. A zero day means the date of the newest content.
func NewWorksheetData(p sheets.Base, c *casebook.Case, day casebook.Date, top bool) WorksheetData {
	return WorksheetData{
		Section: sheets.Section{Page: p.Page, Title: c.Title.V, Top: top}, Foot: p.FootOf(c, day),
		Pages: worksheetPages(roundStages(p, c), lastStages(p, c)),
	}
}

// roundStages returns the stages of the rounds.
func roundStages(p sheets.Base, c *casebook.Case) []stage {
	var stages []stage
	for _, r := range c.Rounds {
		s := stage{Name: p.T("paper.round", "n", r.N), Ask: endWithStop(r.Name.V), Choices: casebook.Strings(r.Choices)}
		switch {
		case r.N > 0:
			s.Ask += " " + p.T("paper.worksheet.round-ask")
		case len(r.Questions) > 0:
			s.Ask += " " + r.Questions[0].V
		default:
			s.Ask += " " + p.T("paper.worksheet.first-ask")
		}
		stages = append(stages, s)
	}
	return stages
}

// lastStages returns the stages after the last round.
func lastStages(p sheets.Base, c *casebook.Case) []stage {
	var stages []stage
	if c.LastRound() > 0 {
		stages = append(stages, stage{Name: p.T("paper.worksheet.turn"), Ask: p.T("paper.worksheet.turn-ask")})
	}
	who := c.Pseudonym.V
	if who == "" {
		who = p.T("paper.worksheet.somebody")
	}
	return append(stages,
		stage{Name: p.T("paper.worksheet.say"), Ask: p.T("paper.worksheet.say-ask", "who", who), Kind: "gap"},
		stage{Name: p.T("paper.worksheet.advice"), Ask: p.T("paper.worksheet.advice-ask")},
		stage{
			Name: p.T("paper.worksheet.next"), Ask: p.T("paper.worksheet.next-ask"), Kind: "steps",
			Columns: []string{
				p.T("paper.worksheet.who"), p.T("paper.worksheet.what"), p.T("paper.worksheet.when"),
			},
		})
}

// Dimensions of a worksheet on A4, in mm.
const (
	worksheetPageHeight = 245. // height for stages, between the title and the foot
	stageLinesHeight    = 24.5
	askLineHeight       = 5. // line height of a heading
	stageFoot           = 4.
	letterWidth         = 1.95 // of a heading, in a wide font
	askWidth            = 160.
)

// height returns the smallest height of a stage.
func (s stage) height() float64 {
	h := 1.5 + askLineHeight*math.Ceil(letterWidth*float64(len([]rune(s.Name+s.Ask)))/askWidth) +
		stageLinesHeight + stageFoot
	if len(s.Choices) > 0 {
		width := 0.
		for _, c := range s.Choices {
			width += letterWidth*float64(len([]rune(c))) + 13
		}
		h += 1.5 + 6*math.Ceil(width/askWidth)
	}
	if s.Kind == "steps" {
		h += 12
	}
	return h
}

// worksheetPages puts all stages on one page if they fit. Otherwise the rounds start on the
// front of the sheet and take as many pages as they need, and the last stages start on a
// new page.
func worksheetPages(rounds, last []stage) [][]stage {
	all := append(append([]stage{}, rounds...), last...)
	if stagesHeight(all) <= worksheetPageHeight {
		return [][]stage{all}
	}
	return append(splitOverPages(rounds), splitOverPages(last)...)
}

// splitOverPages divides stages over as few pages as needed, about equally full.
func splitOverPages(stages []stage) [][]stage {
	if len(stages) == 0 {
		return nil
	}
	n := math.Ceil(stagesHeight(stages) / worksheetPageHeight)
	share := stagesHeight(stages) / n
	pages := [][]stage{nil}
	free := share
	for _, s := range stages {
		last := len(pages) - 1
		if len(pages[last]) > 0 && (free < s.height()/2 || stagesHeight(pages[last])+s.height() > worksheetPageHeight) {
			pages, free = append(pages, nil), free+share
			last++
		}
		pages[last] = append(pages[last], s)
		free -= s.height()
	}
	return pages
}

func stagesHeight(stages []stage) float64 {
	sum := 0.
	for _, s := range stages {
		sum += s.height()
	}
	return sum
}

// endWithStop returns s with a full stop at the end, so that a question can follow.
func endWithStop(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}
