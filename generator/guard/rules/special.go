package rules

import (
	_ "embed"
	"strings"
	"sync"

	"casusboek/generator/diag"
)

// special finds special categories of personal data (GDPR, articles 9 and 10): health,
// crime, ethnicity, religion, sexuality, union membership, and child protection. These are
// normal in a case about a life, so findings are yellow, but they raise the number of
// people who must match the case. Each category is reported once per text, at its first
// word. The variant is the category: health, crime, ethnicity, religion, sexuality, union,
// child.
var special = Rule{Name: diag.PrivacySpecial, find: findSpecial}

//go:embed special.txt
var specialText string

// specialWords returns the categories of words. A word in special.txt with * at its end is
// a prefix.
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

func findSpecial(t *FoldedText, see func(Finding)) {
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
		f := hit(t, diag.PrivacySpecial, diag.Yellow, w.FoldSpan)
		f.Variant = category
		see(f)
	}
}
