package fold

import (
	"unicode"
	"unicode/utf8"
)

// latin are the letters of other scripts that a reader takes for Latin ones.
var latin = func() map[rune]byte {
	table := map[rune]byte{}
	pairs := []struct{ other, latin string }{
		{"АВЕЅІЈКМНОРСТУХЗԚԜҮҺ", "ABESIJKMHOPCTYX3QWYH"},
		{"аеѕіјорсухԛԝһԁӏѵгкптмвнь", "aesijopcyxqwhdlvrkntmbhb"},
		{"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"},
		{"αεικνορτυχγωϲϳ", "aeikvoptuxywcj"},
		{"օոսՕՍԼհցյ", "onuOULhgj"},
		{"ɑɡɩʟʀɴɢɪʏʙʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ", "agiLRNGIYBHACDEJKMOPTUVWZ"},
	}
	for _, p := range pairs {
		i := 0
		for _, c := range p.other {
			table[c] = p.latin[i]
			i++
		}
	}
	return table
}()

// alike folds look-alike letters to Latin in every run of letters and digits (hyphens too) that also holds Latin letters
// or digits, or that consists of nothing but look-alikes; a word that is really Greek or Russian stays as it is.
func alike(clean string) (string, way) {
	r := reader{src: clean, out: make([]byte, 0, len(clean))}
	for i := 0; i < len(clean); {
		end, fold := token(clean, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(clean[i:])
			r.copied(i, i+size)
			i += size
			continue
		}
		for i < end {
			c, size := utf8.DecodeRuneInString(clean[i:])
			if to, ok := latin[c]; ok && fold {
				r.as(string(to), i, i+size)
			} else {
				r.copied(i, i+size)
			}
			i += size
		}
	}
	return string(r.out), r.way
}

// token gives the end of the run of letters and digits at i, and whether its look-alikes are to be folded.
func token(clean string, i int) (end int, fold bool) {
	ours, theirs, start := false, false, i
	for i < len(clean) {
		c, size := utf8.DecodeRuneInString(clean[i:])
		switch {
		case c == '-' || c == '\'' || c == '@' || c == '.' && i > start:
		case latin[c] != 0:
		case c < 0x80 && !wordByte(byte(c)):
			return i, ours || !theirs
		case c < 0x80 || unicode.Is(unicode.Latin, c):
			ours = true
		case unicode.IsLetter(c) || unicode.IsMark(c):
			theirs = true
		default:
			return i, ours || !theirs
		}
		i += size
	}
	return i, ours || !theirs
}
