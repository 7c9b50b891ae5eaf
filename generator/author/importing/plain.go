package importing

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	blankLines = regexp.MustCompile(`\n\s*\n`)
	signs      = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `&`, `\&`, `~`, `\~`, `|`, `\|`)
	begins     = regexp.MustCompile(`^([#+=-])`)
	counted    = regexp.MustCompile(`^(\d+)([.)])`)
)

// markdown writes plain text as Markdown that reads as that text: each paragraph and line break stays, and no sign does anything.
func markdown(text string) string {
	var paragraphs []string
	for _, paragraph := range blankLines.Split(text, -1) {
		var lines []string
		for line := range strings.Lines(paragraph) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, counted.ReplaceAllString(begins.ReplaceAllString(signs.Replace(line), `\$1`), `$1\$2`))
			}
		}
		if len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, "\\\n"))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// Lengths of a headline, in characters.
const (
	wholeSentence = 70
	cutSentence   = 60
)

var sentence = regexp.MustCompile(`^.*?[.!?](\s|$)`)

// headline makes a headline of how a text begins: its first sentence, or as much of it as fits.
func headline(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	first = strings.Join(strings.Fields(first), " ")
	if s := sentence.FindString(first); s != "" {
		first = strings.TrimRight(strings.TrimSpace(s), ".")
	}
	if first == "" || utf8.RuneCountInString(first) <= wholeSentence {
		return first
	}
	cut := string([]rune(first)[:cutSentence])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRightFunc(cut, func(r rune) bool { return unicode.IsPunct(r) || r == ' ' }) + "…"
}
