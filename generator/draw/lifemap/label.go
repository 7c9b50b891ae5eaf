package lifemap

import "casusboek/generator/draw"

// Label is where the words of an event stand.
type Label struct {
	X0, Y0, X1, Y1 float64
	Side           Side
	Lines          []Line
	Lowered        bool // it stands lower than the first shelf, so that a line has to lead to it
	wrapped        []draw.TextLine
	shelf          int
}

// Line is a line of a label, with its baseline.
type Line struct {
	Part Part
	Text string
	Y    float64
}

// Part is what a line of a label tells.
type Part uint8

// The parts, in the order in which they stand.
const (
	Title Part = iota
	Kind       // what the event is: "Signaal, niet opgepakt"
	When
	Change // what it changed: "520 → 690 euro"
	parts
)

// size is the font size of a part, step the distance from the line above.
func (p Part) size() float64 {
	if p == Title {
		return 15
	}
	return 13.5
}

func (p Part) step() float64 {
	if p == Title {
		return titleStep
	}
	return 17
}

// Side is the side of its mark on which a label stands.
type Side uint8

// The sides.
const (
	Right       Side = iota
	Left             // with its lines ending at the mark
	Centre           // in a dashed box below the mark
	centreLeft       // the same, moved to the left; search tells them apart, nobody else
	centreRight      // the same, moved to the right
)

// Measures of labels.
const (
	titleStep = 17.5
	markGap   = 11. // from the middle of a mark to its label
	labelGap  = 14. // at least, between labels side by side
	stackGap  = 10. // at least, between a label and the one below it
	firstTop  = 9.  // from a lane to the top of its labels
	lifeTop   = 18. // the same for the person's own line
	voidTop   = 13. // from that line to a dashed box
	voidPad   = 12. // inside the box, left and right
)

// widestWord is the width above which a word is cut.
const widestWord = 270.

func (p *Place) setText(part Part, text string) {
	p.text[part] = draw.Wrap(text, part.size(), widestWord)
}

// height is that of a label with these lines, from above its first letters to below its last.
func (p *Place) height(lines []draw.TextLine) float64 {
	h := 0.0
	for i, l := range lines {
		step := Part(l.Section).step()
		if i == 0 {
			step = titleStep
		}
		h += step
	}
	if p.Mark.Gap() {
		return h + 12
	}
	return h + 1
}

// setLines writes out the lines of a label that has its place.
func (p *Place) setLines() {
	l := &p.Label
	y := l.Y0 + 14
	if p.Mark.Gap() {
		y += 5
	}
	for i, line := range l.wrapped {
		part := Part(line.Section)
		if i > 0 {
			y += part.step()
		}
		l.Lines = append(l.Lines, Line{part, p.text[part].Text(line), y})
	}
}
