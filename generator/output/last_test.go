package output

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// remembered builds a site with a note.
func remembered(t *testing.T, out string, site files, key, note string) {
	t.Helper()
	tree, err := Begin(t.Context(), out, Options{Memory: remembers(out)})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Abort()
	for p, content := range site {
		if err := tree.Add(p, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	tree.Remember([]byte(key), []byte(note))
	if _, err := tree.Commit(); err != nil {
		t.Fatal(err)
	}
}

func last(t *testing.T, out, key string) (string, bool) {
	t.Helper()
	tree, err := Begin(t.Context(), out, Options{Memory: remembers(out)})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Abort()
	note, ok := tree.Last([]byte(key))
	return string(note), ok
}

func TestLastTellsWhetherAnythingChanged(t *testing.T) {
	page := func(out string) string { return filepath.Join(out, "casussen", "b.html") }
	for name, try := range map[string]struct {
		change func(out string) error
		holds  bool
	}{
		"nothing":        {func(string) error { return nil }, true},
		"a foreign file": {func(out string) error { return os.WriteFile(filepath.Join(out, "CNAME"), nil, 0o644) }, true},
		"another text":   {func(out string) error { return os.WriteFile(page(out), []byte("longer text"), 0o644) }, false},
		"a text of the same size, later": {func(out string) error {
			return errors.Join(os.WriteFile(page(out), []byte("X b"), 0o644), os.Chtimes(page(out), time.Time{}, time.Now().Add(time.Minute)))
		}, false},
		"a page less": {func(out string) error { return os.Remove(page(out)) }, false},
		"a page elsewhere": {func(out string) error {
			return errors.Join(os.Rename(page(out), filepath.Join(out, "x")), os.Symlink("../x", page(out)))
		}, false},
		"the note gone":     {func(out string) error { return os.Remove(noteOf(t, out)) }, false},
		"the note cut off":  {func(out string) error { return os.Truncate(noteOf(t, out), 5) }, false},
		"the manifest gone": {func(out string) error { return os.Remove(filepath.Join(out, manifestName)) }, false},
	} {
		out := filepath.Join(t.TempDir(), "public")
		remembered(t, out, siteA, "key", "five pages")
		if err := try.change(out); err != nil {
			t.Fatal(err)
		}
		tree, err := Begin(t.Context(), out, Options{Adopt: true, Memory: remembers(out)})
		if err != nil {
			t.Fatal(err)
		}
		note, ok := tree.Last([]byte("key"))
		tree.Abort()
		if ok != try.holds || ok && string(note) != "five pages" {
			t.Errorf("%s: %q, %v", name, note, ok)
		}
	}
}

func TestLastIsForItsKeyAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, ok := last(t, out, "key"); ok {
		t.Error("a folder that is not there has a note")
	}
	remembered(t, out, siteA, "key", "old note")
	text, err := os.ReadFile(noteOf(t, out))
	if err != nil || bytes.Contains(text, []byte("note")) {
		t.Errorf("%q, %v: everybody can read it", text, err)
	}
	if _, ok := last(t, out, "other key"); ok {
		t.Error("another key opens the note")
	}
	remembered(t, out, siteA, "other key", "new note") // nothing changed in the output
	if note, ok := last(t, out, "other key"); !ok || note != "new note" {
		t.Errorf("%q, %v", note, ok)
	}
	remembered(t, out, siteB, "third key", "newest note")
	if note, ok := last(t, out, "third key"); !ok || note != "newest note" {
		t.Errorf("%q, %v", note, ok)
	}
	want(t, out, siteB) // the note is no part of the output
	wantNothingBeside(t, out)
	for file, mode := range map[string]os.FileMode{remembers(out): 0o700, noteOf(t, out): 0o600} {
		if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v; want mode %v", file, info.Mode(), err, mode)
		}
	}
	mustBuild(t, out, siteA, Options{Memory: remembers(out)})
	if _, ok := last(t, out, "third key"); ok {
		t.Error("a build without a note leaves that of an earlier one")
	}
}

// noteOf is the file of the note about an output.
func noteOf(t *testing.T, out string) string {
	t.Helper()
	m, err := memoryOf(remembers(out), out)
	if err != nil {
		t.Fatal(err)
	}
	return m.file(noteRecord)
}

// Earlier versions left a note in the output itself. It goes with the next build, whether anything else changes or not.
func TestNoteOfAnEarlierVersionGoes(t *testing.T) {
	small(t)
	for name, site := range map[string]files{"nothing changes": sitePatched(0), "a few pages change": sitePatched(1), "pages go": siteA} {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, sitePatched(0), Options{})
		writePut(t, out, files{lastName: "sealed"})
		mustBuild(t, out, site, Options{Memory: remembers(out)})
		got, err := snapshot(out)
		if d := difference(got, site); d != "" || err != nil {
			t.Errorf("%s: %s %v", name, d, err)
		}
	}
}

// A casebook from somebody else may hold a link in the place of the folder: nothing is written through it.
func TestNothingIsRememberedThroughALink(t *testing.T) {
	out, elsewhere := filepath.Join(t.TempDir(), "public"), t.TempDir()
	if err := os.Symlink(elsewhere, remembers(out)); err != nil {
		t.Skip("no links here: ", err)
	}
	remembered(t, out, siteA, "key", "note")
	want(t, elsewhere, files{})
	want(t, out, siteA)
}
