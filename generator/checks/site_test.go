package checks_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks"
	"casusboek/generator/guard"
)

// today is the day on which these tests build: consents are valid or not on it, whenever the tests run.
var today = time.Date(2026, time.December, 1, 0, 0, 0, 0, time.UTC)

// memory takes a site's files.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (m *memory) Add(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, twice := m.files[path]; twice {
		return fmt.Errorf("%s is made twice", path)
	}
	m.files[path] = append([]byte(nil), data...)
	return nil
}

// build makes a site of content that must have no errors.
func build(content fs.FS, edition guard.Edition) (map[string][]byte, error) {
	out := &memory{files: map[string][]byte{}}
	result, err := generator.Build(context.Background(), generator.Input{Content: content, Edition: edition, Today: today, Version: "test"}, out)
	if err != nil {
		return nil, err
	}
	if result.Failed() {
		return nil, fmt.Errorf("the content has problems: %v", result.Problems)
	}
	return out.files, nil
}

// exampleContent is the example casebook of this repository.
func exampleContent() fs.FS { return os.DirFS(filepath.Join("..", "..", "content")) }

// edition is the example casebook as a finished site, in memory and on disk.
type edition struct {
	name        string
	facilitator bool
	dir         string
	site        *checks.Site
}

var example struct {
	once sync.Once
	both []edition
	err  error
}

// editions builds the example casebook once per test binary: the public edition, then the facilitator's.
func editions(t *testing.T) []edition {
	t.Helper()
	example.once.Do(func() {
		for name, kind := range []guard.Edition{guard.Public, guard.Facilitator} {
			e := edition{name: [...]string{"public", "facilitator"}[name], facilitator: kind == guard.Facilitator}
			var files map[string][]byte
			if files, example.err = build(exampleContent(), kind); example.err != nil {
				return
			}
			if e.dir, example.err = os.MkdirTemp("", "casusboek-checks-"); example.err != nil {
				return
			}
			if example.err = save(e.dir, files); example.err != nil {
				return
			}
			e.site = checks.NewSite(files)
			example.both = append(example.both, e)
		}
	})
	must(t, example.err)
	return example.both
}

// save writes files below a folder.
func save(dir string, files map[string][]byte) error {
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func TestMain(m *testing.M) {
	code := m.Run()
	closeBrowser()
	for _, e := range example.both {
		if err := os.RemoveAll(e.dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	os.Exit(code)
}

// Every promise that can be read from files, over every file of both editions.
func TestExampleHasNoFaults(t *testing.T) {
	for _, e := range editions(t) {
		seen := map[string]int{}
		for _, f := range e.site.Faults() {
			if seen[f.Check]++; seen[f.Check] <= 5 {
				t.Errorf("%s edition: %s", e.name, f)
			}
		}
		for check, n := range seen {
			if n > 5 {
				t.Errorf("%s edition: and %d more faults of the check %s", e.name, n-5, check)
			}
		}
	}
}

// Nothing of the machine that built the site is in it.
func TestNoTraceOfTheMachine(t *testing.T) {
	here, err := filepath.Abs(filepath.Join("..", ".."))
	must(t, err)
	host, err := os.Hostname()
	must(t, err)
	for _, e := range editions(t) {
		for _, trace := range []string{here, os.TempDir() + string(filepath.Separator), host} {
			if len(trace) > 3 {
				nowhere(t, e.site.Files, trace)
			}
		}
	}
}

// The pages that a casebook of this kind must have; a template that is forgotten in the list of pages makes no fault of its own.
func TestEveryPageTypeIsThere(t *testing.T) {
	there := map[string]bool{}
	for _, p := range editions(t)[0].site.Pages {
		there[p.Type()] = true
	}
	for _, want := range []string{
		"", "casussen", "casussen/*", "casussen/*/ronde-*", "casussen/*/levenskaart", "casussen/*/handout", "casussen/*/handout/ronde-*", "casussen/*/levenskaart/vel", "casussen/*/kaarten", "casussen/*/kaarten/a7", "casussen/*/kaarten/rollen", "casussen/*/wie-wist-wat", "casussen/*/rollen", "casussen/*/presenteren", "casussen/*/eigen-reflectie", "proefvel",
		"casussen/*/werkblad", "levenskaart", "sessies/*/pakket", "sessies/*/citaten", "reflecties/*/poster",
		"reflecties", "reflecties/*", "sessies", "sessies/*", "themas", "themas/*", "organisaties", "organisaties/*", "signalen", "over", "privacy", "zoeken", "404.html",
	} {
		if !there[want] {
			t.Errorf("no page of the type %q", want)
		}
	}
	for _, want := range []string{"robots.txt", "casusboek.json"} { // feed and sitemap need an address, which the English casebook has
		if editions(t)[0].site.Files[want] == nil {
			t.Errorf("no file %s", want)
		}
	}
}
