package checks

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// headings holds that a page has one h1, that levels do not jump, and that no heading is empty: a screen reader's table of contents.
func headings(_ *Site, p *Page) []string {
	var found []string
	tops, before := 0, 0
	for _, n := range p.elements("h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(n.Data[1] - '0')
		words := strings.TrimSpace(text(n))
		switch {
		case words == "":
			found = append(found, fault("an empty <%s>", n.Data))
		case level > before+1 && before > 0:
			found = append(found, fault("<%s> %q follows a <h%d>", n.Data, words, before))
		case before == 0 && level != 1:
			found = append(found, fault("the first heading is <%s> %q", n.Data, words))
		}
		if level == 1 {
			tops++
		}
		before = level
	}
	if tops != 1 {
		found = append(found, fault("%d <h1>, not one", tops))
	}
	return found
}

// head holds what a page says of itself: language, title, character set, viewport, landmarks.
func head(_ *Site, p *Page) []string {
	var found []string
	for _, n := range p.elements("html") {
		if lang, _ := attr(n, "lang"); lang != "nl" && lang != "en" {
			found = append(found, fault("lang is %q", lang))
		}
	}
	if title := p.title(); title == "" {
		found = append(found, "no title")
	}
	if !bytes.HasPrefix(bytes.ToLower(p.Source), []byte("<!doctype html>")) {
		found = append(found, "does not begin with <!doctype html>")
	}
	if i := bytes.Index(bytes.ToLower(p.Source), []byte(`<meta charset="utf-8"`)); i < 0 || i > 1000 {
		found = append(found, "no <meta charset> in the first kilobyte")
	}
	if n := len(p.elements("main")); n != 1 {
		found = append(found, fault("%d <main>, not one", n))
	}
	return found
}

func (p *Page) title() string {
	for _, n := range p.elements("title") {
		if n.Namespace == "" { // not the title of a drawing
			return strings.TrimSpace(text(n))
		}
	}
	return ""
}

// sameTitles finds pages that a reader cannot tell apart in tabs, bookmarks and search results.
func sameTitles(s *Site) []string {
	first := map[string]string{}
	var found []string
	for _, p := range s.Pages {
		title := p.title()
		if other, ok := first[title]; ok && title != "" {
			found = append(found, fault("%s and %s have the same title %q", other, p.Path, title))
			continue
		}
		first[title] = p.Path
	}
	return found
}

// pictures holds that every img has an alt (possibly empty) and that every drawing has a name or is hidden from screen readers.
func pictures(_ *Site, p *Page) []string {
	var found []string
	for _, n := range p.elements("img") {
		if _, ok := attr(n, "alt"); !ok {
			src, _ := attr(n, "src")
			found = append(found, fault("<img src=%q> has no alt", src))
		}
	}
	for _, n := range p.elements("svg") {
		if !named(n) && !hidden(n) {
			found = append(found, "an <svg> has neither a name nor aria-hidden")
		}
	}
	return found
}

func named(n *html.Node) bool {
	label, _ := attr(n, "aria-label")
	by, _ := attr(n, "aria-labelledby")
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data == "title" && strings.TrimSpace(text(c)) != "" {
			return true
		}
	}
	return label != "" || by != ""
}

func hidden(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if v, _ := attr(n, "aria-hidden"); v == "true" {
			return true
		}
		if _, ok := attr(n, "hidden"); ok {
			return true
		}
	}
	return false
}

// mayStayOpen are the elements whose end tag HTML lets one leave out; void are those that have none.
var (
	mayStayOpen = strings.Fields("p li dt dd tr td th thead tbody tfoot option html head body colgroup rp rt")
	void        = strings.Fields("area base br col embed hr img input link meta source track wbr")
)

// nesting holds that every tag is closed and in order: a browser mends the rest in its own way, and styles then hit the wrong thing.
func nesting(_ *Site, p *Page) []string {
	var open []string
	z := html.NewTokenizer(bytes.NewReader(p.Source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			open = slices.DeleteFunc(open, func(name string) bool { return slices.Contains(mayStayOpen, name) })
			if len(open) > 0 {
				return []string{fault("<%s> is never closed", open[len(open)-1])}
			}
			return nil
		case html.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			for len(open) > 0 && open[len(open)-1] != string(name) && slices.Contains(mayStayOpen, open[len(open)-1]) {
				open = open[:len(open)-1]
			}
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return []string{fault("</%s> closes nothing; open are %v", name, open)}
			}
			open = open[:len(open)-1]
		}
	}
}
