package checks_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"testing"

	"golang.org/x/net/html"
)

// What a page loads must stay light for a phone on a train.
func TestScriptsOfAPageAreLight(t *testing.T) {
	const most = 20_000 // bytes, compressed
	loaded := 0
	for _, e := range editions(t) {
		for _, p := range e.site.Pages {
			var scripts bytes.Buffer
			for n := range p.Root.Descendants() {
				if src := sourceOf(n); src != "" {
					name := path.Join(path.Dir(p.Path), src)
					if len(e.site.Files[name]) == 0 {
						t.Fatalf("%s loads %s, which is not there", p.Path, name)
					}
					scripts.Write(e.site.Files[name])
					loaded++
				}
			}
			if size := compressed(t, scripts.Bytes()); size > most {
				t.Errorf("%s loads %d bytes of scripts, compressed; want at most %d", p.Path, size, most)
			}
		}
	}
	if loaded == 0 {
		t.Fatal("no page loads a script")
	}
}

// The first page of a case, with its styles, comes in the first packets of a connection.
func TestTheFirstPageOfACaseIsLight(t *testing.T) {
	const most = 14 << 10 // bytes, compressed
	files := editions(t)[0].site.Files
	cases := 0
	for _, p := range editions(t)[0].site.Pages {
		if p.Type() != "casussen/*" {
			continue
		}
		cases++
		if size := compressed(t, append(bytes.Clone(files[p.Path]), files["casusboek.css"]...)); size > most {
			t.Errorf("%s is %d bytes with casusboek.css, compressed; want at most %d", p.Path, size, most)
		}
	}
	if cases == 0 {
		t.Fatal("there are no cases")
	}
}

// sourceOf is what a script element loads.
func sourceOf(n *html.Node) string {
	if n.Type == html.ElementNode && n.Data == "script" {
		for _, a := range n.Attr {
			if a.Key == "src" {
				return a.Val
			}
		}
	}
	return ""
}

func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	must(t, err)
	_, err = w.Write(data)
	must(t, err)
	must(t, w.Close())
	return out.Len()
}
