package site

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/printing"
	"casusboek/generator/theme"
	"casusboek/templates"
)

// kept is what stands above the worker.
type kept struct {
	Version, Offline, Marks string
	Files                   [][2]string
}

func keptIn(t *testing.T, files map[string]string) kept {
	t.Helper()
	head, script, ok := strings.Cut(strings.TrimPrefix(files[worker], "self.casebook="), ";\n")
	var k kept
	if err := json.Unmarshal([]byte(head), &k); err != nil || !ok || !strings.Contains(script, "skipWaiting") {
		t.Fatalf("%v in %.300s", err, files[worker])
	}
	return k
}

func TestTheWorkerKnowsWhatToKeep(t *testing.T) {
	files := made(t, testBook("nl"), guard.Public)
	k := keptIn(t, files)
	listed := map[string]bool{}
	for _, f := range k.Files {
		listed[f[0]] = true
		if want := lettered(sha256.Sum256([]byte(files[f[0]]))); f[1] != want || strings.Trim(f[1], "abcdefghijklmnop") != "" {
			t.Errorf("the sum of %s is %s, want %s", f[0], f[1], want)
		}
	}
	for name, want := range map[string]bool{
		"index.html": true, "casussen/index.html": true, "offline/index.html": true, "casusboek.css": true, "filter.js": true, starter: true, "over/index.html": files["over/index.html"] != "",
		worker: false, "casussen/nadira/index.html": false, "casussen/nadira/ronde-1/index.html": false, "casusboek.json": false,
	} {
		if listed[name] != want {
			t.Errorf("%s is kept from the first visit on: %v, want %v", name, listed[name], want)
		}
	}
	marks := map[string]bool{}
	for mark := range slices.Chunk([]byte(k.Marks), markLength) {
		marks[string(mark)] = true
	}
	for name := range files {
		if mark := lettered(sha256.Sum256([]byte(name)))[:markLength]; !marks[mark] && name != worker {
			t.Errorf("%s is not known to the worker as a file of the site", name)
		}
	}
	if len(marks) >= len(files) || marks[lettered(sha256.Sum256([]byte("intern/geheim.html")))[:markLength]] {
		t.Errorf("%d marks for %d files", len(marks), len(files))
	}
	if files[k.Offline] == "" {
		t.Errorf("there is no page %s", k.Offline)
	}
	if again := made(t, testBook("nl"), guard.Public); again[worker] != files[worker] {
		t.Error("the same site has another worker")
	}
	other := testBook("nl")
	other.Cases[0].Events[2].Text = prose("Een ander woord, in een late ronde.")
	if changed := keptIn(t, made(t, other, guard.Public)); changed.Version == k.Version {
		t.Error("another word in the site leaves the version as it was, so readers keep what they have")
	}
	if !strings.Contains(files["casussen/nadira/index.html"], `<script src="../../offline.js" data-worker="../../sw.js" defer>`) {
		t.Error("a page does not bring the worker to life")
	}
	if strings.Contains(files["sitemap.xml"], "/offline/") {
		t.Error("the sitemap has the page for who has no connection")
	}
}

// A list of ten thousand cases is not what everybody keeps.
func TestTheWorkerKeepsNothingLarge(t *testing.T) {
	emitted := map[string]int{}
	k := offlineSite(t).keeper(func(name string, data []byte) error {
		emitted[name] = len(data)
		return nil
	})
	for name, size := range map[string]int{"index.html": 100, "casussen/index.html": mostKept + 1, "casusboek.css": mostKept} {
		if err := k.Emit(name, make([]byte, size)); err != nil {
			t.Fatal(err)
		}
	}
	if len(emitted) != 3 || len(k.files) != 2 {
		t.Errorf("of %v it keeps %v", emitted, k.files)
	}
}

// Nothing is kept in browsers unless the site asks for it, never of the facilitator edition, and never in the preview.
func TestNoWorkerWhereThereShouldBeNone(t *testing.T) {
	quiet := testBook("nl")
	quiet.Site.Offline = false
	check := func(name, page string, files ...string) {
		t.Helper()
		if strings.Contains(page, starter) || page == "" {
			t.Errorf("%s: a page brings a worker to life: %.900s", name, page)
		}
		for _, text := range files {
			if text != "" {
				t.Errorf("%s: there is a worker: %.200s", name, text)
			}
		}
	}
	for name, files := range map[string]map[string]string{"not asked for": made(t, quiet, guard.Public), "facilitator": made(t, testBook("nl"), guard.Facilitator)} {
		check(name, files["casussen/nadira/index.html"], files[worker], files[starter], files["offline/index.html"])
	}
	printed := map[string]string{}
	var mu sync.Mutex
	cleared := guard.Check(testBook("nl"), guard.Public, today)
	o := optionsOf(t)
	if _, _, err := PrintPages(t.Context(), cleared, o, func(printing.Sheet) bool { return true }, func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		printed[name] = string(data)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	check("to print", printed["casussen/nadira/handout/index.html"], printed[worker], printed[starter])
	preview := previewOf(t, testBook("nl"))
	page, _, err := preview.File("casussen/nadira/index.html")
	if err != nil {
		t.Fatal(err)
	}
	check("preview", string(page))
	for _, name := range []string{worker, starter, "offline/index.html"} {
		if _, _, err := preview.File(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the preview has %s: %v", name, err)
		}
	}
}

func optionsOf(t *testing.T) Options {
	t.Helper()
	words, set, _, err := theme.Load(templates.Files, nil, "nl")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Words: words, Templates: set, Updated: time.Date(2026, 11, 14, 0, 0, 0, 0, time.UTC), Version: "test"}
}

func previewOf(t *testing.T, b *casebook.Book) *Pages {
	t.Helper()
	cleared := guard.Check(b, guard.Public, today)
	preview, err := OnDemand(cleared, optionsOf(t))
	if err != nil {
		t.Fatal(err)
	}
	return preview
}
