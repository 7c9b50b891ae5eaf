package draw

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
)

func coverDrawn(t *testing.T, f CoverFormat, title, by string) image.Image {
	t.Helper()
	data, err := CoverPNG(f, title, by)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := picture.Bounds(); b.Dx() != f.Width || b.Dy() != f.Height {
		t.Fatalf("the picture is %v", b)
	}
	return picture
}

// inked counts the pixels of an area that are not paper.
func inked(picture image.Image, area image.Rectangle) int {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if r, g, b, _ := picture.At(x, y).RGBA(); r>>8 != uint32(paper.R) || g>>8 != uint32(paper.G) || b>>8 != uint32(paper.B) {
				n++
			}
		}
	}
	return n
}

func TestWordsStayInTheMargins(t *testing.T) {
	for _, f := range []CoverFormat{LinkCover, Book} {
		above := image.Rect(0, 0, f.Width, f.lineY-20)
		inside := image.Rect(f.margin, f.margin, f.Width-f.margin, f.lineY-30)
		for _, title := range []string{"Wat niemand vroeg", strings.Repeat("Een lange titel over wonen ", 12), "Éclair ij ÿ"} {
			picture := coverDrawn(t, f, title, "Stichting Voorbeeld")
			all := inked(picture, above)
			if all < 1000 {
				t.Errorf("%q: the title is not there", title)
			}
			if out := all - inked(picture, inside); out > 0 {
				t.Errorf("%q: %d pixels stand outside the margins", title, out)
			}
		}
	}
}

func TestNobodyIsNamedWhenNobodyPublishes(t *testing.T) {
	below := image.Rect(0, LinkCover.lineY+thick+50, LinkCover.Width, LinkCover.Height)
	if n := inked(coverDrawn(t, LinkCover, "Titel", ""), below); n > 0 {
		t.Errorf("%d pixels below the line", n)
	}
	if inked(coverDrawn(t, LinkCover, "Titel", "Stichting Voorbeeld"), below) == 0 {
		t.Error("the publisher is not there")
	}
}

func TestSameWordsSameBytes(t *testing.T) {
	first, err := CoverPNG(LinkCover, "Wat niemand vroeg", "Iemand")
	if err != nil {
		t.Fatal(err)
	}
	second, err := CoverPNG(LinkCover, "Wat niemand vroeg", "Iemand")
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("the picture differs (%v)", err)
	}
}
