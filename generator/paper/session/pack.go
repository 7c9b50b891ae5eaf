// Package session makes the paper of a whole session: a guide to every case and a run sheet for the facilitator, and two
// packs that bind it all together.
//
//	session.GuideView(p, c)            // what to lead the table from; with the times of the case itself
//	session.RunSheetView(p, x)         // the session from minute to minute, the guides behind it, with its times of day
//	session.PackView(p, x)             // for participants: table signs, handouts, worksheets. It knows round 0 alone
//	session.FacilitatorPackView(p, x)  // the same, and all that only the facilitator may know
//
// A list of contents links to the parts of its own page, <a href="#_table-1">Tafel 1 <span class="page-number"></span></a>
// inside an element of the class contents. On the screen that is all; who makes a PDF fills the numbers in, as only then
// is known where the pages end.
package session

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
	"casusboek/generator/paper/table"
)

// packView is all the paper of a session: a cover, programme and contents, then what lies on each of its tables.
// RunSheet and Behind are in the facilitator's pack alone.
type packView struct {
	*page.Page
	Back      page.Link // to the session
	Hint      string
	Kicker    string
	Heading   string
	Facts     []sheet.Fact
	Cases     []string
	Code      *sheet.Code // the way to the session's page
	Programme programme
	Contents  []contentsPart
	Personal  bool // one case and no tables: everybody has a pack of their own
	Tables    []packTable
	RunSheet  *runSheet
	Behind    []packCase
	Foot      sheet.Foot
}

// packCase is what only the facilitator has of a case: the handouts of its later rounds, and its guide.
type packCase struct {
	Later []packLeaf
	Guide guide
}

// contentsPart is one part of a list of contents (_contents.html). ID is its place on the same page, empty when it has
// none of its own.
type contentsPart struct {
	ID, Text, Note string
	Entries        []contentsEntry
}

type contentsEntry struct{ ID, Text string }

// packTable is what lies on one table, or the paper of one case where there are no tables. Sign is empty then.
type packTable struct {
	ID, Sign, Case string
	Size           string // of the letters of the sign: large, middle or small
	Leaves         []packLeaf
}

// packLeaf is one handout, one worksheet or, in the facilitator's pack, the handout of a later round.
type packLeaf struct {
	ID, Text  string
	Handout   *table.Handout
	Worksheet *table.Worksheet
	Later     *table.RoundHandout
}

// leaflets tell by case where its paper begins.
type leaflets map[*casebook.Case]leaflet

type leaflet struct{ Handout, Worksheet, Later string }

// PackView is the page of the participants' pack of a session.
func PackView(p sheet.Maker, x *casebook.Session) any {
	v, _ := packOf(p, x, "paper.pack")
	return v
}

// FacilitatorPackView is the page of the facilitator's pack: run sheet, guides, and all that the participants get.
func FacilitatorPackView(p sheet.Maker, x *casebook.Session) any {
	v, leaflets := packOf(p, x, "paper.facilitator-pack")
	guides := guidesOf(p, x)
	for i, c := range sessionCases(x) {
		behind := packCase{Later: laterOf(p, c, x, i+1), Guide: guides[i]}
		v.Behind = append(v.Behind, behind)
		if len(behind.Later) > 0 {
			its := leaflets[c]
			its.Later = behind.Later[0].ID
			leaflets[c] = its
			v.Contents = append(v.Contents, contentsPart{Text: p.T("paper.pack.later-rounds", "case", c.Title.V), Entries: entriesOf(behind.Later)})
		}
		v.Contents = append(v.Contents, guideContents(p, behind.Guide))
	}
	run := runSheetOf(p, x, false, leaflets, guides)
	v.RunSheet, v.Personal = &run, false
	v.Contents = slices.Insert(v.Contents, 0, contentsPart{ID: run.ID, Text: run.Title})
	return v
}

// laterOf are the handouts of a case's later rounds. n sets them apart from those of other cases.
func laterOf(p sheet.Maker, c *casebook.Case, x *casebook.Session, n int) []packLeaf {
	var leaves []packLeaf
	for round := 1; round <= c.LastRound(); round++ {
		h := table.RoundHandoutOf(p, c, round, x.Date, false)
		leaves = append(leaves, packLeaf{ID: fmt.Sprintf("_later-%d-%d", n, round), Text: sheet.Dotted(p.T("paper.round", "n", round), c.Rounds[round].Name.V), Later: &h})
	}
	return leaves
}

func entriesOf(leaves []packLeaf) []contentsEntry {
	var entries []contentsEntry
	for _, leaf := range leaves {
		entries = append(entries, contentsEntry{leaf.ID, leaf.Text})
	}
	return entries
}

// packOf is what both packs have. kind is the key of their words.
func packOf(p sheet.Maker, x *casebook.Session, kind string) (*packView, leaflets) {
	p.MarkSession(x, kind)
	p.BodyClass = "p-sheet p-pack"
	v := &packView{
		Page: p.Page, Back: backTo(p, x), Hint: p.T(kind + ".hint"), Kicker: p.T(kind + ".kicker"), Heading: x.Title.V,
		Facts: sessionFacts(p, x), Programme: programmeOf(p, x), Code: p.CodeTo(p.At.Of(&x.Doc)),
		Foot: sheet.Foot{What: x.Title.V, Who: p.Imprint(x.Date)},
	}
	on := leaflets{}
	for _, c := range sessionCases(x) {
		v.Cases = append(v.Cases, c.Title.V)
	}
	for _, t := range packTables(x) {
		t := v.tableOf(p, x, t, on)
		v.Tables = append(v.Tables, t)
		part := contentsPart{ID: t.ID, Text: t.Sign, Note: t.Case}
		if t.Sign == "" {
			part = contentsPart{Text: t.Case}
		}
		part.Entries = entriesOf(t.Leaves)
		v.Contents = append(v.Contents, part)
	}
	v.Personal = len(v.Tables) == 1 && len(x.Groups) == 0
	return v, on
}

// packTables lists the tables of a session, each with its case, and then the cases that are on no table of their own.
func packTables(x *casebook.Session) []casebook.Group {
	tables := slices.Clone(x.Groups)
	for _, c := range sessionCases(x) {
		if !slices.ContainsFunc(x.Groups, func(g casebook.Group) bool { return g.Case.To == c }) {
			tables = append(tables, casebook.Group{Case: casebook.Ref[casebook.Case]{To: c}})
		}
	}
	return tables
}

func (v *packView) tableOf(p sheet.Maker, x *casebook.Session, g casebook.Group, on leaflets) packTable {
	n := strconv.Itoa(len(v.Tables) + 1)
	t := packTable{ID: "_table-" + n, Sign: g.Name.V, Size: signSize(g.Name.V)}
	c := g.Case.To
	if c == nil {
		return t
	}
	t.Case = c.Title.V
	handout, worksheet := table.HandoutOf(p, c, x.Date, false), table.WorksheetOf(p, c, x.Date, false)
	handout.Foot.What = sheet.Dotted(t.Sign, handout.Foot.What)
	worksheet.Foot.What = sheet.Dotted(t.Sign, worksheet.Foot.What)
	t.Leaves = []packLeaf{
		{ID: "_handout-" + n, Text: p.T("paper.pack.handout"), Handout: &handout},
		{ID: "_worksheet-" + n, Text: p.T("paper.pack.worksheet"), Worksheet: &worksheet},
	}
	if _, known := on[c]; !known {
		on[c] = leaflet{Handout: t.Leaves[0].ID, Worksheet: t.Leaves[1].ID}
	}
	return t
}

// signSize chooses the letters of a table's sign, so that its longest word fits on a line and all of it on half a sheet.
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

func backTo(p sheet.Maker, x *casebook.Session) page.Link {
	return page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}
}

func sessionFacts(p sheet.Maker, x *casebook.Session) []sheet.Fact {
	var facts []sheet.Fact
	for _, f := range []sheet.Fact{
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

// sessionCases are the published cases of a session, those of its tables included, each once.
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
