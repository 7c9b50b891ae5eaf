package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"casusboek/generator"
	"casusboek/generator/serve"
)

// patience is how long a test waits for something that will come; it says nothing about how fast that must be.
const patience = 20 * time.Second

// site is a small casebook in a folder, shown by a running server.
type site struct {
	t       *testing.T
	folder  string
	address string
	updates chan struct{}
	stop    func()
}

func write(t *testing.T, folder, name, text string) {
	t.Helper()
	file := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func aCase(title string) string {
	return "---\ntitel: " + title + "\nherkomst: fictief\nsamenvatting: Iemand verhuist.\nrondes: [{naam: Eerste indruk}]\n---\n\nEr brandt nog licht.\n"
}

func start(t *testing.T, o serve.Options) *site {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "content/index.md", "---\ntitel: Klein boek\n---\n\nAlles is verzonnen.\n")
	write(t, folder, "content/casussen/mo.md", aCase("De stapel post"))
	write(t, folder, "register.txt", "geheim")
	write(t, folder, "content/.concept.md", "geheim")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &site{t: t, folder: folder, address: "http://" + listener.Addr().String(), updates: make(chan struct{}, 1)}
	root, err := os.OpenRoot(filepath.Join(folder, "content"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "templates"), 0o755); err != nil {
		t.Fatal(err)
	}
	o.Folder = folder
	o.Input = generator.Input{Content: root.FS(), Templates: os.DirFS(filepath.Join(folder, "templates")), Today: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)}
	o.Say = func(serve.Update) {
		select {
		case s.updates <- struct{}{}:
		default: // only the first is waited for
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve.New(o).Run(ctx, listener) }()
	s.stop = func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("Run ended with %v", err)
			}
		case <-time.After(patience):
			t.Error("Run does not end")
		}
		_ = root.Close()
	}
	t.Cleanup(func() { s.stop() })
	select {
	case <-s.updates:
	case <-time.After(patience):
		t.Fatal("the casebook is not read")
	}
	return s
}

// get asks for a page; header lines are pairs.
func (s *site) get(path string, headers ...string) (int, string, http.Header) {
	s.t.Helper()
	r, err := http.NewRequest(http.MethodGet, s.address+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close() // read to its end
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer.StatusCode, string(body), answer.Header
}

// until asks for a page until it says something, or says it no more.
func (s *site) until(path, text string, says bool) string {
	s.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		_, body, _ := s.get(path)
		if strings.Contains(body, text) == says {
			return body
		}
		if time.Now().After(end) {
			s.t.Fatalf("%s: does it say %q? want %v:\n%s", path, text, says, body)
		}
	}
}

func TestSavingChangesThePage(t *testing.T) {
	s := start(t, serve.Options{})
	s.until("/casussen/mo/", "De stapel post", true)
	write(t, s.folder, "content/casussen/mo.md", aCase("De brief"))
	s.until("/casussen/mo/", "De brief", true)
	s.until("/casussen/", "De brief", true)

	write(t, s.folder, "content/casussen/an.md", aCase("Een nieuwe sleutel"))
	s.until("/casussen/an/", "Een nieuwe sleutel", true)
	if err := os.Remove(filepath.Join(s.folder, "content/casussen/an.md")); err != nil {
		t.Fatal(err)
	}
	s.until("/casussen/", "Een nieuwe sleutel", false)
}

// Editors save in several ways, and whole folders come and go.
func TestEveryWayOfSaving(t *testing.T) {
	s := start(t, serve.Options{})
	beside := filepath.Join(s.folder, "content/casussen/.mo.md.tmp")
	write(t, s.folder, "content/casussen/.mo.md.tmp", aCase("Door hernoemen"))
	if err := os.Rename(beside, filepath.Join(s.folder, "content/casussen/mo.md")); err != nil {
		t.Fatal(err)
	}
	s.until("/casussen/mo/", "Door hernoemen", true)

	elsewhere := t.TempDir()
	write(t, elsewhere, "map/diep/an.md", aCase("Uit een andere map"))
	if err := os.Rename(filepath.Join(elsewhere, "map"), filepath.Join(s.folder, "content/casussen/map")); err != nil {
		t.Fatal(err)
	}
	s.until("/casussen/an/", "Uit een andere map", true)
	write(t, s.folder, "content/casussen/map/diep/an.md", aCase("In die map geschreven"))
	s.until("/casussen/an/", "In die map geschreven", true)
	if err := os.Rename(filepath.Join(s.folder, "content/casussen/map"), filepath.Join(elsewhere, "weg")); err != nil {
		t.Fatal(err)
	}
	s.until("/casussen/", "In die map geschreven", false)

	for i := range 2000 {
		write(t, s.folder, fmt.Sprintf("content/casussen/veel-%d.md", i), aCase(fmt.Sprintf("Nummer %d", i)))
	}
	s.until("/casussen/veel-1999/", "Nummer 1999", true)
	s.until("/casussen/", "Nummer 1000<", true)
}

func TestAMistakeShowsOnThePage(t *testing.T) {
	s := start(t, serve.Options{Lines: func() func(string, int) string {
		return func(file string, line int) string { return fmt.Sprintf("regel %d van %s", line, file) }
	}})
	s.until("/casussen/mo/", "_preview__", false)
	write(t, s.folder, "content/casussen/mo.md", strings.Replace(aCase("Met fout"), "herkomst", "herkomts", 1))
	page := s.until("/casussen/mo/", "_preview__", true)
	for _, want := range []string{"De stapel post", "content/casussen/mo.md:3:1", "field-unknown", "regel 3 van content/casussen/mo.md", "herkomst", "laatste versie zonder fouten"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q:\n%s", want, page[strings.Index(page, "<aside id=\"_preview"):])
		}
	}
	s.until("/", "herkomts", true) // an error keeps the whole site as it was, so every page says it
	write(t, s.folder, "content/casussen/mo.md", aCase("Hersteld"))
	if page = s.until("/casussen/mo/", "Hersteld", true); strings.Contains(page, "_preview__") {
		t.Error("the mistake is mended, and the page still tells it")
	}
}

// A casebook that is broken from the start shows what is wrong, and nothing else.
func TestBrokenFromTheStart(t *testing.T) {
	s := start(t, serve.Options{})
	write(t, s.folder, "content/index.md", "geen casusboek")
	s.until("/", "front-missing", true)
	s.stop()
	s.stop = func() {}
}

func TestTemplatesAreWatched(t *testing.T) {
	s := start(t, serve.Options{})
	write(t, s.folder, "templates/casusboek.css", "body { color: teal }")
	s.until("/casusboek.css", "teal", true)
	write(t, s.folder, "templates/nl.yaml", "page:\n  skip: Meteen lezen\n")
	s.until("/", "Meteen lezen", true)
}

// messages listens as a page does.
func (s *site) messages(ctx context.Context) <-chan map[string]any {
	s.t.Helper()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+"/_casusboek/events", nil)
	if err != nil {
		s.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	out := make(chan map[string]any, 100)
	go func() {
		defer close(out)
		defer answer.Body.Close() // the page is left
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var m map[string]any
				if json.Unmarshal([]byte(data), &m) == nil {
					out <- m
				}
			}
		}
	}()
	return out
}

func TestPagesHearOfChanges(t *testing.T) {
	s := start(t, serve.Options{Follow: true})
	heard := s.messages(t.Context())
	first := <-heard
	for _, c := range []struct {
		file, text string
		open       any
	}{
		{"templates/casusboek.css", "body { color: teal }", nil},
		{"content/casussen/mo.md", aCase("De brief"), "casussen/mo/index.html"},
	} {
		write(t, s.folder, c.file, c.text)
		m := <-heard
		if m["version"].(float64) <= first["version"].(float64) || m["styles"] != strings.HasSuffix(c.file, ".css") || m["open"] != c.open {
			t.Errorf("%s: pages hear %v", c.file, m)
		}
	}
}

// A page that did not change keeps its tag, so that it is not loaded again.
func TestUnchangedPagesKeepTheirTag(t *testing.T) {
	s := start(t, serve.Options{})
	write(t, s.folder, "content/paginas/over.md", "---\ntitel: Over\n---\n\nEen.\n")
	s.until("/over/", "Een.", true)
	_, _, before := s.get("/casussen/mo/")
	_, _, over := s.get("/over/")
	write(t, s.folder, "content/paginas/over.md", "---\ntitel: Over\n---\n\nTwee.\n")
	s.until("/over/", "Twee.", true)
	// A page knows the tag that it came with: asked for later it could be that of a page that has changed meanwhile.
	if _, page, header := s.get("/over/"); !strings.Contains(page, `data-tag="`+html.EscapeString(header.Get("ETag"))+`"`) {
		t.Errorf("the page does not say its tag %s", header.Get("ETag"))
	}
	if status, _, after := s.get("/casussen/mo/", "If-None-Match", before.Get("ETag")); status != http.StatusNotModified || after.Get("ETag") != before.Get("ETag") {
		t.Errorf("a page that did not change answers %d", status)
	}
	if status, _, _ := s.get("/over/", "If-None-Match", over.Get("ETag")); status != http.StatusOK {
		t.Errorf("a page that changed answers %d", status)
	}
}

func TestOnlyThisMachineAndOnlyTheSite(t *testing.T) {
	s := start(t, serve.Options{Hosts: []string{"laptop.local"}})
	port := s.address[strings.LastIndex(s.address, ":"):]
	for host, want := range map[string]int{
		"127.0.0.1" + port: 200, "localhost" + port: 200, "[::1]" + port: 200, "localhost": 200, "laptop.local" + port: 200, "192.168.1.7" + port: 200,
		"evil.example" + port: 403, "evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example": 403, "": 200,
	} {
		if status, _, _ := s.get("/", "Host", host); status != want {
			t.Errorf("by the name of %q: %d, want %d", host, status, want)
		}
	}
	for _, path := range []string{
		"/register.txt", "/../register.txt", "/%2e%2e/register.txt", "/..%2fregister.txt", "/content/.concept.md", "/.concept.md", "/content/casussen/mo.md",
		"/_casusboek/panel.html", "/_casusboek/../../register.txt", "//register.txt", "/casussen/../../register.txt", "/casussen/mo.md", "/templates/base.html",
	} {
		status, body, _ := s.get(path)
		if status == 200 || strings.Contains(body, "geheim") {
			t.Errorf("%s: %d", path, status)
		}
	}
	answer, err := http.Post(s.address+"/", "text/plain", strings.NewReader("x"))
	if err != nil || answer.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %v, %v", answer, err)
	}
}

// A folder without its slash is answered with its address on this host, whatever is asked for.
func TestRedirectsStayHere(t *testing.T) {
	s := start(t, serve.Options{})
	asked := []string{"/casussen", "/casussen/mo", "//evil.example/..%2fcasussen", "//evil.example/../casussen/mo", "/%2fevil.example/..%2fcasussen", "/\\evil.example/..%2fcasussen", "/%5cevil.example%2f..%2fcasussen", "///evil.example/%2e%2e/casussen", "/x/..//casussen", "//casussen"}
	redirected := 0
	for _, path := range asked {
		r, err := http.NewRequest(http.MethodGet, s.address, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.URL.Opaque = strings.Replace(s.address, "http:", "", 1) + path // sent as it is
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close() // not read
		to := answer.Header.Get("Location")
		if answer.StatusCode == http.StatusFound {
			redirected++
		}
		if to != "" && to != "/casussen/" && to != "/casussen/mo/" {
			t.Errorf("%s leads to %s", path, to)
		}
	}
	if redirected < 5 {
		t.Errorf("%d of %d were redirected: this test tests nothing", redirected, len(asked))
	}
}

// An afternoon in small: many edits, mistakes and folders that come and go, and pages that are opened and left, leave nothing behind.
func TestNothingIsLeftBehind(t *testing.T) {
	s := start(t, serve.Options{})
	warm := func(rounds int) {
		for i := range rounds {
			ctx, leave := context.WithCancel(context.Background())
			heard := s.messages(ctx)
			<-heard
			write(t, s.folder, "content/casussen/mo.md", aCase(fmt.Sprintf("Versie %d-%d", rounds, i)))
			s.until("/casussen/mo/", fmt.Sprintf("Versie %d-%d", rounds, i), true)
			if i%10 == 0 {
				write(t, s.folder, "content/casussen/mo.md", "geen casus")
				s.until("/casussen/mo/", "front-missing", true)
				write(t, s.folder, "content/casussen/kort/even.md", aCase("Maar even"))
				write(t, s.folder, "content/casussen/mo.md", aCase("Hersteld"))
				s.until("/casussen/even/", "Maar even", true)
				if err := os.RemoveAll(filepath.Join(s.folder, "content/casussen/kort")); err != nil {
					t.Fatal(err)
				}
				s.until("/casussen/", "Maar even", false)
			}
			leave()
			for range heard { // until the page has left
			}
		}
		http.DefaultClient.CloseIdleConnections()
	}
	warm(20)
	goroutines, files, heap := settled(t)
	warm(150)
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		g, f, h := settled(t)
		if g <= goroutines+3 && f <= files+3 && h <= heap+4<<20 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("after 150 more edits: goroutines %d -> %d, files %d -> %d, heap %d -> %d", goroutines, g, files, f, heap, h)
		}
	}
}

// settled counts goroutines, open files and bytes in use.
func settled(t *testing.T) (goroutines, files int, heap uint64) {
	t.Helper()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if entries, err := os.ReadDir("/proc/self/fd"); err == nil {
		files = len(entries)
	}
	return runtime.NumGoroutine(), files, m.HeapAlloc
}

// TestTheSystemDoesNotSayWhatAFileIs imitates a Windows on which another program called scripts text: a browser that is told not to guess would refuse them.
func TestTheSystemDoesNotSayWhatAFileIs(t *testing.T) {
	before := mime.TypeByExtension(".js")
	if err := mime.AddExtensionType(".js", "text/plain"); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = mime.AddExtensionType(".js", before) }()
	s := start(t, serve.Options{})
	for name, want := range map[string]string{"comfort.js": "text/javascript; charset=utf-8", "casusboek.css": "text/css; charset=utf-8", "": "text/html; charset=utf-8"} {
		answer, err := http.Get(s.address + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := answer.Body.Close(); err != nil {
			t.Fatal(err)
		}
		if got := answer.Header.Get("Content-Type"); answer.StatusCode != http.StatusOK || got != want {
			t.Errorf("%q: %d, %q, want %q", name, answer.StatusCode, got, want)
		}
	}
}
