package table

import (
	"math"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// Worksheet is the sheet that a participant keeps: what she or he thought, round by round, and what comes of it. It lies
// on the table from the start, so of the rounds to come it holds the names and choices, and not the questions, which may
// speak of facts.
type Worksheet struct {
	sheet.Part
	Pages [][]stage // one page, or the front and back of one sheet; more only for a case of many rounds
	Foot  sheet.Foot
}

// stage is one thing to write down, with ruled lines.
type stage struct {
	Name    string
	Ask     string
	Choices []string
	Kind    string   // empty for plain lines, gap for a line to be spoken, steps for a table of who does what
	Columns []string // of the steps
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
	return Worksheet{
		Part: sheet.Part{Page: p.Page, Title: c.Title.V, Top: top}, Foot: p.FootOf(c, day),
		Pages: onPages(roundStages(p, c), lastStages(p, c)),
	}
}

// roundStages are what to write in each round.
func roundStages(p sheet.Maker, c *casebook.Case) []stage {
	var stages []stage
	for _, r := range c.Rounds {
		s := stage{Name: p.T("paper.round", "n", r.N), Ask: sentence(r.Name.V), Choices: casebook.Strings(r.Choices)}
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

// lastStages are what to write when all cards lie on the table.
func lastStages(p sheet.Maker, c *casebook.Case) []stage {
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
		stage{Name: p.T("paper.worksheet.next"), Ask: p.T("paper.worksheet.next-ask"), Kind: "steps", Columns: []string{
			p.T("paper.worksheet.who"), p.T("paper.worksheet.what"), p.T("paper.worksheet.when"),
		}})
}

// Measures of a worksheet on A4, in mm.
const (
	worksheetRoom = 245. // for stages on a page, below its head and above its foot
	threeLines    = 24.5
	askLine       = 5. // of a heading
	stageFoot     = 4.
	letterWidth   = 1.95 // of the headings, with a wide font
	askWidth      = 160.
)

// height is how much room a stage needs at least.
func (s stage) height() float64 {
	h := 1.5 + askLine*math.Ceil(letterWidth*float64(len([]rune(s.Name+s.Ask)))/askWidth) + threeLines + stageFoot
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

// onPages puts everything on one page when it fits there. Else the rounds have the front of the sheet, and as many pages
// as they need, and what comes after them the back.
func onPages(rounds, last []stage) [][]stage {
	all := append(append([]stage{}, rounds...), last...)
	if heightOf(all) <= worksheetRoom {
		return [][]stage{all}
	}
	return append(cut(rounds), cut(last)...)
}

// cut divides stages over pages that are about equally full.
func cut(stages []stage) [][]stage {
	if len(stages) == 0 {
		return nil
	}
	n := math.Ceil(heightOf(stages) / worksheetRoom)
	share := heightOf(stages) / n
	pages := [][]stage{nil}
	room := share
	for _, s := range stages {
		last := len(pages) - 1
		if len(pages[last]) > 0 && (room < s.height()/2 || heightOf(pages[last])+s.height() > worksheetRoom) {
			pages, room = append(pages, nil), room+share
			last++
		}
		pages[last] = append(pages[last], s)
		room -= s.height()
	}
	return pages
}

func heightOf(stages []stage) float64 {
	sum := 0.
	for _, s := range stages {
		sum += s.height()
	}
	return sum
}

// sentence ends a name with a full stop so that a question can follow.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}
