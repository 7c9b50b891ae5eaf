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
	dir := t.TempDir()
	put := func(name string, data []byte) {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	put("package.json", []byte(`{"type": "module"}`)) // a browser bundle needs none
	for _, folder := range []struct {
		files   fs.FS
		pattern string
	}{{templates.Files, "script/*.js"}, {os.DirFS("."), "testdata/*"}} {
		names, err := fs.Glob(folder.files, folder.pattern)
		must(t, err)
		for _, name := range names {
			data, err := fs.ReadFile(folder.files, name)
			must(t, err)
			put(name, data)
		}
	}
	for name, file := range filesOf(t, small(), guard.Public) {
		put("small/"+name+".js", []byte(file))
	}
	for name, file := range filesOf(t, generated(60), guard.Public) {
		put("large/"+name+".js", []byte(file))
	}
	command := exec.Command(node, "--test", "--test-reporter=tap", "testdata/")
	command.Dir = dir
	out, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "# pass ") || strings.Contains(string(out), "# pass 0") {
		t.Errorf("%v\n%s", err, out)
	}
}
