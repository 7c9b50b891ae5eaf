package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// blocks writes the plain text: one line per paragraph, heading, list item or row of a table. On the way it sets right the opening quotes that Dutch
// writes as apostrophes.
func (m *conversion) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch {
		case c.Kind() == ast.KindCodeBlock || c.Kind() == ast.KindFencedCodeBlock:
			m.plain.Write(c.Lines().Value(m.source))
			m.plain.WriteByte('\n')
		case c.Kind() == east.KindTableRow || c.Kind() == east.KindTableHeader:
			for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
				align(cell)
				m.apostrophes(cell)
				m.plain.WriteString(m.words(cell) + " ")
			}
			m.plain.WriteByte('\n')
		case c.FirstChild() != nil && c.FirstChild().Type() == ast.TypeInline:
			m.apostrophes(c)
			if words := m.words(c); words != "" {
				m.plain.WriteString(words + "\n")
			}
		default:
			m.blocks(c)
		}
	}
}

// align makes a class of the side to which a column is set: goldmark writes a style, which the policy of every page forbids.
func align(cell ast.Node) {
	c, ok := cell.(*east.TableCell)
	if !ok || c.Alignment == east.AlignNone {
		return
	}
	c.SetAttributeString("class", []byte("to-"+c.Alignment.String()))
	c.Alignment = east.AlignNone
}

// apostrophes turns the opening quote of ‘s morgens, ‘t and ‘90 into the apostrophe that it is.
func (m *conversion) apostrophes(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s, ok := c.(*ast.String)
		if !ok {
			m.apostrophes(c)
			continue
		}
		next, isText := c.NextSibling().(*ast.Text)
		if string(s.Value) == "‘" && isText && elided(string(next.Value(m.source))) {
			s.Value = []byte("’")
		}
	}
}

// elided reports whether a text begins with what Dutch shortens to an apostrophe and a letter or two, or a year of two digits.
func elided(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	word = strings.TrimRight(word, ".,;:!?)")
	if len(word) == 2 && word[0] >= '0' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9' {
		return true
	}
	return slices.Contains([]string{"s", "t", "n", "k", "m", "r"}, word)
}

// words gives the plain text of an inline tree.
func (m *conversion) words(n ast.Node) string {
	var b strings.Builder
	m.write(&b, n)
	return b.String()
}

func (m *conversion) write(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !m.writeLeaf(b, c) {
			m.write(b, c)
		}
	}
}

// writeLeaf adds the plain text of a node that holds no others, and reports whether it is one. A wiki link without words of its own reads
// as it was typed, [[nadira]], so that whoever knows its target's title can put that in.
func (m *conversion) writeLeaf(b *strings.Builder, n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(m.unescape(n))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte(' ')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(m.source))
	case *wikiLink:
		b.Write(n.plain())
	case *ast.Image:
	default:
		return false
	}
	return true
}

// unescape resolves what Markdown writes differently: \* and &eacute;. In code it does not.
func (m *conversion) unescape(t *ast.Text) []byte {
	v := t.Value(m.source)
	if t.IsRaw() || t.Parent() != nil && t.Parent().Kind() == ast.KindCodeSpan || !bytes.ContainsAny(v, `\&`) {
		return v
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(v)))
}
