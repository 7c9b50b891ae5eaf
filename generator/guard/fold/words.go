package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lower gives a text in lower case with every letter at its place: the few whose small form has another length stay.
func lower(clean string) string {
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

// shortened are the words whose full stop ends no sentence: what follows mevr. is a name, not a beginning.
var shortened = map[string]bool{
	"mevr": true, "mw": true, "mej": true, "dhr": true, "hr": true, "dr": true, "drs": true, "ds": true, "ing": true, "ir": true, "mr": true,
	"mrs": true, "ms": true, "prof": true, "fam": true, "st": true, "nr": true, "tel": true, "bijv": true, "bv": true, "ca": true, "incl": true,
	"geb": true, "gem": true, "wed": true, "zr": true, "br": true, "jhr": true, "str": true, "art": true, "blz": true, "resp": true, "vgl": true,
}

// words finds the words of a text.
func words(clean, lower string) []Word {
	list := make([]Word, 0, len(clean)/5)
	open, flow := true, false
	for i := 0; i < len(clean); {
		if end := wordEnd(clean, i); end > i {
			w := Word{Span: Span{i, end}, Lower: lower[i:end], Sentence: open}
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
			open = open || ends(clean, i, list)
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

// ends reports whether the mark at i ends a sentence (or, for a colon, announces one): a space or the end follows, after
// closing quotes perhaps, and it is not the full stop of a short form or an initial.
func ends(clean string, i int, before []Word) bool {
	if clean[i] == '.' && len(before) > 0 {
		if w := before[len(before)-1]; w.To == i && (shortened[w.Lower] || w.To-w.From == 1 && !digitByte(clean[w.From])) {
			return false
		}
	}
	after := strings.TrimLeft(clean[i+1:min(len(clean), i+12)], "\"')]’”‘")
	return after == "" || after[0] == ' ' || after[0] == '\n'
}

func digitByte(c byte) bool { return c >= '0' && c <= '9' }

// wordEnd gives the end of the word that begins at i, or i where none begins.
func wordEnd(clean string, i int) int {
	start, end := i, i
	for i < len(clean) {
		if c := clean[i]; c < utf8.RuneSelf {
			switch {
			case wordByte(c):
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
