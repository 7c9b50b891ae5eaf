package importing

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// book makes an xlsx file as a program for spreadsheets would.
func book(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// rows is a table for comparison: numbers and cells.
func rows(t Table) []string {
	var all []string
	for _, r := range t.Rows {
		all = append(all, fmt.Sprintf("%d %q", r.Number, r.Cells))
	}
	return all
}

func kind(err error) string {
	var fault *TableError
	if errors.As(err, &fault) {
		return fault.Kind
	}
	return fmt.Sprint(err)
}

func TestCellsComeOutAsPeopleSeeThem(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		style := func(format int, custom string) int {
			s := &excelize.Style{NumFmt: format}
			if custom != "" {
				s = &excelize.Style{CustomNumFmt: &custom}
			}
			id, err := f.NewStyle(s)
			must(t, err)
			return id
		}
		set := func(cell string, value any, styles ...int) {
			must(t, f.SetCellValue("Sheet1", cell, value))
			for _, s := range styles {
				must(t, f.SetCellStyle("Sheet1", cell, cell, s))
			}
		}
		moment := time.Date(2026, 11, 12, 14, 3, 22, 0, time.UTC)
		set("A1", "vraag")
		set("B1", "antwoord")
		set("A3", moment, style(0, "m/d/yy h:mm:ss"))
		set("B3", 46338, style(14, ""))
		set("C3", 46338) // a number like any other
		set("D3", 0.5, style(9, ""))
		set("E3", 1234.5, style(0, `"EUR per maand" #,##0.00`))
		set("F3", true)
		set("G3", "=1+1")
		set("H3", "+31 is geen som")
		set("I3", " een\r\ntwee\ufeff \u00a0")
		set("J3", 0.25, style(20, ""))
		must(t, f.SetCellFormula("Sheet1", "K3", "1+1"))
		set("L3", "0012")
		set("M3", "")
		must(t, f.SetRowHeight("Sheet1", 4000, 20)) // an empty row far down
	})
	table, err := ReadTable(data, TableOptions{})
	must(t, err)
	want := []string{
		`1 ["vraag" "antwoord"]`,
		`3 ["2026-11-12 14:03:22" "2026-11-12" "46338" "50%" "EUR per maand 1,234.50" "TRUE" "=1+1" "+31 is geen som" "een\ntwee" "06:00:00" "" "0012"]`,
	}
	if got := rows(table); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheValueOfAFormulaIsTaken(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"x", 7}))
		must(t, f.SetCellFormula("Sheet1", "B2", `HYPERLINK("http://example.invalid")`))
	})
	table, err := ReadTable(data, TableOptions{})
	must(t, err)
	if got := table.Rows[1].Cell(1); got != "7" {
		t.Errorf("got %q", got)
	}
}

// edited changes a part of a zip file.
func edited(t *testing.T, data []byte, part, old, fresh string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		must(t, err)
		var b bytes.Buffer
		_, err = b.ReadFrom(in)
		must(t, err)
		text := b.String()
		if f.Name == part {
			if !strings.Contains(text, old) {
				t.Fatalf("no %s in %s", old, part)
			}
			text = strings.Replace(text, old, fresh, 1)
		}
		entry, err := w.Create(f.Name)
		must(t, err)
		_, err = entry.Write([]byte(text))
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

func TestTheSheetIsChosen(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Alleen een titel"}))
		for _, name := range []string{"Keuzes", "Antwoorden", "Oud"} {
			_, err := f.NewSheet(name)
			must(t, err)
			must(t, f.SetSheetRow(name, "A1", &[]any{"Naam", name}))
			must(t, f.SetSheetRow(name, "A2", &[]any{"x", "y"}))
		}
		must(t, f.SetSheetVisible("Keuzes", false))
	})
	for asked, want := range map[string]string{"": "Antwoorden", "oud": "Oud", "Keuzes": "Keuzes"} {
		if table, err := ReadTable(data, TableOptions{Sheet: asked}); err != nil || table.Name != want {
			t.Errorf("%q gives %q, %v", asked, table.Name, err)
		}
	}
	if _, err := ReadTable(data, TableOptions{Sheet: "Blad9"}); kind(err) != "no-sheet" || !strings.Contains(err.Error(), "Sheet1, Keuzes, Antwoorden, Oud") {
		t.Errorf("%v", err)
	}
	if _, err := ReadTable(data, TableOptions{Sheet: "Sheet1"}); kind(err) != "empty" {
		t.Errorf("%v", err)
	}
}

func TestHeadingsOverSeveralRows(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Naam", "Reactie", ""}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"", "Wat zag u?", "Mag het?"}))
		must(t, f.SetSheetRow("Sheet1", "A3", &[]any{"x", "y", "Ja"}))
		must(t, f.SetSheetRow("Sheet1", "A4", &[]any{"z", "w", ""}))
		must(t, f.MergeCell("Sheet1", "A1", "A2"))
		must(t, f.MergeCell("Sheet1", "B1", "C1"))
		must(t, f.MergeCell("Sheet1", "C3", "C4"))
	})
	table, err := ReadTable(data, TableOptions{})
	must(t, err)
	if got := table.Heading(1, 0) + "|" + table.Heading(1, 1) + "|" + table.Heading(1, 2); got != "Naam|Wat zag u?|Mag het?" {
		t.Errorf("got %s", got)
	}
	if got := table.Rows[3].Cell(2); got != "" {
		t.Errorf("the answer %q of one row was given to another", got)
	}
}

func TestCSVAsPeopleHaveIt(t *testing.T) {
	text := "Wat viel u op, en waarom?;Functie\r\n\"één; \"\"twee\"\"\nregels\";=SOM(1)\r\n\r\n;\r\nlaatste;café\r\n"
	want := []string{`1 ["Wat viel u op, en waarom?" "Functie"]`, `2 ["één; \"twee\"\nregels" "=SOM(1)"]`, `6 ["laatste" "café"]`}
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	must(t, err)
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) string {
		s, err := unicode.UTF16(order, mark).NewEncoder().String(text)
		must(t, err)
		return s
	}
	for name, data := range map[string]string{
		"utf-8": text, "with a mark": "\ufeff" + text, "windows-1252": latin,
		"utf-16 le": utf16(unicode.LittleEndian, unicode.UseBOM), "utf-16 be": utf16(unicode.BigEndian, unicode.UseBOM),
		"utf-16 le without a mark": utf16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16 be without a mark": utf16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		table, err := ReadTable([]byte(data), TableOptions{})
		if got := rows(table); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v\n%s", name, err, strings.Join(got, "\n"))
		}
	}
	for name, data := range map[string]string{
		"commas": "a,b;c,d\n1,\"2,5\",3\n", "tabs": "a\tb;c\td\n1\t2,5\t3\n", "told": "sep=,\na,b;c,d\n1,\"2,5\",3\n", "old macs": "a;b;c;d\r1;2,5;3\r",
	} {
		table, err := ReadTable([]byte(data), TableOptions{})
		if err != nil || len(table.Rows) != 2 || !reflect.DeepEqual(table.Rows[1].Cells, []string{"1", "2,5", "3"}) {
			t.Errorf("%s: %v %v", name, rows(table), err)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	sound := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"x", "y"}))
	})
	longer := book(t, func(f *excelize.File) {
		for _, row := range []string{"A1", "A2", "A3"} {
			must(t, f.SetSheetRow("Sheet1", row, &[]any{"a", "b"}))
		}
	})
	wide := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"}))
		must(t, f.SetCellValue("Sheet1", "XFD2", "x"))
	})
	var other bytes.Buffer
	w := zip.NewWriter(&other)
	_, err := w.Create("word/document.xml")
	must(t, err)
	must(t, w.Close())
	for name, c := range map[string]struct {
		data []byte
		kind string
	}{
		"nothing":          {nil, "empty"},
		"one row":          {[]byte("a;b\n"), "empty"},
		"an open quote":    {[]byte("a;b\n1;2\n\"x;y\n"), "quote"},
		"a picture":        {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "unknown"},
		"another document": {other.Bytes(), "unknown"},
		"old or locked":    {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old"},
		"cut off":          {sound[:len(sound)/2], "broken"},
		"broken off":       {edited(t, sound, "xl/worksheets/sheet1.xml", `<row r="2"`, `<row r="2`), "broken"},
		"one row less":     {edited(t, longer, "xl/worksheets/sheet1.xml", `<row r="3"`, `</wrong><row r="3"`), "broken"},
		"words broken off": {edited(t, longer, "xl/sharedStrings.xml", `</si>`, `</wrong></si>`), "broken"},
		"no such text":     {edited(t, sound, "xl/workbook.xml", "<sheets>", "<sheets"), "broken"},
		"too wide":         {wide, "large"},
		"wide and empty":   {edited(t, sound, "xl/worksheets/sheet1.xml", "</sheetData>", colours(200)+"</sheetData>"), "large"},
		"too long":         {[]byte("a;b\n1;" + strings.Repeat("x", maxCell+1)), "long"},
		"too large":        {make([]byte, MaxFile+1), "large"},
	} {
		if table, err := ReadTable(c.data, TableOptions{}); kind(err) != c.kind {
			t.Errorf("%s: %v %v, want %s", name, rows(table), err, c.kind)
		}
	}
}

// colours are rows that hold nothing but a style in the last column that there can be.
func colours(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d" s="1"/></row>`, i+10, i+10)
	}
	return b.String()
}

// TestABombIsWeighedBeforeItIsUnpacked: 300 MB of nothing in a few hundred kB.
func TestABombIsWeighedBeforeItIsUnpacked(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		entry, err := w.Create(name)
		must(t, err)
		for range 150 {
			_, err = entry.Write(make([]byte, 1<<20))
			must(t, err)
		}
	}
	must(t, w.Close())
	if _, err := ReadTable(b.Bytes(), TableOptions{}); kind(err) != "large" {
		t.Errorf("got %v", err)
	}
}

// TestWhatTheLibraryCannotCarryIsWeighedFirst: small files that unpack to what takes gigabytes or minutes, each of a kind that a bound of bytes lets through. In each the row with the answers is sound.
func TestWhatTheLibraryCannotCarryIsWeighedFirst(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"x", "y"}))
	})
	grid, styles, texts, rels := "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"
	for name, c := range map[string]struct{ part, before, more, kind string }{
		"merged cells":    {grid, "</worksheet>", "<mergeCells>" + strings.Repeat(`<mergeCell ref="A1:B2"/>`, 200_000) + "</mergeCells>", "large"},
		"styles":          {styles, "</cellXfs>", strings.Repeat("<xf/>", 3_000_000), "large"},
		"empty rows":      {grid, "</sheetData>", strings.Repeat("<row/>", 1_000_000), "large"},
		"one cell":        {grid, "</sheetData>", `<row r="5">` + strings.Repeat(`<c r="B5"/>`, 2_100_000) + `</row>`, "large"},
		"numbered rows":   {grid, "</sheetData>", strings.Repeat(`<row r="9"/>`, 300_000), "large"},
		"few rows":        {grid, "</sheetData>", strings.Repeat("<row/>", 30_000), "large"},
		"few merged":      {grid, "</worksheet>", "<mergeCells>" + strings.Repeat(`<mergeCell ref="A1:B2"/>`, 5000) + "</mergeCells>", "large"},
		"validations":     {grid, "</worksheet>", "<dataValidations>" + strings.Repeat("<dataValidation/>", 400_000) + "</dataValidations>", "large"},
		"texts":           {texts, "</sst>", strings.Repeat("<si/>", 1_100_000), "large"},
		"attributes":      {grid, "</sheetData>", "<row" + strings.Repeat(` a="&gt;>"`, 20_000) + "/>", "large"},
		"other attribute": {grid, "</sheetData>", "<row" + strings.Repeat(` a = '">'`, 20_000) + "/>", "large"},
		"under a picture": {rels, "</Relationships>", `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="media/a.png"/>`, "broken"},
	} {
		if _, err := ReadTable(edited(t, data, c.part, c.before, c.more+c.before), TableOptions{}); kind(err) != c.kind {
			t.Errorf("%s: %v, want %s", name, err, c.kind)
		}
	}
}

// TestAWornWorkbookIsRead: what programs leave behind in years of use is no bomb.
func TestAWornWorkbookIsRead(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"x", "y"}))
	})
	var rows, merged strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&rows, `<row r="%d" s="1"/>`, i+3)
	}
	for i := range 300 {
		fmt.Fprintf(&merged, `<mergeCell ref="C%d:D%d"/>`, i+3, i+3)
	}
	data = edited(t, data, "xl/worksheets/sheet1.xml", "</sheetData>", rows.String()+"</sheetData><!-- it's = \" > -->")
	data = edited(t, data, "xl/worksheets/sheet1.xml", "</worksheet>", "<mergeCells>"+merged.String()+"</mergeCells></worksheet>")
	data = edited(t, data, "xl/styles.xml", "</cellXfs>", strings.Repeat("<xf/>", 64_000)+"</cellXfs>")
	if table, err := ReadTable(data, TableOptions{}); err != nil || len(table.Rows) != 2 {
		t.Errorf("%d rows, %v", len(table.Rows), err)
	}
}

func TestTenThousandRows(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		w, err := f.NewStreamWriter("Sheet1")
		must(t, err)
		must(t, w.SetRow("A1", []any{"Naam", "Reactie"}))
		for i := range 10_000 {
			must(t, w.SetRow(fmt.Sprintf("A%d", i+2), []any{"iemand", fmt.Sprintf("antwoord %d", i)}))
		}
		must(t, w.Flush())
	})
	table, err := ReadTable(data, TableOptions{})
	must(t, err)
	if n := len(table.Rows); n != 10_001 || table.Rows[10_000].Cell(1) != "antwoord 9999" {
		t.Errorf("%d rows", n)
	}
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"a;b\n1;2\n", "sep=,\na,b\n", "\"a\n\";b\r\n\"\"\"\";c", "a\tb\n\xe9\t\x00", "\xff\xfea\x00;\x00b\x00\n\x00", "a,b;c\n\r,;\t"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := ReadTable(data, TableOptions{})
		if err != nil && !errors.As(err, new(*TableError)) {
			t.Fatalf("no fault: %v", err)
		}
		last := 0
		for _, r := range table.Rows {
			if r.Number <= last || len(r.Cells) == 0 || r.Cells[len(r.Cells)-1] == "" {
				t.Fatalf("row %d %q after row %d", r.Number, r.Cells, last)
			}
			last = r.Number
			for _, c := range r.Cells {
				if !utf8.ValidString(c) || strings.ContainsFunc(c, odd) || c != clean(c) {
					t.Fatalf("%q is not clean", c)
				}
			}
		}
	})
}

// small makes a workbook of the parts that a reader needs and nothing more, so that a fuzzer tries thousands in a second.
func small(t testing.TB, grid, texts, styles string) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + grid + `</worksheet>`},
		{"xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + texts + `</sst>`},
		{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + styles + `</styleSheet>`},
	} {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: part[0]})
		if err == nil {
			_, err = entry.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const twoRows = `<sheetData><row r="1"><c t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row><row r="2"><c s="1"><v>46338</v></c><c t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`

func TestASmallWorkbookIsRead(t *testing.T) {
	table, err := ReadTable(small(t, twoRows, "<si><t>a</t></si>", `<cellXfs><xf/><xf numFmtId="14"/></cellXfs>`), TableOptions{})
	if got := rows(table); err != nil || !reflect.DeepEqual(got, []string{`1 ["a" "b"]`, `2 ["2026-11-12" "TRUE"]`}) {
		t.Errorf("%v, %v", got, err)
	}
}

// FuzzXLSX: whatever the parts of a workbook hold, it is a table of clean texts or a fault.
func FuzzXLSX(f *testing.F) {
	f.Add(twoRows, "<si><t>a</t></si>", `<cellXfs><xf/><xf numFmtId="14"/></cellXfs>`)
	f.Add(`<sheetData><row/><row><c r="XFD9"/></row></sheetData>`, "<si><r><t>a</t></r></si>", `<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`)
	f.Fuzz(func(t *testing.T, grid, texts, styles string) {
		table, err := ReadTable(small(t, grid, texts, styles), TableOptions{})
		if err != nil && !errors.As(err, new(*TableError)) {
			t.Fatalf("no fault: %v", err)
		}
		for _, r := range table.Rows {
			for _, c := range r.Cells {
				if !utf8.ValidString(c) || strings.ContainsFunc(c, odd) {
					t.Fatalf("%q is not clean", c)
				}
			}
		}
	})
}
