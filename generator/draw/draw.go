// Package draw makes the pictures of the site as SVG. Life maps are in draw/lifemap; covers
// are PNG.
//
// All functions are pure: the same input gives the same bytes. A picture for a round shows
// only what is known after that round (casebook.KnownAfter), and no byte of it depends on a
// later round.
//
// An SVG has no script and no style attribute. Colours, fonts and line widths come from
// classes in casusboek.css, so one drawing serves the light theme, the dark theme and
// paper. A picture with information of its own has a title and a description; one that
// repeats the text beside it is hidden from screen readers.
//
//	items := draw.Rail(c, site, 2, words)         // a life as a list, one drawing per event
//	picture := draw.Network(c, 2, words)          // "" without known ties
//	draw.CardLane(e)                              // the strip on top of a card
//	svg, err := draw.QRCode(address, label)
//	draw.Sprite(site, draw.Uses(page)...)         // the icons and patterns of one page
//
// Type SVG writes the bytes of a drawing. TextWidth and WrapLines estimate text, since no font
// is available when the site is built.
package draw
