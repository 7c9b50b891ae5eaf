package casebook

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug converts a name to an id that is safe in addresses and as a file name on every
// system: lower-case ASCII letters and digits, separated by single hyphens. Accents are
// removed, in NFC and NFD, and apostrophes are dropped without a hyphen.
//
//	Slug("Één sleutel")  ->  "een-sleutel"
//	Slug("Foto's")       ->  "fotos"
//
// Device names of Windows (con, aux, lpt1) get the suffix "-1". Slug returns "" for a name
// without usable characters.
func Slug(name string) string {
	if isSlug(name) {
		return unreserved(name)
	}
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		letters := asciiLetters(r)
		switch {
		case letters != "":
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(letters)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '‘':
		default:
			gap = true
		}
	}
	return unreserved(b.String())
}

// isSlug reports whether a name is a valid slug already, which is the common case and needs
// no work.
func isSlug(name string) bool {
	for i := range len(name) {
		c := name[i]
		hyphen := c == '-' && i > 0 && i < len(name)-1 && name[i-1] != '-'
		if !hyphen && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}

// asciiLetters returns the spelling in ASCII of letters that NFKD does not decompose; ""
// for others.
func asciiLetters(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	}
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return string(r)
	}
	return ""
}

func unreserved(slug string) string {
	switch slug {
	case "con", "prn", "aux", "nul":
		return slug + "-1"
	}
	if len(slug) == 4 && (slug[:3] == "com" || slug[:3] == "lpt") && slug[3] >= '0' && slug[3] <= '9' {
		return slug + "-1"
	}
	return slug
}
