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
	switch {
	case p.pixels == nil:
		return nil, Info{}, errBroken
	case p.width*p.height*p.decoded > maxDecoded:
		return nil, Info{}, errLarge
	case !p.whole():
		return nil, Info{}, errBroken
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
	width, height  uint64
	depth          uint64 // bits of a pixel as it is stored
	decoded        uint64 // bytes of a pixel in memory
	interlaced     bool
	packed         []io.Reader // the pixels as they are compressed
	before, pixels []byte
	ended          bool
}

// samples is how many numbers make a pixel, by the type of colour: grey, RGB, palette, grey and RGB with transparency.
var samples = [8]uint64{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

// Bounds of what a PNG unpacks to.
const (
	maxSide    = 1 << 20   // pixels
	maxDecoded = 256 << 20 // bytes in memory: 64 million pixels in colour. What has more is a photo, for which JPEG is made
)

// whole reports whether there are as many pixels as the header claims. They are counted as they unpack, and kept nowhere.
func (p *pngFile) whole() bool {
	unpacked, err := zlib.NewReader(io.MultiReader(p.packed...))
	if err != nil {
		return false
	}
	n, _ := io.CopyN(io.Discard, unpacked, int64(p.raw())) // fewer bytes than asked for tell enough
	return uint64(n) == p.raw()
}

// raw is how many bytes the pixels unpack to: each row has one byte that says how it was filtered. An interlaced picture is seven small ones (PNG, section 8).
func (p *pngFile) raw() (total uint64) {
	size := func(width, height uint64) uint64 {
		if width == 0 {
			return 0
		}
		return height * (1 + (width*p.depth+7)/8)
	}
	if !p.interlaced {
		return size(p.width, p.height)
	}
	for _, pass := range [7]struct{ x, y, dx, dy uint64 }{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		total += size((p.width+pass.dx-1-pass.x)/pass.dx, (p.height+pass.dy-1-pass.y)/pass.dy)
	}
	return total
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
		p.width, p.height = uint64(binary.BigEndian.Uint32(body)), uint64(binary.BigEndian.Uint32(body[4:]))
		if p.width > maxSide || p.height > maxSide {
			return errLarge
		}
		per := samples[min(body[9], 7)]
		if p.width == 0 || p.height == 0 || per == 0 || !bytes.Contains([]byte{1, 2, 4, 8, 16}, body[8:9]) {
			return errBroken
		}
		p.depth, p.interlaced = per*uint64(body[8]), body[12] != 0
		p.decoded = 4 * max(8, uint64(body[8])) / 8
		if per == 1 {
			p.decoded /= 4
		}
		if body[9] == 0 || body[9] == 4 { // grey, with or without transparency
			p.channels = 1
		}
		p.before = appendChunk(p.before, name, body)
	case name == "IEND":
		p.ended = true
	case name == "IDAT":
		p.packed = append(p.packed, bytes.NewReader(body))
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
