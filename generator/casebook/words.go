package casebook

import (
	"strings"

	"casusboek/generator/lang"
)

// KindText says in words what an event is and, for a signal, what became of it as far as that is known after the round: "Signaal,
// niet opgepakt". It is empty for an ordinary happening.
func KindText(e *Event, round int, words *lang.Catalogue) string {
	switch MarkerOf(e) {
	case Pennant:
		return words.T("draw.kind." + string(stateOf(e, round)))
	case Missed:
		return words.T("draw.kind.missed")
	case Doubtful:
		return words.T("draw.kind.doubtful")
	case Held:
		return words.T("draw.kind.held")
	case Triangle:
		return words.T("draw.kind.strength")
	case Square:
		return words.T("draw.kind.help")
	}
	return ""
}

// ResidentName is what a sentence calls the person whose life it is: the pseudonym, or "de bewoner" when the case has none.
func ResidentName(c *Case, words *lang.Catalogue) string {
	if c.Pseudonym.IsZero() {
		return words.T("draw.somebody")
	}
	return c.Pseudonym.V
}

// ChangeText is what an event changed, in few letters: "520 → 690 euro". It is empty without a change.
func ChangeText(c *Change) string {
	if c == nil || c.From.V == "" && c.To.V == "" {
		return ""
	}
	unit, _, _ := strings.Cut(c.Unit.V, "/")
	if unit == "EUR" {
		unit = "euro"
	}
	return strings.TrimSpace(c.From.V + " → " + c.To.V + " " + unit)
}

// MeasureText reads what a change is of and its unit as one: "huur, euro per maand".
func MeasureText(c *Change, words *lang.Catalogue) string {
	unit := c.Unit.V
	for _, name := range []string{"EUR", "maand", "jaar", "week", "month", "year"} {
		if key := "page.unit." + name; words.Has(key) {
			unit = strings.ReplaceAll(unit, name, words.T(key))
		}
	}
	unit = strings.ReplaceAll(unit, "/", " "+words.T("page.unit.per")+" ")
	return strings.Trim(c.What.V+", "+unit, ", ")
}

// CountText gives a number of things in words: "twee signalen". The number stands in words up to twenty, in figures above.
func CountText(key string, n int, words *lang.Catalogue) string {
	return words.N(key, n, "count", words.Spelled(n))
}

// ListText joins items as a sentence does: "wonen, zorg en werk".
func ListText(items []string, words *lang.Catalogue) string {
	out := ""
	for i, item := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			out += " " + words.T("draw.and") + " "
		default:
			out += ", "
		}
		out += item
	}
	return out
}

// DomainsText joins the names of a site's domains, as they stand within a sentence.
func DomainsText(site *Site, words *lang.Catalogue) string {
	names := make([]string, len(site.Domains))
	for i := range site.Domains {
		names[i] = changeFirst(site.Domains[i].Name.V, strings.ToLower)
	}
	return ListText(names, words)
}

// Capitalize gives a text with its first letter as a capital, as at the start of a sentence: "Eén signaal", as Dutch spells it. A text that
// starts with an abbreviation stays as it is.
func Capitalize(s string) string {
	if rest, is := strings.CutPrefix(s, "één"); is { // the capital has no accent
		return "Eén" + rest
	}
	return changeFirst(s, strings.ToUpper)
}

// changeFirst changes the case of the first letter, unless the second is a capital too (an abbreviation).
func changeFirst(s string, change func(string) string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && strings.ToLower(string(r[1])) != string(r[1]) {
		return s
	}
	return change(string(r[:1])) + string(r[1:])
}
