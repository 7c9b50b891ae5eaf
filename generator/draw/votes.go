package draw

import (
	"strconv"

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
		desc += words.T("draw.votes.change", "choice", upperFirst(v.Choice), "before", strconv.Itoa(v.Before), "after", strconv.Itoa(v.After)) + " "
	}
	rows := &pen{}
	y := 0.
	for _, v := range votes {
		y = v.draw(rows, y, float64(most))
	}
	y = voteKey(rows, y+40, before, after)
	p := &pen{}
	p.open("votes", viewBox(0, 0, 360, y+10), id, words.T("draw.votes.title"), desc+words.T("draw.votes.table"))
	p.b = append(p.b, rows.b...)
	p.put(`</svg>`)
	return string(p.b)
}

// draw draws one choice below y and gives the y of its axis.
func (v Vote) draw(p *pen, y, most float64) float64 {
	const left, right = 30, 322
	lines, _ := wrapText(upperFirst(v.Choice), 15, 350)
	y += 28
	for i, line := range lines {
		if i > 0 {
			y += 18
		}
		p.put(`<text class="v-name" x="0" y="@">`, y)
		p.text(line)
		p.put(`</text>`)
	}
	y += 16
	x := func(n int) float64 { return left + (right-left)*float64(n)/most }
	before, after := x(v.Before), x(v.After)
	forth := 1.
	if after < before {
		forth = -1
	}
	p.put(`<path class="v-axis" d="M@ @H@"/>`, left-12, y, right+12)
	p.put(`<path class="v-shift" d="M@ @H@"/>`, before, y, after)
	p.put(`<circle class="v-before" cx="@" cy="@" r="6"/><circle class="v-after" cx="@" cy="@" r="7"/>`, before, y, after, y)
	if v.Before == v.After {
		p.put(`<circle class="v-before" cx="@" cy="@" r="3"/>`, before, y)
	}
	p.votes("", v.Before, before-forth*12, y+5, -forth)
	p.votes("v-num", v.After, after+forth*12, y+5, forth)
	return y + 2
}

// votes writes a number that grows away from its disc.
func (p *pen) votes(class string, n int, x, y, forth float64) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	anchor := "start"
	if forth < 0 {
		anchor = "end"
	}
	p.put(`<text`+class+` x="@" y="@" text-anchor="`+anchor+`">`, x, y)
	p.int(n)
	p.put(`</text>`)
}

// voteKey explains the two discs, on one line when there is room, and gives the y of the last.
func voteKey(p *pen, y float64, before, after string) float64 {
	x := 12.
	disc := func(form, text string) {
		p.put(form, x, y)
		p.put(`<text x="@" y="@">`, x+13, y+5)
		p.text(text)
		p.put(`</text>`)
	}
	disc(`<circle class="v-before" cx="@" cy="@" r="6"/>`, before)
	if next := x + 13 + textWidth(before, 14) + 26; next+13+textWidth(after, 14) <= 360 {
		x = next
	} else {
		y += 24
	}
	disc(`<circle class="v-after" cx="@" cy="@" r="7"/>`, after)
	return y
}

// Stops draws a case's rounds as stops on the thick line, for lists. Stops before here are filled and here itself is marked;
// with here -1 all are open. It is hidden from screen readers: the words beside it say how many there are.
func Stops(rounds, here int) string {
	p := &pen{}
	p.put(`<svg viewBox="0 0 144 14" aria-hidden="true"><path stroke-width="3" d="M6 7h132"/>`)
	for i := range rounds {
		x := 6.
		if rounds > 1 {
			x += 132 * float64(i) / float64(rounds-1)
		}
		fill := "var(--paper)"
		switch {
		case i < here:
			fill = "currentColor"
		case i == here:
			fill = "var(--accent)"
		}
		p.put(`<circle cx="@" cy="7" r="5" fill="`+fill+`" stroke-width="2.5"/>`, x)
	}
	p.put(`</svg>`)
	return string(p.b)
}

// Masthead draws the empty pair of quotation marks for the hole in the line at the top of a page. It needs the symbol i-quote.
func Masthead() string {
	p := &pen{}
	p.put(`<svg viewBox="0 0 46 14" aria-hidden="true">`)
	p.quotes(23, 7, 23, 6, 1.25)
	p.put(`</svg>`)
	return string(p.b)
}
