package page

import "strconv"

// OriginNote says in the foot of a page how true its stories are. Only when every case is invented may all pages say
// so; else a page of a case speaks for that case alone, and other pages say that it differs.
func (p *Page) OriginNote() string {
	switch {
	case p.run.fiction:
		return p.T("page.footer.fiction")
	case p.speaksFor != nil:
		return p.T("page.footer." + p.speaksFor.Origin.String())
	case len(p.run.Book.Cases) > 0:
		return p.T("page.footer.mixed")
	}
	return ""
}

// Reviewed says when somebody read the case for what could give people away: the month, and nobody's name. Empty on other pages, and for a case
// without a good seal. It is no promise that nobody can be recognised, and must not read as one.
func (p *Page) Reviewed() string {
	if p.speaksFor == nil || p.speaksFor.Reviewed.IsZero() {
		return ""
	}
	day := p.speaksFor.Reviewed
	month := p.T("when.month.m" + strconv.Itoa(int(day.Month())))
	return p.T("page.footer.reviewed", "month", month+" "+strconv.Itoa(day.Year()))
}

// Publisher says who publishes the casebook; empty when the author does not.
func (p *Page) Publisher() string {
	if p.run.Book.Site.Organiser.IsZero() {
		return ""
	}
	return p.T("page.footer.publisher", "title", p.run.Book.Site.Title, "organiser", p.run.Book.Site.Organiser)
}

// Author is who is behind the casebook; empty when it does not say.
func (p *Page) Author() string { return p.run.Book.Site.Organiser.V }

// Licence is the licence of the casebook: its usual name, and the address of its text if it is a known one. Nil when
// none is given.
func (p *Page) Licence() *Link { return p.run.licence }

// licences are the SPDX ids (spdx.org/licenses) that fit a casebook, with their usual names and the addresses of their
// texts.
var licences = map[string]Link{
	"CC0-1.0":         {Text: "CC0 1.0", Href: "https://creativecommons.org/publicdomain/zero/1.0/"},
	"CC-BY-4.0":       {Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"},
	"CC-BY-SA-4.0":    {Text: "CC BY-SA 4.0", Href: "https://creativecommons.org/licenses/by-sa/4.0/"},
	"CC-BY-NC-4.0":    {Text: "CC BY-NC 4.0", Href: "https://creativecommons.org/licenses/by-nc/4.0/"},
	"CC-BY-ND-4.0":    {Text: "CC BY-ND 4.0", Href: "https://creativecommons.org/licenses/by-nd/4.0/"},
	"CC-BY-NC-SA-4.0": {Text: "CC BY-NC-SA 4.0", Href: "https://creativecommons.org/licenses/by-nc-sa/4.0/"},
	"CC-BY-NC-ND-4.0": {Text: "CC BY-NC-ND 4.0", Href: "https://creativecommons.org/licenses/by-nc-nd/4.0/"},
	"EUPL-1.2":        {Text: "EUPL 1.2", Href: "https://spdx.org/licenses/EUPL-1.2.html"},
	"MIT":             {Text: "MIT", Href: "https://spdx.org/licenses/MIT.html"},
}

func licence(id string) *Link {
	if id == "" {
		return nil
	}
	if l, ok := licences[id]; ok {
		return &l
	}
	return &Link{Text: id}
}
