package importing

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	isoDay   = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T,].*)?$`)
	otherDay = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[ T,].*)?$`)
)

// order is which number of 11/12/2026 is the day.
type order uint8

const (
	unsure order = iota
	dayFirst
	monthFirst
)

// orderOf finds the order in which a column writes its days. With hyphens or points it is the Dutch one. With strokes it may be the American one, which only a number above 12 tells; a column in which
// none does, or in which both do, is not guessed at.
func orderOf(column []string) order {
	first, second, strokes := false, false, false
	for _, text := range column {
		m := otherDay.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil {
			continue
		}
		strokes = strokes || m[2] == "/"
		first = first || number(m[1]) > 12
		second = second || number(m[3]) > 12
	}
	switch {
	case first && second:
		return unsure
	case second:
		return monthFirst
	case first || !strokes:
		return dayFirst
	}
	return unsure
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // digits alone come here, few of them
	return n
}

// day reads the day of a moment. It is false for what is no day, or may be another one.
func (o order) day(text string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	y, m, d := 0, 0, 0
	if found := isoDay.FindStringSubmatch(text); found != nil {
		y, m, d = number(found[1]), number(found[2]), number(found[3])
	} else if found := otherDay.FindStringSubmatch(text); found != nil && o != unsure {
		y, m, d = number(found[4]), number(found[3]), number(found[1])
		if o == monthFirst {
			m, d = d, m
		}
	} else {
		return time.Time{}, false
	}
	day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return day, day.Year() == y && int(day.Month()) == m && day.Day() == d && y > 1900
}
