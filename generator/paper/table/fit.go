package table

import (
	"math"
	"unicode/utf8"
)

// typeSize is how much room a size of type takes on the handout of a round, in mm. Counted on A4 with the widest of the
// fonts of casusboek.css.
type typeSize struct {
	name   string
	line   float64 // of a card's text
	letter float64 // of a card's text, on average
	small  float64 // of a letter beside the cards
	near   float64 // a line beside the cards
	head   float64 // kicker, name and thick line
	intro  float64 // a line of the introduction
}

var typeSizes = []typeSize{
	{"ample", 5.7, 1.81, 1.72, 4.4, 27, 6.5},
	{"dense", 5, 1.66, 1.72, 4.4, 23, 5.7},
}

// Widths and heights of the handout of a round, in mm.
const (
	handoutWidth  = 174.
	besideWidth   = 50.
	cardsWidth    = handoutWidth - besideWidth - 8
	handoutRoom   = 270.
	handoutFoot   = 9.
	twoLines      = 18. // to write on
	betweenBlocks = 7.
	lineHeight    = 8.
	brokenOff     = 40. // at most left white at the foot of a page, where a card did not fit
)

// fit chooses the largest type in which the sheet is one page, and where the questions stand. What needs a second page
// has large type again and more lines to write on. What needs more than that has its cards in two columns.
func (h *RoundHandout) fit() {
	for _, t := range typeSizes {
		for _, beside := range []bool{false, true} {
			if h.Beside = beside && len(h.Cards) > 0; h.height(t) <= handoutRoom {
				h.Size = t.name
				return
			}
		}
	}
	h.Beside = false
	height := h.height(typeSizes[0])
	if height > 2*handoutRoom-brokenOff {
		h.Size = "full"
		return
	}
	h.Size, h.Lines = "long", linesFor(height-handoutRoom)
}

// linesFor is how many lines there is surely room for on a second page of which so much is taken; 0 when there may be few.
func linesFor(taken float64) int {
	for _, n := range []int{12, 8, 4} {
		if taken+brokenOff+float64(n)*lineHeight <= handoutRoom {
			return n
		}
	}
	return 0
}

// height estimates how high the sheet is.
func (h *RoundHandout) height(t typeSize) float64 {
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
		intro = 4 + t.intro*lines(h.Intro, t.intro/2.9, handoutWidth)
	}
	return t.head + intro + max(cards, beside) + below + twoLines + handoutFoot
}

func (h *RoundHandout) cardsHeight(t typeSize) float64 {
	sum := betweenBlocks
	for _, c := range h.Cards {
		sum += c.height(t, cardsWidth)
	}
	return sum
}

// height estimates how high an event is in a column.
func (c Card) height(t typeSize, width float64) float64 {
	head := c.Title + c.Kind
	if c.Change != nil {
		head += "    " + c.Change.From + c.Change.To + c.Change.What
	}
	meta := c.When + c.From + "  kaart 12"
	for _, d := range c.Domains {
		meta += "    " + d.Name
	}
	return 2.8 + 4.5*lines(meta, 1.62, width) + .4 + (t.line+.6)*lines(head, t.letter*1.15, width) + .6 + t.line*lines(c.plain, t.letter, width)
}

// FitsAmple reports whether events fit on a sheet of their own in large type, with so many mm taken by what else is on it.
func FitsAmple(events []Card, taken float64) bool {
	for _, c := range events {
		taken += c.height(typeSizes[0], handoutWidth)
	}
	return taken <= handoutRoom
}

func (h *RoundHandout) besideHeight(t typeSize) float64 {
	sum := betweenBlocks
	for _, m := range h.Life {
		sum += 1.4 + t.near*lines(m.When+" "+m.Title+" "+m.Kind, t.small, besideWidth-7)
	}
	if len(h.Network) > 0 {
		sum += betweenBlocks + 5
	}
	for _, n := range h.Network {
		sum += 1.6 + t.near*lines(n.Name+" "+n.People, t.small, besideWidth)
	}
	return sum
}

func (h *RoundHandout) talkHeight(t typeSize, width float64) float64 {
	questions, choices := 0., 0.
	for _, q := range h.Questions {
		questions += t.line * lines(q, t.letter, width-10)
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
		highest = max(highest, t.near*(lines(o.Text, t.small*1.08, width-5)+lines(o.For+"Ervoor: ", t.small, width)+lines(o.Against+"Ertegen: ", t.small, width))+2)
	}
	return 6.6*lines(d.Question, 2.4, handoutWidth) + 2 + highest*math.Ceil(float64(len(d.Options))/3)
}

// lines is how many lines a text takes in letters of a width.
func lines(text string, letter, width float64) float64 {
	return math.Ceil(letter * float64(utf8.RuneCountInString(text)) / width)
}
