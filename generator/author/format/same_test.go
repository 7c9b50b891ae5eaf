package format

import (
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/read/frontmatter"
	"casusboek/generator/read/parse"
)

// TestSame holds the last guard of all: what would say something else is seen.
func TestSame(t *testing.T) {
	block := parse.Fields()[casebook.KindCase]
	const first = "titel: x\nnamen: [a, b]\nrondes: [{naam: c, minuten: 5}]\nwat: {p: 1, q: 2}\n"
	for text, want := range map[string]bool{
		first: true,
		"wat: {q: 2, p: 1}\nrounds: [{minutes: 5, name: c}]\nnames: [a, b]\ntitle: x\n":   true,
		"titel: y\nnamen: [a, b]\nrondes: [{naam: c, minuten: 5}]\nwat: {p: 1, q: 2}\n":   false,
		"titel: x\nnamen: [b, a]\nrondes: [{naam: c, minuten: 5}]\nwat: {p: 1, q: 2}\n":   false,
		"titel: x\nnamen: [a, b]\nrondes: [{naam: c, minuten: '5'}]\nwat: {p: 1, q: 2}\n": false,
		"titel: x\nnamen: [a, b]\nrondes: [{naam: c}]\nwat: {p: 1, q: 2}\n":               false,
		"titel: x\nnamen: [a, b]\nrondes: [{naam: c, minuten: 5}]\nwat: {p: 2, q: 1}\n":   false,
		"titel: x\nnamen: [a, b]\nrondes: [{naam: c, minuten: 5}]\n":                      false,
	} {
		read := func(text string) *frontmatter.File {
			file, _ := frontmatter.Read("x", "---\n"+text+"---\n", func(string) bool { return false })
			return file
		}
		if got := same(read(first).Fields, read(text).Fields, block); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
