package rules

import (
	"strconv"
	"strings"

	"casusboek/generator/diag"
)

// longQuote finds long quotations: more than twelve words in quotation marks. The style
// identifies the speaker to people who know them, and a search engine finds the text.
var longQuote = Rule{Name: diag.PrivacyQuote, find: findQuotes, passage: true}

// maxQuoteWords is the number of words that may be quoted literally.
const maxQuoteWords = 12

func findQuotes(t *FoldedText, see func(Finding)) {
	for i := 0; i < len(t.Clean); i++ {
		if c := t.Clean[i]; c != '"' && c != 0xE2 && c != 0xC2 { // the first bytes of quotation marks
			continue
		}
		q, ok := quotation(t.Clean, i)
		if !ok || t.Clean[i] == '"' && valueBegins(t.Clean, i) {
			continue
		}
		if n := countWords(t.Clean[q.From:q.To]); n > maxQuoteWords {
			f := hit(t, diag.PrivacyQuote, diag.Yellow, q)
			f.Args = []diag.Arg{{Name: "words", Value: strconv.Itoa(n)}}
			see(f)
		}
		i = q.To - 1
	}
}

// valueBegins reports whether the mark at i begins a YAML value or an attribute, instead of
// a quotation.
func valueBegins(clean string, i int) bool {
	if i == 0 || clean[i-1] == '\n' || clean[i-1] == '=' {
		return true
	}
	before := behind(clean, i, longestLine)
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if len(line) == longestLine {
		return false // too much to be a key
	}
	line = strings.TrimSpace(line)
	return strings.HasSuffix(line, ":") && !strings.Contains(line, " ") || line == "-" || strings.HasPrefix(line, "- ") && strings.HasSuffix(line, ":") && strings.Count(line, " ") == 1
}

// countWords returns the number of words that contain more than punctuation.
func countWords(text string) int {
	n := 0
	for f := range strings.FieldsSeq(text) {
		if strings.Trim(f, ".,;:!?-–—…'()") != "" {
			n++
		}
	}
	return n
}
