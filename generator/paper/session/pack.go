// Package session makes the paper of a whole session: the pack of its participants, and for the facilitator a guide to
// every case and a run sheet.
package session

import (
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
	"casusboek/generator/paper/table"
)

// packView is what the participants of a session get in their hands: a cover with the programme, then handout and
// worksheet of each of its cases. Like those it knows round 0 alone.
type packView struct {
	*page.Page
	Back      page.Link // to the session
	Kicker    string
	Heading   string
	Facts     []sheet.Fact
	Cases     []string
	Programme []programmeRow
	Sets      []packSet
	Foot      sheet.Foot
}

// packSet is the paper of one case.
type packSet struct {
	Handout   table.Handout
	Worksheet table.Worksheet
}

// programmeRow is one line of a programme. Time is a time of day, or minutes from the start when the session does not
// say when it begins. Round is empty when the part names its round itself.
type programmeRow struct {
	Time, Part, Method, Round string
	Minutes                   int
}

// PackView is the page of the pack of a session.
func PackView(p sheet.Maker, x *casebook.Session) any {
	p.MarkSession(x, "paper.pack")
	v := &packView{
		Page: p.Page, Back: page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}, Kicker: p.T("paper.pack.kicker"), Heading: x.Title.V,
		Facts: sessionFacts(p, x), Programme: programme(p, x), Foot: sheet.Foot{What: x.Title.V, Who: p.Imprint(x.Date)},
	}
	for _, c := range sessionCases(x) {
		v.Cases = append(v.Cases, c.Title.V)
		v.Sets = append(v.Sets, packSet{table.HandoutOf(p, c, x.Date, false), table.WorksheetOf(p, c, x.Date, false)})
	}
	return v
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

// programme gives a session's run with times counted from its begin. A session without a programme runs through the
// rounds of its first case.
func programme(p sheet.Maker, x *casebook.Session) []programmeRow {
	items := x.Programme
	if cases := sessionCases(x); len(items) == 0 && len(cases) > 0 {
		for _, r := range cases[0].Rounds {
			items = append(items, casebook.Item{Minutes: r.Minutes, Round: r.N, Part: r.Name})
		}
	}
	var rows []programmeRow
	passed := 0
	for _, i := range items {
		row := programmeRow{Time: timeAfter(p, x, passed), Part: i.Part.V, Method: i.Method.V, Minutes: i.Minutes}
		if name := p.T("paper.round", "n", i.Round); i.Round >= 0 && !strings.Contains(strings.ToLower(row.Part), strings.ToLower(name)) {
			row.Round = name
		}
		rows = append(rows, row)
		passed += i.Minutes
	}
	if len(rows) > 0 && passed > 0 {
		rows = append(rows, programmeRow{Time: timeAfter(p, x, passed), Part: p.T("paper.pack.end")})
	}
	return rows
}

func timeAfter(p sheet.Maker, x *casebook.Session, minutes int) string {
	if x.Begin < 0 {
		return "+" + strconv.Itoa(minutes)
	}
	return (x.Begin + casebook.Clock(minutes)).Label(p.Words)
}
