package images

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Markers of ITU-T T.81, table B.1.
const (
	sof0, sof1, sof2 = 0xc0, 0xc1, 0xc2
	dht              = 0xc4
	rst0, rst7       = 0xd0, 0xd7
	soi, eoi         = 0xd8, 0xd9
	sos, dqt, dri    = 0xda, 0xdb, 0xdd
	app0, app1       = 0xe0, 0xe1
	app2, app14      = 0xe2, 0xee
	tem              = 0x01
)

// sparsest is how many pixels a byte of a JPEG stands for at most. Each block of 8 x 8 takes two bits in a plain scan and one in a progressive one, and colours are stored for four times as
// large a side at most; a file that claims more pixels was cut off.
const sparsest = 2048

// jpegFile is a JPEG while it is taken apart.
type jpegFile struct {
	facts   Info
	kept    []byte // tables, frame and scans
	adobe   []byte
	profile [][]byte // pieces of the colour profile
	colours byte     // channels
	jfif    []byte
	exif    bool
	ended   bool
}

// cleanJPEG keeps the frame, the tables and the scans of a baseline or progressive JPEG, which is all that browsers show.
func cleanJPEG(data []byte) ([]byte, Info, error) {
	j := &jpegFile{facts: Info{Turn: 1}}
	rest := data[2:]
	for !j.ended {
		marker, body, after, ok := segment(rest)
		if !ok {
			return nil, Info{}, errBroken
		}
		if err := j.take(marker, body); err != nil {
			return nil, Info{}, err
		}
		rest = after
		if marker == sos {
			n := scan(rest)
			j.kept, rest = append(j.kept, rest[:n]...), rest[n:]
		}
	}
	if j.colours == 0 || int64(j.facts.Width)*int64(j.facts.Height) > sparsest*int64(len(j.kept)) {
		return nil, Info{}, errBroken
	}
	return j.joined(), j.facts, nil
}

// segment splits off the first marker with its body, which is nil where a marker has none.
func segment(data []byte) (marker byte, body, rest []byte, ok bool) {
	if len(data) < 2 || data[0] != 0xff {
		return 0, nil, nil, false
	}
	for len(data) > 2 && data[1] == 0xff { // fill bytes
		data = data[1:]
	}
	marker, data = data[1], data[2:]
	if marker == eoi || marker == tem || marker >= rst0 && marker <= rst7 {
		return marker, nil, data, true
	}
	if len(data) < 2 {
		return 0, nil, nil, false
	}
	n := int(binary.BigEndian.Uint16(data))
	if n < 2 || n > len(data) {
		return 0, nil, nil, false
	}
	return marker, data[2:n], data[n:], true
}

// scan gives the length of the pixels that follow a start of scan: up to the next marker that is no part of them.
func scan(data []byte) int {
	for i := 0; ; i++ {
		next := bytes.IndexByte(data[i:], 0xff)
		if next < 0 || i+next+1 >= len(data) {
			return len(data)
		}
		i += next
		if after := data[i+1]; after != 0 && (after < rst0 || after > rst7) {
			return i
		}
	}
}

// take keeps a segment, or learns from it what it may and lets it go.
func (j *jpegFile) take(marker byte, body []byte) error {
	switch marker {
	case sof0, sof1, sof2:
		if len(body) < 6 || len(body) != 6+3*int(body[5]) || j.colours != 0 {
			return errBroken
		}
		j.colours = body[5]
		j.facts.Height, j.facts.Width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	case dqt:
		body = body[:tables(body, func(b []byte) int { return 1 + 64*(1+int(b[0]>>4&1)) })]
	case dht:
		body = body[:tables(body, func(b []byte) int {
			n := 17
			for _, codes := range b[1:min(17, len(b))] {
				n += int(codes)
			}
			return n
		})]
	case dri:
		body = body[:min(2, len(body))]
	case sos:
		if len(body) < 1 || len(body) != 4+2*int(body[0]) {
			return errBroken
		}
	case eoi:
		j.ended = true
		return nil
	case app0:
		j.header(body)
		return nil
	case app1, app2, app14:
		j.learn(marker, body)
		return nil
	case soi, tem:
		return errBroken
	default:
		if marker >= 0xc3 && marker <= 0xcf && marker != 0xc8 {
			return errBroken // arithmetic, lossless or hierarchical: no browser shows it
		}
		if marker == 0xed && bytes.Contains(body, []byte("\x1c\x02\x5a")) { // IPTC 2:90, city
			j.facts.Place = true
		}
		return nil
	}
	j.kept = appendSegment(j.kept, marker, body)
	return nil
}

// tables gives the length of the tables in a segment; length tells that of the first. What follows the last whole table is no table.
func tables(body []byte, length func([]byte) int) int {
	n := 0
	for n < len(body) {
		next := length(body[n:])
		if n+next > len(body) {
			break
		}
		n += next
	}
	return n
}

// header keeps what JFIF says of the shape of pixels, without its thumbnail.
func (j *jpegFile) header(body []byte) {
	if j.jfif == nil && len(body) >= 14 && bytes.HasPrefix(body, []byte("JFIF\x00")) {
		j.jfif = append(slices.Clone(body[:12]), 0, 0)
	}
}

func (j *jpegFile) learn(marker byte, body []byte) {
	switch {
	case marker == app1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) && !j.exif:
		found := readEXIF(body)
		j.exif, j.facts.Turn, j.facts.Place = true, found.turn, j.facts.Place || found.place
	case marker == app1:
		place, people := readXMP(body)
		j.facts.Place, j.facts.People = j.facts.Place || place, j.facts.People || people
	case marker == app2 && bytes.HasPrefix(body, []byte(iccMark)) && len(body) > len(iccMark)+2:
		j.profile = append(j.profile, body[len(iccMark):])
	case marker == app14 && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe")) && j.adobe == nil:
		j.adobe = slices.Concat([]byte("Adobe\x00\x64\x00\x00\x00\x00"), body[11:12]) // version 100, no flags, the colour transform
	}
}

// joined puts the picture together again.
func (j *jpegFile) joined() []byte {
	out := []byte{0xff, soi}
	if j.jfif != nil {
		out = appendSegment(out, app0, j.jfif)
	}
	if turn := turnOnly(j.facts.Turn); turn != nil {
		out = appendSegment(out, app1, append([]byte("Exif\x00\x00"), turn...))
	}
	out = appendProfile(out, cleanProfile(joinProfile(j.profile), int(j.colours)))
	if j.adobe != nil {
		out = appendSegment(out, app14, j.adobe)
	}
	return append(append(out, j.kept...), 0xff, eoi)
}

func appendSegment(out []byte, marker byte, body []byte) []byte {
	out = append(out, 0xff, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

const iccMark = "ICC_PROFILE\x00"

// joinProfile puts the pieces of a colour profile in order (ICC.1, annex B.4): each begins with its number and how many there are. Nil when some
// are missing.
func joinProfile(pieces [][]byte) []byte {
	slices.SortStableFunc(pieces, func(a, b []byte) int { return int(a[0]) - int(b[0]) })
	var all []byte
	for i, p := range pieces {
		if int(p[0]) != i+1 || int(p[1]) != len(pieces) {
			return nil
		}
		all = append(all, p[2:]...)
	}
	return all
}

// appendProfile writes a clean profile, which always fits one segment.
func appendProfile(out, profile []byte) []byte {
	if profile == nil {
		return out
	}
	return appendSegment(out, app2, slices.Concat([]byte(iccMark), []byte{1, 1}, profile))
}
