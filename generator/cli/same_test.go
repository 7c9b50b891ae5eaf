package cli

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestTheOutputOfOneInputIsTheSameEverywhere builds the example in two places, under other names and with other times of files, into an output inside the casebook
// and one outside of it, the second by way of another edition of its texts. The folder to publish, hidden files included, is the same bytes.
func TestTheOutputOfOneInputIsTheSameEverywhere(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "boek"), filepath.Join(t.TempDir(), "een ander boek")
	for dir, age := range map[string]time.Duration{one: time.Hour, two: 400 * 24 * time.Hour} {
		if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(filepath.Join(dir, "content", "index.md"), time.Time{}, time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	elsewhere := filepath.Join(t.TempDir(), "site")
	run := func(args ...string) {
		t.Helper()
		var said strings.Builder
		env := Env{Stdout: &said, Stderr: &said, Now: time.Now, Getenv: func(name string) string {
			return map[string]string{"SOURCE_DATE_EPOCH": "1796083200"}[name]
		}}
		if code := Run(t.Context(), args, env); code != exitDone {
			t.Fatalf("%v: exit code %d: %s", args, code, &said)
		}
	}
	run("build", one)
	run("build", two, "--out", elsewhere, "--drafts")
	run("build", two, "--out", elsewhere)
	run("build", two, "--out", elsewhere)
	first, second := sums(t, filepath.Join(one, "public")), sums(t, elsewhere)
	if len(first) < 100 || !maps.Equal(first, second) {
		for _, name := range slices.Sorted(maps.Keys(first)) {
			if first[name] != second[name] {
				t.Errorf("%s differs", name)
			}
		}
		t.Errorf("%d files and %d", len(first), len(second))
	}
}

// sums is a hash of each file of a folder.
func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		all[name] = fmt.Sprintf("%x", sha256.Sum256(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
