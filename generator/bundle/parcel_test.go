package bundle

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"casusboek/generator/output"
)

// site has the names and bytes that a site may have: long, empty, accented, and what does not compress.
func site() map[string][]byte {
	noise := make([]byte, 50_000)
	for i := range noise {
		noise[i] = byte(i * i >> 3)
	}
	return map[string][]byte{
		"index.html": []byte(strings.Repeat("<p>Ze staat in het portiek.</p>\n", 5000)), "casussen/a/index.html": []byte("a"), "beelden/Één foto’s.png": noise, "leeg.txt": nil,
		"LEESMIJ.txt": []byte("lees mij"), strings.Repeat("diep/", 40) + "index.html": []byte("diep"),
	}
}

// pack makes a zip of files that come in the order of names, and from several goroutines when together.
func pack(t *testing.T, target string, files map[string][]byte, names []string, together bool) error {
	t.Helper()
	p, err := BeginZip(t.Context(), filepath.Dir(target), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	var work sync.WaitGroup
	for _, name := range names {
		add := func() {
			if err := p.Add(name, files[name]); err != nil {
				t.Log(err) // Commit gives it again
			}
		}
		if together {
			work.Go(add)
		} else {
			add()
		}
	}
	work.Wait()
	return p.Commit(filepath.Base(target), "boek")
}

func names(files map[string][]byte) []string {
	var all []string
	for name := range files {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

func TestAllFilesComeOutAgain(t *testing.T) {
	target := filepath.Join(t.TempDir(), "nieuw", "boek.zip")
	files := site()
	if err := pack(t, target, files, names(files), true); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.OpenReader(target)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if len(archive.File) != len(files) {
		t.Errorf("%d files, want %d", len(archive.File), len(files))
	}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		want, there := files[strings.TrimPrefix(f.Name, "boek/")]
		if err != nil || !there || !bytes.Equal(data, want) || f.Mode() != 0o644 || f.NonUTF8 {
			t.Errorf("%s: %v, %v, mode %v", f.Name, err, there, f.Mode())
		}
	}
	if left := listing(t, filepath.Dir(target)); !slices.Equal(left, []string{"boek.zip"}) {
		t.Errorf("the folder holds %v", left)
	}
	unzip, err := exec.LookPath("unzip")
	if err != nil {
		t.Skip("no unzip here to ask as well")
	}
	if out, err := exec.Command(unzip, "-t", target).CombinedOutput(); err != nil {
		t.Errorf("unzip: %v\n%s", err, out)
	}
}

func TestTheSameFilesGiveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	files := site()
	sorted := names(files)
	reversed := slices.Clone(sorted)
	slices.Reverse(reversed)
	var first []byte
	for i, order := range [][]string{sorted, reversed, sorted} {
		target := filepath.Join(dir, fmt.Sprint(i)+".zip")
		if err := pack(t, target, files, order, i == 2); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(target)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("zip %d differs", i)
		}
	}
}

func TestWhatItDidNotMakeStays(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "ander.zip")
	out, err := os.Create(foreign)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(out)
	if err := errors.Join(archive.SetComment("van iemand anders"), archive.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
	text, folder, link := filepath.Join(dir, "tekst.zip"), filepath.Join(dir, "map.zip"), filepath.Join(dir, "link.zip")
	own := filepath.Join(dir, "eigen.zip")
	files := map[string][]byte{"index.html": []byte("een")}
	if err := errors.Join(os.WriteFile(text, []byte("casusboek"), 0o600), os.Mkdir(folder, 0o755), pack(t, own, files, names(files), false)); err != nil {
		t.Fatal(err)
	}
	all := []string{foreign, text, folder}
	if os.Symlink(own, link) == nil {
		all = append(all, link)
	}
	for _, target := range all {
		var refused *output.ForeignFileError
		if err := pack(t, target, files, names(files), false); !errors.As(err, &refused) || refused.Path != target {
			t.Errorf("%s: %v", target, err)
		}
	}
	if data, err := os.ReadFile(text); string(data) != "casusboek" {
		t.Errorf("%s, %v", data, err)
	}
	before, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	files["index.html"] = []byte("twee")
	if err := pack(t, own, files, names(files), false); err != nil {
		t.Errorf("its own zip is not replaced: %v", err)
	}
	if after, err := os.ReadFile(own); err != nil || bytes.Equal(before, after) {
		t.Errorf("the new zip is the old one, %v", err)
	}
}

func TestAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "boek.zip")
	files := site()
	if err := pack(t, target, files, names(files), false); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	wasFiles, wasBytes := mostFiles, mostBytes
	defer func() { mostFiles, mostBytes = wasFiles, wasBytes }()
	for _, limit := range []struct {
		files int
		bytes int64
	}{{5, wasBytes}, {wasFiles, 1000}, {wasFiles, int64(len(before)) - 500}} {
		mostFiles, mostBytes = limit.files, limit.bytes
		var large *TooLargeError
		if err := pack(t, target, files, names(files), false); !errors.As(err, &large) || large.Files == 0 {
			t.Errorf("at most %d files of %d bytes: %v", limit.files, limit.bytes, err)
		}
	}
	mostFiles, mostBytes = wasFiles, wasBytes
	if err := pack(t, target, files, append(names(files), "index.html"), false); err == nil {
		t.Error("a file that was added twice is no error")
	}
	p, err := BeginZip(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	p.Abort()
	p.Abort()
	if p.Add("x", nil) == nil || p.Commit("boek.zip", "x") == nil {
		t.Error("it goes on after it was aborted")
	}
	if after, err := os.ReadFile(target); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the old zip is not what it was, %v", err)
	}
	if left := listing(t, dir); !slices.Equal(left, []string{"boek.zip"}) {
		t.Errorf("the folder holds %v", left)
	}
}

// TestWhatAKillLeavesGoesNextTime fakes a kill by a parcel that never ends, and gives up its lock as the system does.
func TestWhatAKillLeavesGoesNextTime(t *testing.T) {
	dir := t.TempDir()
	p, err := BeginZip(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Add("geheim.html", []byte("for facilitators")); err != nil {
		t.Fatal(err)
	}
	info, err := p.waiting.Stat()
	if err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Errorf("others can read what waits: %v, %v", info.Mode(), err)
	}
	p.place.Close()
	if left := listing(t, dir); len(left) != 1 {
		t.Fatalf("the folder holds %v: this tests nothing", left)
	}
	files := site()
	if err := pack(t, filepath.Join(dir, "boek.zip"), files, names(files), false); err != nil {
		t.Fatal(err)
	}
	if left := listing(t, dir); !slices.Equal(left, []string{"boek.zip"}) {
		t.Errorf("the folder holds %v", left)
	}
}

func listing(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}
