package resolve

import (
	"slices"

	"casusboek/generator/casebook"
)

// backlink tells each document which others mention it, with the sentence in which they first do. Documents come kind by kind
// and by title, so that the backlinks of each target stand in that order. References in fields are no mentions: pages list those anyway.
func (t titles) backlink(b *casebook.Book) {
	mention(&b.Site)
	mentionAll(t, b.Cases)
	mentionAll(t, b.Reflections)
	mentionAll(t, b.Sessions)
	mentionAll(t, b.Themes)
	mentionAll(t, b.Organisations)
	mentionAll(t, b.Pages)
}

func mentionAll[D casebook.Document](t titles, documents []D) {
	sorted := slices.Clone(documents)
	byTitle(t, sorted)
	for _, document := range sorted {
		mention(document)
	}
}

// mention adds the backlinks that come from one document.
func mention(document casebook.Document) {
	mentions(document, func(to *casebook.Doc, l casebook.Backlink) { to.Backlinks = append(to.Backlinks, l) })
}

// mentions gives the documents that a document mentions, each once, with the backlink that it gets.
func mentions(document casebook.Document, give func(to *casebook.Doc, l casebook.Backlink)) {
	from := document.Document()
	seen := map[*casebook.Doc]bool{}
	for _, p := range casebook.Passages(document) {
		for _, part := range p.Prose.Parts {
			l := part.Link
			if l == nil || l.Doc == nil || l.Doc == from || seen[l.Doc] {
				continue
			}
			seen[l.Doc] = true
			give(l.Doc, backlink(p, from, casebook.TitleOf(document), l.Sentence))
		}
	}
}

// backlink shows the sentence from the round on in which its text is known. When the case of that round is not published, nobody can
// reach it, and the sentence is left out.
func backlink(p casebook.Passage, from *casebook.Doc, title, sentence string) casebook.Backlink {
	if p.Round > 0 && p.Case == nil {
		return casebook.Backlink{From: from, Title: title}
	}
	return casebook.Backlink{From: from, Title: title, Sentence: sentence, Round: p.Round, Case: p.Case}
}
