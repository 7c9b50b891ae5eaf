package frontmatter

import (
	"slices"
	"strings"
	"unicode/utf8"

	"casusboek/generator/diag"
)

// places finds lines and columns in one file.
type places struct {
	file   string
	text   string
	starts []int // offset of the first byte of every line
}

func newPlaces(file, text string) *places {
	p := &places{file: file, text: text, starts: make([]int, 1, strings.Count(text, "\n")+1)}
	for i := range len(text) {
		if text[i] == '\n' {
			p.starts = append(p.starts, i+1)
		}
	}
	return p
}

// at gives the place of the bytes from one offset to another, both kept within the file.
func (p *places) at(from, to int) diag.Pos {
	from = min(max(from, 0), len(p.text))
	to = min(max(to, from), len(p.text))
	line, col := p.lineCol(from)
	endLine, endCol := p.lineCol(to)
	return diag.Pos{File: p.file, Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

func (p *places) lineCol(offset int) (line, col int32) {
	i := p.lineOf(offset)
	return int32(i + 1), int32(utf8.RuneCountInString(p.text[p.starts[i]:offset]) + 1)
}

// lineOf gives the index in starts of the line that holds an offset.
func (p *places) lineOf(offset int) int {
	i, found := slices.BinarySearch(p.starts, offset)
	if !found {
		i--
	}
	return i
}

// offset is the inverse of lineCol; a column past the end of its line gives the end of the line.
func (p *places) offset(line, col int) int {
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

// lineEnd is the offset of the end of the line that holds offset, without its line break.
func (p *places) lineEnd(offset int) int {
	if i := strings.IndexByte(p.text[offset:], '\n'); i >= 0 {
		return offset + i
	}
	return len(p.text)
}
