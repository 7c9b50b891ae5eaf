package generator_test

import (
	"bytes"
	"io/fs"
	"maps"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
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
		"a template":         func(w *world) { w.templates["case.html"] = &fstest.MapFile{Data: []byte("x")} },
		"no templates":       func(w *world) { maps.DeleteFunc(w.templates, func(string, *fstest.MapFile) bool { return true }) },
		"the edition":        func(w *world) { w.Edition = guard.Facilitator },
		"drafts":             func(w *world) { w.Drafts = true },
		"today":              func(w *world) { w.Today = benchDay.AddDate(0, 0, 1) },
		"the date of feeds":  func(w *world) { w.Updated = benchDay },
		"the version":        func(w *world) { w.Version = "2" },
		"the register":       func(w *world) { w.also = "another register" },
	} {
		sum := string(fingerprint(change))
		if other, taken := seen[sum]; taken {
			t.Errorf("%s has the same fingerprint as %s", name, other)
		}
		seen[sum] = name
	}
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
