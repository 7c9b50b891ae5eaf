package cards

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/draw"
	"casusboek/generator/lang"
)

// Factors on the widths of package letters. The first is above 1, so that too many cards
// are considered full rather than too few; the second is the width of sans-serif type
// relative to the upper bound that package letters returns. Measured over the texts of
// TestEstimateAgainstTheBrowser in generator/checks.
const (
	widthMargin = 1.01
	sansFactor  = .92
)

func serifWidth(s string) float64 { return draw.SerifWidth(s, widthMargin) }
func sansWidth(s string) float64  { return draw.TextWidth(s, sansFactor) }

// mmPerPoint is a point in mm.
const mmPerPoint = 25.4 / 72

// TooLongCards returns a problem for each card of a case whose text does not fit on a card of
// one of the sizes, even in the smallest type of that size. It is an estimate, since it is
// not known which fonts the printing computer has; the browser measures the text when a PDF
// is made.
func TooLongCards(c *casebook.Case, sizes []casebook.CardSize, words *lang.Catalogue) diag.List {
	var problems diag.List
	for _, e := range c.Deck {
		measured := measure(e, words)
		for _, size := range sizes {
			_, over := LayoutFor(size).typeStep(measured)
			if over == 0 {
				continue
			}
			variant := ""
			if over == 1 {
				variant = "one"
			}
			problems.AddVariant(diag.CardTooLong, variant, e.Pos, "title", e.Title.V,
				"n", strconv.Itoa(over), "size", words.T("paper.cards.size."+size.String()))
		}
	}
	return problems
}

// Estimate returns the step of the type size for the card of an event, and the number of
// lines that do not fit in the smallest type. Only tests call it.
func Estimate(e *casebook.Event, size casebook.CardSize, words *lang.Catalogue) (step, over int) {
	return LayoutFor(size).typeStep(measure(e, words))
}

// cardText holds the measured texts of a card. Widths are in ems.
type cardText struct {
	title, change textRun   // change in ems of the labels
	when, kind    float64   // widths of the time and of the kind of event, in ems of the labels
	kindHeight    float64   // in lines of the labels; 0 without a kind
	body          []textRun // one per paragraph
	sources       []textRun
}

// textRun is a text as fragments between which a line may break.
type textRun []fragment

// fragment is a part of a text without a possible line break. width is in ems; space
// reports whether a space follows.
type fragment struct {
	width float64
	space bool
}

// measure returns the measured texts of the card of an event.
func measure(e *casebook.Event, words *lang.Catalogue) cardText {
	t := cardText{title: splitAtBreaks(e.Title.V, serifWidth), when: sansWidth(e.When.Label(words))}
	t.kind, t.kindHeight = kindSize(e)
	for line := range strings.Lines(e.Text.Plain) {
		if pieces := splitAtBreaks(line, serifWidth); len(pieces) > 0 {
			t.body = append(t.body, pieces)
		}
	}
	if c := e.Change; c != nil {
		large := func(s string) fragment { return fragment{width: changeSize*serifWidth(s) + changeGap} }
		t.change = textRun{large(c.From.V), {width: changeArrow + changeGap}, large(c.To.V)}
		what := strings.ReplaceAll(c.What.V+", "+c.Unit.V, "/", " per ")
		t.change = append(t.change, fragment{width: sansWidth(what)})
	}
	if len(e.KnownBy) > 0 {
		t.sources = append(t.sources, splitAtBreaks(words.T("page.event.known",
			"who", strings.Join(casebook.Strings(e.KnownBy), ", ")), sansWidth))
	}
	if e.Source != casebook.SourceUnsaid {
		t.sources = append(t.sources, splitAtBreaks(words.T("page.event.source",
			"source", words.T("source."+e.Source.String())), sansWidth))
	}
	return t
}

// kindSize returns the approximate width and height of the sign and words for the kind of
// an event, in ems of the labels. A missed conversation has a frame around them.
func kindSize(e *casebook.Event) (width, height float64) {
	switch {
	case e.Kind == casebook.Happening:
		return 0, 0
	case e.Missed():
		return 10.5, 1.85
	}
	return 8, 1.3
}

// splitAtBreaks splits a text where lines may break: at spaces, after hyphens and at soft
// hyphens.
func splitAtBreaks(s string, width func(string) float64) textRun {
	var pieces textRun
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
			pieces = append(pieces, fragment{width: width(part)})
			word = word[len(part):]
		}
		pieces = append(pieces, fragment{width(word), true})
	}
	return pieces
}

// lineCount returns the number of lines of the given width, in ems, that the text takes.
func (r textRun) lineCount(width float64) int {
	if len(r) == 0 {
		return 0
	}
	space := serifWidth(" ")
	n, x := 1, 0.0
	for _, p := range r {
		if x > 0 && x+p.width > width {
			n, x = n+1, 0
		}
		if p.width > width { // broken between letters
			more := math.Ceil(p.width/width) - 1
			n, x = n+int(more), p.width-more*width
		} else {
			x += p.width
		}
		if p.space {
			x += space
		}
	}
	return n
}

// typeStep returns the first step of the type size in which a text fits. If it fits in
// none, it returns the last step and the number of lines that are too many.
func (l Layout) typeStep(t cardText) (step, over int) {
	for step = range Steps {
		wider := fallbackFactor // a text should fit in other serif fonts too
		if step == Steps-1 {
			wider = 1 // in the last step, report only what certainly does not fit
		}
		free := l.freeHeight(t, step, wider)
		if free >= 0 {
			return step, 0
		}
		over = int(math.Ceil(-free/(l.Text[step]*mmPerPoint*l.Leading) - .01))
	}
	return Steps - 1, over
}

// fallbackFactor is the width of the fonts that replace Palatino (Georgia, Noto Serif),
// relative to it.
const fallbackFactor = 1.08

// freeHeight returns the height in mm that a text leaves free on a card, in a font that is
// wider than Palatino by the given factor. It is negative if the text is too long.
func (l Layout) freeHeight(t cardText, step int, wider float64) float64 {
	width := (l.Width - 2*l.Safe) / wider
	lineWidth := func(size float64) float64 { return width / (size * mmPerPoint) }
	label, size := l.Label*mmPerPoint, l.Text[step]*mmPerPoint
	height := label*1.3 + float64(t.title.lineCount(lineWidth(l.Title[step])))*l.Title[step]*mmPerPoint*titleLeading
	sources := t.sources
	if l.Low {
		height += l.Gap
		if t.when+1+t.kind > lineWidth(l.Label) {
			height += label * 1.3
		}
		sources = []textRun{slices.Concat(t.sources...)}
	} else {
		height += l.Gap
		if t.kindHeight > 0 {
			height += l.Gap + label*t.kindHeight
		}
	}
	if len(t.change) > 0 {
		height += l.Gap + label*1.1*(changeSize+float64(t.change.lineCount(lineWidth(l.Label))-1))
	}
	for i, paragraph := range t.body {
		if i == 0 {
			height += l.Gap
		}
		height += float64(paragraph.lineCount(lineWidth(l.Text[step]))) * size * l.Leading
	}
	for i, line := range sources {
		if i == 0 && len(line) > 0 {
			height += l.Gap
		}
		height += float64(line.lineCount(lineWidth(l.Label))) * label * labelLeading
	}
	return l.Height - l.Top - l.Lane - l.Safe - height
}

// Line heights relative to the type size, and the sizes of a change, its arrow and its gaps
// in ems of the labels.
const (
	titleLeading = 1.12
	labelLeading = 1.35
	changeSize   = 1.4
	changeArrow  = 2.24
	changeGap    = .7
)
