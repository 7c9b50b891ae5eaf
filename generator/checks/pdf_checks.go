package checks

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/unicode/norm"

	"casusboek/generator/pdf/finish"
)

// PDFCheck is one thing that every PDF must meet. Find says what is wrong.
type PDFCheck struct {
	Name string
	Find func(*PDF) []string
}

// PDFChecks are all of them.
var PDFChecks = []PDFCheck{
	{"tagged", tagged},
	{"language", language},
	{"title", title},
	{"nothing untagged", untagged},
	{"roles", roles},
	{"headings", pdfcheckHeadings},
	{"figures", figures},
	{"tables", tables},
	{"lists", lists},
	{"links", pdfcheckLinks},
	{"fonts", fonts},
	{"bookmarks", bookmarks},
	{"no empty page", emptyPages},
	{"no lone heading", loneHeadings},
}

// Faults runs all checks; each fault begins with the name of its check.
func (d *PDF) Faults() []string {
	var found []string
	for _, c := range PDFChecks {
		for _, fault := range c.Find(d) {
			found = append(found, c.Name+": "+fault)
		}
	}
	return found
}

func tagged(d *PDF) []string {
	var found []string
	if d.dict(d.catalog["MarkInfo"])["Marked"] != types.Boolean(true) {
		found = append(found, "the catalog does not say that the document is tagged")
	}
	if len(d.Tags) == 0 {
		found = append(found, "there are no tags")
	}
	for _, p := range d.Pages {
		if p.dict["Tabs"] != types.Name("S") || p.dict["StructParents"] == nil {
			found = append(found, fmt.Sprintf("page %d is not in the structure", p.N))
		}
	}
	return found
}

func language(d *PDF) []string {
	if d.string(d.catalog["Lang"]) == "" {
		return []string{"the document does not say in which language it is"}
	}
	return nil
}

func title(d *PDF) []string {
	var found []string
	if d.Title == "" {
		found = append(found, "there is no title")
	}
	if d.dict(d.catalog["ViewerPreferences"])["DisplayDocTitle"] != types.Boolean(true) {
		found = append(found, "a viewer may show the name of the file instead of the title")
	}
	if !strings.Contains(d.xmp, "<dc:title>") || !strings.Contains(unescape.Replace(d.xmp), ">"+d.Title+"<") {
		found = append(found, "the title is not in the metadata")
	}
	return found
}

var unescape = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'")

func untagged(d *PDF) []string {
	var found []string
	for _, p := range d.Pages {
		spans, err := finish.Unmarked(p.stream, nil)
		if err != nil {
			found = append(found, fmt.Sprintf("page %d: %v", p.N, err))
		}
		for _, s := range spans[:min(1, len(spans))] {
			found = append(found, fmt.Sprintf("page %d paints %d times outside all tags, first %.60q", p.N, len(spans), p.stream[s.From:s.To]))
		}
	}
	return found
}

// standard are the roles that ISO 32000-1 knows (14.8.4).
var standard = strings.Fields(`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
	L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`)

func roles(d *PDF) []string {
	mapped := d.dict(d.dict(d.catalog["StructTreeRoot"])["RoleMap"])
	var found []string
	for _, t := range d.Tags {
		if slices.Contains(standard, t.Kind) {
			continue
		}
		if to, ok := mapped[t.Kind].(types.Name); !ok || !slices.Contains(standard, string(to)) {
			found = append(found, fmt.Sprintf("the role %s is neither standard nor mapped to one that is", t.Kind))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// level is that of a heading, and 0 for other tags.
func (t *PDFTag) level() int {
	if len(t.Kind) == 2 && t.Kind[0] == 'H' && t.Kind[1] >= '1' && t.Kind[1] <= '6' {
		return int(t.Kind[1] - '0')
	}
	return 0
}

func pdfcheckHeadings(d *PDF) []string {
	var found []string
	last := 0
	for _, t := range d.Tags {
		level := t.level()
		if level == 0 {
			continue
		}
		if level > last+1 {
			found = append(found, fmt.Sprintf("the heading %q is of level %d behind one of level %d", t.Text, level, last))
		}
		last = level
	}
	if last == 0 {
		found = append(found, "there is no heading")
	}
	return found
}

func figures(d *PDF) []string {
	var found []string
	for _, t := range d.Tags {
		if t.Kind == "Figure" && strings.TrimSpace(d.string(t.dict["Alt"])+d.string(t.dict["ActualText"])) == "" {
			found = append(found, fmt.Sprintf("a picture on page %d has no alternative text", t.Page))
		}
	}
	return found
}

// attribute looks for a key in the attributes of a tag.
func (d *PDF) attribute(t *PDFTag, key string) types.Object {
	list := d.array(t.dict["A"])
	if list == nil {
		list = types.Array{t.dict["A"]}
	}
	for _, o := range list {
		if value := d.dict(o)[key]; value != nil {
			return value
		}
	}
	return nil
}

func tables(d *PDF) []string {
	var found []string
	for _, t := range d.Tags {
		if t.Kind != "Table" {
			continue
		}
		heads, widths := 0, []int{}
		t.each(func(below *PDFTag) {
			switch below.Kind {
			case "TH":
				heads++
				if d.attribute(below, "Scope") == nil {
					found = append(found, fmt.Sprintf("the table head %q does not say for which cells it is", below.Text))
				}
			case "TR":
				widths = append(widths, d.width(below))
			}
		})
		if heads == 0 {
			found = append(found, fmt.Sprintf("a table on page %d has no heads", t.Page))
		}
		slices.Sort(widths)
		if len(slices.Compact(widths)) > 1 {
			found = append(found, fmt.Sprintf("rows of a table on page %d have between %d and %d cells", t.Page, widths[0], slices.Max(widths)))
		}
	}
	return found
}

// each visits all tags below.
func (t *PDFTag) each(visit func(*PDFTag)) {
	for _, kid := range t.kids {
		visit(kid)
		kid.each(visit)
	}
}

// width counts the columns that a row covers. Cells that reach over several rows do not occur here.
func (d *PDF) width(row *PDFTag) int {
	n := 0
	for _, cell := range row.kids {
		if cell.Kind != "TD" && cell.Kind != "TH" {
			continue
		}
		n++
		if span, ok := d.attribute(cell, "ColSpan").(types.Integer); ok {
			n += span.Value() - 1
		}
	}
	return n
}

func lists(d *PDF) []string {
	var found []string
	for _, t := range d.Tags {
		for _, kid := range t.kids {
			if t.Kind == "LI" && kid.Kind != "Lbl" && kid.Kind != "LBody" {
				found = append(found, fmt.Sprintf("a list item on page %d holds a %s beside label and body", t.Page, kid.Kind))
			}
			if t.Kind == "L" && kid.Kind != "LI" && kid.Kind != "Caption" && kid.Kind != "L" {
				found = append(found, fmt.Sprintf("a list on page %d holds a %s beside items", t.Page, kid.Kind))
			}
		}
	}
	return found
}

func pdfcheckLinks(d *PDF) []string {
	var found []string
	tagged := 0
	for _, t := range d.Tags {
		tagged += len(t.links)
		if t.Kind == "Link" && len(t.links) == 0 {
			found = append(found, fmt.Sprintf("the link %q leads nowhere", t.Text))
		}
	}
	all := 0
	for _, p := range d.Pages {
		for _, o := range d.array(p.dict["Annots"]) {
			a := d.dict(o)
			all++
			address := d.string(d.dict(a["A"])["URI"])
			if strings.TrimSpace(d.string(a["Contents"])) == "" {
				found = append(found, fmt.Sprintf("a link on page %d to %q has no description", p.N, address))
			}
			if strings.HasPrefix(address, "file:") || strings.Contains(address, ".invalid") {
				found = append(found, fmt.Sprintf("a link on page %d leads to %s", p.N, address))
			}
		}
	}
	if all != tagged {
		found = append(found, fmt.Sprintf("%d links are on paper and %d in the structure", all, tagged))
	}
	return found
}

func fonts(d *PDF) []string {
	var found []string
	for _, p := range d.Pages {
		for key, o := range d.dict(d.dict(p.dict["Resources"])["Font"]) {
			f := d.readFont(d.dict(o))
			switch {
			case f.kind == "Type3":
				found = append(found, fmt.Sprintf("the font %s is made of drawings (Type 3)", key))
			case !f.embedded:
				found = append(found, fmt.Sprintf("the font %s is not in the file", f.name))
			}
			if len(f.meaning) == 0 {
				found = append(found, fmt.Sprintf("the letters of the font %s%s stand for no characters", key, f.name))
			}
		}
		if p.unknown > 0 {
			found = append(found, fmt.Sprintf("%d letters on page %d stand for no character", p.unknown, p.N))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func bookmarks(d *PDF) []string {
	var shown []*PDFTag
	for _, t := range d.Tags {
		if t.level() > 0 && bare(t.Text) != "" {
			shown = append(shown, t)
		}
	}
	if len(shown) != len(d.outlines) {
		return []string{fmt.Sprintf("there are %d headings and %d bookmarks", len(shown), len(d.outlines))}
	}
	var found []string
	var open []int // levels of the headings around this one
	for i, t := range shown {
		b := d.outlines[i]
		for len(open) > 0 && open[len(open)-1] >= t.level() {
			open = open[:len(open)-1]
		}
		open = append(open, t.level())
		switch {
		case bare(b.title) != bare(t.Text) || strings.TrimSpace(b.title) != b.title:
			found = append(found, fmt.Sprintf("the heading %q has the bookmark %q", t.Text, b.title))
		case b.page != t.Page:
			found = append(found, fmt.Sprintf("the heading %q is on page %d and its bookmark leads to page %d", t.Text, t.Page, b.page))
		case b.depth != len(open):
			found = append(found, fmt.Sprintf("the heading %q stands %d deep and its bookmark %d", t.Text, len(open), b.depth))
		}
	}
	return found
}

// Bookmarks are the titles of the bookmarks, in order.
func (d *PDF) Bookmarks() []string {
	var titles []string
	for _, b := range d.outlines {
		titles = append(titles, b.title)
	}
	return titles
}

// bare leaves out white space, which is not painted where a line breaks, and hyphens that are only there then; letters
// that are drawn as one stand apart.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

func emptyPages(d *PDF) []string {
	var found []string
	for _, p := range d.Pages {
		something := false
		for _, s := range p.marked {
			something = something || s.paint > 0 || strings.TrimSpace(s.text) != ""
		}
		if !something {
			found = append(found, fmt.Sprintf("page %d of %d is empty", p.N, len(d.Pages)))
		}
	}
	return found
}

// loneHeadings finds headings that are the last thing on a page, with what they are above on the next. Below a heading
// with lines to write on those are painted, which are decoration.
func loneHeadings(d *PDF) []string {
	last := map[int]*PDFTag{} // on each page, of the tags that hold no others
	for _, t := range d.Tags {
		if len(t.kids) == 0 && strings.TrimSpace(t.Text) != "" || t.paints > 0 && t.Kind == "Figure" {
			for _, n := range t.pages {
				last[n] = t
			}
		}
	}
	var found []string
	for _, p := range d.Pages {
		for t := last[p.N]; t != nil; t = t.Parent {
			if t.level() > 0 && p.decor < t.end {
				found = append(found, fmt.Sprintf("the heading %q stands alone at the foot of page %d", t.Text, p.N))
			}
		}
	}
	return found
}
