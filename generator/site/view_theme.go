package site

import (
	"html/template"
	"iter"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// themePages are the list of themes and a page for each, also for those that have no file.
func (s *site) themePages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		if len(s.Book.Themes) == 0 || !yield(s.page(s.At.List(casebook.KindTheme), "themes.html", maker.themesView)) {
			return
		}
		for _, t := range s.Book.Themes {
			if !yield(s.page(s.At.Of(&t.Doc), "theme.html", func(p maker) any { return p.themeView(t) })) {
				return
			}
		}
	}
}

// themeLine is one theme in a list (_themes.html): with both its poles, or with its title alone.
type themeLine struct {
	Href, Title string
	Poles       []string // none or two
	Size        string   // "2 casussen, 1 reflectie"
}

func (p maker) themeLine(t *casebook.Theme) themeLine {
	l := themeLine{Href: p.Href(t), Title: t.Title.V}
	if len(t.Poles) == 2 {
		l.Poles = casebook.Strings(t.Poles)
	}
	var size []string
	if n := len(t.Cases); n > 0 {
		size = append(size, p.N("page.count.cases", n))
	}
	if n := len(t.Reflections); n > 0 {
		size = append(size, p.N("page.count.reflections", n))
	}
	l.Size = comma(size)
	return l
}

// themeLines gives the themes with poles first, then the others, each in their own order.
func (p maker) themeLines(all []*casebook.Theme) []themeLine {
	var tense, plain []themeLine
	for _, t := range all {
		if l := p.themeLine(t); len(l.Poles) == 2 {
			tense = append(tense, l)
		} else {
			plain = append(plain, l)
		}
	}
	return append(tense, plain...)
}

// themesView is what themes.html gets.
type themesView struct {
	*page.Page
	Themes []themeLine
}

func (p maker) themesView() any {
	p.Section, p.Title, p.Description = "themes", p.T("page.menu.themes"), p.T("page.themes.lead")
	return &themesView{p.Page, p.themeLines(p.Book.Themes)}
}

// themeView is what theme.html gets.
type themeView struct {
	*page.Page
	Name        string
	Poles       []string // none or two
	Body        template.HTML
	Synonyms    string
	SeeAlso     []page.Link
	Cases       []caseLine
	Reflections []reflectionLine
	Sessions    []sessionLine
	Prev, Next  *onward
	Backlinks   []backlink
}

func (p maker) themeView(t *casebook.Theme) *themeView {
	p.Section, p.Title, p.OpenLine = "themes", t.Title.V, true
	p.Description = firstParagraph(t.Body, 160)
	v := &themeView{
		Page: p.Page, Name: t.Title.V, Poles: p.themeLine(t).Poles, Body: p.Prose(t.Body), Synonyms: comma(casebook.Strings(t.Synonyms)),
		SeeAlso: p.themeLinks(t.SeeAlso), Cases: p.caseLines(t.Cases), Reflections: p.reflectionLines(t.Reflections),
		Sessions: p.sessionLines(t.Sessions), Backlinks: p.backlinks(&t.Doc, nil, 0),
		Prev: p.themeStep("page.step.previous", t.Prev), Next: p.themeStep("page.step.next", t.Next),
	}
	if p.Description == "" {
		p.Description = p.T("page.theme.description", "theme", t.Title.V)
	}
	return v
}

func (p maker) themeStep(label string, t *casebook.Theme) *onward {
	if t == nil {
		return nil
	}
	return &onward{p.T(label), p.Href(t), t.Title.V}
}
