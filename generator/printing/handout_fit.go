package printing

import (
	"math"
	"unicode/utf8"
)

// typeSize holds the dimensions in mm of the handout of a round in one type size, measured
// on A4 with the widest of the fonts of casusboek.css.
type typeSize struct {
	name   string
	line   float64 // line height of the text of a card
	letter float64 // average letter width of the text of a card
	small  float64 // letter width in the side column
	near   float64 // line height in the side column
	head   float64 // height of kicker, name and thick line
	intro  float64 // line height of the introduction
}

var typeSizes = []typeSize{
	{"ample", 5.7, 1.81, 1.72, 4.4, 27, 6.5},
	{"dense", 5, 1.66, 1.72, 4.4, 23, 5.7},
}

// Widths and heights of the handout of a round, in mm.
const (
	handoutWidth       = 174.
	besideWidth        = 50.
	cardsWidth         = handoutWidth - besideWidth - 8
	handoutPageHeight  = 270.
	handoutFootHeight  = 9.
	writingLinesHeight = 18. // height of the ruled lines
	betweenBlocks      = 7.
	lineHeight         = 8.
	pageFootLoss       = 40. // most height left empty at the foot of a page, because the next card did not fit
)

// fit chooses the largest type size in which the handout fits on one page, and whether the
// questions are beside the cards. If it needs a second page, it gets the large type and
// more ruled lines. If it needs more than two pages, its cards are set in two columns.
func (h *RoundHandoutData) fit() {
	for _, t := range typeSizes {
		for _, beside := range []bool{false, true} {
			if h.Beside = beside && len(h.Cards) > 0; h.height(t) <= handoutPageHeight {
				h.Size = t.name
				return
			}
		}
	}
	h.Beside = false
	height := h.height(typeSizes[0])
	if height > 2*handoutPageHeight-pageFootLoss {
		h.Size = "full"
		return
	}
	h.Size, h.Lines = "long", linesFor(height-handoutPageHeight)
}

// linesFor returns the number of ruled lines that certainly fit on a second page, of which
// the given height in mm is taken; 0 if few fit.
func linesFor(taken float64) int {
	for _, n := range []int{12, 8, 4} {
		if taken+pageFootLoss+float64(n)*lineHeight <= handoutPageHeight {
			return n
		}
	}
	return 0
}

// height returns the estimated height of the handout.
func (h *RoundHandoutData) height(t typeSize) float64 {
	cards, beside, below := h.cardsHeight(t), h.besideHeight(t), 0.
	if h.Beside {
		beside += betweenBlocks + h.talkHeight(t, besideWidth)
	} else {
		below += betweenBlocks + h.talkHeight(t, handoutWidth/2)
	}
	for _, d := range h.Dilemmas {
		below += betweenBlocks + d.height(t)
	}
	intro := 0.
	if h.Intro != "" {
		intro = 4 + t.intro*estimateLines(h.Intro, t.intro/2.9, handoutWidth)
	}
	return t.head + intro + max(cards, beside) + below + writingLinesHeight + handoutFootHeight
}

func (h *RoundHandoutData) cardsHeight(t typeSize) float64 {
	sum := betweenBlocks
	for _, c := range h.Cards {
		sum += c.height(t, cardsWidth)
	}
	return sum
}

// height returns the estimated height of a card in a column of the given width.
func (c Card) height(t typeSize, width float64) float64 {
	head := c.Title + c.Kind
	if c.Change != nil {
		head += "    " + c.Change.From + c.Change.To + c.Change.What
	}
	meta := c.When + c.From + "  kaart 12"
	for _, d := range c.Domains {
		meta += "    " + d.Name
	}
	return 2.8 + 4.5*estimateLines(meta, 1.62, width) + .4 +
		(t.line+.6)*estimateLines(head, t.letter*1.15, width) + .6 +
		t.line*estimateLines(c.plain, t.letter, width)
}

// FitsLargeType reports whether events fit on one sheet in large type, if other content takes
// the given height in mm.
func FitsLargeType(events []Card, taken float64) bool {
	for _, c := range events {
		taken += c.height(typeSizes[0], handoutWidth)
	}
	return taken <= handoutPageHeight
}

func (h *RoundHandoutData) besideHeight(t typeSize) float64 {
	sum := betweenBlocks
	for _, m := range h.Life {
		sum += 1.4 + t.near*estimateLines(m.When+" "+m.Title+" "+m.Kind, t.small, besideWidth-7)
	}
	if len(h.Network) > 0 {
		sum += betweenBlocks + 5
	}
	for _, n := range h.Network {
		sum += 1.6 + t.near*estimateLines(n.Name+" "+n.People, t.small, besideWidth)
	}
	return sum
}

func (h *RoundHandoutData) talkHeight(t typeSize, width float64) float64 {
	questions, choices := 0., 0.
	for _, q := range h.Questions {
		questions += t.line * estimateLines(q, t.letter, width-10)
	}
	for _, c := range h.Choices {
		choices += t.line * math.Ceil((1.9*float64(utf8.RuneCountInString(c))+12)/width)
	}
	if width > besideWidth {
		return 6 + max(questions, choices/2)
	}
	return 12 + questions + choices
}

func (d dilemma) height(t typeSize) float64 {
	highest := 0.
	width := handoutWidth/float64(max(1, min(3, len(d.Options)))) - 6
	for _, o := range d.Options {
		highest = max(highest, t.near*(estimateLines(o.Text, t.small*1.08, width-5)+
			estimateLines(o.For+"Ervoor: ", t.small, width)+
			estimateLines(o.Against+"Ertegen: ", t.small, width))+2)
	}
	return 6.6*estimateLines(d.Question, 2.4, handoutWidth) + 2 + highest*math.Ceil(float64(len(d.Options))/3)
}

// estimateLines returns the number of lines of a text with letters of the given width, in a
// column of the given width.
func estimateLines(text string, letter, width float64) float64 {
	return math.Ceil(letter * float64(utf8.RuneCountInString(text)) / width)
}
