package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// dig replaces every link and picture by a hole, in the order in which they are rendered.
func (m *conversion) dig(root ast.Node) {
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

// longestLink is how many bytes the end of a link is looked for: its brackets may be such that none closes it, as in [`[`](a), and then the search would go on to the end of
// the paragraph for each link.
const longestLink = 2_000

// linkEnd finds the end of [words](target) or [words][name] that begins at from; goldmark does not keep it.
func (m *conversion) linkEnd(from int) int {
	depth, limit := 0, min(len(m.source), from+longestLink)
	for i := from; i < limit; i++ {
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
	return limit
}

func (m *conversion) link(n *ast.Link) *casebook.Link {
	from := max(n.Pos(), 0)
	l := &casebook.Link{Pos: m.Pos(from, m.linkEnd(from)), Written: string(n.Destination)}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if c.Kind() == ast.KindImage || c.Kind() == ast.KindAutoLink || c.Kind() == kindWiki {
			if c.Kind() == ast.KindImage {
				m.problems.Add(diag.ImageLinked, l.Pos)
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
func (m *conversion) flatten(n ast.Node) {
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

func (m *conversion) autoLink(n *ast.AutoLink) *casebook.Link {
	label := string(n.Label(m.source))
	from := max(n.Pos(), 0)
	address := string(n.URL(m.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
		address = "mailto:" + address
	}
	l := &casebook.Link{Pos: m.Pos(from, from+len(label)+2), Written: address, Text: html.EscapeString(label)}
	m.target(l)
	return l
}

func (m *conversion) wiki(n *wikiLink) *casebook.Link {
	l := &casebook.Link{
		Pos: m.Pos(n.from, n.to), Wiki: true, Written: string(n.target), Text: html.EscapeString(string(n.words)),
	}
	if l.Written == "" {
		m.problems.Add(diag.LinkEmpty, l.Pos)
	}
	return l
}

// target sorts a written target into an outside address, one that is refused, or one for link to find.
func (m *conversion) target(l *casebook.Link) {
	scheme := schemeOf(l.Written)
	switch {
	case strings.TrimSpace(l.Written) == "":
		m.problems.Add(diag.LinkEmpty, l.Pos)
	case scheme == "http" || scheme == "https" || scheme == "mailto":
		l.Outside = string(util.URLEscape([]byte(l.Written), false))
	case strings.HasPrefix(l.Written, "//"), strings.HasPrefix(l.Written, `\\`):
		m.problems.AddVariant(diag.LinkScheme, "none", l.Pos, "address", shorten(l.Written))
	case scheme != "":
		m.problems.Add(diag.LinkScheme, l.Pos, "scheme", scheme, "address", shorten(l.Written))
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
