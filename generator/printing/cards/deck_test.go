package cards

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/lang/langtest"
	"casusboek/generator/printing/sheetstest"
)

// view is the deck of the sample life with as many cards as said.
func view(t *testing.T, cards int, settings casebook.Paper, size casebook.CardSize) (*casebook.Case, *deckView) {
	t.Helper()
	b := sample.Book(cards)
	b.Site.Paper = settings
	return b.Cases[0], DeckView(sheetstest.Maker(t, b, "casussen/mo/kaarten/"), b.Cases[0], size).(*deckView)
}

var sizes = []casebook.CardSize{casebook.A6, casebook.A6Small, casebook.A7, casebook.Poker, casebook.Large}

func TestEveryFrontHasItsOwnBackBehindIt(t *testing.T) {
	for _, size := range sizes {
		l := LayoutFor(size)
		for cards := 1; cards <= 10; cards++ {
			for _, tables := range []int{1, 3} {
				_, v := view(t, cards, casebook.Paper{Tables: tables}, size)
				n := 0
				for s, sheet := range v.Sheets {
					if len(sheet.Fronts) != l.Places() || len(sheet.Backs) != l.Places() {
						t.Fatalf("%v: a sheet of %d and %d places", size, len(sheet.Fronts), len(sheet.Backs))
					}
					for i, front := range sheet.Fronts {
						row, column := i/l.Columns, i%l.Columns
						if back := sheet.Backs[row*l.Columns+l.Columns-1-column]; back != front {
							t.Errorf("%v, %d cards, %d tables, sheet %d: place %d has another back", size, cards, tables, s, i)
						}
						if front.Card != "" {
							n++
						}
					}
				}
				if want := cards * max(1, tables); n != want {
					t.Errorf("%v: %d cards are printed for %d tables, want %d", size, n, tables, want)
				}
			}
		}
	}
}

func TestPlacesLieOnTheSheetAndApart(t *testing.T) {
	for _, size := range sizes {
		l := LayoutFor(size)
		for i := range l.Places() {
			b := l.Place(i)
			if b.X < 0 || b.Y < 0 || b.X+b.Width > SheetWidth || b.Y+b.Height > SheetHeight {
				t.Errorf("%v: place %d lies off the sheet: %+v", size, i, b)
			}
			for j := range i {
				if c := l.Place(j); b.X < c.X+c.Width && c.X < b.X+b.Width && b.Y < c.Y+c.Height && c.Y < b.Y+b.Height {
					t.Errorf("%v: places %d and %d lie on each other", size, i, j)
				}
			}
			long, turned, _ := l.Behind(i, casebook.LongEdge)
			if turned || long.Y != b.Y || long.X+long.Width/2 != SheetWidth-b.X-b.Width/2 {
				t.Errorf("%v: over the long edge place %d is at %+v", size, i, long)
			}
			short, turned, _ := l.Behind(i, casebook.ShortEdge)
			if !turned || short.X != SheetWidth-long.X-long.Width || short.Y != SheetHeight-long.Y-long.Height {
				t.Errorf("%v: over the short edge place %d is at %+v: not the other back turned as a whole", size, i, short)
			}
		}
		if _, _, there := l.Behind(0, casebook.Folded); there {
			t.Error("a folded card has nothing on the other side")
		}
	}
}

func TestRoundCardsCostNoPaperTheyNeedNot(t *testing.T) {
	for _, test := range []struct {
		cards, sheets int
		where         string // of the round cards: sheet and place
	}{
		{6, 2, "0.3 1.3"},  // three and three
		{8, 3, "2.0 2.1"},  // both rounds full: a sheet of their own
		{10, 4, "1.1 3.1"}, // five and five
		{7, 3, "1.3 2.0"},  // four and three: one place for two
		{9, 3, "1.1 1.2"},  // five and four: the second stands with the first
	} {
		_, v := view(t, test.cards, casebook.Paper{}, casebook.A6)
		var where []string
		for s, sheet := range v.Sheets {
			for i, place := range sheet.Fronts {
				if place.Round != nil {
					where = append(where, fmt.Sprintf("%d.%d", s, i))
				}
			}
		}
		if got := strings.Join(where, " "); len(v.Sheets) != test.sheets || got != test.where {
			t.Errorf("%d cards: %d sheets, round cards at %s; want %d and %s", test.cards, len(v.Sheets), got, test.sheets, test.where)
		}
	}
}

func TestStacksAreDecksInOrder(t *testing.T) {
	c, _ := view(t, 5, casebook.Paper{}, casebook.A6)
	for tables := 2; tables <= 9; tables++ {
		for _, places := range []int{2, 4, 8, 9} {
			sheets := fillSheetsForTables(pilesByRound(c), places, tables)
			decks := map[int][]string{}
			for first := 1; first <= tables; first = sheets[0].tables[1] + 1 {
				for len(sheets) > 0 && sheets[0].tables[0] != first {
					sheets = sheets[1:]
				}
				part := slices.DeleteFunc(slices.Clone(sheets), func(d filledSheet) bool { return d.tables != sheets[0].tables })
				served := part[0].tables[1] - first + 1
				piles := places / served
				for table := range served {
					for pile := range piles {
						for _, d := range part {
							switch at := d.items[table*piles+pile]; {
							case at.topCard():
								decks[first+table] = append(decks[first+table], "round")
							case !at.empty():
								decks[first+table] = append(decks[first+table], at.event.Title.V)
							}
						}
					}
				}
			}
			want := "round GEBEURTENIS1 GEBEURTENIS2 GEBEURTENIS3 round GEBEURTENIS4 GEBEURTENIS5"
			for table := 1; table <= tables; table++ {
				if got := strings.Join(decks[table], " "); got != want {
					t.Errorf("%d tables, %d places: table %d gets %s", tables, places, table, got)
				}
			}
		}
	}
}

func TestBacksSayCaseAndRoundAlone(t *testing.T) {
	_, v := view(t, 6, casebook.Paper{}, casebook.A6)
	for _, s := range v.Sheets {
		for _, place := range s.Backs {
			if place.Back == nil {
				continue
			}
			b := *place.Back
			if b.Case != "De stapel post" || !strings.HasPrefix(b.Round, "Ronde ") || b.Code != "_code-"+b.Round[len("Ronde "):] ||
				strings.Join(b.Address, "") != "voorbeeld.nl/casusboek/casussen/mo/ronde-"+b.Round[len("Ronde "):] {
				t.Errorf("a back is %+v", b)
			}
		}
	}
	if len(v.Codes) != 2 {
		t.Errorf("%d codes for two rounds", len(v.Codes))
	}
}

func TestLongTextsAreToldByHowMuch(t *testing.T) {
	words := langtest.Words("nl")
	c, _ := view(t, 3, casebook.Paper{}, casebook.A6)
	word := "zorgverzekeraar "
	before := 0
	for _, length := range []int{5, 20, 60, 120, 200} {
		e := c.Events[0]
		e.Text = sample.Body(strings.TrimSpace(strings.Repeat(word, length)))
		step, over := Estimate(e, casebook.A6, words)
		if length == 5 && (step != 0 || over != 0) {
			t.Errorf("a short text has step %d and is %d too long", step, over)
		}
		if over < before || length == 200 && over < 10 {
			t.Errorf("%d words are %d lines too long, fewer %d", length, over, before)
		}
		before = over
		if _, small := Estimate(e, casebook.Poker, words); length == 120 && small <= over {
			t.Errorf("on a playing card %d lines are too many, on A6 %d", small, over)
		}
	}
	problems := TooLongCards(c, []casebook.CardSize{casebook.A6, casebook.A7}, words)
	if len(problems) != 2 || problems[0].Pos != c.Events[0].Pos {
		t.Errorf("found %v", problems)
	}
}

func TestADeckByRoleDealsEveryHand(t *testing.T) {
	b := sample.Book(6)
	c := b.Cases[0]
	for i, roles := range [][]string{{"school"}, {"school", "buren"}, nil, {"buren"}, {"school"}, {"buren", "gemeente"}} {
		c.Events[i].KnownBy = nil
		for _, role := range roles {
			c.Events[i].KnownBy = append(c.Events[i].KnownBy, casebook.Text{V: role})
		}
	}
	v := RoleDeckView(sheetstest.Maker(t, b, "casussen/mo/kaarten/rollen/"), c).(*deckView)
	var got []string
	tops := 0
	for _, s := range v.Sheets {
		for i, place := range s.Fronts {
			if place.Round != nil {
				tops++
			}
			if place.Card == "" {
				continue
			}
			back := s.Backs[i/2*2+1-i%2].Back
			round, _, _ := strings.Cut(back.Name, " · ")
			if !strings.EqualFold(back.Round, place.Role) || round != fmt.Sprint("Ronde ", c.Events[place.N-1].Round) {
				t.Errorf("behind card %d of %s is %s, %s", place.N, place.Role, back.Round, back.Name)
			}
			if !strings.HasSuffix(strings.Join(back.Address, ""), fmt.Sprint("/ronde-", c.Events[place.N-1].Round)) {
				t.Errorf("card %d leads to %s", place.N, back.Address)
			}
			got = append(got, fmt.Sprint(place.Role, place.N))
		}
	}
	if want := "school1 school2 school5 buren2 buren4 buren6 gemeente6"; strings.Join(got, " ") != want {
		t.Errorf("dealt %v, want %s", got, want)
	}
	if tops != 3 || v.Unheld == "" || len(v.Codes) != 2 {
		t.Errorf("%d role cards, %d codes, in no hand: %q", tops, len(v.Codes), v.Unheld)
	}
}
