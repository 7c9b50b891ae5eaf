// Package markdown turns a Markdown text into casebook.Prose: safe HTML, cut at its links and pictures.
//
//	prose, problems := markdown.Prose(markdown.Text{Source: "Zie [[nadira]].", File: "content/paginas/over.md", Pos: pos, Top: 2})
//
// gives the parts
//
//	{HTML: "<p>Zie "}  {Link: Written "nadira", Wiki, Sentence "Zie [[nadira]]."}  {HTML: ".</p>\n"}
//
// and the plain text "Zie [[nadira]].". A page joins the parts and fills in the addresses of its own; nothing is rendered twice.
//
// Markdown is CommonMark with tables, footnotes, typographic quotes and wiki links ([[target]], [[target|words]]). Promised of what comes out:
//
//   - No raw HTML. It is taken from the tree before anything is rendered, and reported.
//   - No address in the HTML, but those of the footnotes below it. Every link and picture is a part of its own. Links are kept as written,
//     for package link to follow, except those that lead outside; schemes other than http, https and mailto are reported. Of a picture only the
//     path below content/beelden is kept.
//   - Headings begin at Text.Top, skip no level, and have ids that nothing else in Text.IDs has.
//   - Every link, picture and problem has its place, which Text.Pos finds for an offset in the text.
//
// One conversion goes through the files in this order: markdown.go (headings, raw HTML), words.go (plain text and Dutch apostrophes),
// links.go, sentence.go (the sentence around a link), leftovers.go (what was meant as a link) and pictures.go (what becomes a hole), markdown.go again (rendering, cutting at the holes).
package markdown

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
	goldmark.WithParserOptions(
		parser.WithInlineParsers(util.Prioritized(wikiParser{}, 150), util.Prioritized(rowParser{}, 150)),
		parser.WithParagraphTransformers(util.Prioritized(limiter{}, 500)), // after tables, which are paragraphs until then
	),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(holeRenderer{}, 100))),
)

// Text is one Markdown text and what has to be known about where it stands.
type Text struct {
	Source string
	File   string                      // the file it stands in, content/casussen/nadira.md: pictures are named relative to it
	At     diag.Pos                    // the place of the text as a whole
	Pos    func(from, to int) diag.Pos // the place in the file of the bytes of Source from one offset to another
	Top    int                         // the level that its highest heading gets, 1 to 6
	Prefix string                      // of the ids of footnotes, so that texts can share a page
	IDs    map[string]int              // ids that headings may not take; those that they get are added, with how often they were wanted. nil: headings get no id
}

// conversion is one text on its way to prose.
type conversion struct {
	Text
	source   []byte // of the text, as goldmark takes it
	holes    []casebook.Part
	plain    strings.Builder
	problems diag.List

	block  ast.Node // the last one that sentence looked at, and
	spoken speech   // what it reads as
}

// Prose converts a text, and says what an author must mend in it. A text of white space alone gives prose that is zero.
func Prose(t Text) (casebook.Prose, diag.List) {
	if strings.TrimSpace(t.Source) == "" {
		return casebook.Prose{}, nil
	}
	m := &conversion{Text: t, source: []byte(t.Source)}
	if !m.parsable() {
		return casebook.Prose{Pos: m.At}, m.problems
	}
	root := m.parse()
	root.OwnerDocument().SetMeta(map[string]any{"prefix": m.Prefix})
	m.headings(root)
	m.refuse(root) // before anything is rendered, so that what may not come out cannot
	m.leftovers(root)
	m.blocks(root)
	m.dig(root)
	html := m.render(root)
	m.characters(root, html)
	parts := m.cut(html)
	plain := strings.Clone(strings.TrimSpace(m.plain.String())) // without the room to grow that the builder has, which is as much again
	return casebook.Prose{Pos: m.At, Parts: parts, Plain: plain}, m.problems
}

func (m *conversion) render(n ast.Node) string {
	var b bytes.Buffer
	if err := converter.Renderer().Render(&b, m.source, n); err != nil {
		panic(fmt.Sprintf("markdown: goldmark cannot write to memory: %v", err)) // a bytes.Buffer never fails
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
func (m *conversion) cut(html string) []casebook.Part {
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
func (m *conversion) headings(root ast.Node) {
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
	last := m.Top - 1
	for _, h := range found {
		h.Level = min(h.Level-highest+m.Top, last+1, 6)
		last = h.Level
		if m.IDs == nil {
			continue
		}
		slug := casebook.Slug(m.words(h))
		if slug == "" {
			continue
		}
		id := m.unique(slug)
		h.SetAttributeString("id", []byte(id))
	}
}

// unique returns an id that nothing has yet: the slug, or the slug with a number. It counts on where the last heading of that slug stopped, so that many equal headings cost no
// more than as many different ones.
func (m *conversion) unique(slug string) string {
	id := slug
	for m.IDs[id] > 0 {
		m.IDs[slug]++
		id = fmt.Sprintf("%s-%d", slug, m.IDs[slug])
	}
	m.IDs[id] = 1
	return id
}

// refuse takes raw HTML out of the tree and reports it.
func (m *conversion) refuse(root ast.Node) {
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
		m.problems.AddVariant(diag.HTMLRefused, variant, m.Pos(from, from+len(tag)), "html", shorten(tag))
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
