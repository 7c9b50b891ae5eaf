package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// sentence gives the plain sentence in which a link stands.
func (m *conversion) sentence(n ast.Node) string {
	block := n.Parent()
	for block != nil && block.Type() == ast.TypeInline {
		block = block.Parent()
	}
	if block == nil {
		return ""
	}
	var b strings.Builder
	m.writeUpTo(&b, block, n)
	return around(m.words(block), b.Len())
}

// writeUpTo writes the plain text before target and reports whether it was met.
func (m *conversion) writeUpTo(b *strings.Builder, n, target ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c == target {
			return true
		}
		if !m.writeLeaf(b, c) && m.writeUpTo(b, c, target) {
			return true
		}
	}
	return false
}

// shortForms end in a full stop that ends no sentence.
var shortForms = strings.Fields("dhr. mevr. mw. mr. drs. dr. ir. ing. prof. st. nr. art. blz. bijv. bv. ca. evt. incl. excl. max. min. resp. vgl. o.a. d.w.z. e.g. i.e. mrs. ms.")

// around cuts the sentence that holds an offset out of a paragraph.
func around(text string, offset int) string {
	from, to := 0, len(text)
	for i, r := range text {
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune(`.!?…"'”’)»`, r) {
				break
			}
			end += size
		}
		if !endsSentence(text, i, end) {
			continue
		}
		if end <= offset {
			from = end
		} else {
			to = end
			break
		}
	}
	return strings.Join(strings.Fields(text[from:to]), " ")
}

// endsSentence reports whether the mark at i, with all that closes behind it up to end, is followed by a new sentence.
func endsSentence(text string, i, end int) bool {
	rest := strings.TrimLeft(text[end:], " ")
	if rest == "" {
		return true
	}
	if len(rest) == len(text[end:]) {
		return false
	}
	word := text[strings.LastIndexByte(text[:i], ' ')+1 : i+1]
	if slices.Contains(shortForms, strings.ToLower(strings.TrimLeft(word, `("'“‘`))) {
		return false
	}
	if len(word) == 2 && unicode.IsUpper(rune(word[0])) { // an initial
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r)
}
