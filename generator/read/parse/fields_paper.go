package parse

import (
	"slices"
	"strconv"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

var paperBlock = newBlock("paper", Names{"papier", "paper"}, block[casebook.Paper]{fields: []field[casebook.Paper]{
	{
		"kaarten", "cards", cardSizes(), optional, public,
		Names{
			"De formaten waarin er kaarten zijn, het gewone eerst; zonder kaarten a6.",
			"The sizes in which there are cards, the usual one first; a6 if not said.",
		},
		"[a6, a7]",
	},
	{
		"zijden", "sides", choice(func(p *casebook.Paper) *casebook.Sides { return &p.Sides }, sides), optional, public,
		Names{
			"Hoe voor- en achterkanten op papier komen: dubbelzijdig over de lange of de korte kant, zonder achterkanten, of naast elkaar om te vouwen.",
			"How fronts and backs come on paper: on both sides over the long or the short edge, without backs, or beside each other to fold.",
		},
		"lange-kant",
	},
	{
		"kleur", "colour", yesNo(func(p *casebook.Paper) *bool { return &p.Colour }), optional, public,
		Names{"Met ja hebben de domeinen hun kleur; anders is alles zwart.", "With yes the domains have their colours; otherwise all is black."},
		"nee",
	},
	{
		"verschuiving", "offset", inline(func(p *casebook.Paper) *casebook.Shift { return &p.Shift }, shiftBlock), optional, public,
		Names{
			"Hoeveel de achterkanten op het papier opschuiven, in millimeters; het proefvel zegt hoeveel.",
			"How far the backs move on the paper, in millimetres; the test sheet says how far.",
		},
		"",
	},
	{
		"snijlijnen", "cut_guides", no(func(p *casebook.Paper) *bool { return &p.NoGuides }), optional, public,
		Names{"Met nee staan er geen lijnen om langs te snijden.", "With no there are no lines to cut along."},
		"ja",
	},
	{
		"rondekaarten", "round_cards", no(func(p *casebook.Paper) *bool { return &p.NoRoundCards }), optional, public,
		Names{"Met nee is er geen kaart die boven op een ronde ligt.", "With no there is no card that lies on top of a round."},
		"ja",
	},
	{
		"tafels", "tables", tables(), optional, public,
		Names{
			"Voor hoeveel tafels er tegelijk wordt gedrukt: de stapel vellen is dan in één keer te snijden.",
			"For how many tables is printed at a time: the stack of sheets can then be cut at once.",
		},
		"6",
	},
}})

var shiftBlock = newBlock("shift", Names{"verschuiving", "offset"}, block[casebook.Shift]{fields: []field[casebook.Shift]{
	{
		"rechts", "right", millimetres(func(s *casebook.Shift) *float64 { return &s.Right }), optional, public,
		Names{"Naar rechts, met een min ervoor naar links.", "To the right, with a minus sign to the left."},
		"1.5",
	},
	{
		"omlaag", "down", millimetres(func(s *casebook.Shift) *float64 { return &s.Down }), optional, public,
		Names{"Omlaag, met een min ervoor omhoog.", "Downwards, with a minus sign upwards."},
		"-0.5",
	},
}})

var cardSizeNames = []option[casebook.CardSize]{
	{casebook.A6, "a6", "a6"},
	{casebook.A6Small, "a6-klein", "a6-small"},
	{casebook.A7, "a7", "a7"},
	{casebook.Poker, "poker", "poker"},
	{casebook.Large, "groot", "large"},
}

var sides = []option[casebook.Sides]{
	{casebook.LongEdge, "lange-kant", "long-edge"},
	{casebook.ShortEdge, "korte-kant", "short-edge"},
	{casebook.SingleSided, "enkelzijdig", "single"},
	{casebook.Folded, "vouwen", "fold"},
}

// cardSizes takes sizes, each once: each has a page of its own.
func cardSizes() value[casebook.Paper] {
	doc := Type{Name: "choice", List: true, Choices: namesOf(cardSizeNames), Distinct: true}
	return value[casebook.Paper]{doc, func(d *decoder, p *casebook.Paper, n *yaml.Node, key string) {
		if d.comma(n, key) {
			return
		}
		for _, item := range d.items(n, key) {
			size, ok := choose(d, item, key, cardSizeNames)
			switch {
			case ok && slices.Contains(p.Cards, size):
				d.wrong("twice", item, key)
			case ok:
				p.Cards = append(p.Cards, size)
			}
		}
	}}
}

// no is yesNo for what is so unless an author says no.
func no[T any](at func(*T) *bool) value[T] {
	return value[T]{Type{Name: "yes-no"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		answer := true
		yesNo(func(*T) *bool { return &answer }).set(d, into, n, key)
		*at(into) = !answer
	}}
}

// mostTables is more tables than one trainer can serve, and keeps the page of a deck from growing without end.
const mostTables = 20

func tables() value[casebook.Paper] {
	return value[casebook.Paper]{Type{Name: "number", Min: 1, Max: mostTables}, func(d *decoder, p *casebook.Paper, n *yaml.Node, key string) {
		count, ok := d.count(n, key)
		if ok && (count < 1 || count > mostTables) {
			d.addVariant(diag.ValueType, "tables", d.Span(n), "key", key, "max", strconv.Itoa(mostTables))
			return
		}
		p.Tables = count
	}}
}

// farthest is how far a back can be moved, in mm. A printer that is more than that off takes the paper askew.
const farthest = 10

// millimetres takes a distance in whole or half millimetres: finer is more than scissors and printers hold.
func millimetres[T any](at func(*T) *float64) value[T] {
	return value[T]{Type{Name: "mm", Min: -farthest, Max: farthest}, func(d *decoder, into *T, n *yaml.Node, key string) {
		mm, err := strconv.ParseFloat(strings.Replace(n.Value, ",", ".", 1), 64)
		if n.Kind != yaml.ScalarNode || err != nil || mm < -farthest || mm > farthest || mm*2 != float64(int(mm*2)) {
			d.wrong("millimetres", n, key)
			return
		}
		*at(into) = mm
	}}
}
