// Package picture makes the pictures of an author fit to be published: nothing in them but the picture itself, and no larger than a page needs.
//
//	data, facts, err := images.Clean("huis.jpg", raw)    // without what cameras and programs write into a file
//	data, facts, err = images.Publish("huis.jpg", raw)   // and of a sensible size
//
// A photo tells where and when it was taken, with whose phone, who is on it, and often holds a small copy of what was cut away. So a file is
// taken apart into its segments (JPEG), chunks (PNG, WebP) or elements (SVG), and only those on a list are put together again:
//
//	jpeg.go  frame, tables and scans; JFIF without its thumbnail; Adobe's note on colours
//	png.go   header, palette, pixels, transparency, how colours are meant
//	webp.go  pixels and transparency
//	svg.go   shapes, gradients and words; nothing that runs, fetches or names a program
//	icc.go   a colour profile: its numbers, never its words
//	exif.go  of EXIF one number: which side is up
//
// What is not on the list is gone, whatever it is: EXIF, XMP, IPTC, comments, thumbnails, what follows the end of the picture. Pixels are not touched, except where a
// picture is larger than a page on paper needs (fit.go).
//
// Which side is up stays in the file, as a block of EXIF with that one number and nothing else: turning the pixels of a JPEG loses some of them where its sides are no
// multiple of 16, and of a PNG or WebP it would mean to encode it anew. A picture that is made smaller is encoded anyway, and is turned for good.
//
// Moving pictures are refused: a page is also printed, a reader could not stop them (WCAG 2.2.2), and every frame would have to be looked at.
//
// What it cannot see: what somebody hid in the pixels themselves, or behind the last pixel inside the compressed data.
package images

import (
	"bytes"
	"path"
	"strings"

	"casusboek/generator/diag"
)

// Info are what is known of a picture without looking at it.
type Info struct {
	Kind          Kind
	Width, Height int  // in pixels, as it is shown: the right side up. 0 where an SVG does not say
	Turn          int  // how the pixels lie: EXIF's orientation, 1 to 8; 1 is as it should be
	Place         bool // the original tells where it was taken
	People        bool // the original names people who are on it
}

// Photo reports whether a picture may be a photo. Drawings and diagrams are png or svg; a png may be a screenshot, whose words somebody has to
// read anyway.
func (f Info) Photo() bool { return f.Kind == JPEG || f.Kind == WebP }

// Kind is a kind of picture file.
type Kind uint8

// The kinds that are taken.
const (
	Unknown Kind = iota
	JPEG
	PNG
	WebP
	SVG
)

// String gives the kind as a file name ends: jpg, png, webp, svg.
func (k Kind) String() string { return [...]string{"", "jpg", "png", "webp", "svg"}[k] }

// Limits of what is read: no photo or drawing needs more, and a file that claims to is a mistake or a trap.
const (
	MaxSize   = 64 << 20  // bytes of a file, and more
	maxPixels = 120 << 20 // some phones take 108 million
)

// Fault is why a picture cannot be published, in the words of the catalogue: a rule, and the values that its message names.
type Fault struct {
	Rule    diag.Rule
	Variant string
	Args    []string // pairs of name and value
}

// Error gives the rule; authors see the catalogue's words.
func (f *Fault) Error() string {
	return strings.Join(append([]string{string(f.Rule), f.Variant}, f.Args...), " ")
}

var (
	errBroken   = &Fault{Rule: diag.ImageBroken}
	errDrawing  = &Fault{Rule: diag.ImageBroken, Variant: "svg"}
	errHeavy    = &Fault{Rule: diag.ImageBroken, Variant: "heavy"}
	errLarge    = &Fault{Rule: diag.ImageBroken, Variant: "large"}
	errAnimated = &Fault{Rule: diag.ImageFormat, Variant: "animated"}
)

// Clean gives a picture without anything but the picture, under the name of its file. The pixels are those of the original. The error is a *Fault: the
// bytes are not of the kind that the name says, or of none that is known, or broken. data is left as it is.
func Clean(name string, data []byte) ([]byte, Info, error) {
	if len(data) >= MaxSize {
		return nil, Info{}, errLarge
	}
	kind := KindOf(data)
	if named := kindOfName(name); kind == Unknown || kind != named {
		return nil, Info{}, mistaken(named, data)
	}
	clean := [...]func([]byte) ([]byte, Info, error){JPEG: cleanJPEG, PNG: cleanPNG, WebP: cleanWebP, SVG: cleanSVG}[kind]
	out, facts, err := clean(data)
	if err != nil {
		return nil, Info{}, err
	}
	facts.Kind = kind
	if facts.Turn >= 5 {
		facts.Width, facts.Height = facts.Height, facts.Width
	}
	if kind != SVG && (facts.Width < 1 || facts.Height < 1) {
		return nil, Info{}, errBroken
	}
	if int64(facts.Width)*int64(facts.Height) > maxPixels { // no kind has a side that would make this overflow
		return nil, Info{}, errLarge
	}
	return out, facts, nil
}

// KindOf tells the kind of a picture by its bytes.
func KindOf(data []byte) Kind {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return JPEG
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return PNG
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return WebP
	case looksLikeSVG(data):
		return SVG
	}
	return Unknown
}

func kindOfName(name string) Kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg":
		return JPEG
	case ".png":
		return PNG
	case ".webp":
		return WebP
	case ".svg":
		return SVG
	}
	return Unknown
}

// mistaken is the fault of a file whose bytes are not what its name says.
func mistaken(named Kind, data []byte) *Fault {
	if other := nameOf(data); other != "" {
		return &Fault{Rule: diag.ImageFormat, Variant: "other", Args: []string{"extension", named.String(), "kind", other}}
	}
	return errBroken
}

// nameOf names what a file is, as far as people meet it under the name of a picture.
func nameOf(data []byte) string {
	if k := KindOf(data); k != Unknown {
		return k.String()
	}
	for _, known := range []struct{ at, magic, name string }{
		{"", "GIF8", "gif"},
		{"", "BM", "bmp"},
		{"", "II*\x00", "tiff"},
		{"", "MM\x00*", "tiff"},
		{"", "%PDF", "pdf"},
		{"", "8BPS", "psd"},
		{"", "<!DOCTYPE html", "html"},
		{"", "<html", "html"},
		{"....", "ftypavif", "avif"},
		{"....", "ftyphei", "heic"},
		{"....", "ftypmif1", "heic"},
	} {
		if n := len(known.at); len(data) > n && bytes.HasPrefix(data[n:], []byte(known.magic)) {
			return known.name
		}
	}
	return ""
}
