package sheet

import (
	"html/template"
	"strings"

	"casusboek/generator/address"
	"casusboek/generator/draw/qr"
)

// Code is the way from paper to a page on the web, as a QR code with its address in words (_qr.html).
type Code struct {
	SVG     template.HTML
	Address string // as one would type it: voorbeeld.nl/casusboek/casussen/nadira/
}

// CodeTo makes the code that leads to a page of the public edition; nil when the site does not say where it will stand.
// The caller sees to it that the page knows no more than the sheet does.
func (p Maker) CodeTo(at address.Path) *Code {
	return p.code(at, func(full, typed string) (string, error) { return qr.Draw(full, p.T("paper.code", "address", typed)) })
}

// SymbolTo is CodeTo for a code that stands on a page many times: its SVG is a symbol with an id, to be shown with <use>.
func (p Maker) SymbolTo(at address.Path, id string) *Code {
	return p.code(at, func(full, _ string) (string, error) { return qr.Symbol(full, id) })
}

func (p Maker) code(at address.Path, draw func(full, typed string) (string, error)) *Code {
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
	return &Code{SVG: template.HTML(svg), Address: typed} //nolint:gosec // draw escapes
}

// Pieces are the parts of the address, each with its slash: between them it may go on on the next line.
func (c *Code) Pieces() []string { return strings.SplitAfter(c.Address, "/") }
