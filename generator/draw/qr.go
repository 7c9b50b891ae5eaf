// Package qr draws QR codes: the way from a sheet of paper to a page on the web.
//
//	svg, err := draw.QRCode("https://voorbeeld.nl/casusboek/casussen/nadira/ronde-2/", "QR-code naar ronde 2")
//
// A code is one path on a white ground with the quiet zone of four modules that ISO/IEC 18004 asks for, at correction
// level M. How large it is on paper is for the styles to say: 22 mm or more is read by every telephone.
package draw

import (
	"fmt"

	"rsc.io/qr"
)

// quiet is the width of the white edge, in modules.
const quiet = 4

// QRCode gives the SVG of the code for an address; label says in words what the picture is. The error is that of an
// address that is too long for any code, some 2,300 letters.
func QRCode(address, label string) (string, error) {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return "", fmt.Errorf("QR code: %w", err)
	}
	side := float64(code.Size + 2*quiet)
	p := NewSVG(8 << 10)
	p.Put(`<svg class="qr__code" viewBox="0 0 @ @" role="img" aria-label="`, side, side)
	p.Text(label)
	p.Put(`">`)
	paint(p, code)
	p.Put(`</svg>`)
	return p.String(), nil
}

// QRSymbol gives the SVG symbol of the code for an address, for a page that shows the same code many times with <use>. The
// id is for the page to choose; the error is that of QRCode.
func QRSymbol(address, id string) (string, error) {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return "", fmt.Errorf("QR code: %w", err)
	}
	side := float64(code.Size + 2*quiet)
	p := NewSVG(8 << 10)
	p.Put(`<symbol id="`)
	p.Text(id)
	p.Put(`" viewBox="0 0 @ @">`, side, side)
	paint(p, code)
	p.Put(`</symbol>`)
	return p.String(), nil
}

// paint draws the ground and the modules.
func paint(p *SVG, code *qr.Code) {
	side := float64(code.Size + 2*quiet)
	p.Put(`<path fill="#fff" d="M0 0h@v@h-@z"/><path shape-rendering="crispEdges" d="`, side, side, side)
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > from {
				p.Put(`M@ @h@v1h-@z`, float64(from+quiet), float64(y+quiet), float64(x-from), float64(x-from))
			}
		}
	}
	p.Put(`"/>`)
}
