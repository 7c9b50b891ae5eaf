package checks

import (
	"encoding/hex"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"casusboek/generator/pdf/finish"
)

// font is how the codes of a font are read.
type font struct {
	bytes    int // of a code
	meaning  map[string]string
	name     string
	kind     string // Type0, TrueType, Type3
	embedded bool
}

// fontOf reads the font that a page refers to.
func (d *PDF) fontOf(o types.Object) *font {
	ref, ok := o.(types.IndirectRef)
	if !ok {
		return d.readFont(d.dict(o))
	}
	if d.fonts[ref] == nil {
		d.fonts[ref] = d.readFont(d.dict(o))
	}
	return d.fonts[ref]
}

func (d *PDF) readFont(dict types.Dict) *font {
	f := &font{bytes: 1, meaning: map[string]string{}}
	if name, ok := dict["BaseFont"].(types.Name); ok {
		f.name = string(name)
	}
	if kind, ok := dict["Subtype"].(types.Name); ok {
		f.kind = string(kind)
	}
	descriptor := d.dict(dict["FontDescriptor"])
	if f.kind == "Type0" {
		f.bytes = 2
		if below := d.array(dict["DescendantFonts"]); len(below) == 1 {
			descriptor = d.dict(d.dict(below[0])["FontDescriptor"])
		}
	}
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		f.embedded = f.embedded || descriptor[key] != nil
	}
	stream, _, err := d.file.DereferenceStreamDict(dict["ToUnicode"])
	if err != nil || stream == nil || stream.Decode() != nil {
		return f
	}
	// A map that cannot be read leaves codes without meaning, which the check of fonts reports.
	_ = finish.Each(stream.Content, f.readMap)
	return f
}

// readMap reads one statement of a ToUnicode map (ISO 32000-1, 9.10.3).
func (f *font) readMap(op finish.Op) error {
	switch op.Name {
	case "endbfchar":
		for i := 0; i+1 < len(op.Operands); i += 2 {
			f.meaning[raw(op.Operands[i])] = fromUTF16(raw(op.Operands[i+1]))
		}
	case "endbfrange":
		for i := 0; i+2 < len(op.Operands); i += 3 {
			from, to, first := []byte(raw(op.Operands[i])), raw(op.Operands[i+1]), []byte(raw(op.Operands[i+2]))
			for n := 0; n < 256 && len(first) > 0 && len(from) > 0; n++ {
				f.meaning[string(from)] = fromUTF16(string(first))
				if string(from) == to {
					break
				}
				from[len(from)-1]++
				first[len(first)-1]++
			}
		}
	}
	return nil
}

// decode reads a string that is shown, and counts codes without meaning.
func (f *font) decode(operand []byte) (text string, unknown int) {
	if f == nil {
		return "", 0
	}
	codes := raw(operand)
	var b strings.Builder
	for ; len(codes) >= f.bytes; codes = codes[f.bytes:] {
		meaning, ok := f.meaning[codes[:f.bytes]]
		if !ok || meaning == "" {
			unknown++
			continue
		}
		b.WriteString(meaning)
	}
	return b.String(), unknown
}

// raw gives the bytes of a string as it is written.
func raw(operand []byte) string {
	if len(operand) < 2 {
		return ""
	}
	inside := string(operand[1 : len(operand)-1])
	if operand[0] == '(' {
		data, err := types.Unescape(inside)
		if err != nil {
			return ""
		}
		return string(data)
	}
	inside = strings.Join(strings.Fields(inside), "")
	if len(inside)%2 == 1 {
		inside += "0"
	}
	data, err := hex.DecodeString(inside)
	if err != nil {
		return ""
	}
	return string(data)
}

func fromUTF16(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
