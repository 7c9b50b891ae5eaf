package images

import (
	"bytes"
	"testing"
)

// Whatever a file holds, Clean does not panic; what comes out is of the same kind and clean again, and a picture that could be decoded still can, with the same pixels.
func FuzzClean(f *testing.F) {
	for _, data := range [][]byte{
		loaded(f, drawn(9, 7), 6), loadedPNG(f, paletted(5, 4), 1), loadedPNG(f, drawn(5, 4), 3), loadedWebP(webpLossy, 1), loadedWebP(webpLossless, 8), webpAlphaOne,
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><style>a{b:url(#c)}</style><use href="#a"/><text>é &amp;</text></svg>`),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		name := "a." + KindOf(data).String()
		clean, facts, err := Clean(name, data)
		if err != nil {
			return
		}
		again, then, err := Clean(name, clean)
		if err != nil || !bytes.Equal(again, clean) {
			t.Fatalf("cleaned twice: %v\n%q\n%q", err, clean, again)
		}
		if then.Place || then.People || then.Width != facts.Width || then.Height != facts.Height {
			t.Fatalf("cleaned twice: %+v, then %+v", facts, then)
		}
		if facts.Kind == SVG {
			safe(t, clean)
			return
		}
		if facts.Width*facts.Height > 1<<20 {
			return // the decoders would need much memory
		}
		before, err := decodeAny(data)
		if err != nil {
			return
		}
		after, err := decodeAny(clean)
		if err != nil || !same(before, after) {
			t.Fatalf("the pixels are others, or gone: %v", err)
		}
	})
}
