package finish

import (
	"bytes"
	"compress/zlib"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// markArtifacts marks what is painted outside all elements as an artifact (7.1): page
// numbers in the margin, the colour of the paper, lines.
func (d *document) markArtifacts() error {
	done := map[int]bool{}
	for _, p := range d.pages {
		resources, err := d.DereferenceDict(p.dict["Resources"])
		if err != nil {
			return err
		}
		if err := d.markStream(p.dict["Contents"], resources, done); err != nil {
			return err
		}
	}
	return nil
}

// markStream marks the artifacts of one content stream. Chromium writes one stream per
// page.
func (d *document) markStream(o types.Object, resources types.Dict, done map[int]bool) error {
	ref, ok := o.(types.IndirectRef)
	if !ok || done[ref.ObjectNumber.Value()] {
		return nil
	}
	done[ref.ObjectNumber.Value()] = true
	entry, ok := d.FindTableEntryLight(ref.ObjectNumber.Value())
	if !ok {
		return nil
	}
	stream, ok := entry.Object.(types.StreamDict)
	if !ok {
		return nil
	}
	if err := stream.Decode(); err != nil {
		return err
	}
	forms, err := d.taggedForms(resources)
	if err != nil {
		return err
	}
	unmarked, err := Unmarked(stream.Content, func(name string) bool { return forms[name] != nil })
	if err != nil {
		return err
	}
	for _, form := range forms {
		if err := d.markStream(form, nil, done); err != nil {
			return err
		}
	}
	if len(unmarked) == 0 {
		return nil
	}
	stream.Content = wrapArtifacts(stream.Content, unmarked)
	stream.Raw = compress(stream.Content)
	stream.Dict["Filter"] = types.Name("FlateDecode")
	delete(stream.Dict, "DecodeParms")
	entry.Object = stream
	return nil
}

// taggedForms returns the form XObjects among the resources whose streams contain tags.
func (d *document) taggedForms(resources types.Dict) (map[string]types.Object, error) {
	found := map[string]types.Object{}
	list, err := d.DereferenceDict(resources["XObject"])
	if err != nil {
		return nil, err
	}
	for name, o := range list {
		stream, _, err := d.DereferenceStreamDict(o)
		if err != nil {
			return nil, err
		}
		if stream == nil || stream.Subtype() == nil || *stream.Subtype() != "Form" {
			continue
		}
		if err := stream.Decode(); err != nil {
			return nil, err
		}
		if bytes.Contains(stream.Content, []byte("/MCID")) {
			found[name] = o
		}
	}
	return found, nil
}

func wrapArtifacts(data []byte, spans []Span) []byte {
	out := make([]byte, 0, len(data)+len(spans)*24)
	at := 0
	for _, s := range spans {
		out = append(out, data[at:s.From]...)
		out = append(out, "/Artifact BMC\n"...)
		out = append(out, data[s.From:s.To]...)
		out = append(out, "\nEMC"...)
		at = s.To
	}
	return append(out, data[at:]...)
}

func compress(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(data) // bytes.Buffer never returns an error
	_ = z.Close()
	return b.Bytes()
}
