package diag

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Places converts offsets in the text of a file to lines and columns, and back.
type Places struct {
	file   string
	text   string
	starts []int // offset of the first byte of each line
}

// NewPlaces returns the Places of a text with lines that end in \n. file is the file of its
// positions.
func NewPlaces(file, text string) *Places {
	p := &Places{file: file, text: text, starts: make([]int, 1, strings.Count(text, "\n")+1)}
	for i := range len(text) {
		if text[i] == '\n' {
			p.starts = append(p.starts, i+1)
		}
	}
	return p
}

// At returns the position of the bytes from one offset to another, both clamped to the
// text.
func (p *Places) At(from, to int) Pos {
	from = min(max(from, 0), len(p.text))
	to = min(max(to, from), len(p.text))
	line, col := p.lineCol(from)
	endLine, endCol := p.lineCol(to)
	return Pos{File: p.file, Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

func (p *Places) lineCol(offset int) (line, col int32) {
	i := p.lineOf(offset)
	return int32(i + 1), int32(utf8.RuneCountInString(p.text[p.starts[i]:offset]) + 1)
}

// lineOf returns the index in starts of the line that contains an offset.
func (p *Places) lineOf(offset int) int {
	i, found := slices.BinarySearch(p.starts, offset)
	if !found {
		i--
	}
	return i
}

// Offset returns the offset of a line and column, both from 1. A column after the end of
// its line is the end of the line.
func (p *Places) Offset(line, col int) int {
	if line < 1 {
		return 0
	}
	if line > len(p.starts) {
		return len(p.text)
	}
	from := p.starts[line-1]
	for ; col > 1 && from < len(p.text) && p.text[from] != '\n'; col-- {
		_, size := utf8.DecodeRuneInString(p.text[from:])
		from += size
	}
	return from
}

// Start returns the offset of the first byte of a line, from 1 and clamped to the text.
func (p *Places) Start(line int) int { return p.starts[min(max(line, 1), len(p.starts))-1] }

// LineStart returns the offset of the first byte of the line that contains an offset.
func (p *Places) LineStart(offset int) int { return p.starts[p.lineOf(offset)] }

// LineEnd returns the offset of the end of the line that contains an offset, without its
// line break.
func (p *Places) LineEnd(offset int) int {
	if i := strings.IndexByte(p.text[offset:], '\n'); i >= 0 {
		return offset + i
	}
	return len(p.text)
}
