package generator

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator/diag"
	"casusboek/generator/read/filename"
)

// TestNoPathOfTheMachineComesOut holds that whatever makes pages, none gets a name that not every system can hold, such as a path of the machine on which it was made.
func TestNoPathOfTheMachineComesOut(t *testing.T) {
	taken := 0
	add := portably(func(string, []byte) error { taken++; return nil })
	for _, path := range []string{`C:\Users\els\boek\comfort.js`, `Z:\x`, "/home/els/boek/index.html", "../index.html", "con/index.html", "a:b.png", `beelden\a.png`, ""} {
		if err := add(path, nil); err == nil || taken != 0 {
			t.Errorf("%q is handed on", path)
		}
	}
	if err := add("casussen/nadira/index.html", nil); err != nil || taken != 1 {
		t.Error(err)
	}
}

type pages struct {
	sync.Mutex
	all map[string][]byte
}

func (p *pages) Add(path string, data []byte) error {
	p.Lock()
	defer p.Unlock()
	p.all[path] = bytes.Clone(data)
	return nil
}

// TestTheSameSiteHoweverASystemStoresAccents imitates macOS, which may give names with their accents apart (NFD): the site is the same byte for byte,
// whichever form the file and the text have.
func TestTheSameSiteHoweverASystemStoresAccents(t *testing.T) {
	pixel, err := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
	if err != nil {
		t.Fatal(err)
	}
	var first map[string][]byte
	for _, file := range []string{"caf\u00e9", "cafe\u0301"} {
		for _, written := range []string{"caf\u00e9", "cafe\u0301", "caf%C3%A9", "cafe%CC%81"} {
			out := pages{all: map[string][]byte{}}
			result, err := Build(t.Context(), Input{Today: time.Unix(1796083200, 0), Content: fstest.MapFS{
				"index.md":                     {Data: []byte("---\ntitel: Boek\n---\n\n![Een bord](beelden/" + written + ".png)\n")},
				"beelden/" + file + ".png":     {Data: pixel},
				"paginas/" + file + ".md":      {Data: []byte("---\ntitel: Plek\n---\n\nTekst.\n")},
				"paginas/over.md":              {Data: []byte("---\ntitel: Over\n---\n\n[Plek](" + written + ".md)\n")},
				"paginas/" + file + "/deel.md": {Data: []byte("---\ntitel: Deel\n---\n\nTekst.\n")},
			}}, &out)
			if err != nil || result.Problems.HasErrors() {
				t.Fatal(err, result.Problems)
			}
			if out.all["beelden/caf\u00e9.png"] == nil || bytes.Contains(out.all["index.html"], []byte("e\u0301")) || bytes.Contains(out.all["index.html"], []byte("%CC%81")) {
				t.Errorf("file %+q, written %+q: the picture has another name", file, written)
			}
			if first == nil {
				first = out.all
			}
			if len(out.all) != len(first) {
				t.Errorf("file %+q, written %+q: %d files, want %d", file, written, len(out.all), len(first))
			}
			for path, data := range out.all {
				if !bytes.Equal(data, first[path]) {
					t.Errorf("file %+q, written %+q: %s differs", file, written, path)
				}
			}
		}
	}
}

// TestANameInOtherCaseIsNoMatch imitates a disk that ignores case: what such a system would open is a problem on every one, since a web server opens it nowhere.
func TestANameInOtherCaseIsNoMatch(t *testing.T) {
	result, err := Check(t.Context(), Input{Today: time.Unix(1796083200, 0), Content: fstest.MapFS{
		"index.md":         {Data: []byte("---\ntitel: Boek\n---\n\n![Een bord](beelden/Bord.PNG)\n\n[Over](paginas/Over.md)\n")},
		"beelden/bord.png": {Data: []byte("x")},
		"paginas/over.md":  {Data: []byte("---\ntitel: Over\n---\n\nTekst.\n")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[diag.Rule]string{}
	for _, p := range result.Problems {
		if p.Pos.File == "content/index.md" {
			seen[p.Rule] = p.Hint(result.Words)
		}
	}
	if want := `bedoelde je "bord.png"?`; seen[diag.ImageMissing] != want {
		t.Errorf("the picture: %q, want %q", seen[diag.ImageMissing], want)
	}
	if want := `bedoelde je "paginas/over.md"?`; seen[diag.LinkMissing] != want {
		t.Errorf("the link: %q, want %q", seen[diag.LinkMissing], want)
	}
}

// TestWhatWindowsCannotOpenIsNotOpened holds that a build, and the note of what it depends on, leave names alone that Windows refuses to open.
func TestWhatWindowsCannotOpenIsNotOpened(t *testing.T) {
	opened := &openings{FS: fstest.MapFS{
		"index.md":          {Data: []byte("---\ntitel: Boek\n---\n")},
		"paginas/con.md":    {Data: []byte("---\ntitel: Con\n---\n")},
		"beelden/aux.svg":   {Data: []byte("<svg/>")},
		"beelden/nul/a.png": {Data: []byte("x")},
		"los/prn.docx":      {Data: []byte("x")},
		"lpt1.txt":          {Data: []byte("x")},
		"com1.html":         {Data: []byte("x")}, // as a template
	}}
	in := Input{Today: time.Unix(1796083200, 0), Content: opened, Templates: opened}
	result, err := Check(t.Context(), in)
	if err != nil {
		t.Error(err)
	}
	names := 0
	for _, p := range result.Problems {
		if p.Rule == diag.FileName {
			names++
		}
	}
	if names != 3 {
		t.Errorf("%d names are told, want 3: %v", names, result.Problems)
	}
	if _, err := in.Fingerprint(); err != nil {
		t.Error(err)
	}
	if _, err := in.Touched(); err != nil {
		t.Error(err)
	}
}

// openings is a file system that refuses what Windows refuses to open.
type openings struct{ fs.FS }

func (o *openings) Open(name string) (fs.File, error) {
	if name != "." && filename.Path(name) != filename.Fine {
		return nil, &fs.PathError{Op: "openat", Path: name, Err: errors.New("path escapes from parent")}
	}
	return o.FS.Open(name)
}
