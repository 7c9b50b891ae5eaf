package finish

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// tag is an element of the structure tree (14.7.2).
type tag struct {
	ref  types.IndirectRef
	dict types.Dict
}

func (t *tag) kind() string {
	if name := t.dict.NameEntry("S"); name != nil {
		return *name
	}
	return ""
}

// readTags lists the structure tree.
func (d *document) readTags() error {
	root, err := d.DereferenceDict(d.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	if root == nil {
		return errUntagged
	}
	return d.tagsBelow(root)
}

func (d *document) tagsBelow(parent types.Dict) error {
	kids, err := d.kids(parent)
	if err != nil {
		return err
	}
	for _, kid := range kids {
		ref, ok := kid.(types.IndirectRef)
		if !ok {
			continue // content, or a reference to an annotation
		}
		dict, err := d.DereferenceDict(ref)
		if err != nil {
			return err
		}
		if dict == nil || dict.NameEntry("S") == nil {
			continue
		}
		d.tags = append(d.tags, &tag{ref, dict})
		if err := d.tagsBelow(dict); err != nil {
			return err
		}
	}
	return nil
}

// kids are what an element holds: elements, numbers of marked content, and references to annotations.
func (d *document) kids(parent types.Dict) (types.Array, error) {
	held, err := d.Dereference(parent["K"])
	if err != nil || held == nil {
		return nil, err
	}
	if list, ok := held.(types.Array); ok {
		return list, nil
	}
	return types.Array{parent["K"]}, nil
}

// roles maps the kinds of elements that PDF 1.7 does not know to the nearest that it does (7.1, ISO 32000-1 14.8.4).
func (d *document) roles() error {
	roles := types.Dict{}
	for _, t := range d.tags {
		kind := t.kind()
		if slices.Contains(standardKinds, kind) {
			continue
		}
		nearest, known := nearestKind[kind]
		if !known {
			nearest = "NonStruct"
		}
		roles[kind] = types.Name(nearest)
	}
	if len(roles) == 0 {
		return nil
	}
	root, err := d.DereferenceDict(d.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	root["RoleMap"] = roles
	return nil
}

var standardKinds = []string{
	"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
	"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
	"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
	"Figure", "Formula", "Form",
}

// nearestKind are kinds of PDF 2.0 that Chromium writes.
var nearestKind = map[string]string{"Em": "Span", "Strong": "Span", "Sub": "Span", "Title": "P", "Aside": "Sect", "FENote": "Div", "DocumentFragment": "Sect"}

// lists puts what a list item holds, its label aside, into a body (7.2: an item holds a label and a body, nothing
// else).
func (d *document) lists() error {
	var made []*tag
	for _, t := range d.tags {
		if t.kind() != "LI" {
			continue
		}
		body, err := d.body(t)
		if err != nil {
			return err
		}
		if body != nil {
			made = append(made, body)
		}
	}
	d.tags = append(d.tags, made...)
	return nil
}

// body gives the item a body, and nil when it needs none.
func (d *document) body(item *tag) (*tag, error) {
	kids, err := d.kids(item.dict)
	if err != nil {
		return nil, err
	}
	var stay, move types.Array
	for _, kid := range kids {
		kind := ""
		if dict, err := d.DereferenceDict(kid); err == nil && dict != nil {
			kind = (&tag{dict: dict}).kind()
		}
		if kind == "Lbl" || kind == "LBody" {
			stay = append(stay, kid)
		} else {
			move = append(move, kid)
		}
	}
	if len(move) == 0 {
		return nil, nil
	}
	dict := types.Dict{"Type": types.Name("StructElem"), "S": types.Name("LBody"), "P": item.ref, "K": move}
	if at, ok := item.dict["Pg"]; ok {
		dict["Pg"] = at
	}
	ref, err := d.IndRefForNewObject(dict)
	if err != nil {
		return nil, err
	}
	item.dict["K"] = append(stay, *ref)
	body := &tag{*ref, dict}
	return body, d.adopt(body, item, move)
}

// adopt makes body the parent of what it now holds: elements name it, and the parent tree gives it for marked content
// (14.7.4.4).
func (d *document) adopt(body, item *tag, kids types.Array) error {
	for _, kid := range kids {
		switch kid := kid.(type) {
		case types.IndirectRef:
			dict, err := d.DereferenceDict(kid)
			if err != nil {
				return err
			}
			if dict != nil && dict["S"] != nil {
				dict["P"] = body.ref
			}
		case types.Integer:
			if err := d.reparent(item.dict["Pg"], kid.Value(), body.ref); err != nil {
				return err
			}
		case types.Dict: // content on another page than the element's
			if id := kid.IntEntry("MCID"); id != nil {
				at := kid["Pg"]
				if at == nil {
					at = item.dict["Pg"]
				}
				if err := d.reparent(at, *id, body.ref); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// reparent sets, in the parent tree, the element that marked content of a page belongs to.
func (d *document) reparent(at types.Object, id int, parent types.IndirectRef) error {
	page, err := d.DereferenceDict(at)
	if err != nil || page == nil {
		return err
	}
	key := page.IntEntry("StructParents")
	if key == nil {
		return nil
	}
	return d.eachParent(func(n int, value types.Object) (keep bool, err error) {
		if n != *key {
			return true, nil
		}
		owners, err := d.DereferenceArray(value)
		if err == nil && id < len(owners) {
			owners[id] = parent
		}
		return true, err
	})
}

// eachParent goes through the parent tree, which Chromium writes as one list; entries that are not kept go.
func (d *document) eachParent(visit func(key int, value types.Object) (keep bool, err error)) error {
	root, err := d.DereferenceDict(d.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	tree, err := d.DereferenceDict(root["ParentTree"])
	if err != nil || tree == nil {
		return err
	}
	list, err := d.DereferenceArray(tree["Nums"])
	if err != nil {
		return err
	}
	var kept types.Array
	for i := 0; i+1 < len(list); i += 2 {
		key, ok := list[i].(types.Integer)
		if !ok {
			continue
		}
		keep, err := visit(key.Value(), list[i+1])
		if err != nil {
			return err
		}
		if keep {
			kept = append(kept, list[i], list[i+1])
		}
	}
	if len(kept) != len(list) {
		tree["Nums"] = kept
	}
	return nil
}
