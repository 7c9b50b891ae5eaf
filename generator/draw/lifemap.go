package draw

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/lang"
)

// LifeMap draws what is known of a life after a round: the person's own thick line with its holes and conversations, one lane per
// life domain of the site, events on an uneven time axis, causes as lines. It is 1320 px wide and meant from 1100 px up; the
// list beside it (Rail) carries the same facts. It is empty when nothing is known yet and above 24 events, where only the list
// can be read. The whole life is the map after c.LastRound().
func LifeMap(c *casebook.Case, site *casebook.Site, round int, words *lang.Catalogue) string {
	k := knownAfter(c, round)
	if len(k.events) == 0 || len(k.events) > maxEvents {
		return ""
	}
	m := layoutLifeMap(k, site, words)
	p := &pen{b: make([]byte, 0, 24<<10)}
	title := words.T("draw.lifemap.title", "name", c.Pseudonym.V)
	if round < c.LastRound() {
		title = words.T("draw.lifemap.title-until", "name", c.Pseudonym.V, "n", strconv.Itoa(round))
	}
	p.open("lifemap__svg", "0 0 1320 "+string(appendNumber(nil, m.height)), "lifemap", title, m.describe(site, words))
	m.axis.draw(p, m.height-12, words)
	m.drawLanes(p)
	m.drawLife(p, c.Pseudonym.V)
	m.drawJoins(p)
	m.drawCauses(p)
	m.drawDrops(p)
	for i := range m.marks {
		m.marks[i].draw(p, &m.axis, m.rows[m.marks[i].row].y, m.round)
	}
	m.drawDropEnds(p)
	p.put(`</svg>`)
	return string(p.b)
}

// describe tells the map in a few sentences.
func (m *lifeMap) describe(site *casebook.Site, words *lang.Catalogue) string {
	names := make([]string, len(site.Domains))
	for i := range site.Domains {
		names[i] = lowerFirst(site.Domains[i].Name.V)
	}
	first, last := m.events[0], m.events[len(m.events)-1]
	out := words.T("draw.lifemap.desc",
		"events", upperFirst(counted("draw.count.events", len(m.events), words)),
		"from", first.When.Label(words), "to", last.When.Label(words),
		"lanes", counted("draw.count.lanes", len(names), words), "names", listed(names, words))
	if marks := m.countMarks(words); len(marks) > 0 {
		out += " " + upperFirst(listed(marks, words)) + "."
	}
	return out + " " + words.T("draw.lifemap.list")
}

// countMarks counts the marks that a reader looks for: signals, conversations, strengths, help.
func (m *lifeMap) countMarks(words *lang.Catalogue) (counts []string) {
	for _, kind := range []struct {
		mark mark
		key  string
	}{{pennant, "signals"}, {missed, "missed"}, {doubtful, "doubtful"}, {held, "held"}, {triangle, "strengths"}, {square, "help"}} {
		n := 0
		for i := range m.marks {
			if m.marks[i].mark == kind.mark {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, counted("draw.count."+kind.key, n, words))
		}
	}
	return counts
}

func upperFirst(s string) string { return changeFirst(s, strings.ToUpper) }
func lowerFirst(s string) string { return changeFirst(s, strings.ToLower) }

// changeFirst changes the case of the first letter, unless the second is a capital too (an abbreviation).
func changeFirst(s string, change func(string) string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && strings.ToLower(string(r[1])) != string(r[1]) {
		return s
	}
	return change(string(r[:1])) + string(r[1:])
}

// drawLanes draws the lanes with their icons and names.
func (m *lifeMap) drawLanes(p *pen) {
	for i := range m.rows[1:] {
		row := &m.rows[i+1]
		n := row.domain.N
		p.put(`<g class="lane d-`)
		p.int(n)
		p.put(`"><rect class="ribbon" x="162" y="@" width="1158" height="12"/><path class="rail" d="M162 @H1320"/>`, row.y-6, row.y)
		for edge := 1; edge < edges(n); edge++ {
			p.put(`<path class="rail" d="M162 @H1320M162 @H1320"/>`, row.y-8-2*float64(edge-1), row.y+8+2*float64(edge-1))
		}
		p.put(`<use href="#i-d`)
		p.int(n)
		p.put(`" x="0" y="@" width="24" height="24"/>`, row.y-12)
		p.laneName(upperFirst(row.domain.Name.V), 34, row.y)
		p.put(`</g>`)
	}
}

// laneNameLines cuts a domain's name in lines, and gives the scale at which they fit left of the lanes.
func laneNameLines(name string) (lines []string, scale float64) {
	const room = 122.
	lines, width := wrapText(name, titleSize, room)
	return lines, min(1, room/width)
}

// laneName writes a domain's name in lines around y, smaller when a word does not fit.
func (p *pen) laneName(name string, x, y float64) {
	lines, scale := laneNameLines(name)
	if scale < 1 {
		p.put(`<g transform="translate(@ @) scale(`, x, y)
		p.b = strconv.AppendFloat(p.b, scale, 'f', 3, 64)
		p.put(`)">`)
		x, y = 0, 0
	}
	for i, line := range lines {
		p.put(`<text class="lane__name" x="@" y="@">`, x, y+5+nameStep*(float64(i)-float64(len(lines)-1)/2))
		p.text(line)
		p.put(`</text>`)
	}
	if scale < 1 {
		p.put(`</g>`)
	}
}

// drawLife draws the person's own line, open where a conversation was missed, and the name.
func (m *lifeMap) drawLife(p *pen, name string) {
	const half = 27
	p.put(`<g class="life"><path class="life__line" d="M162 44`)
	x := railStart
	for _, i := range m.rows[0].items {
		mk := &m.marks[i]
		if !mk.mark.gap() {
			continue
		}
		if mk.x-half > x {
			p.put(`H@`, mk.x-half)
		}
		x = mk.x + half
		p.put(`M@ 44`, x)
	}
	p.put(`H1320"/>`)
	p.lifeName(name)
	p.put(`</g>`)
}

// lifeName writes the pseudonym left of the line, in lines and smaller when it is long.
func (p *pen) lifeName(name string) {
	const room, size = 150., 22.
	lines, width := wrapText(name, size, room)
	scale := min(1, room/width, 2.2/float64(len(lines)))
	p.put(`<g transform="translate(0 44) scale(`)
	p.b = strconv.AppendFloat(p.b, scale, 'f', 3, 64)
	p.put(`)">`)
	for i, line := range lines {
		p.put(`<text class="life__name" x="0" y="@">`, 6+25*(float64(i)-float64(len(lines)-1)/2))
		p.text(line)
		p.put(`</text>`)
	}
	p.put(`</g>`)
}

// drawJoins draws thin lines from events to the other domains that they touch.
func (m *lifeMap) drawJoins(p *pen) {
	open := false
	for i := range m.marks {
		mk := &m.marks[i]
		if len(mk.others) == 0 || mk.mark.gap() || mk.mark == held {
			continue
		}
		if !open {
			p.put(`<g class="joins">`)
			open = true
		}
		low, high := mk.span()
		p.put(`<path d="M@ @V@"/>`, mk.x, m.rows[low].y, m.rows[high].y)
		for _, o := range mk.others {
			p.put(`<circle cx="@" cy="@" r="4.5"/>`, mk.x, m.rows[o].y)
		}
	}
	if open {
		p.put(`</g>`)
	}
}

// drawDrops draws the dashed lines from missed conversations to the lanes that should have spoken.
func (m *lifeMap) drawDrops(p *pen) {
	p.put(`<g class="drops">`)
	for i := range m.marks {
		if mk := &m.marks[i]; mk.mark.gap() {
			_, high := mk.span()
			p.put(`<path d="M@ @V@"/>`, mk.x, mk.label.y1+1, m.rows[high].y-9)
		}
	}
	p.put(`</g>`)
}

// drawDropEnds draws the dashed circles at the ends of the drops, over everything.
func (m *lifeMap) drawDropEnds(p *pen) {
	p.put(`<g class="drops">`)
	for i := range m.marks {
		mk := &m.marks[i]
		if !mk.mark.gap() {
			continue
		}
		p.put(`<circle cx="@" cy="@" r="7"/>`, mk.x, m.rows[mk.lane].y)
		for _, o := range mk.others {
			p.put(`<circle cx="@" cy="@" r="7"/>`, mk.x, m.rows[o].y)
		}
	}
	p.put(`</g>`)
}
