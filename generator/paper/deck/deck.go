// Package deck makes the event cards of a case, to print and cut, and the sheet that tells how far a printer's second
// side is off.
//
//	layout := deck.LayoutOf(casebook.A7)
//	layout.Place(3)                              // where the fourth card of a sheet is cut, in mm
//	layout.Behind(3, casebook.ShortEdge)         // and where its back must be printed
//	deck.TooLong(c, site.Paper.Sizes(), words)   // the cards whose text does not fit
//
// One page serves all ways to print: which sides, colours, lines and round cards is chosen in its toolbar, and cards.css
// does the rest. Backs are neutral: they say case and round, and lead to that round's page.
package deck

import (
	"html/template"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// deckView is the whole life as cards to cut: a sheet of instructions with a list on its back, then sheets of cards, each
// followed by their backs.
type deckView struct {
	*page.Page
	Back   page.Link
	Others []page.Link // the same deck in other sizes
	Case   string
	Size   string // its name in English, for the styles: a6, a6-small, a7, poker, large
	Name   string // its name in words
	Leads  []deckLead
	Choice deckChoice
	Piles  []string // how the stack is cut for several tables; empty for one
	Guides string   // the path of the lines to cut along, in mm
	Rounds []deckRound
	Codes  []template.HTML // the symbols of the QR codes on the backs
	Sheets []deckSheet
	Test   string // the link to the test sheet
	Foot   sheet.Foot
}

// deckChoice is what is chosen in the toolbar as the page opens.
type deckChoice struct {
	Sides                      []deckOption
	Right, Down                []deckOption // how far backs are moved, in mm
	Colour, Guides, RoundCards bool
}

// deckOption is one of several to choose from.
type deckOption struct {
	Value, Text string
	On          bool
}

// deckLead says how many cards on how many sheets; Class says for which choices.
type deckLead struct{ Class, Text string }

// deckRound lists the cards of one round.
type deckRound struct {
	Name  string
	Cards []deckLine
}

// deckLine is one card in the list.
type deckLine struct {
	N           int
	When, Title string
}

// deckSheet is one sheet of paper.
type deckSheet struct {
	Name       string // sheet 2: round 1
	RoundCards bool   // whether nothing else is on it
	Fronts     []deckPlace
	Backs      []deckPlace // the same places behind their fronts, when the paper turns over its long edge
}

// deckPlace is a place on a sheet: a card, a round card, or nothing.
type deckPlace struct {
	Card  template.HTML
	N     int // its number in the deck
	Step  int // how much smaller its type is: 0, 1 or 2
	Round *deckSlip
	Back  *deckBack // nil in an empty place
}

// deckSlip is the card that lies on top of a round.
type deckSlip struct{ Round, Name, When, Count string }

// deckBack is the back of a card. It shows case and round only, so that nobody can tell by it what a card is about. Code
// is the id of the QR code to the page of the round, empty without; Address is that page's, cut where a line may break.
type deckBack struct {
	Case, Round, Name, Code, Label string
	Address                        []string
}

// View is the page of the deck of a case in one size.
func View(p sheet.Maker, c *casebook.Case, size casebook.CardSize) any {
	p.Mark(c, "paper.cards", "cards")
	layout := LayoutOf(size)
	settings := p.Site().Paper
	v := &deckView{
		Page: p.Page, Back: p.BackTo(c), Case: c.Title.V, Size: size.String(), Name: p.T("paper.cards.size." + size.String()),
		Choice: choice(p, settings), Guides: guides(layout), Test: p.Link(p.At.TestSheet()), Foot: p.FootOf(c, casebook.Date{}),
	}
	p.Title = p.T("paper.cards.title", "case", c.Title.V, "size", v.Name)
	for i, other := range settings.Sizes() {
		at := p.At.CardsOf(c, other)
		if i == 0 {
			at = p.At.Cards(c)
		}
		if other != size {
			v.Others = append(v.Others, page.Link{Href: p.Link(at), Text: p.T("paper.cards.size." + other.String())})
		}
	}
	sheets := dealRounds(c, layout.Places())
	if settings.Tables > 1 {
		sheets = dealPiles(c, layout.Places(), settings.Tables)
		v.Piles = piles(p, sheets)
	}
	v.lay(p, c, layout, sheets)
	v.Leads = leads(p, c, layout, sheets)
	v.list(p, c)
	return v
}

// lay puts the cards in their places.
func (v *deckView) lay(p sheet.Maker, c *casebook.Case, l Layout, sheets []dealt) {
	fronts := p.Cards(p.Page)
	backs := map[*casebook.Round]*deckBack{}
	for n, d := range sheets {
		s := deckSheet{Name: sheetName(p, n+1, d), RoundCards: d.onlyRoundCards(), Fronts: make([]deckPlace, len(d.items))}
		for i, at := range d.items {
			if at.empty() {
				continue
			}
			if backs[at.round] == nil {
				backs[at.round] = v.back(p, c, at.round)
			}
			place := deckPlace{Back: backs[at.round]}
			if at.roundCard() {
				place.Round = roundCard(p, c, at.round)
			} else {
				place.Card, place.N = fronts[at.event], at.event.Card
				place.Step, _ = l.fit(measure(at.event, p.Words))
			}
			s.Fronts[i] = place
		}
		s.Backs = mirrored(s.Fronts, l.Columns)
		v.Sheets = append(v.Sheets, s)
	}
}

// back makes the back of the cards of a round.
func (v *deckView) back(p sheet.Maker, c *casebook.Case, r *casebook.Round) *deckBack {
	b := &deckBack{Case: c.Title.V, Round: p.T("paper.round", "n", r.N), Name: r.Name.V}
	id := "_code-" + strconv.Itoa(r.N)
	if code := p.SymbolTo(p.At.Round(c, r.N), id); code != nil {
		v.Codes = append(v.Codes, code.SVG)
		b.Code, b.Address, b.Label = id, strings.SplitAfter(code.Address, "/"), p.T("paper.code", "address", code.Address)
	}
	return b
}

func roundCard(p sheet.Maker, c *casebook.Case, r *casebook.Round) *deckSlip {
	when := p.T("paper.cards.on-table", "n", r.N)
	if r.N == 0 {
		when = p.T("paper.cards.on-table-first")
	}
	count := p.N("paper.cards.count", len(c.CardsIn(r.N)))
	if r.Minutes > 0 {
		count = sheet.Dotted(count, p.N("paper.minutes", r.Minutes))
	}
	return &deckSlip{p.T("paper.round", "n", r.N), r.Name.V, when, count}
}

func sheetName(p sheet.Maker, n int, d dealt) string {
	switch {
	case d.tables[0] == 0 && d.onlyRoundCards():
		return p.T("paper.cards.sheet-rounds", "n", n)
	case d.tables[0] == 0:
		return p.T("paper.cards.sheet", "n", n, "round", d.items[0].round.N)
	case d.tables[0] == d.tables[1]:
		return p.T("paper.cards.sheet-table", "n", n, "table", d.tables[0])
	}
	return p.T("paper.cards.sheet-tables", "n", n, "from", d.tables[0], "to", d.tables[1])
}

// list fills in the list of all cards.
func (v *deckView) list(p sheet.Maker, c *casebook.Case) {
	for _, r := range c.Rounds {
		list := deckRound{Name: sheet.Dotted(p.T("paper.round", "n", r.N), r.Name.V)}
		for _, e := range c.CardsIn(r.N) {
			list.Cards = append(list.Cards, deckLine{e.Card, e.When.Label(p.Words), e.Title.V})
		}
		if len(list.Cards) > 0 {
			v.Rounds = append(v.Rounds, list)
		}
	}
}

// choice is the toolbar as the site's settings have it.
func choice(p sheet.Maker, settings casebook.Paper) deckChoice {
	c := deckChoice{Colour: settings.Colour, Guides: !settings.NoGuides, RoundCards: !settings.NoRoundCards}
	for s := casebook.LongEdge; s <= casebook.Folded; s++ {
		c.Sides = append(c.Sides, deckOption{"_" + s.String(), p.T("paper.cards.sides." + s.String()), s == settings.Sides})
	}
	c.Right, c.Down = distances(settings.Shift.Right, p.Lang()), distances(settings.Shift.Down, p.Lang())
	return c
}

// distances are those to choose from, in half millimetres: as far as printers are off, and what the site says.
func distances(set float64, language string) []deckOption {
	var options []deckOption
	for half := min(-8, int(2*set)); half <= max(8, int(2*set)); half++ {
		mm := float64(half) / 2
		value := strconv.FormatFloat(mm, 'f', -1, 64)
		text := strings.Replace(value, "-", "\u2212", 1)
		if language == "nl" {
			text = strings.Replace(text, ".", ",", 1)
		}
		options = append(options, deckOption{value, text, mm == set})
	}
	return options
}
