// Package columns finds out which column of a spreadsheet is which field, and lets an author say it better.
//
//	found := importing.MatchColumns(table, importing.ReflectionFields)
//	found.Value(found.Rows[0], "role") // what stands in the column that asks for a functie
//
// The questions are the row, of the first ten, in which most cells ask for a field, since a form or its owner may have put headings above them. What is matched are the names of fields and the usual
// questions of forms, in Dutch and English.
//
// A mapping is the same as a file, to read and correct: which question is which field, each on a line. It is taken at its word; what is wrong in it is told with its place.
package importing

import (
	"slices"
	"strconv"
	"strings"
)

// Column is one column of a sheet.
type Column struct {
	Index int    // counted from 0
	Head  string // its question, on one line; (2) behind it when it is the second of that name
	Field *Field // nil: not used
	New   bool   // a mapping does not know it
}

// Mapping is a sheet whose columns are known.
type Mapping struct {
	Header  int // the number of the row with the questions
	Columns []Column
	Rows    []Row // of answers
}

// headings is among how many rows at the top the questions are looked for.
const headings = 10

// MatchColumns finds the questions and what they ask for.
func MatchColumns(t Table, fields []Field) Mapping {
	best, most := 0, 0
	for i := range min(headings, len(t.Rows)) {
		n := 0
		for _, c := range assign(heads(t, i), fields) {
			if c.Field != nil {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if most == 0 { // nothing is known: a heading above the questions stands alone on its row
		best = max(0, slices.IndexFunc(t.Rows, func(r Row) bool { return filled(r) > 1 }))
	}
	return Mapping{Header: t.Rows[best].Number, Columns: assign(heads(t, best), fields), Rows: t.Rows[best+1:]}
}

// Known reports whether any column is.
func (f Mapping) Known() bool {
	return slices.ContainsFunc(f.Columns, func(c Column) bool { return c.Field != nil })
}

// Has reports whether a column is a field.
func (f Mapping) Has(id string) bool {
	return slices.ContainsFunc(f.Columns, func(c Column) bool { return c.Field != nil && c.Field.ID == id })
}

// Value is what a row says of a field. What several columns say stands below each other, with an empty line between.
func (f Mapping) Value(row Row, id string) string {
	var all []string
	for _, c := range f.Columns {
		if c.Field == nil || c.Field.ID != id {
			continue
		}
		if text := row.Cell(c.Index); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, "\n\n")
}

func filled(r Row) int {
	n := 0
	for _, text := range r.Cells {
		if text != "" {
			n++
		}
	}
	return n
}

// heads are the questions in a row, up to the last column that has anything.
func heads(t Table, row int) []Column {
	width := 0
	for _, r := range t.Rows {
		width = max(width, len(r.Cells))
	}
	seen := map[string]int{}
	all := make([]Column, width)
	for i := range all {
		head := strings.Join(strings.Fields(t.Heading(row, i)), " ")
		if seen[head]++; head != "" && seen[head] > 1 {
			head += " (" + strconv.Itoa(seen[head]) + ")"
		}
		all[i] = Column{Index: i, Head: head}
	}
	return all
}

// assign gives each field the column that asks for it most surely, first those that ask in so many words.
func assign(all []Column, fields []Field) []Column {
	for _, exact := range []bool{true, false} {
		for i := range fields {
			f := &fields[i]
			if taken(all, f) {
				continue
			}
			best, at := -1, -1
			for j, c := range all {
				rank := f.rank(c.Head)
				if c.Field != nil || c.Head == "" || rank < 0 || exact != (rank < len(f.heads)) {
					continue
				}
				if f.Many {
					all[j].Field = f
				} else if best < 0 || rank < best {
					best, at = rank, j
				}
			}
			if at >= 0 {
				all[at].Field = f
			}
		}
	}
	return all
}

func taken(all []Column, f *Field) bool {
	return slices.ContainsFunc(all, func(c Column) bool { return c.Field == f })
}
