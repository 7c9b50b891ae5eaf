package draw

import (
	"math"
	"strings"
)

// WrappedText is a text split at its possible line breaks, at one font size. A caller that
// compares several widths splits once and wraps often:
//
//	title := draw.Wrap("Een klein nabestaanden\u00ADpensioen", 15, 270)
//	lines, ok := title.Wrap(nil, 0, 128) // not ok: a word is wider than 128 px
//	title.Text(lines[1])                 // "nabestaanden-"
type WrappedText struct {
	size      float64
	fragments []fragment
}

// fragment is a piece of text without line breaks.
type fragment struct {
	text  string
	width float64
	joint joint // between this fragment and the next
}

// joint is what separates two fragments.
type joint uint8

const (
	space       joint = iota
	hard              // nothing: the fragment ends in a hyphen of its own
	lettersSoft       // nothing on one line, a hyphen at a line break
)

// Wrap splits a text at spaces, after hyphens and at soft hyphens. A piece wider than
// widest, in px, is split between letters.
func Wrap(text string, size, widest float64) WrappedText {
	w := WrappedText{size: size}
	for word := range strings.FieldsSeq(text) {
		for word != "" {
			end, skip, j := len(word), 0, space
			for i, r := range word {
				if r == softHyphen {
					end, skip, j = i, len("\u00AD"), lettersSoft
					break
				}
				if r == '-' && i > 0 && i+1 < len(word) {
					end, j = i+1, hard
					break
				}
			}
			w.add(word[:end], j, widest)
			word = word[end+skip:]
		}
	}
	return w
}

// add adds one fragment, or several when text is wider than widest.
func (w *WrappedText) add(text string, j joint, widest float64) {
	for {
		width := TextWidth(text, w.size)
		if width <= widest || text == "" {
			w.fragments = append(w.fragments, fragment{text, width, j})
			return
		}
		room, at := widest-TextWidth("-", w.size), 0
		for i, r := range text {
			if room -= TextWidth(string(r), w.size); room < 0 && i > 0 {
				break
			}
			at = i + len(string(r))
		}
		if at >= len(text) {
			w.fragments = append(w.fragments, fragment{text, width, j})
			return
		}
		w.fragments = append(w.fragments, fragment{text[:at], TextWidth(text[:at], w.size), lettersSoft})
		text = text[at:]
	}
}

// TextLine is one line of a WrappedText: its fragments and its width in px. Two lines can
// be compared by ==.
type TextLine struct {
	Section  uint8 // the caller's number of the text, for labels made of several texts
	from, to uint16
	Width    float64
}

// Wrap breaks the text into as few lines as fit the width, as even as possible, and appends
// them to into, with the given section. ok is false, and nothing is appended, when a word
// is too wide.
func (w *WrappedText) Wrap(into []TextLine, section uint8, width float64) ([]TextLine, bool) {
	n := len(w.fragments)
	var costs [48]float64
	var ends [48]int
	// of the lines from fragment i on: their lowest cost, and the end of the first of them
	best, end := costs[:], ends[:]
	if n >= len(costs) {
		best, end = make([]float64, n+1), make([]int, n+1)
	}
	best[n] = 0
	for i := n - 1; i >= 0; i-- {
		if best[i], end[i] = w.firstLine(i, width, best); math.IsInf(best[i], 1) {
			return into, false
		}
	}
	for i := 0; i < n; i = end[i] {
		into = append(into, TextLine{section, uint16(i), uint16(end[i]), w.lineWidth(i, end[i])})
	}
	return into, true
}

// firstLine returns the best end of the line that starts at fragment i, and the cost of the
// text from there on; following holds the costs from each later fragment on.
func (w *WrappedText) firstLine(i int, room float64, following []float64) (cost float64, end int) {
	cost = math.Inf(1)
	width := 0.0
	for j := i; j < len(w.fragments) && width <= room; j++ {
		width += w.fragments[j].width
		if full := width + w.hyphen(j); full <= room {
			// An extra line costs as much as an empty line; a very short line a fifth of
			// that.
			c := room*room + (room-full)*(room-full) + following[j+1]
			if full < 2*w.size {
				c += room * room / 5
			}
			if strings.HasSuffix(w.fragments[j].text, ",") {
				c -= room * room / 8 // a good place to break
			}
			if c < cost {
				cost, end = c, j+1
			}
		}
		if w.fragments[j].joint == space {
			width += ems[' '] * w.size * widen
		}
	}
	return cost, end
}

// hyphen returns the width of the hyphen of a line that ends after fragment j, or 0.
func (w *WrappedText) hyphen(j int) float64 {
	if w.fragments[j].joint == lettersSoft && j+1 < len(w.fragments) {
		return ems['-'] * w.size * widen
	}
	return 0
}

func (w *WrappedText) lineWidth(from, to int) float64 {
	width := w.hyphen(to - 1)
	for i := from; i < to; i++ {
		width += w.fragments[i].width
		if i+1 < to && w.fragments[i].joint == space {
			width += ems[' '] * w.size * widen
		}
	}
	return width
}

// Widest returns the width in px of the widest word with its hyphen. Wrap fails for smaller
// widths.
func (w *WrappedText) Widest() float64 {
	width := 0.0
	for i := range w.fragments {
		width = max(width, w.fragments[i].width+w.hyphen(i))
	}
	return width
}

// Bytes returns the length of a line in bytes, without spaces.
func (w *WrappedText) Bytes(line TextLine) (n int) {
	for _, f := range w.fragments[line.from:line.to] {
		n += len(f.text)
	}
	return n
}

// Text returns the text of a line.
func (w *WrappedText) Text(line TextLine) string {
	if line.to == line.from+1 && w.fragments[line.from].joint != lettersSoft {
		return w.fragments[line.from].text
	}
	var out strings.Builder
	for i := line.from; i < line.to; i++ {
		out.WriteString(w.fragments[i].text)
		last := int(i)+1 == len(w.fragments)
		switch {
		case i+1 < line.to && w.fragments[i].joint == space:
			out.WriteByte(' ')
		case i+1 == line.to && w.fragments[i].joint == lettersSoft && !last:
			out.WriteByte('-')
		}
	}
	return out.String()
}

// WrapLines breaks a text into lines of at most room px, or of its widest word if that is
// wider (up to half as much again). It returns the lines and the width of the widest.
//
//	draw.WrapLines("Sociale zekerheid", 15, 122) // "Sociale", "zekerheid"
func WrapLines(text string, size, room float64) (lines []string, width float64) {
	words := Wrap(text, size, 1.5*room)
	wrapped, _ := words.Wrap(nil, 0, max(room, words.Widest()))
	for _, l := range wrapped {
		lines = append(lines, words.Text(l))
		width = max(width, l.Width)
	}
	return lines, width
}
