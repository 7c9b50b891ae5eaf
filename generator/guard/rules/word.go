package rules

import (
	"unicode"

	"casusboek/generator/diag"
)

// closedWorld finds every word that may be a name because it is unknown. Lists of names
// contain four in five persons, and rather not those that a housing association knows. So
// the rule works the other way round: each capital letter needs an explanation, such as the
// start of a sentence, a country, a law or a language. Package guard removes the words that
// the casebook itself explains.
//
// Adjacent words are one finding, with all of them as its Value: "Van der Veld". A word in
// lower case is checked directly after a title, a relation or a role only (buurman
// ibrahim).
var closedWorld = Rule{Name: diag.PrivacyWord, read: findWords}

func findWords(n *names, see func(Finding)) {
	for i := 0; i < len(n.Words); i++ {
		switch {
		case n.kind[i] == unknown || n.kind[i] == town:
			r := n.runAt(i)
			see(n.finding(diag.PrivacyWord, diag.Blue, r))
			i = r.last
		case n.smallName(i):
			see(n.finding(diag.PrivacyWord, diag.Blue, n.smallRun(i)))
		}
	}
}

// smallName reports whether word i is in lower case, unknown, and directly after a word
// that indicates a person.
func (n *names) smallName(i int) bool {
	w := &n.Words[i]
	if i == 0 || n.cues[i-1]&person == 0 || w.Capital || !n.adjacent(i-1) || w.To-w.From < 2 {
		return false
	}
	for j := i; j < len(n.Words) && j < i+3; j++ {
		switch {
		case n.Words[j].Capital:
			return false
		case n.cues[j]&infix != 0 && n.adjacent(j) && n.cues[i-1]&title != 0:
		default:
			return n.strange(j, i)
		}
	}
	return false
}

// strange reports whether the word j in lower case is not an ordinary word, after the cue
// before word i. After a title, a surname that is also a word counts: mevrouw visser.
func (n *names) strange(j, i int) bool {
	lower := possessed(n.Words[j].Lower)
	for _, r := range lower {
		if !unicode.IsLetter(r) && r != '-' && r != '\'' {
			return false
		}
	}
	k := n.lex.KindOf(lower)
	if k&^(Name|Acronym) == 0 {
		return true
	}
	return honorifics[n.Words[i-1].Lower] && (k&Name != 0 && !openers[lower] && !verbs[lower] || j > i)
}

// honorifics are the titles that are nearly always followed by a surname.
var honorifics = wordSet(`mevrouw mevr mw mvr mej meneer mijnheer dhr mrs ms miss`)

// smallRun returns the name in lower case that begins at word i: infixes and the word after
// them.
func (n *names) smallRun(i int) run {
	j := i
	for j+1 < len(n.Words) && n.cues[j]&infix != 0 && n.adjacent(j) {
		j++
	}
	return run{i, j}
}

// finding returns the finding for a run.
func (n *names) finding(rule diag.Rule, level diag.Level, r run) Finding {
	return hit(n.FoldedText, rule, level, n.span(r))
}
