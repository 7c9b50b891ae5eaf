package resolve

import (
	"regexp"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// target is what a link leads to. A zero document means that it leads nowhere, which has then been reported.
type target struct {
	document casebook.Document
	fragment string // behind the #: an event of a case, or a heading
}

// resolveLinks resolves the links and pictures in the prose of all documents.
func (r *resolver) resolveLinks() {
	r.anchors = map[*casebook.Doc]map[string]bool{}
	for document := range r.book.Documents() {
		r.resolveLinksOf(document)
	}
}

func (r *resolver) resolveLinksOf(document casebook.Document) {
	for _, p := range casebook.Passages(document) {
		for i := range p.Prose.Parts {
			part := &p.Prose.Parts[i]
			switch {
			case part.Image != nil:
				r.checkPicture(part.Image)
			case part.Link != nil && !refused(part.Link):
				r.resolveLink(p, part.Link)
			}
		}
	}
}

var scheme = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)`)

// refused reports whether a link leads outside, or is one that parse has refused already.
func refused(l *casebook.Link) bool {
	return l.Outside != "" || strings.TrimSpace(l.Written) == "" || !l.Wiki && scheme.MatchString(strings.TrimSpace(l.Written))
}

// checkPicture reports a picture that is not there. Parse has reported one without a path.
func (r *resolver) checkPicture(p *casebook.Picture) {
	if p.Path != "" && !r.images[p.Path] {
		r.report(diag.ImageMissing, "", casebook.Text{V: p.Path, Pos: p.Pos}, sortedKeys(r.images))
	}
}

func (r *resolver) resolveLink(p casebook.Passage, l *casebook.Link) {
	var to target
	if l.Wiki {
		to = r.wikiTarget(p, l)
	} else {
		to = r.fileTarget(p, l)
	}
	if to.document == nil {
		return
	}
	d := to.document.Document()
	event, anchor := r.fragment(to, l)
	if r.hidden[d] {
		r.unpublished(p, l, d)
		return
	}
	p.Prose.NameLink(l, casebook.TitleOf(to.document)) // of an event too: its own title may not be known yet
	l.Doc, l.Title, l.Event, l.Anchor = d, casebook.TitleOf(to.document), event, anchor
	if event != nil && l.Text != "" && event.Round > p.Knows(event.Case) {
		r.problems.Add(diag.LinkSpoiler, l.Pos, "id", event.ID.V, "case", event.Case.ID,
			"known", strconv.Itoa(p.Knows(event.Case)), "n", strconv.Itoa(event.Round), "place", event.ID.Pos.String())
	}
}

// unpublished takes every trace of an unpublished target out of the link and the text around it, and tells the author when a published
// text leads to a draft. Of a reflection without consent nothing is said: that it is gone is as it should be.
func (r *resolver) unpublished(p casebook.Passage, l *casebook.Link, d *casebook.Doc) {
	if d.Kind == casebook.KindCase && !r.hidden[p.In.Document()] {
		r.problems.Add(diag.LinkUnpublished, l.Pos, "id", l.Written, "place", d.Pos.String())
	}
	p.Prose.NameLink(l, "…")
	l.Written = ""
}

// fragment finds the event or heading behind a #.
func (r *resolver) fragment(to target, l *casebook.Link) (*casebook.Event, string) {
	if to.fragment == "" {
		return nil, ""
	}
	c, isCase := to.document.(*casebook.Case)
	if isCase {
		if e := r.events[c][to.fragment]; e != nil {
			return e, ""
		}
	}
	headings := r.headings(to.document.Document())
	for _, id := range []string{to.fragment, casebook.Slug(to.fragment)} {
		if headings[id] {
			return nil, id
		}
	}
	written := casebook.Text{V: to.fragment, Pos: l.Pos}
	if to.document.Document().Gaps {
		return nil, ""
	}
	if isCase {
		r.reportNear(diag.LinkMissing, "event", written, r.nearestEvent(to.fragment, c), "case", c.ID)
	} else {
		r.report(diag.AnchorMissing, "", written, sortedKeys(headings), "place", to.document.Document().Pos.String())
	}
	return nil, ""
}

// headings gives the ids of the headings in the body of a document.
func (r *resolver) headings(d *casebook.Doc) map[string]bool {
	ids, known := r.anchors[d]
	if known {
		return ids
	}
	ids = map[string]bool{}
	for _, id := range d.Body.Headings() {
		ids[id] = true
	}
	r.anchors[d] = ids
	return ids
}
