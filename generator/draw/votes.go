package draw

import (
	"strconv"

	"casusboek/generator/draw/facts"
	"casusboek/generator/draw/letters"
	"casusboek/generator/draw/svg"
	"casusboek/generator/lang"
)

// Vote is one choice with its number of votes at two moments.
type Vote struct {
	Choice        string
	Before, After int
}

// Votes draws how a room's choices moved: per choice an open disc for the first moment, a filled one for the second and a thick line
// between them. before and after name the moments ("na ronde 0"). id is unique on the page, made of letters and digits. It is
// empty without votes. The same numbers belong in a table beside it.
func Votes(id string, votes []Vote, before, after string, words *lang.Catalogue) string {
	if len(votes) == 0 {
		return ""
	}
	most, desc := 1, ""
	for _, v := range votes {
		most = max(most, v.Before, v.After)
		desc += words.T("draw.votes.change", "choice", facts.Capital(v.Choice), "before", strconv.Itoa(v.Before), "after", strconv.Itoa(v.After)) + " "
	}
	rows := &svg.Pen{}
	y := 0.
	for _, v := range votes {
		y = v.draw(rows, y, float64(most))
	}
	y = drawVoteKey(rows, y+40, before, after)
	p := &svg.Pen{}
	p.Open("votes", svg.ViewBox(0, 0, 360, y+10), id, words.T("draw.votes.title"), desc+words.T("draw.votes.table"))
	p.Put(rows.String())
	p.Put(`</svg>`)
	return p.String()
}

// draw draws one choice below y and gives the y of its axis.
func (v Vote) draw(p *svg.Pen, y, most float64) float64 {
	const left, right = 30, 322
	lines, _ := letters.Lines(facts.Capital(v.Choice), 15, 350)
	y += 28
	for i, line := range lines {
		if i > 0 {
			y += 18
		}
		p.Put(`<text class="v-name" x="0" y="@">`, y)
		p.Text(line)
		p.Put(`</text>`)
	}
	y += 16
	x := func(n int) float64 { return left + (right-left)*float64(n)/most }
	before, after := x(v.Before), x(v.After)
	forth := 1.
	if after < before {
		forth = -1
	}
	p.Put(`<path class="v-axis" d="M@ @H@"/>`, left-12, y, right+12)
	p.Put(`<path class="v-shift" d="M@ @H@"/>`, before, y, after)
	p.Put(`<circle class="v-before" cx="@" cy="@" r="6"/><circle class="v-after" cx="@" cy="@" r="7"/>`, before, y, after, y)
	if v.Before == v.After {
		p.Put(`<circle class="v-before" cx="@" cy="@" r="3"/>`, before, y)
	}
	drawCount(p, "", v.Before, before-forth*12, y+5, -forth)
	drawCount(p, "v-num", v.After, after+forth*12, y+5, forth)
	return y + 2
}

// drawCount writes a number that grows away from its disc.
func drawCount(p *svg.Pen, class string, n int, x, y, forth float64) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	anchor := "start"
	if forth < 0 {
		anchor = "end"
	}
	p.Put(`<text`+class+` x="@" y="@" text-anchor="`+anchor+`">`, x, y)
	p.Int(n)
	p.Put(`</text>`)
}

// drawVoteKey explains the two discs, on one line when there is room, and gives the y of the last.
func drawVoteKey(p *svg.Pen, y float64, before, after string) float64 {
	x := 12.
	disc := func(form, text string) {
		p.Put(form, x, y)
		p.Put(`<text x="@" y="@">`, x+13, y+5)
		p.Text(text)
		p.Put(`</text>`)
	}
	disc(`<circle class="v-before" cx="@" cy="@" r="6"/>`, before)
	if next := x + 13 + letters.Width(before, 14) + 26; next+13+letters.Width(after, 14) <= 360 {
		x = next
	} else {
		y += 24
	}
	disc(`<circle class="v-after" cx="@" cy="@" r="7"/>`, after)
	return y
}
