package finish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// write returns the bytes of the PDF: all objects in use, numbered in the order of
// Chromium's numbers, and a cross-reference table. The writer of pdfcpu is not used, as it
// orders objects differently each time and generates a random id.
func (d *document) write() ([]byte, error) {
	w := &writer{document: d, number: map[int]int{}}
	if err := w.collect(*d.Root, *d.Info); err != nil {
		return nil, err
	}
	used := slices.Sorted(maps.Keys(w.number))
	for i, old := range used {
		w.number[old] = i + 1
	}
	w.out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]int, len(used))
	for i, old := range used {
		places[i] = w.out.Len()
		fmt.Fprintf(&w.out, "%d 0 obj\n", i+1)
		entry, _ := d.FindTableEntryLight(old)
		if err := w.writeObject(entry.Object); err != nil {
			return nil, err
		}
		w.out.WriteString("\nendobj\n")
	}
	sum := sha256.Sum256(w.out.Bytes())
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(used)+1)
	for _, at := range places {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", at)
	}
	id := hex.EncodeToString(sum[:16])
	fmt.Fprintf(&w.out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(used)+1, w.number[d.Root.ObjectNumber.Value()], w.number[d.Info.ObjectNumber.Value()], id, id, start)
	return w.out.Bytes(), nil
}

type writer struct {
	*document
	out    bytes.Buffer
	number map[int]int // new number of each object in use, by the number in the input
}

// collect finds all objects that can be reached from the given ones.
func (w *writer) collect(from ...types.Object) error {
	for len(from) > 0 {
		o := from[len(from)-1]
		from = from[:len(from)-1]
		switch o := o.(type) {
		case types.IndirectRef:
			n := o.ObjectNumber.Value()
			entry, ok := w.FindTableEntryLight(n)
			if _, seen := w.number[n]; seen || !ok || entry.Free || entry.Object == nil {
				continue
			}
			w.number[n] = 0
			from = append(from, entry.Object)
		case types.Dict:
			for _, v := range o {
				from = append(from, v)
			}
		case types.StreamDict:
			from = append(from, o.Dict)
		case *types.StreamDict:
			from = append(from, o.Dict)
		case types.Array:
			from = append(from, o...)
		}
	}
	return nil
}

func (w *writer) writeObject(o types.Object) error {
	switch o := o.(type) {
	case nil:
		w.out.WriteString("null")
	case types.IndirectRef:
		if n, ok := w.number[o.ObjectNumber.Value()]; ok {
			fmt.Fprintf(&w.out, "%d 0 R", n)
		} else {
			w.out.WriteString("null")
		}
	case types.Dict:
		return w.writeDict(o)
	case types.Array:
		w.out.WriteByte('[')
		for i, v := range o {
			if i > 0 {
				w.out.WriteByte(' ')
			}
			if err := w.writeObject(v); err != nil {
				return err
			}
		}
		w.out.WriteByte(']')
	case types.StreamDict:
		return w.writeStream(o)
	case *types.StreamDict:
		return w.writeStream(*o)
	case types.Float:
		w.out.WriteString(formatFloat(o.Value()))
	case types.Name, types.Integer, types.Boolean, types.StringLiteral, types.HexLiteral:
		w.out.WriteString(o.PDFString())
	default:
		return fmt.Errorf("a %T in the PDF of the browser", o)
	}
	return nil
}

func (w *writer) writeDict(o types.Dict) error {
	w.out.WriteString("<<")
	for _, key := range slices.Sorted(maps.Keys(o)) {
		w.out.WriteString(types.Name(key).PDFString())
		w.out.WriteByte(' ')
		if err := w.writeObject(o[key]); err != nil {
			return err
		}
	}
	w.out.WriteString(">>")
	return nil
}

func (w *writer) writeStream(o types.StreamDict) error {
	head := maps.Clone(o.Dict)
	head["Length"] = types.Integer(len(o.Raw))
	if err := w.writeDict(head); err != nil {
		return err
	}
	w.out.WriteString("\nstream\n")
	w.out.Write(o.Raw)
	w.out.WriteString("\nendstream")
	return nil
}

// formatFloat returns the shortest decimal notation of a number, never with an exponent.
func formatFloat(f float64) string {
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if strings.Contains(text, ".") {
		return text
	}
	return text + ".0"
}
