// Package sheet reads spreadsheets as tables of text: xlsx files, and csv files as people have them.
//
//	table, err := importing.ReadTable(data, importing.TableOptions{})
//	printing.Rows[0].Cells // "Tijdstempel", "Wat is uw naam?", ...
//
// What a cell holds comes out as a person sees it: of a formula its value, of a day or moment the ISO form whatever its format (2026-11-12, 2026-11-12 14:03:22), of a tick TRUE or FALSE.
// Nothing is computed, followed or fetched; a cell that begins with = or + is text. Line breaks are \n. Characters that nobody sees and that no content file may hold (control characters, byte
// order marks) are left out, so is white space around a text. Empty rows are left out too; each row keeps the number by which the program that made the file shows it.
//
// A csv file may be UTF-8 with or without byte order mark, UTF-16 or Windows-1252, with ; or , or tabs between its fields. Which it is, is told from the file.
//
// What is no spreadsheet, or not a sound one, gives a *TableError. So does one that is larger than any list of answers, unpacked or as it is: an xlsx file is a zip file, and a small one can unpack to
// what no memory holds. Nothing is unpacked to the disk, since the answers are people's.
package importing

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Table is one sheet.
type Table struct {
	Name   string // of the sheet; empty for csv
	Rows   []Row  // from top to bottom, without those that are empty
	merged []merge
}

// merge is a cell of several rows, in the uppermost of which its text stands.
type merge struct{ column, top, bottom int }

// Heading is what stands in a column of Rows[row] when that is a heading, where one cell may go over several rows. Answers are taken as they stand: what one row says holds for no other.
func (t Table) Heading(row, column int) string {
	if text := t.Rows[row].Cell(column); text != "" {
		return text
	}
	number := t.Rows[row].Number
	for _, m := range t.merged {
		if m.column != column || number <= m.top || number > m.bottom {
			continue
		}
		for _, above := range t.Rows[:row] {
			if above.Number == m.top {
				return above.Cell(column)
			}
		}
	}
	return ""
}

// Row is one row of a sheet.
type Row struct {
	Number int      // counted from 1: the row of a sheet, of csv the line on which it begins
	Cells  []string // from column A on; what is empty at the end is left out
}

// Cell is what stands in a column, counted from 0; empty beyond the end of the row.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// TableOptions choose what is read of a file.
type TableOptions struct {
	Sheet string // its name, whatever its capitals; empty: the first that can be seen and has more than one row
}

// TableError says why a file could not be read as a table.
type TableError struct {
	Kind string   // its wording in the catalogue, under cli.import.sheet
	Args []string // what that names: name, value, name, value. No text of a cell is among them
}

func (f *TableError) Error() string { return "sheet: " + f.Kind + " " + strings.Join(f.Args, " ") }

// The bounds of what is read. A form with ten thousand answers to thirty questions is well within all of them.
const (
	MaxFile  = 32 << 20 // bytes of a file
	unpacked = 256 << 20
	maxRow   = 100_000
	maxCol   = 500
	maxCells = 2_000_000
	maxText  = 64 << 20 // bytes of all texts together
	maxCell  = 100_000  // bytes of one text; a program for spreadsheets takes 32,767 characters
)

// ReadTable reads one sheet of a file, of which data is all.
func ReadTable(data []byte, o TableOptions) (Table, error) {
	var t Table
	var err error
	switch {
	case len(data) > MaxFile:
		return t, &TableError{Kind: "large"}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		t, err = readXLSX(data, o.Sheet)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")): // how programs wrote until 2007, and what has a password
		return t, &TableError{Kind: "old"}
	default:
		t, err = readCSV(data)
	}
	if err != nil {
		return Table{}, err
	}
	if len(t.Rows) < 2 {
		return Table{}, &TableError{Kind: "empty"}
	}
	return t, nil
}

// bounds counts what was read.
type bounds struct{ cells, text int }

// row makes a row of what stood in its cells. nil: there was nothing in it.
func (b *bounds) row(number int, cells []string) (*Row, error) {
	row := &Row{Number: number, Cells: make([]string, 0, min(len(cells), maxCol))}
	for i, text := range cells {
		if text = clean(text); text == "" {
			continue
		}
		if i >= maxCol {
			return nil, &TableError{Kind: "large"}
		}
		for len(row.Cells) < i {
			row.Cells = append(row.Cells, "")
		}
		row.Cells = append(row.Cells, text)
		b.text += len(text)
		if len(text) > maxCell {
			return nil, &TableError{Kind: "long", Args: []string{"cell", ColumnLetters(i), "row", itoa(number)}}
		}
	}
	b.cells += len(row.Cells)
	switch {
	case len(row.Cells) == 0: // also beyond the bounds: a style may go down to the last row
		return nil, nil
	case number > maxRow, b.cells > maxCells, b.text > maxText:
		return nil, &TableError{Kind: "large"}
	}
	return row, nil
}

// clean leaves of a text what a person sees.
func clean(text string) string {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if strings.ContainsFunc(text, odd) {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\v", "\n", "\u0085", "\n").Replace(text)
		text = strings.Map(func(r rune) rune {
			if odd(r) {
				return -1
			}
			return r
		}, text)
	}
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' })
}

// odd reports whether a character has no place in a content file, or ends a line in its own way.
func odd(r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case '\u2028', '\u2029', '\ufeff':
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// ColumnLetters is what a program for spreadsheets calls a column, counted from 0: A, B ... Z, AA.
func ColumnLetters(column int) string {
	if column < 26 {
		return string(rune('A' + column))
	}
	return ColumnLetters(column/26-1) + string(rune('A'+column%26))
}
