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

// readTags reads the elements of the structure tree.
func (d *document) readTags() error {
	root, err := d.DereferenceDict(d.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	if root == nil {
		return errUntagged
	}
	return d.readTagsBelow(root)
}

func (d *document) readTagsBelow(parent types.Dict) error {
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
		if err := d.readTagsBelow(dict); err != nil {
			return err
		}
	}
	return nil
}

// kids returns the kids of an element: elements, ids of marked content, and references to
// annotations.
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

// mapRoles maps element types that PDF 1.7 does not define to the nearest one that it does
// (7.1, ISO 32000-1 14.8.4).
func (d *document) mapRoles() error {
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

// nearestKind maps types of PDF 2.0 that Chromium writes to types of PDF 1.7.
var nearestKind = map[string]string{
	"Em": "Span", "Strong": "Span", "Sub": "Span", "Title": "P", "Aside": "Sect", "FENote": "Div",
	"DocumentFragment": "Sect",
}

// fixLists moves the content of list items, except for the label, into a body element,
// since an item may contain only a label and a body (7.2).
func (d *document) fixLists() error {
	var bodies []*tag
	for _, t := range d.tags {
		if t.kind() != "LI" {
			continue
		}
		body, err := d.addBody(t)
		if err != nil {
			return err
		}
		if body != nil {
			bodies = append(bodies, body)
		}
	}
	d.tags = append(d.tags, bodies...)
	return nil
}

// addBody adds a body to a list item and moves its content there. It returns nil if the
// item needs none.
func (d *document) addBody(item *tag) (*tag, error) {
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
	return body, d.setParents(body, item, move)
}

// setParents makes body the parent of kids: in the elements themselves, and in the parent
// tree for marked content (14.7.4.4).
func (d *document) setParents(body, item *tag, kids types.Array) error {
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
			if err := d.setOwner(item.dict["Pg"], kid.Value(), body.ref); err != nil {
				return err
			}
		case types.Dict: // content on another page than the element
			if id := kid.IntEntry("MCID"); id != nil {
				at := kid["Pg"]
				if at == nil {
					at = item.dict["Pg"]
				}
				if err := d.setOwner(at, *id, body.ref); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// setOwner sets the element of marked content of a page in the parent tree.
func (d *document) setOwner(at types.Object, id int, parent types.IndirectRef) error {
	page, err := d.DereferenceDict(at)
	if err != nil || page == nil {
		return err
	}
	key := page.IntEntry("StructParents")
	if key == nil {
		return nil
	}
	return d.filterParentTree(func(n int, value types.Object) (keep bool, err error) {
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

// filterParentTree calls visit for each entry of the parent tree, which Chromium writes as
// one list, and removes those for which it returns false.
func (d *document) filterParentTree(visit func(key int, value types.Object) (keep bool, err error)) error {
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
