package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"

	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// CoverFormat is the size and layout of a cover, in pixels.
type CoverFormat struct {
	Width, Height int
	margin        int
	lineY         int // y of the thick line
	sizes         []float64
}

// The formats: LinkCover for link previews (Open Graph), Book for e-books.
var (
	LinkCover = CoverFormat{Width: 1200, Height: 630, margin: 80, lineY: 500, sizes: []float64{112, 96, 80, 64}}
	Book      = CoverFormat{Width: 1200, Height: 1800, margin: 110, lineY: 1300, sizes: []float64{168, 140, 112, 88}}
)

const (
	thick = 8
	stub  = 250 // length of the line before its gap
	hole  = 140
)

// The colours of the site's light theme (templates/casusboek.css).
var (
	paper     = color.RGBA{0xfb, 0xf8, 0xf2, 0xff}
	ink       = color.RGBA{0x21, 0x1d, 0x18, 0xff}
	coverSoft = color.RGBA{0x5b, 0x53, 0x49, 0xff}
	accent    = color.RGBA{0xa3, 0x34, 0x1a, 0xff}
)

// CoverPNG returns the cover of a casebook as a PNG: its title, its publisher and the line
// with a gap. Link previews and e-book readers do not show SVG, so the cover is drawn in
// pixels, in an embedded font; the same input gives the same bytes. A title that does not
// fit is cut; by may be empty.
//
//	png, err := draw.CoverPNG(draw.LinkCover, "Wat niemand vroeg", "Stichting Voorbeeld")
func CoverPNG(f CoverFormat, title, by string) ([]byte, error) {
	serif, err := opentype.Parse(liberationserifregular.TTF)
	if err != nil {
		return nil, err
	}
	canvas := &picture{image.NewRGBA(image.Rect(0, 0, f.Width, f.Height)), f, serif}
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	canvas.drawLine()
	if err := canvas.drawTitle(title); err != nil {
		return nil, err
	}
	if err := canvas.drawQuotes(); err != nil {
		return nil, err
	}
	if by != "" {
		face, err := canvas.face(34)
		if err != nil {
			return nil, err
		}
		canvas.text(face, coverSoft, f.margin, f.lineY+80, wrapPixels(face, by, f.Width-2*f.margin)[0])
	}
	var out bytes.Buffer
	if err := png.Encode(&out, canvas.RGBA); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type picture struct {
	*image.RGBA
	CoverFormat
	serif *opentype.Font
}

// face returns the font at a size in pixels.
func (p *picture) face(size float64) (font.Face, error) {
	return opentype.NewFace(p.serif, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
}

// drawLine draws the thick line, which runs to the right edge, with its gap.
func (p *picture) drawLine() {
	from := p.margin + stub
	for _, part := range []image.Rectangle{
		image.Rect(p.margin, p.lineY, from, p.lineY+thick),
		image.Rect(from+hole, p.lineY, p.Width, p.lineY+thick),
	} {
		draw.Draw(p, part, image.NewUniform(ink), image.Point{}, draw.Src)
	}
}

// drawQuotes draws the empty quotation marks in the gap.
func (p *picture) drawQuotes() error {
	face, err := p.face(96)
	if err != nil {
		return err
	}
	from, baseline := p.margin+stub, p.lineY+52
	p.text(face, accent, from+16, baseline, "“")
	p.text(face, accent, from+hole-16-font.MeasureString(face, "”").Ceil(), baseline, "”")
	return nil
}

// drawTitle draws the title in the largest size at which it fits above the line.
func (p *picture) drawTitle(title string) error {
	room := p.lineY - 2*p.margin + 20
	for i, size := range p.sizes {
		face, err := p.face(size)
		if err != nil {
			return err
		}
		set := wrapPixels(face, title, p.Width-2*p.margin)
		height := int(size * 1.14)
		fits := len(set)*height <= room
		if !fits && i < len(p.sizes)-1 {
			continue
		}
		if most := room / height; len(set) > most {
			set = set[:most]
			set[most-1] = "…"
		}
		for n, line := range set {
			p.text(face, ink, p.margin, p.margin+int(size)+n*height, line)
		}
		return nil
	}
	return nil
}

func (p *picture) text(face font.Face, c color.Color, x, y int, text string) {
	d := font.Drawer{Dst: p, Src: image.NewUniform(c), Face: face, Dot: fixed.P(x, y)}
	d.DrawString(text)
}

// wrapPixels breaks a text at spaces into lines of at most width pixels, one or more. A
// longer word has its own line.
func wrapPixels(face font.Face, text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		longer := strings.TrimSpace(*last + " " + word)
		if *last == "" || font.MeasureString(face, longer).Ceil() <= width {
			*last = longer
			continue
		}
		lines = append(lines, word)
	}
	return lines
}
