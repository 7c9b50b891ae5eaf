package link

import (
	"slices"

	"casusboek/generator/casebook"
)

// backlink tells each document which others mention it, with the sentence in which they first do. Documents come kind by kind
// and by title, so that the backlinks of each target stand in that order. References in fields are no mentions: pages list those anyway.
func (r *resolver) backlink() {
	b := r.book
	r.mention(&b.Site)
	mentionAll(r, b.Cases)
	mentionAll(r, b.Reflections)
	mentionAll(r, b.Sessions)
	mentionAll(r, b.Themes)
	mentionAll(r, b.Organisations)
	mentionAll(r, b.Pages)
}

func mentionAll[T any](r *resolver, documents []*T) {
	sorted := slices.Clone(documents)
	byTitle(r, sorted)
	for _, document := range sorted {
		r.mention(any(document).(casebook.Document))
	}
}

// mention adds the backlinks that come from one document.
func (r *resolver) mention(document casebook.Document) {
	from := document.Document()
	var seen []*casebook.Doc
	for _, t := range texts(document) {
		for _, part := range t.prose.Parts {
			l := part.Link
			if l == nil || l.Doc == nil || l.Doc == from || slices.Contains(seen, l.Doc) {
				continue
			}
			seen = append(seen, l.Doc)
			l.Doc.Backlinks = append(l.Doc.Backlinks, t.backlink(from, titleOf(document), l.Sentence))
		}
	}
}

// backlink shows the sentence from the round on in which its text is known. When the case of that round is not published, nobody can
// reach it, and the sentence is left out.
func (t text) backlink(from *casebook.Doc, title, sentence string) casebook.Backlink {
	if t.round > 0 && t.of == nil {
		return casebook.Backlink{From: from, Title: title, Audience: t.audience}
	}
	return casebook.Backlink{From: from, Title: title, Sentence: sentence, Round: t.round, Case: t.of, Audience: t.audience}
}
