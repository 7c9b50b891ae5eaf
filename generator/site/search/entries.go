package search

import (
	"slices"
	"strings"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// kind is what a reader finds. The order is that of the numbers that everybody may find, and templates/script/search.js
// knows it too.
type kind int

const (
	cases kind = iota
	events
	reflections
	sessions
	themes
	organisations
	pages
	guides // what only a facilitator reads
	kinds
)

// Kinds are the names of the kinds in the order of their numbers, for the words of the page.
var Kinds = [kinds]string{"cases", "events", "reflections", "sessions", "themes", "organisations", "pages", "guides"}

// entry is what can be found. Title, names and body are looked through, in this order of weight; label is only shown.
type entry struct {
	kind   kind
	page   address.Path // of a case for its events, which stand on several pages
	anchor string
	round  int // of an event
	title  string
	label  string // below the title
	names  string // what it is called besides; a part of the label
	lead   string // weighs as much as names
	body   string
}

// newBook lists all entries: first what everybody may find, kind by kind, then what the rounds of each case tell.
func newBook(cleared clearedBook, o Options) *book {
	b := &book{at: address.In(o.Words.Lang), said: o.Words}
	in := cleared.Book()
	var open [kinds][]entry
	add := func(e entry) { open[e.kind] = append(open[e.kind], e) }
	locked := map[*casebook.Case]*lockedEntries{}
	for _, c := range in.Cases {
		add(b.caseEntry(c))
		locked[c] = &lockedEntries{}
		for _, e := range c.Deck {
			if e.Round == 0 {
				add(b.eventEntry(e))
			} else {
				locked[c].add(e.Round, b.eventEntry(e), nil)
			}
		}
		if c.Facilitation != nil {
			add(b.guideEntry(c))
		}
	}
	for _, r := range in.Reflections {
		first, others := tells(r)
		if first == nil {
			add(b.reflectionEntry(r))
		} else {
			locked[first].add(r.AfterRound, b.reflectionEntry(r), others)
		}
	}
	b.others(in, add)
	for k, all := range open {
		b.open[k] = len(all)
		b.entries = append(b.entries, all...)
	}
	for _, c := range in.Cases {
		b.lock(c, locked[c])
	}
	b.lexicon = lexiconOf(o.Words.Lang)
	return b
}

// clearedBook is a guard.Cleared.
type clearedBook interface{ Book() *casebook.Book }

// others adds what is about no case in particular.
func (b *book) others(in *casebook.Book, add func(entry)) {
	for _, s := range in.Sessions {
		add(b.sessionEntry(s))
	}
	for _, t := range in.Themes {
		add(b.of(themes, &t.Doc, entry{
			title: t.Title.V, label: join(" · ", join(" – ", casebook.Strings(t.Poles)...), join(", ", casebook.Strings(t.Synonyms)...)),
			names: join(" ", append(casebook.Strings(t.Poles), casebook.Strings(t.Synonyms)...)...), body: t.Body.Plain,
		}))
	}
	for _, o := range in.Organisations {
		add(b.of(organisations, &o.Doc, entry{title: o.Title.V, label: join(", ", o.Type.V, o.Place.V), names: join(" ", o.Type.V, o.Place.V), body: o.Body.Plain}))
	}
	for _, p := range in.Pages {
		add(b.of(pages, &p.Doc, entry{title: p.Title.V, body: p.Body.Plain}))
	}
}

// of completes the entry of a document.
func (b *book) of(k kind, d *casebook.Doc, e entry) entry {
	e.kind, e.page = k, b.at.Of(d)
	return e
}

func (b *book) caseEntry(c *casebook.Case) entry {
	return b.of(cases, &c.Doc, entry{title: c.Title.V, label: c.Pseudonym.V, names: c.Pseudonym.V, lead: c.Summary.V, body: join("\n", c.MainQuestion.V, c.Body.Plain)})
}

func (b *book) eventEntry(e *casebook.Event) entry {
	label := []string{e.Case.Title.V, e.When.Label(b.said)}
	if e.Round > 0 {
		label = append(label, b.said.T("page.round.n-low", "n", number(e.Round)))
	}
	return b.of(events, &e.Case.Doc, entry{anchor: e.ID.V, round: e.Round, title: e.Title.V, label: join(" · ", label...), body: e.Text.Plain})
}

// reflectionEntry leads to the quote when that is behind a round, so that the page opens it.
func (b *book) reflectionEntry(r *casebook.Reflection) entry {
	e := entry{title: r.Headline.V, body: join("\n", r.Body.Plain, r.FirstImpression.V, r.LaterJudgement.V, r.Advice.V)}
	if r.AfterRound > 0 {
		e.anchor = casebook.QuoteID
		if first, _ := tells(r); first == nil { // of no case that can be read first: only its headline gives nothing away
			e.body = ""
		}
	}
	e.label = join(", ", person(r)...)
	e.names = e.label
	return b.of(reflections, &r.Doc, e)
}

// person is who said a reflection, as far as that may be known.
func person(r *casebook.Reflection) []string {
	var parts []string
	named := r.Display == casebook.ShowName
	if named {
		parts = append(parts, r.Participant.Name())
	}
	if named || r.Display == casebook.ShowRole {
		parts = append(parts, r.Role.V)
	}
	if o := r.Organisation.To; o != nil && (named || r.Display == casebook.ShowOrganisation) {
		parts = append(parts, o.Title.V)
	}
	return parts
}

func (b *book) sessionEntry(s *casebook.Session) entry {
	e := entry{title: s.Heading(), label: join(" · ", s.Date.Label(b.said), s.Place.V), names: join(" ", s.Place.V, s.Series.V, s.Organiser.V)}
	if e.title != s.Title.V {
		e.label, e.names = join(" · ", s.Title.V, e.label), join(" ", s.Title.V, e.names)
	}
	e.body = join("\n", append(append([]string{s.Body.Plain}, casebook.Strings(s.Statements)...), casebook.Strings(s.Results)...)...)
	return b.of(sessions, &s.Doc, e)
}

// guideEntry is there in the facilitator's edition alone: the guard has emptied it in the other.
func (b *book) guideEntry(c *casebook.Case) entry {
	f := c.Facilitation
	texts := slices.Concat([]string{f.Outcome.V}, casebook.Strings(f.Insights), casebook.Strings(f.Pitfalls), casebook.Strings(f.Rounds), casebook.Strings(f.Debrief))
	return entry{kind: guides, page: b.at.Guide(c), title: c.Title.V, label: b.said.T("page.paper.guide"), body: join("\n", texts...)}
}

// tells gives the cases that a reflection gives away, the first of them apart; none when it gives nothing away, or no
// case that is published.
func tells(r *casebook.Reflection) (first *casebook.Case, others []*casebook.Case) {
	if r.AfterRound == 0 {
		return nil, nil
	}
	var all []*casebook.Case
	if card := r.TurningCard.To; card != nil {
		all = append(all, card.Case)
	}
	for _, ref := range r.Cases {
		if ref.To != nil && !slices.Contains(all, ref.To) {
			all = append(all, ref.To)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	return all[0], all[1:]
}

// lockedEntries are those of one case, by round.
type lockedEntries struct {
	rounds []roundEntries
}

type roundEntries struct {
	events, reflections []entry
	others              [][]*casebook.Case // of each reflection
}

func (l *lockedEntries) add(round int, e entry, others []*casebook.Case) {
	for len(l.rounds) < round {
		l.rounds = append(l.rounds, roundEntries{})
	}
	r := &l.rounds[round-1]
	if e.kind == events {
		r.events = append(r.events, e)
		return
	}
	r.reflections, r.others = append(r.reflections, e), append(r.others, others)
}

// lock numbers what the rounds of a case tell.
func (b *book) lock(c *casebook.Case, l *lockedEntries) {
	if len(l.rounds) == 0 {
		return
	}
	k := lockedCase{of: c, first: len(b.entries)}
	for n, r := range l.rounds {
		k.counts = append(k.counts, len(r.events), len(r.reflections))
		b.entries = append(b.entries, r.events...)
		for i, e := range r.reflections {
			if len(r.others[i]) > 0 {
				k.also = append(k.also, alsoLocked{len(b.entries), n + 1, r.others[i]})
			}
			b.entries = append(b.entries, e)
		}
	}
	b.locked = append(b.locked, k)
}

// join joins what is not empty.
func join(between string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return s == "" }), between)
}
