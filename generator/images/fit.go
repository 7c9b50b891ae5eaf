package images

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"sync"

	"golang.org/x/image/draw"
)

// MaxSide is the longest side, in pixels, of a picture that is published: the width of an A4 sheet at 200 dots an inch, sharp on paper and on
// every screen.
const MaxSide = 1654

// quality of a JPEG that is written anew: at 82 nobody sees a difference on paper, and half of the bytes are gone.
const quality = 82

// Publish gives a picture as it is published: clean, and no larger than MaxSide. The same bytes give the same picture. The error is a *Fault.
//
// A WebP is never made smaller, since nothing here writes one; Prepare tells the author. Nor is one whose pixels cannot be read, or one that would grow by it, as a drawing in
// few colours does.
func Publish(name string, data []byte) ([]byte, Info, error) {
	clean, facts, err := Clean(name, data)
	if err != nil {
		return nil, Info{}, err
	}
	if !facts.scaled() {
		return clean, facts, nil
	}
	if small := smaller(clean, facts); small != nil && len(small) < len(clean) {
		facts.Width, facts.Height = fitted(facts.Width, facts.Height)
		facts.Turn = 1
		return small, facts, nil
	}
	return clean, facts, nil
}

func (f Info) scaled() bool {
	return max(f.Width, f.Height) > MaxSide && (f.Kind == JPEG || f.Kind == PNG)
}

// fitted gives the size of a picture whose longer side is MaxSide.
func fitted(width, height int) (int, int) {
	if width >= height {
		return MaxSide, max(1, (height*MaxSide+width/2)/width)
	}
	return max(1, (width*MaxSide+height/2)/height), MaxSide
}

// oneAtATime is held while a picture of more than manyPixels is scaled, which takes a few hundred MB: as many of them at once as there are processors is more than a laptop has.
var oneAtATime sync.Mutex

const manyPixels = 16 << 20

// smaller scales a clean picture, turns it the right side up, and encodes it anew; nil when it cannot be read.
func smaller(clean []byte, facts Info) []byte {
	if int64(facts.Width)*int64(facts.Height) > manyPixels {
		oneAtATime.Lock()
		defer oneAtATime.Unlock()
	}
	decode := jpeg.Decode
	if facts.Kind == PNG {
		decode = png.Decode
	}
	whole, err := decode(bytes.NewReader(clean))
	if err != nil {
		return nil
	}
	width, height := fitted(facts.Width, facts.Height)
	if facts.Turn >= 5 {
		width, height = height, width
	}
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(small, small.Bounds(), whole, whole.Bounds(), draw.Src, nil)
	turned := turn(small, facts.Turn)
	var picture image.Image = turned
	if _, grey := whole.(*image.Gray); grey {
		picture = toGrey(turned) // its colour profile fits one channel
	}
	if facts.Kind == PNG {
		return encodePNG(clean, picture)
	}
	return encodeJPEG(clean, picture)
}

// turn gives the picture the right side up, by EXIF's orientation (CIPA DC-008, tag 0112): 2, 4, 5 and 7 are mirrored, 5 to 8 lie on their side.
func turn(from *image.RGBA, how int) *image.RGBA {
	if how <= 1 {
		return from
	}
	w, h := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	if how >= 5 {
		to = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			var tx, ty int
			switch how {
			case 2:
				tx, ty = w-1-x, y
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				tx, ty = x, h-1-y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			to.SetRGBA(tx, ty, from.RGBAAt(x, y))
		}
	}
	return to
}

// encodePNG writes a PNG with the colour chunks of the one it was made from.
func encodePNG(clean []byte, small image.Image) []byte {
	var out bytes.Buffer
	if png.Encode(&out, small) != nil {
		return nil
	}
	const headEnd = len(pngSignature) + 12 + 13
	encoded := out.Bytes()
	result := bytes.Clone(encoded[:headEnd])
	for rest := clean[len(pngSignature):]; ; {
		name, body, after, ok := pngChunk(rest)
		if !ok || name == "IDAT" {
			break
		}
		if name == "gAMA" || name == "cHRM" || name == "sRGB" || name == "cICP" || name == "iCCP" {
			result = appendChunk(result, name, body)
		}
		rest = after
	}
	return append(result, encoded[headEnd:]...)
}

// encodeJPEG writes a JPEG with the colour profile of the one it was made from.
func encodeJPEG(clean []byte, small image.Image) []byte {
	var out bytes.Buffer
	if jpeg.Encode(&out, small, &jpeg.Options{Quality: quality}) != nil {
		return nil
	}
	encoded := out.Bytes()
	result := bytes.Clone(encoded[:2])
	for rest := clean[2:]; ; {
		marker, body, after, ok := segment(rest)
		if !ok || marker == sos || marker == eoi {
			break
		}
		if marker == app2 {
			result = appendSegment(result, app2, body)
		}
		rest = after
	}
	return append(result, encoded[2:]...)
}

func toGrey(from *image.RGBA) *image.Gray {
	to := image.NewGray(from.Rect)
	for y := range from.Rect.Dy() {
		for x := range from.Rect.Dx() {
			to.SetGray(x, y, color.Gray{Y: from.RGBAAt(x, y).R})
		}
	}
	return to
}
