package finish

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// links gives every link annotation its words as description (7.18.5), and makes links within the site lead to where
// it stands. Words are found by going through the page's links in order, since Chromium does not write them.
func (d *document) links(p Page) error {
	gone := map[int]bool{} // by key in the parent tree
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
				words, next = find(p.Links, next, href)
			}
			annotation["Contents"] = text(words)
			if keep, err := d.lead(annotation, href, p); err != nil {
				return err
			} else if keep {
				rest = append(rest, kid)
			} else if key := annotation.IntEntry("StructParent"); key != nil {
				gone[*key] = true
			}
		}
		if len(rest) < len(kids) {
			t.dict["K"], t.dict["S"] = rest, types.Name("Span")
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return d.remove(gone)
}

// lead makes a link to another page of the site lead there, and reports whether there is such a place.
func (d *document) lead(annotation types.Dict, href string, p Page) (keep bool, err error) {
	path, within := strings.CutPrefix(href, p.Here)
	if !within || p.Here == "" {
		return true, nil
	}
	if p.Public == "" {
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
	action["URI"] = text(p.Public + strings.TrimSuffix(page, "index.html") + id)
	return true, nil
}

// annotation gives the annotation that an object reference (14.7.4.3) names, and nil for other kids of an element.
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

// href is where an annotation leads: an address, or #id in the document.
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

// find looks for the words of the next link to href, from a place in the list on, and gives the place behind it. A
// link that is not in the rest of the list leaves the place as it was; its words are then those of any link to href.
func find(shown []Link, from int, href string) (words string, next int) {
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

// remove takes annotations out of their pages and of the parent tree.
func (d *document) remove(gone map[int]bool) error {
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
			if key := annotation.IntEntry("StructParent"); key == nil || !gone[*key] {
				rest = append(rest, a)
			}
		}
		if len(rest) == 0 {
			delete(p.dict, "Annots")
		} else if len(rest) < len(list) {
			p.dict["Annots"] = rest
		}
	}
	return d.eachParent(func(key int, _ types.Object) (bool, error) { return !gone[key], nil })
}
