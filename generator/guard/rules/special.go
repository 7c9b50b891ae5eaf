package rules

import (
	_ "embed"
	"strings"
	"sync"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
)

// special finds that a text tells of somebody's health, crime, ethnicity, religion, sexuality, union or of child protection (GDPR, articles 9 and 10). That is
// no fault in a case about a life; it raises the number of people who must fit the story. So it is yellow, and each category is reported once a text, at its first word.
// The variant is the category: health, crime, ethnicity, religion, sexuality, union, child.
var special = Rule{Name: diag.PrivacySpecial, find: findSpecial}

//go:embed special.txt
var specialText string

// specialWords gives the category of a word. A word in special.txt that ends in * is the beginning of words.
var specialWords = sync.OnceValue(func() (s struct {
	whole  map[string]string
	starts map[string]map[string]string // by the first four letters
},
) {
	s.whole, s.starts = map[string]string{}, map[string]map[string]string{}
	category := ""
	for line := range strings.Lines(specialText) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			category = name
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			start, ok := strings.CutSuffix(w, "*")
			if !ok {
				s.whole[w] = category
				continue
			}
			if s.starts[start[:4]] == nil {
				s.starts[start[:4]] = map[string]string{}
			}
			s.starts[start[:4]][start] = category
		}
	}
	return s
})

func findSpecial(t *fold.Text, see func(Finding)) {
	words := specialWords()
	seen := map[string]bool{}
	for i := range t.Words {
		w := &t.Words[i]
		category := words.whole[w.Lower]
		if category == "" && len(w.Lower) >= 4 {
			for start, c := range words.starts[w.Lower[:4]] {
				if strings.HasPrefix(w.Lower, start) {
					category = c
					break
				}
			}
		}
		if category == "" || seen[category] || w.To < len(t.Clean) && t.Clean[w.To] == ':' && w.Sentence {
			continue
		}
		seen[category] = true
		f := hit(t, diag.PrivacySpecial, diag.Yellow, w.Span)
		f.Variant = category
		see(f)
	}
}
