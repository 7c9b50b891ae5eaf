package casebook

import (
	"html"
	"regexp"
	"strings"

	"casusboek/generator/diag"
)

// Prose is Markdown turned to safe HTML once, at parse time, with holes where the address of something else goes: an address
// depends on the page on which the prose stands, its HTML does not. Render joins the parts.
type Prose struct {
	Pos   diag.Pos // the first line of the source
	Parts []Part
	Plain string // the text without markup, paragraphs separated by a newline
}

// IsZero reports whether there is no text.
func (p Prose) IsZero() bool { return len(p.Parts) == 0 }

// Links gives the links in the order in which they stand.
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

// Headings gives the ids of the headings in the order in which they stand.
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

// NameLink puts words in the plain text, and in the sentences around links, where a wiki link without any of its own stands: after
// parse it reads there as it was typed, [[nadira]]. Link calls it when it knows the target; words must give nothing away, since plain
// text is not hidden until a round.
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

// Excerpt gives the first words of the plain text, at most max characters, cut at a word with an ellipsis.
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
	Pos      diag.Pos
	Wiki     bool   // written as [[...]]
	Written  string // the target as written, without the text
	Text     string // HTML of the author's words; empty for a wiki link without any, which then takes its target's title
	Sentence string // plain text of the sentence in which it stands

	// Filled by link, except Outside.
	Outside string // an http(s) or mailto address
	Doc     *Doc   // nil when outside, or when the target is not published
	Title   string // of the target
	Event   *Event // when the link names one
	Anchor  string // of a heading, as written
}

// Picture is an image with its required alternative text.
type Picture struct {
	Pos  diag.Pos
	Path string // below content/beelden (or images)
	Alt  string
}
