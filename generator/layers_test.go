package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "casusboek"

// layers lists all packages below generator/, lowest layer first. A package may import packages of
// lower layers only, so that each can be understood, tested and replaced without those above it.
// A new package gets a place here, and a row in the table of ARCHITECTURE.md.
var layers = [][]string{
	{"lang", "read/filename", "templates", "guard/risk", "guard/measure", "pdf/finish", "pdf/chrome"},
	{"diag", "output", "pdf", "lang/langtest"},
	{"casebook", "theme", "read/frontmatter", "guard/rules"},
	{"address", "draw", "images", "read/source", "read/markdown", "guard/register", "guard/review"},
	{"bundle", "draw/lifemap", "guard", "read/parse", "resolve"},
	{"page", "guard/leakcheck", "site/export", "site/search", "author/format", "author/schema"},
	{"printing/sheets", "author/skeleton"},
	{"printing/cards", "printing/sheetstest", "author/importing"},
	{"printing"},
	{"site"},
	{"generator"},
	{"serve"},
	{"cli"},
	{"main"},
}

// stages lists the steps of the pipeline. They exchange the model of casebook and never import each
// other, whatever their layers are.
var stages = []string{"read/source", "read/parse", "resolve", "images", "guard", "output"}

// edges lists the packages that may reach files, programs, networks and the terminal by themselves.
// All others read through fs.FS and return values, so that they run the same in a test, a preview
// and a build.
var edges = []string{"main", "cli", "output", "bundle", "serve", "pdf/chrome"}

// world lists the standard packages that edges alone may import.
var world = []string{
	"os", "os/exec", "os/signal", "log", "log/slog", "net", "net/http", "syscall", "path/filepath",
}

// outside reports whether a package is no part of the program: checks look at the output, tools
// are run by developers.
func outside(pkg string) bool {
	return pkg == "tools" || pkg == "checks" || strings.HasPrefix(pkg, "checks/")
}

// imports returns what every package of the module imports, tests aside, by short names:
// "read/parse" -> ["casebook" "diag" "strings" ...].
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string]map[string]bool{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path.Join("..", name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := short(path.Join(module, path.Dir(name)))
		if found[pkg] == nil {
			found[pkg] = map[string]bool{}
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[pkg][short(imported)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	for pkg, set := range found {
		lists[pkg] = slices.Sorted(maps.Keys(set))
	}
	return lists
}

// short returns an import path of this module without module and generator/; others as they are.
func short(importPath string) string {
	switch importPath {
	case module:
		return "main"
	case module + "/generator":
		return "generator"
	}
	if rest, ok := strings.CutPrefix(importPath, module+"/generator/"); ok {
		return rest
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// layerOf returns the layer of every package that has one.
func layerOf() map[string]int {
	at := map[string]int{}
	for i, layer := range layers {
		for _, pkg := range layer {
			at[pkg] = i
		}
	}
	return at
}

func TestImportsPointDown(t *testing.T) {
	at, packages := layerOf(), imports(t)
	for _, pkg := range slices.Sorted(maps.Keys(packages)) {
		if outside(pkg) {
			continue
		}
		layer, known := at[pkg]
		if !known {
			t.Errorf("package %s has no place in the layers of this test", pkg)
			continue
		}
		for _, imported := range packages[pkg] {
			if _, own := packages[imported]; !own {
				continue
			}
			if below, ok := at[imported]; !ok || below >= layer {
				t.Errorf("%s imports %s, which is not in a lower layer: move what both need down, or pass it in as a value", pkg, imported)
			}
			if slices.Contains(stages, pkg) && slices.Contains(stages, imported) {
				t.Errorf("%s imports %s: stages exchange the model of casebook alone", pkg, imported)
			}
		}
	}
	for pkg := range at {
		if packages[pkg] == nil {
			t.Errorf("layers has a package %s that does not exist", pkg)
		}
	}
}

func TestOnlyTheEdgesTouchTheWorld(t *testing.T) {
	for pkg, list := range imports(t) {
		if outside(pkg) || slices.Contains(edges, pkg) {
			continue
		}
		for _, imported := range list {
			if slices.Contains(world, imported) {
				t.Errorf("%s imports %q: read through fs.FS and return values; only %v may do more", pkg, imported, edges)
			}
		}
	}
}

// The first table of ARCHITECTURE.md names every package, so that a newcomer finds the one to change.
func TestArchitectureNamesEveryPackage(t *testing.T) {
	document, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range imports(t) {
		if pkg != "main" && pkg != "templates" && !strings.Contains(string(document), "`"+pkg+"`") {
			t.Errorf("ARCHITECTURE.md does not name `%s`", pkg)
		}
	}
	for line := range strings.Lines(string(document)) {
		cells := strings.Split(line, "|")
		if len(cells) != 4 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		pkg := strings.Trim(cells[1], " `")
		if _, err := os.Stat(path.Join("..", "generator", pkg)); err != nil && imports(t)[pkg] == nil {
			t.Errorf("ARCHITECTURE.md has a row for `%s`, which does not exist", pkg)
		}
	}
}
