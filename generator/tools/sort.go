package main

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/guard/rules"
)

// Capitalised words of the Dutch dictionary that its flags classify as places or peoples,
// but that are rather or equally often names of persons. The list was compiled by hand, to
// avoid that a name counts as a known word.
//
//go:embed names.txt
var namesText string

var nameWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(namesText) {
		set[w] = true
	}
	return set
}()

func hasFlag(e entry, flags ...string) bool {
	for _, f := range flags {
		if e.flags[f] {
			return true
		}
	}
	return false
}

// dutchKind returns the kind of a form by the flags of OpenTaal: Fw is forbidden, Cx occurs
// inside compounds only, PN is a proper name, PI and PK are places, Aa, Al, Ll and Lr
// adjectives and languages, Cl and Cw abbreviations, Z? nouns by their plural.
func dutchKind(e entry, form string, flags map[string]bool) rules.WordKind {
	if flags["Fw"] || flags["Cx"] || hasFlag(e, "Fw") {
		return 0
	}
	if first, _ := utf8.DecodeRuneInString(e.word); !unicode.IsUpper(first) {
		return rules.Ordinary
	}
	switch {
	case nameWords[e.word]:
		return nameKind(e, form)
	case rules.IsAllCapitals(e.word):
		return rules.Acronym
	case hasFlag(e, "PI", "PK"):
		return rules.Place
	case hasFlag(e, "Cl") && !strings.Contains(e.word, "-"):
		return 0 // Cao: an abbreviation at the start of a sentence only
	case hasFlag(e, "Aa", "Al", "Ll", "Lr", "Cl", "Cw"):
		return rules.Proper
	case !hasFlag(e, "PN", "Gs", "Gl", "Gw", "Sv", "GL", "GW") && hasFlag(e, "Za", "Zb", "Zc", "Ze", "Zf", "Zi"):
		return rules.Proper
	}
	return nameKind(e, form)
}

// nameKind returns Name for the name itself, and 0 for other forms, such as streets named
// after it.
func nameKind(e entry, form string) rules.WordKind {
	if form == e.word {
		return rules.Name
	}
	return 0
}

// englishKind returns the kind of a form of SCOWL, which does not mark names. A capitalised
// word may be the name of a person.
func englishKind(e entry, form string, flags map[string]bool) rules.WordKind {
	if first, _ := utf8.DecodeRuneInString(e.word); unicode.IsUpper(first) {
		return nameKind(e, form)
	}
	return rules.Ordinary
}
