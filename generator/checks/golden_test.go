package checks_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/checks"
	"casusboek/generator/guard"
)

var update = flag.Bool("update", false, "accept the pages as they now come out as golden")

// goldens is where the golden pages stand. They are outlines, because a golden is only worth something when whoever reviews a change reads it:
//
//   - example/: the example casebook, one page per page type, and the list of all files of both editions;
//   - english/: a small casebook in English, every page, and as they are the files that other programs read.
var goldens = filepath.Join("..", "testdata", "golden")

func TestGoldenExample(t *testing.T) {
	golden := map[string][]byte{}
	var list strings.Builder
	for _, e := range editions(t) {
		fmt.Fprintf(&list, "%s edition\n", e.name)
		for _, name := range slices.Sorted(maps.Keys(e.site.Files)) {
			list.WriteString("  " + name + "\n")
		}
		for _, p := range typical(e.site) {
			if !e.facilitator || ofFacilitator(p) {
				golden[outlineName(p)] = []byte(p.Outline())
			}
		}
	}
	golden["files.txt"] = []byte(list.String())
	compare(t, "example", golden)
}

// base is the public address of the small English casebook, so that it has a feed and a sitemap, as the example has not.
const base = "https://example.org/casebook/"

func TestGoldenEnglish(t *testing.T) {
	content := copyOf(t, os.DirFS(filepath.Join("..", "testdata", "english", "content")))
	content["index.md"].Data = bytes.Replace(content["index.md"].Data, []byte("---\n"), []byte("---\nbase: "+base+"\n"), 1)
	files, err := build(content, guard.Public)
	must(t, err)
	golden := map[string][]byte{}
	site := checks.NewSite(files)
	for _, p := range site.Pages {
		golden[outlineName(p)] = []byte(p.Outline())
	}
	for _, name := range []string{"casusboek.json", "feed.xml", "sitemap.xml", "robots.txt"} {
		if golden[name] = files[name]; files[name] == nil {
			t.Errorf("no file %s", name)
		}
	}
	compare(t, "english", golden)
	for _, f := range append(site.Faults(), site.Addresses(base)...) {
		t.Error(f)
	}
}

// typical gives one page of every type: of the case of Nadira, or the first.
func typical(site *checks.Site) []*checks.Page {
	found := map[string]*checks.Page{}
	for _, p := range site.Pages {
		if found[p.Type()] == nil || strings.Contains(p.Path, "/nadira/") && !strings.Contains(p.Path, "/ronde-") || strings.Contains(p.Path, "/nadira/") && strings.Contains(p.Path, "/ronde-2/") {
			found[p.Type()] = p
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b *checks.Page) int { return strings.Compare(a.Path, b.Path) })
}

// outlineName is the golden file of a page: casussen/nadira/index.html stands in casussen.nadira.txt.
func outlineName(p *checks.Page) string {
	name := strings.Trim(strings.TrimSuffix(strings.TrimSuffix(p.Path, ".html"), "index"), "/")
	if name == "" {
		name = "home"
	}
	return strings.ReplaceAll(name, "/", ".") + ".txt"
}

// compare holds that a folder of golden files is what was made, no more and no less; with -update it becomes so.
func compare(t *testing.T, folder string, made map[string][]byte) {
	t.Helper()
	dir := filepath.Join(goldens, folder)
	if *update {
		must(t, os.RemoveAll(dir))
		must(t, os.MkdirAll(dir, 0o755))
		must(t, save(dir, made))
	}
	if _, err := os.Stat(dir); err != nil {
		t.Fatalf("there are no golden pages in generator/testdata/golden/%s: make them with make golden, and read them", folder)
	}
	want := map[string][]byte{}
	must(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		want[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	}))
	for _, name := range slices.Sorted(maps.Keys(made)) {
		if before, ok := want[name]; !ok {
			t.Errorf("%s/%s is new; read it and accept it with make golden", folder, name)
		} else if !bytes.Equal(before, made[name]) {
			t.Errorf("%s/%s has changed; read the change and accept it with make golden:\n%s", folder, name, changedLines(before, made[name]))
		}
		delete(want, name)
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		t.Errorf("%s/%s is not made any more; if that is meant, accept it with make golden", folder, name)
	}
}

// changedLines shows the lines that are only in one of two texts, ten at most.
func changedLines(before, after []byte) string {
	var out []string
	only := func(sign string, a, b []byte) {
		there := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			there[line] = true
		}
		for line := range strings.Lines(string(a)) {
			if !there[line] && len(out) < 10 {
				out = append(out, sign+" "+strings.TrimRight(line, "\n"))
			}
		}
	}
	only("-", before, after)
	only("+", after, before)
	if len(out) == 0 {
		return "(the same lines in another order)"
	}
	return strings.Join(out, "\n")
}
