package site

import (
	"iter"
	"math"
	"slices"
	"strconv"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
)

// signalPages is the overview of all signals; there is none when no case has a signal.
func (s *site) signalPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		if s.HasSignals() {
			yield(s.page(s.At.Signals(), "signals.html", maker.signalsView))
		}
	}
}

// signalsView is what signals.html gets. It counts events and never names one, since the page would give the cases
// away.
type signalsView struct {
	*page.Page
	Cases []signalLine
	Total string // "In deze casussen staan er 12 signalen, waarvan er 7 bleven liggen."
}

// signalLine is what one case has in signals.
type signalLine struct {
	Href, MapHref, Title string
	Signals              string // "5 signalen, 2 opgepakt"
	Marks                []bool // one for each signal, in order of time: picked up or not
	Domains              []page.Domain
	Seen                 string // the roles that knew of a signal
	Wait                 string // from the first signal to the first real conversation, in words
	Share                string // that wait as a share of the longest one, from 1% to 100%
	Answered             bool   // whether there was a conversation at all
	wait                 float64
}

func (p maker) signalsView() any {
	p.Section, p.Title, p.Description = "signals", p.T("page.menu.signals"), p.T("page.signals.lead")
	v := &signalsView{Page: p.Page}
	total, missed, longest := 0, 0, 0.0
	for _, c := range p.Book.Cases {
		if !c.HasSignal() {
			continue
		}
		l := p.signalLine(c)
		total += len(l.Marks)
		for _, picked := range l.Marks {
			if !picked {
				missed++
			}
		}
		longest = max(longest, l.wait)
		v.Cases = append(v.Cases, l)
	}
	for i := range v.Cases {
		l := &v.Cases[i]
		share := 100
		if l.Answered && longest > 0 {
			share = max(1, int(math.Round(100*l.wait/longest)))
		}
		l.Share = strconv.Itoa(share)
	}
	words := p.N("page.signals.missed", missed)
	if missed == 0 {
		words = p.T("page.signals.none-missed")
	}
	v.Total = p.T("page.signals.total", "total", p.N("page.count.signals", total), "missed", words)
	return v
}

func (p maker) signalLine(c *casebook.Case) signalLine {
	l := signalLine{Href: p.Href(c), MapHref: p.Link(p.At.LifeMap(c)), Title: c.Title.V}
	var first *casebook.Event
	var seen []string
	picked := 0
	for _, e := range c.Events {
		if e.Kind != casebook.Signal {
			continue
		}
		if first == nil {
			first = e
		}
		answered := e.PickedUp == casebook.Yes || e.AnsweredBy.To != nil
		if answered {
			picked++
		}
		l.Marks = append(l.Marks, answered)
		for _, role := range e.KnownBy {
			if !slices.Contains(seen, role.V) {
				seen = append(seen, role.V)
			}
		}
		for _, d := range e.Domains {
			if d.To == nil {
				continue
			}
			if v := (page.Domain{Name: casebook.Capitalize(d.To.Name.V), N: d.To.N}); !slices.Contains(l.Domains, v) {
				l.Domains = append(l.Domains, v)
			}
		}
	}
	l.Seen = comma(seen)
	l.Signals = p.N("page.count.signals", len(l.Marks)) + ", " + p.N("page.signals.picked", picked)
	l.Wait, l.wait, l.Answered = p.waitFrom(first, c)
	return l
}

// waitFrom is the time from the first signal to the first conversation after it that was really held, in years and in
// words.
func (p maker) waitFrom(first *casebook.Event, c *casebook.Case) (inWords string, years float64, held bool) {
	for _, e := range c.Events {
		if e.Kind == casebook.Contact && e.Held == casebook.Yes && e.When.Start >= first.When.Start {
			years = e.When.Start - first.When.Start
			span := page.Span(p.Page, years, page.Vague(first.When) || page.Vague(e.When))
			return p.T("page.signals.wait", "span", span), years, true
		}
	}
	return p.T("page.signals.never"), 0, false
}
