package deck

import "casusboek/generator/casebook"

// The sheet, in mm: A4, upright. All sheets stand upright, also those with cards that lie on their side, since a printer
// turns a sheet on its side over its long edge upside down.
const (
	SheetWidth  = 210.0
	SheetHeight = 297.0
)

// Layout is how cards of a size lie on a sheet and what stands on them. Lengths are in mm, type in points. cards.css says
// the same again in its own words; generator/checks holds that it does.
type Layout struct {
	Size           casebook.CardSize
	Columns, Rows  int
	Width, Height  float64 // of a card as cut
	Gutter         float64 // between cards
	Bleed          float64 // how far the ribbon runs on beyond the cut
	Safe           float64 // from the cut to the first letter
	Top, Lane, Gap float64 // of a card: the height of domain and round, of the ribbon, and what is between two texts
	Text, Title    [Steps]float64
	Label          float64 // all that is neither title nor text
	Leading        float64 // of the text, in its own size
	Low            bool    // a low card: time and kind share a line, and so do who knew it and whose account it is
}

// Steps is the number of sizes of type that a card can have: as meant, and two smaller ones for longer texts.
const Steps = 3

// layouts holds the layout of every size. Nothing on A6 is smaller than 12 points and nothing in large print smaller than 18, A7 and poker go down
// to 9.5 and 8.5: they are read in the hand and not across a table.
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

// LayoutOf is the layout of a size.
func LayoutOf(size casebook.CardSize) Layout {
	l := layouts[size]
	l.Size = size
	return l
}

// Places is the number of cards on a sheet.
func (l Layout) Places() int { return l.Columns * l.Rows }

// Box is a rectangle on a sheet, in mm from the upper left corner of that side of it.
type Box struct{ X, Y, Width, Height float64 }

// Place is where place i of a sheet's front is cut. Places are counted as one reads.
func (l Layout) Place(i int) Box {
	x, y := l.margins()
	row, column := i/l.Columns, i%l.Columns
	return Box{x + float64(column)*(l.Width+l.Gutter), y + float64(row)*(l.Height+l.Gutter), l.Width, l.Height}
}

// margins is what is left of and above the first card.
func (l Layout) margins() (left, top float64) {
	columns, rows := float64(l.Columns), float64(l.Rows)
	return (SheetWidth - columns*l.Width - (columns-1)*l.Gutter) / 2, (SheetHeight - rows*l.Height - (rows-1)*l.Gutter) / 2
}

// Behind is where on the back of a sheet what lies behind place i must be printed, and whether upside down, so that it
// stands upright when the card is turned like a page. On paper that turns over its long edge, each row runs the other
// way. On paper that turns over its short edge the same back is turned as a whole, by half a turn. The last value is false
// where cards have no back on the other side of the paper.
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

// mirrored puts backs in the places behind their fronts on paper that turns over its long edge. Empty places move along,
// so that they stay behind empty places. The number of backs is a multiple of the columns.
func mirrored[T any](backs []T, columns int) []T {
	out := make([]T, len(backs))
	for i, b := range backs {
		row, column := i/columns, i%columns
		out[row*columns+columns-1-column] = b
	}
	return out
}
