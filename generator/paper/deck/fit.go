package deck

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/draw/letters"
	"casusboek/generator/lang"
)

// What type is taken wider than package letters says it is, so that rather too many cards are thought full than too few;
// and how wide sans-serif is of the bound that it gives. Measured over the texts of TestEstimateAgainstTheBrowser in
// generator/checks.
const (
	wider     = 1.01
	sansWidth = .92
)

func serif(s string) float64 { return letters.Serif(s, wider) }
func sans(s string) float64  { return letters.Width(s, sansWidth) }

// point is a point in mm.
const point = 25.4 / 72

// TooLong finds the cards of a case whose text does not fit on a card of each of the sizes, also in the smallest type
// of that size. It is an estimate, since the fonts of who prints are not known; the browser measures it when a PDF is made.
func TooLong(c *casebook.Case, sizes []casebook.CardSize, words *lang.Catalogue) diag.List {
	var problems diag.List
	for _, e := range c.Deck {
		measured := measure(e, words)
		for _, size := range sizes {
			_, over := LayoutOf(size).fit(measured)
			if over == 0 {
				continue
			}
			variant := ""
			if over == 1 {
				variant = "one"
			}
			problems.AddVariant(diag.CardTooLong, variant, e.Pos, "title", e.Title.V, "n", strconv.Itoa(over), "size", words.T("paper.cards.size."+size.String()))
		}
	}
	return problems
}

// Estimate chooses the step of type for the card of an event, and says how many lines are too many in the last.
func Estimate(e *casebook.Event, size casebook.CardSize, words *lang.Catalogue) (step, over int) {
	return LayoutOf(size).fit(measure(e, words))
}

// text is what stands on a card, measured.
type text struct {
	title, change run     // the change in ems of the labels
	when, kind    float64 // the width of the time and of the kind of event in ems of the labels
	kindHeight    float64 // 0 without a kind
	body          []run   // one for each paragraph
	from          []run
}

// run is words that stand on lines together: their widths in ems, with what follows each.
type run []piece

// piece is what a line is not broken in; space tells whether a space follows.
type piece struct {
	width float64
	space bool
}

// measure measures the card of an event.
func measure(e *casebook.Event, words *lang.Catalogue) text {
	t := text{title: cut(e.Title.V, serif), when: sans(e.When.Label(words))}
	t.kind, t.kindHeight = kind(e)
	for line := range strings.Lines(e.Text.Plain) {
		if pieces := cut(line, serif); len(pieces) > 0 {
			t.body = append(t.body, pieces)
		}
	}
	if c := e.Change; c != nil {
		large := func(s string) piece { return piece{width: changeSize*serif(s) + changeGap} }
		t.change = run{large(c.From.V), {width: changeArrow + changeGap}, large(c.To.V)}
		what := strings.ReplaceAll(c.What.V+", "+c.Unit.V, "/", " per ")
		t.change = append(t.change, piece{width: sans(what)})
	}
	if len(e.KnownBy) > 0 {
		t.from = append(t.from, cut(words.T("page.event.known", "who", strings.Join(casebook.Strings(e.KnownBy), ", ")), sans))
	}
	if e.Source != casebook.SourceUnsaid {
		t.from = append(t.from, cut(words.T("page.event.source", "source", words.T("source."+e.Source.String())), sans))
	}
	return t
}

// kind is about how wide and how high the words are that say what kind of event it is, with their sign; a conversation
// that was missed has a frame.
func kind(e *casebook.Event) (width, height float64) {
	switch {
	case e.Kind == casebook.Happening:
		return 0, 0
	case e.Missed():
		return 10.5, 1.85
	}
	return 8, 1.3
}

// cut cuts a text where lines may break: at spaces, behind hyphens and at soft hyphens.
func cut(s string, width func(string) float64) run {
	var pieces run
	for word := range strings.FieldsSeq(s) {
		for {
			end := strings.IndexAny(word, "-\u00AD")
			if end < 0 || end == len(word)-1 {
				break
			}
			part := word[:end+1]
			if part[end] != '-' {
				part = word[:end+len("\u00AD")]
			}
			pieces = append(pieces, piece{width: width(part)})
			word = word[len(part):]
		}
		pieces = append(pieces, piece{width(word), true})
	}
	return pieces
}

// lines is the number of lines of a room in ems that the words take.
func (r run) lines(room float64) int {
	if len(r) == 0 {
		return 0
	}
	space := serif(" ")
	n, x := 1, 0.0
	for _, p := range r {
		if x > 0 && x+p.width > room {
			n, x = n+1, 0
		}
		if p.width > room { // broken between letters
			more := math.Ceil(p.width/room) - 1
			n, x = n+int(more), p.width-more*room
		} else {
			x += p.width
		}
		if p.space {
			x += space
		}
	}
	return n
}

// fit chooses the step of type in which a text fits. When it fits in none it gives the last, and how many lines are too
// many.
func (l Layout) fit(t text) (step, over int) {
	for step = range Steps {
		wider := widest // the type is chosen so that a text fits in other serifs too
		if step == Steps-1 {
			wider = 1 // and in the last, only what surely does not fit is told
		}
		left := l.left(t, step, wider)
		if left >= 0 {
			return step, 0
		}
		over = int(math.Ceil(-left/(l.Text[step]*point*l.Leading) - .01))
	}
	return Steps - 1, over
}

// widest is how much wider than Palatino the serifs are that stand in for it: Georgia, Noto Serif.
const widest = 1.08

// left is the height in mm that a text leaves free on a card, in a font so much wider than Palatino; below zero it is
// too long.
func (l Layout) left(t text, step int, wider float64) float64 {
	width := (l.Width - 2*l.Safe) / wider
	room := func(size float64) float64 { return width / (size * point) }
	label, size := l.Label*point, l.Text[step]*point
	height := label*1.3 + float64(t.title.lines(room(l.Title[step])))*l.Title[step]*point*titleLeading
	from := t.from
	if l.Low {
		height += l.Gap
		if t.when+1+t.kind > room(l.Label) {
			height += label * 1.3
		}
		from = []run{slices.Concat(t.from...)}
	} else {
		height += l.Gap
		if t.kindHeight > 0 {
			height += l.Gap + label*t.kindHeight
		}
	}
	if len(t.change) > 0 {
		height += l.Gap + label*1.1*(changeSize+float64(t.change.lines(room(l.Label))-1))
	}
	for i, paragraph := range t.body {
		if i == 0 {
			height += l.Gap
		}
		height += float64(paragraph.lines(room(l.Text[step]))) * size * l.Leading
	}
	for i, line := range from {
		if i == 0 && len(line) > 0 {
			height += l.Gap
		}
		height += float64(line.lines(room(l.Label))) * label * labelLeading
	}
	return l.Height - l.Top - l.Lane - l.Safe - height
}

// The heights of lines in their own sizes; the size of a change, its arrow and what is between, in ems of the labels.
const (
	titleLeading = 1.12
	labelLeading = 1.35
	changeSize   = 1.4
	changeArrow  = 2.24
	changeGap    = .7
)
