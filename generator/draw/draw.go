// Package draw makes the pictures that stand among words: functions from the model to SVG, run while the site is built. Two large ones
// have rooms of their own, draw/lifemap and draw/network.
//
// Every function is pure: the same case gives the same bytes, nothing is read or kept. Pictures that are told by round show what is
// known after that round, and no byte of them depends on anything later (draw/facts). The SVG holds no script and no style attribute;
// colours, fonts and line widths come from classes in casusboek.css, so that one drawing serves light, dark and paper. A picture
// that says something has a title and a description in words; one that only repeats the text beside it is hidden from screen readers.
//
//	for _, item := range draw.Rail(c, site, 2, words) { ... }  // a life as a list, one small drawing per event
//	draw.CardLane(e)                                           // the ribbon over a card
//	draw.Sprite(site, draw.Uses(page)...)                      // once per page: the icons and weaves that it refers to
package draw
