package session

import (
	"strconv"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// seats is how many people sit at a table where nobody says otherwise. The run sheet counts with it, and says so.
const seats = 8

// runSheet is a session from minute to minute (_runsheet.html).
type runSheet struct {
	sheet.Part
	ID         string
	Kicker     string
	Facts      []sheet.Fact
	Programme  programme
	Tables     []runTable
	Bring      []bring
	Counted    string // what is reckoned with: eight people at each of two tables
	Extras     []string
	Statements []string
	After      []string
	Behind     []contentsPart // the guides, when the run sheet is a page of its own
	Foot       sheet.Foot
}

// runTable is one table of a session. Who leads it and who sits there is written in by hand.
type runTable struct{ Name, Case string }

// bring is what one case needs on paper.
type bring struct {
	Case  string
	Items []bringItem
}

// bringItem is one thing to bring: how many for each table, and for all of them when that is known. ID leads to it when
// it is on the same page.
type bringItem struct{ What, Each, All, ID string }

type runSheetView struct {
	*page.Page
	Back     page.Link
	RunSheet runSheet
	Guides   []guide
}

// RunSheetView is the page of a session from minute to minute, with the guides of its cases behind it.
func RunSheetView(p sheet.Maker, x *casebook.Session) any {
	p.MarkSession(x, "paper.runsheet")
	p.BodyClass = "p-guide"
	v := &runSheetView{Page: p.Page, Back: backTo(p, x), Guides: guidesOf(p, x)}
	v.RunSheet = runSheetOf(p, x, true, leaflets{}, v.Guides)
	for _, g := range v.Guides {
		v.RunSheet.Behind = append(v.RunSheet.Behind, guideContents(p, g))
	}
	return v
}

// runSheetOf is the run sheet as a page of its own or in a pack, where on says on which sheets a case's paper stands.
// guides are those of the session's cases, on the same page.
func runSheetOf(p sheet.Maker, x *casebook.Session, top bool, on leaflets, guides []guide) runSheet {
	title, kicker := x.Title.V, p.T("paper.runsheet.kicker")
	if !top {
		title, kicker = kicker, title
	}
	v := runSheet{
		Part: sheet.Part{Page: p.Page, Title: title, Top: top}, ID: "_run-sheet", Kicker: kicker,
		Facts: sessionFacts(p, x), Programme: programmeOf(p, x), Statements: casebook.Strings(x.Statements),
		Foot: sheet.Foot{What: x.Title.V, Who: p.Imprint(x.Date)},
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
		v.Bring = append(v.Bring, bringOf(p, x, c, guides[i], on[c]))
	}
	v.Counted = p.T("paper.runsheet.counted", "seats", seats)
	if n := len(x.Groups); n > 0 {
		v.Counted = p.N("paper.runsheet.counted-tables", n, "seats", seats)
	}
	for _, key := range []string{"pack", "pens", "clock", "wall"} {
		v.Extras = append(v.Extras, p.T("paper.runsheet.extra-"+key))
	}
	for _, key := range []string{"home", "cards", "votes", "reflection", "consent", "blank"} {
		v.After = append(v.After, p.T("paper.runsheet.after-"+key))
	}
	return v
}

// bringOf counts the paper of one case.
func bringOf(p sheet.Maker, x *casebook.Session, c *casebook.Case, g guide, on leaflet) bring {
	tables := tablesOf(x, c)
	item := func(what string, each int, id string) bringItem {
		i := bringItem{What: what, Each: strconv.Itoa(each), ID: id}
		if tables > 0 {
			i.All = strconv.Itoa(each * tables)
		}
		return i
	}
	items := []bringItem{
		item(p.T("paper.runsheet.handout"), seats, on.Handout),
		item(p.T("paper.runsheet.worksheet"), seats, on.Worksheet),
		item(p.T("paper.runsheet.cards", "cards", p.N("paper.cards.count", len(c.Deck)), "rounds", p.N("paper.runsheet.stacks", stacksOf(c))), 1, ""),
		item(p.T("paper.runsheet.later"), seats, on.Later),
		item(p.T("paper.runsheet.guide"), 1, g.ID),
		item(p.T("paper.runsheet.map"), 1, g.mapID()),
	}
	return bring{Case: c.Title.V, Items: items}
}

// mapID is the place of the life map, or of the list that stands for a life too full to draw; empty without either.
func (g guide) mapID() string {
	switch {
	case g.Life.Map != "":
		return g.ID + "-map"
	case len(g.Life.Events) > 0:
		return g.ID + "-list"
	}
	return ""
}

// tablesOf counts the tables that discuss a case: those of its groups, or all when it is given to none. It is 0 when the
// session does not say how many tables there are.
func tablesOf(x *casebook.Session, c *casebook.Case) int {
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

// stacksOf counts the rounds that bring cards.
func stacksOf(c *casebook.Case) int {
	n := 0
	for _, r := range c.Rounds {
		if len(c.CardsIn(r.N)) > 0 {
			n++
		}
	}
	return n
}

func guidesOf(p sheet.Maker, x *casebook.Session) []guide {
	var guides []guide
	for i, c := range sessionCases(x) {
		guides = append(guides, guideOf(p, c, x, guideID(i)))
	}
	return guides
}

func guideID(i int) string { return "_guide-" + strconv.Itoa(i+1) }

func guideContents(p sheet.Maker, g guide) contentsPart {
	part := contentsPart{ID: g.ID, Text: g.Name}
	for _, r := range g.Rounds {
		part.Entries = append(part.Entries, contentsEntry{g.RoundID(r), sheet.Dotted(r.Label, r.Name)})
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
