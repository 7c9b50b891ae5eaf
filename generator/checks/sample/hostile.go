package sample

import (
	"fmt"
	"strings"
)

// Hostile are shapes of text that somebody could think of to keep a program busy: each returns about n bytes of Markdown. None says anything.
var Hostile = map[string]func(n int) string{
	"brackets":       repeated("["),
	"capitals":       numbered(func(i int) string { return strings.ToUpper(letters(i)[:1]) + letters(i)[1:] + " " }),
	"capital-run":    repeated("A"),
	"cdata":          repeated("<![CDATA["),
	"dashes":         repeated("- "),
	"dates":          repeated("12 maart 2020 "),
	"digits":         repeated("12 345 "),
	"emails":         repeated("aa.bb@cc.dd "),
	"headings":       repeated("# a\n\n"),
	"hyphens":        repeated("a-"),
	"links":          repeated("[a](b) "),
	"links-unclosed": repeated("[a]("),
	"notes":          numbered(func(i int) string { return fmt.Sprintf("x[^n%d]\n\n[^n%d]: x\n\n", i, i) }),
	"numbered-lists": repeated("1. "),
	"one-word":       repeated("a"),
	"paragraphs":     repeated("a\n\n"),
	"phones":         repeated("06-1234"),
	"quotation":      repeated(`"a" `),
	"quotation-rows": repeated(`"`),
	"quote-blocks":   repeated(">"),
	"references":     numbered(func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }),
	"wiki-links":     repeated("[[a]] "),
	"wiki-unclosed":  repeated("[[a "),
}

// Paragraphs cuts a text into paragraphs of at most n bytes.
func Paragraphs(text string, n int) string {
	var b strings.Builder
	for part := range strings.SplitSeq(text, "\n\n") {
		for ; len(part) > n; part = part[n:] {
			b.WriteString(part[:n] + "\n\n")
		}
		b.WriteString(part + "\n\n")
	}
	return b.String()
}

func repeated(unit string) func(int) string {
	return func(n int) string { return strings.Repeat(unit, n/len(unit)+1) }
}

func numbered(unit func(i int) string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(unit(i))
		}
		return b.String()
	}
}

// letters returns a word of six letters that differs for each number.
func letters(i int) string {
	word := []byte("vvvvvv")
	for k := range word {
		word[k] = byte('a' + i%26)
		i /= 26
	}
	return string(word)
}
