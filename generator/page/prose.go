package page

import (
	"html/template"
	"strings"

	"casusboek/generator/casebook"
)

// ProseAt joins the parts of an author's text for this page. k is the case whose round the page shows (nil elsewhere) and round that round: a link to an event that is
// not known there gets neutral words and leads to the event's round, so that neither its title nor its id is given away.
func ProseAt(p *Page, t casebook.Prose, round int, k *casebook.Case) template.HTML {
	var b strings.Builder
	for _, part := range t.Parts {
		switch {
		case part.Link != nil:
			p.writeLink(&b, part.Link, round, k)
		case part.Image != nil:
			p.writePicture(&b, part.Image)
		default:
			b.WriteString(part.HTML)
		}
	}
	return template.HTML(b.String()) //nolint:gosec // parse made it from Markdown without raw HTML
}

func (p *Page) writeLink(b *strings.Builder, l *casebook.Link, round int, k *casebook.Case) {
	words, href := l.Text, l.Outside
	switch {
	case l.Event != nil && (l.Event.Case == k && l.Event.Round <= round || l.Event.Round == 0):
		href = p.eventHref(l.Event, k)
		if words == "" {
			words = template.HTMLEscapeString(l.Event.Title.V)
		}
	case l.Event != nil:
		href = p.Link(p.run.At.Round(l.Event.Case, l.Event.Round))
		if words == "" {
			words = template.HTMLEscapeString(p.T("page.link.event", "case", l.Event.Case.Title.V))
		}
	case l.Doc != nil:
		href = p.Link(p.run.At.Of(l.Doc))
		if l.Anchor != "" {
			href += "#" + l.Anchor
		}
		if words == "" {
			words = template.HTMLEscapeString(l.Title)
		}
	case href == "":
		if words == "" {
			words = template.HTMLEscapeString(p.T("page.link.unpublished"))
		}
		b.WriteString(words)
		return
	}
	b.WriteString(`<a href="` + template.HTMLEscapeString(href) + `">` + words + `</a>`)
}

// eventHref leads to an event that the reader knows: on this page if it is one of the event's case, else on the case's first page.
func (p *Page) eventHref(e *casebook.Event, k *casebook.Case) string {
	if e.Case == k {
		return "#" + e.ID.V
	}
	return p.Href(e.Case) + "#" + e.ID.V
}

func (p *Page) writePicture(b *strings.Builder, i *casebook.Picture) {
	b.WriteString(`<img src="` + template.HTMLEscapeString(p.File(p.run.At.Image(i.Path))) +
		`" alt="` + template.HTMLEscapeString(i.Alt) + `" loading="lazy">`)
}
