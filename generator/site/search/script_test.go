package search

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"casusboek/generator/guard"
	"casusboek/templates"
)

// TestScripts runs testdata/*.test.js with node: the words, the answers and the marks of the search page, over an index that
// is made here. Node comes with npm, which install.sh of the browser checks needs too.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("no node with -short: make test runs this")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatalf("%v: make needs installs it", err)
	}
	dir := scripts(t)
	for name, file := range filesOf(t, small(), guard.Public) {
		put(t, dir, "small/"+name+".js", []byte(file))
	}
	for name, file := range filesOf(t, generated(60), guard.Public) {
		put(t, dir, "large/"+name+".js", []byte(file))
	}
	command := exec.Command(node, "--test", "--test-reporter=tap", "testdata/")
	command.Dir = dir
	out, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "# pass ") || strings.Contains(string(out), "# pass 0") {
		t.Errorf("%v\n%s", err, out)
	}
}

// scripts is a folder with the modules and what tests them.
func scripts(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "package.json", []byte(`{"type": "module"}`)) // the bundles of the site need none
	for _, folder := range []struct {
		files   fs.FS
		pattern string
	}{{templates.Files, "script/*.js"}, {os.DirFS("."), "testdata/*"}} {
		names, err := fs.Glob(folder.files, folder.pattern)
		must(t, err)
		for _, name := range names {
			data, err := fs.ReadFile(folder.files, name)
			must(t, err)
			put(t, dir, name, data)
		}
	}
	return dir
}

func put(t testing.TB, dir, name string, data []byte) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, data, 0o644))
}
