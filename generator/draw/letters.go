// Package letters says how wide text will be without a font at hand, and lays it in lines.
//
// Pictures are drawn while the site is built, on a machine without a browser, and read in whatever sans-serif the reader has. So widths
// are upper bounds over the common ones: what is laid out here fits, and is never cut off. All sizes and widths are in px.
//
//	draw.TextWidth("huurtoeslag", 15)                   // 98: room to keep free
//	draw.WrapLines("Sociale zekerheid", 15, 122)        // "Sociale" over "zekerheid", and how wide that is
//
// Who wants to choose between widths cuts a text once and wraps it often:
//
//	title := draw.Wrap("Een klein nabestaanden\u00ADpensioen", 15, 270)
//	lines, ok := title.Wrap(nil, 0, 128)               // not ok: a word is wider
//	title.Text(lines[1])                               // "nabestaanden-"
package draw

import "unicode"

// widen is what letters are taken wider than the table says.
const widen = 1.03

const softHyphen = '\u00AD'

// ems holds upper bounds of the width of a letter in ems, over Noto Sans, Open Sans, Roboto and Calibri semibold. A wider fallback
// font eats the gap between two labels, not the text.
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

// TextWidth estimates, rather too wide than too narrow, how wide a text is at a font size in px.
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
