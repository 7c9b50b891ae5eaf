package markdown

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// speech is the plain text of a block, with what is asked of it for each link. It is made once for all links of the block.
type speech struct {
	text  string
	at    map[ast.Node]int // where each link and picture begins in text
	ends  []int            // offsets in text behind each sentence but the last
	which int              // the sentence that was asked for last, and
	said  string           // how it reads
}

// sentence returns the plain sentence in which a link stands.
func (m *conversion) sentence(n ast.Node) string {
	block := n.Parent()
	for block != nil && block.Type() == ast.TypeInline {
		block = block.Parent()
	}
	if block == nil {
		return ""
	}
	if block != m.block {
		s := speech{at: map[ast.Node]int{}, which: -1}
		var b strings.Builder
		m.writeMarked(&b, block, s.at)
		s.text = b.String()
		s.ends = sentenceEnds(s.text)
		m.block, m.spoken = block, s
	}
	return m.spoken.around(m.spoken.at[n])
}

// writeMarked writes the plain text of a tree, and notes where each node that a hole can replace begins.
func (m *conversion) writeMarked(b *strings.Builder, n ast.Node, at map[ast.Node]int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindLink, ast.KindAutoLink, kindWiki:
			at[c] = b.Len()
		}
		if !m.writeLeaf(b, c) {
			m.writeMarked(b, c, at)
		}
	}
}

// around returns the sentence that holds an offset.
func (s *speech) around(offset int) string {
	i := sort.Search(len(s.ends), func(i int) bool { return s.ends[i] > offset })
	if i != s.which {
		from, to := 0, len(s.text)
		if i > 0 {
			from = s.ends[i-1]
		}
		if i < len(s.ends) {
			to = s.ends[i]
		}
		s.which, s.said = i, strings.Join(strings.Fields(s.text[from:to]), " ")
	}
	return s.said
}

// shortForms end in a full stop that ends no sentence.
var shortForms = strings.Fields("dhr. mevr. mw. mr. drs. dr. ir. ing. prof. st. nr. art. blz. bijv. bv. ca. evt. incl. excl. max. min. resp. vgl. o.a. d.w.z. e.g. i.e. mrs. ms.")

// sentenceEnds returns the offsets at which the sentences of a paragraph end, with the marks that close behind them.
func sentenceEnds(text string) []int {
	var ends []int
	end := 0
	for i, r := range text {
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		if i+utf8.RuneLen(r) > end { // else the mark is one of a row that was read already
			end = i + utf8.RuneLen(r)
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if !strings.ContainsRune(`.!?…"'”’)»`, r) {
					break
				}
				end += size
			}
		}
		if len(ends) > 0 && ends[len(ends)-1] == end {
			continue
		}
		if endsSentence(text, i, end) {
			ends = append(ends, end)
		}
	}
	return ends
}

// longestShort is more than the bytes of any short form with what may stand before it.
const longestShort = 40

// endsSentence reports whether the mark at i, with all that closes behind it up to end, is followed by a new sentence.
func endsSentence(text string, i, end int) bool {
	rest := strings.TrimLeft(text[end:], " ")
	if rest == "" {
		return true
	}
	if len(rest) == len(text[end:]) {
		return false
	}
	word := text[max(0, i-longestShort) : i+1]
	word = word[strings.LastIndexByte(word, ' ')+1:]
	if slices.Contains(shortForms, strings.ToLower(strings.TrimLeft(word, `("'“‘`))) {
		return false
	}
	if len(word) == 2 && unicode.IsUpper(rune(word[0])) { // an initial
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r)
}
