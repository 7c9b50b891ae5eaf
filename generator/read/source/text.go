package source

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"casusboek/generator/diag"
)

// MaxSize is the number of bytes that one text file may have: some forty thousand words. Real cases stay under a third of it, so anything larger is no case but a mistake.
const MaxSize = 256 << 10

// maxBeside is the same for a file of the guard, which has an entry for each case and each answer.
const maxBeside = 2 << 20

// Text reads the file: UTF-8 without byte order mark, lines ending in LF, no control characters but tabs. Where the problems
// hold an error the text is empty, since every later stage may trust that it is what it looks like. A file whose name not every system can open is not
// read. The error is one of the file system's.
func (f File) Text() (string, diag.List, error) {
	at := diag.Pos{File: f.Path}
	problems := nameProblems(path.Base(f.name), at)
	if problems != nil {
		return "", problems, nil
	}
	file, err := f.content.Open(f.name)
	if err != nil {
		return "", nil, fmt.Errorf("reading %s: %w", f.Path, err)
	}
	defer file.Close() // nothing was written
	limit := cmp.Or(f.limit, MaxSize)
	data, err := io.ReadAll(io.LimitReader(file, int64(limit)+1))
	if err != nil {
		return "", nil, fmt.Errorf("reading %s: %w", f.Path, err)
	}
	switch {
	case len(data) > limit:
		problems.Add(diag.FileTooLarge, at, "max", fmt.Sprintf("%d kB", limit>>10))
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		problems.AddVariant(diag.FileEncoding, "utf-16", at)
	default:
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		if len(bytes.TrimSpace(data)) == 0 {
			problems.Add(diag.FileEmpty, at)
			break
		}
		decode(data, f.Path, &problems)
	}
	if problems.HasErrors() {
		return "", problems, nil
	}
	text := string(data)
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if longLine(text, f.Path, &problems); problems.HasErrors() {
		return "", problems, nil
	}
	return text, problems, nil
}

// decode reports the first byte that is not text. More of the same fault in one file would only repeat the message.
func decode(data []byte, path string, problems *diag.List) {
	line, col := int32(1), int32(1)
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		at := diag.Pos{File: path, Line: line, Col: col, EndLine: line, EndCol: col + 1}
		switch {
		case r == utf8.RuneError && size == 1:
			problems.Add(diag.FileEncoding, at, "char", string(charmap.Windows1252.DecodeByte(data[i])))
			return
		case r == 0:
			problems.AddVariant(diag.FileEncoding, "binary", at)
			return
		case diag.Unpublishable(r):
			problems.AddVariant(diag.FileEncoding, "control", at, "code", fmt.Sprintf("U+%04X", r))
			return
		}
		col++
		if r == '\n' || r == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			line, col = line+1, 1
		}
		i += size
	}
}

// There reports whether the file is still where it was.
func (f File) There() bool {
	info, err := fs.Lstat(f.content, f.name)
	return err == nil && Plain(fs.FileInfoToDirEntry(info))
}
