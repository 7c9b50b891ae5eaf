package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerCase returns a text in lower case with the same byte offsets. Letters whose lower
// case form has another length are not changed.
func lowerCase(clean string) string {
	out := []byte(clean)
	for i := 0; i < len(out); {
		c := out[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				out[i] = c + 'a' - 'A'
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(out[i:])
		if small := unicode.ToLower(r); small != r && utf8.RuneLen(small) == size {
			utf8.EncodeRune(out[i:], small)
		}
		i += size
	}
	return string(out)
}

// abbreviations are words whose full stop does not end a sentence: the word after "mevr."
// is a name.
var abbreviations = map[string]bool{
	"mevr": true, "mw": true, "mej": true, "dhr": true, "hr": true, "dr": true, "drs": true, "ds": true, "ing": true, "ir": true, "mr": true,
	"mrs": true, "ms": true, "prof": true, "fam": true, "st": true, "nr": true, "tel": true, "bijv": true, "bv": true, "ca": true, "incl": true,
	"geb": true, "gem": true, "wed": true, "zr": true, "br": true, "jhr": true, "str": true, "art": true, "blz": true, "resp": true, "vgl": true,
}

// splitWords returns the words of a text.
func splitWords(clean, lower string) []FoldedWord {
	list := make([]FoldedWord, 0, len(clean)/5)
	open, flow := true, false
	for i := 0; i < len(clean); {
		if end := wordEnd(clean, i); end > i {
			w := FoldedWord{FoldSpan: FoldSpan{i, end}, Lower: lower[i:end], Sentence: open}
			first, _ := utf8.DecodeRuneInString(clean[i:])
			w.Capital = first >= 'A' && first <= 'Z' || first >= utf8.RuneSelf && (unicode.IsUpper(first) || unicode.IsTitle(first))
			if first == 'İ' {
				w.Lower = strings.ToLower(clean[i:end])
			}
			list = append(list, w)
			open, i = false, end
			continue
		}
		switch clean[i] {
		case '\n':
			open, flow = true, false
		case '|':
			open = true
		case '.', '!', '?', ':':
			open = open || foldEndsSentence(clean, i, list)
			flow = flow || clean[i] == ':' && strings.HasPrefix(clean[i:], ": [")
		case ',':
			open = open || flow
		case ']':
			flow = false
		}
		i++
	}
	return list
}

// foldEndsSentence reports whether the mark at i ends a sentence or, for a colon, introduces
// one. It must be followed by a space or the end, after closing quotes if any, and must not
// be the full stop of an abbreviation or an initial. before are the words up to i.
func foldEndsSentence(clean string, i int, before []FoldedWord) bool {
	if clean[i] == '.' && len(before) > 0 {
		if w := before[len(before)-1]; w.To == i && (abbreviations[w.Lower] || w.To-w.From == 1 && !isDigitByte(clean[w.From])) {
			return false
		}
	}
	after := strings.TrimLeft(clean[i+1:min(len(clean), i+12)], "\"')]’”‘")
	return after == "" || after[0] == ' ' || after[0] == '\n'
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// wordEnd returns the end of the word at i, or i if there is no word.
func wordEnd(clean string, i int) int {
	start, end := i, i
	for i < len(clean) {
		if c := clean[i]; c < utf8.RuneSelf {
			switch {
			case isWordByte(c):
				end = i + 1
			case c != '\'' && c != '-' || end != i || end == start:
				return end
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(clean[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(unicode.IsMark(r) && end > start) {
			return end
		}
		i += size
		end = i
	}
	return end
}
