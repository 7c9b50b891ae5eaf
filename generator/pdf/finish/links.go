package finish

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// fixLinks sets the description of each link annotation to its text (7.18.5), and rewrites
// links within the site to its public address. Chromium does not write the texts; they are
// found by going through the page's links in the same order.
func (d *document) fixLinks(p Page) error {
	removed := map[int]bool{} // annotations by key in the parent tree
	next := 0
	for _, t := range d.tags {
		if t.kind() != "Link" {
			continue
		}
		kids, err := d.kids(t.dict)
		if err != nil {
			return err
		}
		words := ""
		var rest types.Array
		for _, kid := range kids {
			annotation, err := d.annotation(kid)
			if err != nil {
				return err
			}
			if annotation == nil {
				rest = append(rest, kid)
				continue
			}
			href := d.href(annotation)
			if words == "" {
				words, next = findText(p.Links, next, href)
			}
			annotation["Contents"] = textString(words)
			if keep, err := d.resolveLink(annotation, href, p); err != nil {
				return err
			} else if keep {
				rest = append(rest, kid)
			} else if key := annotation.IntEntry("StructParent"); key != nil {
				removed[*key] = true
			}
		}
		if len(rest) < len(kids) {
			t.dict["K"], t.dict["S"] = rest, types.Name("Span")
		}
	}
	if len(removed) == 0 {
		return nil
	}
	return d.removeAnnotations(removed)
}

// resolveLink rewrites a link to another page of the site to its public address. It returns
// false if there is none.
func (d *document) resolveLink(annotation types.Dict, href string, p Page) (keep bool, err error) {
	path, within := strings.CutPrefix(href, p.PrintedBase)
	if !within || p.PrintedBase == "" {
		return true, nil
	}
	if p.PublicBase == "" {
		return false, nil
	}
	action, err := d.DereferenceDict(annotation["A"])
	if err != nil {
		return false, err
	}
	page, id, hasID := strings.Cut(path, "#")
	if hasID {
		id = "#" + id
	}
	action["URI"] = textString(p.PublicBase + strings.TrimSuffix(page, "index.html") + id)
	return true, nil
}

// annotation returns the annotation of an object reference (14.7.4.3), or nil for other
// kids of an element.
func (d *document) annotation(kid types.Object) (types.Dict, error) {
	held, err := d.Dereference(kid)
	if err != nil {
		return nil, err
	}
	reference, ok := held.(types.Dict)
	if !ok || reference.Type() == nil || *reference.Type() != "OBJR" {
		return nil, nil
	}
	return d.DereferenceDict(reference["Obj"])
}

// href returns the target of an annotation: an address, or #id in the document.
func (d *document) href(annotation types.Dict) string {
	if name, ok := annotation["Dest"].(types.Name); ok {
		return "#" + string(name)
	}
	action, err := d.DereferenceDict(annotation["A"])
	if err != nil || action == nil {
		return ""
	}
	address, err := types.StringOrHexLiteral(action["URI"])
	if err != nil || address == nil {
		return ""
	}
	return *address
}

// findText returns the text of the next link to href in shown, searching from an index, and
// the index after it. If there is none from there on, it returns the text of any link to
// href and the same index.
func findText(shown []Link, from int, href string) (words string, next int) {
	for i := from; i < len(shown); i++ {
		if shown[i].Href == href {
			return shown[i].Text, i + 1
		}
	}
	for _, l := range shown {
		if l.Href == href {
			return l.Text, from
		}
	}
	return strings.TrimPrefix(href, "#"), from
}

// removeAnnotations removes annotations from their pages and from the parent tree.
func (d *document) removeAnnotations(removed map[int]bool) error {
	for _, p := range d.pages {
		list, err := d.DereferenceArray(p.dict["Annots"])
		if err != nil {
			return err
		}
		var rest types.Array
		for _, a := range list {
			annotation, err := d.DereferenceDict(a)
			if err != nil {
				return err
			}
			if key := annotation.IntEntry("StructParent"); key == nil || !removed[*key] {
				rest = append(rest, a)
			}
		}
		if len(rest) == 0 {
			delete(p.dict, "Annots")
		} else if len(rest) < len(list) {
			p.dict["Annots"] = rest
		}
	}
	return d.filterParentTree(func(key int, _ types.Object) (bool, error) { return !removed[key], nil })
}
