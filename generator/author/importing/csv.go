package importing

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func itoa(n int) string { return strconv.Itoa(n) }

// readCSV reads fields apart by whichever sign makes most of the first rows.
func readCSV(data []byte) (Table, error) {
	text, err := decoded(data)
	if err != nil {
		return Table{}, err
	}
	text, comma, shift := separator(text)
	r := sheetReader(text, comma)
	var t Table
	var b bounds
	for {
		cells, err := r.Read()
		var fault *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return t, nil
		case errors.As(err, &fault):
			return Table{}, &TableError{Kind: "quote", Args: []string{"row", itoa(fault.StartLine + shift)}}
		case err != nil:
			return Table{}, err
		}
		line, _ := r.FieldPos(0)
		row, err := b.row(line+shift, cells)
		if err != nil {
			return Table{}, err
		}
		if row != nil {
			t.Rows = append(t.Rows, *row)
		}
	}
}

func sheetReader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	return r
}

// separator finds the sign between fields. A program for spreadsheets may say it on a line of its own, sep=; which is then passed over: shift is how many lines are.
func separator(text string) (rest string, comma rune, shift int) {
	line, after, _ := strings.Cut(text, "\n")
	if sign, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(line, "\r")), "sep="); ok && len(sign) == 1 && strings.Contains(";,\t", sign) {
		return after, rune(sign[0]), 1
	}
	comma, most := ';', 0
	for _, sign := range []rune{';', '\t', ','} {
		if n := width(text, sign); n > most {
			comma, most = sign, n
		}
	}
	return text, comma, 0
}

// width is how many fields the first rows have at least two of them in common: a comma within a question makes fields too, but not in every row.
func width(text string, comma rune) int {
	r := sheetReader(text, comma)
	count := map[int]int{}
	best := 0
	for range 20 {
		cells, err := r.Read()
		if err != nil {
			break
		}
		count[len(cells)]++
		if n := len(cells); n > 1 && (count[n] > count[best] || count[n] == count[best] && n > best) {
			best = n
		}
	}
	return best * count[best]
}

// decoded gives the text of a file in whatever encoding it was saved.
func decoded(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16(data, unicode.LittleEndian)
	case len(data) > 3 && data[0] != 0 && data[1] == 0 && data[3] == 0: // half of each letter is 0
		return utf16(data, unicode.LittleEndian)
	case len(data) > 3 && data[0] == 0 && data[1] != 0 && data[2] == 0:
		return utf16(data, unicode.BigEndian)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", &TableError{Kind: "unknown"}
	}
	text := string(data)
	if !utf8.Valid(data) {
		var err error
		if text, err = charmap.Windows1252.NewDecoder().String(text); err != nil {
			return "", &TableError{Kind: "unknown"}
		}
	}
	return lines(text), nil
}

// lines evens out files whose only line break is \r, which old programs wrote.
func lines(text string) string {
	if !strings.Contains(text, "\n") {
		return strings.ReplaceAll(text, "\r", "\n")
	}
	return text
}

func utf16(data []byte, order unicode.Endianness) (string, error) {
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return "", &TableError{Kind: "unknown"}
	}
	return lines(string(text)), nil
}
