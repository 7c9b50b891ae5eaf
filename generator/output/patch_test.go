package output

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// sitePatched is one of two sites of sixty pages of which three differ.
func sitePatched(which int) files {
	site := files{}
	for i := range 60 {
		text := "same"
		if i%20 == 7 {
			text = fmt.Sprint("version ", which)
		}
		site[fmt.Sprintf("casussen/%d/index.html", i)] = text
	}
	return site
}

// small lets a test patch a tree of sixty pages.
func small(t *testing.T) { replace(t, &largeTree, 1) }

func TestFewChangesLeaveTheFoldersAlone(t *testing.T) {
	small(t)
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, sitePatched(0), Options{Memory: remembers(out)})
	writePut(t, out, foreign)
	before, err := os.Stat(filepath.Join(out, "casussen"))
	if err != nil {
		t.Fatal(err)
	}
	stats := mustBuild(t, out, sitePatched(1), Options{Memory: remembers(out)})
	if stats.Changed != 3 || stats.Unchanged != 57 || stats.Removed != 0 {
		t.Errorf("%+v", stats)
	}
	want(t, out, sitePatched(1).plus(foreign))
	wantNothingBeside(t, out)
	if after, err := os.Stat(filepath.Join(out, "casussen")); err != nil || !os.SameFile(before, after) {
		t.Error("the folders were exchanged, which takes minutes in a large tree")
	}
}

// What is not a change of a few pages exchanges the folders: then the output is old or new at every moment.
func TestOtherChangesExchange(t *testing.T) {
	small(t)
	for name, change := range map[string]func(site files){
		"a page more": func(site files) { site["nieuw.html"] = "new" },
		"a page less": func(site files) { delete(site, "casussen/7/index.html") },
		"many changes": func(site files) {
			for p := range site {
				site[p] = "other"
			}
		},
	} {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, sitePatched(0), Options{Memory: remembers(out)})
		before, err := os.Stat(out)
		if err != nil {
			t.Fatal(err)
		}
		site := maps.Clone(sitePatched(1))
		change(site)
		mustBuild(t, out, site, Options{Memory: remembers(out)})
		want(t, out, site)
		if after, err := os.Stat(out); err != nil || os.SameFile(before, after) {
			t.Errorf("%s: the folders were not exchanged", name)
		}
	}
}

// A folder of the output that leads elsewhere is not written through.
func TestPatchStaysInTheOutput(t *testing.T) {
	small(t)
	dir := t.TempDir()
	out, elsewhere := filepath.Join(dir, "public"), filepath.Join(dir, "elsewhere")
	mustBuild(t, out, sitePatched(0), Options{Memory: remembers(out)})
	err := errors.Join(os.Rename(filepath.Join(out, "casussen"), elsewhere), os.Symlink(elsewhere, filepath.Join(out, "casussen")))
	if err != nil {
		t.Fatal(err)
	}
	var taken *CollisionError
	if _, err := build(out, sitePatched(1), Options{Memory: remembers(out)}); !errors.As(err, &taken) {
		t.Errorf("%v, want a CollisionError", err)
	}
	if text, err := os.ReadFile(filepath.Join(elsewhere, "7", "index.html")); err != nil || string(text) != "version 0" {
		t.Errorf("a file outside of the output was changed: %q, %v", text, err)
	}
}

func TestPatchIntoAReadOnlyFolder(t *testing.T) {
	small(t)
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, sitePatched(0), Options{Memory: remembers(out)})
	locked := filepath.Join(out, "casussen", "7")
	if err := os.Chmod(locked, 0o555); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, out, sitePatched(1), Options{Memory: remembers(out)})
	want(t, out, sitePatched(1))
	if info, err := os.Stat(locked); err != nil || info.Mode().Perm() != 0o555 {
		t.Errorf("%v, %v: the folder has another mode now", info.Mode(), err)
	}
}

// Killed at each step, a patch leaves whole pages, old and new. Once the first has been replaced, the next command replaces the rest, whether it builds or not.
func TestKilledWhilePatching(t *testing.T) {
	if testing.Short() {
		t.Skip("starts thirty processes")
	}
	for name, next := range map[string]func(out string) (bool, error){
		"a build": func(out string) (bool, error) {
			tree, err := Begin(t.Context(), out, Options{Memory: remembers(out)})
			if err == nil {
				tree.Abort()
			}
			return false, err
		},
		"another command": func(out string) (bool, error) {
			finished, err := Finish(remembers(out))
			return len(finished) == 1, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			mixed, seen := 0, map[int]int{}
			for n := 1; ; n++ {
				out := filepath.Join(t.TempDir(), "public")
				writePut(t, out, foreign)
				mustBuild(t, out, sitePatched(0), Options{Adopt: true, Memory: remembers(out)})
				err := builder(t, fmt.Sprintf("stop %d patch", n), out).Run()
				replaced := pagesOf(t, out, sitePatched(1))
				told, err2 := next(out)
				if err2 != nil {
					t.Fatal(err2)
				}
				now := wantOneOf(t, out, foreign, sitePatched(0), sitePatched(1))
				seen[now]++
				if replaced > 0 && now == 0 {
					t.Errorf("step %d: %d pages were replaced, and then the old ones came back", n, replaced)
				}
				if replaced > 0 && replaced < 3 {
					mixed++
					if name != "a build" && !told {
						t.Errorf("step %d: nobody is told that the output was mixed", n)
					}
				}
				if again, err := Finish(remembers(out)); len(again) > 0 || err != nil {
					t.Errorf("step %d: %v is still unfinished, %v", n, again, err)
				}
				if err == nil {
					break
				}
			}
			if seen[0] < 2 || seen[1] < 4 || mixed < 2 {
				t.Errorf("old tree after %d steps, new tree after %d, %d of them mixed before: the steps are not all there", seen[0], seen[1], mixed)
			}
		})
	}
}

// unfinished is an output in which a build was stopped with one page put in place, and two yet to be.
func unfinished(t *testing.T) (out string) {
	t.Helper()
	small(t)
	out = filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, sitePatched(0), Options{Memory: remembers(out)})
	real := writeSystem
	defer func() { writeSystem = real }()
	renames := 0
	writeSystem.rename = func(from, to string) error {
		if inOutput := strings.HasPrefix(to, out+string(filepath.Separator)); inOutput {
			if renames++; renames > 1 {
				return syscall.EIO
			}
		}
		return real.rename(from, to)
	}
	if _, err := build(out, sitePatched(1), Options{Memory: remembers(out)}); !errors.Is(err, syscall.EIO) {
		t.Fatal(err)
	}
	if n := pagesOf(t, out, sitePatched(1)); n != 1 {
		t.Fatalf("%d pages are new, want 1", n)
	}
	return out
}

// Without a record of it no other command could know of an output that is being patched: then folders are exchanged.
func TestNoPatchWithoutARecord(t *testing.T) {
	small(t)
	for name, prepare := range map[string]func(out string) Options{
		"nowhere to keep it": func(string) Options { return Options{} },
		"not writable": func(out string) Options {
			writePut(t, filepath.Dir(out), files{"memory": "a file"})
			return Options{Memory: remembers(out)}
		},
	} {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, sitePatched(0), Options{})
		before, err := os.Stat(out)
		if err != nil {
			t.Fatal(err)
		}
		mustBuild(t, out, sitePatched(1), prepare(out))
		want(t, out, sitePatched(1))
		if after, err := os.Stat(out); err != nil || os.SameFile(before, after) {
			t.Errorf("%s: the folders were not exchanged", name)
		}
	}
}

// The casebook and its output may have been moved between the kill and the next command.
func TestFinishFollowsAMove(t *testing.T) {
	out := unfinished(t)
	moved := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Rename(filepath.Dir(out), moved); err != nil {
		t.Fatal(err)
	}
	out = filepath.Join(moved, "public")
	if finished, err := Finish(remembers(out)); err != nil || len(finished) != 1 {
		t.Errorf("%v, %v", finished, err)
	}
	want(t, out, sitePatched(1))
	wantNothingBeside(t, out)
}

// A build that is running finishes its own output; nobody else waits for it, or does it for them.
func TestFinishLeavesARunningBuildAlone(t *testing.T) {
	out := unfinished(t)
	l, err := Acquire(t.Context(), beside(out, "lock"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if finished, err := Finish(remembers(out)); err != nil || len(finished) != 0 {
		t.Errorf("%v, %v", finished, err)
	}
	if n := pagesOf(t, out, sitePatched(1)); n != 1 {
		t.Errorf("%d pages are new, want 1 as before", n)
	}
	l.Release()
	if finished, err := Finish(remembers(out)); err != nil || len(finished) != 1 {
		t.Errorf("%v, %v", finished, err)
	}
	want(t, out, sitePatched(1))
}

// What was changed in the output since the kill is left as it is. A patch may even come with a casebook from somebody else.
func TestFinishWritesNothingButPages(t *testing.T) {
	for name, c := range map[string]struct {
		changed files // in the folder that holds the output
		gone    string
		want    files // in that folder, afterwards
	}{
		"a file that is no page": {files{".public.casusboek-patch/casussen/47/mine": "theirs"}, "", files{}},
		"a folder that is gone":  {nil, "public/casussen/47", files{}},
		"a link in its place": {
			files{"victim/index.html": "victim", "public/casussen/47": "-> ../../victim"},
			"public/casussen/47",
			files{"victim/index.html": "victim"},
		},
	} {
		out := unfinished(t)
		top := filepath.Dir(out)
		if c.gone != "" {
			if err := os.RemoveAll(writeWithin(top, c.gone)); err != nil {
				t.Fatal(err)
			}
		}
		writePut(t, top, c.changed)
		if finished, err := Finish(remembers(out)); err != nil || len(finished) != 1 {
			t.Errorf("%s: %v, %v", name, finished, err)
		}
		if got, err := os.ReadFile(writeWithin(out, "casussen/27/index.html")); err != nil || string(got) != "version 1" {
			t.Errorf("%s: another page is %q (%v)", name, got, err)
		}
		if _, err := os.Lstat(writeWithin(out, "casussen/47/mine")); err == nil {
			t.Errorf("%s: it was put in the output", name)
		}
		for p, content := range c.want {
			if got, err := os.ReadFile(writeWithin(top, p)); err != nil || string(got) != content {
				t.Errorf("%s: %s is %q (%v), want %q", name, p, got, err, content)
			}
		}
		if _, err := os.Lstat(beside(out, "patch")); err == nil {
			t.Errorf("%s: the patch is still there", name)
		}
	}
}

// pagesOf counts the changed pages that are those of a site; every page must be one of either site.
func pagesOf(t *testing.T, out string, site files) (n int) {
	t.Helper()
	got, err := snapshot(out)
	if err != nil {
		t.Fatal(err)
	}
	old := sitePatched(0)
	for p := range site {
		if !slices.Contains([]string{site[p], old[p]}, got[p]) {
			t.Fatalf("%s is %q, neither the old page nor the new one", p, got[p])
		}
		if got[p] == site[p] && site[p] != old[p] {
			n++
		}
	}
	return n
}
