// Package excerpt takes pages out of a finished site to stand alone, in a book or a course: what leads to a page that
// does not come along becomes plain text, and what only the site needs is left out.
//
//	set := bundle.Excerpt{Pages: map[string]bool{"casussen/nadira/index.html": true}, Base: "https://voorbeeld.nl/"}
//	page, err := set.Cut("casussen/nadira/index.html", html)
//
// It works on pages as the site has them, so a book shows nothing that the site does not.
package bundle

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Excerpt are the pages that stand together.
type Excerpt struct {
	Pages map[string]bool // the files of the pages that come along, from the top of the site
	Base  string          // the site's public address with a slash at its end; empty: links to other pages become text

	Scripts bool // whether scripts come along, and what they show
}

// ExcerptPage is a page that has been taken out.
type ExcerptPage struct {
	Title string // its main heading
	Foot  string // what the site's foot says in words: origin, publisher, licence
	Lang  string
	Root  *html.Node // the whole document, its links led right
	Main  *html.Node // its <main>
	Icons *html.Node // the <svg> with the icons that it uses; nil without
}

// Cut reads the page at a path of the site and leads its links right.
func (s Excerpt) Cut(at string, source []byte) (*ExcerptPage, error) {
	root, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at, err)
	}
	p := &ExcerptPage{Root: root}
	var gone []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			gone = append(gone, n)
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Html:
			p.Lang = NodeAttr(n, "lang")
		case n.DataAtom == atom.Main:
			p.Main = n
		case n.DataAtom == atom.H1 && p.Title == "":
			p.Title = NodeText(n)
		case n.Data == "svg" && NodeAttr(n, "class") == "sprite":
			p.Icons = n
		case n.DataAtom == atom.P && n.Parent.DataAtom == atom.Footer:
			p.Foot = NodeText(n)
		case s.siteOnly(n):
			gone = append(gone, n)
		}
	}
	if p.Main == nil {
		return nil, fmt.Errorf("%s has no main part", at)
	}
	remove(gone)
	s.leadRight(at, root)
	return p, nil
}

// siteOnly reports whether an element is of use on the site alone: its menus, what leads to paper, what is said to search
// engines, and, without scripts, what these would show.
func (s Excerpt) siteOnly(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav:
		if n.Parent.DataAtom == atom.Header || n.Parent.DataAtom == atom.Footer {
			return true
		}
	case atom.Link:
		return NodeAttr(n, "rel") != "stylesheet"
	case atom.Meta:
		return NodeAttr(n, "charset") == "" && NodeAttr(n, "name") != "viewport" && NodeAttr(n, "http-equiv") == ""
	case atom.Script:
		return !s.Scripts || NodeAttr(n, "src") == ""
	case atom.Template, atom.Form, atom.Button:
		return !s.Scripts
	}
	return !s.Scripts && has(n, "hidden") || slices.Contains(strings.Fields(NodeAttr(n, "class")), "no-print")
}

// leadRight makes of links to pages that are not in the set full addresses, or text where the site has none.
func (s Excerpt) leadRight(at string, root *html.Node) {
	var loose []*html.Node
	for n := range root.Descendants() {
		if n.DataAtom != atom.A || n.Type != html.ElementNode {
			continue
		}
		target, err := url.Parse(NodeAttr(n, "href"))
		if err != nil || target.Scheme != "" || target.Path == "" {
			continue
		}
		file := path.Join(path.Dir(at), target.Path)
		switch {
		case s.Pages[file]:
		case s.Base != "":
			setAttr(n, "href", s.Base+strings.TrimSuffix(file, "index.html"))
		default:
			loose = append(loose, n)
		}
	}
	for _, n := range loose {
		unwrap(n)
	}
}

// Uses lists the styles, scripts and pictures of the page, from the top of the site.
func (p *ExcerptPage) Uses(at string) []string {
	var files []string
	for n := range p.Root.Descendants() {
		link := ""
		switch n.DataAtom {
		case atom.Link:
			link = NodeAttr(n, "href")
		case atom.Script, atom.Img:
			link = NodeAttr(n, "src")
		}
		if u, err := url.Parse(link); err == nil && u.Path != "" && u.Scheme == "" {
			files = append(files, path.Join(path.Dir(at), u.Path))
		}
	}
	return files
}

// unwrap puts what is in an element in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

func remove(nodes []*html.Node) {
	for _, n := range nodes {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// NodeText is what an element says, with single spaces.
func NodeText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// NodeAttr is the value of an attribute; empty when the element has none.
func NodeAttr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func setAttr(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
		}
	}
}
