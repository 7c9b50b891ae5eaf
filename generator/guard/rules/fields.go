package rules

import "strings"

// nameFields are the keys of front matter behind which somebody's name stands. Nothing explains a capital there: Iris and Bakker are words elsewhere.
var nameFields = set(`voornaam achternaam pseudoniem deelnemer auteur namen alias first_name last_name pseudonym participant author names`)

// inNameField reports whether word i stands in a value of such a key: behind it, in its list on the same line, or in the list of items below it.
func (n *names) inNameField(i int) bool {
	start := strings.LastIndexByte(n.Lower[:n.Words[i].From], '\n') + 1
	line := strings.TrimLeft(n.Lower[start:n.Words[i].From], "- ")
	if open := strings.LastIndexAny(line, "{,"); open >= 0 && strings.Contains(line, "{") {
		line = strings.TrimLeft(line[open+1:], " ")
	}
	if key, _, ok := strings.Cut(line, ":"); ok {
		return nameFields[key]
	}
	for n.Lower[start:] != "" && n.Lower[start] == '-' && start > 0 {
		start = strings.LastIndexByte(n.Lower[:start-1], '\n') + 1
	}
	key, rest, ok := strings.Cut(n.Lower[start:n.Words[i].From], ":")
	return ok && nameFields[key] && strings.HasPrefix(rest, "\n-")
}
