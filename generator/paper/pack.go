package paper

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/draw/lifemap"
	"casusboek/generator/draw/network"
	"casusboek/generator/page"
)

// packView is what the participants of a session get in their hands: a cover with the programme, then handout and
// worksheet of each of its cases. Like those it knows round 0 alone.
type packView struct {
	*page.Page
	Back      page.Link // to the session
	Kicker    string
	Heading   string
	Facts     []fact
	Cases     []string
	Programme []programmeRow
	Sets      []packSet
	Foot      sheetFoot
}

// fact is a name and its value.
type fact struct{ Name, Value string }

// packSet is the paper of one case.
type packSet struct {
	Handout   handout
	Worksheet worksheet
}

// programmeRow is one line of a programme. Time is a time of day, or minutes from the start when the session does not
// say when it begins. Round is empty when the part names its round itself.
type programmeRow struct {
	Time, Part, Method, Round string
	Minutes                   int
}

func (p maker) packView(x *casebook.Session) any {
	p.asSheets(x, "paper.pack")
	v := &packView{
		Page: p.Page, Back: page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}, Kicker: p.T("paper.pack.kicker"), Heading: x.Title.V,
		Facts: p.sessionFacts(x), Programme: p.programme(x), Foot: sheetFoot{x.Title.V, p.imprint(x.Date)},
	}
	for _, c := range sessionCases(x) {
		v.Cases = append(v.Cases, c.Title.V)
		v.Sets = append(v.Sets, packSet{p.handout(c, x.Date, false), p.worksheet(c, x.Date, false)})
	}
	return v
}

// asSheets marks the page as sheets of a session.
func (p maker) asSheets(x *casebook.Session, kind string) {
	p.Section, p.BodyClass = "sessions", "p-sheet"
	p.Title = p.T(kind+".title", "session", x.Title.V)
	p.Description = p.T(kind+".description", "session", x.Title.V)
}

func (p maker) sessionFacts(x *casebook.Session) []fact {
	var facts []fact
	for _, f := range []fact{
		{p.T("paper.pack.date"), x.Date.Label(p.Words)},
		{p.T("paper.pack.hours"), x.Hours(p.Words)},
		{p.T("paper.pack.place"), x.Place.V},
		{p.T("paper.pack.organiser"), x.Organiser.V},
		{p.T("paper.pack.series"), x.Series.V},
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
func (p maker) programme(x *casebook.Session) []programmeRow {
	items := x.Programme
	if cases := sessionCases(x); len(items) == 0 && len(cases) > 0 {
		for _, r := range cases[0].Rounds {
			items = append(items, casebook.Item{Minutes: r.Minutes, Round: r.N, Part: r.Name})
		}
	}
	var rows []programmeRow
	passed := 0
	for _, i := range items {
		row := programmeRow{Time: p.timeAfter(x, passed), Part: i.Part.V, Method: i.Method.V, Minutes: i.Minutes}
		if name := p.T("paper.round", "n", i.Round); i.Round >= 0 && !strings.Contains(strings.ToLower(row.Part), strings.ToLower(name)) {
			row.Round = name
		}
		rows = append(rows, row)
		passed += i.Minutes
	}
	if len(rows) > 0 && passed > 0 {
		rows = append(rows, programmeRow{Time: p.timeAfter(x, passed), Part: p.T("paper.pack.end")})
	}
	return rows
}

func (p maker) timeAfter(x *casebook.Session, minutes int) string {
	if x.Begin < 0 {
		return "+" + strconv.Itoa(minutes)
	}
	return (x.Begin + casebook.Clock(minutes)).Label(p.Words)
}

// blankView is paper to tell a life on by hand.
type blankView struct {
	*page.Page
	LifeMap template.HTML // landscape A4
	Network template.HTML
	Domains []page.Domain
	Cards   [deckPlaces]struct{} // places for blank cards on a sheet
	Circles []string             // from near to far
	Foot    sheetFoot
}

func (p maker) blankView() any {
	p.Section, p.BodyClass = "blank", "p-landscape"
	p.Title, p.Description = p.T("paper.blank.title"), p.T("paper.blank.description")
	v := &blankView{
		Page: p.Page, Foot: sheetFoot{p.T("paper.blank.title"), p.imprint(casebook.Date{})},
		LifeMap: template.HTML(lifemap.Blank(p.Site(), p.Words)), //nolint:gosec // draw escapes
		Network: template.HTML(network.Blank(p.Words)),           //nolint:gosec // draw escapes
	}
	for _, d := range p.Book.Site.Domains {
		v.Domains = append(v.Domains, page.Domain{Name: d.Name.V, N: d.N})
	}
	for c := casebook.Household; c <= casebook.Professionals; c++ {
		v.Circles = append(v.Circles, p.T("circle."+c.String()))
	}
	return v
}
