package parse

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// converter reads and renders all Markdown. Goldmark keeps nothing of one text for the next, so all goroutines share it.
var converter = goldmark.New(
	goldmark.WithExtensions(
		extension.Table,
		extension.NewFootnote(extension.WithFootnoteIDPrefixFunction(func(n ast.Node) []byte {
			prefix, _ := n.OwnerDocument().Meta()["prefix"].(string)
			return []byte(prefix)
		})),
		extension.NewTypographer(extension.WithTypographicSubstitutions(extension.TypographicSubstitutions{
			extension.LeftSingleQuote: []byte("‘"), extension.RightSingleQuote: []byte("’"), extension.Apostrophe: []byte("’"),
			extension.LeftDoubleQuote: []byte("“"), extension.RightDoubleQuote: []byte("”"),
			extension.EnDash: []byte("–"), extension.EmDash: []byte("—"), extension.Ellipsis: []byte("…"),
			extension.LeftAngleQuote: []byte("«"), extension.RightAngleQuote: []byte("»"),
		})),
	),
	goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(wikiParser{}, 150))),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(holeRenderer{}, 100))),
)

// markdown turns one text into prose.
type markdown struct {
	*decoder
	source []byte
	prefix string               // of footnote ids, so that texts can share a page
	top    int                  // the level of the highest heading
	ids    map[string]bool      // ids that headings may not take; nil: headings get no id
	place  func(offset int) int // from an offset in source to one in the file

	holes []casebook.Part
	plain strings.Builder
}

func (m *markdown) pos(from, to int) diag.Pos { return m.places.at(m.place(from), m.place(to)) }

// prose converts the text. What may not come out is taken from the tree before anything is rendered.
func (m *markdown) prose(at diag.Pos) casebook.Prose {
	if len(bytes.TrimSpace(m.source)) == 0 {
		return casebook.Prose{}
	}
	root := converter.Parser().Parse(gmtext.NewReader(m.source))
	root.OwnerDocument().SetMeta(map[string]any{"prefix": m.prefix})
	m.headings(root)
	m.refuse(root)
	m.blocks(root)
	m.dig(root)
	parts := m.cut(m.render(root))
	return casebook.Prose{Pos: at, Parts: parts, Plain: strings.TrimSpace(m.plain.String())}
}

func (m *markdown) render(n ast.Node) string {
	var b bytes.Buffer
	if err := converter.Renderer().Render(&b, m.source, n); err != nil {
		panic(fmt.Sprintf("parse: goldmark cannot write to memory: %v", err)) // a bytes.Buffer never fails
	}
	return b.String()
}

// hole stands in the tree for a link or picture whose address only the page knows.
type hole struct{ ast.BaseInline }

var kindHole = ast.NewNodeKind("Hole")

func (*hole) Kind() ast.NodeKind { return kindHole }

func (h *hole) Dump(source []byte, level int) { ast.DumpHelper(h, source, level, nil, nil) }

// mark is written for every hole. No author's text can hold it: goldmark writes U+FFFD for it.
const mark = "\x00"

type holeRenderer struct{}

func (holeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindHole, func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(mark) // an error of w comes out when it is flushed
		}
		return ast.WalkSkipChildren, nil
	})
}

// cut splits the HTML at its holes, which stand in it in the order in which they were dug.
func (m *markdown) cut(html string) []casebook.Part {
	var parts []casebook.Part
	for i, piece := range strings.Split(html, mark) {
		if i > 0 && i <= len(m.holes) {
			parts = append(parts, m.holes[i-1])
		}
		if piece != "" {
			parts = append(parts, casebook.Part{HTML: piece})
		}
	}
	return parts
}

// headings puts the highest heading at the top level, lets none skip a level, and gives them ids.
func (m *markdown) headings(root ast.Node) {
	var found []*ast.Heading
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			found = append(found, h)
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	highest := 6
	for _, h := range found {
		highest = min(highest, h.Level)
	}
	last := m.top - 1
	for _, h := range found {
		h.Level = min(h.Level-highest+m.top, last+1, 6)
		last = h.Level
		if m.ids == nil {
			continue
		}
		slug := casebook.Slug(m.words(h))
		if slug == "" {
			continue
		}
		id := slug
		for n := 2; m.ids[id]; n++ {
			id = fmt.Sprintf("%s-%d", slug, n)
		}
		m.ids[id] = true
		h.SetAttributeString("id", []byte(id))
	}
}

// refuse takes raw HTML out of the tree and reports it.
func (m *markdown) refuse(root ast.Node) {
	var raw []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && (n.Kind() == ast.KindHTMLBlock || n.Kind() == ast.KindRawHTML) {
			raw = append(raw, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range raw {
		var first gmtext.Segment
		switch n := n.(type) {
		case *ast.RawHTML:
			first = n.Segments.At(0)
		case *ast.HTMLBlock:
			if n.Lines().Len() > 0 {
				first = n.Lines().At(0)
			} else {
				first = n.ClosureLine
			}
		}
		tag := strings.TrimSpace(string(first.Value(m.source)))
		from := first.Start + bytes.Index(first.Value(m.source), []byte(tag))
		variant := ""
		if strings.HasPrefix(tag, "<!--") {
			variant = "comment"
		}
		m.addVariant(diag.HTMLRefused, variant, m.pos(from, from+len(tag)), "html", shorten(tag))
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

// shorten keeps messages to one line.
func shorten(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return text
}
