package site

import (
	"html/template"
	"iter"
	"slices"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
)

// sessionPages are the list of sessions and an article for each.
func (s *site) sessionPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		if len(s.Book.Sessions) == 0 || !yield(s.page(s.At.List(casebook.KindSession), "sessions.html", maker.sessionsView)) {
			return
		}
		for _, session := range s.Book.Sessions {
			if !yield(s.page(s.At.Of(&session.Doc), "session.html", func(p maker) any { return p.sessionView(session) })) {
				return
			}
		}
	}
}

// sessionLine is one session in a list (_sessions.html).
type sessionLine struct {
	Href, Headline, Title, When, Lead string
	Size                              string // "2 casussen, 6 reflecties"
}

// leadLength is how much of a session's introduction stands in lists and on the home page, in characters.
const leadLength = 300

func (p maker) sessionLine(s *casebook.Session) sessionLine {
	l := sessionLine{Href: p.Href(s), Headline: s.Heading(), When: p.whenAndWhere(s), Lead: firstParagraph(s.Body, leadLength)}
	if l.Headline != s.Title.V {
		l.Title = s.Title.V
	}
	var size []string
	if n := len(s.Cases); n > 0 {
		size = append(size, p.N("page.count.cases", n))
	}
	if n := len(s.Reflections); n > 0 {
		size = append(size, p.N("page.count.reflections", n))
	}
	l.Size = comma(size)
	return l
}

func (p maker) sessionLines(all []*casebook.Session) []sessionLine {
	lines := make([]sessionLine, len(all))
	for i, s := range all {
		lines[i] = p.sessionLine(s)
	}
	return lines
}

// whenAndWhere is a session's date and place: "14 november 2026, Oosterzijl".
func (p maker) whenAndWhere(s *casebook.Session) string {
	if s.Place.IsZero() {
		return s.Date.Label(p.Words)
	}
	return s.Date.Label(p.Words) + ", " + s.Place.V
}

// firstParagraph is the first paragraph of a text without markup, cut at max characters.
func firstParagraph(t casebook.Prose, max int) string {
	first, _, _ := strings.Cut(strings.TrimSpace(t.Plain), "\n")
	return casebook.Prose{Plain: first}.Excerpt(max)
}

// sessionsView is what sessions.html gets.
type sessionsView struct {
	*page.Page
	Sessions []sessionLine
}

func (p maker) sessionsView() any {
	p.Section, p.Title, p.Description = "sessions", p.T("page.menu.sessions"), p.T("page.sessions.lead")
	return &sessionsView{p.Page, p.sessionLines(p.Book.Sessions)}
}

// sessionView is what session.html gets.
type sessionView struct {
	*page.Page
	Headline, Kicker string
	Series           string
	Organiser        *page.Link // without address when the organiser has no page
	Hours            string
	Cases            []sessionCase
	Body             template.HTML
	Statements       []string
	Votes            []voteView
	Results          []string
	Reflections      []reflectionLine
	Themes           []page.Link
	Paper            []page.Link
	Prev, Next       *onward
	Backlinks        []backlink
}

// sessionCase is a case of a session, with the tables that discussed it.
type sessionCase struct {
	page.Link
	Groups string
}

// voteView are the choices of one table, or of the whole room, round by round: as a picture and as a table of the same
// numbers.
type voteView struct {
	Group   string
	Picture template.HTML
	Caption string
	Rounds  []string // "na ronde 0"
	Rows    []voteRow
}

type voteRow struct {
	Choice string
	Counts []int // one for each of Rounds
}

func (p maker) sessionView(s *casebook.Session) *sessionView {
	p.Section, p.Title, p.OpenLine = "sessions", s.Heading(), true
	p.Description = firstParagraph(s.Body, 160)
	p.LinkSession(s)
	v := &sessionView{
		Page: p.Page, Headline: s.Heading(), Series: s.Series.V, Hours: s.Hours(p.Words), Organiser: p.organiser(s),
		Cases: p.sessionCases(s), Body: p.Prose(s.Body), Statements: casebook.Strings(s.Statements),
		Votes: p.votesOf(s), Results: casebook.Strings(s.Results),
		Reflections: p.reflectionLines(s.Reflections), Paper: p.sessionPaper(s), Backlinks: p.backlinks(&s.Doc, nil, 0),
		Prev: p.sessionStep("page.step.earlier", s.Prev), Next: p.sessionStep("page.step.later", s.Next),
	}
	kicker := []string{p.T("page.session.kicker"), p.whenAndWhere(s)}
	if v.Headline != s.Title.V {
		kicker[0] = s.Title.V
	}
	v.Kicker = strings.Join(kicker, " · ")
	for _, t := range s.Themes {
		v.Themes = append(v.Themes, page.Link{Href: p.Href(t), Text: t.Title.V})
	}
	return v
}

func (p maker) organiser(s *casebook.Session) *page.Link {
	switch {
	case s.OrganisedBy != nil:
		return &page.Link{Href: p.Href(s.OrganisedBy), Text: s.OrganisedBy.Title.V}
	case !s.Organiser.IsZero():
		return &page.Link{Text: s.Organiser.V}
	}
	return nil
}

func (p maker) sessionCases(s *casebook.Session) []sessionCase {
	var cases []sessionCase
	for _, r := range s.Cases {
		if r.To == nil {
			continue
		}
		c := sessionCase{Link: page.Link{Href: p.Href(r.To), Text: r.To.Title.V}}
		var groups []string
		for _, g := range s.Groups {
			if g.Case.To == r.To {
				groups = append(groups, g.Name.V)
			}
		}
		c.Groups = comma(groups)
		cases = append(cases, c)
	}
	return cases
}

func (p maker) sessionPaper(s *casebook.Session) []page.Link {
	links := []page.Link{{Href: p.File(p.At.Calendar(s)), Text: p.T("page.session.calendar")}, {Href: p.Link(p.At.Pack(s)), Text: p.T("page.paper.pack")}}
	if len(s.Reflections) > 0 {
		links = append(links, page.Link{Href: p.Link(p.At.Quotes(s)), Text: p.T("page.paper.quotes")})
	}
	if p.Facilitator() {
		links = append(links, page.Link{Href: p.Link(p.At.RunSheet(s)), Text: p.T("page.paper.runsheet")},
			page.Link{Href: p.Link(p.At.FacilitatorPack(s)), Text: p.T("page.paper.facilitator-pack")})
	}
	return links
}

func (p maker) sessionStep(label string, s *casebook.Session) *onward {
	if s == nil {
		return nil
	}
	return &onward{p.T(label), p.Href(s), s.Heading()}
}

// votesOf gathers a session's tallies by table, in the order in which the tables and choices first occur.
func (p maker) votesOf(s *casebook.Session) []voteView {
	var groups []string
	for _, t := range s.Tallies {
		if !slices.Contains(groups, t.Group.V) {
			groups = append(groups, t.Group.V)
		}
	}
	votes := make([]voteView, len(groups))
	for i, g := range groups {
		votes[i] = p.voteView(g, s.Tallies)
		votes[i].Picture = p.votes(&votes[i], i)
	}
	return votes
}

func (p maker) voteView(group string, tallies []casebook.Tally) voteView {
	var own []casebook.Tally
	for _, t := range tallies {
		if t.Group.V == group {
			own = append(own, t)
		}
	}
	slices.SortStableFunc(own, func(a, b casebook.Tally) int { return a.Round - b.Round })
	v := voteView{Group: group}
	var rows []voteRow
	for i, t := range own {
		v.Rounds = append(v.Rounds, p.T("page.votes.after", "n", t.Round))
		for _, c := range t.Counts {
			at := slices.IndexFunc(rows, func(r voteRow) bool { return r.Choice == casebook.Capitalize(c.Choice.V) })
			if at < 0 {
				at = len(rows)
				rows = append(rows, voteRow{casebook.Capitalize(c.Choice.V), make([]int, len(own))})
			}
			rows[at].Counts[i] += c.N
		}
	}
	v.Rows, v.Caption = rows, p.T("page.votes.caption")
	if len(own) == 1 {
		v.Caption = p.T("page.votes.caption-once")
	}
	return v
}
