package images

import (
	"bytes"
	"strings"
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

// FuzzSVGStyle: whatever a style sheet and a style attribute hold, what comes out leads nowhere outside the drawing, and says the same when it is cleaned again.
func FuzzSVGStyle(f *testing.F) {
	for _, seed := range []string{
		".a{fill:url(#b)}", "svg{background:ur<!-- -->l(http://example.org)}", "a{b:ur<![CDATA[l(x)]]>}", "a{b:ur<?x?>l(//x)}", "a{b:ur/**/l(x)}", "@import 'x'", `a{b:\75rl(x)}`,
		"a{b:u&#114;l('x')}", "a{b:image-set('x' 1x)}", `a{content:"}{"}`, "a{b:URL( \n#c)}", "a{b:url('#c' x)}", "@font-face{src:url(x)}", "a{b:url(#c)url(x)}",
	} {
		f.Add(seed, "fill:url(#a)")
		f.Add("", strings.NewReplacer("a{", "", "}", "").Replace(seed))
	}
	f.Fuzz(func(t *testing.T, sheet, style string) {
		in := `<svg xmlns="http://www.w3.org/2000/svg"><style>` + sheet + `</style><path style="` + escape.Replace(style) + `"/></svg>`
		out, _, err := Clean("a.svg", []byte(in))
		if err != nil {
			return
		}
		safe(t, out)
		if again, _, err := Clean("a.svg", out); err != nil || !bytes.Equal(again, out) {
			t.Fatalf("cleaned twice: %v\n%q\n%q", err, out, again)
		}
	})
}

// FuzzSVGWeight: Clean neither hangs nor runs out of memory on parts that lead to each other, of which the text tells: each letter is a part, followed by those that it leads to, up to a space.
func FuzzSVGWeight(f *testing.F) {
	for _, seed := range []string{"abbbb bcccc cdddd deeee", "aa", "ab ba", "abc bc c", strings.Repeat("abcdefgh bcdefgh cdefgh ", 3)} {
		f.Add(seed, uint8(0))
		f.Add(seed, uint8(3))
	}
	kinds := []string{`<use href="#%"/>`, `<path fill="url(#%)"/>`, `<path style="mask:url('#%')"/>`, `<g marker-mid="url(#%)"><path d="M0 0h1h1"/></g>`}
	f.Fuzz(func(t *testing.T, graph string, kind uint8) {
		var b strings.Builder
		for _, part := range strings.Fields(strings.ToValidUTF8(graph, "")) {
			letters := strings.Split(escape.Replace(part), "")
			b.WriteString(`<g id="` + letters[0] + `">`)
			for _, to := range letters[1:] {
				b.WriteString(strings.ReplaceAll(kinds[int(kind)%len(kinds)], "%", to))
			}
			b.WriteString("</g>")
		}
		out, _, err := Clean("a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg">`+b.String()+`</svg>`))
		if err == nil {
			safe(t, out)
		}
	})
}
