package page

import (
	"math"

	"casusboek/generator/casebook"
)

// Vague reports whether a moment is known to a year at best, or only about.
func Vague(w casebook.When) bool {
	return w.About || w.Uncertain || w.Precision >= casebook.Season || !w.OffsetFrom.IsZero()
}

// Span prints a length of time: whole months up to a year and a half, then whole years, in words where editors write
// words. Between moments that are known by the year alone it says "ongeveer", and less than one of them is "binnen een
// jaar".
func Span(p *Page, years float64, about bool) string {
	months := int(math.Round(years * 12))
	switch {
	case about && months < 12:
		return p.T("page.span.within-year")
	case months == 0:
		return p.T("page.span.within-month")
	}
	key, n := "page.span.months", months
	if about || months >= 18 {
		key, n = "page.span.years", int(math.Round(years))
	}
	text := p.T(key+"."+plural(n), "n", p.Words.Spelled(n))
	if about || key == "page.span.years" && months%12 != 0 {
		return p.T("page.span.about", "span", text)
	}
	return text
}

func plural(n int) string {
	if n == 1 {
		return "one"
	}
	return "other"
}
