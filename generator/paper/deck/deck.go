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
	"casusboek/generator/draw/facts"
	"casusboek/generator/knowing"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// deckView is the whole life as cards to cut: a sheet of instructions with a list on its back, then sheets of cards, each
// followed by their backs.
type deckView struct {
	*page.Page
	Back   page.Link
	Hint   string
	Hands  bool        // whether it is dealt by role, and not by round
	Unheld string      // in a deck by role: how many cards nobody knew, so that they are in no hand; empty for none
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
	codes  map[int]*sheet.Code
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

// deckRound lists the cards of one round, or of one role.
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
	RoundCards bool   // whether nothing is on it but cards that lie on top
	Fronts     []deckPlace
	Backs      []deckPlace // the same places behind their fronts, when the paper turns over its long edge
}

// deckPlace is a place on a sheet: a card, a round card, or nothing.
type deckPlace struct {
	Card  template.HTML
	N     int    // its number in the deck
	Role  string // in a deck by role: whose card it is
	Step  int    // how much smaller its type is: 0, 1 or 2
	Round *deckSlip
	Back  *deckBack // nil in an empty place
}

// deckSlip is the card that lies on top of a round, or of a role's hand.
type deckSlip struct{ Round, Name, When, Count string }

// deckBack is the back of a card. It shows case and round only, and in a deck by role whose card it is, so that nobody can tell by it
// what a card is about. Code
// is the id of the QR code to the page of the round, empty without; Address is that page's, cut where a line may break.
type deckBack struct {
	Case, Round, Name, Code, Label string
	Address                        []string
}

// View is the page of the deck of a case in one size, by round.
func View(p sheet.Maker, c *casebook.Case, size casebook.CardSize) any {
	v := viewOf(p, c, size, byRound(c))
	v.Hint = p.T("paper.cards.hint")
	for i, other := range p.Site().Paper.Sizes() {
		at := p.At.CardsOf(c, other)
		if i == 0 {
			at = p.At.Cards(c)
		}
		if other != size {
			v.Others = append(v.Others, page.Link{Href: p.Link(at), Text: p.T("paper.cards.size." + other.String())})
		}
	}
	return v
}

// HandsView is the page of the deck of a case by role: for each role the cards that it knew, in the first size that the site has.
func HandsView(p sheet.Maker, c *casebook.Case) any {
	v := viewOf(p, c, p.Site().Paper.Sizes()[0], byRole(c, p.Site().Roles))
	v.Hands = true
	v.Title = p.T("paper.role-cards.title", "case", c.Title.V)
	v.Description = p.T("paper.role-cards.description", "case", c.Title.V)
	v.Hint = p.T("paper.role-cards.hint")
	if n := len(knowing.Unheld(c)); n > 0 {
		v.Unheld = p.N("paper.role-cards.unheld", n)
	}
	return v
}

// viewOf lays a deck on its sheets.
func viewOf(p sheet.Maker, c *casebook.Case, size casebook.CardSize, piles []*pile) *deckView {
	p.Mark(c, "paper.cards", "cards")
	layout := LayoutOf(size)
	settings := p.Site().Paper
	v := &deckView{
		Page: p.Page, Back: p.BackTo(c), Case: c.Title.V, Size: size.String(), Name: p.T("paper.cards.size." + size.String()),
		codes: map[int]*sheet.Code{}, Choice: choice(p, settings), Guides: guides(layout), Test: p.Link(p.At.TestSheet()), Foot: p.FootOf(c, casebook.Date{}),
	}
	p.Title = p.T("paper.cards.title", "case", c.Title.V, "size", v.Name)
	sheets := dealOne(piles, layout.Places())
	if settings.Tables > 1 {
		sheets = dealTables(piles, layout.Places(), settings.Tables)
		v.Piles = stacks(p, sheets)
	}
	v.lay(p, c, layout, sheets)
	v.Leads = leads(p, piles, layout, sheets)
	v.list(p, piles)
	return v
}

// lay puts the cards in their places.
func (v *deckView) lay(p sheet.Maker, c *casebook.Case, l Layout, sheets []dealt) {
	fronts := p.Cards(p.Page)
	backs, copies := map[backOf]*deckBack{}, map[*casebook.Event]int{} // somebody's card is also another's
	for n, d := range sheets {
		s := deckSheet{Name: sheetName(p, n+1, d), RoundCards: d.onlyTopCards(), Fronts: make([]deckPlace, len(d.items))}
		for i, at := range d.items {
			if at.empty() {
				continue
			}
			of := at.back()
			if backs[of] == nil {
				backs[of] = v.back(p, c, of)
			}
			place := deckPlace{Back: backs[of]}
			if at.topCard() {
				place.Round = topCard(p, c, at.pile)
			} else {
				place.Card, place.N = page.CardCopy(at.event, fronts[at.event], copies[at.event]), at.event.Card
				copies[at.event]++
				place.Step, _ = l.fit(measure(at.event, p.Words))
				place.Role = of.role
			}
			s.Fronts[i] = place
		}
		s.Backs = mirrored(s.Fronts, l.Columns)
		v.Sheets = append(v.Sheets, s)
	}
}

// backOf is what tells one back from another: the round, and in a deck by role whose hand it is. The card on top of a hand is of
// none of its rounds.
type backOf struct {
	round int // -1 for none
	role  string
}

func (i item) back() backOf {
	switch {
	case i.pile.hand == nil:
		return backOf{round: i.pile.round.N}
	case i.event == nil:
		return backOf{round: -1, role: i.pile.hand.Role}
	}
	return backOf{i.event.Round, i.pile.hand.Role}
}

// back makes a back. That of a hand says whose it is; the page that it leads to is that of its round.
func (v *deckView) back(p sheet.Maker, c *casebook.Case, of backOf) *deckBack {
	b := &deckBack{Case: c.Title.V}
	if of.round < 0 {
		b.Round = facts.Capital(of.role)
		return b
	}
	b.Round, b.Name = p.T("paper.round", "n", of.round), c.Rounds[of.round].Name.V
	if of.role != "" {
		b.Round, b.Name = facts.Capital(of.role), sheet.Dotted(b.Round, b.Name)
	}
	if code := v.codeTo(p, c, of.round); code != nil {
		b.Code, b.Address, b.Label = codeID(of.round), strings.SplitAfter(code.Address, "/"), p.T("paper.code", "address", code.Address)
	}
	return b
}

// codeTo makes the code of a round, once; nil without an address.
func (v *deckView) codeTo(p sheet.Maker, c *casebook.Case, round int) *sheet.Code {
	code, made := v.codes[round]
	if !made {
		code = p.SymbolTo(p.At.Round(c, round), codeID(round))
		v.codes[round] = code
		if code != nil {
			v.Codes = append(v.Codes, code.SVG)
		}
	}
	return code
}

func codeID(round int) string { return "_code-" + strconv.Itoa(round) }

// topCard is the card that lies on top of a pile.
func topCard(p sheet.Maker, c *casebook.Case, of *pile) *deckSlip {
	if of.hand != nil {
		var rounds []string
		for n := range c.Rounds {
			if k := len(of.hand.Hand(n)); k > 0 {
				rounds = append(rounds, p.N("paper.role-cards.in-round", k, "round", n))
			}
		}
		return &deckSlip{Round: facts.Capital(of.hand.Role), Name: strings.Join(rounds, ", "), When: p.T("paper.role-cards.when"), Count: p.N("paper.cards.count", len(of.cards))}
	}
	r := of.round
	when := p.T("paper.cards.on-table", "n", r.N)
	if r.N == 0 {
		when = p.T("paper.cards.on-table-first")
	}
	count := p.N("paper.cards.count", len(of.cards))
	if r.Minutes > 0 {
		count = sheet.Dotted(count, p.N("paper.minutes", r.Minutes))
	}
	return &deckSlip{p.T("paper.round", "n", r.N), r.Name.V, when, count}
}

func sheetName(p sheet.Maker, n int, d dealt) string {
	switch {
	case d.tables[0] == 0 && d.onlyTopCards() && d.items[0].pile.hand != nil:
		return p.T("paper.role-cards.sheet-tops", "n", n)
	case d.tables[0] == 0 && d.onlyTopCards():
		return p.T("paper.cards.sheet-rounds", "n", n)
	case d.tables[0] == 0 && d.items[0].pile.hand != nil:
		return p.T("paper.role-cards.sheet", "n", n, "role", d.items[0].pile.hand.Role)
	case d.tables[0] == 0:
		return p.T("paper.cards.sheet", "n", n, "round", d.items[0].pile.round.N)
	case d.tables[0] == d.tables[1]:
		return p.T("paper.cards.sheet-table", "n", n, "table", d.tables[0])
	}
	return p.T("paper.cards.sheet-tables", "n", n, "from", d.tables[0], "to", d.tables[1])
}

// list fills in the list of all cards.
func (v *deckView) list(p sheet.Maker, piles []*pile) {
	for _, pile := range piles {
		var list deckRound
		if pile.hand != nil {
			list.Name = facts.Capital(pile.hand.Role)
		} else {
			list.Name = sheet.Dotted(p.T("paper.round", "n", pile.round.N), pile.round.Name.V)
		}
		for _, e := range pile.cards {
			when := e.When.Label(p.Words)
			if pile.hand != nil {
				when = sheet.Dotted(p.T("paper.round", "n", e.Round), when)
			}
			list.Cards = append(list.Cards, deckLine{e.Card, when, e.Title.V})
		}
		v.Rounds = append(v.Rounds, list)
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
