package checks

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Outline writes a page as a reader without a screen gets it: its title, headings, text, links, tables, pictures and controls, one
// block a line. It is what golden pages hold, so that whoever reviews a change reads what readers will read, not markup.
//
//	# Een duurder huis
//	Wie had wanneer met haar moeten praten?
//	- [Eerste indruk](../index.html)
//	(picture: Levenskaart van Nadira)
func (p *Page) Outline() string {
	o := &outline{}
	o.line("title: " + p.title())
	for _, n := range p.elements("meta") {
		if name, _ := attr(n, "name"); name == "description" || name == "robots" {
			content, _ := attr(n, "content")
			o.line(name + ": " + content)
		}
	}
	for _, n := range p.elements("body") {
		o.block(n, "")
	}
	o.flush("")
	return o.lines.String()
}

// outline collects inline text until a block ends.
type outline struct {
	lines strings.Builder
	text  strings.Builder
}

func (o *outline) line(s string) { o.lines.WriteString(s + "\n") }

func (o *outline) flush(prefix string) {
	if s := strings.Join(strings.Fields(o.text.String()), " "); s != "" {
		o.line(prefix + s)
	}
	o.text.Reset()
}

// inlines are the elements that do not end a line.
var inlines = strings.Fields("a abbr b bdi br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr svg button label output")

// prefixes are how a block of a kind begins.
var prefixes = map[string]string{
	"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### ", "li": "- ", "blockquote": "> ", "dt": "= ", "dd": ": ",
	"figcaption": "~ ", "caption": "~ ", "summary": "+ ",
}

func (o *outline) block(n *html.Node, prefix string) {
	if own, ok := prefixes[n.Data]; ok {
		prefix = own
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			o.text.WriteString(c.Data)
		case c.Type != html.ElementNode || c.Data == "script" || c.Data == "template" || waiting(c):
		case c.Data == "td" || c.Data == "th":
			o.block(c, prefix)
			o.text.WriteString(" | ")
		case slices.Contains(inlines, c.Data):
			o.inline(c, prefix)
		default:
			if n.Data != "tr" {
				o.flush(prefix)
			}
			o.block(c, prefix)
			o.flush(orOwn(c, prefix))
		}
	}
	if n.Data == "td" || n.Data == "th" {
		return
	}
	o.flush(prefix)
}

// waiting reports whether only a script shows an element: it is no part of the page as it stands.
func waiting(n *html.Node) bool {
	_, is := attr(n, "hidden")
	return is
}

func orOwn(n *html.Node, prefix string) string {
	if own, ok := prefixes[n.Data]; ok {
		return own
	}
	return prefix
}

func (o *outline) inline(n *html.Node, prefix string) {
	href, _ := attr(n, "href")
	switch n.Data {
	case "svg":
		o.picture(n)
	case "img":
		alt, _ := attr(n, "alt")
		src, _ := attr(n, "src")
		o.text.WriteString(" (image " + src + ": " + alt + ") ")
	case "br":
		o.text.WriteString(" / ")
	case "a":
		o.text.WriteString("[")
		o.children(n, prefix)
		o.text.WriteString("](" + href + ")")
	case "button":
		o.text.WriteString(" (button: ")
		o.children(n, prefix)
		o.text.WriteString(") ")
	default:
		o.children(n, prefix)
	}
}

func (o *outline) children(n *html.Node, prefix string) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			o.text.WriteString(c.Data)
		case c.Type == html.ElementNode && slices.Contains(inlines, c.Data):
			o.inline(c, prefix)
		case c.Type == html.ElementNode && c.Data != "script":
			o.children(c, prefix)
			o.text.WriteString(" ")
		}
	}
}

// picture gives a drawing's name and what stands in it, or nothing when it only decorates.
func (o *outline) picture(n *html.Node) {
	if hidden(n) {
		return
	}
	label, _ := attr(n, "aria-label")
	words := []string{label}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && slices.Contains([]string{"title", "desc", "text"}, d.Data) {
			words = append(words, strings.Join(strings.Fields(text(d)), " "))
		}
	}
	o.text.WriteString(" (picture: " + strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), "; ") + ") ")
}
