package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "casusboek"

// imports reads what every package of the module imports, tests aside: parse -> [casebook diag strings ...], with the module's own
// packages by their short names.
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
		room := short(path.Join(module, path.Dir(name)))
		if found[room] == nil {
			found[room] = map[string]bool{}
		}
		for _, spec := range file.Imports {
			address, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[room][short(address)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	for room, set := range found {
		lists[room] = slices.Sorted(maps.Keys(set))
	}
	return lists
}

// short gives the name that ARCHITECTURE.md uses for a package of the module; other import paths stay as they are.
func short(address string) string {
	switch address {
	case module:
		return "main"
	case module + "/generator":
		return "generator"
	}
	if rest, ok := strings.CutPrefix(address, module+"/generator/"); ok {
		return rest
	}
	return strings.TrimPrefix(address, module+"/")
}

var quoted = regexp.MustCompile("`([^`]+)`")

// table reads the rows under "| package | may import |" in ARCHITECTURE.md.
func table(t *testing.T) map[string][]string {
	t.Helper()
	document, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(document), "| package | may import |\n")
	if !ok {
		t.Fatal("ARCHITECTURE.md has no table that begins with | package | may import |")
	}
	allowed := map[string][]string{}
	for line := range strings.Lines(rest) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			break
		}
		var targets []string
		for _, m := range quoted.FindAllStringSubmatch(cells[2], -1) {
			targets = append(targets, m[1])
		}
		for _, m := range quoted.FindAllStringSubmatch(cells[1], -1) {
			allowed[m[1]] = targets
		}
	}
	return allowed
}

// outsider reports whether a package stands outside the house, so that no room may stand on it: it looks at the output, or is a tool that makes data by hand.
func outsider(room string) bool {
	return room == "checks" || strings.HasPrefix(room, "checks/") || strings.HasSuffix(room, "/make")
}

func TestImportsPointDown(t *testing.T) {
	allowed := table(t)
	rooms := imports(t)
	for _, room := range slices.Sorted(maps.Keys(rooms)) {
		if outsider(room) {
			continue
		}
		may, known := allowed[room]
		if !known && room != "templates" {
			t.Errorf("the package %s is not in the table of ARCHITECTURE.md: say there what it may import, and why the house needs another room", room)
			continue
		}
		for _, target := range rooms[room] {
			if _, own := rooms[target]; own && !slices.Contains(may, target) {
				t.Errorf("%s imports %s. Rooms know only the rooms below them, so that each can be understood, tested and replaced alone: "+
					"move what both need down into casebook, or pass it in as a value. (The table stands in ARCHITECTURE.md.)", room, target)
			}
		}
	}
	for _, room := range slices.Sorted(maps.Keys(allowed)) {
		if _, there := rooms[room]; !there {
			t.Errorf("ARCHITECTURE.md tells of a package %s that is not there", room)
		}
	}
}

// world are packages through which code reaches files, programs, networks and the terminal by itself.
var world = []string{"os", "os/exec", "os/signal", "log", "log/slog", "net", "net/http", "syscall", "path/filepath"}

// touchers are the rooms that may.
var touchers = []string{"main", "cli", "release", "atomicfile", "write", "parcel", "serve", "chrome"}

func TestOnlyTheEdgesTouchTheWorld(t *testing.T) {
	for room, list := range imports(t) {
		if outsider(room) || slices.Contains(touchers, room) {
			continue
		}
		for _, target := range list {
			if slices.Contains(world, target) {
				t.Errorf("%s imports %q. Below cli everything reads through fs.FS and returns values, so that it runs the same in a test, a preview and a "+
					"build: pass in what it needs.", room, target)
			}
		}
	}
}

// A table that the test fails to read would hold nothing.
func TestTableIsRead(t *testing.T) {
	allowed := table(t)
	if len(allowed) < 8 || !slices.Contains(allowed["main"], "cli") || len(allowed["lang"]) != 0 {
		t.Errorf("read %v from ARCHITECTURE.md", allowed)
	}
}
