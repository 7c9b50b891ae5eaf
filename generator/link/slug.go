package link

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spelled are the letters that do not come apart into a letter and an accent.
var spelled = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ł': "l", 'ð': "d", 'þ': "th"}

// slug turns a name into an id: lower case, accents off, everything but letters and digits one hyphen. "Eigen régie!" is eigen-regie.
func slug(name string) string {
	if isSlug(name) {
		return name
	}
	var b strings.Builder
	gap := false
	for _, c := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’':
			continue // an accent or apostrophe does not split a word: thema's is themas
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		if letters, ok := spelled[c]; ok {
			b.WriteString(letters)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// isSlug reports whether a name is plainly a slug already, as most written references are.
func isSlug(name string) bool {
	for i := range len(name) {
		c := name[i]
		inside := c == '-' && i > 0 && i < len(name)-1 && name[i-1] != '-'
		if !inside && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
