package write

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// remembered builds a site with a note.
func remembered(t *testing.T, out string, site files, key, note string) {
	t.Helper()
	tree, err := Begin(t.Context(), out, Options{})
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
	tree, err := Begin(t.Context(), out, Options{})
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
		"the note gone":     {func(out string) error { return os.Remove(filepath.Join(out, lastName)) }, false},
		"the note cut off":  {func(out string) error { return os.Truncate(filepath.Join(out, lastName), 5) }, false},
		"the manifest gone": {func(out string) error { return os.Remove(filepath.Join(out, manifestName)) }, false},
	} {
		out := filepath.Join(t.TempDir(), "public")
		remembered(t, out, siteA, "key", "five pages")
		if err := try.change(out); err != nil {
			t.Fatal(err)
		}
		tree, err := Begin(t.Context(), out, Options{Adopt: true})
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
	text, err := os.ReadFile(filepath.Join(out, lastName))
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
	want(t, out, siteB.plus(files{lastName: note(t, out)}))
	wantNothingBeside(t, out)
	mustBuild(t, out, siteA, Options{})
	want(t, out, siteA) // an exchange does not take the note of another build along
}

func note(t *testing.T, out string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(out, lastName))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
