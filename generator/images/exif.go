package images

import (
	"bytes"
	"encoding/binary"
)

// exif is what is read of a block of EXIF (CIPA DC-008): a TIFF file without a picture.
type exif struct {
	turn  int  // orientation, 1 to 8
	place bool // a position
}

const (
	tagOrientation = 0x0112
	tagGPS         = 0x8825
	typeShort      = 3
)

// readEXIF reads a block of EXIF that begins with the TIFF header. One that is damaged says nothing.
func readEXIF(data []byte) exif {
	found := exif{turn: 1}
	data = bytes.TrimPrefix(data, []byte("Exif\x00\x00"))
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("MM\x00*")):
		order = binary.BigEndian
	}
	if order == nil || len(data) < 8 {
		return found
	}
	for _, e := range directory(data, order, order.Uint32(data[4:])) {
		switch tag := order.Uint16(e); {
		case tag == tagOrientation && order.Uint16(e[2:]) == typeShort:
			if turn := int(order.Uint16(e[8:])); turn >= 1 && turn <= 8 {
				found.turn = turn
			}
		case tag == tagGPS:
			for _, g := range directory(data, order, order.Uint32(e[8:])) {
				found.place = found.place || order.Uint16(g) != 0 // 0 is the version, which cameras write without knowing where they are
			}
		}
	}
	return found
}

// directory gives the entries, twelve bytes each, of the TIFF directory at an offset, as far as they are there.
func directory(data []byte, order binary.ByteOrder, offset uint32) [][]byte {
	if int64(offset)+2 > int64(len(data)) {
		return nil
	}
	n, rest := order.Uint16(data[offset:]), data[offset+2:]
	var entries [][]byte
	for ; n > 0 && len(rest) >= 12; n-- {
		entries, rest = append(entries, rest[:12]), rest[12:]
	}
	return entries
}

// turnOnly is a block of EXIF that says which side is up and nothing else; nil when it is the right one.
func turnOnly(turn int) []byte {
	if turn <= 1 {
		return nil
	}
	return []byte{
		'I', 'I', '*', 0, 8, 0, 0, 0, // header: the directory follows
		1, 0, // one entry
		0x12, 0x01, typeShort, 0, 1, 0, 0, 0, byte(turn), 0, 0, 0,
		0, 0, 0, 0, // no other directory
	}
}

// readXMP tells what a packet of XMP gives away; it is searched and not parsed, since all of it goes.
func readXMP(packet []byte) (place, people bool) {
	place = bytes.Contains(packet, []byte("GPSLatitude")) || bytes.Contains(packet, []byte("GPSLongitude"))
	for _, sign := range []string{"PersonInImage", "mwg-rs:Name", "PersonDisplayName"} {
		people = people || bytes.Contains(packet, []byte(sign))
	}
	return place, people
}
