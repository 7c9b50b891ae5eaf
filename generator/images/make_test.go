package images

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// canary stands in every place of a picture from which it must not come out.
const canary = "Marietje Kanarie 06-12345678"

// drawn is a picture of a given size on which every corner looks different.
func drawn(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, color.NRGBA{uint8(x * 255 / w), uint8(y * 255 / h), uint8((x/8 + y/8) % 2 * 90), 255})
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Pictures of one pixel, as the WebP project publishes them for testing browsers.
var (
	webpLossy    = decoded("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
	webpLossless = decoded("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	webpAlphaOne = decoded("UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==")
)

func decoded(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return data
}

// tiff is a block of EXIF with an orientation, a position, the maker of the camera and a thumbnail, each with a canary.
func tiff(order binary.ByteOrder, turn int) []byte {
	head := []byte("II*\x00")
	if order == binary.BigEndian {
		head = []byte("MM\x00*")
	}
	entry := func(tag, kind uint16, n, value uint32) []byte {
		e := make([]byte, 12)
		order.PutUint16(e, tag)
		order.PutUint16(e[2:], kind)
		order.PutUint32(e[4:], n)
		if order.PutUint32(e[8:], value); kind == typeShort {
			clear(e[8:])
			order.PutUint16(e[8:], uint16(value))
		}
		return e
	}
	number := func(n uint16) []byte { b := make([]byte, 2); order.PutUint16(b, n); return b }
	long := func(n uint32) []byte { b := make([]byte, 4); order.PutUint32(b, n); return b }
	const first, gps, text = 8, 8 + 2 + 36 + 4, 8 + 2 + 36 + 4 + 2 + 24 + 4
	return slices.Concat(head, long(first),
		number(3), entry(0x010f, 2, uint32(len(canary)), text), entry(tagOrientation, typeShort, 1, uint32(turn)), entry(tagGPS, 4, 1, gps), long(0),
		number(2), entry(0, 1, 4, 0x02020000), entry(2, 5, 3, text), long(0),
		[]byte(canary), []byte("\xff\xd8\xff\xdb"+canary+"\xff\xd9"))
}

const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="52,5.1N" Iptc4xmpExt:PersonInImage="` + canary + `"/></x:xmpmeta>`

// iccOf is a colour profile as programs write them: numbers, and texts with canaries in each place that has one.
func iccOf(space string) []byte {
	curve := []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33")
	point := []byte("XYZ \x00\x00\x00\x00\x00\x00\xf6\xd6\x00\x01\x00\x00\x00\x00\xd3\x2d")
	names := []string{"desc", "cprt", "dmnd", "wtpt", "kTRC", "chad"}
	if space == "RGB " {
		names = []string{"desc", "cprt", "dmnd", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	}
	var values [][]byte
	for _, n := range names {
		switch {
		case strings.HasSuffix(n, "TRC"):
			values = append(values, append(slices.Clone(curve), canary...))
		case n == "wtpt" || strings.HasSuffix(n, "XYZ"):
			values = append(values, append(slices.Clone(point), canary...))
		default:
			values = append(values, []byte("text\x00\x00\x00\x00"+canary+"\x00"))
		}
	}
	head := make([]byte, 128)
	copy(head[8:], "\x02\x40")
	copy(head[12:], "mntr"+space+"XYZ ")
	copy(head[36:], "acsp")
	copy(head[48:], "Marietje Kanarie")
	copy(head[80:], "Marietje Kanarie")
	copy(head[100:], "Marietje Kanarie 06-12345678")
	return profile(head, names, values)
}

// loaded is a JPEG with something of every kind that cameras and programs put into one.
func loaded(t testing.TB, m image.Image, turn int) []byte {
	t.Helper()
	data := jpegOf(t, m)
	icc := iccOf("RGB ")
	if _, grey := m.(*image.Gray); grey {
		icc = iccOf("GRAY")
	}
	half := len(icc) / 2
	out := []byte{0xff, soi}
	for _, s := range []struct {
		marker byte
		body   string
	}{
		{app0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x03\x03" + strings.Repeat(canary, 1)[:27]},
		{app0, "JFXX\x00\x10" + canary},
		{app1, "Exif\x00\x00" + string(tiff(binary.BigEndian, turn))},
		{app1, "http://ns.adobe.com/xap/1.0/\x00" + packet},
		{app1, "http://ns.adobe.com/xmp/extension/\x00" + canary},
		{app2, iccMark + "\x02\x02" + string(icc[half:])},
		{app2, iccMark + "\x01\x02" + string(icc[:half])},
		{app2, "MPF\x00" + canary},
		{0xed, "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x10\x1c\x02\x5a\x00\x07" + canary},
		{0xef, canary},
		{0xe3, canary},
		{0xfe, canary},
	} {
		out = appendSegment(out, s.marker, []byte(s.body))
	}
	rest := data[2:]
	at := bytes.Index(rest, []byte{0xff, sos})
	out = append(out, rest[:at]...)
	out = appendSegment(out, 0xfe, []byte("tussen de tabellen "+canary))
	out = append(out, 0xff, 0xff) // fill bytes
	out = append(out, rest[at+1:]...)
	return append(out, []byte("\x00\x00"+canary+"\xff\xd8\xff\xe0"+canary)...)
}

// loadedPNG is a PNG with something of every kind.
func loadedPNG(t testing.TB, m image.Image, turn int) []byte {
	t.Helper()
	data := pngOf(t, m)
	const head = len(pngSignature) + 25
	packed := func(text string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		_, _ = w.Write([]byte(text))
		_ = w.Close()
		return b.String()
	}
	out := bytes.Clone(data[:head])
	icc := iccOf("RGB ")
	for _, c := range []struct{ name, body string }{
		{"iCCP", canary[:16] + "\x00\x00" + packed(string(icc))},
		{"gAMA", "\x00\x00\xb1\x8f"},
		{"sRGB", canary},
		{"tEXt", "Author\x00" + canary},
		{"zTXt", "Comment\x00\x00" + packed(canary)},
		{"iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00" + packet},
		{"eXIf", string(tiff(binary.LittleEndian, turn))},
		{"tIME", "\x07\xe8\x01\x01\x01\x01\x01"},
		{"prVt", canary},
		{"pHYs", canary[:9]},
	} {
		out = appendChunk(out, c.name, []byte(c.body))
	}
	end := len(data) - 12
	out = append(out, data[head:end]...)
	out = appendChunk(out, "tEXt", []byte("Comment\x00"+canary))
	out = append(out, data[end:]...)
	return append(out, canary...)
}

// loadedWebP is an extended WebP around the pixels of a simple one.
func loadedWebP(simple []byte, turn int) []byte {
	out := append([]byte("RIFF\x00\x00\x00\x00"), "WEBP"...)
	head := make([]byte, 10)
	head[0] = webpProfile | webpEXIF | 0x04
	out = appendRIFF(out, "VP8X", head)
	out = appendRIFF(out, "ICCP", iccOf("RGB "))
	out = append(out, simple[12:]...)
	out = appendRIFF(out, "EXIF", tiff(binary.LittleEndian, turn))
	out = appendRIFF(out, "XMP ", []byte(packet))
	out = appendRIFF(out, "KANA", []byte(canary))
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return append(out, canary...)
}
