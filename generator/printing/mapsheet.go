package printing

import (
	"html/template"
	"math"

	"casusboek/generator/casebook"

	"casusboek/generator/draw/lifemap"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// mapSheet is the view of the whole life of a case on one sheet, A4 or A3, for after the
// last card.
type mapSheet struct {
	*page.Page
	Back    page.Link // to the life map
	Case    string
	Heading string
	Map     template.HTML // empty if there are more events than a map can hold
	Legend  template.HTML
	Life    []moment // shown if there is no map
	Points  int      // size of the smallest letters on A4, if too small to read at a table; else 0
	Foot    sheets.Foot
}

// MapSheetView returns the view of the life map on one sheet. If the map cannot hold the
// events, or only in unreadable type, the view has a list of events instead.
func MapSheetView(p sheets.Base, c *casebook.Case) any {
	p.SetCasePage(c, "paper.mapsheet", "mapsheet")
	v := &mapSheet{
		Page: p.Page, Case: c.Title.V, Heading: p.T("page.lifemap.title", "name", casebook.ResidentName(c, p.Words)),
		Back: page.Link{Href: p.Link(p.At.LifeMap(c)), Text: p.T("paper.mapsheet.back")}, Foot: p.FootOf(c, casebook.Date{}),
	}
	picture := lifemap.PictureOf(c, p.Site(), c.LastRound(), p.Words)
	points := pointsOnA4(picture)
	if points < unreadablePoints {
		v.Life = lifeAfter(p, c, c.LastRound())
		return v
	}
	v.Map = template.HTML(picture.SVG)                                            // draw escapes
	v.Legend = template.HTML(lifemap.Legend(c, p.Site(), c.LastRound(), p.Words)) // draw escapes
	if points < smallPoints {
		v.Points = int(math.Round(points))
	}
	return v
}

// Size of the life map on A4, in mm, between heading and legend, and of its smallest
// letters, in px, as in paper.css.
const (
	mapWidth        = 281.
	mapHeight       = 176.
	mapLetterPixels = 14.2
)

// Type sizes on A4, in points: below the first, A3 is recommended; below the second, A3 is
// too small as well.
const (
	smallPoints      = 6.5
	unreadablePoints = 4.2
)

// pointsOnA4 returns the size of the smallest letters in points, or 0 if there is no map.
func pointsOnA4(m lifemap.Picture) float64 {
	if m.SVG == "" {
		return 0
	}
	return min(mapWidth/m.Width, mapHeight/m.Height) * mapLetterPixels * 72 / 25.4
}
