package site

import (
	"html/template"
	"iter"
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
	"casusboek/generator/printing"
)

// caseListPages is the list of cases.
func (s *site) caseListPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		yield(s.page(s.At.List(casebook.KindCase), "cases.html", maker.casesView))
	}
}

// casePages are the pages of every case.
func (s *site) casePages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for _, c := range s.Book.Cases {
			for _, spec := range s.pagesOf(c) {
				if !yield(spec) {
					return
				}
			}
		}
	}
}

// pagesOf are the pages of a case on screen, the one to write a reflection on among them, and those to print. They stand together because they share its events.
func (s *site) pagesOf(c *casebook.Case) []page.Spec {
	its := &shared{}
	specs := append(s.toRead(c, its),
		s.pageWith(its, s.At.Presenter(c), "present.html", func(p maker) any { return p.presenterView(c) }),
		s.pageWith(its, s.At.OwnReflection(c), "own-reflection.html", func(p maker) any { return p.ownView(c) }))
	for _, p := range s.sheetsOf(c, its) {
		specs = append(specs, p.Spec)
	}
	return specs
}

// toRead are the first page of a case, its rounds and its life map.
func (s *site) toRead(c *casebook.Case, its *shared) []page.Spec {
	specs := []page.Spec{s.pageWith(its, s.At.Of(&c.Doc), "case.html", func(p maker) any { return p.caseView(c, 0) })}
	for n := 1; n <= c.LastRound(); n++ {
		specs = append(specs, s.pageWith(its, s.At.Round(c, n), "round.html", func(p maker) any { return p.caseView(c, n) }))
	}
	return append(specs, s.pageWith(its, s.At.LifeMap(c), "lifemap.html", func(p maker) any { return p.lifeMapView(c) }))
}

// sheetsOf are the pages to print of a case.
func (s *site) sheetsOf(c *casebook.Case, its *shared) []printing.Sheet {
	return printing.CasePages(s.Renderer, c, func(p *page.Page) map[*casebook.Event]template.HTML { return maker{p, s, its}.cards(c) })
}

// caseLine is one case in a list (_cases.html).
type caseLine struct {
	Href, Title, Pseudonym, Summary string
	Themes                          []page.Link
	Size                            string // "4 rondes, 17 kaarten, 50 minuten"
	Stops                           template.HTML
	ThemeIDs, DomainIDs             string // separated by spaces, for the filter
	Minutes, Origin                 string // the same: at most so many minutes, and how it came to be
	Rounds                          int
}

func (p maker) caseLine(c *casebook.Case) caseLine {
	l := caseLine{
		Href: p.Href(c), Title: c.Title.V, Pseudonym: c.Pseudonym.V, Summary: c.Summary.V,
		Themes: p.themeLinks(c.Themes), Size: p.size(c), Stops: p.stops(len(c.Rounds)),
	}
	var themes []string
	for _, t := range c.Themes {
		if t.To != nil {
			themes = append(themes, t.To.ID)
		}
	}
	l.ThemeIDs = strings.Join(themes, " ")
	l.DomainIDs = strings.Join(domainIDs(c), " ")
	l.Minutes, l.Rounds = duration(c), len(c.Rounds)
	if c.Origin != casebook.OriginUnknown {
		l.Origin = c.Origin.String()
	}
	return l
}

func (p maker) caseLines(cases []*casebook.Case) []caseLine {
	lines := make([]caseLine, len(cases))
	for i, c := range cases {
		lines[i] = p.caseLine(c)
	}
	return lines
}

// size says how much there is to a case.
func (p maker) size(c *casebook.Case) string {
	parts := []string{p.N("page.count.rounds", len(c.Rounds)), p.N("page.count.cards", len(c.Deck))}
	if m := c.Minutes(); m > 0 {
		parts = append(parts, p.N("page.count.minutes", m))
	}
	for i := range parts {
		parts[i] = strings.ReplaceAll(parts[i], " ", "\u00a0")
	}
	return comma(parts)
}

// domainIDs are the domains of a case's events, each once, in the order in which they first occur.
func domainIDs(c *casebook.Case) []string {
	var ids []string
	seen := map[*casebook.Domain]bool{}
	for _, e := range c.Events {
		for _, d := range e.Domains {
			if d.To != nil && !seen[d.To] {
				seen[d.To] = true
				ids = append(ids, d.To.ID)
			}
		}
	}
	return ids
}

func (p maker) themeLinks(refs []casebook.Ref[casebook.Theme]) []page.Link {
	var links []page.Link
	for _, r := range refs {
		if r.To != nil {
			links = append(links, page.Link{Href: p.Href(r.To), Text: r.To.Title.V})
		}
	}
	return links
}

// casesView is what cases.html gets: all cases, and the filter.
type casesView struct {
	*page.Page
	Cases  []caseLine
	Filter *filter
}

func (p maker) casesView() any {
	p.Section, p.Title, p.Description = "cases", p.T("page.menu.cases"), p.T("page.cases.lead")
	return &casesView{Page: p.Page, Cases: p.caseLines(p.Book.Cases), Filter: p.caseFilter(p.Book.Cases)}
}

// caseView is what case.html (round 0) and round.html get.
type caseView struct {
	*page.Page
	*known
	Name       string // of the round
	Case       caseLine
	CaseTitle  string
	Intro      string
	Body       template.HTML // round 0
	Question   string        // round 0
	Kicker     string
	NewCards   string // "4 nieuwe kaarten."
	ListTitle  string
	Asks       []string
	Choices    []string
	Stops      []stop
	Last       int
	Next, Back *onward
	Own        *onward // at the end of the case: to write a reflection
	Paper      []page.Link
	Presenter  page.Link // round 0
	Backlinks  []backlink
}

// stop is one round in the line of rounds.
type stop struct {
	page.Link
	Label string // "Ronde 2"
	State string // is-past, is-here, or empty for what is still to come
}

// onward is a big link at the end of a page, with a label above it.
type onward struct{ Label, Href, Text string }

func (p maker) caseView(c *casebook.Case, n int) *caseView {
	r := &c.Rounds[n]
	p.Section, p.Title, p.Description = "cases", c.Title.V, c.Summary.V
	p.SpeakFor(c)
	v := &caseView{
		Page: p.Page, known: p.knownOf(c, n), Case: p.caseLine(c), CaseTitle: c.Title.V, Name: p.roundName(r),
		Intro: r.Intro.V, Asks: casebook.Strings(r.Questions), Choices: capitals(r.Choices), Last: c.LastRound(), Stops: p.caseStops(c, n),
	}
	if n == 0 {
		v.Body, v.Question = page.ProseAt(p.Page, c.Body, 0, c), c.MainQuestion.V
		v.Kicker = p.kickerOf(c)
		v.Paper = p.paperLinks(c)
		v.Presenter = page.Link{Href: p.Link(p.At.Presenter(c)), Text: p.T("page.presenter.link")}
		p.LinkCase(c)
	} else {
		p.Title = v.Name + " – " + c.Title.V
		p.Description = p.T("page.round.description", "round", v.Name, "n", n, "total", c.LastRound(), "case", c.Title.V)
		v.Kicker = p.T("page.round.of", "n", n, "total", c.LastRound())
		v.Paper = []page.Link{{Href: p.Link(p.At.HandoutOf(c, n)), Text: p.T("page.paper.print-round")}}
		if r.Minutes > 0 {
			v.Kicker += " · " + p.N("page.count.minutes", r.Minutes)
		}
	}
	v.ListTitle = p.T("page.known.list", "name", v.Who)
	v.NewCards = p.N("page.round.new", len(v.New), "count", casebook.Capitalize(p.Words.Spelled(len(v.New))))
	v.Said = p.saidAfter(c, n)
	v.Backlinks = p.backlinks(&c.Doc, c, n)
	v.Next, v.Back = p.nextRound(c, n), p.backRound(c, n)
	if n == c.LastRound() {
		v.Own = p.ownLink(c)
	}
	return v
}

// capitals gives each text its capital: choices are labels here, and words in a sentence where authors write them.
func capitals(texts []casebook.Text) []string {
	out := casebook.Strings(texts)
	for i := range out {
		out[i] = casebook.Capitalize(out[i])
	}
	return out
}

// roundName is the author's name of a round, or its number when there is none.
func (p maker) roundName(r *casebook.Round) string {
	if r.Name.IsZero() {
		return p.T("page.round.n", "n", r.N)
	}
	return r.Name.V
}

func (p maker) kickerOf(c *casebook.Case) string {
	parts := []string{p.T("page.case.kicker")}
	if !c.Pseudonym.IsZero() {
		parts = append(parts, c.Pseudonym.V)
	}
	return strings.Join(append(parts, p.T("page.origin."+c.Origin.String())), " · ")
}

// caseStops is the line of rounds; a case of one round has none.
func (p maker) caseStops(c *casebook.Case, here int) []stop {
	if c.LastRound() == 0 {
		return nil
	}
	stops := make([]stop, len(c.Rounds))
	for i := range c.Rounds {
		r := &c.Rounds[i]
		stops[i] = stop{Link: page.Link{Href: p.Link(p.At.Round(c, r.N)), Text: r.Name.V}, Label: p.T("page.round.n", "n", r.N)}
		switch {
		case r.N < here:
			stops[i].State = "is-past"
		case r.N == here:
			stops[i].State, stops[i].Current = "is-here", "step"
		}
	}
	return stops
}

func (p maker) nextRound(c *casebook.Case, n int) *onward {
	if n == c.LastRound() {
		return &onward{p.T("page.round.whole"), p.Link(p.At.LifeMap(c)), p.T("page.round.life", "name", p.nameOf(c))}
	}
	r := &c.Rounds[n+1]
	label := p.T("page.round.next")
	if r.Minutes > 0 {
		label = p.T("page.round.next-minutes", "minutes", p.N("page.count.minutes", r.Minutes))
	}
	return &onward{label, p.Link(p.At.Round(c, n+1)), p.roundTitle(r)}
}

func (p maker) backRound(c *casebook.Case, n int) *onward {
	switch {
	case n > 1:
		return &onward{p.T("page.round.back"), p.Link(p.At.Round(c, n-1)), p.roundTitle(&c.Rounds[n-1])}
	case n == 1:
		return &onward{p.T("page.round.back"), p.Link(p.At.Of(&c.Doc)), p.T("page.round.start")}
	case c.LastRound() > 0:
		return &onward{p.T("page.round.read"), p.Link(p.At.LifeMap(c)), p.T("page.round.life", "name", p.nameOf(c))}
	}
	return nil
}

// roundTitle is a round with its number and name: "Ronde 2: wat de anderen weten".
func (p maker) roundTitle(r *casebook.Round) string {
	title := p.T("page.round.n", "n", strconv.Itoa(r.N))
	if !r.Name.IsZero() {
		title += ": " + r.Name.V
	}
	return title
}

// nameOf is what a sentence calls the resident: the pseudonym, or "de bewoner" when the case has none.
func (p maker) nameOf(c *casebook.Case) string {
	if c.Pseudonym.IsZero() {
		return p.T("draw.somebody")
	}
	return c.Pseudonym.V
}

// paperLinks are a case's pages to print.
func (p maker) paperLinks(c *casebook.Case) []page.Link {
	links := []page.Link{
		{Href: p.Link(p.At.Handout(c)), Text: p.T("page.paper.handout")},
	}
	for n := 1; n <= c.LastRound(); n++ {
		links = append(links, page.Link{Href: p.Link(p.At.HandoutOf(c, n)), Text: p.T("page.paper.handout-round", "n", n)})
	}
	links = append(links,
		page.Link{Href: p.Link(p.At.Cards(c)), Text: p.T("page.paper.cards")},
		page.Link{Href: p.Link(p.At.Worksheet(c)), Text: p.T("page.paper.worksheet")})
	if len(c.Events) > 0 {
		links = append(links, page.Link{Href: p.Link(p.At.MapSheet(c)), Text: p.T("page.paper.mapsheet")})
	}
	if casebook.RecordsWhoKnew(c) {
		links = append(links, page.Link{Href: p.Link(p.At.Roles(c)), Text: p.T("page.paper.roles")}, page.Link{Href: p.Link(p.At.RoleCards(c)), Text: p.T("page.paper.role-cards")})
	}
	if p.Facilitator() {
		links = append(links, page.Link{Href: p.Link(p.At.Guide(c)), Text: p.T("page.paper.guide")})
	}
	return links
}
