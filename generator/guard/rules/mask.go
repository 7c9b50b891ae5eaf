package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles are shown in masked names: they are in thousands of them.
var particles = map[string]bool{
	"de": true, "den": true, "der": true, "het": true, "van": true, "von": true, "te": true, "ten": true, "ter": true, "el": true, "al": true, "op": true, "in": true,
}

// shown is the number of hidden characters after which a mask stops growing, so that it does not give lengths away.
const shown = 9

// Mask gives what may be printed of a value: the first letter of each word, the first digit of all, and dots.
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
			case i <= shown:
				b.WriteRune('•')
			}
			digits = digits || number
		}
	}
	return b.String()
}
