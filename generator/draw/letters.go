package draw

import "unicode"

// widen is a safety factor for the widths in the table.
const widen = 1.03

const softHyphen = '\u00AD'

// ems holds upper bounds of the width of ASCII letters in ems, over Noto Sans, Open Sans,
// Roboto and Calibri semibold. In a wider fallback font, labels come closer together but
// are not cut off.
var ems = func() (table [128]float64) {
	for i := range table {
		table[i] = .66
	}
	set := func(letters string, width float64) {
		for _, r := range letters {
			table[r] = width
		}
	}
	set("ABCDEFGHIJKLNOPQRSTUVXYZ", .81)
	set("0123456789", .57)
	set("vxyk", .62)
	set("csz", .52)
	set("r", .45)
	set("ft", .43)
	set("ijl", .30)
	set(" ", .26)
	set(".,:;'", .29)
	set("-", .39)
	set("w", .86)
	set("m", .98)
	set("MW", .97)
	set("I", .39)
	return
}()

// TextWidth returns an upper bound of the width of a text, in the unit of the font size. No
// font is available when the site is built, so it is estimated over common sans-serif
// fonts.
//
//	draw.TextWidth("huurtoeslag", 15) // 98
func TextWidth(s string, size float64) float64 {
	sum := 0.0
	for _, r := range s {
		switch {
		case r < 128:
			sum += ems[r]
		case r == softHyphen, r == 0x200D, r >= 0xFE00 && r <= 0xFE0F, unicode.Is(unicode.Mn, r):
		case r >= 0x1F000, r == '—':
			sum += 1.4
		case r >= 0x1100:
			if r >= 0x2E80 || r < 0x1200 {
				sum += 1.05
			} else {
				sum += .8
			}
		case unicode.IsUpper(r):
			sum += .81
		default:
			sum += .66
		}
	}
	return sum * size * widen
}
