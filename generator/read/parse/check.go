package parse

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Limits of what fits on a card and in a first impression.
const (
	longestTitle   = 60 // characters
	longestSummary = 60 // words
)

// highestUnnamed is the last round of a case that names no rounds. Talks have four or five: a higher number is a slip, and each round is a page.
const highestUnnamed = 20

func eventLabel(e *casebook.Event) string {
	if !e.ID.IsZero() {
		return e.ID.V
	}
	return e.Title.V
}

// idForm reports an id that could not stand in an address.
func (d *decoder) idForm(t casebook.Text) bool {
	slug := casebook.Slug(t.V)
	if slug == t.V {
		return true
	}
	variant := ""
	if slug == "" {
		variant = "none"
	}
	d.addVariant(diag.IDForm, variant, t.Pos, "id", t.V, "slug", slug)
	return false
}

func checkEvent(d *decoder, e *casebook.Event, at whereKey) {
	if !e.ID.IsZero() && !d.idForm(e.ID) {
		// Others name it by what it should have been.
		if slug := casebook.Slug(e.ID.V); slug != "" {
			e.ID.V = slug
		} else {
			d.gaps = true
		}
	}
	if n := utf8.RuneCountInString(e.Title.V); n > longestTitle {
		d.add(diag.TitleLong, e.Title.Pos, "n", strconv.Itoa(n), "max", strconv.Itoa(longestTitle))
	}
	if e.PickedUp != casebook.Unsaid && e.Kind != casebook.Signal {
		d.add(diag.PickedUpKind, at("opgepakt"), "key", d.name("opgepakt", "picked_up"), "kind", d.name("soort: signaal", "kind: signal"))
	}
	if e.Held != casebook.Unsaid && e.Kind != casebook.Contact {
		d.add(diag.HeldKind, at("gehouden"), "key", d.name("gehouden", "held"), "kind", d.name("soort: contact", "kind: contact"))
	}
}

func checkCase(d *decoder, c *casebook.Case, _ whereKey) {
	for i := range c.Rounds {
		c.Rounds[i].N = i
	}
	if n := len(strings.Fields(c.Summary.V)); n > longestSummary {
		d.add(diag.SummaryLong, c.Summary.Pos, "n", strconv.Itoa(n), "max", strconv.Itoa(longestSummary))
	}
	for _, r := range c.Rounds {
		d.sameNames(r.Choices)
	}
	d.eventIDs(c)
	d.oneAxis(c)
	for _, e := range c.Events {
		d.roundKnown(c, e.Round, e.RoundAt)
	}
	for _, t := range c.Network {
		d.roundKnown(c, t.Round, t.Pos)
	}
	for _, l := range c.Dilemmas {
		d.roundKnown(c, l.Round, l.Pos)
	}
}

// roundKnown reports a round that the case does not have. A case that names no rounds has those that it uses.
func (d *decoder) roundKnown(c *casebook.Case, round int, at diag.Pos) {
	last, variant := c.LastRound(), ""
	if len(c.Rounds) == 0 {
		last, variant = highestUnnamed, "none"
	}
	if round > last {
		d.addVariant(diag.RoundUnknown, variant, at, "round", strconv.Itoa(round), "last", strconv.Itoa(last), "key", d.name("rondes", "rounds"))
	}
}

// eventIDs gives events without an id one from their title, and reports ids that are used twice.
func (d *decoder) eventIDs(c *casebook.Case) {
	first := map[string]*casebook.Event{}
	for _, e := range c.Events {
		if e.ID.IsZero() {
			continue
		}
		if other, taken := first[e.ID.V]; taken {
			d.addVariant(diag.IDDuplicate, "event", e.ID.Pos, "id", e.ID.V, "line", strconv.Itoa(int(other.ID.Pos.Line)), "other", other.ID.Pos.String())
			continue
		}
		first[e.ID.V] = e
	}
	for _, e := range c.Events {
		if !e.ID.IsZero() {
			continue
		}
		slug := casebook.Slug(e.Title.V)
		if slug == "" {
			slug = d.name("kaart", "card") // a title without a letter that an address can have
		}
		id := slug
		for n := 2; first[id] != nil; n++ {
			id = slug + "-" + strconv.Itoa(n)
		}
		e.ID = casebook.Text{V: id, Pos: e.Title.Pos}
		first[id] = e
	}
}

// oneAxis reports events that count in another kind of time than the first one does.
func (d *decoder) oneAxis(c *casebook.Case) {
	var first *casebook.Event
	for _, e := range c.Events {
		switch {
		case e.When.Axis == casebook.NoAxis || e.When.Axis == casebook.Offset:
		case first == nil:
			first = e
		case e.When.Axis != first.When.Axis:
			d.add(diag.AxisMixed, e.When.Pos, "value", e.When.Written, "first", first.When.Written,
				"line", strconv.Itoa(int(first.When.Pos.Line)), "other", first.When.Pos.String())
		}
	}
}

// checkReflection waits for the body, since pull quotes must stand in it. A quote that begins within a sentence may get a capital.
// Of a reflection that was withdrawn nothing needs to be left but that.
func checkReflection(d *decoder, r *casebook.Reflection, _ whereKey) {
	if !r.Consent.Withdrawn.IsZero() && r.Headline.IsZero() {
		d.problems = slices.DeleteFunc(d.problems, func(p diag.Problem) bool { return p.Rule == diag.FieldMissing })
	}
	d.later = append(d.later, func() {
		body := plainest(r.Body.Plain)
		for _, q := range r.PullQuotes {
			quote := plainest(q.V)
			first, size := utf8.DecodeRuneInString(quote)
			if !strings.Contains(body, quote) && !strings.Contains(body, string(unicode.ToLower(first))+quote[size:]) {
				d.add(diag.PullQuoteGone, q.Pos, "quote", q.V)
			}
		}
	})
}

// plainest evens out what typography changes, so that a quote typed with straight quotation marks is found.
func plainest(text string) string {
	text = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "„", `"`, "…", "...", "—", "-", "–", "-", "--", "-", "\u00a0", " ").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

// sameNames reports names that occur twice where each must be told from the others.
func (d *decoder) sameNames(names []casebook.Text) {
	first := map[string]casebook.Text{}
	for _, name := range names {
		slug := casebook.Slug(name.V)
		if other, taken := first[slug]; taken && slug != "" {
			d.addVariant(diag.IDDuplicate, "name", name.Pos, "id", name.V, "other", other.Pos.String())
			continue
		}
		first[slug] = name
	}
}

// checkConsent warns of dates that can only be a slip, since they keep a reflection off the site without a word. Dates to come are for link to tell.
func checkConsent(d *decoder, c *casebook.Consent, _ whereKey) {
	switch {
	case c.Given.IsZero() && !c.Until.IsZero():
		d.addVariant(diag.ConsentDates, "given", c.Until.Pos)
	case !c.Until.IsZero() && c.Until.Before(c.Given.Time):
		d.add(diag.ConsentDates, c.Until.Pos)
	case !c.Withdrawn.IsZero() && c.Withdrawn.Before(c.Given.Time):
		d.addVariant(diag.ConsentDates, "withdrawn", c.Withdrawn.Pos)
	}
}

func checkTheme(d *decoder, t *casebook.Theme, at whereKey) {
	if n := len(t.Poles); n != 0 && n != 2 {
		d.addVariant(diag.ValueType, "poles", at("polen"), "key", d.name("polen", "poles"), "n", strconv.Itoa(n))
	}
}
