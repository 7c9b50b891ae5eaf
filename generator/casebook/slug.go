package casebook

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug turns a name into an id that is safe in an address and as a file name on every system: small ASCII letters and
// digits with single hyphens between them. Accents fall away whichever way they were typed (NFC or NFD), and an apostrophe joins what it stands between.
//
//	Slug("Één sleutel")  ->  "een-sleutel"
//	Slug("Foto's")       ->  "fotos"
//
// Names that Windows keeps for devices (con, aux, lpt1) get "-1" behind them. A name without any usable character gives "".
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

// isSlug spares the common case, a name that is a slug already, all work.
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

// asciiLetters spells the letters that NFKD leaves whole.
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
