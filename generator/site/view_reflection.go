package site

import (
	"html/template"
	"iter"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// reflectionPages are the list of reflections and a page for each.
func (s *site) reflectionPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		if len(s.Book.Reflections) == 0 || !yield(s.page(s.At.List(casebook.KindReflection), "reflections.html", maker.reflectionsView)) {
			return
		}
		for _, r := range s.Book.Reflections {
			if !yield(s.page(s.At.Of(&r.Doc), "reflection.html", func(p maker) any { return p.reflectionView(r) })) {
				return
			}
		}
	}
}

// reflectionLine is one reflection in a list (_voices.html). Quote is empty when the text gives away a later round.
type reflectionLine struct {
	Href, Headline, Quote string
	Person                page.Person
	Warning               string // "verklapt een kaart uit ronde 2"
}

// quoteLength is how much of a reflection without a pull quote a list shows, in characters.
const quoteLength = 220

func (p maker) reflectionLine(r *casebook.Reflection) reflectionLine {
	l := reflectionLine{Href: p.Href(r), Headline: r.Headline.V, Person: page.PersonOf(p.Page, r)}
	switch {
	case r.AfterRound > 0:
		l.Warning = p.T("page.reflection.warning", "n", r.AfterRound)
		l.Href += "#" + quoteID
	case len(r.PullQuotes) > 0:
		l.Quote = r.PullQuotes[0].V
	default:
		l.Quote = r.Body.Excerpt(quoteLength)
	}
	return l
}

func (p maker) reflectionLines(all []*casebook.Reflection) []reflectionLine {
	lines := make([]reflectionLine, len(all))
	for i, r := range all {
		lines[i] = p.reflectionLine(r)
	}
	return lines
}

// saidAfter are the reflections on a case whose text is safe from a round of it on, and was not before round 1.
func (p maker) saidAfter(c *casebook.Case, round int) []reflectionLine {
	var lines []reflectionLine
	for _, r := range c.Reflections {
		if r.AfterRound > 0 && r.AfterRound <= round {
			lines = append(lines, p.reflectionLine(r))
		}
	}
	return lines
}

// reflectionsView is what reflections.html gets.
type reflectionsView struct {
	*page.Page
	Groups []reflectionGroup
}

// reflectionGroup are the reflections of one session; Session is nil for those of none.
type reflectionGroup struct {
	Session     *sessionLine
	Reflections []reflectionLine
}

func (p maker) reflectionsView() any {
	p.Section, p.Title, p.Description = "reflections", p.T("page.menu.reflections"), p.T("page.reflections.lead")
	v := &reflectionsView{Page: p.Page}
	var last *casebook.Session
	for i, r := range p.Book.Reflections {
		if i == 0 || r.Session.To != last {
			last = r.Session.To
			var group reflectionGroup
			if last != nil {
				line := p.sessionLine(last)
				group.Session = &line
			}
			v.Groups = append(v.Groups, group)
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Reflections = append(g.Reflections, p.reflectionLine(r))
	}
	return v
}

// quoteID is the anchor of a reflection's quote. A browser opens the <details> around it when a link leads there.
const quoteID = casebook.QuoteID

// reflectionView is what reflection.html gets.
type reflectionView struct {
	*page.Page
	Headline, Kicker                string
	Person                          page.Person
	Quote                           template.HTML
	FirstImpression, LaterJudgement string
	Advice, NextStep                string
	Pull                            string // a pull quote for the margin; empty when the text is behind a round
	Cases, Themes                   []page.Link
	Session                         *page.Link
	Turning                         *page.Link // its words never name a card that is not known at round 0
	RepliesTo                       *page.Link
	Replies                         []reflectionLine
	Poster                          page.Link
	Notice                          *notice // set when the text gives away a later round
	Prev, Next                      *onward
	Backlinks                       []backlink
}

// notice stands above what gives away a later round.
type notice struct {
	Text  string
	Links []page.Link // where to read first
}

func (p maker) reflectionView(r *casebook.Reflection) *reflectionView {
	p.Section, p.Title, p.OpenLine = "reflections", r.Headline.V, true
	p.Description = p.T("page.reflection.description", "headline", r.Headline.V)
	v := &reflectionView{
		Page: p.Page, Headline: r.Headline.V, Kicker: p.T("page.reflection.kicker"), Person: page.PersonOf(p.Page, r),
		Quote: p.Prose(r.Body), FirstImpression: r.FirstImpression.V, LaterJudgement: r.LaterJudgement.V, Advice: r.Advice.V, NextStep: r.NextStep.V,
		Themes: p.themeLinks(r.Themes), Replies: p.reflectionLines(r.Replies), Turning: p.turning(r.TurningCard.To),
		Prev: p.reflectionStep("page.step.previous", r.Prev), Next: p.reflectionStep("page.step.next", r.Next),
		Backlinks: p.backlinks(&r.Doc, nil, 0),
		Poster:    page.Link{Href: p.Link(p.At.Poster(r)), Text: p.T("page.paper.poster")},
	}
	p.LinkReflection(r, v.Person)
	for _, c := range r.Cases {
		if c.To != nil {
			v.Cases = append(v.Cases, page.Link{Href: p.Href(c.To), Text: c.To.Title.V})
		}
	}
	if s := r.Session.To; s != nil {
		v.Session = &page.Link{Href: p.Href(s), Text: s.Heading()}
		v.Kicker += " · " + s.Date.Label(p.Words)
	}
	if to := r.RepliesTo.To; to != nil {
		v.RepliesTo = &page.Link{Href: p.Href(to), Text: to.Headline.V}
	}
	if r.AfterRound > 0 {
		v.Notice = p.notice(r, v.Cases)
	} else if len(r.PullQuotes) > 0 {
		v.Pull = r.PullQuotes[0].V
	}
	return v
}

func (p maker) notice(r *casebook.Reflection, cases []page.Link) *notice {
	return &notice{p.T("page.reflection.notice", "n", r.AfterRound), cases}
}

// turning names the card that turned a reflection: by its title when everybody knows it, else by its round alone.
func (p maker) turning(e *casebook.Event) *page.Link {
	switch {
	case e == nil:
		return nil
	case e.Round == 0:
		return &page.Link{Href: p.Href(e.Case) + "#" + e.ID.V, Text: e.Title.V}
	}
	return &page.Link{Href: p.Link(p.At.Round(e.Case, e.Round)), Text: p.T("page.reflection.turning", "n", e.Round)}
}

func (p maker) reflectionStep(label string, r *casebook.Reflection) *onward {
	if r == nil {
		return nil
	}
	return &onward{p.T(label), p.Href(r), r.Headline.V}
}
