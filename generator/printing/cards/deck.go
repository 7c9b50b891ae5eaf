// Package deck makes the pages of event cards of a case, to print and cut, and the test
// sheet that measures how far the second side of a printer is shifted.
//
//	cards.DeckView(p, c, casebook.A7)               // the view of the page of cards, by round
//	cards.RoleDeckView(p, c)                       // the same by role
//	cards.TooLongCards(c, site.Paper.Sizes(), words) // problems: the cards whose text does not fit
//	cards.TestSheetView(p)                           // the view of the test sheet
//
// One page serves all ways to print. Sides, colours, cutting lines and top cards are
// selected in its toolbar, and cards.css does the rest. [Layout] holds the dimensions of a
// card size. Backs show case and round only, and link to the page of that round.
package cards

import (
	"html/template"
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// deckView is the view of a deck: a sheet of instructions with a list of cards on its back,
// then sheets of cards, each followed by the backs of those cards.
type deckView struct {
	*page.Page
	Back   page.Link
	Hint   string
	Hands  bool        // whether the deck is ordered by role, not by round
	Unheld string      // in a deck by role: how many cards no role knew; empty for none
	Others []page.Link // the same deck in other sizes
	Case   string
	Size   string // name for the styles: a6, a6-small, a7, poker, large
	Name   string // name for readers
	Leads  []deckLead
	Choice deckChoice
	Piles  []string // how the stack is cut for several tables; empty for one
	Guides string   // SVG path of the cutting lines, in mm
	Rounds []deckRound
	Codes  []template.HTML      // SVG symbols of the QR codes on the backs
	codes  map[int]*sheets.Code // by round
	Sheets []deckSheet
	Test   string // link to the test sheet
	Foot   sheets.Foot
}

// deckChoice holds the initial state of the toolbar.
type deckChoice struct {
	Sides                      []deckOption
	Right, Down                []deckOption // shifts of the backs, in mm
	Colour, Guides, RoundCards bool
}

// deckOption is one option of a list in the toolbar.
type deckOption struct {
	Value, Text string
	On          bool
}

// deckLead is a text with the numbers of cards and sheets. Class names the choices it is
// shown for.
type deckLead struct{ Class, Text string }

// deckRound is the list of cards of one round or one role.
type deckRound struct {
	Name  string
	Cards []deckLine
}

// deckLine is one card in that list.
type deckLine struct {
	N           int
	When, Title string
}

// deckSheet is one sheet of cards, front and back.
type deckSheet struct {
	Name       string // such as "sheet 2: round 1"
	RoundCards bool   // whether it holds top cards only
	Fronts     []deckPlace
	Backs      []deckPlace // the places behind Fronts, for paper that turns over its long edge
}

// deckPlace is a place on a sheet: a card, a top card, or nothing.
type deckPlace struct {
	Card  template.HTML
	N     int    // number of the card in the deck
	Role  string // in a deck by role: the role that has the card
	Step  int    // step of the type size: 0, or 1 or 2 for smaller type
	Round *deckSlip
	Back  *deckBack // nil in an empty place
}

// deckSlip is the top card of the pile of a round or a role.
type deckSlip struct{ Round, Name, When, Count string }

// deckBack is the back of a card. It shows the case and the round only, and the role in a
// deck by role, so that it reveals nothing about the card. Code is the id of the QR code to
// the page of the round, or empty. Address is the address of that page, split where a line
// may break.
type deckBack struct {
	Case, Round, Name, Code, Label string
	Address                        []string
}

// DeckView returns the view of the deck of a case in one size, by round.
func DeckView(p sheets.Base, c *casebook.Case, size casebook.CardSize) any {
	v := newDeckView(p, c, size, pilesByRound(c))
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

// RoleDeckView returns the view of the deck of a case by role, in the first card size of the
// site. It has a pile for each role, with the cards that it knew.
func RoleDeckView(p sheets.Base, c *casebook.Case) any {
	v := newDeckView(p, c, p.Site().Paper.Sizes()[0], pilesByRole(c, p.Site().Roles))
	v.Hands = true
	v.Title = p.T("paper.role-cards.title", "case", c.Title.V)
	v.Description = p.T("paper.role-cards.description", "case", c.Title.V)
	v.Hint = p.T("paper.role-cards.hint")
	if n := len(casebook.UnheldContacts(c)); n > 0 {
		v.Unheld = p.N("paper.role-cards.unheld", n)
	}
	return v
}

// newDeckView returns the view of a deck with the piles placed on sheets.
func newDeckView(p sheets.Base, c *casebook.Case, size casebook.CardSize, piles []*cardPile) *deckView {
	p.SetCasePage(c, "paper.cards", "cards")
	layout := LayoutFor(size)
	settings := p.Site().Paper
	v := &deckView{
		Page: p.Page, Back: p.CaseLink(c), Case: c.Title.V,
		Size: size.String(), Name: p.T("paper.cards.size." + size.String()),
		codes: map[int]*sheets.Code{}, Choice: toolbarDefaults(p, settings), Guides: cutLines(layout),
		Test: p.Link(p.At.TestSheet()), Foot: p.FootOf(c, casebook.Date{}),
	}
	p.Title = p.T("paper.cards.title", "case", c.Title.V, "size", v.Name)
	sheets := fillSheets(piles, layout.Places())
	if settings.Tables > 1 {
		sheets = fillSheetsForTables(piles, layout.Places(), settings.Tables)
		v.Piles = stackNotes(p, sheets)
	}
	v.addSheets(p, c, layout, sheets)
	v.Leads = sheetCounts(p, piles, layout, sheets)
	v.addCardLists(p, piles)
	return v
}

// addSheets adds the sheets to the view, with fronts and backs in their places.
func (v *deckView) addSheets(p sheets.Base, c *casebook.Case, l Layout, sheets []filledSheet) {
	fronts := p.Cards(p.Page)
	// In a deck by role a card can occur more than once.
	backs, copies := map[backKey]*deckBack{}, map[*casebook.Event]int{}
	for n, d := range sheets {
		s := deckSheet{Name: sheetName(p, n+1, d), RoundCards: d.onlyTopCards(), Fronts: make([]deckPlace, len(d.items))}
		for i, it := range d.items {
			if it.empty() {
				continue
			}
			key := it.backKey()
			if backs[key] == nil {
				backs[key] = v.newBack(p, c, key)
			}
			place := deckPlace{Back: backs[key]}
			if it.topCard() {
				place.Round = topCard(p, c, it.pile)
			} else {
				place.Card, place.N = page.CardCopy(it.event, fronts[it.event], copies[it.event]), it.event.Card
				copies[it.event]++
				place.Step, _ = l.typeStep(measure(it.event, p.Words))
				place.Role = key.role
			}
			s.Fronts[i] = place
		}
		s.Backs = mirrored(s.Fronts, l.Columns)
		v.Sheets = append(v.Sheets, s)
	}
}

// backKey identifies a back: its round, and in a deck by role its role. The top card of a
// role has no round.
type backKey struct {
	round int // -1 for none
	role  string
}

func (i item) backKey() backKey {
	switch {
	case i.pile.party == nil:
		return backKey{round: i.pile.round.N}
	case i.event == nil:
		return backKey{round: -1, role: i.pile.party.Role}
	}
	return backKey{i.event.Round, i.pile.party.Role}
}

// newBack returns the back for a key. In a deck by role it shows the role; its code links
// to the page of its round.
func (v *deckView) newBack(p sheets.Base, c *casebook.Case, key backKey) *deckBack {
	b := &deckBack{Case: c.Title.V}
	if key.round < 0 {
		b.Round = casebook.Capitalize(key.role)
		return b
	}
	b.Round, b.Name = p.T("paper.round", "n", key.round), c.Rounds[key.round].Name.V
	if key.role != "" {
		b.Round, b.Name = casebook.Capitalize(key.role), sheets.JoinWithDots(b.Round, b.Name)
	}
	if code := v.codeTo(p, c, key.round); code != nil {
		b.Code, b.Address, b.Label = codeID(key.round), strings.SplitAfter(code.Address, "/"),
			p.T("paper.code", "address", code.Address)
	}
	return b
}

// codeTo returns the QR code of a round, which it creates on the first call. It returns nil
// if the site has no address.
func (v *deckView) codeTo(p sheets.Base, c *casebook.Case, round int) *sheets.Code {
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

// topCard returns the top card of a pile.
func topCard(p sheets.Base, c *casebook.Case, pile *cardPile) *deckSlip {
	if pile.party != nil {
		var rounds []string
		for n := range c.Rounds {
			if k := len(pile.party.Hand(n)); k > 0 {
				rounds = append(rounds, p.N("paper.role-cards.in-round", k, "round", n))
			}
		}
		return &deckSlip{
			Round: casebook.Capitalize(pile.party.Role), Name: strings.Join(rounds, ", "),
			When: p.T("paper.role-cards.when"), Count: p.N("paper.cards.count", len(pile.cards)),
		}
	}
	r := pile.round
	when := p.T("paper.cards.on-table", "n", r.N)
	if r.N == 0 {
		when = p.T("paper.cards.on-table-first")
	}
	count := p.N("paper.cards.count", len(pile.cards))
	if r.Minutes > 0 {
		count = sheets.JoinWithDots(count, p.N("paper.minutes", r.Minutes))
	}
	return &deckSlip{p.T("paper.round", "n", r.N), r.Name.V, when, count}
}

func sheetName(p sheets.Base, n int, d filledSheet) string {
	switch {
	case d.tables[0] == 0 && d.onlyTopCards() && d.items[0].pile.party != nil:
		return p.T("paper.role-cards.sheet-tops", "n", n)
	case d.tables[0] == 0 && d.onlyTopCards():
		return p.T("paper.cards.sheet-rounds", "n", n)
	case d.tables[0] == 0 && d.items[0].pile.party != nil:
		return p.T("paper.role-cards.sheet", "n", n, "role", d.items[0].pile.party.Role)
	case d.tables[0] == 0:
		return p.T("paper.cards.sheet", "n", n, "round", d.items[0].pile.round.N)
	case d.tables[0] == d.tables[1]:
		return p.T("paper.cards.sheet-table", "n", n, "table", d.tables[0])
	}
	return p.T("paper.cards.sheet-tables", "n", n, "from", d.tables[0], "to", d.tables[1])
}

// addCardLists adds the lists of cards, one for each pile.
func (v *deckView) addCardLists(p sheets.Base, piles []*cardPile) {
	for _, pile := range piles {
		var list deckRound
		if pile.party != nil {
			list.Name = casebook.Capitalize(pile.party.Role)
		} else {
			list.Name = sheets.JoinWithDots(p.T("paper.round", "n", pile.round.N), pile.round.Name.V)
		}
		for _, e := range pile.cards {
			when := e.When.Label(p.Words)
			if pile.party != nil {
				when = sheets.JoinWithDots(p.T("paper.round", "n", e.Round), when)
			}
			list.Cards = append(list.Cards, deckLine{e.Card, when, e.Title.V})
		}
		v.Rounds = append(v.Rounds, list)
	}
}

// toolbarDefaults returns the toolbar with the settings of the site.
func toolbarDefaults(p sheets.Base, settings casebook.Paper) deckChoice {
	c := deckChoice{Colour: settings.Colour, Guides: !settings.NoGuides, RoundCards: !settings.NoRoundCards}
	for s := casebook.LongEdge; s <= casebook.Folded; s++ {
		c.Sides = append(c.Sides,
			deckOption{"_" + s.String(), p.T("paper.cards.sides." + s.String()), s == settings.Sides})
	}
	c.Right, c.Down = shiftOptions(settings.Shift.Right, p.Lang()), shiftOptions(settings.Shift.Down, p.Lang())
	return c
}

// shiftOptions returns the shifts to choose from, in steps of half a millimetre: from -4 to
// 4 mm, or further if the site's setting is.
func shiftOptions(set float64, language string) []deckOption {
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
