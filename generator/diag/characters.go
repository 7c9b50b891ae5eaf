package diag

import (
	"fmt"
	"strings"
)

// Unpublishable reports whether a character may not be in a text: control characters other
// than tab and line breaks, and the two noncharacters that XML forbids. Even escaped they
// would make XML (EPUB, feed, drawings) and calendar files unreadable.
func Unpublishable(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return false
	case r < ' ', r == 0x7f, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

// AddUnpublishable reports the first such character of a value. It was written as an
// escape, since the file itself cannot contain it.
func (l *List) AddUnpublishable(value string, pos Pos) {
	if i := strings.IndexFunc(value, Unpublishable); i >= 0 {
		r := []rune(value[i:])[0]
		l.AddVariant(FileEncoding, "escaped", pos, "code", fmt.Sprintf("U+%04X", r))
	}
}
