package resolve

import (
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// resolveSessions checks what a session says of its groups, rounds and votes, and counts the cases of its groups among its own.
func (r *resolver) resolveSessions() {
	for _, s := range r.book.Sessions {
		r.resolveSession(s)
	}
}

func (r *resolver) resolveSession(s *casebook.Session) {
	for _, group := range s.Groups {
		if group.Case.To != nil && !slices.Contains(found(s.Cases), group.Case.To) {
			s.Cases = append(s.Cases, group.Case)
		}
	}
	for _, item := range s.Programme {
		if item.Round >= 0 {
			r.checkRound(item.Pos, item.Round, found(s.Cases)...)
		}
	}
	for i := range s.Tallies {
		r.checkTally(s, &s.Tallies[i])
	}
	r.checkOrder(s)
}

// checkTally checks the votes of a group, or of the whole room, against the choices of their round.
func (r *resolver) checkTally(s *casebook.Session, tally *casebook.Tally) {
	cases := found(s.Cases)
	if !tally.Group.IsZero() {
		group := groupOf(s, tally.Group)
		if group == nil && s.Gaps {
			return
		}
		if group == nil {
			var names []string
			for _, g := range s.Groups {
				names = append(names, g.Name.V)
			}
			r.report(diag.GroupUnknown, "", tally.Group, names)
			return
		}
		if group.Case.To != nil {
			cases = []*casebook.Case{group.Case.To}
		}
	}
	if len(cases) == 0 || anyGaps(cases) {
		return
	}
	before := len(r.problems)
	if r.checkRound(tally.Pos, tally.Round, cases...); len(r.problems) > before {
		return
	}
	known := choicesOf(cases, tally.Round)
	for i, count := range tally.Counts {
		choice := knownName(known, count.Choice.V)
		switch {
		case choice != "":
			tally.Counts[i].Choice.V = choice
		case len(known) == 0:
			r.problems.AddVariant(diag.ChoiceUnknown, "none", count.Choice.Pos, "id", count.Choice.V, "n", strconv.Itoa(tally.Round))
		default:
			r.report(diag.ChoiceUnknown, "", count.Choice, known, "n", strconv.Itoa(tally.Round))
		}
	}
}

// groupOf gives the group of a session by its name, however it is capitalised; nil when there is none.
func groupOf(s *casebook.Session, name casebook.Text) *casebook.Group {
	for i := range s.Groups {
		if casebook.Slug(s.Groups[i].Name.V) == casebook.Slug(name.V) {
			return &s.Groups[i]
		}
	}
	return nil
}

func choicesOf(cases []*casebook.Case, round int) []string {
	var choices []string
	for _, c := range cases {
		if round < len(c.Rounds) {
			for _, choice := range c.Rounds[round].Choices {
				choices = append(choices, choice.V)
			}
		}
	}
	return choices
}

// knownName gives a name as the case spells it, "" when it does not have it.
func knownName(names []string, name string) string {
	slug := casebook.Slug(name)
	for _, known := range names {
		if strings.EqualFold(known, name) || slug != "" && casebook.Slug(known) == slug {
			return known
		}
	}
	return ""
}

// checkOrder reports reflections in volgorde that are of another session, and takes them out.
func (r *resolver) checkOrder(s *casebook.Session) {
	s.Order = slices.DeleteFunc(s.Order, func(ref casebook.Ref[casebook.Reflection]) bool {
		foreign := ref.To != nil && ref.To.Session.To != s
		if foreign && !ref.To.Gaps {
			r.problems.Add(diag.OrderForeign, ref.ID.Pos, "id", ref.ID.V, "session", s.ID, "place", ref.To.Pos.String())
		}
		return foreign
	})
}
