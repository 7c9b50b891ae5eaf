package cli_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// changes are the calls to the system that change what is on a disk; and those alone by which files get their names, since
// between two of them some files are there and others are not.
var changes = []string{"write,fsync,linkat,renameat,unlinkat,mkdirat", "linkat,renameat"}

// TestAKilledCommandIsDoneByRunningItAgain kills the real program at calls to the system, fewer as they are later, and
// runs it again. The order of calls itself is held by the tests of atomicfile, at every call.
func TestAKilledCommandIsDoneByRunningItAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("kills some fifty commands: not with -short")
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace: ", err)
	}
	if out, err := exec.Command(strace, "-f", "-qq", "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: %v, %s", err, out)
	}
	program := filepath.Join(t.TempDir(), "casusboek")
	self, err := os.Executable()
	must(t, err)
	must(t, os.Symlink(self, program))
	books := t.TempDir()
	if said, err := command(books, program, []string{"init", "boek"}); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	book := filepath.Join(books, "boek")
	for _, args := range [][]string{
		{"init", "boek"},
		{"new", "casus", "Een nieuwe sleutel", "boek"},
		{"explain", "Zandpad", "--as", "woord", "boek"},
		{"import", "rows.csv", "--as", "reflections", "boek"},
		{"schema", "--out", "schemas", "boek"},
		{"zip", "boek"},
	} {
		t.Run(args[0], func(t *testing.T) {
			want := ran(t, program, book, args)
			killed := 0 // strace counts for each thread apart, so how often differs from run to run
			for _, calls := range changes {
				for n := 1; ; n += 1 + n/3 {
					dir := started(t, book, args)
					before := treeOf(t, dir)
					at := fmt.Sprintf("inject=%s:signal=KILL:when=%d", calls, n)
					if _, err := command(dir, strace, append([]string{"-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e", at, program}, args...)); err == nil {
						break
					}
					killed++
					wantWhole(t, at, treeOf(t, dir), before, want)
					said, _ := command(dir, program, args) // may say that all is there
					left := treeOf(t, dir)
					delete(left, "boek/content/.import.txt") // its key is random
					if !maps.Equal(left, want) {
						t.Errorf("%s, then again: %s%s", at, said, difference(left, want))
					}
				}
			}
			if killed < 2 {
				t.Errorf("killed %d times: this tests nothing", killed)
			}
		})
	}
}

// started makes what a command needs: a casebook, except for init, and a sheet.
func started(t *testing.T, book string, args []string) string {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "rows.csv"), []byte("Wat raakte u?\nDe sleutel.\nHet portiek.\n"), 0o644))
	if args[0] != "init" {
		must(t, os.CopyFS(filepath.Join(dir, "boek"), os.DirFS(book)))
	}
	return dir
}

// ran is what a command makes that nobody disturbs.
func ran(t *testing.T, program, book string, args []string) map[string]string {
	t.Helper()
	dir := started(t, book, args)
	said, err := command(dir, program, args)
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	files := treeOf(t, dir)
	delete(files, "boek/content/.import.txt")
	return files
}

func command(dir, name string, args []string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1796083200", "GOMAXPROCS=1", "LC_ALL=")
	said, err := c.CombinedOutput()
	return string(said), err
}

// wantWhole wants each file as it was or as it will be; those of casusboek's own that wait are nobody's.
func wantWhole(t *testing.T, when string, found, before, after map[string]string) {
	t.Helper()
	for name, text := range found {
		was, there := before[name]
		will, comes := after[name]
		if base := filepath.Base(name); strings.HasPrefix(base, ".") && strings.Contains(base, "casusboek-") || base == ".import.txt" {
			continue
		}
		if !(there && text == was) && !(comes && text == will) {
			t.Errorf("%s: %s holds %d bytes of neither version", when, name, len(text))
		}
	}
}

// treeOf reads all files below dir. Marks of an import are random.
func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	must(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		var lines []string
		for line := range strings.Lines(string(text)) {
			if !strings.HasPrefix(line, "# import: ") {
				lines = append(lines, line)
			}
		}
		found[name] = strings.Join(lines, "")
		return err
	}))
	return found
}

func difference(found, want map[string]string) string {
	var all []string
	for name := range found {
		if _, there := want[name]; !there {
			all = append(all, name+" is left")
		}
	}
	for name, text := range want {
		if now, there := found[name]; !there || now != text {
			all = append(all, fmt.Sprintf("%s: %d bytes, want %d", name, len(now), len(text)))
		}
	}
	return strings.Join(all, "; ")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
