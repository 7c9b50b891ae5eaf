package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard/review"
)

// TestAPhotoIsAskedForUntilItIsAnswered holds that an answer is about one photo, and not about another of its name.
func TestAPhotoIsAskedForUntilItIsAnswered(t *testing.T) {
	photo, err := os.ReadFile("testdata/invalid/pictures/content/beelden/straat.jpg")
	if err != nil {
		t.Fatal(err)
	}
	content := fstest.MapFS{
		"index.md":           {Data: []byte("---\ntitel: Klein casusboek\n---\n![Een straat](beelden/straat.jpg)\n")},
		"beelden/straat.jpg": {Data: photo},
	}
	open := func() []string {
		survey, err := generator.Analyze(context.Background(), generator.Input{Content: content, Today: benchDay})
		if err != nil {
			t.Fatal(err)
		}
		var values []string
		for _, o := range survey.Open {
			if o.Rule == diag.PrivacyImage && o.Severity() == diag.Error {
				values = append(values, o.Value)
			}
		}
		return values
	}
	values := open()
	if len(values) != 1 {
		t.Fatal("a photo that nobody has looked at:", values)
	}
	const key, document = "0f6b2d9c41e7a85333d1c07e6a90b4f2", "content/beelden/straat.jpg"
	mark := review.Fingerprint(key, diag.PrivacyImage, document, values[0])
	content["privacy.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
		"toegestaan:\n  - regel: privacy-image\n    document: %s\n    kenmerk: %s\n    reden: Geen mensen, post, kentekens of huisnummers.\n    tot: 2027-12-31\nsleutel: %s\n", document, mark, key)}
	if values = open(); len(values) > 0 {
		t.Error("a photo that was looked at is asked for again")
	}
	var out kept
	result, err := generator.Build(context.Background(), generator.Input{Content: content, Today: benchDay}, &out)
	if err != nil || result.Failed() || len(out.photo) == 0 || bytes.Equal(out.photo, photo) {
		t.Errorf("an answered photo comes out as %.60q, %v %v", out.photo, result.Problems, err)
	}
	content["beelden/straat.jpg"] = &fstest.MapFile{Data: append(bytes.Clone(photo), "anders"...)}
	if values = open(); len(values) != 1 {
		t.Error("another photo of the same name is not asked for")
	}
}

// kept keeps the photo of a build.
type kept struct{ photo []byte }

func (k *kept) Add(path string, data []byte) error {
	if path == "beelden/straat.jpg" {
		k.photo = bytes.Clone(data)
	}
	return nil
}
