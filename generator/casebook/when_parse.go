package casebook

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// WhenFault is the reason why a time could not be parsed. Its text is the variant of the
// problem when-invalid.
type WhenFault string

// The reasons.
const (
	WhenForm  WhenFault = "form"  // not one of the forms
	WhenUnit  WhenFault = "unit"  // a number without jaar or maanden
	WhenAge   WhenFault = "age"   // higher than any human age
	WhenOrder WhenFault = "order" // ends before it starts
	WhenDate  WhenFault = "date"  // no such month, season or day
	WhenMixed WhenFault = "mixed" // 2014/2016-05: one end in years, the other in months

	WhenBackwards WhenFault = "backwards" // 1-5-2014: the year is last
)

// Error returns the name of the fault. The texts for authors are in the catalogue.
func (f WhenFault) Error() string { return "when: " + string(f) }

// oldest is the highest age accepted: no person is known to have lived past 122.
const oldest = 122

// The words of the syntax, in Dutch and English.
var (
	aboutWords  = []string{"rond", "ongeveer", "circa", "omstreeks", "about", "around"}
	yearWords   = []string{"jaar", "jaren", "year", "years"}
	monthWords  = []string{"maand", "maanden", "month", "months"}
	weekWords   = []string{"week", "weken", "weeks"}
	dayWords    = []string{"dag", "dagen", "day", "days"}
	afterWords  = []string{"na", "after"}
	beforeWords = []string{"voor", "vóór", "before"}
	oldWords    = []string{"oud", "old"}
)

// hyphens replaces the dashes that word processors put in ranges by a hyphen.
var hyphens = strings.NewReplacer(" – ", "-", " - ", "-", "–", "-")

// ParseWhen parses a time as authors write it. The error is always a WhenFault. Words may
// be Dutch or English, in any case. The grammar:
//
//	when    = [about] (age | story | offset) | [about] date
//	about   = "rond" | "ongeveer" | "circa" | "omstreeks" | "about" | "around"
//	age     = range ("jaar" | "maanden")              41 jaar, 41-43 jaar, 9 maanden
//	story   = "jaar" range                            jaar 3, jaar 3-5
//	offset  = number unit ("na" | "voor") event       14 maanden na sloop; or weeks, days
//	range   = number ["-" number]
//	date    = point | point "/" point | point "/.." | "../" point
//	point   = (year | year "-" month | year "-" season | year "-" month "-" day | decade) [mark]
//	mark    = "~" | "?" | "%"
//
// Dates are a subset of EDTF (ISO 8601-2:2019, levels 0 and 1): seasons are 21 (spring) to
// 24 (winter), a decade is 201X, "~" is approximate, "?" uncertain, "%" both.
func ParseWhen(text string) (When, error) {
	text = strings.TrimSpace(text)
	words := strings.Fields(hyphens.Replace(text))
	w := When{Written: text}
	if len(words) > 1 && isOneOf(words[0], aboutWords) {
		w.About, words = true, words[1:]
	}
	err := error(WhenForm)
	switch {
	case len(words) == 1:
		err = w.parseDate(strings.ToUpper(words[0]))
	case len(words) == 2 && isOneOf(words[0], yearWords[:1], yearWords[2:3]):
		err = w.parseRange(words[1], StoryAxis, Year)
	case len(words) >= 2 && isOneOf(words[1], yearWords) && isOldSuffix(words[2:]):
		err = w.parseRange(words[0], AgeAxis, Year)
	case len(words) >= 2 && isOneOf(words[1], monthWords) && isOldSuffix(words[2:]):
		err = w.parseRange(words[0], AgeAxis, Month)
	case len(words) == 4:
		err = w.parseOffset(words)
	}
	if err != nil {
		return When{}, err
	}
	return w, nil
}

func isOneOf(word string, lists ...[]string) bool {
	word = strings.ToLower(word)
	return slices.ContainsFunc(lists, func(l []string) bool { return slices.Contains(l, word) })
}

func isOldSuffix(rest []string) bool {
	return len(rest) == 0 || len(rest) == 1 && isOneOf(rest[0], oldWords)
}

// parseRange parses the numbers of an age or a story year.
func (w *When) parseRange(text string, axis Axis, p Precision) error {
	first, last, stretch := strings.Cut(text, "-")
	from, ok := number(first, 4)
	to := from
	if ok && stretch {
		to, ok = number(last, 4)
	}
	unit := 1.0
	if p == Month {
		unit = 1.0 / 12
	}
	switch {
	case !ok:
		return WhenForm
	case stretch && to <= from:
		return WhenOrder
	case float64(to)*unit > oldest:
		return WhenAge
	}
	w.Axis, w.Precision, w.Stretch = axis, p, stretch
	w.Start, w.End = float64(from)*unit, float64(to+1)*unit
	return nil
}

func (w *When) parseOffset(words []string) error {
	n, ok := number(words[0], 4)
	years := float64(n)
	switch {
	case isOneOf(words[1], yearWords):
	case isOneOf(words[1], monthWords):
		years /= 12
	case isOneOf(words[1], weekWords):
		years *= 7 / 365.25
	case isOneOf(words[1], dayWords):
		years /= 365.25
	default:
		return WhenForm
	}
	switch {
	case isOneOf(words[2], beforeWords):
		years = -years
	case !isOneOf(words[2], afterWords):
		return WhenForm
	}
	if !ok {
		return WhenForm
	}
	w.Axis, w.OffsetYears, w.OffsetFrom = Offset, years, Text{V: words[3]}
	return nil
}

func (w *When) parseDate(text string) error {
	first, last, stretch := strings.Cut(text, "/")
	w.Axis, w.Stretch = DateAxis, stretch
	switch {
	case stretch && first == "..":
		w.OpenStart = true
		return w.parsePoint(last)
	case stretch && last == "..":
		w.OpenEnd = true
		return w.parsePoint(first)
	}
	if err := w.parsePoint(first); err != nil || !stretch {
		return err
	}
	end := When{}
	if err := end.parsePoint(last); err != nil {
		return err
	}
	if end.Precision != w.Precision {
		return WhenMixed
	}
	if end.Start <= w.Start {
		return WhenOrder
	}
	w.End = end.End
	w.About, w.Uncertain = w.About || end.About, w.Uncertain || end.Uncertain
	return nil
}

// parsePoint parses one end of a date and sets Start, End, Precision and the flags of its
// last character.
func (w *When) parsePoint(text string) error {
	if text == "" {
		return WhenForm
	}
	switch text[len(text)-1] {
	case '~':
		w.About = true
	case '?':
		w.Uncertain = true
	case '%':
		w.About, w.Uncertain = true, true
	default:
		text += " "
	}
	parts := strings.Split(text[:len(text)-1], "-")
	if decade, ok := strings.CutSuffix(parts[0], "X"); ok && len(parts) == 1 {
		n, ok := number(decade, 3)
		if !ok || len(decade) != 3 {
			return WhenForm
		}
		w.Precision, w.Start, w.End = Decade, float64(n*10), float64(n*10+10)
		return nil
	}
	year, ok := number(parts[0], 4)
	if !ok {
		return WhenForm
	}
	switch {
	case len(parts[0]) == 4:
	case len(parts) > 1 && len(parts[len(parts)-1]) == 4:
		return WhenBackwards
	default:
		return WhenUnit
	}
	w.Precision, w.Start, w.End = Year, float64(year), float64(year+1)
	if len(parts) == 1 {
		return nil
	}
	return w.parseMonth(year, parts[1:])
}

func (w *When) parseMonth(year int, parts []string) error {
	month, ok := number(parts[0], 2)
	if !ok || len(parts[0]) != 2 || len(parts) > 2 {
		return WhenForm
	}
	from := float64(year)
	switch {
	case len(parts) == 2:
		day, ok := number(parts[1], 2)
		if !ok || len(parts[1]) != 2 {
			return WhenForm
		}
		if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
			return WhenDate
		}
		share := 1 / float64(daysIn(year, month))
		w.Precision = Day
		w.Start, w.End = from+(float64(month-1)+float64(day-1)*share)/12, from+(float64(month-1)+float64(day)*share)/12
	case month >= 21 && month <= 24:
		first := float64(month-21)*3 + 2
		w.Precision, w.Start, w.End = Season, from+first/12, from+(first+3)/12
	case month >= 1 && month <= 12:
		w.Precision, w.Start, w.End = Month, from+float64(month-1)/12, from+float64(month)/12
	default:
		return WhenDate
	}
	return nil
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// number parses a text of at most max digits and nothing else.
func number(text string, max int) (int, bool) {
	if text == "" || len(text) > max {
		return 0, false
	}
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
