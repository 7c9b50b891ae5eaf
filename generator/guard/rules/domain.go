package rules

import (
	"embed"
	"slices"
	"strings"
	"unicode"
)

//go:embed words/*.txt
var domainFiles embed.FS

// readDomain returns the words and the phrases in words/LANGUAGE.txt and words/common.txt.
// Lines that begin with # are comments, except "## kind", which sets the kind (ordinary,
// proper, place, name, weak) of the lines after it. Items of a line are separated by
// commas. An item of several words is a phrase, whose words are known only where they occur
// together (Tweede Kamer).
func readDomain(language string) (map[string]WordKind, map[string][][]string) {
	words, phrases := map[string]WordKind{}, map[string][][]string{}
	for _, name := range []string{"common", language} {
		text, err := domainFiles.ReadFile("words/" + name + ".txt")
		if err != nil {
			panic("lexicon: " + err.Error())
		}
		kind := Proper
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if heading, ok := strings.CutPrefix(line, "## "); ok {
				kind = parseKind(heading)
				continue
			}
			if line == "" || line[0] == '#' {
				continue
			}
			for item := range strings.SplitSeq(line, ",") {
				switch f := strings.Fields(strings.ToLower(item)); {
				case len(f) == 0:
				case len(f) > 1:
					phrases[f[0]] = append(phrases[f[0]], f)
				case kind == Proper && IsAllCapitals(strings.TrimSpace(item)):
					words[f[0]] |= Acronym
				default:
					words[f[0]] |= kind
				}
			}
		}
	}
	for _, list := range phrases {
		slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
	return words, phrases
}

// IsAllCapitals reports whether a word has at least two letters and no lower case ones.
func IsAllCapitals(word string) bool {
	return len(word) > 1 && strings.IndexFunc(word, unicode.IsLower) < 0
}

func parseKind(name string) WordKind {
	kinds := map[string]WordKind{"ordinary": Ordinary, "proper": Proper, "place": Place, "name": Name, "weak": Weak | Place}
	k, ok := kinds[name]
	if !ok {
		panic("lexicon: no kind of word is called " + name)
	}
	return k
}

// Phrase returns the number of words of the known phrase that begins with first (Raad van
// State: 3), or 0. next returns the following words by index, from 1. Words are folded, as
// for Of.
func (l *Lexicon) Phrase(first string, next func(i int) string) int {
	for _, p := range l.phrases[first] {
		i := 1
		for i < len(p) && next(i) == p[i] {
			i++
		}
		if i == len(p) {
			return i
		}
	}
	return 0
}
