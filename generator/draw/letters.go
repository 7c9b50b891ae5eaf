package draw

import (
	"math"
	"strings"
	"unicode"
)

// widen is what letters are taken wider than the table says.
const widen = 1.03

const softHyphen = '\u00AD'

// ems holds upper bounds of the width of a letter in ems, over Noto Sans, Open Sans, Roboto and Calibri semibold. A wider fallback
// font eats the gap between two labels, not the text.
var ems = func() (table [128]float64) {
	for i := range table {
		table[i] = .66
	}
	set := func(letters string, width float64) {
		for _, r := range letters {
			table[r] = width
		}
	}
	set("ABCDEFGHIJKLNOPQRSTUVXYZ", .81)
	set("0123456789", .57)
	set("vxyk", .62)
	set("csz", .52)
	set("r", .45)
	set("ft", .43)
	set("ijl", .30)
	set(" ", .26)
	set(".,:;'", .29)
	set("-", .39)
	set("w", .86)
	set("m", .98)
	set("MW", .97)
	set("I", .39)
	return
}()

// textWidth estimates, rather too wide than too narrow, how wide a text is at a font size in px.
func textWidth(s string, size float64) float64 {
	sum := 0.0
	for _, r := range s {
		switch {
		case r < 128:
			sum += ems[r]
		case r == softHyphen, r == 0x200D, r >= 0xFE00 && r <= 0xFE0F, unicode.Is(unicode.Mn, r):
		case r >= 0x1F000, r == '—':
			sum += 1.4
		case r >= 0x1100:
			if r >= 0x2E80 || r < 0x1200 {
				sum += 1.05
			} else {
				sum += .8
			}
		case unicode.IsUpper(r):
			sum += .81
		default:
			sum += .66
		}
	}
	return sum * size * widen
}

// fragment is a piece of text that is never broken.
type fragment struct {
	text  string
	width float64
	joint joint // what stands between it and the next one
}

// joint is what stands between two fragments.
type joint uint8

const (
	space joint = iota
	hard        // nothing: the text has its own hyphen here
	soft        // nothing on one line, a hyphen when broken
)

// fragments cuts a text at spaces, behind hyphens and at soft hyphens. What is still wider than max is cut between letters.
func fragments(into []fragment, text string, size, max float64) []fragment {
	for word := range strings.FieldsSeq(text) {
		for word != "" {
			end, skip, j := len(word), 0, space
			for i, r := range word {
				if r == softHyphen {
					end, skip, j = i, len("\u00AD"), soft
					break
				}
				if r == '-' && i > 0 && i+1 < len(word) {
					end, j = i+1, hard
					break
				}
			}
			into = cut(into, word[:end], j, size, max)
			word = word[end+skip:]
		}
	}
	return into
}

// cut adds one fragment, or several when it is wider than max.
func cut(into []fragment, text string, j joint, size, max float64) []fragment {
	for {
		width := textWidth(text, size)
		if width <= max || text == "" {
			return append(into, fragment{text, width, j})
		}
		room, at := max-textWidth("-", size), 0
		for i, r := range text {
			if room -= textWidth(string(r), size); room < 0 && i > 0 {
				break
			}
			at = i + len(string(r))
		}
		if at >= len(text) {
			return append(into, fragment{text, width, j})
		}
		into = append(into, fragment{text[:at], textWidth(text[:at], size), soft})
		text = text[at:]
	}
}

// textLine is a line of fragments: from, including, to, excluding.
type textLine struct {
	section  uint8
	from, to uint16
	width    float64
}

// wrap lays fragments in as few lines as fit in max, as even as can be, and adds them to into. It fails when a fragment is wider.
func wrap(into []textLine, section int, frags []fragment, size, max float64) ([]textLine, bool) {
	n := len(frags)
	var costs [48]float64
	var ends [48]int
	best, end := costs[:], ends[:] // of the lines from fragment i on: their cost, and where the first of them ends
	if n >= len(costs) {
		best, end = make([]float64, n+1), make([]int, n+1)
	}
	best[n] = 0
	for i := n - 1; i >= 0; i-- {
		best[i] = math.Inf(1)
		width := 0.0
		for j := i; j < n && width <= max; j++ {
			width += frags[j].width
			if full := width + tail(frags, j, size); full <= max {
				// A line more costs as much as an empty line, a line of a few letters a fifth of that.
				cost := max*max + (max-full)*(max-full) + best[j+1]
				if full < 2*size {
					cost += max * max / 5
				}
				if strings.HasSuffix(frags[j].text, ",") {
					cost -= max * max / 8 // a good place to break
				}
				if cost < best[i] {
					best[i], end[i] = cost, j+1
				}
			}
			if frags[j].joint == space {
				width += ems[' '] * size * widen
			}
		}
		if math.IsInf(best[i], 1) {
			return into, false
		}
	}
	for i := 0; i < n; i = end[i] {
		into = append(into, textLine{uint8(section), uint16(i), uint16(end[i]), lineWidth(frags, i, end[i], size)})
	}
	return into, true
}

// tail is the width of the hyphen that a line needs when it ends behind fragment j.
func tail(frags []fragment, j int, size float64) float64 {
	if frags[j].joint == soft && j+1 < len(frags) {
		return ems['-'] * size * widen
	}
	return 0
}

func lineWidth(frags []fragment, from, to int, size float64) float64 {
	width := tail(frags, to-1, size)
	for i := from; i < to; i++ {
		width += frags[i].width
		if i+1 < to && frags[i].joint == space {
			width += ems[' '] * size * widen
		}
	}
	return width
}

// widest is the width of the widest fragment, with its hyphen.
func widest(frags []fragment, size float64) float64 {
	width := 0.0
	for i := range frags {
		width = max(width, frags[i].width+tail(frags, i, size))
	}
	return width
}

// lineText is the text of a line of fragments.
func lineText(frags []fragment, line textLine) string {
	if line.to == line.from+1 && frags[line.from].joint != soft {
		return frags[line.from].text
	}
	var out strings.Builder
	for i := line.from; i < line.to; i++ {
		out.WriteString(frags[i].text)
		last := int(i)+1 == len(frags)
		switch {
		case i+1 < line.to && frags[i].joint == space:
			out.WriteByte(' ')
		case i+1 == line.to && frags[i].joint == soft && !last:
			out.WriteByte('-')
		}
	}
	return out.String()
}

// wrapText lays a text in lines of at most room, or as wide as its widest word up to half as much again. It is for drawings that need no
// choice between widths.
func wrapText(text string, size, room float64) (lines []string, width float64) {
	frags := fragments(nil, text, size, 1.5*room)
	wrapped, _ := wrap(nil, 0, frags, size, max(room, widest(frags, size)))
	for _, l := range wrapped {
		lines = append(lines, lineText(frags, l))
		width = max(width, l.width)
	}
	return lines, width
}
