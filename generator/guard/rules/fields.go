package rules

import "strings"

// nameFields are the keys of front matter whose values are names. Words such as Iris and
// Bakker are not ordinary words there.
var nameFields = wordSet(`voornaam achternaam pseudoniem deelnemer auteur namen alias first_name last_name pseudonym participant author names`)

// longestList is the maximum number of list items that are searched for the key above them.
const longestList = 100

// inNameField reports whether word i is in a value of such a key: after it, in its list on
// the same line, or in the list of items below it.
func (n *names) inNameField(i int) bool {
	before := n.lineBefore(i)
	line := strings.TrimLeft(before, "- ")
	if open := strings.LastIndexAny(line, "{,"); open >= 0 && strings.Contains(line, "{") {
		line = strings.TrimLeft(line[open+1:], " ")
	}
	if key, _, ok := strings.Cut(line, ":"); ok {
		return nameFields[key]
	}
	if !strings.HasPrefix(before, "- ") {
		return false
	}
	above := n.Lower[:n.Words[i].From-len(before)]
	for range longestList {
		above = strings.TrimSuffix(above, "\n")
		line := above[strings.LastIndexByte(above, '\n')+1:]
		if !strings.HasPrefix(line, "- ") {
			key, ok := strings.CutSuffix(line, ":")
			return ok && nameFields[key]
		}
		above = above[:len(above)-len(line)]
	}
	return false
}
