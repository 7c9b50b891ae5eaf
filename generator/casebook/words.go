package casebook

import (
	"strings"

	"casusboek/generator/lang"
)

// KindText returns the kind of an event in words and, of a signal, what became of it as far
// as known after the round: "Signaal, niet opgepakt". It returns "" for an ordinary
// happening.
func KindText(e *Event, round int, words *lang.Catalogue) string {
	switch MarkerOf(e) {
	case Pennant:
		return words.T("draw.kind." + string(signalStateOf(e, round)))
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

// ResidentName returns the name of the resident within a sentence: the pseudonym, or else
// "de bewoner".
func ResidentName(c *Case, words *lang.Catalogue) string {
	if c.Pseudonym.IsZero() {
		return words.T("draw.somebody")
	}
	return c.Pseudonym.V
}

// ChangeText returns what an event changed, in short: "520 → 690 euro"; "" without a
// change.
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

// MeasureText returns the subject and the unit of a change: "huur, euro per maand".
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

// CountText returns a number of things in words: "twee signalen". Numbers over twenty are
// in figures.
func CountText(key string, n int, words *lang.Catalogue) string {
	return words.N(key, n, "count", words.Spelled(n))
}

// ListText joins items as in a sentence: "wonen, zorg en werk".
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

// DomainsText joins the names of a site's domains, as within a sentence.
func DomainsText(site *Site, words *lang.Catalogue) string {
	names := make([]string, len(site.Domains))
	for i := range site.Domains {
		names[i] = changeFirst(site.Domains[i].Name.V, strings.ToLower)
	}
	return ListText(names, words)
}

// Capitalize returns a text with a capital as its first letter, by the rules of Dutch: "één
// signaal" becomes "Eén signaal". A text that starts with an abbreviation is returned
// unchanged.
func Capitalize(s string) string {
	if rest, found := strings.CutPrefix(s, "één"); found { // the capital has no accent
		return "Eén" + rest
	}
	return changeFirst(s, strings.ToUpper)
}

// changeFirst applies change to the first letter, unless the second letter is a capital
// too, as in an abbreviation.
func changeFirst(s string, change func(string) string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && strings.ToLower(string(r[1])) != string(r[1]) {
		return s
	}
	return change(string(r[:1])) + string(r[1:])
}
