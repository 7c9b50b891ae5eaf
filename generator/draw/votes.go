package draw

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/lang"
)

// Vote is one choice with its number of votes at two moments.
type Vote struct {
	Choice        string
	Before, After int
}

// Measures of a vote chart, in px of a drawing 360 wide. The presenter's script (templates/script/present.js) moves the ends of the bars of a
// chart that is drawn here, so that votes counted on screen and votes typed in afterwards look the same: data-bar tells it how long a bar can be.
const (
	voteWidth = 360.
	voteLeft  = 1.   // of the bars
	voteBar   = 308. // the longest: beside it there is room for four digits
	voteThick = 14.
)

// Votes draws how a room chose, as bars from one axis: per choice an outlined bar for the first moment with a filled one for the last below it. before
// and after name the moments ("na ronde 0"); without before there is one moment and one bar. id is unique on the page, made of
// letters and digits. It is empty without votes. The same numbers belong in a table beside it.
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

// describeVotes says the numbers of a chart.
func describeVotes(votes []Vote, twice bool, words *lang.Catalogue) string {
	var desc strings.Builder
	for _, v := range votes {
		choice, after := casebook.Capitalize(v.Choice), strconv.Itoa(v.After)
		if twice {
			desc.WriteString(words.T("draw.votes.change", "choice", choice, "before", strconv.Itoa(v.Before), "after", after) + " ")
		} else {
			desc.WriteString(words.T("draw.votes.count", "choice", choice, "n", after) + " ")
		}
	}
	return desc.String() + words.T("draw.votes.table")
}

// draw draws one choice below y and gives the y of its foot. unit is the length of one vote.
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
	p.Put(`<g class="v-`+moment+`"><rect x="@" y="@" width="@" height="@"/><text x="@" y="@">`, voteLeft, y, length, voteThick, voteLeft+length+8, y+voteThick-2.5)
	p.Int(n)
	p.Put(`</text></g>`)
}

// drawVoteKey explains the bars, on one line when there is room, and gives the y of its foot.
func drawVoteKey(p *SVG, y float64, before, after string) float64 {
	const swatch, gap = 22, 8
	x := voteLeft
	key := func(moment, text string) {
		p.Put(`<g class="v-key v-`+moment+`"><rect x="@" y="@" width="@" height="@"/><text x="@" y="@">`, x, y, swatch, voteThick, x+swatch+gap, y+voteThick-2.5)
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
