package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles are shown in masked names, since thousands of names contain them.
var particles = map[string]bool{
	"de": true, "den": true, "der": true, "het": true, "van": true, "von": true, "te": true, "ten": true, "ter": true, "el": true, "al": true, "op": true, "in": true,
}

// maxMaskLength is the maximum number of dots for a word, so that a mask does not reveal
// its length.
const maxMaskLength = 9

// Mask returns the printable form of a value: the first letter of each word, the first
// digit of the value, and dots.
//
//	Mask("El Khattabi")     // "El K•••••••"
//	Mask("06-12345678")     // "0•-••••••••"
func Mask(value string) string {
	var b strings.Builder
	digits := false // one was shown
	for len(value) > 0 {
		end := strings.IndexFunc(value, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
		if end == 0 {
			c, size := utf8.DecodeRuneInString(value)
			b.WriteRune(c)
			value = value[size:]
			continue
		}
		if end < 0 {
			end = len(value)
		}
		word, rest := value[:end], value[end:]
		value = rest
		if particles[strings.ToLower(word)] && rest != "" {
			b.WriteString(word)
			continue
		}
		for i, c := range []rune(word) {
			number := unicode.IsDigit(c)
			switch {
			case i == 0 && !(number && digits):
				b.WriteRune(c)
			case i <= maxMaskLength:
				b.WriteRune('•')
			}
			digits = digits || number
		}
	}
	return b.String()
}
