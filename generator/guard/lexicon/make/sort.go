package main

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/guard/lexicon"
)

// Capitalised words of the Dutch dictionary that its flags call places or peoples and that are rather somebody's name, or that are a name as often
// as a place: read through by hand, so that no name is explained by accident.
//
//go:embed names.txt
var namesText string

var names = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(namesText) {
		set[w] = true
	}
	return set
}()

func has(e entry, flags ...string) bool {
	for _, f := range flags {
		if e.flags[f] {
			return true
		}
	}
	return false
}

// dutch sorts a form by the flags of OpenTaal: Fw is forbidden, Cx stands only inside compounds, PN is a proper name, PI and PK are places,
// Aa, Al, Ll and Lr adjectives and languages, Cl and Cw abbreviations, Z? nouns by their plural.
func dutch(e entry, form string, flags map[string]bool) lexicon.Kind {
	if flags["Fw"] || flags["Cx"] || has(e, "Fw") {
		return 0
	}
	if first, _ := utf8.DecodeRuneInString(e.word); !unicode.IsUpper(first) {
		return lexicon.Ordinary
	}
	switch {
	case names[e.word]:
		return name(e, form)
	case lexicon.Capitals(e.word):
		return lexicon.Acronym
	case has(e, "PI", "PK"):
		return lexicon.Place
	case has(e, "Cl") && !strings.Contains(e.word, "-"):
		return 0 // Cao: an abbreviation where a sentence begins, cao elsewhere
	case has(e, "Aa", "Al", "Ll", "Lr", "Cl", "Cw"):
		return lexicon.Proper
	case !has(e, "PN", "Gs", "Gl", "Gw", "Sv", "GL", "GW") && has(e, "Za", "Zb", "Zc", "Ze", "Zf", "Zi"):
		return lexicon.Proper
	}
	return name(e, form)
}

// name is for the name itself, not for the streets that the dictionary makes of it.
func name(e entry, form string) lexicon.Kind {
	if form == e.word {
		return lexicon.Name
	}
	return 0
}

// english sorts a form of SCOWL, which marks no names: only what is written small is a word, everything else may be somebody.
func english(e entry, form string, flags map[string]bool) lexicon.Kind {
	if first, _ := utf8.DecodeRuneInString(e.word); unicode.IsUpper(first) {
		return name(e, form)
	}
	return lexicon.Ordinary
}
