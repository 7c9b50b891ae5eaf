package session

import (
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/paper/sheet"
)

// programme is the run of a session (_programme.html).
type programme struct {
	Clock   bool // times are times of day; otherwise minutes from the start, as the session does not say when it begins
	Minutes bool // each part says how long it takes
	Rows    []programmeRow
}

// programmeRow is one line of a programme. Round is empty when the part names its round itself.
type programmeRow struct {
	Time, Part, Method, Round string
	Minutes                   int
}

// programmeOf gives a session's run with times counted from its begin. A session without a programme runs through the
// rounds of its case; with several cases nobody knows how it runs.
func programmeOf(p sheet.Maker, x *casebook.Session) programme {
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

func timeAfter(p sheet.Maker, x *casebook.Session, minutes int) string {
	if x.Begin < 0 {
		return strconv.Itoa(minutes)
	}
	return (x.Begin + casebook.Clock(minutes)).Label(p.Words)
}

// span is a stretch of time, in minutes from a start.
type span struct{ From, To int }

// timesIn tells when a session plays the rounds of a case, in minutes from its begin; nil when that is not known. A
// programme that goes through the rounds once is that of all tables. One that does so more often says nothing of whose
// turn it is, so a case has times only when its rounds fit in one place and no other.
func timesIn(x *casebook.Session, c *casebook.Case) map[int]span {
	passes := passesOf(x)
	if len(passes) > 1 {
		passes = slices.DeleteFunc(passes, func(pass map[int]span) bool {
			_, last := pass[c.LastRound()]
			return len(pass) != len(c.Rounds) || !last
		})
	}
	if len(passes) != 1 {
		return nil
	}
	return passes[0]
}

// passesOf cuts a programme where its rounds begin anew, and gives when each of them is played.
func passesOf(x *casebook.Session) []map[int]span {
	var passes []map[int]span
	passed, last := 0, 0
	for _, i := range x.Programme {
		from := passed
		passed += i.Minutes
		if i.Round < 0 {
			continue
		}
		if len(passes) == 0 || i.Round < last {
			passes = append(passes, map[int]span{})
		}
		last = i.Round
		pass := passes[len(passes)-1]
		if begun, ok := pass[i.Round]; ok {
			from = begun.From
		}
		pass[i.Round] = span{from, passed}
	}
	return passes
}
