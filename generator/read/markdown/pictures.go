package markdown

import (
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

func (m *conversion) picture(n *ast.Image) *casebook.Picture {
	from := max(n.Pos(), 0)
	p := &casebook.Picture{Pos: m.Pos(from, m.linkEnd(from)), Alt: strings.Join(strings.Fields(m.words(n)), " ")}
	if p.Alt == "" {
		m.problems.Add(diag.ImageAlt, p.Pos, "image", shorten(string(n.Destination)))
	}
	below, ok := imagePath(m.File, string(n.Destination))
	if !ok {
		m.problems.Add(diag.ImageOutside, p.Pos, "image", shorten(string(n.Destination)))
	}
	p.Path = below
	return p
}

// imagePath finds the path below content/beelden that an address names, seen from a file: relative to it, or from the
// content folder. It has its accents in one form (NFC), as the paths of pictures have.
func imagePath(file, address string) (string, bool) {
	name, err := url.PathUnescape(address)
	if err != nil || schemeOf(address) != "" || strings.Contains(name, `\`) {
		return "", false
	}
	for _, full := range []string{path.Join(path.Dir(file), name), path.Join("content", name)} {
		for _, folder := range []string{"content/beelden/", "content/images/"} {
			if below, ok := strings.CutPrefix(full, folder); ok && below != "" {
				return norm.NFC.String(below), true
			}
		}
	}
	return "", false
}
