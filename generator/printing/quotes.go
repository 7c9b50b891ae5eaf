package printing

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// quotesView is the view of the quotes of a session, on sheets that are filled to the edge.
type quotesView struct {
	*page.Page
	Back    page.Link // to the session
	Heading string
	When    string
	Later   bool // whether any text reveals a later round, and is shown only if its box is ticked
	Pages   []wallPage
	Foot    sheets.Foot
}

// wallPage is one sheet: quotes in pairs, and one over the whole width if their number is
// odd.
type wallPage struct {
	First  bool
	Quotes []quote
}

// quote is one reflection: its pull quotes, or the beginning of its text.
type quote struct {
	Headline string
	Lines    []string
	Size     string // short, middle or long, by the number of characters
	Wide     bool   // whether it takes the whole width
	Later    string // the round that the lines reveal; such a quote is shown on request only
	By       byline
}

// perPage is the largest number of quotes on a sheet.
const perPage = 6

// QuotesView returns the view of the quotes of a session.
func QuotesView(p sheets.Base, x *casebook.Session) any {
	p.SetSessionPage(x, "paper.quotes")
	v := &quotesView{
		Page: p.Page, Back: page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}, Heading: x.Heading(),
		Foot: sheets.Foot{What: p.Book.Site.Title.V, Who: p.Imprint(x.Date)},
	}
	v.When = x.Date.Label(p.Words)
	if v.Heading != x.Title.V {
		v.When = sheets.JoinWithDots(x.Title.V, v.When)
	}
	var quotes []quote
	for _, r := range x.Reflections {
		q := newQuote(p, r)
		v.Later = v.Later || q.Later != ""
		quotes = append(quotes, q)
	}
	head := wallHeadHeight * wallLineCount(v.Heading, 5.8, posterWidth)
	if v.Later {
		head += 12
	}
	v.Pages = quotePages(quotes, head)
	return v
}

// RevealsAny reports whether any reflection of a session reveals a later round.
func RevealsAny(x *casebook.Session) bool {
	for _, r := range x.Reflections {
		if r.AfterRound > 0 {
			return true
		}
	}
	return false
}

// excerptLength is the length of the excerpt of a reflection without pull quotes, in
// characters.
const excerptLength = 260

func newQuote(p sheets.Base, r *casebook.Reflection) quote {
	q := quote{
		Headline: r.Headline.V, Lines: casebook.Strings(r.PullQuotes),
		Later: spoilerNote(p, "paper.quotes.later", r), By: newByline(p, r),
	}
	if len(q.Lines) == 0 {
		if text := firstSentences(r.Body); text != "" {
			q.Lines = []string{text}
		}
	}
	switch length := len([]rune(strings.Join(q.Lines, " "))); {
	case length <= 60:
		q.Size = "short"
	case length <= 170:
		q.Size = "middle"
	default:
		q.Size = "long"
	}
	return q
}

// firstSentences returns the beginning of a text, in whole sentences if at least one fits.
func firstSentences(t casebook.Prose) string {
	text := strings.Join(strings.Fields(t.Plain), " ")
	excerpt := t.Excerpt(excerptLength)
	if excerpt == text {
		return text
	}
	end := 0
	for i, r := range text {
		if i >= len(excerpt) {
			break
		}
		if strings.ContainsRune(".?!", r) && strings.HasPrefix(text[i+1:], " ") {
			end = i + 1
		}
	}
	if end == 0 {
		return excerpt
	}
	return text[:end]
}

// quotePages divides quotes equally over as few sheets as hold them all. On a sheet with an
// odd number, one quote takes the whole width.
func quotePages(quotes []quote, head float64) []wallPage {
	for n := (len(quotes) + perPage - 1) / perPage; n < len(quotes); n++ {
		pages := divideQuotes(quotes, n)
		if !slices.ContainsFunc(pages, func(p wallPage) bool {
			return p.height() > wallPageHeight || p.First && p.height()+head > wallPageHeight
		}) {
			return pages
		}
	}
	return divideQuotes(quotes, len(quotes))
}

func divideQuotes(quotes []quote, n int) []wallPage {
	pages := make([]wallPage, n)
	for i := range pages {
		pages[i] = wallPage{First: i == 0, Quotes: slices.Clone(quotes[len(quotes)*i/n : len(quotes)*(i+1)/n])}
		if len(pages[i].Quotes)%2 == 1 {
			widestQuote(pages[i].Quotes).Wide = true
		}
	}
	return pages
}

// Dimensions of a sheet of quotes, in mm.
const (
	wallPageHeight = 247. // below the thick line, above the foot
	wallHeadHeight = 13.  // a line of the heading
	tileWidth      = 81.
	wideWidth      = 160.
	tileFrame      = 10. + 6.5 // padding and border of a quote
	smallLine      = 5.2
)

// tileType holds line height and letter width by the size of a quote, in half the width and
// in the whole width.
var tileType = map[string][2]struct{ line, letter float64 }{
	"short": {{11.7, 4.6}, {15, 5.9}}, "middle": {{9.9, 3.6}, {12.6, 4.6}}, "long": {{7.5, 2.55}, {8.7, 2.95}},
}

// height returns the total height of the rows of a sheet.
func (p wallPage) height() float64 {
	sum, row, taken := 0., 0., 0
	for _, q := range p.Quotes {
		if q.Wide {
			sum, row, taken = sum+row+q.height(), 0, 0
			continue
		}
		if row, taken = max(row, q.height()), taken+1; taken == 2 {
			sum, row, taken = sum+row, 0, 0
		}
	}
	return sum + row
}

func (q quote) height() float64 {
	width, t := tileWidth, tileType[q.Size][0]
	if q.Wide {
		width, t = wideWidth, tileType[q.Size][1]
	}
	h := tileFrame + smallLine*(wallLineCount(q.Headline, 2.1, width)+wallLineCount(q.Later, 2.1, width)+
		wallLineCount(q.By.Name, 2, width)+wallLineCount(q.By.Line, 1.9, width))
	for _, l := range q.Lines {
		h += t.line * (.2 + wallLineCount(l, t.letter, width))
	}
	return h
}

// widestQuote returns the quote for the whole width: the longest of those at an even index,
// so that the others still form pairs.
func widestQuote(quotes []quote) *quote {
	best := 0
	for i := 0; i < len(quotes); i += 2 {
		if quoteLength(quotes[i]) > quoteLength(quotes[best]) {
			best = i
		}
	}
	return &quotes[best]
}

func quoteLength(q quote) int { return len(strings.Join(q.Lines, " ")) }
