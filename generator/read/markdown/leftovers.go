package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"casusboek/generator/diag"
)

// broken is what is left in plain text of a link, a picture or a note that was not written well: CommonMark takes it for text, and readers would see
// the brackets.
var broken = regexp.MustCompile(`\[\[+|\]\(|\[\^[^\]\s]+\]`)

// defined is the beginning of a note below a text.
var defined = regexp.MustCompile(`(?m)^ {0,3}\[\^([^\]\s]+)\]:`)

// noted is a note where it is referred to or defined.
var noted = regexp.MustCompile(`\[\^[^\]\s]+\]`)

// leftovers warns of links, pictures and notes that became plain text, and of notes that nothing refers to: goldmark drops those.
func (m *conversion) leftovers(root ast.Node) {
	if !strings.Contains(m.Source, "[") {
		return
	}
	from, to := 0, 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindCodeSpan {
			return ast.WalkSkipChildren, nil
		}
		text, ok := n.(*ast.Text)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		if text.Segment.Start != to { // brackets stand in nodes of their own, one after the other
			m.leftover(from, to)
			from = text.Segment.Start
		}
		to = text.Segment.Stop
		return ast.WalkContinue, nil
	})
	m.leftover(from, to)
	written := map[string]int{}
	for _, at := range noted.FindAllStringIndex(m.Source, -1) {
		written[m.Source[at[0]:at[1]]]++
	}
	for _, at := range defined.FindAllStringSubmatchIndex(m.Source, -1) {
		if label := m.Source[at[2]:at[3]]; written["[^"+label+"]"] == 1 {
			m.problems.AddVariant(diag.LinkBroken, "unused", m.Pos(at[2]-2, at[3]+1), "id", label)
		}
	}
}

// leftover reports what is broken in a stretch of the source that became text. What the author put a \ before is meant.
func (m *conversion) leftover(from, to int) {
	for _, at := range broken.FindAllStringIndex(m.Source[from:to], -1) {
		start, end := from+at[0], from+at[1]
		if start > 0 && m.Source[start-1] == '\\' {
			continue
		}
		variant, label := "", ""
		if found := m.Source[start:end]; strings.HasPrefix(found, "[^") {
			variant, label = "note", found[2:len(found)-1]
		}
		m.problems.AddVariant(diag.LinkBroken, variant, m.Pos(start, end), "id", label)
	}
}
