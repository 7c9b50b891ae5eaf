package printing

import (
	"strconv"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// seatsPerTable is the assumed number of people at a table. The run sheet mentions the
// assumption.
const seatsPerTable = 8

// runSheet is the schedule of a session with what to bring (_runsheet.html).
type runSheet struct {
	sheets.Section
	ID         string
	Kicker     string
	Facts      []sheets.Fact
	Programme  programme
	Tables     []runTable
	Bring      []bringList
	Counted    string // the assumption for the counts: eight people at each of two tables
	Extras     []string
	Statements []string
	After      []string
	Behind     []contentsPart // the guides, if the run sheet is a page of its own
	Foot       sheets.Foot
}

// runTable is one table of a session. The names of the people at it are filled in by hand.
type runTable struct{ Name, Case string }

// bringList lists the paper to bring for one case.
type bringList struct {
	Case  string
	Items []bringItem
}

// bringItem is one thing to bring: the number per table, and the total if the number of
// tables is known. ID is the id of the sheet, if it is on the same page.
type bringItem struct{ What, Each, All, ID string }

type runSheetView struct {
	*page.Page
	Back     page.Link
	RunSheet runSheet
	Guides   []guide
}

// RunSheetView returns the view of the run sheet of a session, followed by the guides to
// its cases.
func RunSheetView(p sheets.Base, x *casebook.Session) any {
	p.SetSessionPage(x, "paper.runsheet")
	p.BodyClass = "p-guide"
	v := &runSheetView{Page: p.Page, Back: backToSession(p, x), Guides: guidesOf(p, x)}
	v.RunSheet = newRunSheet(p, x, true, sheetIDsByCase{}, v.Guides)
	for _, g := range v.Guides {
		v.RunSheet.Behind = append(v.RunSheet.Behind, guideContents(p, g))
	}
	return v
}

// newRunSheet returns the run sheet, as a page of its own if top, otherwise for a pack. ids
// are the ids of the sheets of each case on the page; guides are those of the session's
// cases, on the same page.
func newRunSheet(p sheets.Base, x *casebook.Session, top bool, ids sheetIDsByCase, guides []guide) runSheet {
	title, kicker := x.Title.V, p.T("paper.runsheet.kicker")
	if !top {
		title, kicker = kicker, title
	}
	v := runSheet{
		Section: sheets.Section{Page: p.Page, Title: title, Top: top}, ID: "_run-sheet", Kicker: kicker,
		Facts: sessionFacts(p, x), Programme: newProgramme(p, x), Statements: casebook.Strings(x.Statements),
		Foot: sheets.Foot{What: x.Title.V, Who: p.Imprint(x.Date)},
	}
	v.Programme.Minutes = true
	for _, g := range x.Groups {
		t := runTable{Name: g.Name.V}
		if g.Case.To != nil {
			t.Case = g.Case.To.Title.V
		}
		v.Tables = append(v.Tables, t)
	}
	for i, c := range sessionCases(x) {
		v.Bring = append(v.Bring, newBringList(p, x, c, guides[i], ids[c]))
	}
	v.Counted = p.T("paper.runsheet.counted", "seats", seatsPerTable)
	if n := len(x.Groups); n > 0 {
		v.Counted = p.N("paper.runsheet.counted-tables", n, "seats", seatsPerTable)
	}
	for _, key := range []string{"pack", "pens", "clock", "wall"} {
		v.Extras = append(v.Extras, p.T("paper.runsheet.extra-"+key))
	}
	for _, key := range []string{"home", "cards", "votes", "reflection", "consent", "blank"} {
		v.After = append(v.After, p.T("paper.runsheet.after-"+key))
	}
	return v
}

// newBringList returns the numbers of sheets to bring for one case.
func newBringList(p sheets.Base, x *casebook.Session, c *casebook.Case, g guide, ids sheetIDs) bringList {
	tables := tableCount(x, c)
	item := func(what string, each int, id string) bringItem {
		i := bringItem{What: what, Each: strconv.Itoa(each), ID: id}
		if tables > 0 {
			i.All = strconv.Itoa(each * tables)
		}
		return i
	}
	items := []bringItem{
		item(p.T("paper.runsheet.handout"), seatsPerTable, ids.Handout),
		item(p.T("paper.runsheet.worksheet"), seatsPerTable, ids.Worksheet),
		item(p.T("paper.runsheet.cards", "cards", p.N("paper.cards.count", len(c.Deck)),
			"rounds", p.N("paper.runsheet.stacks", roundsWithCards(c))), 1, ""),
		item(p.T("paper.runsheet.later"), seatsPerTable, ids.Later),
		item(p.T("paper.runsheet.guide"), 1, g.ID),
		item(p.T("paper.runsheet.map"), 1, g.mapID()),
	}
	return bringList{Case: c.Title.V, Items: items}
}

// mapID returns the id of the life map, or of the list of events if there is no map; empty
// if there is neither.
func (g guide) mapID() string {
	switch {
	case g.Life.Map != "":
		return g.ID + "-map"
	case len(g.Life.Events) > 0:
		return g.ID + "-list"
	}
	return ""
}

// tableCount returns the number of tables that discuss a case: those of its groups, or all
// if no group has it. It returns 0 if the session has no groups.
func tableCount(x *casebook.Session, c *casebook.Case) int {
	n := 0
	for _, g := range x.Groups {
		if g.Case.To == c {
			n++
		}
	}
	if n == 0 {
		return len(x.Groups)
	}
	return n
}

// roundsWithCards returns the number of rounds that have cards.
func roundsWithCards(c *casebook.Case) int {
	n := 0
	for _, r := range c.Rounds {
		if len(c.CardsIn(r.N)) > 0 {
			n++
		}
	}
	return n
}

func guidesOf(p sheets.Base, x *casebook.Session) []guide {
	var guides []guide
	for i, c := range sessionCases(x) {
		guides = append(guides, newGuide(p, c, x, guideID(i)))
	}
	return guides
}

func guideID(i int) string { return "_guide-" + strconv.Itoa(i+1) }

func guideContents(p sheets.Base, g guide) contentsPart {
	part := contentsPart{ID: g.ID, Text: g.Name}
	for _, r := range g.Rounds {
		part.Entries = append(part.Entries, contentsEntry{g.RoundID(r), sheets.JoinWithDots(r.Label, r.Name)})
	}
	part.Entries = append(part.Entries, contentsEntry{g.ID + "-close", p.T("paper.guide.close")})
	if g.Life.Map != "" {
		part.Entries = append(part.Entries, contentsEntry{g.ID + "-map", p.T("paper.guide.map")})
	}
	if len(g.Life.Events) > 0 {
		part.Entries = append(part.Entries, contentsEntry{g.ID + "-list", p.T("paper.guide.list")})
	}
	if len(g.Life.Ties) > 0 {
		part.Entries = append(part.Entries, contentsEntry{g.ID + "-network", p.T("paper.guide.network")})
	}
	return part
}
