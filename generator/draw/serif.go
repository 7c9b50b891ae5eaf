package draw

import "unicode"

// serifEms holds the width of ASCII letters in ems in Palatino and fonts with the same
// metrics (Palatino Linotype, TeX Gyre Pagella, P052). Nearly every computer has one, and
// they are first in the styles.
var serifEms = func() (table [128]float64) {
	for i := range table {
		table[i] = .6
	}
	for letters, width := range map[string]float64{
		"'": .21, "j": .23, " ,.:;": .25, "!": .28, "il": .29, "()-J[]`ft{}": .33, "I": .34, "\"": .37, "*r": .39, "s": .42, "?c": .44,
		"e": .48, "#$0123456789_az": .5, "Sx": .52, "bo": .55, "Fgkqvy": .56, "hn": .58, "Ppu": .6, "+/<=>BELT\\^d|~": .61,
		"RXYZ": .67, "C": .71, "V": .72, "K": .73, "@": .75, "G": .76, "D": .77, "&AU": .78, "OQ": .79, "HNw": .83, "%": .84, "m": .88, "M": .95, "W": 1,
	} {
		for _, r := range letters {
			table[r] = width
		}
	}
	return
}()

// SerifWidth estimates the width of running text, in the unit of the font size. Unlike
// TextWidth it is no upper bound, but the width in the serif font that most readers have.
func SerifWidth(s string, size float64) float64 {
	sum := 0.0
	for _, r := range s {
		switch {
		case r < 128:
			sum += serifEms[r]
		case r == softHyphen, r == 0x200D, r >= 0xFE00 && r <= 0xFE0F, unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘':
			sum += .28
		case r == '—' || r >= 0x1100:
			sum++
		case unicode.IsUpper(r):
			sum += .75
		default:
			sum += .5
		}
	}
	return sum * size
}
