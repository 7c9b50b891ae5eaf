package bundle

import (
	"bytes"
	"html/template"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// xhtml writes a page as XML. It notes the pictures that the page shows, and tells whether there is a drawing in it.
func xhtml(p *ExcerptPage, at string, shown map[string]bool) (text []byte, drawing bool) {
	for _, root := range []*html.Node{p.Icons, p.Main} {
		if root != nil {
			drawing = prepare(root, at, shown) || drawing
		}
	}
	up := strings.Repeat("../", strings.Count(at, "/"))
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="utf-8"?>` + "\n<!DOCTYPE html>\n")
	b.WriteString(`<html xmlns="http://www.w3.org/1999/xhtml" lang="` + p.Lang + `" xml:lang="` + p.Lang + "\">\n<head>\n<title>" + template.HTMLEscapeString(p.Title) + "</title>\n")
	for _, sheet := range []string{"casusboek.css", style} {
		b.WriteString(`<link rel="stylesheet" href="` + up + sheet + "\"/>\n")
	}
	b.WriteString("</head>\n<body>\n")
	for _, root := range []*html.Node{p.Icons, p.Main} {
		if root != nil {
			_ = html.Render(&b, root) // a buffer takes everything
			b.WriteByte('\n')
		}
	}
	b.WriteString("</body>\n</html>\n")
	return b.Bytes(), drawing
}

// prepare makes elements fit for XML: links name the book's files, drawings say what language they are in.
func prepare(root *html.Node, at string, shown map[string]bool) (drawing bool) {
	nodes := []*html.Node{root}
	for n := range root.Descendants() {
		nodes = append(nodes, n)
	}
	for _, n := range nodes {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "svg":
			drawing = true
			n.Attr = append(n.Attr, html.Attribute{Key: "xmlns", Val: "http://www.w3.org/2000/svg"})
		case n.DataAtom == atom.A:
			rename(n)
		case n.DataAtom == atom.Img:
			shown[path.Join(path.Dir(at), unescaped(NodeAttr(n, "src")))] = true
		}
	}
	return drawing
}

// rename leads a link to a page of the book.
func rename(n *html.Node) {
	for i, a := range n.Attr {
		target, err := url.Parse(a.Val)
		if a.Key == "href" && err == nil && target.Scheme == "" && strings.HasSuffix(target.Path, ".html") {
			target.Path = bookFile(target.Path)
			n.Attr[i].Val = target.String()
		}
	}
}

func unescaped(link string) string {
	if u, err := url.Parse(link); err == nil {
		return u.Path
	}
	return link
}
