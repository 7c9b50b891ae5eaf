package images

import (
	"encoding/binary"
	"slices"
)

// A colour profile (ICC.1:2022) is kept where it is a plain one: numbers that say how red, green and blue, or grey, are meant. Everything else in it is left behind: names
// of screens and cameras, dates, copyright lines, texts in many languages. Without it the wide colours of a phone look dull, so it is not simply dropped.
//
// Profiles of another build (tables for printers, CMYK) are dropped: their tables could hold anything.

// maxProfile keeps a profile within one segment of a JPEG.
const maxProfile = 60000

var (
	tagsRGB  = []string{"wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	tagsGrey = []string{"wtpt", "chad", "kTRC"}
)

// cleanProfile gives a profile with its numbers alone, for a picture of that many channels; nil when it is not of the plain build.
func cleanProfile(data []byte, channels int) []byte {
	if len(data) < 132 || string(data[36:40]) != "acsp" {
		return nil
	}
	wanted, name := tagsRGB, "RGB"
	space, connection := string(data[16:20]), string(data[20:24])
	switch {
	case space == "RGB " && connection == "XYZ " && channels == 3:
	case space == "GRAY" && (connection == "XYZ " || connection == "Lab ") && channels == 1:
		wanted, name = tagsGrey, "Grey"
	default:
		return nil
	}
	found := profileTags(data)
	names, values := []string{"desc", "cprt"}, [][]byte{description(name), append([]byte("text\x00\x00\x00\x00"), "none\x00"...)}
	for _, tag := range wanted {
		value := plain(tag, found[tag])
		if value == nil && tag != "chad" {
			return nil
		}
		if value != nil {
			names, values = append(names, tag), append(values, value)
		}
	}
	return profile(header(data), names, values)
}

// profileTags gives the tags of a profile, as far as they lie inside it.
func profileTags(data []byte) map[string][]byte {
	found := map[string][]byte{}
	n := binary.BigEndian.Uint32(data[128:])
	for table := data[132:]; n > 0 && len(table) >= 12; n, table = n-1, table[12:] {
		from, size := uint64(binary.BigEndian.Uint32(table[4:])), uint64(binary.BigEndian.Uint32(table[8:]))
		if from+size <= uint64(len(data)) {
			found[string(table[:4])] = data[from : from+size]
		}
	}
	return found
}

// plain gives the value of a tag that holds numbers and nothing else, of exactly the length that it needs; nil for any other.
func plain(tag string, value []byte) []byte {
	if len(value) < 12 {
		return nil
	}
	size := 0
	switch kind := string(value[:4]); {
	case kind == "XYZ " && tag[1:] != "TRC":
		size = 20
	case kind == "sf32" && tag == "chad":
		size = 8 + 9*4
	case kind == "curv" && tag[1:] == "TRC":
		if n := binary.BigEndian.Uint32(value[8:]); n <= 4096 {
			size = 12 + 2*int(n)
		}
	case kind == "para" && tag[1:] == "TRC":
		if f := binary.BigEndian.Uint16(value[8:]); f <= 4 {
			size = 12 + 4*[...]int{1, 3, 4, 5, 7}[f]
		}
	}
	if size == 0 || size > len(value) {
		return nil
	}
	value = slices.Clone(value[:size])
	clear(value[4:8]) // reserved
	return value
}

// description is the name that a profile must have, in the form that versions 2 and 4 read (textDescriptionType).
func description(name string) []byte {
	out := []byte("desc\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(name)+1))
	out = append(append(out, name...), 0)
	return append(out, make([]byte, 4+4+2+1+67)...) // no other languages
}

// header keeps of a profile's header what it is for, and not who made it when with what.
func header(data []byte) []byte {
	out := make([]byte, 128)
	copy(out[8:10], data[8:10])   // version
	copy(out[12:24], "mntr")      // a screen
	copy(out[16:24], data[16:24]) // colours, and in which they are told
	binary.BigEndian.PutUint16(out[24:], 2000)
	out[27], out[29] = 1, 1 // a date must be there: the first of January
	copy(out[36:40], "acsp")
	out[67] = data[67] & 3                                               // how colours that cannot be shown are moved
	copy(out[68:80], "\x00\x00\xf6\xd6\x00\x01\x00\x00\x00\x00\xd3\x2d") // D50, the only one allowed
	return out
}

// profile puts a profile together; equal values are stored once, as the three curves of most profiles are.
func profile(header []byte, names []string, values [][]byte) []byte {
	table := binary.BigEndian.AppendUint32(nil, uint32(len(names)))
	start := len(header) + 4 + 12*len(names)
	var body []byte
	offsets := map[string]int{}
	for i, name := range names {
		value := string(values[i])
		at, stored := offsets[value]
		if !stored {
			at = start + len(body)
			offsets[value] = at
			body = append(body, value...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		table = append(table, name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(value)))
	}
	out := slices.Concat(header, table, body)
	if len(out) > maxProfile {
		return nil
	}
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}
