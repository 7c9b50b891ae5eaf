package site

import (
	"html/template"
	"iter"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// homePages is the home page.
func (s *site) homePages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) { yield(s.page(address.Home, "home.html", maker.homeView)) }
}

// How much of a large casebook the home page shows; the rest is a link away.
const (
	homeCases  = 8
	homeThemes = 6
	homeQuote  = 110 // characters of a reflection without a pull quote
)

// homeView is what home.html gets.
type homeView struct {
	*page.Page
	Latest    *sessionLine // nil without sessions: then the page opens with the site's own title
	Cases     []caseLine
	AllCases  *page.Link // when there are more than are shown
	Said      *reflectionLine
	Themes    []themeLine
	AllThemes *page.Link
	Body      template.HTML
}

func (p maker) homeView() any {
	p.OpenLine, p.Title = true, p.Book.Site.Title.V
	p.Description = p.Book.Site.Subtitle.V
	if p.Description == "" {
		p.Description = firstParagraph(p.Book.Site.Body, 160)
	}
	p.LinkSite()
	v := &homeView{Page: p.Page, Body: p.Prose(p.Book.Site.Body), Said: p.said()}
	if len(p.Book.Sessions) > 0 {
		latest := p.sessionLine(p.Book.Sessions[0])
		v.Latest = &latest
	}
	cases := p.Book.Cases
	if len(cases) > homeCases {
		cases = cases[:homeCases]
		v.AllCases = &page.Link{Href: p.Link(p.At.List(casebook.KindCase)), Text: p.N("page.home.all-cases", len(p.Book.Cases))}
	}
	v.Cases = p.caseLines(cases)
	v.Themes = p.themeLines(p.Book.Themes)
	if len(v.Themes) > homeThemes {
		v.Themes = v.Themes[:homeThemes]
		v.AllThemes = &page.Link{Href: p.Link(p.At.List(casebook.KindTheme)), Text: p.N("page.home.all-themes", len(p.Book.Themes))}
	}
	return v
}

// said is the reflection on the home page: of the newest session that has one, the first with a pull quote, or else the
// first, that gives nothing away.
func (p maker) said() *reflectionLine {
	for _, s := range p.Book.Sessions {
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
