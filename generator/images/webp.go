package images

import (
	"encoding/binary"
)

// Flags of the header of an extended WebP (RFC 9649, section 2.7.1).
const (
	webpAnimated = 0x02
	webpEXIF     = 0x08
	webpAlpha    = 0x10
	webpProfile  = 0x20
)

// webpFile is a WebP while it is taken apart: the body of each chunk that may be kept.
type webpFile struct {
	facts                          Info
	header, profile, alpha, pixels []byte
	name                           string // of the chunk with the pixels: "VP8 " or "VP8L"
}

// cleanWebP keeps the pixels, their transparency and a plain colour profile.
func cleanWebP(data []byte) ([]byte, Info, error) {
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if size+8 > uint64(len(data)) || size < 12 {
		return nil, Info{}, errBroken
	}
	w := &webpFile{facts: Info{Turn: 1}}
	for rest := data[12 : 8+size]; len(rest) > 0; {
		if len(rest) < 8 {
			return nil, Info{}, errBroken
		}
		n := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if 8+n > uint64(len(rest)) {
			return nil, Info{}, errBroken
		}
		if err := w.take(string(rest[:4]), rest[8:8+n]); err != nil {
			return nil, Info{}, err
		}
		rest = rest[min(8+n+n&1, uint64(len(rest))):]
	}
	if w.pixels == nil || !w.measure() {
		return nil, Info{}, errBroken
	}
	if w.header == nil {
		w.facts.Turn = 1 // the simple form has no place to say it
	}
	return w.joined(), w.facts, nil
}

func (w *webpFile) take(name string, body []byte) error {
	switch name {
	case "VP8X":
		if len(body) < 10 || w.header != nil {
			return errBroken
		}
		if body[0]&webpAnimated != 0 {
			return errAnimated
		}
		w.header = body[:10]
	case "ANIM", "ANMF":
		return errAnimated
	case "VP8 ", "VP8L":
		if w.pixels == nil {
			w.name, w.pixels = name, body
		}
	case "ALPH":
		if w.alpha == nil && w.pixels == nil {
			w.alpha = body
		}
	case "ICCP":
		w.profile = cleanProfile(body, 3)
	case "EXIF":
		found := readEXIF(body)
		w.facts.Turn, w.facts.Place = found.turn, w.facts.Place || found.place
	case "XMP ":
		place, people := readXMP(body)
		w.facts.Place, w.facts.People = w.facts.Place || place, w.facts.People || people
	}
	return nil
}

// measure reads the size of the picture out of its pixels (RFC 6386, section 9.1; RFC 9649, section 3.4) and reports whether it is there, and is the one that
// the header gives.
func (w *webpFile) measure() bool {
	p := w.pixels
	switch {
	case w.name == "VP8 " && len(p) >= 10 && string(p[3:6]) == "\x9d\x01\x2a":
		w.facts.Width = int(binary.LittleEndian.Uint16(p[6:]) & 0x3fff)
		w.facts.Height = int(binary.LittleEndian.Uint16(p[8:]) & 0x3fff)
	case w.name == "VP8L" && len(p) >= 5 && p[0] == 0x2f:
		bits := binary.LittleEndian.Uint32(p[1:])
		w.facts.Width, w.facts.Height = int(bits&0x3fff)+1, int(bits>>14&0x3fff)+1
	default:
		return false
	}
	return w.header == nil || uint24(w.header[4:])+1 == w.facts.Width && uint24(w.header[7:])+1 == w.facts.Height
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// joined puts the picture together again: in the simple form where it needs no more.
func (w *webpFile) joined() []byte {
	turn := turnOnly(w.facts.Turn)
	out := append([]byte("RIFF\x00\x00\x00\x00"), "WEBP"...)
	if w.header != nil {
		head := make([]byte, 10)
		copy(head[4:], w.header[4:10])
		head[0] = w.header[0] & webpAlpha
		if w.profile != nil {
			head[0] |= webpProfile
		}
		if turn != nil {
			head[0] |= webpEXIF
		}
		out = appendRIFF(out, "VP8X", head)
		if w.profile != nil {
			out = appendRIFF(out, "ICCP", w.profile)
		}
		if w.alpha != nil && w.name == "VP8 " {
			out = appendRIFF(out, "ALPH", w.alpha)
		}
	}
	out = appendRIFF(out, w.name, w.pixels)
	if w.header != nil && turn != nil {
		out = appendRIFF(out, "EXIF", turn)
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

func appendRIFF(out []byte, name string, body []byte) []byte {
	out = append(out, name...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	out = append(out, body...)
	if len(body)&1 != 0 {
		out = append(out, 0)
	}
	return out
}
