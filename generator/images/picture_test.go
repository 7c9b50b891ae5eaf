package images

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/image/webp"

	"casusboek/generator/diag"
)

// hears reports whether any piece of the canary is in a file, also inside its packed chunks.
func hears(data []byte) bool {
	all := [][]byte{data}
	if KindOf(data) == PNG {
		for rest := data[len(pngSignature):]; ; {
			_, body, after, ok := pngChunk(rest)
			if !ok {
				break
			}
			if _, packed, found := bytes.Cut(body, []byte("\x00\x00")); found {
				if r, err := zlib.NewReader(bytes.NewReader(packed)); err == nil {
					unpacked, _ := io.ReadAll(r)
					all = append(all, unpacked)
				}
			}
			rest = after
		}
	}
	for _, text := range all {
		for _, piece := range []string{"Marietje", "Kanarie", "06-1234", "GPSLat", "Person", "Photoshop", "MPF"} {
			if bytes.Contains(text, []byte(piece)) {
				return true
			}
		}
	}
	return false
}

func decode(t testing.TB, data []byte) image.Image {
	t.Helper()
	m, err := decodeAny(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func decodeAny(data []byte) (image.Image, error) {
	switch KindOf(data) {
	case JPEG:
		return jpeg.Decode(bytes.NewReader(data))
	case PNG:
		return png.Decode(bytes.NewReader(data))
	case WebP:
		return webp.Decode(bytes.NewReader(data))
	}
	return nil, errors.New("no picture")
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func grey(w, h int) *image.Gray {
	m := image.NewGray(image.Rect(0, 0, w, h))
	draw.Draw(m, m.Rect, drawn(w, h), image.Point{}, draw.Src)
	return m
}

func paletted(w, h int) *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Transparent, color.Black, color.NRGBA{200, 30, 60, 128}})
	for i := range m.Pix {
		m.Pix[i] = uint8(i % 3)
	}
	return m
}

func TestNothingButThePictureComesOut(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.jpg": loaded(t, drawn(40, 30), 1), "b.jpeg": loaded(t, drawn(33, 17), 6), "grey.jpg": loaded(t, grey(20, 20), 3),
		"c.png": loadedPNG(t, drawn(40, 30), 1), "d.PNG": loadedPNG(t, paletted(9, 5), 8),
		"e.webp": loadedWebP(webpLossy, 1), "f.webp": loadedWebP(webpLossless, 6), "g.webp": append(bytes.Clone(webpAlphaOne), canary...),
	} {
		if !hears(data) {
			t.Fatalf("%s: no canary in the original", name)
		}
		before := bytes.Clone(data)
		clean, facts, err := Clean(name, data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.Equal(before, data) {
			t.Errorf("%s: the original was changed", name)
		}
		if hears(clean) {
			t.Errorf("%s: the canary came out: %q", name, clean)
		}
		if !same(decode(t, clean), decode(t, data)) {
			t.Errorf("%s: the pixels are others", name)
		}
		if name != "g.webp" && (!facts.Place || name != "grey.jpg" && !facts.People) {
			t.Errorf("%s: place %v, people %v: both are in it", name, facts.Place, facts.People)
		}
		again, _, err := Clean(name, clean)
		if err != nil || !bytes.Equal(again, clean) {
			t.Errorf("%s: clean, it is cleaned into something else (%v)", name, err)
		}
	}
}

// A progressive JPEG has several scans, with tables between them, and restart markers stand inside a scan.
func TestMarkersInsideAScanAreNoEnd(t *testing.T) {
	pixels := []byte("\x12\xff\x00\x34\xff\xd3\x56\xff\x00")
	if n := scan(append(pixels, 0xff, sos, 0)); n != len(pixels) {
		t.Errorf("the scan has %d bytes, want %d", n, len(pixels))
	}
	data := jpegOf(t, drawn(16, 16))
	at := bytes.Index(data, []byte{0xff, sos})
	table := appendSegment(nil, dht, append(append([]byte{0x11}, make([]byte, 16)...), canary...)) // an empty table, and what is none
	twice := append(append(append([]byte{}, data[:len(data)-2]...), table...), data[at:]...)
	clean, _, err := Clean("a.jpg", twice)
	if err != nil || bytes.Count(clean, []byte{0xff, sos}) != 2 || hears(clean) {
		t.Errorf("two scans: %v, %d of them, canary %v", err, bytes.Count(clean, []byte{0xff, sos}), hears(clean))
	}
}

func TestWhichSideIsUpStays(t *testing.T) {
	for turn := 1; turn <= 8; turn++ {
		for name, data := range map[string][]byte{"a.jpg": loaded(t, drawn(40, 30), turn), "b.png": loadedPNG(t, drawn(40, 30), turn)} {
			clean, facts, err := Clean(name, data)
			if err != nil {
				t.Fatal(err)
			}
			width, height := 40, 30
			if turn >= 5 {
				width, height = 30, 40
			}
			if facts.Turn != turn || facts.Width != width || facts.Height != height {
				t.Errorf("%s, turn %d: got %+v", name, turn, facts)
			}
			if has := bytes.Contains(clean, []byte("II*\x00")); has != (turn != 1) {
				t.Errorf("%s, turn %d: a block of EXIF: %v", name, turn, has)
			}
			if _, again, _ := Clean(name, clean); again.Turn != turn || again.Place {
				t.Errorf("%s, turn %d: clean, it says %+v", name, turn, again)
			}
		}
	}
}

func TestAColourProfileKeepsItsNumbers(t *testing.T) {
	clean := cleanProfile(iccOf("RGB "), 3)
	if clean == nil || hears(clean) {
		t.Fatalf("got %q", clean)
	}
	if int(binary.BigEndian.Uint32(clean)) != len(clean) {
		t.Error("the profile has another length than it says")
	}
	tags := profileTags(clean)
	for _, tag := range []string{"rXYZ", "gTRC", "wtpt", "desc", "cprt"} {
		if tags[tag] == nil {
			t.Errorf("%s is gone", tag)
		}
	}
	if got := string(tags["rTRC"]); got != "curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33" {
		t.Errorf("the curve is %q", got)
	}
	for what, nothing := range map[string][]byte{
		"for another number of channels": cleanProfile(iccOf("RGB "), 4), "grey on colours": cleanProfile(iccOf("GRAY"), 3),
		"of a printer": cleanProfile(bytes.Replace(iccOf("RGB "), []byte("RGB "), []byte("CMYK"), 1), 3), "cut off": cleanProfile(iccOf("RGB ")[:200], 3),
	} {
		if nothing != nil {
			t.Errorf("a profile %s is kept", what)
		}
	}
	for name, data := range map[string][]byte{"a.jpg": loaded(t, drawn(8, 8), 1), "grey.jpg": loaded(t, grey(8, 8), 1), "b.png": loadedPNG(t, drawn(8, 8), 1), "c.webp": loadedWebP(webpLossy, 1)} {
		out, _, err := Clean(name, data)
		if err != nil || !bytes.Contains(out, []byte(map[string]string{"a.jpg": iccMark, "grey.jpg": iccMark, "b.png": "iCCP", "c.webp": "ICCP"}[name])) {
			t.Errorf("%s has no profile: %v", name, err)
		}
	}
}

// claimed is a PNG whose header claims a size, with so many bytes of pixels.
func claimed(width, height uint32, depth, colour, interlaced byte, pixels int) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, _ = w.Write(make([]byte, pixels)) // a bytes.Buffer never fails
	_ = w.Close()
	out := appendChunk([]byte(pngSignature), "IHDR", append(head, depth, colour, 0, 0, interlaced))
	half := packed.Len() / 2
	out = appendChunk(appendChunk(out, "IDAT", packed.Bytes()[:half]), "IDAT", packed.Bytes()[half:])
	return appendChunk(out, "IEND", nil)
}

// TestEveryPixelIsCounted: with as many bytes as a size needs, a PNG is sound, whatever its depth and however its rows lie; with one less it is not.
func TestEveryPixelIsCounted(t *testing.T) {
	for _, c := range []struct {
		width, height, depth, colour, interlaced, bytes int
	}{
		{20, 21, 8, 2, 0, 21 * 61},
		{9, 2, 1, 0, 0, 2 * 3},
		{9, 2, 4, 0, 0, 2 * 6},
		{3, 3, 16, 6, 0, 3 * 25},
		{3, 3, 16, 4, 0, 3 * 13},
		{9, 9, 8, 0, 1, 81 + 19},
		{1, 1, 8, 2, 1, 4},
		{5, 1, 8, 0, 1, 5 + 4},
	} {
		is := func(n int) error {
			_, _, err := Clean("a.png", claimed(uint32(c.width), uint32(c.height), byte(c.depth), byte(c.colour), byte(c.interlaced), n))
			return err
		}
		if err := is(c.bytes); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
		decode(t, claimed(uint32(c.width), uint32(c.height), byte(c.depth), byte(c.colour), byte(c.interlaced), c.bytes)) // Go's own decoder agrees
		if err := is(c.bytes - 1); !errors.Is(err, errBroken) {
			t.Errorf("%+v, one byte less: %v", c, err)
		}
	}
}

func TestFilesThatAreNotWhatTheySay(t *testing.T) {
	ok, okPNG := jpegOf(t, drawn(20, 20)), pngOf(t, drawn(20, 20))
	twisted := bytes.Clone(okPNG)
	twisted[60] ^= 1
	moving := append(append(bytes.Clone(okPNG[:33]), appendChunk(nil, "acTL", make([]byte, 8))...), okPNG[33:]...)
	movingWebP := loadedWebP(webpLossy, 1)
	movingWebP[20] |= webpAnimated
	huge := bytes.Clone(okPNG)
	copy(huge[8:], appendChunk(nil, "IHDR", append([]byte("\x00\x00\xff\xff\x00\x00\xff\xff"), huge[24:29]...)))
	sof := bytes.Index(ok, []byte{0xff, sof0})
	emptyJPEG := bytes.Clone(ok)
	copy(emptyJPEG[sof+5:], "\x20\x00\x20\x00")
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"a.jpg", emptyJPEG, "image-broken "},
		{"a.png", claimed(20, 21, 8, 2, 0, 20*61), "image-broken "},
		{"a.png", claimed(1<<32-1, 1<<32-1, 8, 2, 0, 100), "image-broken large"},
		{"a.png", claimed(1<<31, 1<<33>>1-1, 1, 0, 0, 100), "image-broken large"},
		{"a.png", claimed(11000, 11000, 8, 2, 0, 100), "image-broken large"},
		{"a.png", claimed(6000, 6000, 16, 6, 0, 100), "image-broken large"},
		{"a.png", claimed(8000, 8000, 8, 2, 0, 100), "image-broken "},
		{"a.png", claimed(0, 8, 8, 2, 0, 100), "image-broken "},
		{"a.png", claimed(2, 2, 3, 2, 0, 100), "image-broken "},
		{"a.png", claimed(2, 2, 8, 5, 0, 100), "image-broken "},
		{"a.png", claimed(2, 2, 8, 9, 0, 100), "image-broken "},
		{"a.png", claimed(9, 9, 8, 0, 1, 99), "image-broken "}, // interlaced: 81 pixels in 19 rows
		{"a.jpg", okPNG, "image-format other extension jpg kind png"},
		{"a.png", ok, "image-format other extension png kind jpg"},
		{"a.jpg", []byte("\x00\x00\x00\x18ftypheic....."), "image-format other extension jpg kind heic"},
		{"a.webp", []byte("GIF89a....."), "image-format other extension webp kind gif"},
		{"a.png", []byte("<!DOCTYPE html><title>Niet gevonden</title>"), "image-format other extension png kind html"},
		{"a.jpg", nil, "image-broken "},
		{"a.jpg", []byte("dit is geen foto"), "image-broken "},
		{"a.jpg", ok[:len(ok)-2], "image-broken "},
		{"a.jpg", ok[:100], "image-broken "},
		{"a.jpg", []byte("\xff\xd8\xff\xd9"), "image-broken "},
		{"a.png", okPNG[:len(okPNG)-12], "image-broken "},
		{"a.png", twisted, "image-broken "},
		{"a.png", huge, "image-broken large"},
		{"a.png", moving, "image-format animated"},
		{"a.webp", movingWebP, "image-format animated"},
		{"a.webp", webpLossy[:30], "image-broken "},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g></svg>`), "image-broken svg"},
	} {
		_, _, err := Clean(test.name, test.data)
		var fault *Fault
		if !errors.As(err, &fault) || strings.TrimSpace(err.Error()) != strings.TrimSpace(test.want) {
			t.Errorf("%s with %.20q: %v, want %s", test.name, test.data, err, test.want)
		}
	}
	if (&Fault{Rule: diag.ImageBroken}).Error() == "" {
		t.Error("a fault says nothing")
	}
}

func TestLargePicturesGetTheSizeOfAPage(t *testing.T) {
	data := loaded(t, drawn(2*MaxSide, 300), 6) // lies on its side
	small, facts, err := Publish("a.jpg", data)
	if err != nil {
		t.Fatal(err)
	}
	m := decode(t, small)
	if m.Bounds().Dx() != 150 || m.Bounds().Dy() != MaxSide || facts.Width != 150 || facts.Height != MaxSide || facts.Turn != 1 {
		t.Errorf("%v, facts %+v", m.Bounds(), facts)
	}
	// Turned by 90 degrees, the left lower corner comes to the left top: little red, much green.
	r, g, _, _ := m.At(2, 2).RGBA()
	if r>>8 > 30 || g>>8 < 200 {
		t.Errorf("the corner is %v", m.At(2, 2))
	}
	if hears(small) || !bytes.Contains(small, []byte(iccMark)) {
		t.Error("a canary, or no profile")
	}
	again, _, _ := Publish("a.jpg", data)
	if !bytes.Equal(small, again) {
		t.Error("twice the same picture gives other bytes")
	}
	noisy := drawn(600, 4000)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range noisy.Pix {
		noisy.Pix[i] ^= uint8(random.Uint32() & 0x1f)
	}
	small, facts, err = Publish("b.png", loadedPNG(t, noisy, 1))
	if err != nil || decode(t, small).Bounds().Dy() != MaxSide || facts.Width != 248 || hears(small) {
		t.Errorf("a png: %v, %+v", err, facts)
	}
	kept := jpegOf(t, drawn(MaxSide, 20))
	if same, _, _ := Publish("c.jpg", kept); decode(t, same).Bounds().Dx() != MaxSide || len(same) > len(kept) {
		t.Error("a picture of the right size was changed")
	}
}

func TestTurns(t *testing.T) {
	from := image.NewRGBA(image.Rect(0, 0, 3, 2))
	from.SetRGBA(0, 0, color.RGBA{255, 0, 0, 255}) // where the pixel at the top left goes
	for how, want := range map[int]image.Point{1: {0, 0}, 2: {2, 0}, 3: {2, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}} {
		to := turn(from, how)
		if size := to.Rect.Size(); (size == image.Pt(2, 3)) != (how >= 5) || to.RGBAAt(want.X, want.Y).R != 255 {
			t.Errorf("turn %d: %v of %v", how, to.Pix, size)
		}
	}
}
