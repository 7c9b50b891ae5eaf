package checks_test

import (
	"bytes"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator/guard"
)

// Same input, same bytes: not the clock, not the order of a map or of goroutines, not the disk decides what comes out.
func TestSameBytes(t *testing.T) {
	want := editions(t)[0].site.Files
	for _, cores := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(cores)
		got, err := build(exampleContent(), guard.Public)
		runtime.GOMAXPROCS(before)
		must(t, err)
		same(t, want, got)
	}
}

// The example in memory, with other time stamps and modes than on disk.
func TestSameBytesFromAnotherDisk(t *testing.T) {
	got, err := build(copyOf(t, exampleContent()), guard.Public)
	must(t, err)
	same(t, editions(t)[0].site.Files, got)
}

func same(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s differs: %s", name, firstDifference(want[name], got[name]))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is only in one of two builds", name)
		}
	}
}

func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	around := func(s []byte) string { return string(s[max(0, min(i, len(s))-40):min(len(s), i+40)]) }
	return around(a) + "  <>  " + around(b)
}

// copyOf copies a content folder to memory, so that a test can change it.
func copyOf(t *testing.T, content fs.FS) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	must(t, fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content, name)
		files[name] = &fstest.MapFile{Data: data, Mode: 0o600, ModTime: time.Unix(1, 0)}
		return err
	}))
	return files
}
