package casebook

import (
	"fmt"
	"strconv"

	"casusboek/generator/lang"
)

// Label returns the day in words, "14 november 2026"; "" for the zero date.
func (d Date) Label(words *lang.Catalogue) string {
	if d.IsZero() {
		return ""
	}
	month := words.T("when.month.m" + strconv.Itoa(int(d.Month())))
	return words.T("when.day", "day", strconv.Itoa(d.Day()), "month", month, "year", strconv.Itoa(d.Year()))
}

// Label returns the time of day as the language writes it, "13.30". Hours are modulo 24.
func (c Clock) Label(words *lang.Catalogue) string {
	return fmt.Sprintf("%d%s%02d", c/60%24, words.T("page.session.clock"), c%60)
}

// Hours returns the session's time of day, "13.30 tot 15.00 uur"; only its begin when the
// programme has no minutes; "" without a begin.
func (s *Session) Hours(words *lang.Catalogue) string {
	if s.Begin < 0 {
		return ""
	}
	minutes := s.Minutes()
	if minutes == 0 {
		return words.T("page.session.from", "begin", s.Begin.Label(words))
	}
	return words.T("page.session.hours", "begin", s.Begin.Label(words), "end", (s.Begin + Clock(minutes)).Label(words))
}

// Minutes returns the length of the programme; 0 when it has no minutes.
func (s *Session) Minutes() int {
	minutes := 0
	for _, item := range s.Programme {
		minutes += item.Minutes
	}
	return minutes
}
