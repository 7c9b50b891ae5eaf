// Package cover draws the picture that stands beside a link to the casebook in a chat or on a social network: its title,
// who publishes it, and the thick line with the hole where nobody spoke.
//
//	png, err := cover.PNG("Wat niemand vroeg", "Stichting Voorbeeld") // 1200 by 630 pixels, about 15 kB
//
// Programs that show links read no SVG, so it is made of pixels, in a font of its own. The same words give the same bytes.
package cover

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

// The picture's size in pixels, as Open Graph and its readers want it.
const (
	Width  = 1200
	Height = 630
)

const (
	margin   = 80
	lineY    = 500 // of the thick line
	thick    = 8
	holeFrom = 330
	holeTo   = 470
)

// The colours of the site in daylight (templates/casusboek.css).
var (
	paper  = color.RGBA{0xfb, 0xf8, 0xf2, 0xff}
	ink    = color.RGBA{0x21, 0x1d, 0x18, 0xff}
	soft   = color.RGBA{0x5b, 0x53, 0x49, 0xff}
	accent = color.RGBA{0xa3, 0x34, 0x1a, 0xff}
)

// PNG draws the picture. A title that is too long for four lines is cut, and by may be empty.
func PNG(title, by string) ([]byte, error) {
	serif, err := opentype.Parse(liberationserifregular.TTF)
	if err != nil {
		return nil, err
	}
	canvas := &picture{image.NewRGBA(image.Rect(0, 0, Width, Height)), serif}
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	canvas.line()
	if err := canvas.title(title); err != nil {
		return nil, err
	}
	if err := canvas.quotes(); err != nil {
		return nil, err
	}
	if by != "" {
		face, err := canvas.face(34)
		if err != nil {
			return nil, err
		}
		canvas.text(face, soft, margin, lineY+80, wrapped(face, by, Width-2*margin)[0])
	}
	var out bytes.Buffer
	if err := png.Encode(&out, canvas.RGBA); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type picture struct {
	*image.RGBA
	serif *opentype.Font
}

// face is the font in a size in pixels.
func (p *picture) face(size float64) (font.Face, error) {
	return opentype.NewFace(p.serif, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
}

// line is the thick line that runs off the right side, with its hole.
func (p *picture) line() {
	for _, part := range []image.Rectangle{image.Rect(margin, lineY, holeFrom, lineY+thick), image.Rect(holeTo, lineY, Width, lineY+thick)} {
		draw.Draw(p, part, image.NewUniform(ink), image.Point{}, draw.Src)
	}
}

// quotes are the empty quotation marks in the hole.
func (p *picture) quotes() error {
	face, err := p.face(96)
	if err != nil {
		return err
	}
	const baseline = lineY + 52
	p.text(face, accent, holeFrom+16, baseline, "“")
	p.text(face, accent, holeTo-16-font.MeasureString(face, "”").Ceil(), baseline, "”")
	return nil
}

// title is set in the largest type in which it fits above the line.
func (p *picture) title(title string) error {
	const most = 4 // lines
	for _, size := range []float64{112, 96, 80, 64} {
		face, err := p.face(size)
		if err != nil {
			return err
		}
		lines := wrapped(face, title, Width-2*margin)
		height := int(size * 1.14)
		if fits := len(lines) <= most && len(lines)*height <= lineY-2*margin+20; !fits && size > 64 {
			continue
		}
		if len(lines) > most {
			lines = lines[:most]
			lines[most-1] += " …"
		}
		for i, line := range lines {
			p.text(face, ink, margin, margin+int(size)+i*height, line)
		}
		return nil
	}
	return nil
}

func (p *picture) text(face font.Face, c color.Color, x, y int, text string) {
	d := font.Drawer{Dst: p, Src: image.NewUniform(c), Face: face, Dot: fixed.P(x, y)}
	d.DrawString(text)
}

// wrapped breaks a text at its spaces into lines of at most width pixels; a word that is longer has a line of its own.
// There is always a line.
func wrapped(face font.Face, text string, width int) []string {
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
