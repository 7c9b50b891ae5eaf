package checks

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"casusboek/generator/pdf"
	"casusboek/generator/pdf/chrome"
)

type files map[string]string

func (f files) ReadFile(path string) ([]byte, error) {
	if text, ok := f[path]; ok {
		return []byte(text), nil
	}
	return nil, fs.ErrNotExist
}

// pdfcheckSound is a page with something for every check.
const pdfcheckSound = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Blad &amp; boek</title><meta name="author" content="Kring Zon">
<style>@page { size: A5; margin: 15mm; @bottom-right { content: counter(page) } } section { break-before: page } body { background: #eee }</style></head>
<body><h1>De sleutel</h1><p>Een <em>man</em> en <a href="https://voorbeeld.nl/">een link</a>, ook <a href="#eind">naar het eind</a>.</p>
<ul><li>los</li></ul><table><tr><th scope="col">Een</th><th scope="col">Twee</th></tr><tr><td>1</td><td>2</td></tr></table>
<svg role="img" aria-label="Een huis" width="99" height="40"><path d="M0 20H90" stroke="#000"/></svg>
<h2>Onderweg</h2><p>Fietsen.</p><section><h2 id="eind">Eind</h2><p>Dat was het.</p></section></body></html>`

// read prints the sound page once for all tests, and reads it anew for each.
var soundPDF []byte

func read(t *testing.T) *PDF {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser with -short: make test runs this")
	}
	if soundPDF == nil {
		program, err := chrome.Find(os.Getenv("CHROME"))
		if err != nil {
			t.Fatal(err)
		}
		press, err := pdf.OpenPrinter(t.Context(), pdf.Options{Browser: program, Date: time.Unix(0, 0), Limit: 2 * time.Minute})
		if err != nil {
			t.Fatal(err)
		}
		defer press.Close()
		err = press.Print(t.Context(), files{"p.html": pdfcheckSound}, []pdf.Document{{Page: "p.html"}}, func(_ int, p pdf.Printed) error {
			soundPDF = p.PDF
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	d, err := ReadPDF(soundPDF)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tag gives the first tag of a kind.
func (d *PDF) tag(kind string) *PDFTag {
	return d.Tags[slices.IndexFunc(d.Tags, func(t *PDFTag) bool { return t.Kind == kind })]
}

// annotation gives the first link on paper.
func (d *PDF) annotation() types.Dict { return d.dict(d.array(d.Pages[0].dict["Annots"])[0]) }

// anyFont gives a font of the first page.
func (d *PDF) anyFont() types.Dict {
	for _, o := range d.dict(d.dict(d.Pages[0].dict["Resources"])["Font"]) {
		return d.dict(o)
	}
	return nil
}

func TestSoundPDF(t *testing.T) {
	d := read(t)
	for _, fault := range d.Faults() {
		t.Error(fault)
	}
	if len(d.Pages) != 2 || d.Title != "Blad & boek" || !slices.Equal(d.Bookmarks(), []string{"De sleutel", "Onderweg", "Eind"}) {
		t.Errorf("%d pages, %q, %q", len(d.Pages), d.Title, d.Bookmarks())
	}
	if p := d.Pages[0]; p.Width < 419 || p.Width > 421 || p.Height < 594 || p.Height > 596 {
		t.Errorf("A5 is %g by %g points", p.Width, p.Height)
	}
	if text := bare(d.tag("P").Text); text != "Eenmaneneenlink,ooknaarheteind." {
		t.Errorf("the first paragraph reads %q", text)
	}
}

func TestEveryCheckTurnsRed(t *testing.T) {
	broken := map[string][]struct {
		says   string
		damage func(*PDF)
	}{
		"tagged": {
			{"does not say", func(d *PDF) { delete(d.dict(d.catalog["MarkInfo"]), "Marked") }},
			{"no tags", func(d *PDF) { d.Tags = nil }},
			{"page 2 is not", func(d *PDF) { delete(d.Pages[1].dict, "StructParents") }},
		},
		"language": {{"which language", func(d *PDF) { delete(d.catalog, "Lang") }}},
		"title": {
			{"no title", func(d *PDF) { d.Title = "" }},
			{"name of the file", func(d *PDF) { delete(d.catalog, "ViewerPreferences") }},
			{"not in the metadata", func(d *PDF) { d.Title = "Iets anders" }},
		},
		"nothing untagged": {
			{"page 1 paints 1 times", func(d *PDF) { d.Pages[0].stream = append(d.Pages[0].stream, "\n0 0 9 9 re f"...) }},
			{"page 2: marked content", func(d *PDF) { d.Pages[1].stream = append(d.Pages[1].stream, "\nEMC"...) }},
		},
		"roles": {
			{"role Em", func(d *PDF) { delete(d.dict(d.catalog["StructTreeRoot"]), "RoleMap") }},
			{"role Vondst", func(d *PDF) { d.tag("P").Kind = "Vondst" }},
		},
		"headings": {
			{`"De sleutel" is of level 2 behind one of level 0`, func(d *PDF) { d.tag("H1").Kind = "H2" }},
			{`"Onderweg" is of level 4`, func(d *PDF) { d.tag("H2").Kind = "H4" }},
			{"no heading", func(d *PDF) { d.Tags = d.Tags[:1] }},
		},
		"figures": {{"page 1 has no alternative", func(d *PDF) { delete(d.tag("Figure").dict, "Alt") }}},
		"tables": {
			{`"Een" does not say`, func(d *PDF) { delete(d.tag("TH").dict, "A") }},
			{"between 1 and 2", func(d *PDF) { row := d.tag("TD").Parent; row.kids = row.kids[:1] }},
			{"no heads", func(d *PDF) {
				for _, tag := range d.Tags {
					if tag.Kind == "TH" {
						tag.Kind = "TD"
					}
				}
			}},
		},
		"lists": {
			{"holds a P beside label", func(d *PDF) { d.tag("LBody").Kind = "P" }},
			{"holds a Div beside items", func(d *PDF) { d.tag("LI").Kind = "Div" }},
		},
		"links": {
			{"no description", func(d *PDF) { delete(d.annotation(), "Contents") }},
			{"leads to file:", func(d *PDF) { d.dict(d.annotation()["A"])["URI"] = types.StringLiteral("file:///tmp/x") }},
			{`"een link" leads nowhere`, func(d *PDF) { d.tag("Link").links = nil }},
			{"2 links are on paper and 1", func(d *PDF) { d.tag("Link").links = nil }},
		},
		"fonts": {
			{"Type 3", func(d *PDF) { d.anyFont()["Subtype"] = types.Name("Type3") }},
			{"not in the file", func(d *PDF) {
				delete(d.dict(d.dict(d.array(d.anyFont()["DescendantFonts"])[0])["FontDescriptor"]), "FontFile2")
			}},
			{"no characters", func(d *PDF) { delete(d.anyFont(), "ToUnicode") }},
			{"3 letters on page 2", func(d *PDF) { d.Pages[1].unknown = 3 }},
		},
		"bookmarks": {
			{"3 headings and 2", func(d *PDF) { d.outlines = d.outlines[:2] }},
			{`has the bookmark "EindEind"`, func(d *PDF) { d.outlines[2].title = "EindEind" }},
			{"leads to page 1", func(d *PDF) { d.outlines[2].page = 1 }},
			{"2 deep and its bookmark 1", func(d *PDF) { d.outlines[1].depth = 1 }},
		},
		"no empty page":   {{"page 2 of 2", func(d *PDF) { d.Pages[1].marked = nil }}},
		"no lone heading": {{`"Onderweg" stands alone at the foot of page 1`, func(d *PDF) { *d.following("Onderweg") = PDFTag{Kind: "P"} }}},
	}
	for _, c := range PDFChecks {
		if len(broken[c.Name]) == 0 && !testing.Short() {
			t.Errorf("the check %q has no broken PDF", c.Name)
		}
		for _, b := range broken[c.Name] {
			d := read(t)
			b.damage(d)
			if found := c.Find(d); !slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, b.says) }) {
				t.Errorf("%s: found %q, want %q", c.Name, found, b.says)
			}
		}
	}
}

// following gives the tag of the text behind a heading.
func (d *PDF) following(heading string) *PDFTag {
	i := slices.IndexFunc(d.Tags, func(t *PDFTag) bool { return t.Text == heading && t.level() > 0 })
	for i++; d.Tags[i].Kind != "P"; i++ {
	}
	for _, kid := range d.Tags[i].kids {
		*kid = PDFTag{}
	}
	return d.Tags[i]
}

func TestMentions(t *testing.T) {
	d := read(t)
	for text, want := range map[string]string{
		"dat WAS het": "page text", "kring zon": "XMP", "De sleutel": "/Title", "naar het eind": "/Contents", "een huis": "/Alt", "voorbeeld.nl": "/URI", "1970": "XMP",
	} {
		if found := d.Mentions(text); !slices.Contains(found, want) {
			t.Errorf("%q is in %v, want %s", text, found, want)
		}
	}
	if found := d.Mentions("De zolder"); len(found) > 0 {
		t.Errorf("what is not there is in %v", found)
	}
}

func TestNotAPDF(t *testing.T) {
	if _, err := ReadPDF([]byte("<html>")); err == nil {
		t.Error("no error")
	}
}
