package cli

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
)

// tracked reports whether git has a file in its index, so that it is published with the repository.
// It reads the index itself: git runs programs that the configuration of a repository names (such as
// core.fsmonitor), and a casebook that was sent may bring its own configuration.
func tracked(file string) bool {
	file, err := filepath.Abs(file)
	if err != nil {
		return false
	}
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if index, err := os.ReadFile(filepath.Join(gitFolder(dir), "index")); err == nil {
			path, err := filepath.Rel(dir, file)
			return err == nil && inIndex(index, filepath.ToSlash(path))
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

// gitFolder returns the folder in which git keeps the index of a work tree. In a linked work tree and
// a submodule .git is a file that names it.
func gitFolder(dir string) string {
	at := filepath.Join(dir, ".git")
	text, err := os.ReadFile(at)
	if err != nil {
		return at
	}
	name, ok := strings.CutPrefix(strings.TrimSpace(string(text)), "gitdir: ")
	switch {
	case !ok:
		return at
	case filepath.IsAbs(name):
		return name
	}
	return filepath.Join(dir, name)
}

// inIndex reports whether a git index (gitformat-index, versions 2 to 4) has a path. In all versions a
// path ends with a NUL byte. In 2 and 3 its length is in the twelve low bits before it; in 4 it is
// cut to what differs from the path of the entry before.
func inIndex(index []byte, path string) bool {
	if len(index) < 12 || string(index[:4]) != "DIRC" {
		return false
	}
	if binary.BigEndian.Uint32(index[4:]) == 4 {
		return inCompressedIndex(index, path)
	}
	wanted := append([]byte(path), 0)
	for rest := index; ; {
		i := bytes.Index(rest, wanted)
		if i < 0 {
			return false
		}
		before := rest[:i]
		if n := len(before); n >= 4 && (lengthIs(before[n-2:], path) || lengthIs(before[n-4:n-2], path)) {
			return true
		}
		rest = rest[i+1:]
	}
}

// lengthIs reports whether two bytes of flags hold the length of a path. The flags of version 3 may
// have two more bytes behind them.
func lengthIs(flags []byte, path string) bool {
	return int(binary.BigEndian.Uint16(flags)&0xfff) == min(len(path), 0xfff)
}

// inCompressedIndex is inIndex for version 4: an entry holds how many bytes to drop from the end of
// the path before, and what to append.
func inCompressedIndex(index []byte, path string) bool {
	previous := ""
	const fixed = 62 // bytes of an entry before its path, with a SHA-1 name and without extended flags
	at := 12
	for range binary.BigEndian.Uint32(index[8:]) {
		if at+fixed > len(index) {
			return false
		}
		extended := index[at+60]&0x40 != 0
		at += fixed
		if extended {
			at += 2
		}
		strip, n := offsetVarint(index[min(at, len(index)):])
		at += n
		end := bytes.IndexByte(index[min(at, len(index)):], 0)
		if n == 0 || end < 0 || strip > len(previous) {
			return false
		}
		previous = previous[:len(previous)-strip] + string(index[at:at+end])
		if previous == path {
			return true
		}
		at += end + 1
	}
	return false
}

// offsetVarint reads a number as git writes offsets: seven bits a byte, each continued byte adding one.
// It returns how many bytes that took; 0 when there is no number.
func offsetVarint(data []byte) (value, length int) {
	for i, b := range data {
		if i > 8 {
			return 0, 0
		}
		value |= int(b & 0x7f)
		if b&0x80 == 0 {
			return value, i + 1
		}
		value = (value + 1) << 7
	}
	return 0, 0
}
