package checks_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"casusboek/generator/checks"
)

// kills is how many builds are killed.
const kills = 50

// A reader of the site never meets half a build: whenever the real program is killed, the output folder holds the complete old site or
// the complete new one. Two versions of the content take turns; one lacks a case and has another title, so that files come, go and change.
func TestKilledBuildLeavesAWholeSite(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 50 builds: not with -short")
	}
	program := filepath.Join(t.TempDir(), "casusboek")
	run(t, "go", "build", "-o", program, filepath.Join("..", ".."))
	versions, whole := twoVersions(t, program)

	out := filepath.Join(t.TempDir(), "public")
	start := time.Now()
	run(t, program, "build", "--out", out, versions[0])
	full := time.Since(start)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, a build takes %v", seed, full)
	random := rand.New(rand.NewPCG(seed, 0))
	var cut, old, fresh int
	for i := range kills {
		build := exec.Command(program, "build", "--out", out, versions[(i+1)%2])
		must(t, build.Start())
		time.Sleep(time.Duration(random.Int64N(int64(full))))
		_ = build.Process.Kill() // it may just have ended
		if err := build.Wait(); err != nil {
			cut++
		}
		switch found := siteAt(t, out); {
		case equal(found, whole[(i+1)%2]):
			fresh++
		case equal(found, whole[i%2]):
			old++
		default:
			t.Fatalf("after kill %d the site is neither the old nor the new one: %s", i, mixed(found, whole[0], whole[1]))
		}
	}
	t.Logf("%d of %d builds were cut short; old site found %d times, new one %d times", cut, kills, old, fresh)
	if cut == 0 {
		t.Error("no build was cut short, so nothing was tested")
	}
	mended(t, program, out, versions[0], whole[0])
}

// mended holds that the next build puts everything right and leaves nothing beside the output.
func mended(t *testing.T, program, out, version string, want map[string][]byte) {
	t.Helper()
	run(t, program, "build", "--out", out, version)
	if found := siteAt(t, out); !equal(found, want) {
		t.Errorf("the next build does not put it right: %s", mixed(found, want, want))
	}
	entries, err := os.ReadDir(filepath.Dir(out))
	must(t, err)
	for _, e := range entries {
		if e.IsDir() && e.Name() != filepath.Base(out) {
			t.Errorf("%s was left beside the output", e.Name())
		}
	}
}

// twoVersions makes two site folders and what each becomes when nobody disturbs the build.
func twoVersions(t *testing.T, program string) (folders [2]string, whole [2]map[string][]byte) {
	t.Helper()
	for i := range folders {
		content := copyOf(t, exampleContent())
		if i == 1 {
			content["index.md"].Data = bytes.Replace(content["index.md"].Data, []byte("titel: "), []byte("titel: Ander "), 1)
			content["paginas/nieuw.md"] = content["paginas/over.md"]
		}
		files := map[string][]byte{}
		for name, f := range content {
			files["content/"+name] = f.Data
		}
		folders[i] = t.TempDir()
		must(t, save(folders[i], files))
		run(t, program, "build", folders[i])
		whole[i] = siteAt(t, filepath.Join(folders[i], "public"))
	}
	if equal(whole[0], whole[1]) {
		t.Fatal("the two versions give the same site")
	}
	return folders, whole
}

func siteAt(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	site, err := checks.ReadSite(os.DirFS(dir))
	must(t, err)
	return site.Files
}

func equal(a, b map[string][]byte) bool { return maps.EqualFunc(a, b, bytes.Equal) }

// mixed tells how many files of a site are those of each version.
func mixed(found, a, b map[string][]byte) string {
	var ofA, ofB, ofNeither int
	for name, data := range found {
		inA, inB := bytes.Equal(data, a[name]), bytes.Equal(data, b[name])
		switch {
		case inA && !inB:
			ofA++
		case inB && !inA:
			ofB++
		case !inA && !inB:
			ofNeither++
		}
	}
	return fmt.Sprintf("of %d files (%d and %d expected) %d are only in the one, %d only in the other, %d in neither", len(found), len(a), len(b), ofA, ofB, ofNeither)
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}
