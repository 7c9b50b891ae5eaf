package importing

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	blankLines = regexp.MustCompile(`\n\s*\n`)
	signs      = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `~`, `\~`, `|`, `\|`)
	begins     = regexp.MustCompile(`^([#+=-])`)
	entity     = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)
	counted    = regexp.MustCompile(`^(\d+)([.)])`)
)

// markdown writes plain text as Markdown that reads as that text: each paragraph and line break stays, and no sign does anything.
func markdown(text string) string {
	var paragraphs []string
	for _, paragraph := range blankLines.Split(text, -1) {
		var lines []string
		for line := range strings.Lines(paragraph) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, literal(line))
			}
		}
		if len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, "\\\n"))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// literal writes one line.
func literal(line string) string {
	end := ""
	if strings.HasSuffix(line, `\`) { // goldmark takes no line break behind it
		line, end = strings.TrimSuffix(line, `\`), "&#92;"
	}
	line = entity.ReplaceAllString(signs.Replace(line), `&amp;$1`)
	return counted.ReplaceAllString(begins.ReplaceAllString(line, `\$1`), `$1\$2`) + end
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
	if s := strings.TrimRight(strings.TrimSpace(sentence.FindString(first)), "."); s != "" {
		first = s
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
