package site

import (
	"html/template"
	"slices"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
)

// known is what is known of a case after one round, and nothing else. All that a page says of a life goes through it,
// so that no page can give away a later round. On the life map, the deck and in casusboek.json the last round is known.
type known struct {
	Round    int
	Who      string       // the resident's name
	New      []*eventView // that this round adds, in the order of the cards
	Events   []*eventView // so far, in order of time
	Network  []tieView    // so far, from near to far
	Dilemmas []dilemmaView
	Map      template.HTML // the SVG life map; empty where the list alone must do
	Legend   template.HTML
	Ecogram  template.HTML
	Said     []reflectionLine // reflections whose text is safe from this round on
}

// knownOf gathers what is known of c after a round, for the page p.
func (p maker) knownOf(c *casebook.Case, round int) *known {
	k := &known{Round: round, Who: p.nameOf(c)}
	views := p.eventsOf(c)
	for _, e := range c.Deck {
		if e.Round == round {
			k.New = append(k.New, views[e])
		}
	}
	for _, item := range p.rail(c, round) {
		v := *views[item.Event]
		v.Rail, v.Pause = template.HTML(item.SVG), item.Pause // draw escapes
		p.tell(&v, round)
		v.Item = p.item(&v)
		k.Events = append(k.Events, &v)
	}
	k.Network = p.ties(c, round)
	pictures := p.picturesOf(c, round)
	k.Map, k.Legend, k.Ecogram = pictures.Map, pictures.Legend, pictures.Ecogram
	for i := range c.Dilemmas {
		if d := &c.Dilemmas[i]; d.Round == round {
			k.Dilemmas = append(k.Dilemmas, p.dilemma(d))
		}
	}
	return k
}

// tell adds to an event what depends on the round: whether a signal is known to be answered, and which causes are
// known.
func (p maker) tell(v *eventView, round int) {
	e := v.event
	v.Kind = casebook.KindText(e, round, p.Words)
	if a := e.AnsweredBy.To; a != nil && a.Round > round {
		v.Kind = p.T("page.kind.open")
	}
	for _, cause := range e.CausedBy {
		if cause.Round <= round {
			v.CausedBy = append(v.CausedBy, here(cause))
		}
	}
	for _, to := range e.LeadsTo {
		if to.To != nil && to.To.Round <= round {
			v.LeadsTo = append(v.LeadsTo, here(to.To))
		}
	}
	for _, signal := range e.Answers {
		if signal.Round <= round {
			v.Answers = append(v.Answers, here(signal))
		}
	}
	if a := e.AnsweredBy.To; a != nil && a.Round <= round {
		v.AnsweredBy = append(v.AnsweredBy, here(a))
	}
}

// here is the link to an event that stands on the same page.
func here(e *casebook.Event) page.Link { return page.Link{Href: "#" + e.ID.V, Text: e.Title.V} }

// tieView is one row of the network's table.
type tieView struct {
	Who, Circle, Bond, Support string
	Event                      string // the id of the card with which they came on the table
}

func (p maker) ties(c *casebook.Case, round int) []tieView {
	var ties []tieView
	for _, t := range nearToFar(c.Network) {
		if t.Round > round {
			continue
		}
		v := tieView{Who: t.Who.V, Circle: p.T("circle." + t.Circle.String()), Bond: p.T("bond." + t.Bond.String())}
		if card := casebook.IntroducedBy(c, t); card != nil {
			v.Event = card.ID.V
		}
		names := make([]string, len(t.Support))
		for i, s := range t.Support {
			names[i] = p.T("support." + s.String())
		}
		v.Support = comma(names)
		if len(names) == 0 {
			v.Support = p.T("page.network.none")
		}
		ties = append(ties, v)
	}
	return ties
}

// nearToFar orders a network by circle and leaves the author's order within one.
func nearToFar(ties []*casebook.Tie) []*casebook.Tie {
	ties = slices.Clone(ties)
	slices.SortStableFunc(ties, func(a, b *casebook.Tie) int { return int(a.Circle) - int(b.Circle) })
	return ties
}

// dilemmaView is a dilemma with its ways out.
type dilemmaView struct {
	Question string
	Options  []optionView
}

type optionView struct{ Text, For, Against string }

func (p maker) dilemma(d *casebook.Dilemma) dilemmaView {
	v := dilemmaView{Question: d.Question.V}
	for _, o := range d.Options {
		v.Options = append(v.Options, optionView{o.Text.V, o.For.V, o.Against.V})
	}
	return v
}
