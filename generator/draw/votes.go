package draw

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/lang"
)

// Vote is the number of votes for one choice at two moments.
type Vote struct {
	Choice        string
	Before, After int
}

// Dimensions of a vote chart, in px. The drawing is 360 wide. The presenter's script
// (templates/script/present.js) changes the lengths of the bars of such a chart when votes
// are counted on screen; the attribute data-bar holds the greatest length.
const (
	voteWidth = 360.
	voteLeft  = 1.   // x of the bars
	voteBar   = 308. // the longest bar; leaves room for a number of four digits
	voteThick = 14.
)

// Votes returns the SVG of a bar chart of votes: for each choice an outlined bar for the
// first moment and below it a filled one for the last. before and after name the moments
// ("na ronde 0"); with before "" there is one moment and one bar. id must be unique on the
// page, in letters and digits. Votes returns "" without votes. The same numbers should be
// in a table beside it.
func Votes(id string, votes []Vote, before, after string, words *lang.Catalogue) string {
	if len(votes) == 0 {
		return ""
	}
	most := 1
	for _, v := range votes {
		most = max(most, v.Before, v.After)
	}
	rows := &SVG{}
	y := 0.
	for _, v := range votes {
		y = v.draw(rows, y, voteBar/float64(most), before != "")
	}
	y = drawVoteKey(rows, y+20, before, after)
	title := words.T("draw.votes.title")
	if before == "" {
		title = words.T("draw.votes.title-once")
	}
	p := &SVG{}
	p.Open("votes", ViewBox(0, 0, voteWidth, y+4), id, title, describeVotes(votes, before != "", words))
	p.Put(`<g data-bar="@">`, voteBar)
	p.Put(rows.String())
	p.Put(`</g></svg>`)
	return p.String()
}

// describeVotes returns the description: all numbers of the chart.
func describeVotes(votes []Vote, twice bool, words *lang.Catalogue) string {
	var desc strings.Builder
	for _, v := range votes {
		choice, after := casebook.Capitalize(v.Choice), strconv.Itoa(v.After)
		if twice {
			desc.WriteString(words.T("draw.votes.change",
				"choice", choice, "before", strconv.Itoa(v.Before), "after", after) + " ")
		} else {
			desc.WriteString(words.T("draw.votes.count", "choice", choice, "n", after) + " ")
		}
	}
	return desc.String() + words.T("draw.votes.table")
}

// draw draws one choice below y and returns the y of its bottom. unit is the length of one
// vote in px.
func (v Vote) draw(p *SVG, y, unit float64, twice bool) float64 {
	lines, _ := WrapLines(casebook.Capitalize(v.Choice), 15, 350)
	p.Put(`<g class="v-row" data-choice="`)
	p.Text(v.Choice)
	p.Put(`">`)
	y += 18
	for i, line := range lines {
		if i > 0 {
			y += 18
		}
		p.Put(`<text class="v-name" x="0" y="@">`, y)
		p.Text(line)
		p.Put(`</text>`)
	}
	y += 7
	top := y
	if twice {
		drawBar(p, "first", y, float64(v.Before)*unit, v.Before)
		y += voteThick + 3
	}
	drawBar(p, "last", y, float64(v.After)*unit, v.After)
	y += voteThick
	p.Put(`<path class="v-axis" d="M@ @V@"/></g>`, voteLeft, top-3, y+3)
	return y + 10
}

// drawBar draws the bar of one moment, with its number at the end.
func drawBar(p *SVG, moment string, y, length float64, n int) {
	p.Put(`<g class="v-`+moment+`"><rect x="@" y="@" width="@" height="@"/><text x="@" y="@">`,
		voteLeft, y, length, voteThick, voteLeft+length+8, y+voteThick-2.5)
	p.Int(n)
	p.Put(`</text></g>`)
}

// drawVoteKey draws the legend, on one line if there is room, and returns the y of its
// bottom.
func drawVoteKey(p *SVG, y float64, before, after string) float64 {
	const swatch, gap = 22, 8
	x := voteLeft
	key := func(moment, text string) {
		p.Put(`<g class="v-key v-`+moment+`"><rect x="@" y="@" width="@" height="@"/><text x="@" y="@">`,
			x, y, swatch, voteThick, x+swatch+gap, y+voteThick-2.5)
		p.Text(text)
		p.Put(`</text></g>`)
	}
	if before != "" {
		key("first", before)
		if next := x + swatch + gap + TextWidth(before, 14) + 26; next+swatch+gap+TextWidth(after, 14) <= voteWidth {
			x = next
		} else {
			y += 24
		}
	}
	key("last", after)
	return y + voteThick
}
