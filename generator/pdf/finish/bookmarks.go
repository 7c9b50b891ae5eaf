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
	item  types.Dict // as Chromium made it: Dest and SE, where it leads
	ref   types.IndirectRef
	kids  []*bookmark
}

// bookmarks makes the outline anew from the headings that the page shows. Chromium's titles lose the space at a line
// break and are doubled when a heading moved to the next page.
func (d *document) bookmarks(shown []Heading) error {
	outlines, err := d.DereferenceDict(d.catalog["Outlines"])
	if err != nil || outlines == nil {
		return err
	}
	made, err := d.outline(outlines["First"])
	if err != nil {
		return err
	}
	name(made, shown)
	top := &bookmark{item: outlines}
	if ref, ok := d.catalog["Outlines"].(types.IndirectRef); ok {
		top.ref = ref
	}
	open := []*bookmark{top}
	for _, b := range made {
		for len(open) > 1 && open[len(open)-1].level >= b.level {
			open = open[:len(open)-1]
		}
		parent := open[len(open)-1]
		parent.kids = append(parent.kids, b)
		open = append(open, b)
	}
	top.tie()
	return nil
}

// outline lists entries as they stand, each before those below it.
func (d *document) outline(first types.Object) ([]*bookmark, error) {
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
		below, err := d.outline(item["First"])
		if err != nil {
			return nil, err
		}
		list = append(append(list, b), below...)
		at = item["Next"]
	}
	return list, nil
}

// name gives entries the words and levels of their headings. The two lists are in the same order; a heading of which
// nothing is on paper has no entry, so that they are laid side by side by their letters.
func name(made []*bookmark, shown []Heading) {
	next := 0
	for _, b := range made {
		for i := next; i < len(shown); i++ {
			if letters := bare(shown[i].Text); bare(b.title) == letters || bare(b.title) == letters+letters {
				b.title, b.level, next = shown[i].Text, shown[i].Level, i+1
				break
			}
		}
	}
}

// bare leaves the letters and signs of a text: no white space, no soft hyphens, letters that are drawn as one apart.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// tie writes what an entry says about those below it, and they about each other. All are open.
func (b *bookmark) tie() (count int) {
	for _, key := range []string{"First", "Last", "Count"} {
		delete(b.item, key)
	}
	for i, kid := range b.kids {
		kid.item["Title"] = text(kid.title)
		kid.item["Parent"] = b.ref
		delete(kid.item, "Prev")
		delete(kid.item, "Next")
		if i > 0 {
			kid.item["Prev"] = b.kids[i-1].ref
		}
		if i+1 < len(b.kids) {
			kid.item["Next"] = b.kids[i+1].ref
		}
		count += 1 + kid.tie()
	}
	if len(b.kids) > 0 {
		b.item["First"], b.item["Last"], b.item["Count"] = b.kids[0].ref, b.kids[len(b.kids)-1].ref, types.Integer(count)
	}
	return count
}
