package casebook

import (
	"html"
	"regexp"
	"strings"

	"casusboek/generator/diag"
)

// Prose is Markdown, rendered to safe HTML at parse time. Links and images are separate
// parts, because their addresses depend on the page that shows the prose. Package page
// joins the parts.
type Prose struct {
	Pos   diag.Pos // the first line of the source
	Parts []Part
	Plain string // the text without markup, paragraphs separated by a newline
}

// IsZero reports whether there is no text.
func (p Prose) IsZero() bool { return len(p.Parts) == 0 }

// Links returns the links, in order.
func (p Prose) Links() []*Link {
	var links []*Link
	for i := range p.Parts {
		if p.Parts[i].Link != nil {
			links = append(links, p.Parts[i].Link)
		}
	}
	return links
}

var headingID = regexp.MustCompile(`<h[1-6][^>]* id="([^"]*)"`)

// Headings returns the ids of the headings, in order.
func (p Prose) Headings() []string {
	var ids []string
	for _, part := range p.Parts {
		if !strings.Contains(part.HTML, "<h") {
			continue
		}
		for _, match := range headingID.FindAllStringSubmatch(part.HTML, -1) {
			ids = append(ids, html.UnescapeString(match[1]))
		}
	}
	return ids
}

// NameLink replaces a wiki link without text, such as [[nadira]], in the plain text and in
// the sentences around links, by words. resolve.References calls it when the target is
// known. The words must reveal nothing, since plain text is not hidden until a round.
func (p *Prose) NameLink(l *Link, words string) {
	if !l.Wiki || l.Text != "" {
		return
	}
	typed := "[[" + l.Written + "]]"
	p.Plain = strings.Replace(p.Plain, typed, words, 1)
	for _, other := range p.Links() {
		other.Sentence = strings.ReplaceAll(other.Sentence, typed, words)
	}
}

// Excerpt returns the first words of the plain text, at most max characters plus an
// ellipsis.
func (p Prose) Excerpt(max int) string {
	text := strings.Join(strings.Fields(p.Plain), " ")
	runes := []rune(text)
	if len(runes) <= max {
		return text
	}
	cut := string(runes[:max])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.-") + "…"
}

// Part is a piece of prose: exactly one of its fields is set.
type Part struct {
	HTML  string // safe and complete
	Link  *Link
	Image *Picture
}

// Link is a link to another document or event of the casebook, or to an outside address.
type Link struct {
	Pos     diag.Pos
	Wiki    bool   // written as [[...]]
	Written string // the target as written, without the text
	// HTML of the author's words; empty for a wiki link without text, which gets its
	// target's title
	Text     string
	Sentence string // plain text of the sentence around it

	// Set by resolve.References, except Outside, which parse sets.
	Outside string // an http(s) or mailto address
	Doc     *Doc   // nil when outside, or when the target is not published
	Title   string // of the target
	Event   *Event // when the link names one
	Anchor  string // of a heading, as written
}

// Picture is an image with its alternative text, which is required.
type Picture struct {
	Pos  diag.Pos
	Path string // below content/beelden (or images)
	Alt  string
}
