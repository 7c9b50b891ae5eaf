package casebook

// Paper holds the settings for printed cards. The zero value is the default: A6, printed on
// both sides and turned over the long edge, in black, with cutting lines and a card for
// every round.
type Paper struct {
	Cards        []CardSize // the sizes to make, without duplicates; none: A6
	Sides        Sides
	Colour       bool  // whether domains have their colours
	Shift        Shift // of the backs
	NoGuides     bool  // no lines to cut along
	NoRoundCards bool  // no separate card on top of each round
	Tables       int   // how many decks are printed; 0: one
}

// Sizes returns the sizes of cards to make. Pages link to the first.
func (p Paper) Sizes() []CardSize {
	if len(p.Cards) == 0 {
		return []CardSize{A6}
	}
	return p.Cards
}

// CardSize is a size of cards.
type CardSize uint8

// The sizes. On a sheet of A4 go four A6, four A6Small (which leaves margins for the
// printer and for cutting marks), eight A7, nine Poker (63 by 88 mm) or two Large (in large
// print).
const (
	A6 CardSize = iota
	A6Small
	A7
	Poker
	Large
)

// String returns the English name of the size, which is also its key in the catalogue.
func (s CardSize) String() string { return [...]string{"a6", "a6-small", "a7", "poker", "large"}[s] }

// Sides is how fronts and backs are printed.
type Sides uint8

// The ways to print: on both sides, turned over the long or the short edge; fronts only; or
// front and back next to each other on one side, to fold.
const (
	LongEdge Sides = iota
	ShortEdge
	SingleSided
	Folded
)

// String returns the English name, which is also the key in the catalogue.
func (s Sides) String() string { return [...]string{"long", "short", "single", "fold"}[s] }

// Shift is the distance in mm by which backs are moved, seen from the back, to correct a
// printer that feeds the second side differently. Each value is a multiple of 0.5 from -10
// to 10.
type Shift struct{ Right, Down float64 }
