package deck

import (
	"strconv"
	"strings"

	"casusboek/generator/paper/sheet"
)

// leads say how many cards on how many sheets, for each of the choices that make a difference.
func leads(p sheet.Maker, piles []*pile, l Layout, sheets []dealt) []deckLead {
	tables := max(1, p.Site().Paper.Tables)
	n := 0
	for _, pile := range piles {
		n += len(pile.cards)
	}
	cards := p.N("paper.cards.count", n)
	if tables > 1 {
		cards = p.T("paper.cards.for-tables", "cards", cards, "tables", tables)
	}
	var all []deckLead
	for _, with := range []bool{true, false} {
		flat, folded := 0, 0
		for _, d := range sheets {
			filled := 0
			for _, i := range d.items {
				if !i.empty() && (with || !i.topCard()) {
					filled++
				}
			}
			if filled > 0 {
				flat++
			}
			folded += (filled + l.pairs() - 1) / l.pairs()
		}
		class := "with-rounds"
		if !with {
			class = "without-rounds"
		}
		all = append(all, deckLead{class + " unless-fold", p.T("paper.cards.lead", "cards", cards, "sheets", p.N("paper.cards.sheets", flat))},
			deckLead{class + " if-fold", p.T("paper.cards.lead", "cards", cards, "sheets", p.N("paper.cards.sheets", folded))})
	}
	return all
}

// pairs is the number of fronts with their backs beside them that go on one side of a sheet to be folded. Where a card is as
// wide as the sheet its back lies below it.
func (l Layout) pairs() int {
	if l.Columns == 1 {
		return l.Rows / 2
	}
	return l.Rows
}

// stacks says of each part of the stack how many come of it, and for which tables.
func stacks(p sheet.Maker, sheets []dealt) []string {
	var lines []string
	for from := 0; from < len(sheets); {
		to := from
		for to+1 < len(sheets) && sheets[to+1].tables == sheets[from].tables {
			to++
		}
		first, last := sheets[from].tables[0], sheets[from].tables[1]
		each := max(1, len(sheets[from].items)/(last-first+1))
		lines = append(lines, p.N("paper.cards.piles", each, "from", from+1, "to", to+1, "tables", tableNames(p, first, last)))
		from = to + 1
	}
	return lines
}

func tableNames(p sheet.Maker, first, last int) string {
	if first == last {
		return p.T("paper.cards.table", "n", first)
	}
	return p.T("paper.cards.tables", "from", first, "to", last)
}

// guides is the path of the lines to cut along on a sheet, in mm. Where cards fill the sheet these run from edge to edge;
// otherwise they are marks outside the cards, so that no card has ink on its edge.
func guides(l Layout) string {
	var path strings.Builder
	left, top := l.margins()
	line := func(x, y float64, direction byte, length float64) {
		path.WriteString("M" + number(x) + " " + number(y) + string(direction) + number(length))
	}
	for _, x := range cuts(left, l.Width, l.Gutter, l.Columns) {
		switch {
		case left > 0:
			line(x, top-l.Bleed-1-mark, 'v', mark)
			line(x, SheetHeight-top+l.Bleed+1, 'v', mark)
		case x > 0 && x < SheetWidth:
			line(x, 0, 'v', SheetHeight)
		}
	}
	for _, y := range cuts(top, l.Height, l.Gutter, l.Rows) {
		switch {
		case left > 0:
			line(left-l.Bleed-1-mark, y, 'h', mark)
			line(SheetWidth-left+l.Bleed+1, y, 'h', mark)
		case y > 0 && y < SheetHeight:
			line(0, y, 'h', SheetWidth)
		}
	}
	return path.String()
}

// mark is the length in mm of a mark to cut at.
const mark = 3.5

// cuts are the coordinates of all cuts in one direction, each once.
func cuts(margin, size, gutter float64, cards int) []float64 {
	var all []float64
	for i := range cards {
		from := margin + float64(i)*(size+gutter)
		if i == 0 || gutter > 0 {
			all = append(all, from)
		}
		all = append(all, from+size)
	}
	return all
}

func number(mm float64) string { return strconv.FormatFloat(mm, 'f', -1, 64) }
