package printing

import (
	"html/template"

	"casusboek/generator/casebook"
	"casusboek/generator/draw"
	"casusboek/generator/draw/lifemap"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// blankView is the view of the blank sheets, to map a life by hand.
type blankView struct {
	*page.Page
	LifeMap template.HTML // landscape A4
	Network template.HTML
	Domains []page.Domain
	Cards   [4]struct{} // places for blank cards on a sheet
	Circles []string    // from near to far
	Foot    sheets.Foot
}

// BlankView returns the view of the blank sheets.
func BlankView(p sheets.Base) any {
	p.Section, p.BodyClass = "blank", "p-landscape"
	p.Title, p.Description = p.T("paper.blank.title"), p.T("paper.blank.description")
	v := &blankView{
		Page: p.Page, Foot: sheets.Foot{What: p.T("paper.blank.title"), Who: p.Imprint(casebook.Date{})},
		LifeMap: template.HTML(lifemap.Blank(p.Site(), p.Words)), // draw escapes
		Network: template.HTML(draw.BlankNetwork(p.Words)),       // draw escapes
	}
	for _, d := range p.Book.Site.Domains {
		v.Domains = append(v.Domains, page.Domain{Name: d.Name.V, N: d.N})
	}
	for c := casebook.Household; c <= casebook.Professionals; c++ {
		v.Circles = append(v.Circles, p.T("circle."+c.String()))
	}
	return v
}
