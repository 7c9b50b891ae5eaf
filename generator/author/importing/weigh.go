package importing

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The bounds of what the library may be handed. It keeps each element in memory, fills up each row to its last cell, and holds each merged cell against each other.
const (
	maxElements   = 8_000_000 // of all parts together: four for a cell
	maxTexts      = 1_000_000 // of the texts that cells share: two for a text
	maxOther      = 300_000   // of a part that holds no cells or texts, such as styles. Worn workbooks have up to 64,000 of those
	maxRows       = 200_000   // also empty ones, of which a sheet may have more than it has answers
	maxUnnumbered = 20_000    // rows that do not say which they are: the library counts them anew each time
	maxMerged     = 3_000     // merged cells
	maxTag        = 1 << 16   // bytes of a tag
)

// ofCells are the elements within a cell.
var ofCells = map[string]bool{"v": true, "f": true, "is": true, "t": true, "r": true, "rPr": true}

var (
	errSize   = &TableError{Kind: "large"}
	errBroken = &TableError{Kind: "broken"}
)

// sound weighs what a file unpacks to before the library unpacks it: bytes, elements, and the rows, cells and merged cells of a sheet.
func sound(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return errBroken
	}
	total, elements, workbook := uint64(0), 0, false
	for _, part := range archive.File {
		if total += part.UncompressedSize64; part.UncompressedSize64 > unpacked || total > unpacked {
			return errSize
		}
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		workbook = workbook || name == "xl/workbook.xml"
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		if err := weigh(part, name, &elements); err != nil {
			return err
		}
	}
	if !workbook {
		return &TableError{Kind: "unknown"}
	}
	return nil
}

// weigh weighs a part, and adds its elements to those of the others.
func weigh(part *zip.File, name string, elements *int) error {
	most := maxElements - *elements
	cells := strings.Contains(name, "worksheets/") && strings.HasSuffix(name, ".xml")
	switch {
	case cells:
	case name == "xl/sharedstrings.xml":
		most = min(most, maxTexts)
	default:
		most = min(most, maxOther)
	}
	n, err := reading(part, func(r io.Reader) (int, error) { return elementsOf(r, most) })
	if *elements += n; err == nil && cells {
		_, err = reading(part, gridOf)
	}
	if err == nil && strings.HasSuffix(name, ".rels") {
		_, err = reading(part, leadsToParts)
	}
	return err
}

// reading unpacks a part for a function that reads it. What it stumbles over is a broken file.
func reading(part *zip.File, read func(io.Reader) (int, error)) (int, error) {
	r, err := part.Open()
	if err != nil {
		return 0, errBroken
	}
	defer r.Close() // nothing was written
	n, err := read(r)
	if err != nil && !errors.Is(err, errSize) {
		return n, errBroken
	}
	return n, err
}

// elementsOf counts the elements of a part as bytes, since a reader of XML already keeps all attributes of an element.
func elementsOf(r io.Reader, most int) (elements int, err error) {
	buffer := make([]byte, 1<<16)
	tag, quote, before := -1, byte(0), byte(0) // how long the tag is that we are in, -1 outside; the quotation mark that we are behind
	for {
		n, err := r.Read(buffer)
		for _, c := range buffer[:n] {
			switch {
			case tag < 0 && c == '<':
				tag, quote = 0, 0
			case tag < 0:
			case tag == 0 && (c == '!' || c == '?'): // a comment or a declaration, in which quotation marks mean nothing
				tag = -1
			case tag == 0 && c != '/':
				elements++
				tag++
			case quote == 0 && c == '>':
				tag = -1
			default:
				if tag++; quote == c {
					quote = 0
				} else if quote == 0 && before == '=' && (c == '"' || c == '\'') {
					quote = c
				}
			}
			if c > ' ' {
				before = c
			}
			if elements > most || tag > maxTag {
				return elements, errSize
			}
		}
		if errors.Is(err, io.EOF) {
			return elements, nil
		} else if err != nil {
			return elements, err
		}
	}
}

// gridOf counts the cells of a sheet with those that lie before them on their rows, its rows and its merged cells, as far as it has to.
func gridOf(r io.Reader) (cells int, err error) {
	rows, unnumbered, merged, other, last := 0, 0, 0, 0, 0
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return cells, nil
		} else if err != nil {
			return cells, err
		}
		element, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case element.Name.Local == "row":
			rows, last = rows+1, 0
			if !slices.ContainsFunc(element.Attr, func(a xml.Attr) bool { return a.Name.Local == "r" }) {
				unnumbered++
			}
		case element.Name.Local == "mergeCell":
			merged++
		case element.Name.Local == "c":
			column := last + 1
			for _, a := range element.Attr {
				if at, _, err := excelize.CellNameToCoordinates(a.Value); a.Name.Local == "r" && err == nil {
					column = at
				}
			}
			cells += max(1, column-last)
			last = max(last, column)
		case !ofCells[element.Name.Local]:
			other++
		}
		if rows > maxRows || unnumbered > maxUnnumbered || other > maxOther || merged > maxMerged || cells > maxCells {
			return cells, errSize
		}
	}
}

// leadsToParts refuses relations by which the library would read a sheet from a part that was not weighed, for its name.
func leadsToParts(r io.Reader) (int, error) {
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return 0, nil
		} else if err != nil {
			return 0, err
		}
		element, _ := token.(xml.StartElement)
		var kind, target string
		for _, a := range element.Attr {
			switch a.Name.Local {
			case "Type":
				kind = a.Value
			case "Target":
				target = strings.ToLower(a.Value)
			}
		}
		sheet := strings.HasSuffix(kind, "/worksheet")
		if sheet && !strings.Contains(target, "worksheets/") || (sheet || strings.HasSuffix(kind, "/styles") || strings.HasSuffix(kind, "/sharedStrings")) && !strings.HasSuffix(target, ".xml") {
			return 0, errBroken
		}
	}
}
