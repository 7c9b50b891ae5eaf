package images

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

func book(files map[string][]byte, names ...string) []casebook.Image {
	var images []casebook.Image
	for _, name := range names {
		images = append(images, casebook.Image{
			Path: name, File: "content/beelden/" + name,
			Read: func() ([]byte, error) { return bytes.Clone(files[name]), nil },
		})
	}
	return images
}

func TestPrepare(t *testing.T) {
	big := loadedWebP(webpLossy, 1)
	files := map[string][]byte{
		"gezien.jpg": loaded(t, drawn(40, 30), 6), "ongezien.jpg": jpegOf(t, drawn(3000, 20)), "kapot.png": []byte("\x89PNG\r\n\x1a\n"),
		"klein.webp": webpLossless, "plan.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><script>kanarie</script></svg>`), "anders.webp": big[:40],
	}
	images := book(files, "gezien.jpg", "kapot.png", "ongezien.jpg", "plan.svg", "anders.webp", "klein.webp")
	photos, problems, err := Prepare(context.Background(), images)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Pos.File+" "+string(p.Rule)+" "+p.Variant)
	}
	want := []string{
		"content/beelden/gezien.jpg image-original place", "content/beelden/kapot.png image-broken ", "content/beelden/anders.webp image-broken ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	wantPhotos := []Photo{
		{"content/beelden/gezien.jpg", Checksum(files["gezien.jpg"])}, {"content/beelden/ongezien.jpg", Checksum(files["ongezien.jpg"])}, {"content/beelden/klein.webp", Checksum(webpLossless)},
	}
	if !slices.Equal(photos, wantPhotos) {
		t.Errorf("photos %v, want %v", photos, wantPhotos)
	}
	sizes := fmt.Sprint(images[0].Width, images[0].Height, images[2].Width, images[2].Height, images[3].Width, images[3].Height)
	if sizes != fmt.Sprint(30, 40, MaxSide, 11, 4, 3) {
		t.Errorf("sizes %s", sizes)
	}
	for _, i := range []int{0, 2, 3} {
		data, err := images[i].Read()
		if err != nil || hears(data) || bytes.Contains(data, []byte("kanarie")) || bytes.Equal(data, files[images[i].Path]) {
			t.Errorf("%s is published as %.80q, %v", images[i].Path, data, err)
		}
	}
}

func TestAWebPIsNotMadeSmaller(t *testing.T) {
	data := bytes.Clone(webpLossy)
	copy(data[26:], []byte{0xd0, 0x07}) // 2000 pixels wide
	_, problems, err := Prepare(context.Background(), book(map[string][]byte{"a.webp": data}, "a.webp"))
	if err != nil || len(problems) != 1 || problems[0].Rule != diag.ImageLarge {
		t.Error(problems, err)
	}
}

func TestAFileThatCannotBeReadIsAnError(t *testing.T) {
	images := []casebook.Image{{Path: "a.jpg", Read: func() ([]byte, error) { return nil, fs.ErrPermission }}}
	if _, _, err := Prepare(context.Background(), images); !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
	ended, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := Prepare(ended, images); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	calls := 0
	changing := casebook.Image{Path: "a.jpg", Read: func() ([]byte, error) {
		if calls++; calls > 1 {
			return []byte("weg"), nil
		}
		return jpegOf(t, drawn(4, 4)), nil
	}}
	images = []casebook.Image{changing}
	if _, _, err := Prepare(context.Background(), images); err != nil {
		t.Fatal(err)
	}
	if data, err := images[0].Read(); !errors.Is(err, fs.ErrInvalid) || data != nil {
		t.Errorf("a file that changed is published as %q, %v", data, err)
	}
}
