package finish

import (
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/unicode/norm"
)

// bookmark is an entry of the outline (12.3.3), nested by the level of its heading.
type bookmark struct {
	title string
	level int
	item  types.Dict // as written by Chromium, with its target in Dest and SE
	ref   types.IndirectRef
	kids  []*bookmark
}

// rebuildOutline rebuilds the outline from the visible headings of the page. The titles
// that Chromium writes lack the space at a line break, and are doubled if a heading moved
// to the next page.
func (d *document) rebuildOutline(shown []Heading) error {
	outlines, err := d.DereferenceDict(d.catalog["Outlines"])
	if err != nil || outlines == nil {
		return err
	}
	bookmarks, err := d.readOutline(outlines["First"])
	if err != nil {
		return err
	}
	setTitles(bookmarks, shown)
	top := &bookmark{item: outlines}
	if ref, ok := d.catalog["Outlines"].(types.IndirectRef); ok {
		top.ref = ref
	}
	open := []*bookmark{top}
	for _, b := range bookmarks {
		for len(open) > 1 && open[len(open)-1].level >= b.level {
			open = open[:len(open)-1]
		}
		parent := open[len(open)-1]
		parent.kids = append(parent.kids, b)
		open = append(open, b)
	}
	top.writeReferences()
	return nil
}

// readOutline returns the entries of the outline, each before those below it.
func (d *document) readOutline(first types.Object) ([]*bookmark, error) {
	var list []*bookmark
	for at := first; at != nil; {
		ref, ok := at.(types.IndirectRef)
		if !ok {
			break
		}
		item, err := d.DereferenceDict(ref)
		if err != nil || item == nil {
			return list, err
		}
		title, err := types.StringOrHexLiteral(item["Title"])
		if err != nil {
			return nil, err
		}
		b := &bookmark{item: item, ref: ref}
		if title != nil {
			b.title = *title
		}
		if heading, err := d.DereferenceDict(item["SE"]); err == nil && heading != nil {
			if kind := (&tag{dict: heading}).kind(); len(kind) == 2 && kind[0] == 'H' {
				b.level = int(kind[1] - '0')
			}
		}
		below, err := d.readOutline(item["First"])
		if err != nil {
			return nil, err
		}
		list = append(append(list, b), below...)
		at = item["Next"]
	}
	return list, nil
}

// setTitles sets the titles and levels of bookmarks to those of their headings. Both lists
// are in the same order, but a heading that is not on paper has no bookmark, so they are
// matched by their text.
func setTitles(bookmarks []*bookmark, shown []Heading) {
	next := 0
	for _, b := range bookmarks {
		for i := next; i < len(shown); i++ {
			if letters := normalize(shown[i].Text); normalize(b.title) == letters || normalize(b.title) == letters+letters {
				b.title, b.level, next = shown[i].Text, shown[i].Level, i+1
				break
			}
		}
	}
}

// normalize returns s without white space, soft hyphens and zero-width spaces, and with
// ligatures split.
func normalize(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// writeReferences writes the titles of the entries below b and their references to each
// other. It returns the number of entries below b. All entries are open.
func (b *bookmark) writeReferences() (count int) {
	for _, key := range []string{"First", "Last", "Count"} {
		delete(b.item, key)
	}
	for i, kid := range b.kids {
		kid.item["Title"] = textString(kid.title)
		kid.item["Parent"] = b.ref
		delete(kid.item, "Prev")
		delete(kid.item, "Next")
		if i > 0 {
			kid.item["Prev"] = b.kids[i-1].ref
		}
		if i+1 < len(b.kids) {
			kid.item["Next"] = b.kids[i+1].ref
		}
		count += 1 + kid.writeReferences()
	}
	if len(b.kids) > 0 {
		b.item["First"], b.item["Last"], b.item["Count"] = b.kids[0].ref, b.kids[len(b.kids)-1].ref,
			types.Integer(count)
	}
	return count
}
