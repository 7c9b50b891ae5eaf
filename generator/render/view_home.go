package render

import (
	"html/template"
	"iter"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// homePages is the home page.
func (s *site) homePages() iter.Seq[page] {
	return func(yield func(page) bool) { yield(page{address.Home, "home.html", s.homeView}) }
}

// How much of a large casebook the home page shows; the rest is a link away.
const (
	homeCases  = 8
	homeThemes = 6
	homeQuote  = 110 // characters of a reflection without a pull quote
)

// homeView is what home.html gets.
type homeView struct {
	*Page
	Latest    *sessionLine // nil without sessions: then the page opens with the site's own title
	Cases     []caseLine
	AllCases  *link // when there are more than are shown
	Said      *reflectionLine
	Themes    []themeLine
	AllThemes *link
	Body      template.HTML
}

func (s *site) homeView(p *Page) any {
	p.OpenLine, p.Title = true, s.book.Site.Title.V
	p.Description = s.book.Site.Subtitle.V
	if p.Description == "" {
		p.Description = firstParagraph(s.book.Site.Body, 160)
	}
	v := &homeView{Page: p, Body: p.Prose(s.book.Site.Body), Said: p.said()}
	if len(s.book.Sessions) > 0 {
		latest := p.sessionLine(s.book.Sessions[0])
		v.Latest = &latest
	}
	cases := s.book.Cases
	if len(cases) > homeCases {
		cases = cases[:homeCases]
		v.AllCases = &link{Href: p.Link(s.at.List(casebook.KindCase)), Text: p.N("page.home.all-cases", len(s.book.Cases))}
	}
	v.Cases = p.caseLines(cases)
	v.Themes = p.themeLines(s.book.Themes)
	if len(v.Themes) > homeThemes {
		v.Themes = v.Themes[:homeThemes]
		v.AllThemes = &link{Href: p.Link(s.at.List(casebook.KindTheme)), Text: p.N("page.home.all-themes", len(s.book.Themes))}
	}
	return v
}

// said is the reflection on the home page: of the newest session that has one, the first with a pull quote, or else the first, that gives nothing away.
func (p *Page) said() *reflectionLine {
	for _, s := range p.book.Sessions {
		var first *casebook.Reflection
		for _, r := range s.Reflections {
			if r.AfterRound > 0 {
				continue
			}
			if first == nil || len(first.PullQuotes) == 0 && len(r.PullQuotes) > 0 {
				first = r
			}
		}
		if first != nil {
			line := p.reflectionLine(first)
			if len(first.PullQuotes) == 0 {
				line.Quote = first.Body.Excerpt(homeQuote)
			}
			return &line
		}
	}
	return nil
}
