package page

import (
	"html/template"
	"strconv"
	"strings"
)

// Link is an address with its words, and how it stands to the page: "page" for the page itself, "true" for its section,
// "step" for a round, empty for any other.
type Link struct{ Href, Text, Current string }

// Domain is a life domain: its name, and its number for colour and icon.
type Domain struct {
	Name string
	N    int
}

// Class is the class that gives a domain's colours.
func (d Domain) Class() string { return "d-" + strconv.Itoa(d.N) }

// pieceHost is a page template through which shared pieces are carried out; every page holds them all.
const pieceHost = "round.html"

// Partial carries out one shared piece of a template, such as "event-card", for HTML that is made once and stands on many
// pages. An error stops the page that asked for it.
func Partial(p *Page, name string, data any) template.HTML {
	var b strings.Builder
	if err := p.Templates.Piece(&b, pieceHost, name, data); err != nil {
		p.Fail(err)
	}
	return template.HTML(b.String()) // a template made it
}
