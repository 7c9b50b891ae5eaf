package rules

import (
	"unicode"
	"unicode/utf8"
)

// lookalikes maps letters of other scripts to the Latin letters that they look like.
var lookalikes = func() map[rune]byte {
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

// foldLookalikes replaces look-alike letters by Latin ones in each run of letters, digits
// and hyphens that also contains Latin letters or digits, or that consists of look-alikes
// only. A word that is really Greek or Russian is not changed.
func foldLookalikes(clean string) (string, offsetMap) {
	r := reader{src: clean, out: make([]byte, 0, len(clean))}
	for i := 0; i < len(clean); {
		end, fold := letterRun(clean, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(clean[i:])
			r.copySource(i, i+size)
			i += size
			continue
		}
		for i < end {
			c, size := utf8.DecodeRuneInString(clean[i:])
			if to, ok := lookalikes[c]; ok && fold {
				r.write(string(to), i, i+size)
			} else {
				r.copySource(i, i+size)
			}
			i += size
		}
	}
	return string(r.out), r.offsets
}

// letterRun returns the end of the run of letters and digits at i, and whether to replace
// its look-alikes.
func letterRun(clean string, i int) (end int, fold bool) {
	hasLatin, hasForeign, start := false, false, i
	for i < len(clean) {
		c, size := utf8.DecodeRuneInString(clean[i:])
		switch {
		case c == '-' || c == '\'' || c == '@' || c == '.' && i > start:
		case lookalikes[c] != 0:
		case c < 0x80 && !isWordByte(byte(c)):
			return i, hasLatin || !hasForeign
		case c < 0x80 || unicode.Is(unicode.Latin, c):
			hasLatin = true
		case unicode.IsLetter(c) || unicode.IsMark(c):
			hasForeign = true
		default:
			return i, hasLatin || !hasForeign
		}
		i += size
	}
	return i, hasLatin || !hasForeign
}
