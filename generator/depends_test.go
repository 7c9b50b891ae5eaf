package generator_test

import (
	"bytes"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
)

// Whatever a build depends on changes its fingerprint; else a page of yesterday would stay on the site.
func TestFingerprint(t *testing.T) {
	type world struct {
		generator.Input
		content, templates fstest.MapFS
		also               string
	}
	fingerprint := func(change func(w *world)) []byte {
		w := &world{Input: generator.Input{Today: benchDay, Version: "1"}, also: "register"}
		w.content = fstest.MapFS{
			"index.md": file("titel: Boek", "Tekst."), "casussen/anna.md": file("titel: Anna", "Zij."), "beelden/huis.png": {Data: []byte("png")}, "privacy.yaml": {Data: []byte("x: y")},
		}
		w.templates = fstest.MapFS{"nl.yaml": {Data: []byte("page:\n  skip: Verder")}}
		change(w)
		w.Content, w.Templates = w.content, w.templates
		sum, err := w.Fingerprint(w.also)
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	same := fingerprint(func(*world) {})
	if !bytes.Equal(same, fingerprint(func(*world) {})) {
		t.Error("the same input has two fingerprints")
	}
	seen := map[string]string{string(same): "nothing"}
	for name, change := range map[string]func(w *world){
		"a text": func(w *world) { w.content["casussen/anna.md"] = file("titel: Anna", "Hij.") },
		"a file's name": func(w *world) {
			w.content["casussen/bea.md"] = w.content["casussen/anna.md"]
			delete(w.content, "casussen/anna.md")
		},
		"a file less":        func(w *world) { delete(w.content, "casussen/anna.md") },
		"an empty file more": func(w *world) { w.content["casussen/leeg.md"] = &fstest.MapFile{} },
		"a new picture":      func(w *world) { w.content["beelden/tuin.png"] = &fstest.MapFile{Data: []byte("png")} },
		"another picture":    func(w *world) { w.content["beelden/huis.png"] = &fstest.MapFile{Data: []byte("gnp")} },
		"a link for a file": func(w *world) {
			w.content["beelden/huis.png"] = &fstest.MapFile{Data: []byte("png"), Mode: fs.ModeSymlink}
		},
		"an answer": func(w *world) { w.content["privacy.yaml"] = &fstest.MapFile{Data: []byte("x: z")} },
		"text to another file": func(w *world) {
			w.content["index.md"], w.content["casussen/anna.md"] = w.content["casussen/anna.md"], w.content["index.md"]
		},
		"a word of the site": func(w *world) { w.templates["nl.yaml"] = &fstest.MapFile{Data: []byte("page:\n  skip: Door")} },
		"a template by a link": func(w *world) {
			w.templates["theme.html"] = &fstest.MapFile{Data: []byte("anders/theme.html"), Mode: fs.ModeSymlink}
			w.templates["anders/theme.html"] = &fstest.MapFile{Data: []byte("x")}
		},
		"another template by the same link": func(w *world) {
			w.templates["theme.html"] = &fstest.MapFile{Data: []byte("anders/theme.html"), Mode: fs.ModeSymlink}
			w.templates["anders/theme.html"] = &fstest.MapFile{Data: []byte("y")}
		},
		"a module":          func(w *world) { w.templates["script/x.js"] = &fstest.MapFile{Data: []byte("x")} },
		"a template":        func(w *world) { w.templates["case.html"] = &fstest.MapFile{Data: []byte("x")} },
		"no templates":      func(w *world) { maps.DeleteFunc(w.templates, func(string, *fstest.MapFile) bool { return true }) },
		"the edition":       func(w *world) { w.Edition = guard.Facilitator },
		"drafts":            func(w *world) { w.Drafts = true },
		"today":             func(w *world) { w.Today = benchDay.AddDate(0, 0, 1) },
		"the date of feeds": func(w *world) { w.Updated = benchDay },
		"the version":       func(w *world) { w.Version = "2" },
		"the register":      func(w *world) { w.also = "another register" },
	} {
		sum := string(fingerprint(change))
		if other, taken := seen[sum]; taken {
			t.Errorf("%s has the same fingerprint as %s", name, other)
		}
		seen[sum] = name
	}
}

// onlySome is a content folder in which what a build does not read cannot be opened.
type onlySome struct {
	fstest.MapFS
	closed map[string]bool
}

func (f onlySome) Open(name string) (fs.File, error) {
	if f.closed[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func (f onlySome) ReadDir(name string) ([]fs.DirEntry, error) {
	if f.closed[name] {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.ReadDir(name)
}

// What check does not read, a build does not read to see whether anything changed: a whole repository, a film, a folder that may not be opened.
func TestFingerprintReadsWhatABuildReads(t *testing.T) {
	in := func(more string) generator.Input {
		content := onlySome{fstest.MapFS{"index.md": file("titel: Boek", "Tekst.")}, map[string]bool{}}
		for _, name := range []string{".git/objects/ab", "casussen/.concept.md", "casussen/anna.md~", "README.md", "paginas/README.md", "film.mp4", "beelden/groot.psd", "los.md"} {
			content.MapFS[name] = &fstest.MapFile{Data: []byte(more)}
			content.closed[name] = true
		}
		content.closed[".git"], content.closed[".git/objects"] = true, true
		templates := onlySome{fstest.MapFS{"nl.yaml": {Data: []byte("page:\n  skip: Verder")}}, map[string]bool{".oud": true, "x.go": true}}
		templates.MapFS[".oud/case.html"], templates.MapFS["x.go"] = &fstest.MapFile{Data: []byte(more)}, &fstest.MapFile{Data: []byte(more)}
		return generator.Input{Content: content, Templates: templates, Today: benchDay, Version: "1"}
	}
	var sums [][]byte
	for _, more := range []string{"", "other"} {
		if _, err := generator.Check(t.Context(), in(more)); err != nil {
			t.Fatal("check: ", err)
		}
		sum, err := in(more).Fingerprint()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in(more).Touched(); err != nil {
			t.Error(err)
		}
		sums = append(sums, sum)
	}
	if !bytes.Equal(sums[0], sums[1]) {
		t.Error("a file that is not read changes the fingerprint")
	}
}

// steps counts how often folders are listed and files opened, each weighed by the folders of its path, which is what a look-up costs.
type steps struct {
	fs.FS
	n *int
}

func (s steps) Open(name string) (fs.File, error) {
	*s.n += 1 + strings.Count(name, "/")
	return s.FS.Open(name)
}

// Twice as many folders within each other are no more than three times the work, and both check and build say what is wrong.
func TestDeepFolders(t *testing.T) {
	count := func(depth int) int {
		content, n := fstest.MapFS{"index.md": file("titel: Boek", "Tekst.")}, 0
		content["casussen/"+strings.Repeat("a/", depth)+"anna.md"] = file("titel: Anna\nherkomst: fictief", "Zij.")
		in := generator.Input{Content: steps{content, &n}, Today: benchDay, Version: "1"}
		if _, err := in.Fingerprint(); err != nil {
			t.Fatal(err)
		}
		result, err := generator.Check(t.Context(), in)
		if err != nil || result.Failed() != (depth > 20) || result.Failed() && result.Problems[0].Rule != diag.FileIsFolder {
			t.Errorf("%d folders: %v, %v", depth, result.Problems, err)
		}
		return n
	}
	if few, many := count(150), count(300); many > 3*few {
		t.Errorf("twice as many folders: %d steps, then %d", few, many)
	}
	count(15)
}

// A file that is saved during a build is seen by its time, also when its text is the old one again.
func TestTouched(t *testing.T) {
	content := fstest.MapFS{"index.md": file("titel: Boek", "Tekst.")}
	in := generator.Input{Content: content}
	before, err := in.Touched()
	if err != nil {
		t.Fatal(err)
	}
	content["index.md"].ModTime = time.Unix(1, 0)
	if after, err := in.Touched(); err != nil || bytes.Equal(before, after) {
		t.Error("nobody noticed", err)
	}
}
