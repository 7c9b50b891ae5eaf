package cards

import (
	"strconv"
	"strings"

	"casusboek/generator/printing/sheets"
)

// sheetCounts returns texts with the numbers of cards and sheets, one for each combination
// of choices that changes the numbers.
func sheetCounts(p sheets.Base, piles []*cardPile, l Layout, sheets []filledSheet) []deckLead {
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
		all = append(all,
			deckLead{
				class + " unless-fold",
				p.T("paper.cards.lead", "cards", cards, "sheets", p.N("paper.cards.sheets", flat)),
			},
			deckLead{
				class + " if-fold",
				p.T("paper.cards.lead", "cards", cards, "sheets", p.N("paper.cards.sheets", folded)),
			})
	}
	return all
}

// pairs returns the number of fronts that fit on one side of a sheet with their backs
// beside them, to be folded. If a card is as wide as the sheet, its back is below it.
func (l Layout) pairs() int {
	if l.Columns == 1 {
		return l.Rows / 2
	}
	return l.Rows
}

// stackNotes returns a text for each part of the stack of sheets, with the number of piles
// to cut from it and the tables they are for.
func stackNotes(p sheets.Base, sheets []filledSheet) []string {
	var lines []string
	for from := 0; from < len(sheets); {
		to := from
		for to+1 < len(sheets) && sheets[to+1].tables == sheets[from].tables {
			to++
		}
		first, last := sheets[from].tables[0], sheets[from].tables[1]
		each := max(1, len(sheets[from].items)/(last-first+1))
		lines = append(lines, p.N("paper.cards.piles", each,
			"from", from+1, "to", to+1, "tables", tableNames(p, first, last)))
		from = to + 1
	}
	return lines
}

func tableNames(p sheets.Base, first, last int) string {
	if first == last {
		return p.T("paper.cards.table", "n", first)
	}
	return p.T("paper.cards.tables", "from", first, "to", last)
}

// cutLines returns the SVG path of the cutting lines of a sheet, in mm. If cards fill the
// sheet, the lines run from edge to edge. Otherwise they are marks outside the cards, so
// that no card has ink on its edge.
func cutLines(l Layout) string {
	var path strings.Builder
	left, top := l.margins()
	line := func(x, y float64, direction byte, length float64) {
		path.WriteString("M" + number(x) + " " + number(y) + string(direction) + number(length))
	}
	for _, x := range cutCoordinates(left, l.Width, l.Gutter, l.Columns) {
		switch {
		case left > 0:
			line(x, top-l.Bleed-1-cutMarkLength, 'v', cutMarkLength)
			line(x, SheetHeight-top+l.Bleed+1, 'v', cutMarkLength)
		case x > 0 && x < SheetWidth:
			line(x, 0, 'v', SheetHeight)
		}
	}
	for _, y := range cutCoordinates(top, l.Height, l.Gutter, l.Rows) {
		switch {
		case left > 0:
			line(left-l.Bleed-1-cutMarkLength, y, 'h', cutMarkLength)
			line(SheetWidth-left+l.Bleed+1, y, 'h', cutMarkLength)
		case y > 0 && y < SheetHeight:
			line(0, y, 'h', SheetWidth)
		}
	}
	return path.String()
}

// cutMarkLength is the length of a cutting mark, in mm.
const cutMarkLength = 3.5

// cutCoordinates returns the coordinates of all cuts in one direction, without duplicates.
func cutCoordinates(margin, size, gutter float64, cards int) []float64 {
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
