package render

import (
	"html/template"
	"strings"
)

// pieceHost is a page template through which shared pieces are carried out; every page holds them all.
const pieceHost = "round.html"

// piece carries out one shared piece of a template, such as "event-card", for HTML that is made once and stands on many pages. An error
// stops the page that asked for it.
func (p *Page) piece(name string, data any) template.HTML {
	var b strings.Builder
	if err := p.Templates.Piece(&b, pieceHost, name, data); err != nil {
		p.err = err
	}
	return template.HTML(b.String()) //nolint:gosec // a template made it
}
