package finish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var disableConfig = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// writeMetadata writes the metadata to the catalog, the information dictionary (14.3.3) and
// XMP (14.3.2).
func (d *document) writeMetadata(m Meta) error {
	d.catalog["Lang"] = textString(m.Lang)
	d.catalog["ViewerPreferences"] = types.Dict{"DisplayDocTitle": types.Boolean(true)}
	d.catalog["MarkInfo"] = types.Dict{"Marked": types.Boolean(true)}
	info := types.Dict{}
	if !m.Date.IsZero() {
		date := textString("D:" + m.Date.UTC().Format("20060102150405") + "+00'00'")
		info["CreationDate"], info["ModDate"] = date, date
	}
	for key, value := range map[string]string{
		"Title": m.Title, "Author": m.Author, "Subject": m.Description,
		"Creator": m.Creator, "Producer": m.Producer,
	} {
		if value != "" {
			info[key] = textString(value)
		}
	}
	ref, err := d.IndRefForNewObject(info)
	if err != nil {
		return err
	}
	d.Info = ref
	data := xmp(m)
	ref, err = d.IndRefForNewObject(types.StreamDict{
		Dict: types.Dict{"Type": types.Name("Metadata"), "Subtype": types.Name("XML")}, Raw: data,
	})
	if err != nil {
		return err
	}
	d.catalog["Metadata"] = *ref
	return nil
}

// textString returns a text string (7.9.2.2): a literal if s is ASCII, and UTF-16
// otherwise.
func textString(s string) types.Object {
	plain := strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0
	if plain {
		return types.StringLiteral(strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(s))
	}
	data := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		data = append(data, byte(unit>>8), byte(unit))
	}
	return types.NewHexLiteral(data)
}

// xmp returns the metadata packet (ISO 16684-1).
func xmp(m Meta) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	b.WriteString(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
`)
	element := func(name, format, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%[1]s>"+format+"</%[1]s>\n", name, escape(value))
		}
	}
	const plain, translated, list, bag = `%[2]s`, `<rdf:Alt><rdf:li xml:lang="x-default">%[2]s</rdf:li></rdf:Alt>`,
		`<rdf:Seq><rdf:li>%[2]s</rdf:li></rdf:Seq>`, `<rdf:Bag><rdf:li>%[2]s</rdf:li></rdf:Bag>`
	element("dc:format", plain, "application/pdf")
	element("dc:title", translated, m.Title)
	element("dc:language", bag, m.Lang)
	element("dc:creator", list, m.Author)
	element("dc:description", translated, m.Description)
	element("dc:rights", translated, m.Rights)
	if m.Rights != "" {
		element("xmpRights:Marked", plain, "True")
	}
	element("xmpRights:WebStatement", plain, m.RightsPage)
	element("pdf:Producer", plain, m.Producer)
	element("xmp:CreatorTool", plain, m.Creator)
	if !m.Date.IsZero() {
		date := m.Date.UTC().Format(time.RFC3339)
		element("xmp:CreateDate", plain, date)
		element("xmp:ModifyDate", plain, date)
	}
	if m.Claim {
		element("pdfuaid:part", plain, "1")
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // strings.Builder never returns an error
	return b.String()
}
