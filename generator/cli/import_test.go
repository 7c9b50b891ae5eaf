package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"casusboek/generator/author/skeleton"
)

// TestFilesAreAddedAllOrNone: one that is there already is not replaced, and those before it are taken away again.
func TestFilesAreAddedAllOrNone(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"reflecties", staging} {
		if err := os.MkdirAll(filepath.Join(folder, "content", name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(folder, "content", "reflecties", "er.md"), "van mijzelf")
	put(t, filepath.Join(folder, "content", staging, "half.md"), "van een import die is gestopt")
	root, err := os.OpenRoot(filepath.Join(folder, "content"))
	if err != nil {
		t.Fatal(err)
	}
	s := &site{folder: folder, content: root}
	defer s.close()
	files := []skeleton.File{{Path: "een.md", Text: "een"}, {Path: "er.md", Text: "anders"}, {Path: "twee.md", Text: "twee"}}
	if err := s.addAll("reflecties", files); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	wantFiles(t, folder, "er.md")
	if text, err := root.ReadFile("reflecties/er.md"); err != nil || string(text) != "van mijzelf" {
		t.Errorf("%q, %v", text, err)
	}
	if err := s.addAll("reflecties", []skeleton.File{files[0], files[2]}); err != nil {
		t.Error(err)
	}
	wantFiles(t, folder, "een.md", "er.md", "twee.md")
}

// wantFiles wants these reflections and nothing else in content/.
func wantFiles(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(folder, "content", "reflecties"))
	if err != nil || len(entries) != len(names) {
		t.Fatalf("%v, %v", entries, err)
	}
	for i, entry := range entries {
		if entry.Name() != names[i] {
			t.Errorf("%s, want %s", entry.Name(), names[i])
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "content", staging)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("files in the making were left behind")
	}
}
