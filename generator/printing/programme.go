package printing

import (
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/printing/sheets"
)

// programme is the programme of a session (_programme.html).
type programme struct {
	Clock   bool // whether times are times of day; otherwise minutes, if the session has no begin
	Minutes bool // whether the durations of the parts are shown
	Rows    []programmeRow
}

// programmeRow is one line of a programme. Round is empty if Part contains the name of the
// round.
type programmeRow struct {
	Time, Part, Method, Round string
	Minutes                   int
}

// newProgramme returns the programme of a session, with times counted from its begin. A
// session with one case and no programme goes through the rounds of that case; with several
// cases and no programme, the result has no rows.
func newProgramme(p sheets.Base, x *casebook.Session) programme {
	items := x.Programme
	if cases := sessionCases(x); len(items) == 0 && len(cases) == 1 {
		for _, r := range cases[0].Rounds {
			items = append(items, casebook.Item{Minutes: r.Minutes, Round: r.N, Part: r.Name})
		}
	}
	run := programme{Clock: x.Begin >= 0}
	passed := 0
	for _, i := range items {
		row := programmeRow{Time: timeAfter(p, x, passed), Part: i.Part.V, Method: i.Method.V, Minutes: i.Minutes}
		if name := p.T("paper.round", "n", i.Round); i.Round >= 0 && !strings.Contains(strings.ToLower(row.Part), strings.ToLower(name)) {
			row.Round = name
		}
		run.Rows = append(run.Rows, row)
		passed += i.Minutes
	}
	if len(run.Rows) > 0 && passed > 0 {
		run.Rows = append(run.Rows, programmeRow{Time: timeAfter(p, x, passed), Part: p.T("paper.pack.end")})
	}
	return run
}

func timeAfter(p sheets.Base, x *casebook.Session, minutes int) string {
	if x.Begin < 0 {
		return strconv.Itoa(minutes)
	}
	return (x.Begin + casebook.Clock(minutes)).Label(p.Words)
}

// minuteSpan is a period, in minutes from a start.
type minuteSpan struct{ From, To int }

// roundTimes returns when the rounds of a case take place in a session, in minutes from its
// begin, by round; nil if that is not known. A programme that goes through the rounds once
// is valid for all tables. If it does so more than once, it is not known which case each
// pass is for, so a case has times only if its rounds match exactly one pass.
func roundTimes(x *casebook.Session, c *casebook.Case) map[int]minuteSpan {
	passes := programmePasses(x)
	if len(passes) > 1 {
		passes = slices.DeleteFunc(passes, func(pass map[int]minuteSpan) bool {
			_, last := pass[c.LastRound()]
			return len(pass) != len(c.Rounds) || !last
		})
	}
	if len(passes) != 1 {
		return nil
	}
	return passes[0]
}

// programmePasses splits a programme where the round number decreases, and returns the
// times of the rounds of each pass.
func programmePasses(x *casebook.Session) []map[int]minuteSpan {
	var passes []map[int]minuteSpan
	passed, last := 0, 0
	for _, i := range x.Programme {
		from := passed
		passed += i.Minutes
		if i.Round < 0 {
			continue
		}
		if len(passes) == 0 || i.Round < last {
			passes = append(passes, map[int]minuteSpan{})
		}
		last = i.Round
		pass := passes[len(passes)-1]
		if begun, ok := pass[i.Round]; ok {
			from = begun.From
		}
		pass[i.Round] = minuteSpan{from, passed}
	}
	return passes
}
