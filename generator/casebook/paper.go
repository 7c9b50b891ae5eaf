package casebook

// Paper is how the cards of a casebook come out of the printer. Its zero value is what a site gets that says nothing:
// A6, on both sides of paper that turns over its long edge, in black, with lines to cut along and a card for every round.
type Paper struct {
	Cards        []CardSize // the sizes to make, each once; none is A6 alone
	Sides        Sides
	Colour       bool  // domains in their colours
	Shift        Shift // of the backs
	NoGuides     bool  // no lines to cut along
	NoRoundCards bool  // no card that lies on top of a round
	Tables       int   // how many decks are printed at a time; 0 is 1
}

// Sizes are the sizes of cards to make; the first is the one that pages link to.
func (p Paper) Sizes() []CardSize {
	if len(p.Cards) == 0 {
		return []CardSize{A6}
	}
	return p.Cards
}

// CardSize is a size of cards.
type CardSize uint8

// The sizes, by how they lie on a sheet of A4: A6 fills it with four, A6Small leaves room for a printer that cannot reach
// the edge and for marks to cut at, A7 fills it with eight, Poker (63 by 88 mm) with nine, Large with two in large print.
const (
	A6 CardSize = iota
	A6Small
	A7
	Poker
	Large
)

// String gives the English name of the size, which is also its key in the catalogue.
func (s CardSize) String() string { return [...]string{"a6", "a6-small", "a7", "poker", "large"}[s] }

// Sides is how fronts and backs come on the paper.
type Sides uint8

// The ways: on both sides of paper that turns over its long edge or its short one, fronts alone, or front and back beside
// each other on one side, to fold.
const (
	LongEdge Sides = iota
	ShortEdge
	SingleSided
	Folded
)

// String gives the English name, which is also the key in the catalogue.
func (s Sides) String() string { return [...]string{"long", "short", "single", "fold"}[s] }

// Shift is how far the backs are moved on the paper, in mm, as seen by who looks at the back: a printer does not take
// the second side exactly as it took the first. Each is a multiple of a half, from -10 to 10.
type Shift struct{ Right, Down float64 }
