package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// files is a tree: path -> content. A value of "-> x" is a symbolic link to x, a path that ends in a
// slash an empty folder.
type files map[string]string

// plus returns a tree with those of others added.
func (f files) plus(others ...files) files {
	all := maps.Clone(f)
	for _, o := range others {
		maps.Copy(all, o)
	}
	return all
}

// writePut makes the files of a tree in a folder, past the package under test.
func writePut(t *testing.T, dir string, tree files) {
	t.Helper()
	for p, content := range tree {
		file := writeWithin(dir, p)
		err := os.MkdirAll(filepath.Dir(file), 0o755)
		if target, isLink := strings.CutPrefix(content, "-> "); isLink {
			err = errors.Join(err, os.Symlink(target, file))
		} else if strings.HasSuffix(p, "/") {
			err = errors.Join(err, os.MkdirAll(file, 0o755))
		} else {
			err = errors.Join(err, os.WriteFile(file, []byte(content), 0o644))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// snapshot reads a folder back. The manifest is left out, unless with says otherwise.
func snapshot(dir string, with ...string) (files, error) {
	tree := files{}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || file == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, file)
		p := filepath.ToSlash(rel)
		switch {
		case p == manifestName && !slices.Contains(with, p):
			return nil
		case d.IsDir():
			entries, err := os.ReadDir(file)
			if len(entries) == 0 {
				tree[p+"/"] = ""
			}
			return err
		case d.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(file)
			tree[p] = "-> " + target
			return err
		}
		b, err := os.ReadFile(file)
		tree[p] = string(b)
		return err
	})
	return tree, err
}

// want compares a folder with a tree.
func want(t *testing.T, dir string, tree files) {
	t.Helper()
	got, err := snapshot(dir)
	if err != nil {
		t.Fatal(err)
	}
	if d := difference(got, tree); d != "" {
		t.Fatalf("%s: %s", dir, d)
	}
}

func difference(got, want files) string {
	var b strings.Builder
	for _, p := range slices.Sorted(maps.Keys(got.plus(want))) {
		g, has := got[p]
		w, wants := want[p]
		switch {
		case !wants:
			fmt.Fprintf(&b, "\n%q should not be there", p)
		case !has:
			fmt.Fprintf(&b, "\n%q is missing", p)
		case g != w:
			fmt.Fprintf(&b, "\n%q is %.40q, want %.40q", p, g, w)
		}
	}
	return b.String()
}

// wantNothingBeside checks that the output is the only thing in the folder above it.
func wantNothingBeside(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(out) && e.Name() != filepath.Base(remembers(out)) {
			t.Errorf("%s was left beside the output", e.Name())
		}
	}
}

// remembers is the folder of what builds of an output remember, in tests.
func remembers(out string) string { return filepath.Join(filepath.Dir(out), "memory") }

// build makes a tree and returns what Begin, Add or Commit said.
func build(out string, tree files, o Options) (Stats, error) {
	t, err := Begin(context.Background(), out, o)
	if err != nil {
		return Stats{}, err
	}
	defer t.Abort()
	for p, content := range tree {
		if err := t.Add(p, []byte(content)); err != nil {
			return Stats{}, err
		}
	}
	return t.Commit()
}

func mustBuild(t *testing.T, out string, tree files, o Options) Stats {
	t.Helper()
	stats, err := build(out, tree, o)
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

// replace changes one step of system for the length of a test.
func replace[F any](t *testing.T, step *F, by F) {
	t.Helper()
	was := *step
	*step = by
	t.Cleanup(func() { *step = was })
}

var (
	siteA = files{"index.html": "A", "gone/old.html": "old", "casussen/a/index.html": "same", "casussen/b.html": "A b", "shape": "file"}
	siteB = files{"index.html": "B!", "new/deep/er.html": "new", "casussen/a/index.html": "same", "casussen/b.html": "B b", "shape/now/a": "folder"}
	// foreign is what a user may keep in an output folder.
	foreign = files{
		".gitignore": "*\n", ".well-known/acme/x": "token", "CNAME": "casus.example\n", "gone/mine.txt": "mine",
		"latest": "-> casussen/b.html", "dangling": "-> nowhere", "uploads/empty/": "",
	}
)

func TestBuildReplacesTheTree(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if got, want := mustBuild(t, out, siteA, Options{}), (Stats{Made: 5, Changed: 5, Bytes: 15}); got != want {
		t.Errorf("first build: %+v, want %+v", got, want)
	}
	want(t, out, siteA)
	writePut(t, out, foreign)
	if got, want := mustBuild(t, out, siteB, Options{}), (Stats{Made: 5, Changed: 4, Unchanged: 1, Removed: 2, Bytes: 18}); got != want {
		t.Errorf("second build: %+v, want %+v", got, want)
	}
	want(t, out, siteB.plus(foreign))
	mustBuild(t, out, siteA, Options{})
	want(t, out, siteA.plus(foreign))
	mustBuild(t, out, files{}, Options{})
	want(t, out, foreign)
	wantNothingBeside(t, out)
}

func TestManifestIsTheSameForTheSameSite(t *testing.T) {
	const text = "casusboek-manifest 1: 5 files made by casusboek; every other file here is left alone\n" +
		"casussen/a/index.html\ncasussen/b.html\nindex.html\nnew/deep/er.html\nshape/now/a\n"
	for range 3 {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, siteB, Options{})
		got, err := snapshot(out, manifestName)
		if err != nil || got[manifestName] != text {
			t.Fatalf("manifest is %q (%v), want %q", got[manifestName], err, text)
		}
	}
}

// longAgo is a time stamp that no build can give by itself.
var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

// age gives every file below a folder, and the folder, an old time stamp, and returns what they are.
func age(t *testing.T, dir string) map[string]fs.FileInfo {
	t.Helper()
	infos := map[string]fs.FileInfo{}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, file)
		if d.Type()&fs.ModeSymlink == 0 {
			err = os.Chtimes(file, longAgo, longAgo)
		}
		info, err2 := os.Lstat(file)
		infos[filepath.ToSlash(rel)] = info
		return errors.Join(err, err2)
	})
	if err != nil {
		t.Fatal(err)
	}
	return infos
}

// wantUntouched checks that a file is the very same one, with the same time and mode.
func wantUntouched(t *testing.T, out, p string, was fs.FileInfo) {
	t.Helper()
	is, err := os.Lstat(writeWithin(out, p))
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(was, is) {
		t.Errorf("%s is another file than before", p)
	}
	if !is.ModTime().Equal(was.ModTime()) || is.Mode() != was.Mode() {
		t.Errorf("%s has time %v and mode %v, had %v and %v", p, is.ModTime(), is.Mode(), was.ModTime(), was.Mode())
	}
}

func TestUnchangedFilesAreNotTouched(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	writePut(t, out, foreign)
	was := age(t, out)
	mustBuild(t, out, siteA.plus(files{"index.html": "other"}), Options{})
	for _, p := range []string{"casussen/a/index.html", "casussen/b.html", "gone/old.html", "shape", manifestName} {
		wantUntouched(t, out, p, was[p])
	}
	for p := range foreign {
		if !strings.HasSuffix(p, "/") {
			wantUntouched(t, out, p, was[p])
		}
	}
	if info, err := os.Lstat(writeWithin(out, "uploads")); err != nil || !info.ModTime().Equal(longAgo) {
		t.Errorf("the foreign folder uploads got another time: %v, %v", info.ModTime(), err)
	}
	if info, _ := os.Lstat(writeWithin(out, "index.html")); info.ModTime().Equal(longAgo) {
		t.Error("the changed file kept its time stamp")
	}
}

func TestBuildThatChangesNothingOnlyReads(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	writePut(t, out, foreign)
	was := age(t, out)
	stats := mustBuild(t, out, siteA, Options{})
	if want := (Stats{Made: 5, Unchanged: 5, Bytes: 15}); stats != want {
		t.Errorf("%+v, want %+v", stats, want)
	}
	for p, info := range was {
		wantUntouched(t, out, p, info)
	}
	wantNothingBeside(t, out)
}

func TestSameSizeOtherBytesIsAChange(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	long := strings.Repeat("x", 200<<10)
	mustBuild(t, out, files{"a": long + "1", "b": "1"}, Options{})
	tree := files{"a": long + "2", "b": "2"}
	if stats := mustBuild(t, out, tree, Options{}); stats.Changed != 2 {
		t.Errorf("Changed is %d, want 2", stats.Changed)
	}
	want(t, out, tree)
}

func TestModesOfFoldersStay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	writePut(t, out, files{"locked/file": "x"})
	modes := map[string]fs.FileMode{".": 0o750, "casussen": 0o711, "locked": 0o555}
	for p, mode := range modes {
		if err := os.Chmod(writeWithin(out, p), mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(writeWithin(out, "locked"), 0o755) })
	mustBuild(t, out, siteB, Options{})
	want(t, out, siteB.plus(files{"locked/file": "x"}))
	for p, mode := range modes {
		if info, err := os.Stat(writeWithin(out, p)); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v; want mode %v", p, info.Mode(), err, mode)
		}
	}
	wantNothingBeside(t, out)
}

func TestAbortLeavesTheOldTree(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	tree, err := Begin(t.Context(), out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for p, content := range siteB {
		if err := tree.Add(p, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	tree.Abort()
	tree.Abort()
	want(t, out, siteA)
	wantNothingBeside(t, out)
	if tree.Add("late.html", nil) == nil {
		t.Error("Add works after Abort")
	}
	if _, err := tree.Commit(); err == nil {
		t.Error("Commit works after Abort")
	}
	wantNothingBeside(t, out)
}

func TestFailedAddForbidsCommit(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	tree, err := Begin(t.Context(), out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Add("good.html", nil); err != nil {
		t.Fatal(err)
	}
	bad := tree.Add("../evil.html", nil)
	if _, err := tree.Commit(); !errors.Is(err, bad) {
		t.Errorf("Commit says %v, want %v", err, bad)
	}
	tree.Abort()
	want(t, out, siteA)
	wantNothingBeside(t, out)
}

func TestPagesMayBeAddedAtTheSameTime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	tree, err := Begin(t.Context(), out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Abort()
	site := files{}
	for i := range 400 {
		site[fmt.Sprintf("casussen/%d/ronde/%d/index.html", i%20, i)] = fmt.Sprint(i)
	}
	var wg sync.WaitGroup
	for p, content := range site {
		wg.Go(func() {
			if err := tree.Add(p, []byte(content)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if stats, err := tree.Commit(); err != nil || stats.Made != 400 {
		t.Errorf("%+v, %v", stats, err)
	}
	want(t, out, site)
}

func TestOutputMayBeALink(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "public")
	if err := os.Symlink("real", out); err != nil {
		t.Fatal(err)
	}
	for _, site := range []files{siteA, siteB} { // the first time the target does not exist yet
		mustBuild(t, out, site, Options{})
		if target, err := os.Readlink(out); target != "real" {
			t.Fatalf("the link now leads to %q (%v)", target, err)
		}
		want(t, filepath.Join(top, "real"), site)
	}
}

func TestFoldersAboveTheOutputAreMade(t *testing.T) {
	out := filepath.Join(t.TempDir(), "build", "site", "public")
	mustBuild(t, out, siteA, Options{})
	want(t, out, siteA)
}

func TestFoldersThatCannotBeAnOutput(t *testing.T) {
	top := t.TempDir()
	writePut(t, top, files{"file": "x", "folder/below/": ""})
	t.Chdir(filepath.Join(top, "folder", "below"))
	for out, reason := range map[string]Reason{
		filepath.Join(top, "file"): NotFolder,
		".":                        HoldsCurrent,
		"..":                       HoldsCurrent,
	} {
		_, err := build(out, siteA, Options{Adopt: true})
		var wrong *FolderError
		if !errors.As(err, &wrong) || wrong.Reason != reason {
			t.Errorf("%s: %v, want the reason %q", out, err, reason)
		}
	}
	want(t, top, files{"file": "x", "folder/below/": ""})
}
