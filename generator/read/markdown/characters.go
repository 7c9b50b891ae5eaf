package markdown

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"casusboek/generator/diag"
)

// numericReference matches a character that is written by its number, as in &#7; and &#x1B;.
var numericReference = regexp.MustCompile(`&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});`)

// characters reports characters that no published file may hold and that the source writes by their
// number. It looks at the finished text first: most texts have none.
func (m *conversion) characters(root ast.Node, html string) {
	if !strings.ContainsFunc(html, func(r rune) bool { return string(r) != mark && diag.Unpublishable(r) }) {
		return
	}
	before := len(m.problems)
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindCodeSpan {
			return ast.WalkSkipChildren, nil // shows a reference as it is written
		}
		if t, ok := n.(*ast.Text); ok && entering {
			m.numbered(t.Segment.Start, t.Segment.Stop)
		}
		return ast.WalkContinue, nil
	})
	if len(m.problems) == before { // in an attribute, such as the title of a link
		m.numbered(0, len(m.source))
	}
}

// numbered reports the unpublishable characters that are written by their number in a part of the source.
func (m *conversion) numbered(from, to int) {
	for _, at := range numericReference.FindAllIndex(m.source[from:to], -1) {
		start, end := from+at[0], from+at[1]
		r, _ := utf8.DecodeRune(util.ResolveNumericReferences(m.source[start:end]))
		if diag.Unpublishable(r) {
			m.problems.AddUnpublishable(string(r), m.Pos(start, end))
		}
	}
}
