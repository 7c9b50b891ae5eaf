package write

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
	mustBuild(t, out, sitePatched(0), Options{})
	put(t, out, foreign)
	before, err := os.Stat(filepath.Join(out, "casussen"))
	if err != nil {
		t.Fatal(err)
	}
	stats := mustBuild(t, out, sitePatched(1), Options{})
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
		mustBuild(t, out, sitePatched(0), Options{})
		before, err := os.Stat(out)
		if err != nil {
			t.Fatal(err)
		}
		site := maps.Clone(sitePatched(1))
		change(site)
		mustBuild(t, out, site, Options{})
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
	mustBuild(t, out, sitePatched(0), Options{})
	err := errors.Join(os.Rename(filepath.Join(out, "casussen"), elsewhere), os.Symlink(elsewhere, filepath.Join(out, "casussen")))
	if err != nil {
		t.Fatal(err)
	}
	var taken *CollisionError
	if _, err := build(out, sitePatched(1), Options{}); !errors.As(err, &taken) {
		t.Errorf("%v, want a CollisionError", err)
	}
	if text, err := os.ReadFile(filepath.Join(elsewhere, "7", "index.html")); err != nil || string(text) != "version 0" {
		t.Errorf("a file outside of the output was changed: %q, %v", text, err)
	}
}

func TestPatchIntoAReadOnlyFolder(t *testing.T) {
	small(t)
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, sitePatched(0), Options{})
	locked := filepath.Join(out, "casussen", "7")
	if err := os.Chmod(locked, 0o555); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, out, sitePatched(1), Options{})
	want(t, out, sitePatched(1))
	if info, err := os.Stat(locked); err != nil || info.Mode().Perm() != 0o555 {
		t.Errorf("%v, %v: the folder has another mode now", info.Mode(), err)
	}
}

// Killed at each step, a patch leaves whole pages, old and new, and once the first has been replaced, the next build replaces the rest.
func TestKilledWhilePatching(t *testing.T) {
	if testing.Short() {
		t.Skip("starts ten processes")
	}
	mixed, seen := 0, map[int]int{}
	for n := 1; ; n++ {
		out := filepath.Join(t.TempDir(), "public")
		put(t, out, foreign)
		mustBuild(t, out, sitePatched(0), Options{Adopt: true})
		err := builder(t, fmt.Sprintf("stop %d patch", n), out).Run()
		replaced := pagesOf(t, out, sitePatched(1))
		tree, err2 := Begin(t.Context(), out, Options{})
		if err2 != nil {
			t.Fatal(err2)
		}
		tree.Abort()
		now := wantOneOf(t, out, foreign, sitePatched(0), sitePatched(1))
		seen[now]++
		if replaced > 0 && now == 0 {
			t.Errorf("step %d: %d pages were replaced, and then the old ones came back", n, replaced)
		}
		if replaced > 0 && replaced < 3 {
			mixed++
		}
		wantNothingBeside(t, out)
		if err == nil {
			break
		}
	}
	if seen[0] < 2 || seen[1] < 4 || mixed == 0 {
		t.Errorf("old tree after %d steps, new tree after %d, %d of them mixed before: the steps are not all there", seen[0], seen[1], mixed)
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
