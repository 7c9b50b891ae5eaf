package importing

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// readXLSX reads one sheet of a workbook.
func readXLSX(data []byte, name string) (t Table, err error) {
	if err := sound(data); err != nil {
		return Table{}, err
	}
	// The library was written for files that programs made. What it stumbles over is a broken file, not a broken casusboek.
	defer func() {
		if recover() != nil {
			t, err = Table{}, &TableError{Kind: "broken"}
		}
	}()
	// With both limits the same, nothing is unpacked to the disk.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unpacked, UnzipXMLSizeLimit: unpacked})
	if err != nil {
		return Table{}, &TableError{Kind: "broken"}
	}
	defer f.Close() // nothing was written
	if name != "" {
		return named(f, name)
	}
	for _, sheet := range f.GetSheetList() {
		if seen, err := f.GetSheetVisible(sheet); err != nil || !seen {
			continue
		}
		t, err := sheetTable(f, sheet)
		if err != nil || len(t.Rows) > 1 {
			return t, err
		}
	}
	return Table{}, &TableError{Kind: "empty"}
}

// named is the sheet that somebody asked for, which may be one that is hidden.
func named(f *excelize.File, name string) (Table, error) {
	sheets := f.GetSheetList()
	for _, sheet := range sheets {
		if strings.EqualFold(strings.TrimSpace(sheet), strings.TrimSpace(name)) {
			return sheetTable(f, sheet)
		}
	}
	return Table{}, &TableError{Kind: "no-sheet", Args: []string{"sheet", name, "sheets", strings.Join(sheets, ", ")}}
}

// workbook is one that is being read.
type workbook struct {
	*excelize.File
	sheet  string
	epoch  bool // its days are counted from 1904, as old Macs did
	isDate map[int]bool
}

// sheetTable reads a sheet twice side by side, as it is stored and as it is shown: what is stored as a number and shown as something else may be a day.
func sheetTable(f *excelize.File, sheet string) (Table, error) {
	props, err := f.GetWorkbookProps()
	if err != nil {
		return Table{}, &TableError{Kind: "broken"}
	}
	w := &workbook{File: f, sheet: sheet, isDate: map[int]bool{}, epoch: props.Date1904 != nil && *props.Date1904}
	stored, err := f.Rows(sheet)
	if err != nil { // a sheet with a chart alone
		return Table{Name: sheet}, nil
	}
	shown, err := f.Rows(sheet)
	if err != nil {
		return Table{}, &TableError{Kind: "broken"}
	}
	t := Table{Name: sheet}
	var days []day
	var b bounds
	for number := 1; stored.Next() && shown.Next(); number++ {
		raw, err := stored.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return Table{}, &TableError{Kind: "broken"}
		}
		cells, err := shown.Columns()
		if err != nil {
			return Table{}, &TableError{Kind: "broken"}
		}
		row, err := b.row(number, cells)
		if err != nil {
			return Table{}, err
		}
		if row == nil {
			continue
		}
		t.Rows = append(t.Rows, *row)
		for i := range min(len(raw), len(row.Cells)) {
			if serial, err := strconv.ParseFloat(raw[i], 64); err == nil && raw[i] != row.Cells[i] {
				days = append(days, day{len(t.Rows) - 1, i, serial})
			}
		}
	}
	if stored.Error() != nil || shown.Error() != nil {
		return Table{}, &TableError{Kind: "large"}
	}
	for _, d := range days { // only now: asking for styles loads the sheet as a whole, and its size was not known before
		w.date(t.Rows[d.row], d)
	}
	t.merged, err = w.merges()
	return t, err
}

// day is a number that may stand for one.
type day struct {
	row, column int
	serial      float64
}

// date writes a day or moment in its ISO form, when the format of its cell says that it is one.
func (w *workbook) date(row Row, d day) {
	cell, err := excelize.CoordinatesToCellName(d.column+1, row.Number)
	if err != nil {
		return
	}
	style, err := w.GetCellStyle(w.sheet, cell)
	if err != nil || !w.showsDate(style) {
		return
	}
	moment, err := excelize.ExcelDateToTime(d.serial, w.epoch)
	switch {
	case err != nil:
	case d.serial < 1: // a time without a day
		row.Cells[d.column] = moment.Round(time.Second).Format("15:04:05")
	case d.serial == math.Trunc(d.serial):
		row.Cells[d.column] = moment.Format(time.DateOnly)
	default:
		row.Cells[d.column] = moment.Round(time.Second).Format(time.DateTime)
	}
}

// showsDate reports whether a style shows a number as a day or time.
func (w *workbook) showsDate(id int) bool {
	if known, ok := w.isDate[id]; ok {
		return known
	}
	style, err := w.GetStyle(id)
	is := err == nil && (style.NumFmt >= 14 && style.NumFmt <= 22 || style.NumFmt >= 27 && style.NumFmt <= 36 ||
		style.NumFmt >= 45 && style.NumFmt <= 47 || style.NumFmt >= 50 && style.NumFmt <= 58)
	if err == nil && style.CustomNumFmt != nil {
		is = dateLetters.MatchString(sheetSaid.ReplaceAllString(*style.CustomNumFmt, ""))
	}
	w.isDate[id] = is
	return is
}

var (
	sheetSaid   = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.|\*.`) // words, colours and spaces within a format
	dateLetters = regexp.MustCompile(`(?i)[ymdhs]`)
)

// merges are the cells that were made one over several rows.
func (w *workbook) merges() ([]merge, error) {
	cells, err := w.GetMergeCells(w.sheet, true)
	if err != nil {
		return nil, &TableError{Kind: "broken"}
	}
	var found []merge
	for _, m := range cells {
		column, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		_, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err == nil && err2 == nil && top < bottom {
			found = append(found, merge{column - 1, top, bottom})
		}
	}
	return found, nil
}
