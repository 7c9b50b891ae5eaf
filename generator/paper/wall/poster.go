package wall

import (
	"html/template"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// posterView is one reflection as a poster of A4.
type posterView struct {
	*page.Page
	Back     page.Link // to the reflection
	Headline string
	Session  string // and its day
	Later    string // "Hoort bij ronde 3 van Een duurder huis", when the text gives that away
	Text     template.HTML
	Size     string // huge, large, middle, small or fine, by the length of the text
	By       byline
	Foot     sheet.Foot
}

// PosterView is the page of the poster of a reflection.
func PosterView(p sheet.Maker, r *casebook.Reflection) any {
	p.Section, p.BodyClass = "reflections", "p-sheet"
	p.Title = p.T("paper.poster.title", "headline", r.Headline.V)
	p.Description = p.T("paper.poster.description", "headline", r.Headline.V)
	v := &posterView{
		Page: p.Page, Back: page.Link{Href: p.Href(r), Text: p.T("paper.poster.back")}, Headline: r.Headline.V,
		Later: laterOf(p, "paper.poster.later", r), Text: p.PaperProse(r.Body), Size: sizeOf(r.Body), By: bylineOf(p, r),
	}
	day := casebook.Date{}
	if s := r.Session.To; s != nil {
		v.Session, day = sheet.Dotted(s.Title.V, s.Date.Label(p.Words)), s.Date
	}
	v.Foot = sheet.Foot{What: p.Book.Site.Title.V, Who: p.Imprint(day)}
	return v
}

// sizeOf chooses the type by the length of a text, so that a short one fills its sheet and a long one still fits. A
// paragraph costs half a line more.
func sizeOf(t casebook.Prose) string {
	length := len([]rune(t.Plain)) + 30*strings.Count(t.Plain, "\n")
	for _, s := range []struct {
		upTo int
		name string
	}{{220, "huge"}, {520, "large"}, {950, "middle"}, {1500, "small"}} {
		if length <= s.upTo {
			return s.name
		}
	}
	return "fine"
}
