package wall

import (
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// quotesView are the reflections of a session, on pages that are filled edge to edge.
type quotesView struct {
	*page.Page
	Back    page.Link // to the session
	Heading string
	When    string
	Later   bool // whether any text gives a later round away, and waits for its box to be ticked
	Pages   []wallPage
	Foot    sheet.Foot
}

// wallPage is one sheet: two quotes beside each other, and one over the whole width when their number is odd.
type wallPage struct {
	First  bool
	Quotes []quote
}

// quote is one reflection: its pull quotes, or the beginning of its text.
type quote struct {
	Headline string
	Lines    []string
	Size     string // short, middle or long, by the length of the lines
	Wide     bool   // over the whole width
	Later    string // which round the lines give away; they are then shown only on request
	By       byline
}

// perPage is the largest number of quotes on a sheet.
const perPage = 6

// QuotesView is the page of the quotes of a session.
func QuotesView(p sheet.Maker, x *casebook.Session) any {
	p.MarkSession(x, "paper.quotes")
	v := &quotesView{
		Page: p.Page, Back: page.Link{Href: p.Href(x), Text: p.T("paper.back-session")}, Heading: x.Heading(),
		Foot: sheet.Foot{What: p.Book.Site.Title.V, Who: p.Imprint(x.Date)},
	}
	v.When = x.Date.Label(p.Words)
	if v.Heading != x.Title.V {
		v.When = sheet.Dotted(x.Title.V, v.When)
	}
	var quotes []quote
	for _, r := range x.Reflections {
		q := quoteOf(p, r)
		v.Later = v.Later || q.Later != ""
		quotes = append(quotes, q)
	}
	head := wallHead * lines(v.Heading, 5.8, posterWidth)
	if v.Later {
		head += 12
	}
	v.Pages = onPages(quotes, head)
	return v
}

// SpoilsAny reports whether the text of any reflection of a session gives a later round away.
func SpoilsAny(x *casebook.Session) bool {
	for _, r := range x.Reflections {
		if r.AfterRound > 0 {
			return true
		}
	}
	return false
}

// excerptLength is how much of a reflection without pull quotes is shown, in characters.
const excerptLength = 260

func quoteOf(p sheet.Maker, r *casebook.Reflection) quote {
	q := quote{Headline: r.Headline.V, Lines: casebook.Strings(r.PullQuotes), Later: laterOf(p, "paper.quotes.later", r), By: bylineOf(p, r)}
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

// firstSentences is the beginning of a text: whole sentences when one fits, so that a wall does not break off in the
// middle of a thought.
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

// onPages divides quotes over sheets that are equally full: over as few as hold them all. Where a sheet has an odd number one of
// them has its whole width.
func onPages(quotes []quote, head float64) []wallPage {
	for n := (len(quotes) + perPage - 1) / perPage; n < len(quotes); n++ {
		pages := divide(quotes, n)
		if !slices.ContainsFunc(pages, func(p wallPage) bool { return p.height() > wallRoom || p.First && p.height()+head > wallRoom }) {
			return pages
		}
	}
	return divide(quotes, len(quotes))
}

func divide(quotes []quote, n int) []wallPage {
	pages := make([]wallPage, n)
	for i := range pages {
		pages[i] = wallPage{First: i == 0, Quotes: slices.Clone(quotes[len(quotes)*i/n : len(quotes)*(i+1)/n])}
		if len(pages[i].Quotes)%2 == 1 {
			widest(pages[i].Quotes).Wide = true
		}
	}
	return pages
}

// Measures of a sheet of quotes, in mm.
const (
	wallRoom  = 247. // below the thick line, above the foot
	wallHead  = 13.  // a line of the heading
	tileWidth = 81.
	wideWidth = 160.
	tileFrame = 10. + 6.5 // around a quote
	smallLine = 5.2
)

// tileType is how high a line is and how wide a letter, by the size of a quote: beside another, and over the whole width.
var tileType = map[string][2]struct{ line, letter float64 }{
	"short": {{11.7, 4.6}, {15, 5.9}}, "middle": {{9.9, 3.6}, {12.6, 4.6}}, "long": {{7.5, 2.55}, {8.7, 2.95}},
}

// height is how high the rows of a sheet are together.
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
	h := tileFrame + smallLine*(lines(q.Headline, 2.1, width)+lines(q.Later, 2.1, width)+lines(q.By.Name, 2, width)+lines(q.By.Line, 1.9, width))
	for _, l := range q.Lines {
		h += t.line * (.2 + lines(l, t.letter, width))
	}
	return h
}

// widest is the quote for the whole width: of those at an even place, so that none is left alone in its row, the longest.
func widest(quotes []quote) *quote {
	best := 0
	for i := 0; i < len(quotes); i += 2 {
		if size(quotes[i]) > size(quotes[best]) {
			best = i
		}
	}
	return &quotes[best]
}

func size(q quote) int { return len(strings.Join(q.Lines, " ")) }
