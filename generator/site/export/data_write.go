package export

import (
	"bytes"
	"encoding/json"
)

// dataWriter writes a book of which the lists come one item at a time.
type dataWriter struct {
	out  bytes.Buffer
	rest []byte // what comes after the lists that were written
}

// open takes the book with its lists empty.
func (w *dataWriter) open(book dataBook) (err error) {
	w.rest, err = indented("", book)
	return err
}

// list writes the items of one list in the place where the book has it empty. No text of an author can look like that place: its quotation marks are escaped.
func list[From, To any](w *dataWriter, name string, all []From, convert func(From) To) error {
	key := `"` + name + `": `
	before, after, _ := bytes.Cut(w.rest, []byte(key+"[]"))
	w.out.Write(before)
	w.out.WriteString(key)
	w.rest = after
	if len(all) == 0 {
		w.out.WriteString("[]")
		return nil
	}
	between := "[\n    "
	for _, item := range all {
		text, err := indented("    ", convert(item))
		if err != nil {
			return err
		}
		w.out.WriteString(between)
		w.out.Write(bytes.TrimSuffix(text, []byte("\n")))
		between = ",\n    "
	}
	w.out.WriteString("\n  ]")
	return nil
}

func indented(prefix string, v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	err := e.Encode(v)
	return out.Bytes(), err
}
