package checks

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Mentions says where in the file a text stands: on which page, in the metadata, in a bookmark or in any other string,
// such as a description. White space and capitals make no difference.
func (d *PDF) Mentions(text string) []string {
	wanted := fold(text)
	var found []string
	for _, p := range d.Pages {
		if strings.Contains(fold(p.Text), wanted) {
			found = append(found, "page text")
		}
	}
	if strings.Contains(fold(unescape.Replace(d.xmp)), wanted) {
		found = append(found, "XMP")
	}
	for _, entry := range d.file.Table {
		if entry.Free {
			continue
		}
		d.strings(entry.Object, func(key, s string) {
			if strings.Contains(fold(s), wanted) {
				found = append(found, "/"+key)
			}
		})
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func fold(s string) string { return strings.ToLower(bare(s)) }

// strings visits every string in an object.
func (d *PDF) strings(o types.Object, visit func(key, s string)) {
	var walk func(key string, o types.Object)
	walk = func(key string, o types.Object) {
		switch o := o.(type) {
		case types.Dict:
			for k, v := range o {
				walk(k, v)
			}
		case types.StreamDict:
			walk(key, o.Dict)
		case types.Array:
			for _, v := range o {
				walk(key, v)
			}
		case types.StringLiteral, types.HexLiteral:
			visit(key, d.string(o))
		case types.Name:
			visit(key, string(o))
		}
	}
	walk("", o)
}
