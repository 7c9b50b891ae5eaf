package rules

import (
	"unicode"

	"casusboek/generator/diag"
	"casusboek/generator/guard/lexicon"
)

// closedWorld finds every word that may be a name because nothing explains it. Lists of names know four people in five, and miss those whom a
// housing association knows best; so the question is turned round, and every capital letter wants an explanation: the beginning of a sentence, a country,
// a law, a language. What the casebook itself explains is for package guard to take away.
//
// Words that stand together are one finding, and its Value is those words: "Van der Veld". A small word is looked at right after a title, a relation or a role
// (buurman ibrahim).
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

// smallName reports whether word i is written small, unknown, and right behind a word that tells of a person.
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

// strange reports whether a small word j cannot be an ordinary one, after the cue before i. Behind a title a surname that is a word too will do: mevrouw visser.
func (n *names) strange(j, i int) bool {
	lower := possessed(n.Words[j].Lower)
	for _, r := range lower {
		if !unicode.IsLetter(r) && r != '-' && r != '\'' {
			return false
		}
	}
	k := n.lex.Of(lower)
	if k&^(lexicon.Name|lexicon.Acronym) == 0 {
		return true
	}
	return honorifics[n.Words[i-1].Lower] && (k&lexicon.Name != 0 && !openers[lower] && !verbs[lower] || j > i)
}

// honorifics are the titles that are followed by a surname and hardly ever by anything else.
var honorifics = set(`mevrouw mevr mw mvr mej meneer mijnheer dhr mrs ms miss`)

// smallRun gives the small name that begins at i: infixes and the word after them.
func (n *names) smallRun(i int) run {
	j := i
	for j+1 < len(n.Words) && n.cues[j]&infix != 0 && n.adjacent(j) {
		j++
	}
	return run{i, j}
}

// finding makes a finding of a run.
func (n *names) finding(rule diag.Rule, level diag.Level, r run) Finding {
	return hit(n.Text, rule, level, n.span(r))
}
