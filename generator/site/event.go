package site

import (
	"html/template"
	"strings"
	"sync"

	"casusboek/generator/casebook"

	"casusboek/generator/page"
)

// eventView is one event as _event.html gets it, for a card ("event-card") or an item of the list ("event-item"). Card,
// Head and Body are made once per case; the rest depends on what is known.
type eventView struct {
	*page.Page
	ID       string
	Domains  []page.Domain // the first one gives the colour
	Mark     string        // the kind's English name: happening, signal, contact, help, strength, or missed
	When     string
	Name     string
	Kind     string // in words, such as "signaal, niet opgepakt"; empty for a plain happening
	Change   *changeView
	Text     template.HTML
	CardText template.HTML // the same for a card: without links
	Known    string        // who knew it at the time
	Source   string        // whose account it is; empty when not said
	Round    int
	Card     int // its number in the deck

	CardHTML, Head, Body template.HTML

	Rail                                   template.HTML // its part of the list's drawing
	Lane                                   template.HTML // the ribbon of its card
	Pause                                  string        // "veertien jaar later", below the event
	CausedBy, LeadsTo, Answers, AnsweredBy []page.Link
	Traits                                 *traits     // what the life map's filter chooses by; nil elsewhere
	TurnedFor                              []page.Link // the reflections that it turned; only where they may be known

	Item template.HTML // its item of the list, ready made; empty where a template of the site's own makes it

	event *casebook.Event
}

// changeView is a value that an event changed.
type changeView struct{ From, To, What string }

// shared is what the pages of one case share. It is filled by the first of them that needs it, and held by them alone: when the last is
// made it goes, so that memory does not grow with the number of cases.
type shared struct {
	once   sync.Once
	events map[*casebook.Event]*eventView
	err    error

	drawOnce sync.Once
	last     pictures // after the last round

	mu    sync.Mutex
	items map[itemKey]template.HTML
}

// itemKey is what may differ between the items of one event in the lists of several rounds. Most do not: what was known in a
// round is told the same way in the next, so that two of three items need not be made again.
type itemKey struct {
	event             *casebook.Event
	body, rail        template.HTML // links in the body differ on the case's first page, which stands higher
	pause, kind, refs string
	traits            bool // the life map's
}

// item makes the item of an event, or gives the one that another page had made.
func (p maker) item(v *eventView) template.HTML {
	if p.Templates.Own("_event.html") || p.shared == nil {
		return ""
	}
	var refs strings.Builder
	for _, links := range [][]page.Link{v.CausedBy, v.LeadsTo, v.Answers, v.AnsweredBy, v.TurnedFor} {
		for _, l := range links {
			refs.WriteString(l.Href + "\x00" + l.Text + "\x00")
		}
		refs.WriteByte(1)
	}
	key := itemKey{v.event, v.Body, v.Rail, v.Pause, v.Kind, refs.String(), v.Traits != nil}
	p.shared.mu.Lock()
	html, made := p.shared.items[key]
	p.shared.mu.Unlock()
	if made {
		return html
	}
	html = page.Partial(p.Page, "event-item", v)
	p.shared.mu.Lock()
	defer p.shared.mu.Unlock()
	if p.shared.items == nil {
		p.shared.items = map[itemKey]template.HTML{}
	}
	p.shared.items[key] = html
	return html
}

// eventsOf gives the views of a case's events, with their HTML ready. All pages one folder below the case's own
// (rounds, life map, deck) share them; the case's first page stands higher, so that its links differ, and makes its own
// few.
func (p maker) eventsOf(c *casebook.Case) map[*casebook.Event]*eventView {
	if p.Address == p.At.Of(&c.Doc) {
		return p.eventViews(c, 0)
	}
	s := p.shared
	s.once.Do(func() {
		below := maker{p.Renderer.Page(p.At.Round(c, 1), ""), p.site, s}
		s.events, s.err = below.eventViews(c, c.LastRound()), page.Err(below.Page)
	})
	if s.err != nil {
		p.Fail(s.err)
	}
	return s.events
}

// cards gives the cards of a case, for the deck.
func (p maker) cards(c *casebook.Case) map[*casebook.Event]template.HTML {
	cards := make(map[*casebook.Event]template.HTML, len(c.Events))
	for e, v := range p.eventsOf(c) {
		cards[e] = v.CardHTML
	}
	return cards
}

// eventViews makes the views of the events that are known after a round.
func (p maker) eventViews(c *casebook.Case, round int) map[*casebook.Event]*eventView {
	views := make(map[*casebook.Event]*eventView, len(c.Events))
	for _, e := range c.Events {
		if e.Round <= round {
			views[e] = p.eventView(e)
		}
	}
	return views
}

func (p maker) eventView(e *casebook.Event) *eventView {
	v := &eventView{
		Page: p.Page, event: e, ID: e.ID.V, Mark: e.Kind.String(), When: e.When.Label(p.Words), Name: e.Title.V,
		Kind: p.kindOnCard(e), Round: e.Round, Card: e.Card,
		Text: page.ProseAt(p.Page, e.Text, e.Round, e.Case), CardText: page.CardProse(p.Page, e), Known: comma(casebook.Strings(e.KnownBy)),
	}
	if e.Missed() {
		v.Mark = "missed"
	}
	for _, d := range e.Domains {
		if d.To != nil {
			v.Domains = append(v.Domains, page.Domain{Name: casebook.Capitalize(d.To.Name.V), N: d.To.N})
		}
	}
	if e.Source != casebook.SourceUnsaid {
		v.Source = p.T("source." + e.Source.String())
	}
	if c := e.Change; c != nil {
		v.Change = &changeView{c.From.V, c.To.V, casebook.MeasureText(c, p.Words)}
	}
	v.Lane = p.lane(e)
	v.CardHTML = page.Partial(p.Page, "event-card", v)
	v.Head, v.Body = page.Partial(p.Page, "event-head", v), page.Partial(p.Page, "event-body", v)
	return v
}

// Class gives the event its colour: that of its first domain.
func (v *eventView) Class() string {
	if len(v.Domains) == 0 {
		return ""
	}
	return v.Domains[0].Class()
}

// kindOnCard is the kind alone: a card on the table does not say yet how a signal ended.
func (p maker) kindOnCard(e *casebook.Event) string {
	switch {
	case e.Kind == casebook.Happening:
		return ""
	case e.Kind == casebook.Signal:
		return p.T("page.kind.signal")
	}
	return casebook.KindText(e, e.Round, p.Words)
}

func comma(words []string) string { return strings.Join(words, ", ") }
