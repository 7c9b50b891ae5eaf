package guard

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/risk"
	"casusboek/generator/lang"
)

// Story is how many people fit what a case tells of its main person.
type Story struct {
	Case     *casebook.Case
	Told     bool // the author said what the story tells
	Estimate risk.Estimate
	Limit    risk.Limit
	Allowed  bool // below the limit, and allowed to be
}

// Enough reports whether enough people fit.
func (s Story) Enough() bool { return s.Told && s.Estimate.Reaches(s.Limit) }

// stories estimates the cases that tell of somebody real. special tells of each file whether it speaks of health, crime, ethnicity, religion or sexuality.
func (b *checks) stories(special map[string]bool) ([]Story, []Unanswered) {
	var stories []Story
	var open []Unanswered
	for _, c := range b.Book.Cases {
		s, found := b.story(c, special[c.Pos.File])
		open = append(open, found...)
		if c.Origin != casebook.Fictional {
			stories = append(stories, s)
		}
	}
	return stories, open
}

// story estimates one case; an invented one has no story to estimate, and its traits are only looked up.
func (b *checks) story(c *casebook.Case, special bool) (Story, []Unanswered) {
	var open []Unanswered
	traits := traitsOf(c)
	e, unknown := risk.EstimateFor(traits)
	for _, id := range unknown {
		open = append(open, unknownTrait(c, id))
	}
	if c.Origin == casebook.Fictional {
		return Story{}, open
	}
	s := Story{Case: c, Told: len(traits) > len(unknown), Estimate: e, Limit: risk.SiteLimit}
	if special {
		s.Limit = risk.SpecialLimit
	}
	problem := diag.Problem{Pos: c.Title.Pos, Rule: diag.RiskUntold, Args: []diag.Arg{{Name: "case", Value: c.Title.V}}}
	if s.Told && !s.Enough() {
		value := describe(traits)
		s.Allowed = b.given.Allow(diag.PrivacyRisk, c.Pos.File, value)
		problem = diag.Problem{Pos: traitsPos(c), Rule: diag.PrivacyRisk, Level: diag.Orange, Args: []diag.Arg{
			{Name: "low", Value: People(e.Low)},
			{Name: "high", Value: People(e.High)},
			{Name: "limit", Value: strconv.Itoa(int(s.Limit))},
			{Name: "advice", Value: b.advice(s)},
			{Name: "masked", Value: value},
		}}
		if !s.Allowed {
			open = append(open, Unanswered{Document: c.Pos.File, Value: value, Problem: problem})
		}
	} else if !s.Told && c.Origin != casebook.OriginUnknown && !c.Gaps {
		open = append(open, Unanswered{Document: c.Pos.File, Problem: problem})
	}
	return s, open
}

func traitsOf(c *casebook.Case) []risk.Trait {
	var traits []risk.Trait
	for _, t := range c.Traits {
		traits = append(traits, risk.Trait{ID: t.V})
	}
	for _, r := range c.Rare {
		traits = append(traits, risk.Trait{Own: r.What.V, OneIn: float64(r.OneIn)})
	}
	return traits
}

// traitsPos is where the traits are told.
func traitsPos(c *casebook.Case) diag.Pos {
	if len(c.Traits) > 0 {
		return c.Traits[0].Pos
	}
	return c.Rare[0].Pos
}

func describe(traits []risk.Trait) string {
	var words []string
	for _, t := range traits {
		words = append(words, t.ID+t.Own)
	}
	slices.Sort(words)
	return strings.Join(words, ", ")
}

// unknownTrait is a word that the table of traits does not have.
func unknownTrait(c *casebook.Case, id string) Unanswered {
	var ids []string
	for _, s := range risk.Steps() {
		ids = append(ids, s.ID)
	}
	p := diag.Problem{Rule: diag.TraitUnknown, Args: []diag.Arg{{Name: "trait", Value: id}}}
	if i := lang.Nearest(id, ids); i >= 0 {
		p.Variant, p.Args = "near", append(p.Args, diag.Arg{Name: "near", Value: ids[i]})
	}
	for _, t := range c.Traits {
		if t.V == id {
			p.Pos = t.Pos
		}
	}
	return Unanswered{Document: c.Pos.File, Problem: p}
}

// mostAdvice is how many ways out a message names.
const mostAdvice = 3

// advice names the ways in which a story could be told less precisely, and what each would give.
func (b *checks) advice(s Story) string {
	var ways []string
	for _, c := range s.Estimate.LeastChanges(s.Limit) {
		if len(ways) < mostAdvice {
			ways = append(ways, Advice(s.Estimate, c, b.Book.Site.Lang))
		}
	}
	return strings.Join(ways, "; ")
}

// Way says one way to tell a story less precisely: "een gemeente ... → een provincie", or "een weduwe → weglaten".
func Way(c risk.Coarser, language string) string {
	from, to := c.From.Own, "weglaten"
	if language == "en" {
		to = "leave it out"
	}
	if step, ok := risk.StepByID(c.From.ID); ok {
		from = label(step, language)
	}
	if c.To != nil {
		to = label(*c.To, language)
	}
	return from + " → " + to
}

// Advice is a way with what it gives: how many people would fit, or how many times as many where that is still not one.
func Advice(e risk.Estimate, c risk.Coarser, language string) string {
	if c.Low < 1 {
		return Way(c, language) + ": × " + People(c.Low/e.Low)
	}
	return Way(c, language) + ": " + People(e.Low) + " → " + People(c.Low)
}

func label(s risk.Step, language string) string {
	if language == "en" {
		return s.EN
	}
	return s.NL
}

// People rounds a number of people as far as it means anything: two figures.
func People(n float64) string {
	switch {
	case n < 1:
		return "<1"
	case n < 10:
		return strconv.Itoa(int(math.Round(n)))
	}
	unit := math.Pow(10, math.Floor(math.Log10(n))-1)
	return strconv.Itoa(int(math.Round(n/unit) * unit))
}
