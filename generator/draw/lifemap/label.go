package lifemap

import "casusboek/generator/draw"

// Label is the position and text of an event's label.
type Label struct {
	X0, Y0, X1, Y1 float64
	Side           Side
	Lines          []Line
	Lowered        bool // below the first shelf, so that a line must connect it to its marker
	wrapped        []draw.TextLine
	shelf          int
}

// Line is a line of a label; Y is its baseline.
type Line struct {
	Part Part
	Text string
	Y    float64
}

// Part is the kind of text on a line of a label.
type Part uint8

// The parts, in the order in which they are written.
const (
	Title Part = iota
	Kind       // the kind of the event: "Signaal, niet opgepakt"
	When
	Change // what it changed: "520 → 690 euro"
	parts
)

// size returns the font size of a part. step returns the distance from the line above.
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

// Side is the side of the marker on which a label is.
type Side uint8

// The sides.
const (
	Right       Side = iota
	Left             // right-aligned, ending at the marker
	Centre           // in a dashed box below the marker
	centreLeft       // the same, moved to the left; used only by search
	centreRight      // the same, moved to the right; used only by search
)

// Dimensions of labels, in px.
const (
	titleStep = 17.5
	markGap   = 11. // from the middle of a marker to its label
	labelGap  = 14. // minimum between labels side by side
	stackGap  = 10. // minimum between a label and the one below it
	firstTop  = 9.  // from a lane to the top of its labels
	lifeTop   = 18. // the same for the person's own line
	voidTop   = 13. // from that line to a dashed box
	voidPad   = 12. // inside the box, left and right
)

// widestWord is the width in px above which a word is split.
const widestWord = 270.

func (p *Place) setText(part Part, text string) {
	p.text[part] = draw.Wrap(text, part.size(), widestWord)
}

// height returns the height of a label with these lines.
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

// setLines sets Label.Lines, after the label has its position.
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
