package page

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
)

// ProseAt joins the parts of an author's text for this page. k is the case whose round the page shows (nil elsewhere)
// and round that round: a link to an event that is not known there gets neutral words and leads to the event's round,
// so that neither its title nor its id is given away.
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
	return template.HTML(b.String()) // parse made it from Markdown without raw HTML
}

// CardProse is the text of an event as it stands on its card. A card is also printed and dealt, and stands beside the
// same text in a list: its links are words alone, and the ids of its footnotes are its own.
func CardProse(p *Page, e *casebook.Event) template.HTML {
	notes := e.AnchorPrefix()
	own := strings.NewReplacer(`id="`+notes, `id="card-`+notes, `href="#`+notes, `href="#card-`+notes)
	var b strings.Builder
	for _, part := range e.Text.Parts {
		switch {
		case part.Link != nil:
			words, _ := p.linkTo(part.Link, e.Round, e.Case)
			b.WriteString(words)
		case part.Image != nil:
			p.writePicture(&b, part.Image)
		default:
			b.WriteString(own.Replace(part.HTML))
		}
	}
	return template.HTML(b.String()) // parse made it from Markdown without raw HTML
}

// CardCopy is the text of a card that stands on the same page before, n times: the ids of its footnotes are its own again.
func CardCopy(e *casebook.Event, text template.HTML, n int) template.HTML {
	if n == 0 {
		return text
	}
	first, own := "card-"+e.AnchorPrefix(), fmt.Sprintf("card%d-%s", n+1, e.AnchorPrefix())
	return template.HTML(strings.NewReplacer(`id="`+first, `id="`+own, `href="#`+first, `href="#`+own).Replace(string(text))) // it is as it was but for its ids
}

func (p *Page) writeLink(b *strings.Builder, l *casebook.Link, round int, k *casebook.Case) {
	words, href := p.linkTo(l, round, k)
	if href == "" {
		b.WriteString(words)
		return
	}
	b.WriteString(`<a href="` + template.HTMLEscapeString(href) + `">` + words + `</a>`)
}

// linkTo gives the words of a link, as HTML, and its address, empty when its target is not published.
func (p *Page) linkTo(l *casebook.Link, round int, k *casebook.Case) (words, href string) {
	var title string // what stands there when the author gave no words
	switch {
	case l.Event != nil && (l.Event.Case == k && l.Event.Round <= round || l.Event.Round == 0):
		title, href = l.Event.Title.V, p.eventHref(l.Event, k)
	case l.Event != nil && l.Event.Case == k:
		title, href = p.T("page.link.later", "n", strconv.Itoa(l.Event.Round)), p.Link(p.run.At.Round(k, l.Event.Round))
	case l.Event != nil:
		title, href = p.T("page.link.event", "case", l.Event.Case.Title.V), p.Link(p.run.At.Round(l.Event.Case, l.Event.Round))
	case l.Doc != nil:
		title, href = l.Title, p.Link(p.run.At.Of(l.Doc))
		if l.Anchor != "" {
			href += "#" + l.Anchor
		}
	case l.Outside != "":
		href = l.Outside
	default:
		title = p.T("page.link.unpublished")
	}
	if l.Text != "" {
		return l.Text, href
	}
	return template.HTMLEscapeString(title), href
}

// eventHref leads to an event that the reader knows: on this page if it is one of the event's case, else on the case's
// first page.
func (p *Page) eventHref(e *casebook.Event, k *casebook.Case) string {
	if e.Case == k {
		return "#" + e.ID.V
	}
	return p.Href(e.Case) + "#" + e.ID.V
}

// writePicture says how large the picture is, so that the page does not jump when it comes.
func (p *Page) writePicture(b *strings.Builder, i *casebook.Picture) {
	size := ""
	if image := p.run.images[i.Path]; image != nil && image.Width > 0 {
		size = fmt.Sprintf(` width="%d" height="%d"`, image.Width, image.Height)
	}
	b.WriteString(`<img src="` + template.HTMLEscapeString(p.File(p.run.At.Image(i.Path))) +
		`" alt="` + template.HTMLEscapeString(i.Alt) + `"` + size + ` loading="lazy">`)
}
