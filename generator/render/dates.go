package render

import (
	"fmt"
	"strconv"

	"casusboek/generator/casebook"
)

// date prints a day in words: "14 november 2026". Empty for the zero date.
func (p *Page) date(d casebook.Date) string {
	if d.IsZero() {
		return ""
	}
	month := p.T("when.month.m" + strconv.Itoa(int(d.Month())))
	return p.T("when.day", "day", d.Day(), "month", month, "year", d.Year())
}

// hours prints a session's time of day, "13.30 tot 15.00 uur"; from its begin alone when the programme has no minutes. Empty without a begin.
func (p *Page) hours(s *casebook.Session) string {
	if s.Begin < 0 {
		return ""
	}
	minutes := 0
	for _, item := range s.Programme {
		minutes += item.Minutes
	}
	if minutes == 0 {
		return p.T("page.session.from", "begin", p.clock(s.Begin))
	}
	return p.T("page.session.hours", "begin", p.clock(s.Begin), "end", p.clock(s.Begin+casebook.Clock(minutes)))
}

func (p *Page) clock(c casebook.Clock) string {
	return fmt.Sprintf("%d%s%02d", c/60%24, p.T("page.session.clock"), c%60)
}
