package draw

import (
	"casusboek/generator/casebook"
	"casusboek/generator/lang"
)

// Measures of the life map, in px of a drawing 1320 wide.
const (
	mapWidth   = 1320.
	railStart  = 162. // lanes run from here to the right edge
	axisStart  = 190.
	axisEnd    = 1236.
	lifeY      = 44.
	labelStart = 164. // labels stay right of this
	titleSize  = 15.
	metaSize   = 13.5
	titleStep  = 17.5
	metaStep   = 17.
	markGap    = 11. // from the middle of a mark to its label
	labelGap   = 14. // at least, between labels side by side
	stackGap   = 10. // at least, between a label and the one below it
	firstTop   = 9.  // from a lane to the top of its labels
	lifeTop    = 18. // the same for her line
	voidTop    = 13. // from her line to a dashed box
	voidPad    = 12. // inside the box, left and right
	laneRoom   = 9.  // below the last label of a lane
	laneLeast  = 30. // below a lane whose labels are small
	laneEmpty  = 24. // below a lane without events
	nameStep   = 17. // between the lines of a domain's name
	laneAbove  = 18.
	flagAbove  = 34. // above a lane with a pennant
)

// maxEvents is the number of events up to which a life map is drawn.
const maxEvents = 24

// lifeMap is the layout of a life map, before drawing.
type lifeMap struct {
	known
	axis   axis
	rows   []row // the person's own line, then the lanes from top to bottom
	marks  []placedMark
	height float64
}

// row is the person's own line or a lane, with the label area below it.
type row struct {
	domain *casebook.Domain // nil for the person's own line
	y      float64
	flag   bool // has a pennant
	names  int  // lines of the domain's name
	items  []int
}

// placedMark is an event on the map with its label.
type placedMark struct {
	e      *casebook.Event
	mark   mark
	row    int   // where mark and label stand
	lane   int   // the row of its main domain; the same as row unless it stands on the person's line
	others []int // rows of its other domains
	x      float64
	end    float64 // of the bar of a duration; x without one
	track  track
	text   []section
	label  label
}

// track is the part of a lane that the bar of a duration takes, so that two that overlap stay two.
type track uint8

const (
	whole track = iota
	upper
	lower
)

// section is a piece of a label in one style: the title, the kind, the time, a changed value.
type section struct {
	class string
	size  float64
	step  float64
	frags []fragment
}

// label is where the text of an event stands.
type label struct {
	x0, y0, x1, y1 float64
	lines          []textLine
	side           side
	shelf          int
}

type side uint8

const (
	right side = iota
	left
	centre      // a dashed box around its text
	centreLeft  // the same, moved to the left
	centreRight // the same, moved to the right
)

// vertical is a line that runs down through the label areas of the rows from, including, to, excluding.
type vertical struct {
	x        float64
	from, to int
	owner    int // the mark that it belongs to
}

// layoutLifeMap places everything. The events must be 1 to maxEvents.
func layoutLifeMap(k known, site *casebook.Site, words *lang.Catalogue) *lifeMap {
	m := &lifeMap{known: k}
	var xs []float64
	m.axis, xs = newAxis(k.events, axisStart, axisEnd)
	m.rows = make([]row, len(site.Domains)+1)
	for i := range site.Domains {
		lines, _ := laneNameLines(upperFirst(site.Domains[i].Name.V))
		m.rows[i+1] = row{domain: &site.Domains[i], names: len(lines)}
	}
	for i, e := range k.events {
		m.marks = append(m.marks, m.newMark(i, e, xs[i], site, words))
	}
	m.setTracks()
	verticals := m.verticals()
	search := newSearch(m, verticals)
	for r := range m.rows {
		search.place(r)
	}
	m.setHeights()
	return m
}

func (m *lifeMap) newMark(i int, e *casebook.Event, x float64, site *casebook.Site, words *lang.Catalogue) placedMark {
	p := placedMark{e: e, mark: markOf(e), x: x, end: x}
	if e.When.Stretch && !e.When.OpenEnd {
		p.end = max(x, m.axis.x(e.When.End-spanEnd*m.axis.unit))
	}
	main, others := lanesOf(site, e)
	p.lane = min(main+1, len(m.rows)-1)
	for _, o := range others {
		p.others = append(p.others, o+1)
	}
	if p.row = p.lane; p.mark.onLife() {
		p.row = 0
	}
	row := &m.rows[p.row]
	row.items = append(row.items, i)
	row.flag = row.flag || p.mark == pennant
	p.addText("event__title", titleSize, titleStep, e.Title.V)
	p.addText("event__meta event__kind", metaSize, metaStep, Kind(e, m.round, words))
	p.addText("event__meta", metaSize, metaStep, e.When.Label(words))
	p.addText("event__meta", metaSize, metaStep, changeText(e.Change))
	return p
}

// setTracks gives durations that overlap in one lane a half of it each.
func (m *lifeMap) setTracks() {
	for r := 1; r < len(m.rows); r++ {
		for n, i := range m.rows[r].items {
			for _, j := range m.rows[r].items[:n] {
				before, mk := &m.marks[j], &m.marks[i]
				if before.end == before.x || mk.end == mk.x || before.end <= mk.x {
					continue
				}
				if before.track == whole {
					before.track = upper
				}
				mk.track = upper + lower - before.track
			}
		}
	}
}

func (p *placedMark) addText(class string, size, step float64, text string) {
	if text != "" {
		p.text = append(p.text, section{class, size, step, fragments(nil, text, size, widestWord)})
	}
}

// verticals lists the lines that labels had better not stand on: causes at the effect's x, drops of missed conversations, and
// the connections of an event to its other domains.
func (m *lifeMap) verticals() []vertical {
	var all []vertical
	add := func(x float64, a, b, owner int) {
		if a != b {
			all = append(all, vertical{x, min(a, b), max(a, b), owner})
		}
	}
	for _, c := range m.causes {
		from, to := &m.marks[c.from], &m.marks[c.to]
		add(causeX(to), from.row, to.row, c.to)
	}
	for i := range m.marks {
		mk := &m.marks[i]
		low, high := mk.span()
		switch {
		case mk.mark.gap():
			add(mk.x, 0, high, i)
		case mk.mark != held:
			add(mk.x, low, high, i)
		}
	}
	return all
}

// span gives the first and last row of an event's domains.
func (p *placedMark) span() (low, high int) {
	low, high = p.lane, p.lane
	for _, o := range p.others {
		low, high = min(low, o), max(high, o)
	}
	return low, high
}

// causeX is where a line that leads to the mark arrives: beside the dashed drop of a missed conversation.
func causeX(to *placedMark) float64 {
	if to.mark.gap() {
		return to.x - 16
	}
	return to.x
}

// height is that of a label, from above its first letters to below its last.
func (p *placedMark) height(lines []textLine) float64 {
	h := 0.0
	for i, l := range lines {
		step := p.text[l.section].step
		if i == 0 {
			step = titleStep
		}
		h += step
	}
	if p.mark.gap() {
		return h + 12
	}
	return h + 1
}

// setHeights gives every row its y and every label its top: the shelves of a row are filled from above, a label goes as high as
// the labels over it allow.
func (m *lifeMap) setHeights() {
	y := lifeY
	for r := range m.rows {
		row := &m.rows[r]
		row.y = y
		bottom := m.stack(row)
		room := laneLeast
		switch {
		case len(row.items) == 0 && r > 0:
			room = laneEmpty
		case bottom > 0:
			room = max(room, bottom-y+laneRoom)
		}
		if r+1 == len(m.rows) {
			y += room + 4
			break
		}
		next := &m.rows[r+1]
		if next.flag {
			room += flagAbove
		} else {
			room += laneAbove
		}
		y += max(room, nameStep*float64(row.names+next.names)/2+12)
	}
	m.height = y + 12
}

// stack sets the heights of a row's labels and gives the lowest edge.
func (m *lifeMap) stack(row *row) (bottom float64) {
	for shelf := 0; shelf <= len(row.items); shelf++ {
		for _, i := range row.items {
			mk := &m.marks[i]
			if mk.label.shelf != shelf {
				continue
			}
			l := &mk.label
			l.y0 = row.y + mk.top()
			for _, j := range row.items {
				above := &m.marks[j].label
				if above.shelf < shelf && above.x0 < l.x1+labelGap && l.x0 < above.x1+labelGap {
					l.y0 = max(l.y0, above.y1+stackGap)
				}
			}
			l.y1 = l.y0 + mk.height(l.lines)
			bottom = max(bottom, l.y1)
		}
	}
	return bottom
}

// top is the distance from a row to the top of a label on its first shelf.
func (p *placedMark) top() float64 {
	switch {
	case p.mark.gap():
		return voidTop
	case p.mark == held:
		return lifeTop
	}
	return firstTop
}
