package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
)

// wikiLink is [[target]] or [[target|words]].
type wikiLink struct {
	ast.BaseInline
	target, words []byte
	from, to      int
}

var kindWiki = ast.NewNodeKind("WikiLink")

func (*wikiLink) Kind() ast.NodeKind { return kindWiki }

func (w *wikiLink) Dump(source []byte, level int) {
	ast.DumpHelper(w, source, level, map[string]string{"target": string(w.target)}, nil)
}

// wikiParser reads wiki links within one line. Within a table the bar is written \|. It comes before goldmark's own parser of links, which has the same first character.
type wikiParser struct{}

func (wikiParser) Trigger() []byte { return []byte{'['} }

func (wikiParser) Parse(_ ast.Node, block gmtext.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	end := bytes.Index(line[:min(len(line), longestLink)], []byte("]]"))
	if end < 0 || bytes.ContainsAny(line[2:end], "[]") {
		return nil
	}
	target, words, _ := bytes.Cut(line[2:end], []byte("|"))
	block.Advance(end + 2)
	return &wikiLink{
		target: bytes.TrimSpace(bytes.TrimRight(target, `\`)), words: bytes.TrimSpace(words),
		from: segment.Start, to: segment.Start + end + 2,
	}
}

// plain gives the words that a link reads as.
func (w *wikiLink) plain() []byte {
	if len(w.words) > 0 {
		return w.words
	}
	return bytes.Join([][]byte{[]byte("[["), w.target, []byte("]]")}, nil)
}
