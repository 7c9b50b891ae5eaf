package sheets

import (
	"html/template"
	"strings"

	"casusboek/generator/address"
	"casusboek/generator/draw"
)

// Code is a QR code on paper that links to a page of the website, with its address in text
// (_qr.html).
type Code struct {
	SVG     template.HTML
	Address string // as a reader would type it: voorbeeld.nl/casusboek/casussen/nadira/
}

// CodeTo returns the code for a page of the public edition, or nil if the site has no
// address. The caller must ensure that the page shows no later round than the sheet does.
func (p Base) CodeTo(at address.Path) *Code {
	return p.newCode(at, func(full, typed string) (string, error) {
		return draw.QRCode(full, p.T("paper.code", "address", typed))
	})
}

// SymbolTo is like CodeTo, for a code that occurs many times on a page: its SVG is a symbol
// with an id, to be shown with <use>.
func (p Base) SymbolTo(at address.Path, id string) *Code {
	return p.newCode(at, func(full, _ string) (string, error) { return draw.QRSymbol(full, id) })
}

func (p Base) newCode(at address.Path, draw func(full, typed string) (string, error)) *Code {
	base := address.Base(p.Site())
	if base == "" {
		return nil
	}
	_, typed, _ := strings.Cut(base+string(at), "://")
	typed = strings.TrimSuffix(typed, "/")
	svg, err := draw(base+string(at), typed)
	if err != nil {
		p.Fail(err)
	}
	return &Code{SVG: template.HTML(svg), Address: typed} // draw escapes
}

// Pieces returns the address split after each slash, where a line may break.
func (c *Code) Pieces() []string { return strings.SplitAfter(c.Address, "/") }
