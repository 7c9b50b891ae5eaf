package printing

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"

	"casusboek/generator/draw"
	"casusboek/generator/draw/lifemap"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// life is the whole life of a case: the life map, all cards in order of time, and the
// network.
type life struct {
	Who         string // the resident's name
	Map, Legend template.HTML
	Events      []lifeEvent
	Network     template.HTML
	Ties        []lifeTie
}

// lifeEvent is one card in the list of all cards.
type lifeEvent struct {
	guideCard
	Round   int
	Domains string
	Text    template.HTML
}

type lifeTie struct {
	Who, Tie, Support string
	Round             int
}

// newLife returns the whole life of a case. id is the prefix of the ids in its drawings, as
// a page may hold several lives.
func newLife(p sheets.Base, c *casebook.Case, id string) life {
	last := c.LastRound()
	v := life{
		Who:     casebook.ResidentName(c, p.Words),
		Map:     prefixIDs(lifemap.Draw(c, p.Site(), last, p.Words), id),
		Legend:  template.HTML(lifemap.Legend(c, p.Site(), last, p.Words)), // draw escapes
		Network: prefixIDs(draw.Network(c, last, p.Words), id),
	}
	for _, e := range casebook.KnownAfter(c, last).Events {
		card := lifeEvent{guideCard: newGuideCard(p, c, e), Round: e.Round, Text: p.PaperProseAfter(e.Text, c, last)}
		var domains []string
		for _, d := range e.Domains {
			if d.To != nil {
				domains = append(domains, d.To.Name.V)
			}
		}
		card.Domains = strings.Join(domains, ", ")
		v.Events = append(v.Events, card)
	}
	ties := slices.Clone(c.Network)
	slices.SortStableFunc(ties, func(a, b *casebook.Tie) int { return int(a.Circle) - int(b.Circle) })
	for _, t := range ties {
		var support []string
		for _, s := range t.Support {
			support = append(support, p.T("support."+s.String()))
		}
		v.Ties = append(v.Ties, lifeTie{
			Who: t.Who.V, Tie: p.T("circle."+t.Circle.String()) + ", " + p.T("bond."+t.Bond.String()),
			Support: strings.Join(support, ", "), Round: t.Round,
		})
	}
	return v
}

// prefixIDs adds a prefix to the ids of a drawing, so that a page can hold several drawings
// of one kind.
func prefixIDs(svg, id string) template.HTML {
	for _, kind := range []string{"lifemap", "network"} {
		svg = strings.ReplaceAll(svg, `"`+kind+`_t`, `"`+id+`-`+kind+`_t`)
		svg = strings.ReplaceAll(svg, ` `+kind+`_d"`, ` `+id+`-`+kind+`_d"`)
		svg = strings.ReplaceAll(svg, `id="`+kind+`_d"`, `id="`+id+`-`+kind+`_d"`)
	}
	return template.HTML(svg) // draw escapes
}

// changesText returns the effects of an event as text: the value it changed, the cards it
// leads to, and the signals it answers.
func changesText(p sheets.Base, e *casebook.Event) string {
	var parts []string
	if change := casebook.ChangeText(e.Change); change != "" {
		parts = append(parts, strings.TrimSpace(e.Change.What.V+" "+change))
	}
	var leads []*casebook.Event
	for _, to := range e.LeadsTo {
		if to.To != nil {
			leads = append(leads, to.To)
		}
	}
	if len(leads) > 0 {
		parts = append(parts, p.T("paper.guide.leads", "cards", cardNumbers(p.Page, leads)))
	}
	if len(e.Answers) > 0 {
		parts = append(parts, p.T("paper.guide.answers", "cards", cardNumbers(p.Page, e.Answers)))
	}
	return strings.Join(parts, "; ")
}

// cardNumbers returns the numbers of the cards as a list in words: "3, 5 en 9".
func cardNumbers(p *page.Page, events []*casebook.Event) string {
	numbers := make([]int, len(events))
	for i, e := range events {
		numbers[i] = e.Card
	}
	slices.Sort(numbers)
	var names []string
	for _, n := range slices.Compact(numbers) {
		names = append(names, strconv.Itoa(n))
	}
	return casebook.ListText(names, p.Words)
}

func knownByText(e *casebook.Event) string { return strings.Join(casebook.Strings(e.KnownBy), ", ") }
