package printing

import (
	"html/template"
	"math"
	"strings"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// posterView is the view of one reflection as a poster on A4.
type posterView struct {
	*page.Page
	Back     page.Link // to the reflection
	Headline string
	Session  string // title and date
	Later    string // "Hoort bij ronde 3 van Een duurder huis", if the text reveals that round
	Text     template.HTML
	Size     string // type size, from large to small: huge, large, middle, plain, small, fine, columns
	By       byline
	Code     *sheets.Code // to the reflection; nil if the site has no address
	Foot     sheets.Foot
}

// PosterView returns the view of the poster of a reflection.
func PosterView(p sheets.Base, r *casebook.Reflection) any {
	p.Section, p.BodyClass = "reflections", "p-sheet"
	p.Title = p.T("paper.poster.title", "headline", r.Headline.V)
	p.Description = p.T("paper.poster.description", "headline", r.Headline.V)
	by := newByline(p, r)
	later := spoilerNote(p, "paper.poster.later", r)
	v := &posterView{
		Page: p.Page, Back: page.Link{Href: p.Href(r), Text: p.T("paper.poster.back")}, Headline: r.Headline.V,
		Later: later, Size: posterTypeSize(r, by, later != ""), Text: p.PaperProse(r.Body),
		By: by, Code: p.CodeTo(p.At.Of(&r.Doc)),
	}
	day := casebook.Date{}
	if s := r.Session.To; s != nil {
		v.Session, day = sheets.JoinWithDots(s.Title.V, s.Date.Label(p.Words)), s.Date
	}
	v.Foot = sheets.Foot{What: p.Book.Site.Title.V, Who: p.Imprint(day)}
	return v
}

// posterTypes lists the type sizes of the text of a poster, from large to small, with line
// height and average letter width in mm for the widest of the fonts of casusboek.css.
var posterTypes = []struct {
	size         string
	line, letter float64
}{
	{"huge", 13.8, 5.1},
	{"large", 11.2, 3.9},
	{"middle", 9.6, 3.15},
	{"plain", 8.7, 2.85},
	{"small", 8, 2.62},
	{"fine", 6.9, 2.3},
}

// Dimensions of a poster, in mm.
const (
	posterPageHeight    = 268.
	posterWidth         = 174.
	textWidth           = 164.
	headlineHeight      = 15. // a line of the headline
	headlineLetterWidth = 6.9
	posterFrameHeight   = 88. // kicker, line, speaker, code and foot
	laterBandHeight     = 16.
	byWidth             = 74. // of the speaker, beside the code
	byHeight            = 20. // of the speaker in three lines, as counted in posterFrameHeight
)

// posterTypeSize returns the largest type size in which the poster fits on one sheet. A
// text that is too long for all of them is set in two columns of small type, on a second
// sheet if needed.
func posterTypeSize(r *casebook.Reflection, by byline, later bool) string {
	free := posterPageHeight - posterFrameHeight - headlineHeight*wallLineCount(r.Headline.V, headlineLetterWidth, posterWidth)
	if later {
		free -= laterBandHeight
	}
	free -= by.height() - byHeight
	for _, part := range r.Body.Parts {
		if part.Image != nil {
			free -= 85
		}
	}
	for _, l := range posterTypes {
		height := 0.
		for paragraph := range strings.Lines(r.Body.Plain) {
			height += l.line * wallLineCount(paragraph, l.letter, textWidth)
		}
		if height <= free {
			return l.size
		}
	}
	return "columns"
}

// height returns the height of the speaker's lines on a poster.
func (b byline) height() float64 {
	h := 8*wallLineCount(b.Name, 3.2, byWidth) + 6.4*wallLineCount(b.Line, 2.5, byWidth)
	for _, c := range b.Cases {
		h += 6.4 * wallLineCount("Over "+c, 2.5, byWidth)
	}
	return max(h, byHeight)
}

// wallLineCount returns the number of lines of a text with letters of the given width, in a
// column of the given width.
func wallLineCount(text string, letter, width float64) float64 {
	return math.Ceil(letter * float64(utf8.RuneCountInString(strings.TrimSpace(text))) / width)
}
