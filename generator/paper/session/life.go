package session

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/draw/lifemap"
	"casusboek/generator/draw/network"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// life is the whole life of a case: the map, all its cards in order of time, and the network.
type life struct {
	Who         string // whose it is
	Map, Legend template.HTML
	Events      []lifeEvent
	Network     template.HTML
	Ties        []lifeTie
}

// lifeEvent is one card, as it stands in the list of all.
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

// lifeOf gathers the whole life. id makes the ids of its pictures its own, on a page that may hold several lives.
func lifeOf(p sheet.Maker, c *casebook.Case, id string) life {
	last := c.LastRound()
	v := life{
		Who:     facts.NameOf(c, p.Words),
		Map:     ownPicture(lifemap.Draw(c, p.Site(), last, p.Words), id),
		Legend:  template.HTML(lifemap.Legend(c, p.Site(), last, p.Words)), //nolint:gosec // draw escapes
		Network: ownPicture(network.Draw(c, last, p.Words), id),
	}
	for _, e := range facts.After(c, last).Events {
		card := lifeEvent{guideCard: guideCardOf(p, c, e), Round: e.Round, Text: p.PaperProseAfter(e.Text, c, last)}
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

// ownPicture makes the ids of a drawing its own. draw names its title and its description after the kind of picture, of
// which a page otherwise has one.
func ownPicture(svg, id string) template.HTML {
	for _, kind := range []string{"lifemap", "network"} {
		svg = strings.ReplaceAll(svg, `"`+kind+`_t`, `"`+id+`-`+kind+`_t`)
		svg = strings.ReplaceAll(svg, ` `+kind+`_d"`, ` `+id+`-`+kind+`_d"`)
		svg = strings.ReplaceAll(svg, `id="`+kind+`_d"`, `id="`+id+`-`+kind+`_d"`)
	}
	return template.HTML(svg) //nolint:gosec // draw escapes
}

// changesOf says what an event does: the value that it changed, the cards that it leads to, the signals that it answers.
func changesOf(p sheet.Maker, e *casebook.Event) string {
	var parts []string
	if change := facts.Change(e.Change); change != "" {
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

// cardNumbers lists cards by their numbers: "3, 5 en 9".
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
	return facts.Listed(names, p.Words)
}

func knownTo(e *casebook.Event) string { return strings.Join(casebook.Strings(e.KnownBy), ", ") }
