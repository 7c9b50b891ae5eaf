package parse

import (
	"bytes"
	"html"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// dig replaces every link and picture by a hole, in the order in which they are rendered.
func (m *markdown) dig(root ast.Node) {
	var found []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindLink, ast.KindImage, ast.KindAutoLink, kindWiki:
			if entering {
				found = append(found, n)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	sentences := make([]string, len(found)) // first of all, since a hole has no words
	for i, n := range found {
		if n.Kind() != ast.KindImage {
			sentences[i] = m.sentence(n)
		}
	}
	for i, n := range found {
		var part casebook.Part
		switch n := n.(type) {
		case *ast.Link:
			part.Link = m.link(n)
		case *ast.AutoLink:
			part.Link = m.autoLink(n)
		case *wikiLink:
			part.Link = m.wiki(n)
		case *ast.Image:
			part.Image = m.picture(n)
		}
		if part.Link != nil {
			part.Link.Sentence = sentences[i]
		}
		m.holes = append(m.holes, part)
		n.Parent().ReplaceChild(n.Parent(), n, &hole{})
	}
}

// linkEnd finds the end of [words](target) or [words][name] that begins at from; goldmark does not keep it.
func (m *markdown) linkEnd(from int) int {
	depth := 0
	for i := from; i < len(m.source); i++ {
		switch m.source[i] {
		case '\\':
			i++
		case '[', '(':
			depth++
		case ']', ')':
			depth--
			if depth == 0 && (i+1 == len(m.source) || m.source[i] == ')' || m.source[i+1] != '(' && m.source[i+1] != '[') {
				return i + 1
			}
		case '\n':
			if i > from && i+1 < len(m.source) && m.source[i+1] == '\n' {
				return i
			}
		}
	}
	return len(m.source)
}

func (m *markdown) link(n *ast.Link) *casebook.Link {
	from := max(n.Pos(), 0)
	l := &casebook.Link{Pos: m.pos(from, m.linkEnd(from)), Written: string(n.Destination)}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if c.Kind() == ast.KindImage || c.Kind() == ast.KindAutoLink || c.Kind() == kindWiki {
			if c.Kind() == ast.KindImage {
				m.add(diag.ImageLinked, l.Pos)
			}
			n.RemoveChild(n, c)
		} else {
			m.flatten(c)
			l.Text += m.render(c)
		}
		c = next
	}
	m.target(l)
	return l
}

// flatten removes links and pictures deeper inside the words of a link, since a link holds no other.
func (m *markdown) flatten(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch c.Kind() {
		case ast.KindLink, ast.KindImage, ast.KindAutoLink, kindWiki:
			n.RemoveChild(n, c)
		default:
			m.flatten(c)
		}
		c = next
	}
}

func (m *markdown) autoLink(n *ast.AutoLink) *casebook.Link {
	label := string(n.Label(m.source))
	from := max(n.Pos(), 0)
	address := string(n.URL(m.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
		address = "mailto:" + address
	}
	l := &casebook.Link{Pos: m.pos(from, from+len(label)+2), Written: address, Text: html.EscapeString(label)}
	m.target(l)
	return l
}

func (m *markdown) wiki(n *wikiLink) *casebook.Link {
	l := &casebook.Link{
		Pos: m.pos(n.from, n.to), Wiki: true, Written: string(n.target), Text: html.EscapeString(string(n.words)),
	}
	if l.Written == "" {
		m.add(diag.LinkEmpty, l.Pos)
	}
	return l
}

// target sorts a written target into an outside address, one that is refused, or one for link to find.
func (m *markdown) target(l *casebook.Link) {
	scheme := schemeOf(l.Written)
	switch {
	case strings.TrimSpace(l.Written) == "":
		m.add(diag.LinkEmpty, l.Pos)
	case scheme == "http" || scheme == "https" || scheme == "mailto":
		l.Outside = string(util.URLEscape([]byte(l.Written), false))
	case strings.HasPrefix(l.Written, "//"), strings.HasPrefix(l.Written, `\\`):
		m.addVariant(diag.LinkScheme, "none", l.Pos, "address", shorten(l.Written))
	case scheme != "":
		m.add(diag.LinkScheme, l.Pos, "scheme", scheme, "address", shorten(l.Written))
	}
}

// schemeOf gives the scheme of an address in small letters, as RFC 3986 section 3.1 spells it, or nothing. White space and control characters before or in it are passed
// over, as browsers do.
func schemeOf(address string) string {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, address)
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || scheme == "" {
		return ""
	}
	for i, c := range []byte(scheme) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
			return ""
		}
	}
	return strings.ToLower(scheme)
}

func (m *markdown) picture(n *ast.Image) *casebook.Picture {
	from := max(n.Pos(), 0)
	p := &casebook.Picture{Pos: m.pos(from, m.linkEnd(from)), Alt: strings.Join(strings.Fields(m.words(n)), " ")}
	if p.Alt == "" {
		m.add(diag.ImageAlt, p.Pos, "image", shorten(string(n.Destination)))
	}
	below, ok := imagePath(m.places.file, string(n.Destination))
	if !ok {
		m.add(diag.ImageOutside, p.Pos, "image", shorten(string(n.Destination)))
	}
	p.Path = below
	return p
}

// imagePath finds the path below content/beelden that an address names, seen from a file: relative to it, or from the content folder.
func imagePath(file, address string) (string, bool) {
	name, err := url.PathUnescape(address)
	if err != nil || schemeOf(address) != "" || strings.Contains(name, `\`) {
		return "", false
	}
	for _, full := range []string{path.Join(path.Dir(file), name), path.Join("content", name)} {
		for _, folder := range []string{"content/beelden/", "content/images/"} {
			if below, ok := strings.CutPrefix(full, folder); ok && below != "" {
				return below, true
			}
		}
	}
	return "", false
}

// words gives the plain text of an inline tree.
func (m *markdown) words(n ast.Node) string {
	var b strings.Builder
	m.write(&b, n)
	return b.String()
}

func (m *markdown) write(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !m.writeLeaf(b, c) {
			m.write(b, c)
		}
	}
}

// writeLeaf adds the plain text of a node that holds no others, and reports whether it is one. A wiki link without words of its own reads
// as it was typed, [[nadira]], so that whoever knows its target's title can put that in.
func (m *markdown) writeLeaf(b *strings.Builder, n ast.Node) bool {
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

func (w *wikiLink) plain() []byte {
	if len(w.words) > 0 {
		return w.words
	}
	return bytes.Join([][]byte{[]byte("[["), w.target, []byte("]]")}, nil)
}

// unescape resolves what Markdown writes differently: \* and &eacute;. In code it does not.
func (m *markdown) unescape(t *ast.Text) []byte {
	v := t.Value(m.source)
	if t.IsRaw() || t.Parent() != nil && t.Parent().Kind() == ast.KindCodeSpan || !bytes.ContainsAny(v, `\&`) {
		return v
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(v)))
}
