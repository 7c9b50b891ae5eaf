package table

import (
	"html/template"
	"math"

	"casusboek/generator/casebook"
	"casusboek/generator/draw/facts"
	"casusboek/generator/draw/lifemap"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// mapSheet is the whole life of a case on one sheet, A4 or A3, for when the last card has been read.
type mapSheet struct {
	*page.Page
	Back    page.Link // to the life map
	Case    string
	Heading string
	Map     template.HTML // empty for a life of more events than a map can hold
	Legend  template.HTML
	Life    []moment // instead of a map
	Points  int      // of the smallest letters on A4, when they are too small to read at a table; else 0
	Foot    sheet.Foot
}

// MapSheetView is the page of the life map on one sheet.
func MapSheetView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.mapsheet", "mapsheet")
	last := c.LastRound()
	picture := lifemap.PictureOf(c, p.Site(), last, p.Words)
	v := &mapSheet{
		Page: p.Page, Case: c.Title.V, Heading: p.T("page.lifemap.title", "name", facts.NameOf(c, p.Words)),
		Back:   page.Link{Href: p.Link(p.At.LifeMap(c)), Text: p.T("paper.mapsheet.back")},
		Map:    template.HTML(picture.SVG),                                //nolint:gosec // draw escapes
		Legend: template.HTML(lifemap.Legend(c, p.Site(), last, p.Words)), //nolint:gosec // draw escapes
		Points: pointsOnA4(picture), Foot: p.FootOf(c, casebook.Date{}),
	}
	if v.Map == "" {
		v.Life = knownAfter(p, c, last).Life
	}
	return v
}

// Room for a life map on A4, in mm, between its head and its legend, and its smallest letters in px, as in paper.css.
const (
	smallest  = 14.2
	mapWidth  = 281.
	mapHeight = 176.
)

// pointsOnA4 is the size of the smallest letters when it is under 7.
func pointsOnA4(m lifemap.Picture) int {
	if m.SVG == "" {
		return 0
	}
	perPx := min(mapWidth/m.Width, mapHeight/m.Height)
	points := perPx * smallest * 72 / 25.4
	if points >= 7 {
		return 0
	}
	return int(math.Round(points))
}
