package images

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// kept are the chunks of a PNG (W3C PNG, third edition) that go through, with the most bytes that each may have: the four that are a picture, and those that say
// how its colours are meant.
var kept = map[string]int{
	"IHDR": 13, "PLTE": 768, "IDAT": 1<<31 - 1, "IEND": 0, "tRNS": 256, "gAMA": 4, "cHRM": 32, "sRGB": 1, "sBIT": 4, "cICP": 4,
}

// cleanPNG keeps the chunks on the list, with their order. Every chunk carries a sum over its bytes, and a wrong one is a broken file.
func cleanPNG(data []byte) ([]byte, Info, error) {
	p := &pngFile{facts: Info{Turn: 1}, channels: 3}
	rest := data[len(pngSignature):]
	for !p.ended {
		name, body, after, ok := pngChunk(rest)
		if !ok {
			return nil, Info{}, errBroken
		}
		if err := p.take(name, body); err != nil {
			return nil, Info{}, err
		}
		rest = after
	}
	if p.pixels == nil {
		return nil, Info{}, errBroken
	}
	if err := p.plausible(); err != nil {
		return nil, Info{}, err
	}
	out := append([]byte(pngSignature), p.before...)
	if turn := turnOnly(p.facts.Turn); turn != nil {
		out = appendChunk(out, "eXIf", turn)
	}
	out = append(out, p.pixels...)
	return appendChunk(out, "IEND", nil), p.facts, nil
}

// pngFile is a PNG while it is taken apart.
type pngFile struct {
	facts          Info
	channels       int
	bits           int // of one pixel
	before, pixels []byte
	ended          bool
}

// samples is the number of values of one pixel, by colour type: grey, RGB, palette, grey and alpha, RGBA.
var samples = [8]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

// Limits of a PNG's pixels. A photo of a phone has 150 MB of them.
const (
	maxPNG     = 256 << 20 // bytes of all pixels as they are unpacked, all in memory at once
	bestPacked = 1032      // bytes that one byte of a deflate stream stands for at most (RFC 1951)
)

// plausible refuses a size that would fill the memory, and one for which the file has too few bytes:
// a viewer would reserve the memory all the same.
func (p *pngFile) plausible() error {
	if p.bits == 0 || p.facts.Width < 1 || p.facts.Height < 1 {
		return errBroken
	}
	if p.facts.Width > maxPixels/p.facts.Height || p.facts.Width*p.facts.Height > maxPNG*8/p.bits {
		return errLarge
	}
	if p.facts.Width*p.facts.Height*p.bits/8 > len(p.pixels)*bestPacked {
		return errBroken
	}
	return nil
}

// pngChunk splits off the first chunk.
func pngChunk(data []byte) (name string, body, rest []byte, ok bool) {
	if len(data) < 12 {
		return "", nil, nil, false
	}
	n := uint64(binary.BigEndian.Uint32(data))
	if n+12 > uint64(len(data)) {
		return "", nil, nil, false
	}
	if crc32.ChecksumIEEE(data[4:8+n]) != binary.BigEndian.Uint32(data[8+n:]) {
		return "", nil, nil, false
	}
	return string(data[4:8]), data[8 : 8+n], data[12+n:], true
}

func (p *pngFile) take(name string, body []byte) error {
	limit, keep := kept[name]
	switch {
	case p.before == nil && name != "IHDR", name == "IHDR" && (p.before != nil || len(body) != 13):
		return errBroken
	case name == "IHDR":
		p.facts.Width, p.facts.Height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
		if body[9] == 0 || body[9] == 4 { // grey, with or without transparency
			p.channels = 1
		}
		p.bits = int(body[8]) * samples[body[9]&7]
		p.before = appendChunk(p.before, name, body)
	case name == "IEND":
		p.ended = true
	case name == "IDAT":
		p.pixels = appendChunk(p.pixels, name, body)
	case keep && len(body) <= limit:
		if p.pixels == nil { // behind the pixels it means nothing
			p.before = appendChunk(p.before, name, body)
		}
	case name == "acTL":
		return errAnimated
	case name == "iCCP":
		p.profile(body)
	case name == "eXIf":
		found := readEXIF(body)
		p.facts.Turn, p.facts.Place = found.turn, p.facts.Place || found.place
	case name == "iTXt" || name == "tEXt" || name == "zTXt":
		place, people := readXMP(body)
		p.facts.Place, p.facts.People = p.facts.Place || place, p.facts.People || people
	case name[0]&0x20 == 0:
		return errBroken // a chunk that must be understood
	}
	return nil
}

// profile keeps a colour profile, without its name.
func (p *pngFile) profile(body []byte) {
	_, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(packed) < 1 || p.pixels != nil {
		return
	}
	unpacked, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return
	}
	data, err := io.ReadAll(io.LimitReader(unpacked, 4<<20))
	if err != nil {
		return
	}
	clean := cleanProfile(data, p.channels)
	if clean == nil {
		return
	}
	var out strings.Builder
	out.WriteString("ICC\x00\x00")
	w := zlib.NewWriter(&out)
	_, _ = w.Write(clean) // a strings.Builder never fails
	_ = w.Close()
	p.before = appendChunk(p.before, "iCCP", []byte(out.String()))
}

func appendChunk(out []byte, name string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	from := len(out)
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
