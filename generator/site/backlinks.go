package site

import (
	"casusboek/generator/casebook"
	"casusboek/generator/page"
)

// backlink is one document that mentions the page's own (_backlinks.html). Sentence is empty where it may not be known.
type backlink struct {
	page.Link
	Sentence string
}

// backlinks are the mentions of a document. What stands in a round of a case shows its sentence only on pages of that
// case that know the round: c and round say which page this is, c is nil on pages of no case. A document that mentions
// this one twice is listed twice only with two sentences.
func (p maker) backlinks(d *casebook.Doc, c *casebook.Case, round int) []backlink {
	var list []backlink
	seen := map[backlink]bool{}
	for _, b := range d.Backlinks {
		if b.From == d {
			continue
		}
		l := backlink{Link: page.Link{Href: p.Link(p.At.Of(b.From)), Text: b.Title}}
		if p.mayShow(b, c, round) {
			l.Sentence = b.Sentence
		}
		if !seen[l] {
			seen[l] = true
			list = append(list, l)
		}
	}
	return list
}

func (p maker) mayShow(b casebook.Backlink, c *casebook.Case, round int) bool {
	return b.Round == 0 || b.Case == c && b.Round <= round
}
