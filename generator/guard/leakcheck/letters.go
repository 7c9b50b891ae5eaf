package leakcheck

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded gives for each byte that is a letter or digit of ASCII what it counts as in a word, 0 for any other. A capital is its small letter; a digit has a bit
// more, by which digits are counted in passing.
var folded = func() (table [256]uint64) {
	for c := 'a'; c <= 'z'; c++ {
		table[c], table[c-32] = uint64(c), uint64(c)
	}
	for c := '0'; c <= '9'; c++ {
		table[c] = uint64(c) | 1<<32
	}
	return table
}()

// bare gives for letters of Latin-1 and Latin Extended the letters without their marks; empty for what is no letter.
var bare = func() (table [0x250]string) {
	special := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ĳ': "ij", 'ł': "l", 'þ': "th", 'ŋ': "ng", 'ŧ': "t", 'ſ': "s", 'ĸ': "k", 'ŉ': "n",
	}
	for c := rune(0x80); int(c) < len(table); c++ {
		lower := unicode.ToLower(c)
		switch {
		case !unicode.IsLetter(c):
		case special[lower] != "":
			table[c] = special[lower]
		default:
			table[c] = plainLetter(lower)
		}
	}
	return table
}()

// plainLetter takes a letter apart and gives what of it is a letter of ASCII; of one that cannot be taken apart, its own bytes.
func plainLetter(c rune) string {
	letters := strings.Map(func(r rune) rune {
		if r < 0x80 && folded[byte(r)] != 0 {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(string(c)))
	if letters == "" {
		return string(c)
	}
	return letters
}
