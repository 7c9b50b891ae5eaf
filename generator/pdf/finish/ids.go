package finish

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// renumberIDs numbers the ids of elements from 1. Chromium continues the numbers of
// everything that a tab has shown before.
func (d *document) renumberIDs() error {
	renamed := map[string]types.Object{}
	var tree types.Array // in the order of the ids (7.9.6)
	for _, t := range d.tags {
		old, ok := t.dict["ID"].(types.StringLiteral)
		if !ok {
			continue
		}
		id := types.StringLiteral(fmt.Sprintf("e%06d", len(renamed)+1))
		renamed[string(old)] = id
		t.dict["ID"] = id
		tree = append(tree, id, t.ref)
	}
	if len(renamed) == 0 {
		return nil
	}
	root, err := d.DereferenceDict(d.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	root["IDTree"] = types.Dict{"Names": tree}
	for _, t := range d.tags {
		if err := d.renameHeaders(t.dict["A"], renamed); err != nil {
			return err
		}
	}
	return nil
}

// renameHeaders replaces the ids of header cells in the attributes of a cell (14.8.5.7) by
// their new ids.
func (d *document) renameHeaders(attributes types.Object, renamed map[string]types.Object) error {
	held, err := d.Dereference(attributes)
	if err != nil {
		return err
	}
	switch held := held.(type) {
	case types.Array:
		for _, one := range held {
			if err := d.renameHeaders(one, renamed); err != nil {
				return err
			}
		}
	case types.Dict:
		headers, err := d.DereferenceArray(held["Headers"])
		if err != nil {
			return err
		}
		for i, h := range headers {
			if old, ok := h.(types.StringLiteral); ok && renamed[string(old)] != nil {
				headers[i] = renamed[string(old)]
			}
		}
	}
	return nil
}
