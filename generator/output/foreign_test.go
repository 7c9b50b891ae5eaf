package output

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"casusboek/generator/read/filename"
)

func TestHiddenFilesNeedNoAdopt(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	hidden := files{".gitignore": "*", ".well-known/acme/x": "token", "empty/": ""}
	writePut(t, out, hidden)
	mustBuild(t, out, siteA, Options{})
	want(t, out, siteA.plus(hidden))
}

func TestVisibleForeignFilesNeedAdopt(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mine := files{"b": "", "a/1": "", "a/2": "", "a/.x": "", "e": "", "d": "-> b", "f": "", "c/": ""}
	writePut(t, out, mine)
	_, err := build(out, siteA, Options{})
	var refused *ForeignError
	if !errors.As(err, &refused) || !slices.Equal(refused.Files, []string{"a/1", "a/2", "b", "d", "e"}) {
		t.Errorf("%v, want a ForeignError with five files", err)
	}
	want(t, out, mine)
	wantNothingBeside(t, out)
	mustBuild(t, out, siteA, Options{Adopt: true})
	want(t, out, siteA.plus(mine))
	mustBuild(t, out, siteB, Options{}) // once adopted, it stays adopted
	want(t, out, siteB.plus(mine))
}

func TestPagesNeverTakeTheForeignPlace(t *testing.T) {
	for place, mine := range map[string]files{
		"index.html":  {"index.html": "mine"},
		"INDEX.html":  {"INDEX.html": "mine"},
		"new":         {"new": "mine"},
		"new/deep":    {"new/deep": "-> ../elsewhere"},
		"shape/now/a": {"shape/now/a/": ""},
		"casussen":    {"casussen": "-> .."},
	} {
		out := filepath.Join(t.TempDir(), "public")
		writePut(t, out, mine)
		_, err := build(out, siteB, Options{Adopt: true})
		var taken *CollisionError
		if !errors.As(err, &taken) || filename.Fold(taken.Path) != filename.Fold(place) {
			t.Errorf("%s: %v, want a CollisionError", place, err)
		}
		want(t, out, mine)
		wantNothingBeside(t, out)
	}
}

// The bytes may be equal by chance; that does not make the file ours to delete some day.
func TestEqualForeignFileIsStillForeign(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mine := files{"index.html": siteA["index.html"]}
	writePut(t, out, mine)
	var taken *CollisionError
	if _, err := build(out, siteA, Options{Adopt: true}); !errors.As(err, &taken) {
		t.Errorf("%v, want a CollisionError", err)
	}
	want(t, out, mine)
}

func TestLinkInPlaceOfAMadeFolderIsNotFollowed(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "public")
	mustBuild(t, out, siteA, Options{})
	if err := os.Rename(filepath.Join(out, "casussen"), filepath.Join(top, "elsewhere")); err != nil {
		t.Fatal(err)
	}
	writePut(t, out, files{"casussen": "-> ../elsewhere"})
	var taken *CollisionError
	if _, err := build(out, siteB, Options{}); !errors.As(err, &taken) || taken.Path != "casussen" {
		t.Errorf("%v, want a CollisionError", err)
	}
	want(t, filepath.Join(top, "elsewhere"), files{"a/index.html": "same", "b.html": "A b"})
}

func TestManifestInDoubtStopsTheBuild(t *testing.T) {
	const head = "casusboek-manifest 1: 1 files made by casusboek; every other file here is left alone\n"
	for name, text := range map[string]string{
		"empty":         "",
		"other":         "something else\n",
		"newer":         "casusboek-manifest 2: 1 files made by casusboek; every other file here is left alone\nmine\n",
		"cut in a name": head + "min",
		"too short":     head,
		"too long":      head + "mine\nmore\n",
		"unsorted":      "casusboek-manifest 1: 2 files made by casusboek; every other file here is left alone\nmore\nmine\n",
		"doubled":       "casusboek-manifest 1: 2 files made by casusboek; every other file here is left alone\nmine\nmine\n",
		"escaping":      head + "../../mine\n",
		"absolute":      head + "/mine\n",
		"windows lines": head[:len(head)-1] + "\r\nmine\r\n",
		"conflict":      "<<<<<<< HEAD\n" + head + "mine\n",
		"a link":        "-> mine",
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			mine := files{"mine": "x", manifestName: text}
			writePut(t, out, mine)
			_, err := build(out, siteA, Options{Adopt: true})
			var doubt *ManifestError
			if !errors.As(err, &doubt) {
				t.Errorf("%v, want a ManifestError", err)
			}
			got, err := snapshot(out, manifestName)
			if d := difference(got, mine); d != "" || err != nil {
				t.Error(d, err)
			}
			wantNothingBeside(t, out)
		})
	}
}

func TestForeignFilesThatComeDuringTheBuildStay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	tree, err := Begin(t.Context(), out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Abort()
	writePut(t, out, foreign)
	for p, content := range siteB {
		if err := tree.Add(p, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := tree.Commit(); err != nil {
		t.Fatal(err)
	}
	want(t, out, siteB.plus(foreign))
}

func TestOutputThatAppearsDuringTheBuildStays(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	tree, err := Begin(t.Context(), out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Abort()
	writePut(t, out, foreign)
	if err := tree.Add("page.html", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := tree.Commit(); err != nil {
		t.Fatal(err)
	}
	want(t, out, foreign.plus(files{"page.html": "x"}))
	wantNothingBeside(t, out)
}

// lastMoment saves foreign files after the survey, just before the exchange: one new, one the way an
// editor saves (a new file renamed over the old one).
func lastMoment(t *testing.T, out string) files {
	swap := writeSystem.exchange
	replace(t, &writeSystem.exchange, func(a, b string) error {
		writePut(t, out, files{"sub/late.txt": "late", "saved~": "new text"})
		if err := os.Rename(filepath.Join(out, "saved~"), filepath.Join(out, "saved")); err != nil {
			t.Error(err)
		}
		return swap(a, b)
	})
	return files{"sub/late.txt": "late", "saved": "new text"}
}

func TestForeignFilesOfTheLastMomentStay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writePut(t, out, files{"saved": "old text"})
	age(t, out)
	mustBuild(t, out, siteA, Options{Adopt: true})
	late := lastMoment(t, out)
	mustBuild(t, out, siteB, Options{})
	want(t, out, siteB.plus(late))
	wantNothingBeside(t, out)
}

func TestNextBuildSavesForeignFilesOfTheLastMoment(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writePut(t, out, files{"saved": "old text"})
	age(t, out)
	mustBuild(t, out, siteA, Options{Adopt: true})
	late := lastMoment(t, out)
	delete := writeSystem.remove
	replace(t, &writeSystem.remove, func(string) error { return syscall.EIO })
	_, err := build(out, siteB, Options{})
	var left *LeftoverError
	if !errors.As(err, &left) || left.Path != beside(out, "ready") {
		t.Fatalf("%v, want a LeftoverError", err)
	}
	writeSystem.remove = delete
	if tree, err := Begin(t.Context(), out, Options{}); err != nil {
		t.Fatal(err)
	} else {
		tree.Abort()
	}
	want(t, out, siteB.plus(late))
	wantNothingBeside(t, out)
}

// Without hard links a foreign file is copied for the exchange and then takes the place of its copy.
func TestForeignFilesStayThemselvesWithoutHardLinks(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, siteA, Options{})
	writePut(t, out, foreign)
	was := age(t, out)
	replace(t, &writeSystem.link, func(a, b string) error { return &os.LinkError{Op: "link", Old: a, New: b, Err: syscall.EPERM} })
	mustBuild(t, out, siteB, Options{})
	want(t, out, siteB.plus(foreign))
	for _, p := range []string{".gitignore", "CNAME", ".well-known/acme/x", "latest", "dangling"} {
		wantUntouched(t, out, p, was[p])
	}
	same := "casussen/a/index.html"
	if info, err := os.Stat(writeWithin(out, same)); err != nil || !info.ModTime().Equal(longAgo) {
		t.Errorf("%s lost its time stamp: %v, %v", same, info.ModTime(), err)
	}
	wantNothingBeside(t, out)
}
