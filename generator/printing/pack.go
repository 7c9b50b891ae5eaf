// Package session makes the pages to print for a whole session: a guide to each case and a
// run sheet for the facilitator, and two packs that combine everything.
//
//	printing.GuideView(p, c)            // the guide to a case, timed from the start of the case
//	printing.RunSheetView(p, x)         // the run sheet of a session, with its guides
//	printing.PackView(p, x)             // signs, handouts and worksheets; round 0 only
//	printing.FacilitatorPackView(p, x)  // the same, with the later rounds, guides and run sheet
//
// A table of contents links to parts of its own page, <a href="#_table-1">Tafel 1 <span
// class="page-number"></span></a> inside an element of class contents. The page numbers are
// filled in when a PDF is made, because they are not known before.
package printing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// packView is the view of a pack: a cover, the programme and the contents, then the sheets
// for each table. RunSheet and Behind are set in the facilitator's pack only.
type packView struct {
	*page.Page
	Back      page.Link // to the session
	Hint      string
	Kicker    string
	Heading   string
	Facts     []sheets.Fact
	Cases     []string
	Code      *sheets.Code // to the page of the session
	Programme programme
	Contents  []contentsPart
	Personal  bool // whether there is one case and no tables, so each participant has a pack
	Tables    []packTable
	RunSheet  *runSheet
	Behind    []packCase
	Foot      sheets.Foot
}

// packCase holds the sheets of a case for the facilitator: the handouts of its later
// rounds, and its guide.
type packCase struct {
	Later []packLeaf
	Guide guide
}

// contentsPart is one part of a table of contents (_contents.html). ID is its id on the
// page, empty if it has none.
type contentsPart struct {
	ID, Text, Note string
	Entries        []contentsEntry
}

type contentsEntry struct{ ID, Text string }

// packTable holds the sheets for one table, or for one case if there are no tables; then
// Sign is empty.
type packTable struct {
	ID, Sign, Case string
	Size           string // type size of the sign: large, middle or small
	Leaves         []packLeaf
}

// packLeaf is one sheet of a pack: a handout, a worksheet or, for the facilitator, the
// handout of a later round. One of the pointers is set.
type packLeaf struct {
	ID, Text  string
	Handout   *HandoutData
	Worksheet *WorksheetData
	Later     *RoundHandoutData
}

// sheetIDsByCase holds the ids of the first sheets of each case.
type sheetIDsByCase map[*casebook.Case]sheetIDs

type sheetIDs struct{ Handout, Worksheet, Later string }

// PackView returns the view of the participants' pack of a session.
func PackView(p sheets.Base, x *casebook.Session) any {
	v, _ := newPack(p, x, "paper.pack")
	return v
}

// FacilitatorPackView returns the view of the facilitator's pack: the run sheet, the
// guides, and everything in the participants' pack.
func FacilitatorPackView(p sheets.Base, x *casebook.Session) any {
	v, ids := newPack(p, x, "paper.facilitator-pack")
	guides := guidesOf(p, x)
	for i, c := range sessionCases(x) {
		behind := packCase{Later: laterHandouts(p, c, x, i+1), Guide: guides[i]}
		v.Behind = append(v.Behind, behind)
		if len(behind.Later) > 0 {
			entry := ids[c]
			entry.Later = behind.Later[0].ID
			ids[c] = entry
			v.Contents = append(v.Contents, contentsPart{
				Text: p.T("paper.pack.later-rounds", "case", c.Title.V), Entries: contentsEntries(behind.Later),
			})
		}
		v.Contents = append(v.Contents, guideContents(p, behind.Guide))
	}
	run := newRunSheet(p, x, false, ids, guides)
	v.RunSheet, v.Personal = &run, false
	v.Contents = slices.Insert(v.Contents, 0, contentsPart{ID: run.ID, Text: run.Title})
	return v
}

// laterHandouts returns the handouts of the later rounds of a case. n is the number of the
// case in the session, for the ids.
func laterHandouts(p sheets.Base, c *casebook.Case, x *casebook.Session, n int) []packLeaf {
	var leaves []packLeaf
	for round := 1; round <= c.LastRound(); round++ {
		h := NewRoundHandoutData(p, c, round, x.Date, false)
		leaves = append(leaves, packLeaf{
			ID:   fmt.Sprintf("_later-%d-%d", n, round),
			Text: sheets.JoinWithDots(p.T("paper.round", "n", round), c.Rounds[round].Name.V), Later: &h,
		})
	}
	return leaves
}

func contentsEntries(leaves []packLeaf) []contentsEntry {
	var entries []contentsEntry
	for _, leaf := range leaves {
		entries = append(entries, contentsEntry{leaf.ID, leaf.Text})
	}
	return entries
}

// newPack returns the parts that both packs share, and the ids of the sheets. kind is the
// prefix of the catalogue keys.
func newPack(p sheets.Base, x *casebook.Session, kind string) (*packView, sheetIDsByCase) {
	p.SetSessionPage(x, kind)
	p.BodyClass = "p-sheet p-pack"
	v := &packView{
		Page: p.Page, Back: backToSession(p, x), Hint: p.T(kind + ".hint"), Kicker: p.T(kind + ".kicker"), Heading: x.Title.V,
		Facts: sessionFacts(p, x), Programme: newProgramme(p, x), Code: p.CodeTo(p.At.Of(&x.Doc)),
		Foot: sheets.Foot{What: x.Title.V, Who: p.Imprint(x.Date)},
	}
	ids := sheetIDsByCase{}
	for _, c := range sessionCases(x) {
		v.Cases = append(v.Cases, c.Title.V)
	}
	for _, t := range packTables(x) {
		t := v.newTable(p, x, t, ids)
		v.Tables = append(v.Tables, t)
		part := contentsPart{ID: t.ID, Text: t.Sign, Note: t.Case}
		if t.Sign == "" {
			part = contentsPart{Text: t.Case}
		}
		part.Entries = contentsEntries(t.Leaves)
		v.Contents = append(v.Contents, part)
	}
	v.Personal = len(v.Tables) == 1 && len(x.Groups) == 0
	return v, ids
}

// packTables returns the tables of a session with their cases, followed by the cases that
// have no table.
func packTables(x *casebook.Session) []casebook.Group {
	tables := slices.Clone(x.Groups)
	for _, c := range sessionCases(x) {
		if !slices.ContainsFunc(x.Groups, func(g casebook.Group) bool { return g.Case.To == c }) {
			tables = append(tables, casebook.Group{Case: casebook.Ref[casebook.Case]{To: c}})
		}
	}
	return tables
}

func (v *packView) newTable(p sheets.Base, x *casebook.Session, g casebook.Group, ids sheetIDsByCase) packTable {
	n := strconv.Itoa(len(v.Tables) + 1)
	t := packTable{ID: "_table-" + n, Sign: g.Name.V, Size: signSize(g.Name.V)}
	c := g.Case.To
	if c == nil {
		return t
	}
	t.Case = c.Title.V
	handout, worksheet := NewHandoutData(p, c, x.Date, false), NewWorksheetData(p, c, x.Date, false)
	handout.Foot.What = sheets.JoinWithDots(t.Sign, handout.Foot.What)
	worksheet.Foot.What = sheets.JoinWithDots(t.Sign, worksheet.Foot.What)
	t.Leaves = []packLeaf{
		{ID: "_handout-" + n, Text: p.T("paper.pack.handout"), Handout: &handout},
		{ID: "_worksheet-" + n, Text: p.T("paper.pack.worksheet"), Worksheet: &worksheet},
	}
	if _, known := ids[c]; !known {
		ids[c] = sheetIDs{Handout: t.Leaves[0].ID, Worksheet: t.Leaves[1].ID}
	}
	return t
}

// signSize returns the type size of a table sign, such that its longest word fits on a line
// and the whole text on half a sheet.
func signSize(name string) string {
	longest := 0
	for word := range strings.FieldsSeq(name) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	switch all := utf8.RuneCountInString(name); {
	case longest <= 9 && all <= 18:
		return "large"
	case longest <= 15 && all <= 45:
		return "middle"
	}
	return "small"
}

func backToSession(p sheets.Base, x *casebook.Session) page.Link {
	return page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}
}

func sessionFacts(p sheets.Base, x *casebook.Session) []sheets.Fact {
	var facts []sheets.Fact
	for _, f := range []sheets.Fact{
		{Name: p.T("paper.pack.date"), Value: x.Date.Label(p.Words)},
		{Name: p.T("paper.pack.hours"), Value: x.Hours(p.Words)},
		{Name: p.T("paper.pack.place"), Value: x.Place.V},
		{Name: p.T("paper.pack.organiser"), Value: x.Organiser.V},
		{Name: p.T("paper.pack.series"), Value: x.Series.V},
	} {
		if f.Value != "" {
			facts = append(facts, f)
		}
	}
	return facts
}

// sessionCases returns the published cases of a session, including those of its tables,
// without duplicates.
func sessionCases(x *casebook.Session) []*casebook.Case {
	var cases []*casebook.Case
	add := func(c *casebook.Case) {
		if c != nil && !slices.Contains(cases, c) {
			cases = append(cases, c)
		}
	}
	for _, r := range x.Cases {
		add(r.To)
	}
	for _, g := range x.Groups {
		add(g.Case.To)
	}
	return cases
}
