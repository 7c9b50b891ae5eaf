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

// MapSheetView is the page of the life map on one sheet. A life that a map cannot hold, or only in letters that nobody can read, is a list.
func MapSheetView(p sheet.Maker, c *casebook.Case) any {
	p.Mark(c, "paper.mapsheet", "mapsheet")
	v := &mapSheet{
		Page: p.Page, Case: c.Title.V, Heading: p.T("page.lifemap.title", "name", facts.NameOf(c, p.Words)),
		Back: page.Link{Href: p.Link(p.At.LifeMap(c)), Text: p.T("paper.mapsheet.back")}, Foot: p.FootOf(c, casebook.Date{}),
	}
	picture := lifemap.PictureOf(c, p.Site(), c.LastRound(), p.Words)
	points := pointsOnA4(picture)
	if points < unreadable {
		v.Life = lifeAfter(p, c, c.LastRound())
		return v
	}
	v.Map = template.HTML(picture.SVG)                                            //nolint:gosec // draw escapes
	v.Legend = template.HTML(lifemap.Legend(c, p.Site(), c.LastRound(), p.Words)) //nolint:gosec // draw escapes
	if points < small {
		v.Points = int(math.Round(points))
	}
	return v
}

// Room for a life map on A4, in mm, between its head and its legend, and its smallest letters in px, as in paper.css.
const (
	mapWidth  = 281.
	mapHeight = 176.
	letters   = 14.2
)

// Sizes of letters on A4, in points: under the first A3 is the better choice, under the second that is too small as well.
const (
	small      = 6.5
	unreadable = 4.2
)

// pointsOnA4 is the size of the smallest letters; 0 when there is no map.
func pointsOnA4(m lifemap.Picture) float64 {
	if m.SVG == "" {
		return 0
	}
	return min(mapWidth/m.Width, mapHeight/m.Height) * letters * 72 / 25.4
}
