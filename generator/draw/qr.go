package draw

import (
	"fmt"

	"rsc.io/qr"
)

// quiet is the width of the white border, in modules. ISO/IEC 18004 requires four.
const quiet = 4

// QRCode returns the SVG of the QR code of an address, at correction level M; label is its
// accessible name. Its size on paper comes from the styles: any phone reads 22 mm or more.
// An address of more than some 2,300 letters is an error.
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

// QRSymbol returns the SVG symbol of the QR code of an address, for pages that show one
// code many times with <use>. The caller chooses the id. Errors are those of QRCode.
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

// paint draws the white background and the modules.
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
