package wall

import (
	"html/template"
	"math"
	"strings"
	"unicode/utf8"

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
	Size     string // huge, large, middle, plain, small, fine or columns: as large as the text allows
	By       byline
	Code     *sheet.Code // to the reflection; nil when the site has no address
	Foot     sheet.Foot
}

// PosterView is the page of the poster of a reflection.
func PosterView(p sheet.Maker, r *casebook.Reflection) any {
	p.Section, p.BodyClass = "reflections", "p-sheet"
	p.Title = p.T("paper.poster.title", "headline", r.Headline.V)
	p.Description = p.T("paper.poster.description", "headline", r.Headline.V)
	by := bylineOf(p, r)
	later := laterOf(p, "paper.poster.later", r)
	v := &posterView{
		Page: p.Page, Back: page.Link{Href: p.Href(r), Text: p.T("paper.poster.back")}, Headline: r.Headline.V,
		Later: later, Size: sizeOf(r, by, later != ""), Text: p.PaperProse(r.Body), By: by, Code: p.CodeTo(p.At.Of(&r.Doc)),
	}
	day := casebook.Date{}
	if s := r.Session.To; s != nil {
		v.Session, day = sheet.Dotted(s.Title.V, s.Date.Label(p.Words)), s.Date
	}
	v.Foot = sheet.Foot{What: p.Book.Site.Title.V, Who: p.Imprint(day)}
	return v
}

// letters are the sizes of type of a poster's text, in mm: the height of a line, and the width of a letter on average in
// the widest of the fonts of casusboek.css.
var letters = []struct {
	size         string
	line, letter float64
}{
	{"huge", 13.8, 5.1}, {"large", 11.2, 3.9}, {"middle", 9.6, 3.15}, {"plain", 8.7, 2.85}, {"small", 8, 2.62}, {"fine", 6.9, 2.3},
}

// Room on a poster, in mm.
const (
	posterRoom  = 268.
	posterWidth = 174.
	textWidth   = 164.
	headLine    = 15. // of the headline
	headLetter  = 6.9
	posterFrame = 88. // kicker, line, who said it, code and foot
	laterBand   = 16.
	byWidth     = 74. // of who said it, beside the code
	byHeight    = 20. // of that in three lines, as posterFrame counts it
)

// sizeOf chooses the largest type in which a poster is one sheet. A text that is too long for any of them stands in two
// columns of small type, and goes on on a second sheet when it must.
func sizeOf(r *casebook.Reflection, by byline, later bool) string {
	room := posterRoom - posterFrame - headLine*lines(r.Headline.V, headLetter, posterWidth)
	if later {
		room -= laterBand
	}
	room -= by.height() - byHeight
	for _, part := range r.Body.Parts {
		if part.Image != nil {
			room -= 85
		}
	}
	for _, l := range letters {
		height := 0.
		for paragraph := range strings.Lines(r.Body.Plain) {
			height += l.line * lines(paragraph, l.letter, textWidth)
		}
		if height <= room {
			return l.size
		}
	}
	return "columns"
}

// height is how much room who said it takes on a poster.
func (b byline) height() float64 {
	h := 8*lines(b.Name, 3.2, byWidth) + 6.4*lines(b.Line, 2.5, byWidth)
	for _, c := range b.Cases {
		h += 6.4 * lines("Over "+c, 2.5, byWidth)
	}
	return max(h, byHeight)
}

// lines is how many lines a text takes in letters of a width.
func lines(text string, letter, width float64) float64 {
	return math.Ceil(letter * float64(utf8.RuneCountInString(strings.TrimSpace(text))) / width)
}
