package cards

import "casusboek/generator/casebook"

// Size of a sheet in mm: A4, portrait. Sheets with landscape cards are portrait too, since
// a printer turns a landscape sheet upside down over its long edge.
const (
	SheetWidth  = 210.0
	SheetHeight = 297.0
)

// Layout holds the positions of cards of one size on a sheet, and the dimensions of their
// content. Lengths are in mm, type sizes in points. cards.css contains the same numbers; a
// test in generator/checks compares them.
type Layout struct {
	Size           casebook.CardSize
	Columns, Rows  int
	Width, Height  float64 // of a card after cutting
	Gutter         float64 // between cards
	Bleed          float64 // how far the coloured band extends beyond the cut
	Safe           float64 // between the cut and the text
	Top, Lane, Gap float64 // heights of the line with domain and round, of the band, and between two texts
	Text, Title    [Steps]float64
	Label          float64 // of all text except title and body
	Leading        float64 // line height of the body, relative to its type size
	Low            bool    // time and kind share a line, and so do source and who knew it
}

// Steps is the number of type sizes of a card: the normal size, and two smaller ones for
// longer texts.
const Steps = 3

// layouts holds the layout of each size. The smallest type is 12 points on A6 and 18 on
// large cards. A7 and poker cards go down to 9.5 and 8.5 points, as they are read in the
// hand, not across a table.
var layouts = [...]Layout{
	casebook.A6: {
		Columns: 2, Rows: 2, Width: 105, Height: 148.5, Safe: 8, Top: 17, Lane: 20, Gap: 2.5,
		Text: [Steps]float64{14, 13, 12}, Title: [Steps]float64{22, 20, 18}, Label: 12, Leading: 1.4,
	},
	casebook.A6Small: {
		Columns: 2, Rows: 2, Width: 93, Height: 134, Gutter: 6, Bleed: 3, Safe: 8, Top: 15.5, Lane: 17.5, Gap: 2,
		Text: [Steps]float64{14, 13, 12}, Title: [Steps]float64{20, 18, 17}, Label: 12, Leading: 1.36,
	},
	casebook.A7: {
		Columns: 2, Rows: 4, Width: 105, Height: 74.25, Safe: 6, Top: 10.3, Lane: 11.9, Gap: 1, Low: true,
		Text: [Steps]float64{11, 10.5, 9.5}, Title: [Steps]float64{16, 15, 14}, Label: 9.5, Leading: 1.32,
	},
	casebook.Poker: {
		Columns: 3, Rows: 3, Width: 63, Height: 88, Safe: 5.5, Top: 11, Lane: 13, Gap: 1, Low: true,
		Text: [Steps]float64{10, 9.25, 8.5}, Title: [Steps]float64{13, 12, 11.5}, Label: 8.5, Leading: 1.3,
	},
	casebook.Large: {
		Columns: 1, Rows: 2, Width: 210, Height: 148.5, Safe: 10, Top: 19, Lane: 24, Gap: 3, Low: true,
		Text: [Steps]float64{24, 21, 18}, Title: [Steps]float64{34, 30, 28}, Label: 18, Leading: 1.36,
	},
}

// LayoutFor returns the layout of a card size.
func LayoutFor(size casebook.CardSize) Layout {
	l := layouts[size]
	l.Size = size
	return l
}

// Places returns the number of cards on a sheet.
func (l Layout) Places() int { return l.Columns * l.Rows }

// Box is a rectangle on one side of a sheet, in mm from the upper left corner of that side.
type Box struct{ X, Y, Width, Height float64 }

// Place returns the rectangle of place i on the front of a sheet, as it is cut. Places are
// numbered from left to right, row by row.
func (l Layout) Place(i int) Box {
	x, y := l.margins()
	row, column := i/l.Columns, i%l.Columns
	return Box{x + float64(column)*(l.Width+l.Gutter), y + float64(row)*(l.Height+l.Gutter), l.Width, l.Height}
}

// margins returns the space to the left of and above the first card, in mm.
func (l Layout) margins() (left, top float64) {
	columns, rows := float64(l.Columns), float64(l.Rows)
	return (SheetWidth - columns*l.Width - (columns-1)*l.Gutter) / 2,
		(SheetHeight - rows*l.Height - (rows-1)*l.Gutter) / 2
}

// Behind returns the rectangle on the back of a sheet that is behind place i, and whether
// to print upside down there, so that the back is upright when the card is turned like a
// page. On paper that turns over its long edge, each row is mirrored. On paper that turns
// over its short edge, that back is rotated as a whole by 180 degrees. The last result is
// false if the backs are not printed on the other side of the paper.
func (l Layout) Behind(i int, sides casebook.Sides) (b Box, turned, there bool) {
	b = l.Place(i)
	switch sides {
	case casebook.LongEdge:
		b.X = SheetWidth - b.X - b.Width
		return b, false, true
	case casebook.ShortEdge:
		b.Y = SheetHeight - b.Y - b.Height
		return b, true, true
	}
	return Box{}, false, false
}

// mirrored returns backs in the order of the places behind their fronts, for paper that
// turns over its long edge. Empty places move too. len(backs) is a multiple of columns.
func mirrored[T any](backs []T, columns int) []T {
	out := make([]T, len(backs))
	for i, b := range backs {
		row, column := i/columns, i%columns
		out[row*columns+columns-1-column] = b
	}
	return out
}
