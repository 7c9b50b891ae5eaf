// Package pdfcheck tells what is wrong with a PDF for who cannot see it, and for who prints it. It serves tests; it
// reads the file anew and shares with what makes PDFs only how a content stream is cut into operators.
//
//	doc, err := checks.ReadPDF(data)
//	for _, c := range checks.PDFChecks {
//		for _, fault := range c.Find(doc) { ... }
//	}
//	doc.Mentions("what only a facilitator may know")
//
// Rules named 7.x are those of PDF/UA-1 (ISO 14289-1). That all checks pass does not make a PDF conform; a validator
// says that.
package checks

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"casusboek/generator/pdf/finish"
)

// PDF is a PDF that was read.
type PDF struct {
	Title    string // of the information dictionary
	Pages    []*PDFPage
	Tags     []*PDFTag // in reading order, each before what it holds
	file     *model.Context
	catalog  types.Dict
	info     types.Dict
	xmp      string
	outlines []bookmark
	fonts    map[types.Object]*font // those that pages share are read once
}

// PDFPage is one page.
type PDFPage struct {
	N       int           // from 1
	Text    string        // all its text, in the order in which it is painted
	Width   float64       // in points
	Height  float64       // in points
	marked  map[int]*span // what is painted, by number of marked content
	stream  []byte
	dict    types.Dict
	unknown int // letters that stand for no known character
	decor   int // where in the stream decoration was last painted
}

// span is what one piece of marked content paints.
type span struct {
	text  string
	paint int // paths and pictures
	end   int // where in the stream it last painted
}

// PDFTag is an element of the structure tree.
type PDFTag struct {
	Kind   string  // H1, P, TD
	Parent *PDFTag // nil for the first
	Text   string  // of itself and all that it holds, in reading order
	Page   int     // on which it begins, from 1; 0 when nothing of it is painted
	dict   types.Dict
	kids   []*PDFTag
	links  []types.Dict // annotations that it refers to
	pages  []int        // on which it is painted, in order
	end    int          // where in the stream of the last of them
	paints int
}

// ReadPDF reads a PDF.
func ReadPDF(data []byte) (*PDF, error) {
	model.ConfigPath = "disable" // or pdfcpu makes a folder in the home
	ctx, err := pdfcpu.Read(bytes.NewReader(data), model.NewDefaultConfiguration())
	if err != nil {
		return nil, err
	}
	d := &PDF{file: ctx, fonts: map[types.Object]*font{}}
	if d.catalog, err = ctx.Catalog(); err != nil {
		return nil, err
	}
	if ctx.Info != nil {
		d.info = d.dict(*ctx.Info)
		d.Title = d.string(d.info["Title"])
	}
	if stream, _, err := ctx.DereferenceStreamDict(d.catalog["Metadata"]); err == nil && stream != nil {
		if err := stream.Decode(); err != nil {
			return nil, err
		}
		d.xmp = string(stream.Content)
	}
	pages := map[int]*PDFPage{}
	if err := d.readPages(d.catalog["Pages"], pages); err != nil {
		return nil, err
	}
	d.readTags(d.dict(d.catalog["StructTreeRoot"]), nil, nil, pages)
	d.outlines = d.readOutline(d.dict(d.catalog["Outlines"])["First"], 1, pages)
	return d, nil
}

// dict, array and string give the value of an object, or the zero value when it is something else.
func (d *PDF) dict(o types.Object) types.Dict {
	found, err := d.file.DereferenceDict(o)
	if err != nil {
		return nil
	}
	return found
}

func (d *PDF) array(o types.Object) types.Array {
	found, err := d.file.DereferenceArray(o)
	if err != nil {
		return nil
	}
	return found
}

func (d *PDF) string(o types.Object) string {
	o, err := d.file.Dereference(o)
	if err != nil || o == nil {
		return ""
	}
	text, err := types.StringOrHexLiteral(o)
	if err != nil || text == nil {
		return ""
	}
	return *text
}

func (d *PDF) readPages(o types.Object, pages map[int]*PDFPage) error {
	node := d.dict(o)
	if kids := d.array(node["Kids"]); node["Type"] == types.Name("Pages") {
		for _, kid := range kids {
			if err := d.readPages(kid, pages); err != nil {
				return err
			}
		}
		return nil
	}
	p := &PDFPage{N: len(d.Pages) + 1, dict: node, marked: map[int]*span{}}
	if box := d.array(node["MediaBox"]); len(box) == 4 {
		p.Width, p.Height = pdfcheckNumber(box[2])-pdfcheckNumber(box[0]), pdfcheckNumber(box[3])-pdfcheckNumber(box[1])
	}
	d.Pages = append(d.Pages, p)
	if ref, ok := o.(types.IndirectRef); ok {
		pages[ref.ObjectNumber.Value()] = p
	}
	stream, _, err := d.file.DereferenceStreamDict(node["Contents"])
	if err != nil || stream == nil {
		return err
	}
	if err := stream.Decode(); err != nil {
		return err
	}
	p.stream = stream.Content
	return d.readContent(p)
}

func pdfcheckNumber(o types.Object) float64 {
	switch n := o.(type) {
	case types.Integer:
		return float64(n)
	case types.Float:
		return float64(n)
	}
	return 0
}

// readContent finds what a page paints, and as part of what.
func (d *PDF) readContent(p *PDFPage) error {
	resources := d.dict(p.dict["Resources"])
	fonts := map[string]*font{}
	for name, o := range d.dict(resources["Font"]) {
		fonts[name] = d.fontOf(o)
	}
	var all strings.Builder
	var open []int // numbers of marked content; -1 for what has none
	current := func() *span {
		for i := len(open) - 1; i >= 0; i-- {
			if open[i] >= 0 {
				if p.marked[open[i]] == nil {
					p.marked[open[i]] = &span{}
				}
				return p.marked[open[i]]
			}
		}
		return &span{}
	}
	var using *font
	return finish.Each(p.stream, func(op finish.Op) error {
		switch op.Name {
		case "BMC":
			open = append(open, -1)
		case "BDC":
			open = append(open, mcid(op.Operands[len(op.Operands)-1]))
		case "EMC":
			if len(open) == 0 {
				return fmt.Errorf("page %d closes marked content that is not open", p.N)
			}
			open = open[:len(open)-1]
		case "Tf":
			using = fonts[string(op.Operands[0][1:])]
		case "Tj", "'", `"`:
			text, unknown := using.decode(op.Operands[len(op.Operands)-1])
			p.unknown += unknown
			current().text += text
			current().end = op.To
			all.WriteString(text)
		case "f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "BI", "Do":
			current().paint++
			current().end = op.To
			if !slices.ContainsFunc(open, func(id int) bool { return id >= 0 }) {
				p.decor = op.To
			}
		}
		p.Text = all.String()
		return nil
	})
}

// mcid reads the number out of the properties of marked content, and -1 when there is none.
func mcid(properties []byte) int {
	_, rest, found := bytes.Cut(properties, []byte("/MCID"))
	n := -1
	if found {
		if _, err := fmt.Sscan(string(rest), &n); err != nil {
			return -1
		}
	}
	return n
}

// readTags reads what a parent holds. at is the page of content that names none itself.
func (d *PDF) readTags(node types.Dict, parent *PDFTag, at *PDFPage, pages map[int]*PDFPage) {
	if ref, ok := node["Pg"].(types.IndirectRef); ok {
		at = pages[ref.ObjectNumber.Value()]
	}
	kids := d.array(node["K"])
	if kids == nil && node["K"] != nil {
		kids = types.Array{node["K"]}
	}
	for _, kid := range kids {
		if n, ok := kid.(types.Integer); ok {
			parent.paint(at, n.Value())
			continue
		}
		dict := d.dict(kid)
		switch {
		case dict == nil:
		case dict["S"] != nil:
			kind, _ := dict["S"].(types.Name)
			t := &PDFTag{Kind: string(kind), Parent: parent, dict: dict}
			d.Tags = append(d.Tags, t)
			if parent != nil {
				parent.kids = append(parent.kids, t)
			}
			d.readTags(dict, t, at, pages)
		case dict["Type"] == types.Name("OBJR"):
			parent.links = append(parent.links, d.dict(dict["Obj"]))
		case dict["MCID"] != nil:
			on := at
			if ref, ok := dict["Pg"].(types.IndirectRef); ok {
				on = pages[ref.ObjectNumber.Value()]
			}
			parent.paint(on, *dict.IntEntry("MCID"))
		}
	}
}

// paint gives a tag, and all that hold it, a piece of marked content.
func (t *PDFTag) paint(on *PDFPage, id int) {
	if on == nil || on.marked[id] == nil {
		return
	}
	s := on.marked[id]
	for ; t != nil; t = t.Parent {
		t.Text += s.text
		t.paints += s.paint
		if t.Page == 0 {
			t.Page = on.N
		}
		t.end = s.end
		if !slices.Contains(t.pages, on.N) {
			t.pages = append(t.pages, on.N)
		}
	}
}

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	depth int // from 1
	page  int // where it leads, from 1; 0 for nowhere
}

func (d *PDF) readOutline(first types.Object, depth int, pages map[int]*PDFPage) []bookmark {
	var list []bookmark
	for item := d.dict(first); item != nil; item = d.dict(item["Next"]) {
		b := bookmark{title: d.string(item["Title"]), depth: depth}
		if place := d.array(item["Dest"]); len(place) > 0 {
			if ref, ok := place[0].(types.IndirectRef); ok && pages[ref.ObjectNumber.Value()] != nil {
				b.page = pages[ref.ObjectNumber.Value()].N
			}
		}
		list = append(list, b)
		list = append(list, d.readOutline(item["First"], depth+1, pages)...)
	}
	return list
}
